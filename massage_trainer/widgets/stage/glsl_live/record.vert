// What the surface is, before any light: it is shaded once per pixel afterwards.
uniform mat4 u_camera;

out vec3 v_place;
out vec3 v_normal;
out vec4 v_colour;  // linear
#ifdef BOXES
out vec3 v_rest;
out vec3 v_rest_normal;
#endif

void main() {
    pose(v_place, v_normal);
    v_colour = vec4(linear_of(a_colour.rgb), a_colour.a);
#ifdef BOXES
    v_rest = rest_place();
    v_rest_normal = a_normal;
#endif
    gl_Position = u_camera * vec4(v_place, 1.0);
}
