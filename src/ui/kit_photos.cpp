// Photos: one among others as a tile, and one that fills the page.
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "assets/icons.hpp"
#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {

namespace {

constexpr Color kPlate = rgb(0x11171D);

/// Which part of a picture of this size shows in r, when it fills r and keeps its shape.
Rect shown_part(float width, float height, const Rect& r) {
  if (width <= 0 || height <= 0 || empty(r)) return {0, 0, 1, 1};
  const float scale = std::max(r.w / width, r.h / height);
  const float w = r.w / scale / width, h = r.h / scale / height;
  return {(1 - w) / 2, (1 - h) / 2, w, h};
}

}  // namespace

void Ui::picture(std::string_view k, const PhotoData& photo, Rect r, float radius) {
  if (c_.dry > 0) return;
  const bool here = photo.width > 0;
  const std::string value = here ? key("photo ", photo.photo) : std::string();
  const std::string name = here ? std::string(photo.name) : key(photo.name, ". ", photo.instead);
  c_.node(a11y::node_id(k), Role::kImage, name, r, {.value = value});
  const auto at = c_.in.photos.find(photo.photo);
  if (here && at != c_.in.photos.end()) {
    if (!c_.visible(r)) return;
    const Rect uv = shown_part(static_cast<float>(photo.width), static_cast<float>(photo.height), r);
    // ImGui 1.90 keeps ids in a pointer.
    const auto id =
        reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(at->second));  // NOLINT(performance-no-int-to-ptr)
    c_.dl->AddImageRounded(id, {r.x, r.y}, {r.x + r.w, r.y + r.h}, {uv.x, uv.y}, {uv.x + uv.w, uv.y + uv.h},
                           IM_COL32_WHITE, radius);
    if (c_.contrast()) c_.outline(r, color(Token::kInk), 2, radius);
    return;
  }
  c_.fill(r, color(Token::kSunk), radius);
  const std::string words = here ? std::string() : plain(photo.instead);
  const float words_h = words.empty() ? 0 : text_height(words, TextStyle::kSmall, r.w - c_.s(24)) + c_.s(6);
  const float top = r.y + (r.h - c_.i(30) - words_h) / 2;
  icon(photo.gone ? assets::kIconPhotoOff : assets::kIconPhoto, r.x + r.w / 2, top + c_.i(15), c_.i(30), Token::kInk2);
  if (words.empty()) return;
  c_.words_in(words, {r.x + c_.s(12), top + c_.i(30) + c_.s(6), r.w - c_.s(24), words_h - c_.s(6)}, TextStyle::kSmall,
              color(Token::kInk2), Align::kCentre);
}

PhotoPress Ui::photo_tile(std::string_view k, const PhotoData& photo, float w) {
  const float words_h =
      photo.width > 0 ? 0 : text_height(plain(photo.instead), TextStyle::kSmall, w - c_.s(24)) + c_.i(30) + c_.s(30);
  const Rect r = c_.room(w, std::max(w * 0.75F, words_h), false);
  if (c_.dry > 0) return PhotoPress::kNone;
  PhotoPress done = PhotoPress::kNone;
  const float radius = c_.s(14);
  picture(k, photo, r, radius);
  Press open;
  if (!photo.open_name.empty()) open = c_.press(key(k, "/open"), Role::kButton, photo.open_name, r);
  if (open.clicked) done = PhotoPress::kOpen;
  if (open.hover > 0 || open.hold > 0) {
    c_.fill(r, rgb(0x000000).faded(0.10F * std::max(open.hover, open.hold)), radius);
  }
  if (!photo.badge.empty()) {
    const std::string rich = key("**", photo.badge, "**");
    const float tw = text_width(rich, TextStyle::kSmallBold),
                h = std::max(c_.s(28), line_height(TextStyle::kSmallBold));
    const Rect b{r.x + c_.s(6), r.y + r.h - c_.s(6) - h, std::min(tw + c_.s(42), r.w - c_.s(12)), h};
    // Yellow is what still asks for you; the dark plate is done.
    c_.fill(b, photo.checked ? kPlate.faded(0.86F) : color(Token::kSel), c_.s(8));
    const Color ink = photo.checked ? rgb(0xFFFFFF) : color(Token::kSelOn);
    c_.draw_icon(photo.checked ? assets::kIconEyeCheck : assets::kIconEye, b.x + c_.s(16), b.y + h / 2, c_.s(20), ink);
    c_.words_in(rich, {b.x + c_.s(31), b.y, tw + 1, h}, TextStyle::kSmallBold, ink, Align::kLeft);
    c_.node(a11y::node_id(key(k, "/keur")), Role::kParagraph, photo.badge, b);
  }
  c_.ring(open, r, radius);
  if (photo.remove_name.empty()) return done;
  // A small plate to see, a full target to touch.
  const float target = c_.s(48), plate = c_.s(40);
  const Rect hit{r.x + r.w - target, r.y, target, target};
  const Press remove = c_.press(key(k, "/weg"), Role::kButton, photo.remove_name, hit);
  if (remove.clicked) done = PhotoPress::kRemove;
  const Rect round{hit.x + hit.w - plate - c_.s(4), hit.y + c_.s(4), plate, plate};
  c_.shadow(round, plate / 2, 2);
  c_.fill(round, mix(color(Token::kSurface), color(Token::kSunk), std::max(remove.hover, remove.hold)), plate / 2);
  if (c_.contrast()) c_.outline(round, color(Token::kInk), 2, plate / 2);
  c_.draw_icon(assets::kIconTrash, round.x + plate / 2, round.y + plate / 2, c_.s(22), color(Token::kInk));
  c_.ring(remove, round, plate / 2);
  return done;
}

BrushGesture Ui::brush_area(std::string_view k, Rect r) {
  if (c_.dry > 0) return {};
  c_.grip(k, r);
  const PointerState& p = c_.p;
  if (p.grip != a11y::node_id(k) || c_.in.touches.size() > 1) return {};
  if (p.released) return {.let_go = true};
  if (!p.down) return {};
  // A finger that rests paints nothing new: no frame is asked for.
  if (!p.pressed && p.dx == 0 && p.dy == 0) return {};
  return {true, p.pressed, p.x - p.dx, p.y - p.dy, p.x, p.y};
}

bool Ui::photo_part(std::string_view k, std::string_view name, Rect r, bool hidden) {
  if (c_.dry > 0) return false;
  const NodeId id = a11y::node_id(k);
  c_.node(id, Role::kCheckbox, name, r, {.states = hidden ? a11y::kChecked : 0U});
  Press p;
  p.focused = c_.focused == id && c_.in.focus_visible;
  c_.ring(p, shrink(r, 3), c_.s(6));
  return c_.event(a11y::SemEventType::kActivate, id) != nullptr;
}

}  // namespace stoepkrijt::ui
