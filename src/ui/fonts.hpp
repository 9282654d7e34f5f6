// Fonts, shadows and chalk grain in one atlas, so that a whole frame is one texture. Baked at CSS size x pixel ratio;
// all numbers handed out are CSS pixels.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "ui/text_style.hpp"

namespace stoepkrijt::ui {

/// A type style as baked. CSS pixels.
struct Face {
  ImFont* font = nullptr;
  float size = 17;      ///< CSS font-size (em)
  float line = 25;      ///< line height
  float baseline = 18;  ///< from the top of the line box
  float tracking = 0;   ///< added to each advance
  float digit = 0;      ///< > 0: all digits take this advance (tabular figures)
};

/// What the atlas depends on.
struct FontKey {
  float pixel_ratio = 0;
  float text_scale = 1;
  bool kiosk = false;
  friend bool operator==(const FontKey&, const FontKey&) = default;
};

class Fonts {
 public:
  /// True when the atlas was rebuilt (its texture must be uploaded again).
  bool bake(const FontKey& key);
  [[nodiscard]] const Face& face(TextStyle s) const { return faces_.at(static_cast<std::size_t>(s)); }
  [[nodiscard]] float ratio() const { return key_.pixel_ratio; }
  /// Font in which icons of this CSS size look best.
  [[nodiscard]] ImFont* icons(float css_size) const;
  [[nodiscard]] float icon_font_size(const ImFont* f) const { return f->FontSize; }
  [[nodiscard]] const ImVec4& shadow_uv(int elevation) const {
    return shadow_uv_.at(static_cast<std::size_t>(elevation - 1));
  }
  [[nodiscard]] const ImVec4& grain_uv() const { return grain_uv_; }
  [[nodiscard]] const ImVec4& fill_uv() const { return fill_uv_; }

  static constexpr int kGrainW = 256, kGrainH = 64, kFillSize = 128, kShadowSize = 64;

 private:
  void add_faces();
  void paint_rects();

  FontKey key_;
  std::array<Face, static_cast<std::size_t>(TextStyle::kCount)> faces_;
  std::array<ImFont*, 4> icons_{};
  std::array<int, 5> rects_{};
  std::array<ImVec4, 3> shadow_uv_{};
  ImVec4 grain_uv_, fill_uv_;
};

/// The regular style's bold companion (itself when it is bold already).
[[nodiscard]] TextStyle bold_of(TextStyle s);
/// Corner size of the shadow slice and its part outside the box, CSS pixels.
struct ShadowShape {
  float blur;
  float radius;
};
[[nodiscard]] ShadowShape shadow_shape(int elevation);

}  // namespace stoepkrijt::ui
