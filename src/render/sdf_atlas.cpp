#include "render/sdf_atlas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "base/check.hpp"
#include "base/utf8.hpp"
#include "render/marker_outlines.hpp"
#include "render/polygon_mesh.hpp"

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#define STBTT_assert(x) SK_CHECK(x)
#include <stb_truetype.h>

namespace stoepkrijt::render {
namespace {

constexpr float kLetterPx = 34.0F;  // texels per em
constexpr float kIconPx = 40.0F;
constexpr float kShapePx = 2.0F;  // texels per unit of the marker box
constexpr int kFirstHeight = 512;
constexpr int kGap = 1;  // empty texels between pictures, against bleeding
constexpr unsigned char kOnEdge = 128;
constexpr int kLetterPadding = 8;  // texels around an outline: the farthest distance kept
constexpr int kShapePadding = 16;  // 8 units of the marker box: rings and shadow

/// Field units (0..1) per texel when the field runs out over `padding` texels.
constexpr float texel_step(int padding) { return 127.0F / static_cast<float>(padding) / 255.0F; }

/// A picture's place in the atlas, in texels.
struct Slot {
  int x = 0, y = 0, w = 0, h = 0;
};

struct Entry {
  Slot slot;
  glm::vec2 low{0.0F, 0.0F}, high{0.0F, 0.0F};
  float advance = 0;
  float field_per_unit = 1;
  bool empty = true;
};

std::uint32_t big_endian(std::span<const unsigned char> bytes, std::size_t at) {
  return (std::uint32_t{bytes[at]} << 24U) | (std::uint32_t{bytes[at + 1]} << 16U) |
         (std::uint32_t{bytes[at + 2]} << 8U) | bytes[at + 3];
}

/// Whether these bytes have a TrueType directory whose tables lie within them, the needed ones among them. stb_truetype
/// trusts its input, so that only whole fonts may reach it (what the tables hold is the build's own doing).
bool is_font(std::span<const unsigned char> font) {
  if (font.size() < 12 || big_endian(font, 0) != 0x00010000U) return false;
  const std::size_t tables = big_endian(font, 2) & 0xFFFFU;
  if (font.size() < 12 + tables * 16) return false;
  std::size_t needed = 0;
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t at = 12 + i * 16;
    const std::string_view tag(reinterpret_cast<const char*>(font.data()) + at, 4);
    const std::uint64_t end = std::uint64_t{big_endian(font, at + 8)} + big_endian(font, at + 12);
    if (end > font.size()) return false;
    for (const char* name : {"head", "hhea", "hmtx", "maxp", "cmap", "glyf", "loca"}) needed += tag == name ? 1U : 0U;
  }
  return needed == 7;
}

std::uint64_t key_of(unsigned group, std::uint32_t code) { return (std::uint64_t{group} << 32U) | code; }
constexpr unsigned kShapeGroup = 16;

}  // namespace

struct SdfAtlas::Inside {
  std::array<stbtt_fontinfo, 4> fonts{};
  std::array<float, 4> scale{};  // texels per font unit
  std::vector<std::uint8_t> pixels = std::vector<std::uint8_t>(static_cast<std::size_t>(kWidth) * kFirstHeight);
  int height = kFirstHeight;
  int shelf_x = 0, shelf_y = 0, shelf_h = 0;
  std::uint32_t revision = 1;
  std::unordered_map<std::uint64_t, Entry> entries;

  Slot place(int w, int h, const std::uint8_t* picture) {
    if (shelf_x + w + kGap > kWidth) {
      shelf_y += shelf_h + kGap;
      shelf_x = shelf_h = 0;
    }
    while (shelf_y + h > height) {
      height *= 2;
      pixels.resize(static_cast<std::size_t>(kWidth) * static_cast<std::size_t>(height));
    }
    const Slot slot{shelf_x, shelf_y, w, h};
    for (int row = 0; row < h; ++row)
      std::memcpy(pixels.data() + static_cast<std::ptrdiff_t>(slot.y + row) * kWidth + slot.x,
                  picture + static_cast<std::ptrdiff_t>(row) * w, static_cast<std::size_t>(w));
    shelf_x += w + kGap;
    shelf_h = std::max(shelf_h, h);
    ++revision;
    return slot;
  }

  Entry make_letter(Face face, char32_t code_point) {
    const auto f = static_cast<std::size_t>(face);
    const float px = face == Face::kIcons ? kIconPx : kLetterPx;
    Entry entry;
    entry.field_per_unit = px * texel_step(kLetterPadding);
    const int glyph = stbtt_FindGlyphIndex(&fonts[f], static_cast<int>(code_point));
    int advance = 0;
    int bearing = 0;
    stbtt_GetGlyphHMetrics(&fonts[f], glyph, &advance, &bearing);
    entry.advance = static_cast<float>(advance) * scale[f] / px;
    int w = 0, h = 0, x = 0, y = 0;
    unsigned char* field = stbtt_GetGlyphSDF(&fonts[f], scale[f], glyph, kLetterPadding, kOnEdge,
                                             127.0F / static_cast<float>(kLetterPadding), &w, &h, &x, &y);
    if (field == nullptr) return entry;
    entry.slot = place(w, h, field);
    stbtt_FreeSDF(field, nullptr);
    entry.low = glm::vec2(static_cast<float>(x), static_cast<float>(y)) / px;
    entry.high = glm::vec2(static_cast<float>(x + w), static_cast<float>(y + h)) / px;
    entry.empty = false;
    return entry;
  }

