uniform sampler2DArrayShadow u_depths;
uniform int u_key_lamps;   // the first lamps are the key light's disc,
uniform int u_sky_lamps;   // the others the sky's dome
uniform float u_texel;     // of the depth maps, in their 0 to 1
uniform vec3 u_key;        // direction towards the key light
uniform vec3 u_eye;

float hash(vec3 p) {
    p = fract(p * vec3(0.1031, 0.1030, 0.0973));
    p += dot(p, p.yxz + 33.33);
    return fract((p.x + p.y) * p.z);
}

float seen(int lamp, vec3 place, vec2 blur) {
    vec3 p = lamp_place(place, u_lamps[lamp]);
    if (any(lessThan(p.xy, vec2(0.0))) || any(greaterThan(p.xy, vec2(1.0)))) return 1.0;
    return texture(u_depths, vec4(p.xy + blur, float(lamp), clamp(p.z - 0.0006, 0.0, 1.0)));
}

struct Light { float key; float sky; };

// How much of the key's disc and of the dome (by the cosine, brighter overhead) the place sees.
Light light_at(vec3 place, vec3 normal, vec3 flat_normal) {
    vec3 p = place + 0.0035 * flat_normal;
    float spin = 6.2832 * hash(vec3(gl_FragCoord.xy, 1.0));
    vec2 blur = 1.6 * u_texel * vec2(cos(spin), sin(spin));
    Light light = Light(0.0, 0.0);
    for (int i = 0; i < u_key_lamps; i++) {
        light.key += seen(i, p, blur);
        blur = blur.yx * vec2(-1.0, 1.0);
    }
    light.key /= float(max(u_key_lamps, 1));
    float whole = 1e-4;
    for (int i = u_key_lamps; i < u_key_lamps + u_sky_lamps; i++) {
        float weight = max(dot(normal, u_lamps[i]), 0.0) * (0.55 + 0.45 * u_lamps[i].z);
        if (weight > 0.002) light.sky += weight * seen(i, p, blur);
        whole += weight;
        blur = blur.yx * vec2(-1.0, 1.0);
    }
    light.sky = u_sky_lamps > 0 ? light.sky / whole : 1.0;
    return light;
}
