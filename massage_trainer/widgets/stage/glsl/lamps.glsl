// Every lamp is parallel light and one layer of depth. Three rows each take a place in the world to
// across, up and away from the lamp, all from 0 to 1 inside the ball that casts shadows.
uniform vec4 u_lamps[3 * LAMPS];

vec3 lamp_place(int lamp, vec3 place) {
    vec4 p = vec4(place, 1.0);
    return vec3(dot(u_lamps[3 * lamp], p), dot(u_lamps[3 * lamp + 1], p),
                dot(u_lamps[3 * lamp + 2], p));
}
