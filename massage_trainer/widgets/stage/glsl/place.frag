uniform float u_is_skin;

in vec3 v_rest;
out vec4 o_place;

void main() {
    // What hides the skin without being skin is no place.
    o_place = u_is_skin * vec4(v_rest, 1.0);
}
