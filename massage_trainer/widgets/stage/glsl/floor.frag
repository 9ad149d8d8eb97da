in vec3 v_place;
out vec4 o_colour;
uniform vec3 u_paper;
uniform vec2 u_middle;

const vec3 SHADE = vec3(0.36, 0.30, 0.25);

void main() {
    Light light = gathered(v_place);
    float dark = clamp(0.42 * (1.0 - light.sky) + 0.22 * (1.0 - light.key), 0.0, 1.0);
    dark *= floor_share(v_place.xy - u_middle);
    o_colour = shown(mix(u_paper, u_paper * SHADE, dark));
}
