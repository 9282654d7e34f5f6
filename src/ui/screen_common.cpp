#include "ui/screen_common.hpp"

#include <algorithm>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

Kind to_kind(model::SignalKind kind) {
  switch (kind) {
    case model::SignalKind::kProblem:
      return Kind::kProblem;
    case model::SignalKind::kStrong:
      return Kind::kStrong;
    case model::SignalKind::kIdea:
      return Kind::kIdea;
  }
  return Kind::kProblem;
}

Kind to_kind(app::MarkerKind kind) {
  switch (kind) {
    case app::MarkerKind::kProblem:
      return Kind::kProblem;
    case app::MarkerKind::kStrong:
      return Kind::kStrong;
    case app::MarkerKind::kIdea:
    case app::MarkerKind::kPlan:
      return Kind::kIdea;
  }
  return Kind::kProblem;
}

// The kit, which knows no model, repeats the levels in the same order.
Level to_level(model::Level level) { return static_cast<Level>(level); }
model::Level from_level(Level level) { return static_cast<model::Level>(level); }

Tone to_tone(app::LabelTone tone) {
  switch (tone) {
    case app::LabelTone::kNeutral:
      return Tone::kNeutral;
    case app::LabelTone::kAction:
      return Tone::kAction;
    case app::LabelTone::kPositive:
      return Tone::kPositive;
    case app::LabelTone::kNegative:
      return Tone::kNegative;
    case app::LabelTone::kWarning:
      return Tone::kWarning;
    case app::LabelTone::kIdea:
      return Tone::kIdea;
  }
  return Tone::kNeutral;
}

PhotoData to_photo(const app::PhotoTile& tile) {
  return {.photo = tile.name,
          .name = tile.alt,
          .width = tile.width,
          .height = tile.height,
          .instead = tile.instead,
          .gone = tile.gone,
          .badge = tile.badge,
          .checked = tile.checked,
          .open_name = tile.open,
          .remove_name = tile.remove};
}

Rect rest(Ui& ui) {
  const Rect area = ui.area();
  return {area.x, ui.y(), area.w, std::max(0.0F, area.y + area.h - ui.y())};
}

ListRowData row_of(const app::SignalLine& line, bool chosen) {
  ListRowData row;
  row.kind = to_kind(line.kind);
  row.icon = icon_by_name(line.icon);
  row.title = line.title;
  row.status = line.status;
  row.status_tone = to_tone(line.tone);
  row.place = line.place;
  row.level = to_level(line.level);
  row.count = line.seen;
  row.chosen = chosen;
  return row;
}

int day_row(Ui& ui, std::string_view k, std::string_view name, std::string_view day, std::string_view earlier,
            std::string_view later) {
  int step = 0;
  ui.region(k, Role::kGroup, name, [&] {
    ui.icon_line(key(k, "/dag"), icon_by_name("calendar"), Token::kInk, plain(day), TextStyle::kBodyBold);
    ui.gap(8);
    const ButtonStyle style{.kind = ButtonKind::kSecondary, .small = true, .description = name};
    ui.grid(2, 150, 12, [&](int i) {
      if (ui.button(key(k, i == 0 ? "/eerder" : "/later"), i == 0 ? earlier : later, style)) step = i == 0 ? -1 : 1;
    });
  });
  return step;
}

void undo_buttons(Ui& ui, std::string_view k, const app::UndoView& view, app::CommandQueue& out) {
  const auto button = [&](std::string_view name, const std::string& words, std::string_view icon, bool can) {
    return ui.button(key(k, name), words,
                     {.kind = ButtonKind::kSecondary, .icon = icon_by_name(icon), .disabled = !can, .reason = words});
  };
  ui.grid(2, 240, 12, [&](int i) {
    if (i == 0 && button("/ongedaan", view.undo, "arrow-back-up", view.can_undo)) out.emplace_back(app::cmd::Undo{});
    if (i == 1 && button("/opnieuw", view.redo, "arrow-forward-up", view.can_redo)) out.emplace_back(app::cmd::Redo{});
  });
}

void scrolling_page(Ui& ui, std::string_view k, const app::Page& page, std::string_view words, float max_width,
                    app::CommandQueue& out, Fn<void()> content) {
  round_bar(ui, page, words, out);
  ui.scroll(k, rest(ui), [&] {
    const float side = std::max(ui.margin(), (ui.width() - max_width * unit(ui)) / 2.0F);
    ui.inset(side, [&] {
      ui.gap(16);
      content();
      ui.gap(32);
    });
  });
}

}  // namespace stoepkrijt::ui
