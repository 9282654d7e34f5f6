#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace stoepkrijt::ui {
namespace {

struct Entry {
  std::string_view name;
  std::array<Color, 3> colors;  // light, dark, high contrast
};

constexpr std::array<Entry, kTokenCount> kTokens = {{
    {"basis.color.default.bg-document", {rgb(0xF4F3F0), rgb(0x11171D), rgb(0xFFFFFF)}},
    {"basis.color.default.bg-default", {rgb(0xFFFFFF), rgb(0x1B242E), rgb(0xFFFFFF)}},
    {"basis.color.default.bg-subtle", {rgb(0xEAE8E3), rgb(0x0B1015), rgb(0xFFFFFF)}},
    {"basis.color.default.border-subtle", {rgb(0xDAD7D0), rgb(0x303C49), rgb(0x000000)}},
    {"basis.color.default.border-default", {rgb(0x757A80), rgb(0x8593A1), rgb(0x000000)}},
    {"basis.color.default.color-default", {rgb(0x17212B), rgb(0xEEF2F6), rgb(0x000000)}},
    {"basis.color.default.color-subtle", {rgb(0x4C5763), rgb(0xB7C2CE), rgb(0x000000)}},
    {"basis.color.accent-1.bg-default", {rgb(0x27333E), rgb(0x27333E), rgb(0x000000)}},
    {"basis.color.accent-1.border-subtle", {rgb(0x3A4753), rgb(0x3A4753), rgb(0xFFFFFF)}},
    {"basis.color.accent-1.color-default", {rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF)}},
    {"basis.color.accent-1.color-subtle", {rgb(0xC9D3DC), rgb(0xC9D3DC), rgb(0xFFFFFF)}},
    {"basis.color.action-1.bg-default", {rgb(0x1D4FA8), rgb(0x9CC0FF), rgb(0x00257A)}},
    {"basis.color.action-1.bg-hover", {rgb(0x173F87), rgb(0xB9D3FF), rgb(0x001A55)}},
    {"basis.color.action-1.bg-active", {rgb(0x112F66), rgb(0xD4E4FF), rgb(0x000F33)}},
    {"basis.color.action-1.color-default", {rgb(0xFFFFFF), rgb(0x0B1A33), rgb(0xFFFFFF)}},
    {"basis.color.action-1.bg-subtle", {rgb(0xE7EEFB), rgb(0x1C2E4B), rgb(0xFFFFFF)}},
    {"basis.color.action-1.color-subtle", {rgb(0x1D4FA8), rgb(0x9CC0FF), rgb(0x00257A)}},
    {"basis.color.selected.bg-default", {rgb(0xFFD34D), rgb(0xFFD34D), rgb(0xFFE600)}},
    {"basis.color.selected.bg-subtle", {rgb(0xFFF5D1), rgb(0x3B3316), rgb(0xFFFFFF)}},
    {"basis.color.selected.color-default", {rgb(0x17212B), rgb(0x17212B), rgb(0x000000)}},
    {"basis.color.positive.color-default", {rgb(0x166B43), rgb(0x82DAAA), rgb(0x00471F)}},
    {"basis.color.positive.bg-subtle", {rgb(0xE0F2E7), rgb(0x153527), rgb(0xFFFFFF)}},
    {"basis.color.negative.color-default", {rgb(0xB3321F), rgb(0xFFA798), rgb(0x8A0000)}},
    {"basis.color.negative.bg-subtle", {rgb(0xFBE7E3), rgb(0x45211C), rgb(0xFFFFFF)}},
    {"basis.color.warning.color-default", {rgb(0x855000), rgb(0xFFC66E), rgb(0x5A2D00)}},
    {"basis.color.warning.bg-subtle", {rgb(0xFCEFD8), rgb(0x3D2D12), rgb(0xFFFFFF)}},
    {"basis.color.accent-2.color-default", {rgb(0x6A3FB0), rgb(0xCDB6FF), rgb(0x3B0086)}},
    {"basis.color.accent-2.bg-subtle", {rgb(0xEFE8FA), rgb(0x30244B), rgb(0xFFFFFF)}},
    {"basis.color.default-inverse.color-default", {rgb(0xFFFFFF), rgb(0x11171D), rgb(0xFFFFFF)}},
    {"stoepkrijt.theme.buitenruimte.color", {rgb(0x3B7A2D), rgb(0x8FD07F), rgb(0x1B5200)}},
    {"stoepkrijt.theme.werk.color", {rgb(0x945700), rgb(0xF3B765), rgb(0x5A2D00)}},
    {"stoepkrijt.theme.veiligheid.color", {rgb(0x1D4FA8), rgb(0x9CC0FF), rgb(0x00257A)}},
    {"stoepkrijt.theme.taal.color", {rgb(0xA02C6D), rgb(0xF5A3CF), rgb(0x78004A)}},
    {"stoepkrijt.theme.gezondheid.color", {rgb(0x0B7285), rgb(0x76D0E2), rgb(0x004A58)}},
    {"stoepkrijt.theme.samen.color", {rgb(0x6A3FB0), rgb(0xCDB6FF), rgb(0x3B0086)}},
    {"stoepkrijt.level.a-plus.bg", {rgb(0x00654B), rgb(0x00654B), rgb(0x00471F)}},
    {"stoepkrijt.level.a.bg", {rgb(0x86CC98), rgb(0x86CC98), rgb(0xFFFFFF)}},
    {"stoepkrijt.level.b.bg", {rgb(0xF6DC6B), rgb(0xF6DC6B), rgb(0xFFFFFF)}},
    {"stoepkrijt.level.c.bg", {rgb(0xF3A25A), rgb(0xF3A25A), rgb(0xFFFFFF)}},
    {"stoepkrijt.level.d.bg", {rgb(0xA82818), rgb(0xC03A28), rgb(0x8A0000)}},
    {"stoepkrijt.map.land", {rgb(0xF1EFEA), rgb(0x161D25), rgb(0xFFFFFF)}},
    {"stoepkrijt.map.green", {rgb(0xDCEBD0), rgb(0x1B2B22), rgb(0xEDF7E8)}},
    {"stoepkrijt.map.tree", {rgb(0xBAD9A8), rgb(0x274332), rgb(0xBBDDAA)}},
    {"stoepkrijt.map.tree-edge", {rgb(0xA3C88F), rgb(0x33563F), rgb(0x5B8A45)}},
    {"stoepkrijt.map.building", {rgb(0xE2DCD2), rgb(0x2A3440), rgb(0xE6E6E6)}},
    {"stoepkrijt.map.building-edge", {rgb(0xCDC4B6), rgb(0x3A4654), rgb(0x555555)}},
    {"stoepkrijt.map.building-shade", {rgb(0xD6CFC3), rgb(0x0F151B), rgb(0xBBBBBB)}},
    {"stoepkrijt.map.road", {rgb(0xFFFFFF), rgb(0x3D4956), rgb(0xFFFFFF)}},
    {"stoepkrijt.map.road-edge", {rgb(0xD9D4CA), rgb(0x11171D), rgb(0x555555)}},
    {"stoepkrijt.map.road-main", {rgb(0xFCEFC9), rgb(0x4B5664), rgb(0xFFFFFF)}},
    {"stoepkrijt.map.cycleway", {rgb(0xE3A793), rgb(0x7A4A3C), rgb(0xA03A1E)}},
    {"stoepkrijt.map.footway", {rgb(0xFFFFFF), rgb(0x333F4B), rgb(0x777777)}},
    {"stoepkrijt.map.water", {rgb(0xB5D5EA), rgb(0x1C3A52), rgb(0xA9D4F5)}},
    {"stoepkrijt.map.label", {rgb(0x3F4852), rgb(0xC6D0DA), rgb(0x000000)}},
    {"stoepkrijt.map.label-halo", {rgb(0xFFFFFF), rgb(0x11171D), rgb(0xFFFFFF)}},
    {"stoepkrijt.map.label-water", {rgb(0x1F587E), rgb(0xA5D2F0), rgb(0x003A66)}},
    {"stoepkrijt.map.label-green", {rgb(0x2F6130), rgb(0x9BD39B), rgb(0x0B4200)}},
}};

