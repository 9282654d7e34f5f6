#version 300 es
// One colour over everything (outside the buurten, by stencil).
precision mediump float;
uniform vec4 u_colour;        // premultiplied alpha
out vec4 o_colour;

void main() { o_colour = u_colour; }
