// How a place is noted: its normal folded into a square, what lies there, how far it is away.
const float ROUND = 0.0, FLAT = 1.0, INKED = 2.0;

vec2 folded(vec3 n) {
    n /= abs(n.x) + abs(n.y) + abs(n.z);
    vec2 turned = (1.0 - abs(n.yx)) * vec2(n.x < 0.0 ? -1.0 : 1.0, n.y < 0.0 ? -1.0 : 1.0);
    return n.z < 0.0 ? turned : n.xy;
}

vec3 unfolded(vec2 f) {
    vec3 n = vec3(f, 1.0 - abs(f.x) - abs(f.y));
    float t = max(-n.z, 0.0);
    n.xy -= vec2(n.x < 0.0 ? -t : t, n.y < 0.0 ? -t : t);
    return normalize(n);
}
