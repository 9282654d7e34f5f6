#include "ui/screen_import.hpp"

#include <algorithm>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

void change_lines(Ui& ui, std::string_view k, const app::ChangeLine& line) {
  if (!line.title.empty()) ui.text(key(k, "/titel"), plain(line.title), TextStyle::kBodyBold);
  for (std::size_t i = 0; i < line.fields.size(); ++i) {
    ui.gap(2);
    ui.text(key(k, "/", std::to_string(i)), plain(line.fields[i]));
  }
}

namespace {

using app::ImportView;

void summary(const ImportView& view, Ui& ui) {
  ui.card("erbij/kaart", {}, [&] {
    ui.heading("erbij/kop", 2, plain(view.title), TextStyle::kH2);
    ui.gap(4);
    ui.icon_line("erbij/bestand", icon_by_name("file-text"), Token::kInk2, plain(view.file), TextStyle::kSmall);
    if (!view.words.empty()) {
      ui.gap(8);
      ui.text("erbij/woorden", plain(view.words));
    }
    if (!view.lines.empty()) ui.gap(8);
    for (std::size_t i = 0; i < view.lines.size(); ++i) {
      ui.key_value(key("erbij/regel/", std::to_string(i)), view.lines[i].left, view.lines[i].right,
                   i + 1 == view.lines.size());
    }
  });
}

void changes(const ImportView& view, Ui& ui) {
  for (std::size_t g = 0; g < view.groups.size(); ++g) {
    const ImportView::Group& group = view.groups[g];
    const std::string k = key("erbij/groep/", std::to_string(g));
    ui.gap(16);
    ui.heading(key(k, "/kop"), 2, plain(group.title), TextStyle::kH3);
    ui.gap(8);
    ui.card(k, {}, [&] {
      ui.list(key(k, "/lijst"), group.title, [&] {
        for (std::size_t i = 0; i < group.changes.size(); ++i) {
          const std::string item = key(k, "/", std::to_string(i));
          if (i > 0) {
            ui.gap(10);
            ui.divider();
            ui.gap(10);
          }
          ui.list_item(item, [&] { change_lines(ui, item, group.changes[i]); });
        }
      });
    });
  }
  if (view.more.empty()) return;
  ui.gap(8);
  ui.text("erbij/meer", plain(view.more), TextStyle::kSmall, {.color = Token::kInk2});
}

void warnings(const ImportView& view, Ui& ui) {
  for (std::size_t i = 0; i < view.warnings.size(); ++i) {
    ui.gap(12);
    ui.note(key("erbij/waarschuwing/", std::to_string(i)), Tone::kWarning, icon_by_name("alert-triangle"),
            plain(view.warnings[i]));
  }
  if (view.note.empty()) return;
  ui.gap(12);
  ui.note("erbij/let-op", Tone::kAction, icon_by_name("info-circle"), plain(view.note));
}

/// A map: its picture, and whose it is.
void own_map(const ImportView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  if (view.map_name.empty()) return;
  ui.gap(12);
  const Rect area = ui.take(std::min(260.0F, ui.screen().h * 0.35F));
  donut_map(ui, maps, "erbij/kaartje", view.map_name, area, {}, view.attribution);
  ui.gap(12);
  std::string words = view.attribution;
  const FieldResult typed = ui.text_field("erbij/bron", words,
                                          {.label = view.attribution_label,
                                           .hint = view.attribution_hint,
                                           .error = view.attribution_error,
                                           .required = true});
  if (typed.changed) out.emplace_back(app::cmd::SetMapAttribution{std::move(words)});
}

void answers(const ImportView& view, Ui& ui, app::CommandQueue& out) {
  if (view.yes.empty()) {
    if (ui.button("erbij/nee", view.no, {.icon = icon_by_name("arrow-left")})) {
      out.emplace_back(app::cmd::CancelImport{});
    }
    return;
  }
  if (ui.button("erbij/ja", view.yes, {.icon = icon_by_name("check")})) out.emplace_back(app::cmd::ConfirmImport{});
  ui.gap(12);
  if (ui.button("erbij/nee", view.no, {.kind = ButtonKind::kSecondary})) out.emplace_back(app::cmd::CancelImport{});
}

}  // namespace

void draw(const ImportView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  round_bar(ui, view.page, view.file, out);
  if (!view.present) return;
  action_page(
      ui, "erbij", view.title, 720,
      [&] {
        centred(ui, 720, [&] {
          ui.gap(16);
          summary(view, ui);
          own_map(view, ui, maps, out);
          warnings(view, ui);
          changes(view, ui);
          ui.gap(16);
        });
      },
      [&] { answers(view, ui, out); });
}

}  // namespace stoepkrijt::ui
