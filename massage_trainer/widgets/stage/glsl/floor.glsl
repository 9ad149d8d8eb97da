// The floor is seen by its shadows alone and fades into the paper.
float floor_share(vec2 from_middle) {
    return 1.0 - smoothstep(0.9, 2.6, length(from_middle * vec2(0.8, 1.0)));
}
