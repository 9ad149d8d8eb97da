in vec3 v_place;
in vec3 v_normal;
in vec3 v_rest;
in vec3 v_rest_normal;
in vec4 v_colour;
out vec4 o_colour;

uniform vec3 u_key;  // direction towards the key light
uniform float u_facing;  // -1 where a reflection has turned the triangles round

const vec3 KEY = vec3(1.00, 0.965, 0.90) * 0.96;
const vec3 SKY = vec3(0.93, 0.97, 1.00) * 0.43;
const vec3 BOUNCE = vec3(1.00, 0.90, 0.78) * 0.16;
const vec3 RIM = vec3(1.00, 0.97, 0.93) * 0.16;
const vec3 TINT = vec3(1.00, 0.42, 0.03);
const float TINT_SHARE = 0.66;
const vec3 EDGE = vec3(0.30, 0.025, 0.00);
const vec3 HALO = vec3(1.00, 0.93, 0.72);

// White cloth keeps its folds in full light.
vec3 softened(vec3 c) {
    const float KNEE = 0.62;
    vec3 over = max(c - KNEE, 0.0) / (1.0 - KNEE);
    return min(c, KNEE) + (1.0 - KNEE) * (1.0 - exp(-over));
}

void main() {
    bool back = (gl_FrontFacing ? 1.0 : -1.0) * u_facing < 0.0;
    vec3 n = normalize(v_normal) * (back ? -1.0 : 1.0);
    vec3 view = normalize(u_eye - v_place);
    vec3 colour = linear_of(v_colour.rgb);
    float open = back ? 0.6 : v_colour.a;
    Light light = gathered(v_place);
    float sky = light.sky * mix(0.45, 1.0, open);
    float wrapped = smoothstep(-0.12, 1.0, dot(n, u_key));
    vec3 sum = KEY * wrapped * light.key * mix(0.7, 1.0, open);
    sum += SKY * sky;
    sum += BOUNCE * (0.75 - 0.25 * n.z) * mix(0.35, 1.0, sky);
    sum += RIM * pow(1.0 - max(dot(n, view), 0.0), 3.0) * sky;
    if (back) sum *= 0.55;

    if (u_boxes > 0 && !back) {
        vec2 box = boxes_at(v_rest, normalize(v_rest_normal));
        float d = box.x;
        // Measured on the skin, as if painted: it foreshortens with it. Only the softness of its
        // edges goes by the pixels.
        float fine = u_pixel_spread * distance(u_eye, v_place);
        // Where a joint stretches the skin the rim is kept from growing with it.
        float across = clamp(length(vec2(dFdx(d), dFdy(d))), 0.3 * fine, fine);
        float pixels = d / across;
        float soft = 0.5 * clamp(fwidth(d) / across, 0.7, 4.0);
        float inside = smoothstep(soft, -soft, pixels);
        float light_of = dot(colour, vec3(0.21, 0.72, 0.07));
        colour = mix(colour, TINT * (0.50 + 0.40 * sqrt(light_of)), TINT_SHARE * inside * box.y);
        float halo = smoothstep(soft, -soft, abs(pixels) - 1.5 * u_rim_pixels);
        float edge = smoothstep(soft, -soft, abs(pixels) - 0.62 * u_rim_pixels);
        colour = mix(colour, HALO, halo * box.y);
        colour = mix(colour, EDGE, edge * box.y);
        sum = mix(sum, max(sum, vec3(0.8)), 0.6 * box.y * max(halo, edge));
    }
    o_colour = shown(softened(colour * sum));
}
