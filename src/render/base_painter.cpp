#include "render/base_painter.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace stoepkrijt::render {
namespace {

template <class T>
void fill_buffer(GLenum target, const GlBuffer& buffer, const std::vector<T>& data) {
  glBindBuffer(target, buffer.id());
  glBufferData(target, static_cast<GLsizeiptr>(data.size() * sizeof(T)), data.data(), GL_STATIC_DRAW);
}

const void* offset_pointer(std::size_t bytes) {
  return reinterpret_cast<const void*>(bytes);  // NOLINT: GL wants offsets as pointers
}

int pixels(float css, float ratio) { return static_cast<int>(std::lround(css * ratio)); }

}  // namespace

Result<void> BasePainter::init(const ShaderSources& s) {
  const auto shape = [](std::string_view vert, std::string_view frag, const char* extra) -> Result<Shape> {
    SK_TRY(program, link_program(vert, frag));
    Shape out;
    const GLuint id = program.id();
    out.row_x = glGetUniformLocation(id, "u_row_x");
    out.row_y = glGetUniformLocation(id, "u_row_y");
    out.size = glGetUniformLocation(id, "u_size");
    out.palette = glGetUniformLocation(id, "u_palette");
    out.width = glGetUniformLocation(id, "u_width");
    out.extra = glGetUniformLocation(id, extra);
    out.program = std::move(program);
    out.array = make_vertex_array();
    out.vertices = make_buffer();
    out.indices = make_buffer();
    return out;
  };
  SK_TRY(fill, shape(s.fill_vert, s.fill_frag, "u_none"));
  SK_TRY(stroke, shape(s.stroke_vert, s.stroke_frag, "u_dots"));
  SK_TRY(disc, shape(s.disc_vert, s.disc_frag, "u_edge_paint"));
  SK_TRY(copy, link_program(s.copy_vert, s.copy_frag));
  fill_ = std::move(fill);
  stroke_ = std::move(stroke);
  disc_ = std::move(disc);
  SK_TRY(veil, link_program(s.copy_vert, s.veil_frag));
  copy_ = std::move(copy);
  veil_ = std::move(veil);
  veil_colour_ = glGetUniformLocation(veil_.id(), "u_colour");
  copy_image_ = glGetUniformLocation(copy_.id(), "u_image");
  no_vertices_ = make_vertex_array();
  set_up_arrays();
  spoil();
  return {};
}

void BasePainter::set_up_arrays() {
  const auto bind = [](const Shape& shape) {
    glBindVertexArray(shape.array.id());
    glBindBuffer(GL_ARRAY_BUFFER, shape.vertices.id());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, shape.indices.id());
  };
  const auto floats = [](GLuint at, GLint count, std::size_t stride, std::size_t offset) {
    glEnableVertexAttribArray(at);
    glVertexAttribPointer(at, count, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride), offset_pointer(offset));
  };
  const auto integers = [](GLuint at, GLint count, std::size_t stride, std::size_t offset) {
    glEnableVertexAttribArray(at);
    glVertexAttribIPointer(at, count, GL_UNSIGNED_INT, static_cast<GLsizei>(stride), offset_pointer(offset));
  };
  bind(fill_);
  floats(0, 2, sizeof(FillVertex), offsetof(FillVertex, x));
  integers(1, 1, sizeof(FillVertex), offsetof(FillVertex, paint));
  bind(stroke_);
  floats(0, 4, sizeof(StrokeVertex), offsetof(StrokeVertex, ax));
  floats(1, 2, sizeof(StrokeVertex), offsetof(StrokeVertex, along_m));
  integers(2, 2, sizeof(StrokeVertex), offsetof(StrokeVertex, corner));
  bind(disc_);
  floats(0, 3, sizeof(DiscVertex), offsetof(DiscVertex, x));
  integers(1, 2, sizeof(DiscVertex), offsetof(DiscVertex, corner));
  glBindVertexArray(0);
}

