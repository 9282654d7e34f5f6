#version 300 es
precision highp float;
flat in vec4 v_colour;
flat in vec3 v_segment;
in vec2 v_local;
uniform float u_dots;         // period of round dots in device pixels; 0 is a full line
out vec4 o_colour;

void main() {
  float nearest = clamp(v_local.x, 0.0, v_segment.x);
  if (u_dots > 0.0) {
    float s = v_local.x + v_segment.z;
    nearest = v_local.x - (s - floor(s / u_dots + 0.5) * u_dots);
    if (nearest < 0.0 || nearest > v_segment.x) discard;
  }
  float d = length(vec2(v_local.x - nearest, v_local.y));
  float cover = clamp(v_segment.y + 0.5 - d, 0.0, 1.0);
  if (cover <= 0.0) discard;
  o_colour = v_colour * cover;
}
