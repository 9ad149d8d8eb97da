in vec3 v_place;
out vec4 o_light;
uniform vec2 u_middle;
uniform vec3 u_eye;

void main() {
    vec2 light = vec2(1.0);
    if (floor_share(v_place.xy - u_middle) > 0.0) {
        light = light_at(v_place, vec3(0.0, 0.0, 1.0), 16.0);
    }
    o_light = vec4(light, distance(u_eye, v_place), 1.0);
}
