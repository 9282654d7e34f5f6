#include "ui/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "assets/embedded.hpp"
#include "base/check.hpp"
#include "ui/noise.hpp"

namespace stoepkrijt::ui {
namespace {

struct Spec {
  float size, line;
  int weight;
  float kiosk_size, kiosk_line;
  float tracking;  // em
  bool tabular;
};

// Order of TextStyle.
constexpr std::array<Spec, static_cast<std::size_t>(TextStyle::kCount)> kSpecs = {{
    {34, 38, 800, 82, 86, -0.01F, false},
    {30, 34, 800, 52, 58, -0.01F, false},
    {22, 26, 700, 42, 50, 0, false},
    {18, 23, 700, 34, 42, 0, false},
    {19, 27, 400, 34, 46, 0, false},
    {19, 27, 700, 34, 46, 0, true},
    {17, 25, 400, 30, 42, 0, false},
    {17, 25, 700, 30, 42, 0, false},
    {16, 22, 400, 26, 36, 0, false},
    {16, 22, 700, 26, 36, 0, false},
    {18, 23, 700, 34, 42, 0, false},
    {26, 31, 800, 46, 54, 0, true},
    {30, 34, 800, 56, 64, 0, true},
    {12, 15, 400, 18, 22, 0, false},
}};

// Latin, Latin-1, Latin Extended-A, Romanian comma letters, dashes and quotes, euro, minus.
constexpr std::array<ImWchar, 15> kRanges = {0x20,   0x7E,   0xA0,   0x17F,  0x218,  0x21B,  0x2010, 0x2033,
                                             0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0x2265, 0};
constexpr std::array<ImWchar, 3> kIconRanges = {0xE000, 0xF8FF, 0};

std::string font_name(int weight) {
  return weight >= 800 ? "fonts/atkinson-800.ttf" : weight >= 700 ? "fonts/atkinson-700.ttf" : "fonts/atkinson-400.ttf";
}

struct Metrics {
  float ascent = 0.95F, descent = 0.35F;  // of the em
};
int be16(std::string_view d, std::size_t at) {
  if (at + 2 > d.size()) return 0;
  const int v = (static_cast<unsigned char>(d[at]) << 8) | static_cast<unsigned char>(d[at + 1]);
  return v >= 0x8000 ? v - 0x10000 : v;
}
// ImGui sizes a font by ascent + descent, CSS by the em: read both from the tables head and hhea (OpenType 1.9).
Metrics metrics_of(std::string_view ttf) {
  Metrics m;
  const int tables = be16(ttf, 4);
  float em = 0, up = 0, down = 0;
  for (int i = 0; i < tables; ++i) {
    const std::size_t at = 12 + static_cast<std::size_t>(i) * 16;
    if (at + 16 > ttf.size()) break;
    const std::size_t offset = (static_cast<std::size_t>(static_cast<std::uint16_t>(be16(ttf, at + 8))) << 16U) |
                               static_cast<std::uint16_t>(be16(ttf, at + 10));
    const std::string_view tag = ttf.substr(at, 4);
    if (tag == "head") em = static_cast<float>(be16(ttf, offset + 18));
    if (tag == "hhea") {
      up = static_cast<float>(be16(ttf, offset + 4));
      down = static_cast<float>(-be16(ttf, offset + 6));
    }
  }
  if (em > 0 && up + down > 0) m = {up / em, down / em};
  return m;
}

ImFont* add_font(std::string_view name, float pixels, const ImWchar* ranges, bool sharp) {
  const std::string_view data = assets::text(name);
  ImFontConfig cfg;
  cfg.FontDataOwnedByAtlas = false;
  cfg.OversampleH = sharp ? 1 : 2;
  cfg.OversampleV = 1;
  cfg.PixelSnapH = false;
  SK_CHECK(!data.empty());
  // ImGui does not write to the data that it does not own.
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(data.data()), static_cast<int>(data.size()),
                                                    pixels, &cfg, ranges);
}

float heading_growth(const Spec& s, float text_scale) {
  // Large headings grow less: at 200 % body text they would not leave room for words.
  return s.size >= 22 ? 1 + (text_scale - 1) * 0.6F : text_scale;
}

}  // namespace

TextStyle bold_of(TextStyle s) {
  switch (s) {
    case TextStyle::kLead:
      return TextStyle::kLeadBold;
    case TextStyle::kBody:
      return TextStyle::kBodyBold;
    case TextStyle::kSmall:
      return TextStyle::kSmallBold;
    default:
      return s;
  }
}

ShadowShape shadow_shape(int elevation) {
  if (elevation >= 3) return {44, 24};
  if (elevation == 2) return {20, 18};
  return {6, 18};
}

bool Fonts::bake(const FontKey& key) {
  if (key == key_) return false;
  key_ = key;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  atlas.TexDesiredWidth = 2048;
  atlas.TexGlyphPadding = 1;
  add_faces();
  rects_[0] = atlas.AddCustomRectRegular(kGrainW, kGrainH);
  rects_[1] = atlas.AddCustomRectRegular(kFillSize, kFillSize);
  for (std::size_t i = 0; i < 3; ++i) rects_.at(2 + i) = atlas.AddCustomRectRegular(kShadowSize, kShadowSize);
  const bool built = atlas.Build();
  SK_CHECK(built);
  paint_rects();
  ImGui::GetIO().FontGlobalScale = 1.0F / key.pixel_ratio;
  for (auto& f : faces_) {
    if (f.digit > 0) {
      for (ImWchar c = '0'; c <= '9'; ++c) f.digit = std::max(f.digit, f.font->GetCharAdvance(c) / key.pixel_ratio);
    }
  }
  return true;
}

