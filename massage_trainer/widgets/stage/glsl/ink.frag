out vec4 o_colour;
uniform vec3 u_ink;

void main() { o_colour = shown(u_ink); }
