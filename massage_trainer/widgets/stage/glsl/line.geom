// A line of fixed weight in pixels with square ends; wide lines are not in the core profile.
layout(lines) in;
layout(triangle_strip, max_vertices = 4) out;
uniform vec2 u_pixel;
uniform float u_weight;

void main() {
    vec4 a = gl_in[0].gl_Position, b = gl_in[1].gl_Position;
    if (a.w <= 0.0 || b.w <= 0.0) return;
    vec2 way = normalize((b.xy / b.w - a.xy / a.w) / u_pixel + 1e-6) * 0.5 * u_weight;
    vec2 across = vec2(-way.y, way.x);
    a.xy -= 0.7 * way * u_pixel * a.w;
    b.xy += 0.7 * way * u_pixel * b.w;
    gl_Position = a + vec4(across * u_pixel * a.w, 0.0, 0.0); EmitVertex();
    gl_Position = a - vec4(across * u_pixel * a.w, 0.0, 0.0); EmitVertex();
    gl_Position = b + vec4(across * u_pixel * b.w, 0.0, 0.0); EmitVertex();
    gl_Position = b - vec4(across * u_pixel * b.w, 0.0, 0.0); EmitVertex();
    EndPrimitive();
}
