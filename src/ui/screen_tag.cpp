#include "ui/screen_tag.hpp"

#include <algorithm>
#include <array>

#include "geo/place_words.hpp"
#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

constexpr std::string_view kTagMap = "melden/kaart";

void head(const app::TagView& view, Ui& ui) {
  ui.row({Cell::width(48), Cell::grow()}, 12, VAlign::kMiddle, [&](int i) {
    if (i == 0) {
      const Rect r = ui.take(58);
      ui.marker(to_kind(view.kind), icon_by_name(view.icon), r.x, r.y, 58);
    } else {
      ui.heading("melden/kop", 1, plain(view.title), TextStyle::kH2);
      ui.text("melden/plek", plain(view.where), TextStyle::kSmall, {.color = Token::kInk2});
    }
  });
}

void themes(const app::TagView& view, Ui& ui, app::CommandQueue& out) {
  ui.region("melden/themas", Role::kGroup, view.themes_title, [&] {
    ui.flow(8, [&] {
      for (std::size_t i = 0; i < view.themes.size(); ++i) {
        const auto& t = view.themes[i];
        if (ui.chip(key("melden/thema/", t.key), t.words, icon_by_name(t.icon), t.on)) {
          out.emplace_back(app::cmd::SetTagTheme{static_cast<model::SchouwTheme>(t.index)});
        }
      }
    });
  });
  ui.gap(16);
  ui.heading("melden/soort-kop", 2, plain(view.subs_title), TextStyle::kH3);
  ui.gap(8);
  ui.flow(8, [&] {
    for (const auto& s : view.subs) {
      if (ui.chip(key("melden/soort/", s.key), s.words, icon_by_name(s.icon), s.on)) {
        out.emplace_back(app::cmd::SetTagSubtheme{s.key});
      }
    }
  });
}

