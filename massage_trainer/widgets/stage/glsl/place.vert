uniform mat4 u_camera;

out vec3 v_rest;

void main() {
    vec3 place, normal;
    pose(place, normal);
    v_rest = rest_place();
    gl_Position = u_camera * vec4(place, 1.0);
}
