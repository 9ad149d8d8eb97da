uniform float u_ball_radius;
uniform sampler2DArrayShadow u_depths;
uniform int u_key_lamps;   // the first lamps are the key light's disc,
uniform int u_sky_lamps;   // the others the sky's dome
uniform float u_texel;     // of the depth maps, in their 0 to 1

// Every value of 0, 1/16 ... 15/16 once in each square of four by four, which is averaged later.
uniform float u_doubt;  // how much light is taken for granted, in lamps
uniform float u_soft;   // how much wider light is strewn, for few lamps throw hard shadows
uniform float u_spin;   // of this sample, in turns: the samples of a fine picture strew differently

float grain(ivec2 p) {
    int x = p.x ^ p.y;
    return float((x & 1) << 3 | (p.y & 1) << 2 | (x & 2) | (p.y & 2) >> 1) / 16.0;
}

// The sample is taken beside the place, in the plane of the surface, so that nothing that is flat
// shades itself.
float seen(int lamp, vec3 place, vec3 normal, vec2 blur) {
    vec3 p = lamp_place(lamp, place);
    vec2 lean = vec2(dot(u_lamps[3 * lamp].xyz, normal), dot(u_lamps[3 * lamp + 1].xyz, normal));
    float away = min(dot(u_lamps[3 * lamp + 2].xyz, normal), -0.15 / (2.0 * u_ball_radius));
    float deeper = -dot(lean, blur) / away;
    return texture(u_depths, vec4(p.xy + blur, float(lamp), min(p.z + deeper, 1.0) - 0.0060 / (2.0 * u_ball_radius)));
}

// How much of the key's disc and of the dome (by the cosine, brighter overhead) the place sees.
// blur_texels: how far the samples are strewn, which hides that the lamps are few.
vec2 light_at(vec3 place, vec3 normal, float blur_texels) {
    // The shadows are cast by fewer triangles, which may stand out by millimetres.
    vec3 p = place + 0.0075 * normal;
    float spin = 6.2832 * (grain(ivec2(gl_FragCoord.xy)) + u_spin);
    vec2 blur = blur_texels * u_texel * vec2(cos(spin), sin(spin));
    mat2 further = mat2(-0.737, 0.676, -0.676, -0.737);  // the golden angle
    vec2 light = vec2(0.0);
    bool turned_away = dot(u_lamps[2].xyz, normal) * -2.0 * u_ball_radius < -0.2;
    for (int i = 0; i < u_key_lamps && !turned_away; i++) {
        light.x += seen(i, p, normal, min(u_soft, max(6.0 / blur_texels, 1.0)) * blur);
        blur = further * blur;
    }
    light.x /= float(max(u_key_lamps, 1));
    float whole = 1e-4;
    for (int i = u_key_lamps; i < u_key_lamps + u_sky_lamps; i++) {
        vec3 away = u_lamps[3 * i + 2].xyz * -2.0 * u_ball_radius;
        float weight = max(dot(normal, away), 0.0) * (0.55 + 0.45 * away.z);
        if (weight > 0.002) light.y += weight * seen(i, p, normal, min(u_soft, max(9.0 / blur_texels, 1.0)) * blur);
        whole += weight;
        blur = further * blur;
    }
    // A few lamps of a sky tell little of a place that hardly any of them faces.
    light.y = (light.y + u_doubt * 0.85) / (whole + u_doubt);
    return light;
}