void Fonts::add_faces() {
  struct Made {
    float size;
    int weight;
    ImFont* font;
  };
  std::vector<Made> made;
  for (std::size_t i = 0; i < kSpecs.size(); ++i) {
    const Spec& s = kSpecs.at(i);
    const float grow = key_.kiosk ? 1.0F : heading_growth(s, key_.text_scale);
    const float size = std::round((key_.kiosk ? s.kiosk_size : s.size) * grow * 2) / 2;
    const float line = (key_.kiosk ? s.kiosk_line : s.line) * grow;
    const Metrics m = metrics_of(assets::text(font_name(s.weight)));
    auto it =
        std::find_if(made.begin(), made.end(), [&](const Made& x) { return x.size == size && x.weight == s.weight; });
    if (it == made.end()) {
      const float pixels = size * (m.ascent + m.descent) * key_.pixel_ratio;
      made.push_back(
          {size, s.weight, add_font(font_name(s.weight), pixels, kRanges.data(), key_.pixel_ratio * size > 30)});
      it = made.end() - 1;
    }
    const float content = size * (m.ascent + m.descent);
    faces_.at(i) = {
        it->font, size, line, (line - content) / 2 + size * m.ascent, s.tracking * size, s.tabular ? 1.0F : 0.0F};
  }
  const std::array<float, 4> sizes = {20, 24, 30, 40};
  const std::size_t count = key_.kiosk ? 4 : 3;
  for (std::size_t i = 0; i < icons_.size(); ++i) {
    icons_.at(i) =
        i < count ? add_font("fonts/icons.ttf", sizes.at(i) * (1 + (key_.text_scale - 1) * 0.7F) * key_.pixel_ratio,
                             kIconRanges.data(), true)
                  : icons_.at(i - 1);
  }
}

ImFont* Fonts::icons(float css_size) const {
  for (ImFont* f : icons_) {
    if (f->FontSize >= css_size * key_.pixel_ratio - 0.5F) return f;
  }
  return icons_.back();
}

namespace {

float grain_alpha(float x, float y, float scale, float offset, std::uint32_t seed) {
  // Two octaves of value noise, cut off as the design's filter does: alpha = offset - scale * noise.
  const float n = 0.6F * value_noise(x / 1.7F, y / 1.7F, seed) + 0.4F * value_noise(x / 0.9F, y / 0.9F, seed + 7);
  return std::clamp(offset - scale * n, 0.0F, 1.0F);
}
float soft_box(float x, float y, float corner_out, float radius, float sigma) {
  // Gaussian-blurred rounded box, from its distance field: 0.5 * erfc(d / (sigma * sqrt 2)).
  const float qx = corner_out + radius - x;
  const float qy = corner_out + radius - y;
  const float d = std::hypot(std::max(qx, 0.0F), std::max(qy, 0.0F)) + std::min(std::max(qx, qy), 0.0F) - radius;
  return 0.5F * std::erfc(d / (sigma * 1.41421356F));
}

}  // namespace

void Fonts::paint_rects() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  unsigned char* pixels = nullptr;
  int w = 0, h = 0;
  atlas.GetTexDataAsAlpha8(&pixels, &w, &h);
  const auto paint = [&](int index, ImVec4& uv, auto&& value) {
    const ImFontAtlasCustomRect& r = *atlas.GetCustomRectByIndex(index);
    for (int y = 0; y < r.Height; ++y) {
      for (int x = 0; x < r.Width; ++x) {
        const float a = value(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
        pixels[(r.Y + y) * w + r.X + x] = static_cast<unsigned char>(std::lround(std::clamp(a, 0.0F, 1.0F) * 255));
      }
    }
    const float fw = static_cast<float>(w);
    const float fh = static_cast<float>(h);
    uv = ImVec4((static_cast<float>(r.X) + 0.5F) / fw, (static_cast<float>(r.Y) + 0.5F) / fh,
                (static_cast<float>(r.X + r.Width) - 0.5F) / fw, (static_cast<float>(r.Y + r.Height) - 0.5F) / fh);
  };
  paint(rects_[0], grain_uv_, [](float x, float y) { return grain_alpha(x, y, 5.2F, 3.72F, 9); });
  paint(rects_[1], fill_uv_, [](float x, float y) { return grain_alpha(x, y, 4.0F, 3.9F, 3); });
  for (int i = 0; i < 3; ++i) {
    const ShadowShape s = shadow_shape(i + 1);
    const float inner = std::max(s.radius, s.blur);
    const float unit = (s.blur + inner) / kShadowSize;  // CSS pixels per texel
    paint(rects_.at(static_cast<std::size_t>(2 + i)), shadow_uv_.at(static_cast<std::size_t>(i)),
          [&](float x, float y) { return soft_box(x * unit, y * unit, s.blur, s.radius, s.blur / 2.4F); });
  }
}

}  // namespace stoepkrijt::ui
