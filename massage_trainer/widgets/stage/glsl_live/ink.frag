// The line, noted as one; it keeps about its distance for whoever asks.
layout(location = 0) out vec4 o_colour;
layout(location = 1) out vec4 o_where;

void main() {
    o_colour = vec4(0.0);
    o_where = vec4(0.0, 0.0, INKED, 1.0 / gl_FragCoord.w);
}
