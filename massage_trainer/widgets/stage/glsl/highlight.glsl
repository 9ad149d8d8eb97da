uniform int u_boxes;
uniform vec4 u_box_place[4];  // centre and half widths
uniform vec4 u_box_shape[4];  // radius, cosine and sine of the tilt, side: 0 back 1 front 2 left 3 right 4 around
uniform float u_rim_pixels;
uniform float u_pixel_spread;  // width of a pixel, in metres, one metre away

// x: metres outside (above 0) or inside (below) the nearest box, on the rest body; y: how much the
// skin there faces the box's side, from 0 to 1.
vec2 boxes_at(vec3 rest, vec3 normal) {
    vec2 nearest = vec2(9.0, 0.0);
    for (int i = 0; i < u_boxes; i++) {
        vec4 shape = u_box_shape[i];
        bool flank = shape.w > 1.5 && shape.w < 3.5;
        vec2 p = (flank ? rest.yz : rest.xz) - u_box_place[i].xy;
        p = vec2(shape.y * p.x + shape.z * p.y, shape.y * p.y - shape.z * p.x);
        vec2 q = abs(p) - u_box_place[i].zw + shape.x;
        float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - shape.x;
        float facing = flank ? normal.x * (shape.w < 2.5 ? 1.0 : -1.0)
                             : normal.y * (shape.w < 0.5 ? 1.0 : -1.0);
        facing = shape.w > 3.5 ? 1.0 : smoothstep(-0.60, -0.25, facing);
        if (facing > 0.0 && d < nearest.x) nearest = vec2(d, facing);
    }
    return nearest;
}
