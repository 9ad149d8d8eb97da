// A cone of light: densest where one looks through most of it, gone at its borders.
in vec3 v_place;
in vec3 v_normal;
in vec4 v_colour;
out vec4 o_colour;

uniform vec3 u_eye;

const float DENSEST = 0.55;

void main() {
    float facing = max(dot(normalize(v_normal), normalize(u_eye - v_place)), 0.0);
    o_colour = vec4(shown(linear_of(v_colour.rgb)).rgb, DENSEST * pow(facing, 1.2));
}
