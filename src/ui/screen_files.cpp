#include "ui/screen_files.hpp"

#include <utility>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::FilesView;

void saved(const FilesView& view, Ui& ui, app::CommandQueue& out) {
  const Token color = view.saved_well ? Token::kPos : Token::kNeg;
  ui.icon_line("bestanden/bewaard", icon_by_name(view.saved_well ? "device-mobile-check" : "alert-triangle"), color,
               plain(view.saved), TextStyle::kBodyBold, {.color = color});
  if (!view.try_save.empty()) {
    ui.gap(8);
    if (ui.button("bestanden/opnieuw", view.try_save, {.icon = icon_by_name("refresh")})) {
      out.emplace_back(app::cmd::TrySave{});
    }
    ui.gap(8);
  }
  ui.gap(4);
  ui.text("bestanden/opslag", plain(view.storage_words), TextStyle::kSmall, {.color = Token::kInk2});
  if (!view.room_words.empty()) {
    ui.gap(4);
    ui.text("bestanden/ruimte", plain(view.room_words), TextStyle::kSmall, {.color = Token::kInk2});
  }
  if (!view.photos_words.empty()) {
    ui.gap(4);
    ui.text("bestanden/fotos-hier", plain(view.photos_words), TextStyle::kSmall, {.color = Token::kInk2});
  }
  if (!view.room_warning.empty()) {
    ui.gap(8);
    ui.note("bestanden/bijna-vol", Tone::kWarning, icon_by_name("alert-triangle"), plain(view.room_warning));
  }
  ui.gap(4);
  ui.text("bestanden/ios", plain(view.ios_words), TextStyle::kSmall, {.color = Token::kInk2});
  if (!view.persist_button.empty() && ui.link("bestanden/blijven", view.persist_button, icon_by_name("shield-check"))) {
    out.emplace_back(app::cmd::AskPersist{});
  }
}

