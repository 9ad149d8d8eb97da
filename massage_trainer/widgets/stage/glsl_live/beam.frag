// A cone of light over what was drawn, where nothing stands before it.
in vec3 v_place;
in vec3 v_normal;
in vec4 v_colour;
out vec4 o_colour;

uniform vec3 u_eye;
uniform sampler2D u_where;
uniform float u_turn;
uniform float u_gain;  // how many pictures lie summed up below

const float DENSEST = 0.55;

void main() {
    ivec2 size = textureSize(u_where, 0);
    ivec2 at = ivec2(gl_FragCoord.xy);
    if (u_turn < 0.0) at.y = size.y - 1 - at.y;
    float before = texelFetch(u_where, at, 0).w;
    if (before > 0.0 && before < distance(u_eye, v_place) - 0.002) discard;
    float facing = max(dot(normalize(v_normal), normalize(u_eye - v_place)), 0.0);
    o_colour = vec4(u_gain * shown(linear_of(v_colour.rgb)).rgb, DENSEST * pow(facing, 1.2));
}
