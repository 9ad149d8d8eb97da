// Every lamp is parallel light; its depth map is one layer. u_lamps: direction towards the lamp.
uniform vec3 u_lamps[LAMPS];
uniform vec4 u_ball;  // centre and radius of what casts shadows

mat3 lamp_axes(vec3 d) {
    vec3 side = normalize(abs(d.z) < 0.95 ? vec3(d.y, -d.x, 0.0) : vec3(1.0, 0.0, -d.x));
    return mat3(side, cross(d, side), d);
}

// Across the map and into depth, each 0 to 1 inside the ball.
vec3 lamp_place(vec3 place, vec3 d) {
    vec3 p = (place - u_ball.xyz) * lamp_axes(d) / u_ball.w;
    return 0.5 + 0.5 * vec3(p.xy, -p.z);
}
