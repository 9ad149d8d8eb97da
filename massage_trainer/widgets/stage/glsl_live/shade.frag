in vec2 v_share;
out vec4 o_colour;

uniform sampler2D u_colour;
uniform sampler2D u_where;
uniform vec3 u_key;
uniform vec3 u_paper;
uniform vec3 u_ink;

const vec3 KEY = vec3(1.00, 0.965, 0.90) * 0.96;
const vec3 SKY = vec3(0.93, 0.97, 1.00) * 0.43;
const vec3 BOUNCE = vec3(1.00, 0.90, 0.78) * 0.16;
const vec3 RIM = vec3(1.00, 0.97, 0.93) * 0.16;
const vec3 SHADE = vec3(0.36, 0.30, 0.25);
const float KNEE = 0.62;

vec3 softened(vec3 c) {
    vec3 over = max(c - KNEE, 0.0) / (1.0 - KNEE);
    return min(c, KNEE) + (1.0 - KNEE) * (1.0 - exp(-over));
}

// The curve of sRGB by roots alone, which cost less; off by less than half a step of 255.
vec3 quickly_encoded(vec3 c) {
    c = clamp(c, 0.0, 1.0);
    vec3 a = sqrt(c), b = sqrt(a), d = sqrt(b);
    return max(0.662002687 * a + 0.684122060 * b - 0.323583601 * d - 0.0225411470 * c, 0.0);
}

// Every pixel takes the same way: a processor works out both sides of a branch anyhow.
void main() {
    ivec2 at = ivec2(v_share * vec2(textureSize(u_where, 0)));
    vec4 found = texelFetch(u_where, at, 0);
    vec4 painted = texelFetch(u_colour, at, 0);
    vec3 way = way_of(v_share);
    bool stands = found.w > 0.0;
    float away = stands ? found.w : floor_distance(way);
    Light light = gathered(v_share, away);

    vec3 place = u_eye + way * away;
    float dark = clamp(0.42 * (1.0 - light.sky) + 0.22 * (1.0 - light.key), 0.0, 1.0);
    dark *= away > 0.0 ? floor_share(place.xy - u_middle) : 0.0;
    vec3 ground = u_paper * mix(vec3(1.0), SHADE, dark);

    vec3 n = unfolded(found.xy);
    vec3 paint = painted.rgb * painted.rgb;
    float glow = max(2.0 * painted.a - 1.0, 0.0);
    float open = painted.a > 0.495 ? 1.0 : painted.a / 0.49;
    float sky = light.sky * mix(0.45, 1.0, open);
    float wrapped = smoothstep(-0.12, 1.0, dot(n, u_key));
    vec3 sum = KEY * wrapped * light.key * mix(0.7, 1.0, open);
    sum += SKY * sky;
    sum += BOUNCE * (0.75 - 0.25 * n.z) * mix(0.35, 1.0, sky);
    float rim = 1.0 - max(dot(n, -way), 0.0);
    sum += RIM * rim * rim * rim * sky;
    sum = mix(sum, max(sum, vec3(0.8)), glow);

    vec3 colour = found.z > 1.5 ? u_ink : stands ? softened(paint * sum) : ground;
    o_colour = vec4(u_encode ? quickly_encoded(colour) : colour, 1.0);
}
