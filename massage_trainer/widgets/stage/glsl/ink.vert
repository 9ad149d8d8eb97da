// The hull: the surface pushed outwards by a fixed number of pixels; its back faces make the line.
uniform mat4 u_camera;
uniform vec2 u_pixel;  // of the picture, in clip space
uniform float u_weight;

void main() {
    vec3 place, normal;
    pose(place, normal);
    vec4 q = u_camera * vec4(place, 1.0);
    vec4 tip = u_camera * vec4(place + 0.01 * normal, 1.0);
    vec2 way = (tip.xy / tip.w - q.xy / q.w) / u_pixel;
    q.xy += normalize(way + 1e-6) * u_weight * u_pixel * q.w;
    q.z += 0.0004 * q.w;
    gl_Position = q;
}