void BasePainter::upload(const BaseMesh& mesh) {
  const auto put = [](const Shape& shape, const auto& vertices, const std::vector<std::uint32_t>& indices) {
    glBindVertexArray(shape.array.id());
    fill_buffer(GL_ARRAY_BUFFER, shape.vertices, vertices);
    fill_buffer(GL_ELEMENT_ARRAY_BUFFER, shape.indices, indices);
  };
  put(fill_, mesh.fills, mesh.fill_indices);
  put(stroke_, mesh.strokes, mesh.stroke_indices);
  put(disc_, mesh.discs, mesh.disc_indices);
  glBindVertexArray(0);
  spoil();
}

void BasePainter::spoil() {
  for (Picture& picture : pictures_) picture.fresh = false;
}

BasePainter::Picture& BasePainter::picture_for(const BaseLook& look) {
  for (Picture& picture : pictures_)
    if (picture.fresh && picture.look.viewport == look.viewport) return picture;
  return pictures_[0].used <= pictures_[1].used ? pictures_[0] : pictures_[1];
}

void BasePainter::draw(const BaseMesh& mesh, const Plane& plane, const BaseLook& look, const Rect& seen,
                       GLuint framebuffer, int framebuffer_height) {
  const float ratio = look.device_pixel_ratio;
  const int w = pixels(look.viewport.w, ratio);
  const int h = pixels(look.viewport.h, ratio);
  if (w <= 0 || h <= 0) return;
  figures_ = {};
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_STENCIL_TEST);
  glDisable(GL_CULL_FACE);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  Picture& picture = picture_for(look);
  picture.used = ++clock_;
  const bool kept =
      picture.fresh && picture.look == look && picture.target.width() == w && picture.target.height() == h;
  if (!kept) {
    if (!picture.target.prepare(w, h, samples_)) return;
    paint(picture.target, mesh, plane, look);
    picture.look = look;
    picture.fresh = true;
  }
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glViewport(pixels(look.viewport.x, ratio), framebuffer_height - pixels(look.viewport.y, ratio) - h, w, h);
  const int seen_h = pixels(seen.h, ratio);
  glEnable(GL_SCISSOR_TEST);
  glScissor(pixels(seen.x, ratio), framebuffer_height - pixels(seen.y, ratio) - seen_h, pixels(seen.w, ratio), seen_h);
  glDisable(GL_BLEND);
  glUseProgram(copy_.id());
  glUniform1i(copy_image_, 0);
  glBindTexture(GL_TEXTURE_2D, picture.target.texture());
  glBindVertexArray(no_vertices_.id());
  glDrawArrays(GL_TRIANGLES, 0, 3);
  ++figures_.draw_calls;
}

