// The light of the coarser grid that lies on this surface, not on one behind it.
uniform sampler2D u_light;        // key, sky, distance from the eye

struct Light { float key; float sky; };

Light gathered(vec2 share_of, float away) {
    float tolerance = 0.004 + 0.006 * away;
    vec2 p = share_of * vec2(textureSize(u_light, 0)) - 0.5;
    ivec2 first = ivec2(floor(p)), last = textureSize(u_light, 0) - 1;
    vec2 share = p - vec2(first);
    vec3 sum = vec3(0.0);
    for (int y = 0; y < 2; y++) {
        for (int x = 0; x < 2; x++) {
            vec3 there = texelFetch(u_light, clamp(first + ivec2(x, y), ivec2(0), last), 0).rgb;
            float beside = (x == 0 ? 1.0 - share.x : share.x) * (y == 0 ? 1.0 - share.y : share.y);
            float behind = (there.z - away) / tolerance;
            sum += beside / (1.0 + behind * behind * behind * behind) * vec3(there.xy, 1.0);
        }
    }
    return Light(sum.x / sum.z, sum.y / sum.z);
}
