// An OpenGL ES 3.0 context without a window (EGL, Mesa's surfaceless platform), with a framebuffer to read back from.
// For looking at the map natively; not part of the suites, which run without any GL.
#pragma once

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GLES3/gl3.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace stoepkrijt::test {

class OffscreenContext {
 public:
  /// False when the machine has no such context.
  [[nodiscard]] bool open(int width, int height) {
    width_ = width;
    height_ = height;
    auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) return false;
    EGLDisplay display = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (eglInitialize(display, nullptr, nullptr) == EGL_FALSE) return false;
    eglBindAPI(EGL_OPENGL_ES_API);
    const EGLint wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_ES3_BIT, EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    if (eglChooseConfig(display, wanted, &config, 1, &found) == EGL_FALSE || found < 1) return false;
    const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_NONE};
    EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_FALSE) return false;
    GLuint colour = 0;
    glGenRenderbuffers(1, &colour);
    glBindRenderbuffer(GL_RENDERBUFFER, colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    GLuint framebuffer = 0;
    glGenFramebuffers(1, &framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
    framebuffer_ = framebuffer;
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }

  [[nodiscard]] GLuint framebuffer() const { return framebuffer_; }

  /// The picture, rows from the top.
  [[nodiscard]] std::vector<std::uint8_t> read() const {
    const auto row = static_cast<std::size_t>(width_) * 4U;
    std::vector<std::uint8_t> flipped(row * static_cast<std::size_t>(height_));
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, flipped.data());
    std::vector<std::uint8_t> out(flipped.size());
    for (std::size_t y = 0; y < static_cast<std::size_t>(height_); ++y)
      std::copy_n(flipped.begin() + static_cast<std::ptrdiff_t>(y * row), row,
                  out.begin() + static_cast<std::ptrdiff_t>((static_cast<std::size_t>(height_) - 1 - y) * row));
    return out;
  }

 private:
  int width_ = 0, height_ = 0;
  GLuint framebuffer_ = 0;
};

}  // namespace stoepkrijt::test