void BasePainter::paint(GlTarget& target, const BaseMesh& mesh, const Plane& plane, const BaseLook& look) {
  target.bind();
  glViewport(0, 0, target.width(), target.height());
  const Rgba land = colour(look.theme, Paint::kLand);
  glClearColor(static_cast<float>(land >> 24U) / 255.0F, static_cast<float>((land >> 16U) & 0xFFU) / 255.0F,
               static_cast<float>((land >> 8U) & 0xFFU) / 255.0F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // premultiplied alpha
  paint_layers(target, mesh, plane, look);
  target.resolve();
}

void BasePainter::use_shape(const Shape& shape, const LayerStyle& style, const BaseLook& look) {
  glUseProgram(shape.program.id());
  glBindVertexArray(shape.array.id());
  const float ratio = look.device_pixel_ratio;
  if (shape.width >= 0)
    glUniform3f(shape.width, look.camera.px_per_m * ratio, style.extra_px * ratio, style.min_px * ratio);
  if (style.primitive == Primitive::kStroke) glUniform1f(shape.extra, style.dot_period_px * ratio);
  if (style.primitive == Primitive::kDisc) {
    const bool edged = style.layer == Layer::kTree && look.camera.px_per_m > 0.9F;
    glUniform1i(shape.extra, edged ? static_cast<GLint>(Paint::kTreeEdge) : -1);
  }
}

void BasePainter::paint_layers(const GlTarget& target, const BaseMesh& mesh, const Plane& plane, const BaseLook& look) {
  const Rows r = rows(plane, look);
  const auto colours = premultiplied(palette(look.theme));
  for (const Shape* shape : {&fill_, &stroke_, &disc_}) {
    glUseProgram(shape->program.id());
    glUniform3fv(shape->row_x, 1, r.x.data());
    glUniform3fv(shape->row_y, 1, r.y.data());
    glUniform2f(shape->size, static_cast<float>(target.width()), static_cast<float>(target.height()));
    glUniform4fv(shape->palette, kPaletteSize, colours.data());
  }
  const Box seen = seen_box(plane, look);
  for (const LayerStyle& style : layer_styles())
    if (shown(style, look.camera.px_per_m)) paint_layer(mesh, style, look, seen);
}

namespace {

/// Whether a chunk of a buurt layer belongs to this look: outlines solid in the wijk band, dotted closer by; the tint
/// and the solid line for the highlighted one. Other layers: always.
bool wanted(const Chunk& chunk, const BaseLook& look) {
  const bool highlighted = static_cast<int>(chunk.group) == look.highlighted;
  const bool far_off = look.camera.px_per_m < kBuurtZoom;
  switch (chunk.layer) {
    case Layer::kOutside:
      return look.shade_outside;
    case Layer::kBuurtTint:
      return highlighted;
    case Layer::kBuurtLine:
      return highlighted || far_off;
    default:
      return true;
  }
}

}  // namespace

void BasePainter::paint_layer(const BaseMesh& mesh, const LayerStyle& style, const BaseLook& look, const Box& seen) {
  const Shape& shape = style.primitive == Primitive::kFill     ? fill_
                       : style.primitive == Primitive::kStroke ? stroke_
                                                               : disc_;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  bool used = false;
  const auto flush = [&] {
    if (count == 0) return;
    if (!used) use_shape(shape, style, look);
    used = true;
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), GL_UNSIGNED_INT,
                   offset_pointer(std::size_t{first} * sizeof(std::uint32_t)));
    ++figures_.draw_calls;
    figures_.indices += count;
    count = 0;
  };
  const bool outside = style.layer == Layer::kOutside && look.shade_outside;
  if (outside) {  // mark the buurten in the stencil, then paint the rest of the picture
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_ALWAYS, 1, 0xFF);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  }
  for (const Chunk& chunk : mesh.chunks) {
    if (chunk.layer != style.layer || !wanted(chunk, look) || !chunk.box.overlaps(seen)) continue;
    if (count > 0 && chunk.first == first + count) {
      count += chunk.count;  // neighbours in the index buffer: one call
      continue;
    }
    flush();
    first = chunk.first;
    count = chunk.count;
  }
  flush();
  if (outside) {
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    shade_where_unmarked(look);
    glDisable(GL_STENCIL_TEST);
  }
}

void BasePainter::shade_where_unmarked(const BaseLook& look) {
  glStencilFunc(GL_EQUAL, 0, 0xFF);
  glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
  glUseProgram(veil_.id());
  const auto colours = premultiplied(palette(look.theme));
  glUniform4fv(veil_colour_, 1, colours.data() + static_cast<std::size_t>(Paint::kOutside) * 4);
  glBindVertexArray(no_vertices_.id());
  glDrawArrays(GL_TRIANGLES, 0, 3);
  ++figures_.draw_calls;
}

void BasePainter::forget() {
  veil_.forget();
  for (Shape* shape : {&fill_, &stroke_, &disc_}) {
    shape->program.forget();
    shape->array.forget();
    shape->vertices.forget();
    shape->indices.forget();
  }
  copy_.forget();
  no_vertices_.forget();
  for (Picture& picture : pictures_) picture.target.forget();
  spoil();
}

}  // namespace stoepkrijt::render
