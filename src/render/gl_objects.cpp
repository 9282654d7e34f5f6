#include "render/gl_objects.hpp"

#include <algorithm>
#include <string>

namespace stoepkrijt::render {
namespace {

Unexpected shader_fault(std::string_view why) {
  return fail(Error(ErrorCode::kNoWebGl, "error.map_shader").with("why", why));
}

/// Compiles one shader; 0 and the driver's words in `why` when it fails.
GLuint compile(GLenum type, std::string_view source, std::string& why) {
  const GLuint shader = glCreateShader(type);
  const char* text = source.data();
  const GLint length = static_cast<GLint>(source.size());
  glShaderSource(shader, 1, &text, &length);
  glCompileShader(shader);
  GLint ok = GL_FALSE;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
  if (ok == GL_TRUE) return shader;
  std::array<char, 512> log{};
  glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
  why = log.data();
  glDeleteShader(shader);
  return 0;
}

}  // namespace

Result<GlProgram> link_program(std::string_view vertex_source, std::string_view fragment_source) {
  std::string why;
  const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source, why);
  if (vertex == 0) return shader_fault(why);
  const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_source, why);
  if (fragment == 0) {
    glDeleteShader(vertex);
    return shader_fault(why);
  }
  GlProgram program(glCreateProgram());
  glAttachShader(program.id(), vertex);
  glAttachShader(program.id(), fragment);
  glLinkProgram(program.id());
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  GLint ok = GL_FALSE;
  glGetProgramiv(program.id(), GL_LINK_STATUS, &ok);
  if (ok == GL_TRUE) return program;
  std::array<char, 512> log{};
  glGetProgramInfoLog(program.id(), static_cast<GLsizei>(log.size()), nullptr, log.data());
  return shader_fault(log.data());
}

GlBuffer make_buffer() {
  GLuint id = 0;
  glGenBuffers(1, &id);
  return GlBuffer(id);
}

GlVertexArray make_vertex_array() {
  GLuint id = 0;
  glGenVertexArrays(1, &id);
  return GlVertexArray(id);
}

bool GlTarget::prepare(int width, int height, int samples) {
  if (width == width_ && height == height_ && draw_.id() != 0) return true;
  GLint most = 0;
  glGetIntegerv(GL_MAX_SAMPLES, &most);
  // Some devices promise samples and then refuse the framebuffer: try without.
  if (build(width, height, std::min(samples, static_cast<int>(most)))) return true;
  return samples > 0 && build(width, height, 0);
}

bool GlTarget::build(int width, int height, int samples) {
  *this = GlTarget();
  const auto framebuffer = [] {
    GLuint id = 0;
    glGenFramebuffers(1, &id);
    return GlFramebuffer(id);
  };
  const auto renderbuffer = [](GLenum format, int w, int h, int count) {
    GLuint id = 0;
    glGenRenderbuffers(1, &id);
    glBindRenderbuffer(GL_RENDERBUFFER, id);
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, count, format, w, h);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    return GlRenderbuffer(id);
  };
  GLuint texture = 0;
  glGenTextures(1, &texture);
  texture_ = GlTexture(texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  for (const auto& [name, value] :
       {std::pair{GL_TEXTURE_MIN_FILTER, GL_NEAREST}, std::pair{GL_TEXTURE_MAG_FILTER, GL_NEAREST},
        std::pair{GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE}, std::pair{GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}})
    glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(name), value);
  read_ = framebuffer();
  glBindFramebuffer(GL_FRAMEBUFFER, read_.id());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
  bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  colour_ = renderbuffer(GL_RGBA8, width, height, samples);
  stencil_ = renderbuffer(GL_DEPTH24_STENCIL8, width, height, samples);
  draw_ = framebuffer();
  glBindFramebuffer(GL_FRAMEBUFFER, draw_.id());
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_.id());
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, stencil_.id());
  complete = complete && glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  if (!complete) {
    *this = GlTarget();
    return false;
  }
  width_ = width;
  height_ = height;
  return true;
}

void GlTarget::resolve() const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, draw_.id());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, read_.id());
  glDisable(GL_SCISSOR_TEST);
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void GlTarget::forget() {
  draw_.forget();
  read_.forget();
  colour_.forget();
  stencil_.forget();
  texture_.forget();
  width_ = height_ = 0;
}

GlStateGuard::GlStateGuard() {
  for (std::size_t i = 0; i < kSwitches.size(); ++i) switches_[i] = glIsEnabled(kSwitches[i]) == GL_TRUE;
  glGetIntegerv(GL_VIEWPORT, viewport_.data());
  glGetIntegerv(GL_SCISSOR_BOX, scissor_.data());
  glGetIntegerv(GL_BLEND_SRC_RGB, &blend_factors_[0]);
  glGetIntegerv(GL_BLEND_DST_RGB, &blend_factors_[1]);
  glGetIntegerv(GL_BLEND_SRC_ALPHA, &blend_factors_[2]);
  glGetIntegerv(GL_BLEND_DST_ALPHA, &blend_factors_[3]);
  glGetIntegerv(GL_BLEND_EQUATION_RGB, &blend_equations_[0]);
  glGetIntegerv(GL_BLEND_EQUATION_ALPHA, &blend_equations_[1]);
  glGetFloatv(GL_COLOR_CLEAR_VALUE, clear_colour_.data());
  glGetBooleanv(GL_COLOR_WRITEMASK, colour_mask_.data());
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer_);
  glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
  glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertex_array_);
  glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &array_buffer_);
  glGetIntegerv(GL_ACTIVE_TEXTURE, &active_texture_);
  glGetIntegerv(GL_UNPACK_ALIGNMENT, &unpack_);
  glActiveTexture(GL_TEXTURE0);
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture_);
}

GlStateGuard::~GlStateGuard() {
  const auto u = [](GLint v) { return static_cast<GLuint>(v); };
  glBindTexture(GL_TEXTURE_2D, u(texture_));
  glActiveTexture(u(active_texture_));
  glPixelStorei(GL_UNPACK_ALIGNMENT, unpack_);
  glBindVertexArray(u(vertex_array_));
  glBindBuffer(GL_ARRAY_BUFFER, u(array_buffer_));
  glUseProgram(u(program_));
  glBindFramebuffer(GL_FRAMEBUFFER, u(framebuffer_));
  glColorMask(colour_mask_[0], colour_mask_[1], colour_mask_[2], colour_mask_[3]);
  glClearColor(clear_colour_[0], clear_colour_[1], clear_colour_[2], clear_colour_[3]);
  glBlendEquationSeparate(u(blend_equations_[0]), u(blend_equations_[1]));
  glBlendFuncSeparate(u(blend_factors_[0]), u(blend_factors_[1]), u(blend_factors_[2]), u(blend_factors_[3]));
  glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
  glScissor(scissor_[0], scissor_[1], scissor_[2], scissor_[3]);
  for (std::size_t i = 0; i < kSwitches.size(); ++i) {
    if (switches_[i])
      glEnable(kSwitches[i]);
    else
      glDisable(kSwitches[i]);
  }
}

}  // namespace stoepkrijt::render
