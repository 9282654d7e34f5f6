#include "ui/soft_raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace stoepkrijt::tests {
namespace {

struct Atlas {
  const unsigned char* alpha = nullptr;
  int w = 0, h = 0;
  [[nodiscard]] float sample(float u, float v) const {
    const float x = u * static_cast<float>(w) - 0.5F, y = v * static_cast<float>(h) - 0.5F;
    const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
    const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
    const auto at = [&](int px, int py) {
      return static_cast<float>(alpha[std::clamp(py, 0, h - 1) * w + std::clamp(px, 0, w - 1)]) / 255.0F;
    };
    return (at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx) * (1 - fy) +
           (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
  }
};

std::array<float, 4> channels(ImU32 c) {
  return {static_cast<float>(c & 255U), static_cast<float>((c >> 8U) & 255U), static_cast<float>((c >> 16U) & 255U),
          static_cast<float>(c >> 24U) / 255.0F};
}

void triangle(Picture& p, const Atlas& atlas, bool textured, const std::array<ImDrawVert, 3>& t, float ratio,
              const ImVec4& clip) {
  std::array<float, 3> x{}, y{};
  std::array<std::array<float, 4>, 3> color{};
  for (std::size_t i = 0; i < 3; ++i) {
    x[i] = t[i].pos.x * ratio;
    y[i] = t[i].pos.y * ratio;
    color[i] = channels(t[i].col);
  }
  const float area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
  if (std::abs(area) < 1e-9F) return;
  const int left =
      std::max(static_cast<int>(std::floor(std::min({x[0], x[1], x[2]}))), static_cast<int>(clip.x * ratio));
  const int right =
      std::min(static_cast<int>(std::ceil(std::max({x[0], x[1], x[2]}))), static_cast<int>(clip.z * ratio));
  const int top =
      std::max(static_cast<int>(std::floor(std::min({y[0], y[1], y[2]}))), static_cast<int>(clip.y * ratio));
  const int bottom =
      std::min(static_cast<int>(std::ceil(std::max({y[0], y[1], y[2]}))), static_cast<int>(clip.w * ratio));
  // A pixel on a shared edge belongs to one triangle: the half-open rule, as on a card.
  const auto owns = [&](float w, float ex, float ey) { return w > 0 || (w == 0 && (ey > 0 || (ey == 0 && ex < 0))); };
  const float sign = area > 0 ? 1.0F : -1.0F;
  for (int py = std::max(0, top); py < std::min(p.height, bottom); ++py) {
    for (int px = std::max(0, left); px < std::min(p.width, right); ++px) {
      const float cx = static_cast<float>(px) + 0.5F, cy = static_cast<float>(py) + 0.5F;
      std::array<float, 3> w{};
      bool in = true;
      for (std::size_t i = 0; i < 3 && in; ++i) {
        const std::size_t a = (i + 1) % 3, b = (i + 2) % 3;
        w[i] = sign * ((x[b] - x[a]) * (cy - y[a]) - (y[b] - y[a]) * (cx - x[a]));
        in = owns(w[i], sign * (x[b] - x[a]), sign * (y[b] - y[a]));
      }
      if (!in) continue;
      for (float& v : w) v /= std::abs(area);
      std::array<float, 4> c{};
      for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t k = 0; k < 4; ++k) c[k] += color[i][k] * w[i];
      }
      float alpha = c[3];
      if (textured)
        alpha *= atlas.sample(t[0].uv.x * w[0] + t[1].uv.x * w[1] + t[2].uv.x * w[2],
                              t[0].uv.y * w[0] + t[1].uv.y * w[1] + t[2].uv.y * w[2]);
      std::uint8_t* out = &p.rgb[static_cast<std::size_t>((py * p.width + px) * 3)];
      for (std::size_t k = 0; k < 3; ++k)
        out[k] = static_cast<std::uint8_t>(std::lround(c[k] * alpha + static_cast<float>(out[k]) * (1 - alpha)));
    }
  }
}

