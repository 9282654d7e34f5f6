#include "ui/screen_history.hpp"

#include <string_view>
#include <vector>

#include "ui/screen_common.hpp"
#include "ui/screen_import.hpp"

namespace stoepkrijt::ui {

namespace {

using app::HistoryView;

void entry(const HistoryView& view, const HistoryView::Entry& e, std::string_view k, Ui& ui, app::CommandQueue& out) {
  ui.text(key(k, "/wanneer"), plain(e.when), TextStyle::kSmall, {.color = Token::kInk2});
  ui.text(key(k, "/wat"), plain(e.what), TextStyle::kH3);
  if (!e.source.empty()) {
    ui.gap(2);
    ui.icon_line(key(k, "/bron"), icon_by_name("file-import"), Token::kInk2, plain(e.source), TextStyle::kSmall,
                 {.color = Token::kInk2});
  }
  for (std::size_t i = 0; i < e.changes.size(); ++i) {
    ui.gap(6);
    change_lines(ui, key(k, "/wijziging/", std::to_string(i)), e.changes[i]);
  }
  if (!e.more.empty()) {
    ui.gap(6);
    ui.text(key(k, "/meer"), plain(e.more), TextStyle::kSmall, {.color = Token::kInk2});
  }
  if (!e.now.empty()) {
    ui.gap(8);
    ui.flow(8, [&] { ui.label(key(k, "/nu"), Tone::kPositive, icon_by_name("check"), e.now); });
  }
  if (e.restore.empty()) return;
  ui.gap(10);
  if (ui.button(key(k, "/terug"), e.restore,
                {.kind = ButtonKind::kSecondary,
                 .icon = icon_by_name("arrow-back-up"),
                 .small = true,
                 .description = e.when})) {
    out.emplace_back(app::cmd::RestoreRecord{view.kind, view.id, e.step});
  }
}

void entries(const HistoryView& view, HistoryUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.list("geschiedenis/lijst", view.title, [&] {
    for (const HistoryView::Entry& e : view.entries) {
      const std::string k = key("geschiedenis/stap/", std::to_string(e.step));
      ui.list_item(k, [&] { ui.card(key(k, "/kaart"), {}, [&] { entry(view, e, k, ui, out); }); });
      ui.gap(12);
    }
  });
  if (!view.more.empty() && ui.button("geschiedenis/meer", view.more, {.kind = ButtonKind::kSecondary})) {
    mem.most += app::kEntriesAtOnce;
  }
}

void keeping(const HistoryView& view, Ui& ui, app::CommandQueue& out) {
  if (view.keep_title.empty()) return;
  ui.gap(16);
  ui.card("geschiedenis/bewaren", {}, [&] {
    ui.heading("geschiedenis/bewaren-kop", 2, plain(view.keep_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("geschiedenis/bewaren-woorden", plain(view.keep_words));
    ui.gap(12);
    const std::vector<std::string_view> names(view.keep_names.begin(), view.keep_names.end());
    const int next = ui.radio_cards("geschiedenis/dagen", view.keep_title, names, view.keep);
    if (next >= 0 && next != view.keep) {
      out.emplace_back(app::cmd::SetJournalDays{app::kJournalDays[static_cast<std::size_t>(next)]});
    }
    if (view.forget.empty()) return;
    ui.gap(16);
    if (ui.button("geschiedenis/wis", view.forget, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("trash")})) {
      out.emplace_back(app::cmd::ForgetJournal{});
    }
  });
}

}  // namespace

void draw(const HistoryView& view, HistoryUi& mem, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "geschiedenis/rol", view.page, view.title, 720, out, [&] {
    ui.heading_row("geschiedenis/kop", 2, plain(view.title), TextStyle::kH2,
                   view.entries.empty() ? std::string_view{} : std::string_view(view.count));
    ui.gap(4);
    ui.text("geschiedenis/woorden", plain(view.words));
    ui.gap(12);
    if (!view.of_record) {
      undo_buttons(ui, "geschiedenis", view.undo, out);
      ui.gap(16);
    }
    if (view.entries.empty()) {
      ui.empty_state("geschiedenis/leeg", view.empty_title, view.empty_words);
    } else {
      entries(view, mem, ui, out);
    }
    keeping(view, ui, out);
  });
}

}  // namespace stoepkrijt::ui
