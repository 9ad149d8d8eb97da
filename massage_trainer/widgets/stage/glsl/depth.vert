uniform int u_lamp;

void main() {
    vec3 place, normal;
    pose(place, normal);
    gl_Position = vec4(2.0 * lamp_place(u_lamp, place) - 1.0, 1.0);
}
