in vec3 v_place;
out vec4 o_colour;
uniform vec3 u_paper;
uniform vec2 u_middle;

const vec3 SHADE = vec3(0.36, 0.30, 0.25);

void main() {
    float near = 1.0 - smoothstep(0.9, 2.6, length((v_place.xy - u_middle) * vec2(0.8, 1.0)));
    if (near <= 0.0) {
        o_colour = shown(u_paper);
        return;
    }
    Light light = light_at(v_place, vec3(0.0, 0.0, 1.0), 16.0);
    float dark = near * clamp(0.62 * (1.0 - light.sky) + 0.30 * (1.0 - light.key), 0.0, 1.0);
    o_colour = shown(mix(u_paper, u_paper * SHADE, dark));
}