std::uint8_t mixed(std::uint8_t a, std::uint8_t b, float t) {
  return static_cast<std::uint8_t>(
      std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * t));
}

// WCAG 2.2, "relative luminance".
double luminance(Color c) {
  const auto channel = [](std::uint8_t v) {
    const double s = v / 255.0;
    return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

const Entry& entry(Token t) { return kTokens.at(static_cast<std::size_t>(t)); }

}  // namespace

Color Color::faded(float alpha) const {
  Color c = *this;
  c.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(a) * std::clamp(alpha, 0.0F, 1.0F)));
  return c;
}

Color mix(Color a, Color b, float t) {
  t = std::clamp(t, 0.0F, 1.0F);
  return {mixed(a.r, b.r, t), mixed(a.g, b.g, t), mixed(a.b, b.b, t), mixed(a.a, b.a, t)};
}

double contrast_ratio(Color a, Color b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::string_view token_name(Token t) { return entry(t).name; }
Color token_color(Token t, ThemeName theme) { return entry(t).colors.at(static_cast<std::size_t>(theme)); }
Token theme_token(int number) {
  const int n = ((number - 1) % 6 + 6) % 6;
  return static_cast<Token>(static_cast<int>(Token::kTheme1) + n);
}

}  // namespace stoepkrijt::ui
