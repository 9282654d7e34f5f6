#include "render/heat_painter.hpp"

#include <cmath>
#include <utility>

namespace stoepkrijt::render {
namespace {

int pixels(float css, float ratio) { return static_cast<int>(std::lround(css * ratio)); }

void give(GLint at, std::uint32_t rgb) {
  const auto part = [&](unsigned shift) { return static_cast<float>((rgb >> shift) & 0xFFU) / 255.0F; };
  glUniform3f(at, part(16), part(8), part(0));
}

}  // namespace

Result<void> HeatPainter::init(const ShaderSources& sources) {
  SK_TRY(program, link_program(sources.heat_vert, sources.heat_frag));
  program_ = std::move(program);
  no_vertices_ = make_vertex_array();
  texture_ = GlTexture();
  const auto at = [&](const char* name) { return glGetUniformLocation(program_.id(), name); };
  row_x_ = at("u_row_x");
  row_y_ = at("u_row_y");
  size_ = at("u_size");
  box_ = at("u_box");
  density_ = at("u_density");
  low_ = at("u_low");
  middle_ = at("u_middle");
  high_ = at("u_high");
  most_ = at("u_most");
  steps_ = at("u_steps");
  return {};
}

void HeatPainter::upload(const HeatGrid& grid) {
  if (grid.empty()) return;
  if (texture_.id() == 0) {
    GLuint id = 0;
    glGenTextures(1, &id);
    texture_ = GlTexture(id);
  }
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, grid.w, grid.h, 0, GL_RED, GL_UNSIGNED_BYTE, grid.density.data());
  for (const auto& [name, value] :
       {std::pair{GL_TEXTURE_MIN_FILTER, GL_LINEAR}, std::pair{GL_TEXTURE_MAG_FILTER, GL_LINEAR},
        std::pair{GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE}, std::pair{GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}})
    glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(name), value);
}

void HeatPainter::draw(const HeatGrid& grid, const Plane& plane, const BaseLook& look, int framebuffer_height) {
  const float ratio = look.device_pixel_ratio;
  const int w = pixels(look.viewport.w, ratio);
  const int h = pixels(look.viewport.h, ratio);
  if (grid.empty() || texture_.id() == 0 || w <= 0 || h <= 0) return;
  glViewport(pixels(look.viewport.x, ratio), framebuffer_height - pixels(look.viewport.y, ratio) - h, w, h);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // premultiplied alpha
  glUseProgram(program_.id());
  const Rows r = rows(plane, look);
  glUniform3fv(row_x_, 1, r.x.data());
  glUniform3fv(row_y_, 1, r.y.data());
  glUniform2f(size_, static_cast<float>(w), static_cast<float>(h));
  glUniform4f(box_, grid.west, grid.south, grid.east, grid.north);
  const HeatLook colours = heat_look(look.theme);
  give(low_, colours.low);
  give(middle_, colours.middle);
  give(high_, colours.high);
  glUniform1f(most_, colours.most);
  glUniform1f(steps_, colours.steps);
  glUniform1i(density_, 0);
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glBindVertexArray(no_vertices_.id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void HeatPainter::forget() {
  program_.forget();
  no_vertices_.forget();
  texture_.forget();
}

}  // namespace stoepkrijt::render
