#include "render/overlay_painter.hpp"

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace stoepkrijt::render {
namespace {

const void* offset_pointer(std::size_t bytes) {
  return reinterpret_cast<const void*>(bytes);  // NOLINT: GL wants offsets as pointers
}

int pixels(float css, float ratio) { return static_cast<int>(std::lround(css * ratio)); }

}  // namespace

Result<void> OverlayPainter::init(const ShaderSources& sources) {
  SK_TRY(program, link_program(sources.overlay_vert, sources.overlay_frag));
  program_ = std::move(program);
  viewport_at_ = glGetUniformLocation(program_.id(), "u_viewport");
  atlas_at_ = glGetUniformLocation(program_.id(), "u_atlas");
  pixel_at_ = glGetUniformLocation(program_.id(), "u_pixel");
  array_ = make_vertex_array();
  vertices_ = make_buffer();
  indices_ = make_buffer();
  atlas_revision_ = 0;
  quads_ = indexed_quads_ = 0;
  glBindVertexArray(array_.id());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
  const auto attribute = [](GLuint at, GLint count, GLenum type, GLboolean normalised, std::size_t offset) {
    glEnableVertexAttribArray(at);
    glVertexAttribPointer(at, count, type, normalised, sizeof(OverlayVertex), offset_pointer(offset));
  };
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(OverlayVertex, x));
  attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(OverlayVertex, local_x));
  attribute(2, 4, GL_FLOAT, GL_FALSE, offsetof(OverlayVertex, shape));
  attribute(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(OverlayVertex, rgba));
  attribute(4, 1, GL_FLOAT, GL_FALSE, offsetof(OverlayVertex, kind));
  glBindVertexArray(0);
  return {};
}

void OverlayPainter::grow_indices(std::size_t quads) {
  if (quads <= indexed_quads_) return;
  indexed_quads_ = quads + quads / 2 + 256;
  std::vector<std::uint32_t> indices;
  indices.reserve(indexed_quads_ * 6);
  for (std::size_t q = 0; q < indexed_quads_; ++q)
    for (const std::uint32_t i : {0U, 1U, 2U, 2U, 1U, 3U}) indices.push_back(static_cast<std::uint32_t>(q * 4) + i);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)), indices.data(),
               GL_STATIC_DRAW);
}

void OverlayPainter::upload(const OverlayBatch& batch) {
  quads_ = batch.quads();
  glBindVertexArray(array_.id());
  grow_indices(quads_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(batch.vertices().size() * sizeof(OverlayVertex)),
               batch.vertices().data(), GL_DYNAMIC_DRAW);
  glBindVertexArray(0);
}

void OverlayPainter::refresh_atlas(const SdfAtlas& atlas) {
  if (texture_.id() == 0) {
    GLuint id = 0;
    glGenTextures(1, &id);
    texture_ = GlTexture(id);
    atlas_revision_ = 0;
  }
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  if (atlas_revision_ == atlas.revision()) return;
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas.width_px(), atlas.height_px(), 0, GL_RED, GL_UNSIGNED_BYTE,
               atlas.pixels().data());
  for (const auto& [name, value] :
       {std::pair{GL_TEXTURE_MIN_FILTER, GL_LINEAR}, std::pair{GL_TEXTURE_MAG_FILTER, GL_LINEAR},
        std::pair{GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE}, std::pair{GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}})
    glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(name), value);
  atlas_revision_ = atlas.revision();
}

void OverlayPainter::draw(const SdfAtlas& atlas, const Viewport& v, float ratio, int framebuffer_height) {
  figures_ = {};
  const int w = pixels(v.w, ratio);
  const int h = pixels(v.h, ratio);
  if (quads_ == 0 || w <= 0 || h <= 0) return;
  refresh_atlas(atlas);
  glViewport(pixels(v.x, ratio), framebuffer_height - pixels(v.y, ratio) - h, w,
             h);  // GL clips to it
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glUseProgram(program_.id());
  glUniform4f(viewport_at_, v.x, v.y, v.w, v.h);
  glUniform1i(atlas_at_, 0);
  glUniform1f(pixel_at_, 1.0F / ratio);
  glBindVertexArray(array_.id());
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(quads_ * 6), GL_UNSIGNED_INT, nullptr);
  figures_ = {1, static_cast<std::uint32_t>(quads_ * 6)};
}

void OverlayPainter::forget() {
  program_.forget();
  array_.forget();
  vertices_.forget();
  indices_.forget();
  texture_.forget();
  atlas_revision_ = 0;
  quads_ = indexed_quads_ = 0;
}

}  // namespace stoepkrijt::render
