#version 300 es
// Discs of the base map (trees, their green ground, street furniture), true size with a least size in pixels.
precision highp float;
layout(location = 0) in vec3 a_disc;    // centre in metres, radius in metres
layout(location = 1) in uvec2 a_corner; // bit 0: right, bit 1: top; palette index
uniform vec3 u_row_x;
uniform vec3 u_row_y;
uniform vec2 u_size;
uniform vec4 u_palette[48];
uniform vec3 u_width;         // device pixels per metre, edge pixels, least radius
uniform int u_edge_paint;     // palette index of the edge; -1 for none
flat out vec4 v_colour;
flat out vec4 v_edge;
flat out vec2 v_radius;       // radius, edge width
out vec2 v_local;

void main() {
  vec3 c = vec3(a_disc.xy, 1.0);
  float radius = max(a_disc.z * u_width.x, u_width.z);
  float reach = radius + 1.0;
  v_local = vec2((a_corner.x & 1u) == 0u ? -reach : reach, (a_corner.x & 2u) == 0u ? -reach : reach);
  vec2 px = vec2(dot(u_row_x, c), dot(u_row_y, c)) + v_local;
  gl_Position = vec4(px / u_size * 2.0 - 1.0, 0.0, 1.0);
  v_colour = u_palette[a_corner.y];
  v_edge = u_edge_paint >= 0 ? u_palette[u_edge_paint] : v_colour;
  v_radius = vec2(radius, u_edge_paint >= 0 ? u_width.y : 0.0);
}
