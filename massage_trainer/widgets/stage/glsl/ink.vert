// The surface grown by a fixed number of pixels: its back faces make the outline.
uniform mat4 u_camera;
uniform vec2 u_pixel;  // of the picture, in clip space
uniform float u_weight;
uniform float u_push;   // metres away from the eye
uniform vec3 u_eye;

void main() {
    vec3 place, normal;
    pose(place, normal);
    place += u_push * normalize(place - u_eye);
    vec4 q = u_camera * vec4(place, 1.0);
    vec4 tip = u_camera * vec4(place + 0.01 * normal, 1.0);
    vec2 way = (tip.xy / tip.w - q.xy / q.w) / u_pixel;
    q.xy += normalize(way + 1e-6) * u_weight * u_pixel * q.w;
    gl_Position = q;
}
