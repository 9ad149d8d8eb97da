// Light is added up linearly; a picture that is shown at once is encoded at once.
uniform bool u_encode;

vec3 linear_of(vec3 c) {
    return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), step(0.04045, c));
}

vec3 encoded(vec3 c) {
    c = clamp(c, 0.0, 1.0);
    return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}

vec4 shown(vec3 c) { return vec4(u_encode ? encoded(c) : c, 1.0); }
