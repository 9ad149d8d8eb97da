uniform mat4 u_camera;

void main() {
    vec3 place, normal;
    pose(place, normal);
    gl_Position = u_camera * vec4(place + 0.0008 * normal, 1.0);
}
