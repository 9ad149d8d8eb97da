in vec3 v_place;
in vec3 v_normal;
in vec4 v_colour;
#ifdef BOXES
in vec3 v_rest;
in vec3 v_rest_normal;
#endif
layout(location = 0) out vec4 o_colour;
layout(location = 1) out vec4 o_where;

uniform vec3 u_eye;
uniform float u_facing;  // -1 where a reflection has turned the triangles round
uniform float u_kind;

const vec3 TINT = vec3(1.00, 0.42, 0.03);
const float TINT_SHARE = 0.66;
const vec3 EDGE = vec3(0.30, 0.025, 0.00);
const vec3 HALO = vec3(1.00, 0.93, 0.72);
const float BACK_LIGHT = 0.55;

void main() {
    bool back = (gl_FrontFacing ? 1.0 : -1.0) * u_facing < 0.0;
    vec3 n = normalize(v_normal) * (back ? -1.0 : 1.0);
    vec3 colour = v_colour.rgb * (back ? BACK_LIGHT : 1.0);
    float open = back ? 0.6 : v_colour.a;
    float glow = 0.0;
    float away = distance(u_eye, v_place);
#ifdef BOXES
    vec2 box = boxes_at(v_rest, normalize(v_rest_normal));
    float d = box.x;
    float fine = u_pixel_spread * away;
    float across = clamp(length(vec2(dFdx(d), dFdy(d))), 0.3 * fine, fine);
    float pixels = d / across;
    float soft = 0.5 * clamp(fwidth(d) / across, 0.7, 4.0);
    float inside = smoothstep(soft, -soft, pixels);
    float light_of = dot(colour, vec3(0.21, 0.72, 0.07));
    float seen = back ? 0.0 : box.y;
    colour = mix(colour, TINT * (0.50 + 0.40 * sqrt(light_of)), TINT_SHARE * inside * seen);
    float halo = smoothstep(soft, -soft, abs(pixels) - 1.5 * u_rim_pixels);
    float edge = smoothstep(soft, -soft, abs(pixels) - 0.62 * u_rim_pixels);
    colour = mix(colour, HALO, halo * seen);
    colour = mix(colour, EDGE, edge * seen);
    glow = 0.6 * seen * max(halo, edge);
#endif
    // The upper half of the fourth number is the rim's own light.
    o_colour = vec4(sqrt(colour), glow > 0.01 ? 0.5 + 0.5 * glow : 0.49 * open);
    o_where = vec4(folded(n), u_kind, away);
}
