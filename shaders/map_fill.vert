#version 300 es
// Filled areas of the base map: metres to clip space, colour by palette index.
precision highp float;
layout(location = 0) in vec2 a_place;
layout(location = 1) in uint a_paint;
uniform vec3 u_row_x;         // device pixels: x = dot(u_row_x, (place, 1))
uniform vec3 u_row_y;
uniform vec2 u_size;          // device pixels of the target
uniform vec4 u_palette[48];   // premultiplied alpha
flat out vec4 v_colour;

void main() {
  vec3 p = vec3(a_place, 1.0);
  vec2 px = vec2(dot(u_row_x, p), dot(u_row_y, p));
  gl_Position = vec4(px / u_size * 2.0 - 1.0, 0.0, 1.0);
  v_colour = u_palette[a_paint];
}
