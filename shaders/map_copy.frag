#version 300 es
precision mediump float;
in vec2 v_uv;
uniform sampler2D u_image;
out vec4 o_colour;

void main() { o_colour = vec4(texture(u_image, v_uv).rgb, 1.0); }
