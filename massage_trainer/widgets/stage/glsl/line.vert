// A millimetre towards the eye: before its own surface, behind a layer of cloth over it.
uniform mat4 u_camera;
uniform vec3 u_eye;

void main() {
    vec3 place, normal;
    pose(place, normal);
    gl_Position = u_camera * vec4(place + 0.001 * normalize(u_eye - place), 1.0);
}
