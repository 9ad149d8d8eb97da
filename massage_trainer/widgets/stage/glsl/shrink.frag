// From many samples to one pixel, in linear light, with a soft bell a little wider than the pixel.
out vec4 o_colour;
uniform sampler2D u_picture;
uniform int u_factor;

void main() {
    vec2 middle = gl_FragCoord.xy * float(u_factor);
    float reach = 0.95 * float(u_factor);
    ivec2 first = ivec2(floor(middle - reach)), last = ivec2(ceil(middle + reach));
    ivec2 size = textureSize(u_picture, 0) - 1;
    vec3 sum = vec3(0.0);
    float whole = 0.0;
    for (int y = first.y; y < last.y; y++) {
        for (int x = first.x; x < last.x; x++) {
            vec2 away = (vec2(x, y) + 0.5 - middle) / float(u_factor);
            float weight = max(1.0 - abs(away.x) / 0.95, 0.0) * max(1.0 - abs(away.y) / 0.95, 0.0);
            sum += weight * min(texelFetch(u_picture, clamp(ivec2(x, y), ivec2(0), size), 0).rgb, 1.0);
            whole += weight;
        }
    }
    vec2 p = gl_FragCoord.xy;
    float grain = fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))) - 0.5;
    o_colour = vec4(encoded(sum / whole) + grain / 255.0, 1.0);
}
