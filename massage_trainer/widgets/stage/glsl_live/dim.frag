// How much light of each kind comes to each place; on a coarser grid, for it is soft.
in vec2 v_share;
out vec4 o_light;

uniform sampler2D u_where;
uniform int u_step;  // pixels per grid point

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * u_step;
    vec4 found = texelFetch(u_where, first, 0);
    if (found.z > 1.5 && u_step > 1) found = texelFetch(u_where, first + ivec2(1, 1), 0);
    vec3 way = way_of(v_share);
    vec3 normal = unfolded(found.xy);
    float away = found.w, blur = found.z > 0.5 ? 6.0 : 1.6;
    if (away <= 0.0) {
        away = floor_distance(way);
        normal = vec3(0.0, 0.0, 1.0);
        blur = 24.0 / (0.5 + u_soft);
    }
    vec3 place = u_eye + way * away;
    bool lit_alone = away <= 0.0 || (found.w <= 0.0 && floor_share(place.xy - u_middle) <= 0.0);
    vec2 light = lit_alone ? vec2(1.0) : light_at(place, normal, blur);
    // Whoever reads the distances back is told by the sign that a cloth lies there.
    bool cloth = abs(fract(found.z) - 0.25) < 0.1;
    o_light = vec4(light, lit_alone ? 1000.0 : cloth ? -away : away, 1.0);
}
