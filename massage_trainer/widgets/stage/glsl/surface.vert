uniform mat4 u_camera;

out vec3 v_place;
out vec3 v_normal;
out vec3 v_rest;
out vec3 v_rest_normal;
out vec4 v_colour;

void main() {
    pose(v_place, v_normal);
    v_rest = rest_place();
    v_rest_normal = a_normal;
    v_colour = a_colour;
    gl_Position = u_camera * vec4(v_place, 1.0);
}
