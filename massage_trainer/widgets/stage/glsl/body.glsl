// Shared by every pass: the packed vertex, and where its bones take it.
layout(location = 0) in vec3 a_step;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec4 a_bones_a;
layout(location = 3) in vec4 a_bones_b;
layout(location = 4) in vec4 a_shares_a;
layout(location = 5) in vec4 a_shares_b;
layout(location = 6) in vec4 a_colour;

uniform float u_scale;
uniform vec3 u_origin;
uniform bool u_skinned;
uniform vec4 u_rows[BONE_ROWS];

vec3 rest_place() { return u_origin + u_scale * a_step; }

void add_bones(vec4 bones, vec4 shares, inout vec4 x, inout vec4 y, inout vec4 z) {
    for (int i = 0; i < 4; i++) {
        if (shares[i] <= 0.0) continue;
        int row = 3 * int(bones[i]);
        x += shares[i] * u_rows[row];
        y += shares[i] * u_rows[row + 1];
        z += shares[i] * u_rows[row + 2];
    }
}

void pose(out vec3 place, out vec3 normal) {
    vec4 x = vec4(0.0), y = vec4(0.0), z = vec4(0.0);
    if (u_skinned) {
        add_bones(a_bones_a, a_shares_a, x, y, z);
        add_bones(a_bones_b, a_shares_b, x, y, z);
    } else {
        x = u_rows[0]; y = u_rows[1]; z = u_rows[2];
    }
    vec4 rest = vec4(rest_place(), 1.0);
    place = vec3(dot(x, rest), dot(y, rest), dot(z, rest));
    normal = vec3(dot(x.xyz, a_normal), dot(y.xyz, a_normal), dot(z.xyz, a_normal));
    normal = normalize(normal + vec3(0.0, 0.0, 1e-9));
}
