#version 300 es
precision highp float;
flat in vec4 v_colour;
flat in vec4 v_edge;
flat in vec2 v_radius;
in vec2 v_local;
out vec4 o_colour;

void main() {
  float d = length(v_local);
  float cover = clamp(v_radius.x + 0.5 - d, 0.0, 1.0);
  if (cover <= 0.0) discard;
  float inner = clamp(v_radius.x - v_radius.y + 0.5 - d, 0.0, 1.0);
  o_colour = mix(v_edge, v_colour, inner) * cover;
}