void open_dossier(const FilesView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("bestanden/nu", {}, [&] {
    ui.heading("bestanden/nu-kop", 2, plain(view.dossier_title), TextStyle::kH2);
    ui.gap(4);
    ui.text("bestanden/nu-soort", plain(view.dossier_words), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(4);
    ui.text("bestanden/nu-inhoud", plain(view.contents));
    if (!view.read_only.empty()) {
      ui.gap(8);
      ui.note("bestanden/alleen-lezen", Tone::kWarning, icon_by_name("lock"), plain(view.read_only));
    }
    ui.gap(8);
    saved(view, ui, out);
    ui.gap(8);
    const Icon next = icon_by_name("chevron-right");
    if (!view.conflicts.empty()) {
      ui.divider();
      if (ui.link_row("bestanden/verschillen", view.conflicts, next)) go(out, app::Screen::kConflicts);
    }
    ui.divider();
    if (ui.link_row("bestanden/doorgeven", view.exchange, next)) go(out, app::Screen::kExchange);
    ui.divider();
    if (ui.link_row("bestanden/geschiedenis", view.history, next)) go(out, app::Screen::kHistory);
    ui.divider();
    if (ui.link_row("bestanden/eigen-kaart", view.own_map, next)) go(out, app::Screen::kOwnMap);
  });
}

void head(Ui& ui, std::string_view k, std::string_view title, std::string_view words) {
  ui.heading(key(k, "/kop"), 2, plain(title), TextStyle::kH3);
  ui.gap(4);
  ui.text(key(k, "/woorden"), plain(words));
}

void make_file(const FilesView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("bestanden/uit", {}, [&] {
    head(ui, "bestanden/uit", view.export_title, view.export_words);
    ui.gap(12);
    if (!view.photos.empty()) {
      if (ui.checkbox("bestanden/fotos", view.photos, view.photos_on, view.photos_small)) {
        out.emplace_back(app::cmd::SetExport{view.gzip_on, view.pretty_on, !view.photos_on});
      }
      ui.gap(8);
    }
    if (!view.contacts.empty()) {
      if (ui.checkbox("bestanden/contact", view.contacts, view.contacts_on, view.contacts_small)) {
        out.emplace_back(app::cmd::SetContactsLeave{!view.contacts_on});
      }
      ui.gap(8);
    }
    if (ui.checkbox("bestanden/kleiner", view.gzip, view.gzip_on, view.gzip_small)) {
      out.emplace_back(app::cmd::SetExport{!view.gzip_on, view.pretty_on, view.photos_on});
    }
    ui.gap(8);
    if (ui.checkbox("bestanden/leesbaar", view.pretty, view.pretty_on, view.pretty_small)) {
      out.emplace_back(app::cmd::SetExport{view.gzip_on, !view.pretty_on, view.photos_on});
    }
    ui.gap(12);
    if (ui.button("bestanden/uit/knop", view.export_button, {.icon = icon_by_name("file-export")})) {
      out.emplace_back(app::cmd::ExportDossier{});
    }
  });
}

bool part(Ui& ui, std::string_view k, std::string_view title, std::string_view words, std::string_view button,
          std::string_view icon, ButtonKind kind = ButtonKind::kSecondary) {
  bool pressed = false;
  ui.card(k, {}, [&] {
    head(ui, k, title, words);
    ui.gap(12);
    if (ui.button(key(k, "/knop"), button, {.kind = kind, .icon = icon_by_name(icon)})) pressed = true;
  });
  return pressed;
}

void other(const FilesView::Other& item, Ui& ui, app::CommandQueue& out) {
  const std::string k = key("bestanden/ander/", item.slug);
  ui.gap(12);
  if (item.damaged) {
    ui.icon_line(key(k, "/titel"), icon_by_name("alert-triangle"), Token::kNeg, plain(item.title),
                 TextStyle::kBodyBold);
  } else {
    ui.text(key(k, "/titel"), plain(item.title), TextStyle::kBodyBold);
  }
  ui.text(key(k, "/woorden"), plain(item.words), TextStyle::kSmall, {.color = Token::kInk2});
  ui.gap(8);
  const int buttons = item.open.empty() ? 1 : 2;
  ui.grid(buttons, 130, 12, [&](int i) {
    if (i == 0 && buttons == 2) {
      if (ui.button(key(k, "/open"), item.open,
                    {.kind = ButtonKind::kSecondary, .small = true, .description = item.open_name})) {
        out.emplace_back(app::cmd::OpenDossier{item.slug});
      }
      return;
    }
    if (ui.button(key(k, "/weg"), item.remove,
                  {.kind = ButtonKind::kQuiet,
                   .icon = icon_by_name("trash"),
                   .small = true,
                   .description = item.remove_name})) {
      out.emplace_back(app::cmd::ForgetDossier{item.slug});
    }
  });
  ui.gap(12);
}

void others(const FilesView& view, Ui& ui, app::CommandQueue& out) {
  if (view.others_title.empty()) return;
  ui.card("bestanden/andere", {}, [&] {
    head(ui, "bestanden/andere", view.others_title, view.others_words);
    ui.list("bestanden/andere-lijst", view.others_title, [&] {
      for (std::size_t i = 0; i < view.others.size(); ++i) {
        if (i > 0) ui.divider();
        ui.list_item(key("bestanden/ander/", view.others[i].slug), [&] { other(view.others[i], ui, out); });
      }
    });
  });
  ui.gap(12);
}

void signals(const FilesView& view, Ui& ui, app::CommandQueue& out) {
  if (view.signals.empty()) return;
  ui.card("bestanden/meldingen", {}, [&] {
    head(ui, "bestanden/meldingen", view.signals_title, view.signals_words);
    if (!view.signals_warning.empty()) {
      ui.gap(12);
      ui.note("bestanden/meldingen/persoonlijk", Tone::kWarning, icon_by_name("alert-triangle"),
              plain(view.signals_warning));
    }
    ui.gap(8);
    for (std::size_t i = 0; i < view.signals.size(); ++i) {
      const FilesView::SignalsFile& file = view.signals[i];
      const std::string k = key("bestanden/meldingen/", std::to_string(i));
      if (i > 0) ui.divider();
      if (ui.link_row(k, file.name, icon_by_name("file-export")))
        out.emplace_back(app::cmd::ExportSignals{file.format});
      ui.text(key(k, "/woorden"), plain(file.words), TextStyle::kSmall, {.color = Token::kInk2});
      ui.gap(8);
    }
  });
  ui.gap(12);
}

void keeping(const FilesView& view, Ui& ui, app::CommandQueue& out) {
  if (view.keep_title.empty()) return;
  ui.card("bestanden/tot", {}, [&] {
    head(ui, "bestanden/tot", view.keep_title, view.keep_words);
    if (!view.keep_past.empty()) {
      ui.gap(12);
      ui.note("bestanden/tot/voorbij", Tone::kWarning, icon_by_name("alert-triangle"), plain(view.keep_past));
    }
    ui.gap(12);
    const int step = day_row(ui, "bestanden/tot/dag", view.keep_title, view.keep_day, view.keep_less, view.keep_more);
    if (step != 0) out.emplace_back(app::cmd::SetDeleteBy{step < 0 ? view.keep_before : view.keep_after});
  });
  ui.gap(12);
}

}  // namespace

void draw(const FilesView& view, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "bestanden/rol", view.page, view.dossier_title, 720, out, [&] {
    open_dossier(view, ui, out);
    ui.gap(12);
    make_file(view, ui, out);
    ui.gap(12);
    if (part(ui, "bestanden/in", view.import_title, view.import_words, view.import_button, "file-import")) {
      out.emplace_back(app::cmd::AskImport{});
    }
    ui.gap(12);
    others(view, ui, out);
    keeping(view, ui, out);
    signals(view, ui, out);
    if (part(ui, "bestanden/stemmen", view.ballots_title, view.ballots_words, view.ballots_button, "file-export")) {
      out.emplace_back(app::cmd::ExportBallots{});
    }
    ui.gap(12);
    if (part(ui, "bestanden/apart", view.aside_title, view.aside_words, view.aside_button, "file-export")) {
      out.emplace_back(app::cmd::ExportAside{});
    }
    ui.gap(12);
    if (part(ui, "bestanden/wissen", view.wipe_title, view.wipe_words, view.wipe_button, "trash")) {
      out.emplace_back(app::cmd::Wipe{});
    }
    ui.gap(12);
    if (!view.example_button.empty() && ui.link("bestanden/voorbeeld", view.example_button, icon_by_name("refresh"))) {
      out.emplace_back(app::cmd::BackToExample{});
    }
  });
}

}  // namespace stoepkrijt::ui