void put32(std::string& s, std::uint32_t v) {
  for (int shift = 24; shift >= 0; shift -= 8) s.push_back(static_cast<char>(v >> static_cast<unsigned>(shift)));
}
std::uint32_t crc32(std::string_view s) {
  std::uint32_t c = 0xFFFFFFFFU;
  for (char ch : s) {
    c ^= static_cast<unsigned char>(ch);
    for (int i = 0; i < 8; ++i) c = (c >> 1U) ^ ((c & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~c;
}
void chunk(std::string& out, std::string_view type, const std::string& data) {
  put32(out, static_cast<std::uint32_t>(data.size()));
  const std::string body = std::string(type) + data;
  out += body;
  put32(out, crc32(body));
}

}  // namespace

Picture rasterise(const ImDrawData& data, float ratio, std::uint32_t ground) {
  Picture p;
  p.width = static_cast<int>(data.DisplaySize.x * ratio);
  p.height = static_cast<int>(data.DisplaySize.y * ratio);
  p.rgb.resize(static_cast<std::size_t>(p.width * p.height * 3));
  for (std::size_t i = 0; i < p.rgb.size(); ++i) p.rgb[i] = static_cast<std::uint8_t>(ground >> (16 - 8 * (i % 3)));
  Atlas atlas;
  unsigned char* pixels = nullptr;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &atlas.w, &atlas.h);
  atlas.alpha = pixels;
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& cmd : list->CmdBuffer) {
      if (cmd.UserCallback != nullptr) continue;
      const bool textured = cmd.GetTexID() == ImGui::GetIO().Fonts->TexID;
      for (unsigned i = 0; i + 2 < cmd.ElemCount; i += 3) {
        std::array<ImDrawVert, 3> t{};
        for (unsigned k = 0; k < 3; ++k)
          t.at(k) = list->VtxBuffer[static_cast<int>(list->IdxBuffer[static_cast<int>(cmd.IdxOffset + i + k)] +
                                                     cmd.VtxOffset)];
        triangle(p, atlas, textured, t, ratio, cmd.ClipRect);
      }
    }
  }
  return p;
}

bool write_png(const Picture& picture, const std::string& path) {
  std::string raw;
  for (int y = 0; y < picture.height; ++y) {
    raw.push_back(0);
    raw.append(reinterpret_cast<const char*>(&picture.rgb[static_cast<std::size_t>(y * picture.width * 3)]),
               static_cast<std::size_t>(picture.width * 3));
  }
  std::uint32_t a = 1, b = 0;
  for (char ch : raw) {
    a = (a + static_cast<unsigned char>(ch)) % 65521U;
    b = (b + a) % 65521U;
  }
  std::string zlib = "\x78\x01";
  for (std::size_t at = 0; at < raw.size(); at += 65535) {
    const std::size_t n = std::min<std::size_t>(65535, raw.size() - at);
    zlib.push_back(at + n == raw.size() ? 1 : 0);
    for (const std::size_t v : {n, ~n}) {
      zlib.push_back(static_cast<char>(v & 255U));
      zlib.push_back(static_cast<char>((v >> 8U) & 255U));
    }
    zlib.append(raw, at, n);
  }
  put32(zlib, (b << 16U) | a);
  std::string out = "\x89PNG\r\n\x1a\n", head;
  put32(head, static_cast<std::uint32_t>(picture.width));
  put32(head, static_cast<std::uint32_t>(picture.height));
  head += std::string("\x08\x02\x00\x00\x00", 5);
  chunk(out, "IHDR", head);
  chunk(out, "IDAT", zlib);
  chunk(out, "IEND", "");
  std::ofstream file(path, std::ios::binary);
  file.write(out.data(), static_cast<std::streamsize>(out.size()));
  return file.good();
}

}  // namespace stoepkrijt::tests
