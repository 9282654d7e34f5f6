#version 300 es
// Kind 0: distance field of the atlas. a_shape = (edge, spread, -, -): covers where field > edge, over `spread` field units.
// Kind 1: rounded box.  a_shape = (half width, half height, radius, soft edge in pixels); soft 0 is a crisp edge.
// Kind 2: ring piece.   a_shape = (middle radius, half width, start, end), turns clockwise from 12 o'clock.
precision highp float;
in vec2 v_local;
flat in vec4 v_shape;
flat in vec4 v_colour;
flat in float v_kind;
uniform sampler2D u_atlas;
uniform float u_pixel;        // CSS pixels per device pixel
out vec4 o_colour;

float box_distance(vec2 p, vec2 half_size, float radius) {
  vec2 q = abs(p) - half_size + radius;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

float crisp(float distance_px) { return clamp(0.5 - distance_px / u_pixel, 0.0, 1.0); }

void main() {
  float cover;
  vec4 field = texture(u_atlas, v_local);  // fetched by all, so that neighbours agree on the derivative
  if (v_kind < 0.5) {
    cover = clamp((field.r - v_shape.x) / v_shape.y + 0.5, 0.0, 1.0);
  } else if (v_kind < 1.5) {
    float d = box_distance(v_local, v_shape.xy, v_shape.z);
    cover = v_shape.w > 0.0 ? 1.0 - smoothstep(-v_shape.w, v_shape.w, d) : crisp(d);
  } else {
    float r = length(v_local);
    float turn = fract(atan(v_local.x, -v_local.y) / 6.28318530718);
    float from_start = (turn - v_shape.z) * 6.28318530718 * v_shape.x;
    float to_end = (v_shape.w - turn) * 6.28318530718 * v_shape.x;
    float sides = v_shape.w - v_shape.z >= 1.0 ? -1e3 : -min(from_start, to_end);
    cover = crisp(max(abs(r - v_shape.x) - v_shape.y, sides));
  }
  if (cover <= 0.0) discard;
  o_colour = v_colour * cover;
}
