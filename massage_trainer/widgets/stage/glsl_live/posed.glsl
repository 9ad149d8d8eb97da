// Shared by every pass: the vertex where its bones have taken it, which was worked out once.
layout(location = 0) in vec3 a_place;
layout(location = 1) in vec3 a_posed_normal;
layout(location = 2) in vec3 a_step;
layout(location = 3) in vec3 a_normal;
layout(location = 6) in vec4 a_colour;

uniform float u_scale;
uniform vec3 u_origin;

vec3 rest_place() { return u_origin + u_scale * a_step; }

void pose(out vec3 place, out vec3 normal) {
    place = a_place;
    normal = a_posed_normal;
}
