#version 300 es
// Where many signals lie: the rectangle of the grid, from metres to clip space.
precision highp float;
uniform vec3 u_row_x;         // device pixels: x = dot(u_row_x, (place, 1))
uniform vec3 u_row_y;
uniform vec2 u_size;          // device pixels of the target
uniform vec4 u_box;           // metres: west, south, east, north
out vec2 v_uv;

void main() {
  v_uv = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
  vec3 p = vec3(mix(u_box.xy, u_box.zw, v_uv), 1.0);
  vec2 px = vec2(dot(u_row_x, p), dot(u_row_y, p));
  gl_Position = vec4(px / u_size * 2.0 - 1.0, 0.0, 1.0);
}
