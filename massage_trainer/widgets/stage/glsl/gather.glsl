// The light was measured beforehand on a coarser grid; what is taken from it lies on this surface,
// not on one behind it. The neighbourhood also smooths the grain of the few lamps.
uniform sampler2D u_light;        // key, sky, distance from the eye
uniform float u_light_scale;      // grid points per pixel
uniform vec3 u_eye;

struct Light { float key; float sky; };

Light gathered(vec3 place) {
    float away = distance(u_eye, place);
    float tolerance = clamp(3.0 * fwidth(away), 0.003, 0.03);
    vec2 p = gl_FragCoord.xy * u_light_scale - 0.5;
    ivec2 first = ivec2(floor(p)) - (GATHER / 2 - 1), last = textureSize(u_light, 0) - 1;
    vec3 sum = vec3(0.0);
    for (int y = 0; y < GATHER; y++) {
        for (int x = 0; x < GATHER; x++) {
            ivec2 at = first + ivec2(x, y);
            vec3 there = texelFetch(u_light, clamp(at, ivec2(0), last), 0).rgb;
            vec2 beside = clamp(0.5 * float(GATHER) - abs(vec2(at) - p), 0.0, 1.0);
            float behind = (there.z - away) / tolerance;
            sum += beside.x * beside.y * (exp2(-behind * behind) + 1e-5) * vec3(there.xy, 1.0);
        }
    }
    return Light(sum.x / sum.z, sum.y / sum.z);
}
