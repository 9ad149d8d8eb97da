// Takes every vertex to where its bones want it; what comes out is kept for all passes.
out vec3 t_place;
out vec3 t_normal;

void main() {
    pose(t_place, t_normal);
    gl_Position = vec4(0.0);
}