/// Counting gives the level; without it the eye does.
void measures(const app::TagView& view, Ui& ui, app::CommandQueue& out) {
  if (view.measures.empty()) return;
  ui.gap(16);
  ui.heading("melden/tel-kop", 2, plain(view.measure_title), TextStyle::kH3);
  ui.gap(8);
  ui.flow(8, [&] {
    for (const auto& m : view.measures) {
      if (ui.chip(key("melden/tel/", m.slug), m.words, icon_by_name("calculator"), m.on)) {
        out.emplace_back(app::cmd::SetTagCount{m.on ? "" : m.slug, 0});
      }
    }
  });
  for (const auto& m : view.measures) {
    if (!m.on) continue;
    ui.gap(12);
    ui.text("melden/tel-hoe", plain(view.count_hint), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(8);
    const int step =
        ui.stepper("melden/aantal", m.words, view.counted, "", view.less, view.more, view.can_less, view.can_more);
    if (step != 0) out.emplace_back(app::cmd::SetTagCount{m.slug, view.count + step * view.step});
  }
}

void levels(const app::TagView& view, Ui& ui, app::CommandQueue& out) {
  if (!view.has_levels) return;
  ui.gap(20);
  ui.heading_row("melden/niveau-kop", 2, view.level_title, TextStyle::kH3, view.level_hint);
  ui.gap(8);
  std::array<std::string_view, 5> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = view.level_names[i];
  const Level chosen = ui.level_picker("melden/niveau", view.level_title, words, to_level(view.level));
  if (chosen != Level::kNone) out.emplace_back(app::cmd::SetTagLevel{from_level(chosen)});
  if (!view.level_rule.empty()) {
    ui.gap(12);
    ui.note("melden/niveau-regel", Tone::kNeutral, icon_by_name("info-circle"), view.level_rule);
  }
}

void photos(const app::TagView& view, Ui& ui, app::CommandQueue& out) {
  ui.gap(20);
  ui.heading_row("melden/foto-kop", 2, view.photos_title, TextStyle::kH3, view.photos_hint);
  ui.gap(8);
  const auto count = static_cast<int>(view.photos.size());
  const bool adds = view.photo_full.empty();
  ui.grid(count + (adds ? 1 : 0), 150, 12, [&](int i) {
    if (i == count) {
      const Icon icon = icon_by_name(view.photo_camera ? "camera-plus" : "photo-plus");
      const std::string& words = view.photo_wait.empty() ? view.photo_add : view.photo_wait;
      // Alone it is a wide, low tile; beside photos it is as high as they are.
      const float h = count == 0 ? 96 * unit(ui) : ui.width() * 0.75F;
      if (ui.add_tile("melden/foto-erbij", words, icon, h))
        out.emplace_back(app::cmd::TakePhoto{view.photo_camera, ""});
      return;
    }
    const app::PhotoTile& tile = view.photos[static_cast<std::size_t>(i)];
    const PhotoPress pressed = ui.photo_tile(key("melden/foto/", tile.name), to_photo(tile), ui.width());
    if (pressed == PhotoPress::kOpen) out.emplace_back(app::cmd::GoTo{{app::Screen::kPhoto, tile.name}});
    if (pressed == PhotoPress::kRemove) out.emplace_back(app::cmd::RemovePhoto{tile.name});
  });
  if (!adds) {
    ui.gap(8);
    ui.text("melden/foto-vol", plain(view.photo_full), TextStyle::kSmall, {.color = Token::kInk2});
  } else if (!view.photo_choose.empty()) {
    ui.gap(4);
    if (ui.link("melden/foto-kies", view.photo_choose, icon_by_name("photo-plus"))) {
      out.emplace_back(app::cmd::TakePhoto{false, ""});
    }
  }
}

void fields(const app::TagView& view, TagUi& mem, Ui& ui, app::CommandQueue& out) {
  if (mem.id != view.signal.id) mem = TagUi{view.signal.id, view.title_value, view.words_value};
  ui.gap(20);
  if (ui.text_field("melden/titel", mem.title, {.label = view.title_label, .hint = view.title_hint}).changed) {
    out.emplace_back(app::cmd::SetTagTitle{mem.title});
  }
  ui.gap(16);
  if (ui.text_area("melden/woorden", mem.words, {.label = view.words_label, .hint = view.words_hint}).changed) {
    out.emplace_back(app::cmd::SetTagWords{mem.words});
  }
  if (!view.privacy.empty()) {
    ui.gap(12);
    ui.note("melden/privacy", Tone::kWarning, icon_by_name("eye"), plain(view.privacy));
  }
}

/// While the pin is being placed: the place as numbers, for who has them from a map or a letter.
void typed_place(const app::TagView& view, TagUi& mem, Ui& ui, app::CommandQueue& out) {
  if (!view.placing) return;
  const std::string_view wrong = mem.place_wrong ? std::string_view(view.type_place_wrong) : std::string_view();
  const FieldResult typed = ui.text_field("melden/plek-typen", mem.place,
                                          {.label = view.type_place, .hint = view.type_place_hint, .error = wrong});
  if (typed.changed) mem.place_wrong = false;
  ui.gap(8);
  const bool pressed = ui.button("melden/plek-typen/zet", view.type_place_go,
                                 {.kind = ButtonKind::kSecondary, .icon = icon_by_name("pin"), .small = true});
  ui.gap(16);
  if (!pressed && !typed.committed) return;
  const auto place = geo::place_from_words(mem.place);
  mem.place_wrong = !place.has_value();
  if (!place) return;
  mem.place.clear();
  out.emplace_back(app::cmd::SetTagPlace{*place, "", "", model::PlacedBy::kPin});
}

void actions(const app::TagView& view, Ui& ui, app::CommandQueue& out) {
  ui.row({Cell::width(112 * unit(ui) * std::max(1.0F, ui.input().text_scale * 0.8F)), Cell::grow()}, 12, VAlign::kTop,
         [&](int i) {
           if (i == 0 && ui.button("melden/later", view.later, {.kind = ButtonKind::kSecondary})) {
             out.emplace_back(app::cmd::LaterTag{});
           }
           if (i == 1 && ui.button("melden/bewaar", view.save, {.icon = icon_by_name("check")})) {
             out.emplace_back(app::cmd::SaveTag{});
           }
         });
}

/// The map at the top: shows the spot, or lets the person move the map under the pin.
void spot(const app::TagView& view, Ui& ui, MapBoard& maps, Rect r, app::CommandQueue& out) {
  app::MapRequest request;
  request.key = std::string(kTagMap) + "/" + view.signal.id;
  const app::MapFeedback& feedback = maps.feedback(request.key);
  request.node = a11y::node_id(kTagMap);
  request.area = {r.x, r.y, r.w, r.h};
  request.focus_on = view.signal.place;
  request.cluster = false;
  if (view.placing) {
    request.input = to_input(ui.map_area(kTagMap, view.move, view.move_hint, r));
    request.pin_mode = true;
  } else {
    ui.map_still(kTagMap, view.where, r);
    request.interactive = false;
    request.refocus = true;
    request.markers.push_back(app::marker_of(view.signal, false));
  }
  if (ui.icon_button("melden/sluit", view.close, icon_by_name("x"), r.x + 12, r.y + 12, true)) {
    out.emplace_back(app::cmd::LaterTag{});
  }
  const std::string words = view.placing ? view.put_here : view.move;
  const float w = ui.text_width(plain(words), TextStyle::kButton) + 80;
  ui.place({r.x + r.w - w - 12, r.y + (view.placing ? r.h - 64 : 12.0F), w, 48}, [&] {
    if (view.placing) {
      if (ui.button("melden/zet-hier", words, {.icon = icon_by_name("pin"), .small = true, .floating = true})) {
        out.emplace_back(app::cmd::SetTagPlace{feedback.centre, feedback.centre_street, feedback.centre_buurt,
                                               model::PlacedBy::kPin});
      }
    } else if (ui.button(
                   "melden/verplaats", words,
                   {.kind = ButtonKind::kSecondary, .icon = icon_by_name("pin"), .small = true, .floating = true})) {
      out.emplace_back(app::cmd::MoveTag{true});
    }
  });
  if (!view.attribution.empty()) {
    // Beside the button at the bottom, not under it.
    const float beside = view.placing ? w + 12 : 0.0F;
    ui.map_attribution("melden/bron", view.attribution, {r.x, r.y, r.w - beside, r.h});
  }
  maps.ask(std::move(request));
}

}  // namespace

