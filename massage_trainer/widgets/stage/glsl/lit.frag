in vec3 v_place;
in vec3 v_normal;
out vec4 o_light;

uniform float u_facing;  // -1 where a reflection has turned the triangles round
uniform float u_blur_texels;
uniform vec3 u_eye;

void main() {
    bool back = (gl_FrontFacing ? 1.0 : -1.0) * u_facing < 0.0;
    vec2 light = light_at(v_place, normalize(v_normal) * (back ? -1.0 : 1.0), u_blur_texels);
    o_light = vec4(light, distance(u_eye, v_place), 1.0);
}
