#version 300 es
// Everything that lies over the base map in screen pixels: labels, markers, clusters, route, own position.
precision highp float;
layout(location = 0) in vec2 a_place;   // CSS pixels of the canvas, y down
layout(location = 1) in vec2 a_local;   // texture coordinates, or pixels from the shape's middle
layout(location = 2) in vec4 a_shape;
layout(location = 3) in vec4 a_colour;
layout(location = 4) in float a_kind;
uniform vec4 u_viewport;      // the map's rectangle: x, y, w, h in CSS pixels
out vec2 v_local;
flat out vec4 v_shape;
flat out vec4 v_colour;
flat out float v_kind;

void main() {
  vec2 unit = (a_place - u_viewport.xy) / u_viewport.zw;
  gl_Position = vec4(unit.x * 2.0 - 1.0, 1.0 - unit.y * 2.0, 0.0, 1.0);
  v_local = a_local;
  v_shape = a_shape;
  v_colour = vec4(a_colour.rgb * a_colour.a, a_colour.a);
  v_kind = a_kind;
}