void draw(const app::TagView& view, TagUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  if (!view.present) {
    out.emplace_back(app::cmd::GoTo{{app::Screen::kMap, ""}});
    return;
  }
  const Rect area = ui.area();
  const bool wide = area.w >= 900 * ui.input().text_scale;
  const float map_h = view.placing ? area.h * 0.55F : std::min(200.0F, area.h * 0.28F);
  const Rect map = wide ? Rect{area.x, area.y, area.w * 0.5F, area.h} : Rect{area.x, area.y, area.w, map_h};
  const Rect form = wide ? Rect{area.x + map.w, area.y, area.w - map.w, area.h}
                         : Rect{area.x, area.y + map_h, area.w, area.h - map_h};
  spot(view, ui, maps, map, out);
  const float foot = ui.measure(form.w - 2 * ui.margin(), [&] { actions(view, ui, out); }) + 24;
  ui.fill(form, Token::kSurface);
  ui.scroll("melden/blad", {form.x, form.y, form.w, form.h - foot}, [&] {
    ui.inset(ui.margin(), [&] {
      ui.gap(16);
      head(view, ui);
      if (!view.vague.empty()) {
        ui.gap(12);
        ui.box("melden/vaag", Tone::kWarning, icon_by_name("current-location"), view.vague, "");
      }
      ui.gap(16);
      typed_place(view, mem, ui, out);
      themes(view, ui, out);
      if (!view.double_id.empty()) {
        ui.gap(16);
        ui.box("melden/dubbel", Tone::kAction, icon_by_name("eye"), view.double_title, view.double_words, [&] {
          if (ui.link("melden/dubbel/ja", view.double_button, icon_by_name("check"))) {
            out.emplace_back(app::cmd::TagIsDouble{view.double_id});
          }
        });
      }
      measures(view, ui, out);
      levels(view, ui, out);
      photos(view, ui, out);
      fields(view, mem, ui, out);
      ui.gap(16);
      if (ui.link("melden/weg", view.discard, icon_by_name("trash"))) out.emplace_back(app::cmd::DiscardTag{});
      ui.gap(16);
    });
  });
  ui.place({form.x + ui.margin(), form.y + form.h - foot + 12, form.w - 2 * ui.margin(), foot - 24},
           [&] { actions(view, ui, out); });
  if (ui.dismissed()) out.emplace_back(app::cmd::LaterTag{});
}

}  // namespace stoepkrijt::ui
