#version 300 es
// From density to colour: nothing, then three colours one into the next; in high contrast four flat steps with a line
// around each, which need no colour to be told apart.
precision highp float;
in vec2 v_uv;
uniform sampler2D u_density;
uniform vec3 u_low, u_middle, u_high;
uniform float u_most;         // opacity of the densest
uniform float u_steps;        // 0: smooth
out vec4 o_colour;

void main() {
  float d = texture(u_density, v_uv).r;
  float line = 0.0;
  if (u_steps > 0.0) {
    float at = d * u_steps + 0.5;
    float soft = max(fwidth(at), 0.001);
    line = at < 0.9 ? 0.0 : 1.0 - smoothstep(0.6, 1.6, abs(fract(at + 0.5) - 0.5) / soft);
    d = min(floor(at) / u_steps, 1.0);
  }
  vec3 colour = d < 0.5 ? mix(u_low, u_middle, d * 2.0) : mix(u_middle, u_high, d * 2.0 - 1.0);
  float alpha = u_steps > 0.0 ? d * u_most : smoothstep(0.04, 0.5, d) * u_most;
  alpha = max(alpha, line);
  o_colour = vec4(colour * alpha, alpha);
}
