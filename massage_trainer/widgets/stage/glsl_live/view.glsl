// From a pixel back to the world. Where nothing stands one sees the floor, or nothing at all.
uniform vec3 u_eye;
uniform vec3 u_ahead;   // to the middle of the picture, and from there to its borders
uniform vec3 u_across;
uniform vec3 u_up;
uniform vec2 u_middle;

vec3 way_of(vec2 share) {
    vec2 p = 2.0 * share - 1.0;
    return normalize(u_ahead + p.x * u_across + p.y * u_up);
}

// Negative where the way does not meet the floor.
float floor_distance(vec3 way) { return u_eye.z > 0.0 && way.z < -1e-4 ? -u_eye.z / way.z : -1.0; }