  Entry make_shape(MarkerShape shape) {
    const Polygon outline{marker_outline(shape)};
    const int w = static_cast<int>(kMarkerBox.x * kShapePx) + 2 * kShapePadding;
    const int h = static_cast<int>(kMarkerBox.y * kShapePx) + 2 * kShapePadding;
    std::vector<std::uint8_t> field(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
    for (int y = 0; y < h; ++y) {
      for (int x = 0; x < w; ++x) {
        const glm::vec2 p =
            (glm::vec2(static_cast<float>(x - kShapePadding), static_cast<float>(y - kShapePadding)) + 0.5F) / kShapePx;
        const float d = distance_to_edge(outline, p) * kShapePx * (contains(outline, p) ? 1.0F : -1.0F);
        const float value = static_cast<float>(kOnEdge) + d * 127.0F / static_cast<float>(kShapePadding);
        field[static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)] =
            static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
      }
    }
    Entry entry;
    entry.slot = place(w, h, field.data());
    const float pad = static_cast<float>(kShapePadding) / kShapePx;
    entry.low = {-pad, -pad};
    entry.high = kMarkerBox + pad;
    entry.field_per_unit = kShapePx * texel_step(kShapePadding);
    entry.empty = false;
    return entry;
  }

  [[nodiscard]] Glyph look(const Entry& e) const {
    Glyph g;
    const glm::vec2 size(static_cast<float>(kWidth), static_cast<float>(height));
    g.uv_low = glm::vec2(static_cast<float>(e.slot.x), static_cast<float>(e.slot.y)) / size;
    g.uv_high = glm::vec2(static_cast<float>(e.slot.x + e.slot.w), static_cast<float>(e.slot.y + e.slot.h)) / size;
    g.low = e.low;
    g.high = e.high;
    g.advance = e.advance;
    g.field_per_unit = e.field_per_unit;
    g.empty = e.empty;
    return g;
  }
};

SdfAtlas::SdfAtlas(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
SdfAtlas::~SdfAtlas() = default;

Result<std::unique_ptr<SdfAtlas>> SdfAtlas::create(const FontData& fonts) {
  auto inside = std::make_unique<Inside>();
  const std::array<std::span<const unsigned char>, 4> all{fonts.medium, fonts.semi_bold, fonts.bold, fonts.icons};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_font(all[i]) || stbtt_InitFont(&inside->fonts[i], all[i].data(), 0) == 0)
      return fail(ErrorCode::kWrongFormat, "error.map_font");
    const bool icons = static_cast<Face>(i) == Face::kIcons;
    inside->scale[i] = stbtt_ScaleForMappingEmToPixels(&inside->fonts[i], icons ? kIconPx : kLetterPx);
  }
  return std::unique_ptr<SdfAtlas>(new SdfAtlas(std::move(inside)));  // NOLINT: private constructor
}

Glyph SdfAtlas::glyph(Face face, char32_t code_point) {
  const std::uint64_t key = key_of(static_cast<unsigned>(face), static_cast<std::uint32_t>(code_point));
  auto found = inside_->entries.find(key);
  if (found == inside_->entries.end())
    found = inside_->entries.emplace(key, inside_->make_letter(face, code_point)).first;
  return inside_->look(found->second);
}

Glyph SdfAtlas::shape(MarkerShape shape) {
  const std::uint64_t key = key_of(kShapeGroup, static_cast<std::uint32_t>(shape));
  auto found = inside_->entries.find(key);
  if (found == inside_->entries.end()) found = inside_->entries.emplace(key, inside_->make_shape(shape)).first;
  return inside_->look(found->second);
}

float SdfAtlas::width(Face face, std::string_view utf8) {
  const auto f = static_cast<std::size_t>(face);
  const float px = face == Face::kIcons ? kIconPx : kLetterPx;
  float total = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    int advance = 0;
    int bearing = 0;
    stbtt_GetCodepointHMetrics(&inside_->fonts[f], static_cast<int>(c), &advance, &bearing);
    total += static_cast<float>(advance) * inside_->scale[f] / px + (before != 0 ? kerning(face, before, c) : 0.0F);
    before = c;
  }
  return total;
}

float SdfAtlas::kerning(Face face, char32_t left, char32_t right) const {
  const auto f = static_cast<std::size_t>(face);
  const int units = stbtt_GetCodepointKernAdvance(&inside_->fonts[f], static_cast<int>(left), static_cast<int>(right));
  return static_cast<float>(units) * inside_->scale[f] / (face == Face::kIcons ? kIconPx : kLetterPx);
}

float SdfAtlas::icon_middle() const {
  int ascent = 0, descent = 0, gap = 0;
  const auto f = static_cast<std::size_t>(Face::kIcons);
  stbtt_GetFontVMetrics(&inside_->fonts[f], &ascent, &descent, &gap);
  return -static_cast<float>(ascent + descent) * 0.5F * inside_->scale[f] / kIconPx;
}

int SdfAtlas::height_px() const { return inside_->height; }
std::span<const std::uint8_t> SdfAtlas::pixels() const { return inside_->pixels; }
std::uint32_t SdfAtlas::revision() const { return inside_->revision; }

}  // namespace stoepkrijt::render
