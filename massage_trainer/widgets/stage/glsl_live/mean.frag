// The mean of the samples so far, for the eye.
in vec2 v_share;
out vec4 o_colour;
uniform sampler2D u_picture;
uniform float u_share;

void main() {
    vec3 mean = u_share * texelFetch(u_picture, ivec2(v_share * vec2(textureSize(u_picture, 0))), 0).rgb;
    vec2 p = gl_FragCoord.xy;
    float grain = fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))) - 0.5;
    o_colour = vec4(encoded(mean) + grain / 255.0, 1.0);
}
