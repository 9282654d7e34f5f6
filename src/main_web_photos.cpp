#include "main_web_photos.hpp"

#include <GLES3/gl3.h>

namespace stoepkrijt::shell {

namespace {

GLuint make_texture(const Picture& picture) {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, picture.width, picture.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               picture.rgba.data());
  // A tile is much smaller than its photo: without these it would flicker and look hard.
  glGenerateMipmap(GL_TEXTURE_2D);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glBindTexture(GL_TEXTURE_2D, 0);
  return texture;
}

}  // namespace

void PhotoTextures::update(const app::State& state, bool drawing) {
  if (!drawing) return;
  const auto& seen = state.photos.seen;
  std::erase_if(made_, [&](const auto& one) {
    const auto at = seen.find(one.first);
    if (at != seen.end() && at->second.picture == one.second.of) return false;
    glDeleteTextures(1, &one.second.texture);
    return true;
  });
  for (const auto& [name, photo] : seen) {
    if (photo.picture == nullptr || made_.contains(name)) continue;
    made_[name] = Made{make_texture(*photo.picture), photo.picture};
  }
}

std::map<std::string, std::uint64_t, std::less<>> PhotoTextures::textures() const {
  std::map<std::string, std::uint64_t, std::less<>> out;
  for (const auto& [name, made] : made_) out[name] = made.texture;
  return out;
}

}  // namespace stoepkrijt::shell
