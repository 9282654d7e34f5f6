#version 300 es
// Lines of the base map: each segment is a quad, pushed out by half its width; round joints and caps come from the
// distance to the segment in the fragment shader.
precision highp float;
layout(location = 0) in vec4 a_ends;    // a.xy, b.xy in metres
layout(location = 1) in vec2 a_along;   // metres before this segment, half width in metres
layout(location = 2) in uvec2 a_corner; // bit 0: side, bit 1: end; palette index
uniform vec3 u_row_x;
uniform vec3 u_row_y;
uniform vec2 u_size;
uniform vec4 u_palette[48];
uniform vec3 u_width;         // device pixels per metre, extra pixels, least pixels
flat out vec4 v_colour;
flat out vec3 v_segment;      // length, half width, pixels before the segment
out vec2 v_local;

void main() {
  vec3 a = vec3(a_ends.xy, 1.0);
  vec3 b = vec3(a_ends.zw, 1.0);
  vec2 pa = vec2(dot(u_row_x, a), dot(u_row_y, a));
  vec2 pb = vec2(dot(u_row_x, b), dot(u_row_y, b));
  vec2 along = pb - pa;
  float len = length(along);
  vec2 dir = len > 0.0 ? along / len : vec2(1.0, 0.0);
  float half_px = 0.5 * max(a_along.y * 2.0 * u_width.x + u_width.y, u_width.z);
  float reach = half_px + 1.0;
  float side = (a_corner.x & 1u) == 0u ? -1.0 : 1.0;
  bool end = (a_corner.x & 2u) != 0u;
  v_local = vec2(end ? len + reach : -reach, side * reach);
  vec2 px = pa + dir * v_local.x + vec2(-dir.y, dir.x) * v_local.y;
  gl_Position = vec4(px / u_size * 2.0 - 1.0, 0.0, 1.0);
  v_segment = vec3(len, half_px, a_along.x * u_width.x);
  v_colour = u_palette[a_corner.y];
}
