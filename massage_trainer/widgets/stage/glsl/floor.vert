uniform mat4 u_camera;
uniform float u_reach;
out vec3 v_place;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    v_place = vec3(corner * u_reach, 0.0);
    gl_Position = u_camera * vec4(v_place, 1.0);
}
