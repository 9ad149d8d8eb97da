// One triangle over the whole picture; turned, its first row is the uppermost, as images have it.
uniform float u_turn;
out vec2 v_share;

void main() {
    vec2 corner = vec2(float((gl_VertexID & 1) << 2), float((gl_VertexID & 2) << 1)) - 1.0;
    v_share = 0.5 * corner + 0.5;
    gl_Position = vec4(corner.x, u_turn * corner.y, 0.0, 1.0);
}
