// Small owners of WebGL2 (OpenGL ES 3.0) objects, and a guard for the state that others rely on.
// A lost context takes all objects with it: forget() drops the names without deleting them.
#pragma once

#include <GLES3/gl3.h>

#include <array>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace stoepkrijt::render {

/// Owns one object name; `Deleter::destroy(GLuint)` frees it.
template <class Deleter>
class GlName {
 public:
  GlName() = default;
  explicit GlName(GLuint id) : id_(id) {}
  GlName(GlName&& other) noexcept : id_(std::exchange(other.id_, 0U)) {}
  GlName& operator=(GlName&& other) noexcept {
    if (this != &other) {
      reset();
      id_ = std::exchange(other.id_, 0U);
    }
    return *this;
  }
  GlName(const GlName&) = delete;
  GlName& operator=(const GlName&) = delete;
  ~GlName() { reset(); }

  [[nodiscard]] GLuint id() const { return id_; }
  void reset() {
    if (id_ != 0) Deleter::destroy(id_);
    id_ = 0;
  }
  void forget() { id_ = 0; }

 private:
  GLuint id_ = 0;
};

struct DeleteProgram {
  static void destroy(GLuint id) { glDeleteProgram(id); }
};
struct DeleteBuffer {
  static void destroy(GLuint id) { glDeleteBuffers(1, &id); }
};
struct DeleteVertexArray {
  static void destroy(GLuint id) { glDeleteVertexArrays(1, &id); }
};
struct DeleteTexture {
  static void destroy(GLuint id) { glDeleteTextures(1, &id); }
};
struct DeleteFramebuffer {
  static void destroy(GLuint id) { glDeleteFramebuffers(1, &id); }
};
struct DeleteRenderbuffer {
  static void destroy(GLuint id) { glDeleteRenderbuffers(1, &id); }
};

using GlProgram = GlName<DeleteProgram>;
using GlBuffer = GlName<DeleteBuffer>;
using GlVertexArray = GlName<DeleteVertexArray>;
using GlTexture = GlName<DeleteTexture>;
using GlFramebuffer = GlName<DeleteFramebuffer>;
using GlRenderbuffer = GlName<DeleteRenderbuffer>;

/// Compiles and links. kNoWebGl with key "error.map_shader" and the driver's words in `why` when it fails.
[[nodiscard]] Result<GlProgram> link_program(std::string_view vertex_source, std::string_view fragment_source);

[[nodiscard]] GlBuffer make_buffer();
[[nodiscard]] GlVertexArray make_vertex_array();

/// A picture to draw into, multisampled where the device can, and resolved into a texture.
class GlTarget {
 public:
  /// (Re)creates the target when the size differs. `samples` is what one would like. False: the device refused.
  [[nodiscard]] bool prepare(int width, int height, int samples);
  void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, draw_.id()); }
  /// Resolves into texture(); leaves no framebuffer of its own bound for reading.
  void resolve() const;
  [[nodiscard]] GLuint texture() const { return texture_.id(); }
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  void forget();

 private:
  [[nodiscard]] bool build(int width, int height, int samples);

  GlFramebuffer draw_, read_;
  GlRenderbuffer colour_, stencil_;
  GlTexture texture_;
  int width_ = 0, height_ = 0;
};

/// Saves what the map touches and puts it back: the rest of the frame (the interface) is drawn in the same context.
class GlStateGuard {
 public:
  GlStateGuard();
  ~GlStateGuard();
  GlStateGuard(const GlStateGuard&) = delete;
  GlStateGuard& operator=(const GlStateGuard&) = delete;

  [[nodiscard]] GLuint framebuffer() const { return static_cast<GLuint>(framebuffer_); }

 private:
  static constexpr std::array<GLenum, 5> kSwitches{GL_BLEND, GL_SCISSOR_TEST, GL_DEPTH_TEST, GL_STENCIL_TEST,
                                                   GL_CULL_FACE};
  std::array<bool, kSwitches.size()> switches_{};
  std::array<GLint, 4> viewport_{}, scissor_{};
  std::array<GLint, 4> blend_factors_{};
  std::array<GLint, 2> blend_equations_{};
  std::array<GLfloat, 4> clear_colour_{};
  std::array<GLboolean, 4> colour_mask_{};
  GLint framebuffer_ = 0, program_ = 0, vertex_array_ = 0, array_buffer_ = 0, active_texture_ = 0, texture_ = 0,
        unpack_ = 4;
};

}  // namespace stoepkrijt::render
