#include "ui/screen_more.hpp"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

std::vector<std::string_view> views_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

void display(const app::MoreView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("meer/weergave", {}, [&] {
    ui.heading("meer/weergave-kop", 2, plain(view.display_title), TextStyle::kH2);
    ui.gap(12);
    ui.heading("meer/taal-kop", 3, plain(view.language_title), TextStyle::kH3);
    ui.gap(8);
    const int lang = ui.radio_cards("meer/taal", view.language_title, views_of(view.languages), view.language);
    if (lang >= 0) out.emplace_back(app::cmd::SetLang{static_cast<app::LangCode>(lang)});
    ui.gap(16);
    ui.heading("meer/kleur-kop", 3, plain(view.theme_title), TextStyle::kH3);
    ui.gap(8);
    const int theme = ui.radio_cards("meer/kleur", view.theme_title, views_of(view.themes), view.theme);
    if (theme >= 0) out.emplace_back(app::cmd::SetTheme{static_cast<app::ThemeChoice>(theme)});
    ui.gap(16);
    ui.heading("meer/letters-kop", 3, plain(view.text_title), TextStyle::kH3);
    ui.gap(8);
    const int step = ui.stepper("meer/letters", view.text_title, view.text_value, "", view.text_less, view.text_more,
                                view.can_less, view.can_more);
    if (step != 0) {
      // 100, 125, 150, 200: the last step is double, for who needs it
      std::int32_t percent = view.text_percent + (step > 0 ? 25 : -25);
      if (percent == 175) percent = step > 0 ? 200 : 150;
      out.emplace_back(app::cmd::SetTextPercent{percent});
    }
    ui.gap(16);
    if (ui.checkbox("meer/tekstversie", view.text_version, view.text_version_on, view.text_version_small)) {
      out.emplace_back(app::cmd::SetTextVersion{!view.text_version_on});
    }
    ui.gap(8);
    if (ui.checkbox("meer/kiosk", view.kiosk, view.kiosk_on, view.kiosk_small)) {
      out.emplace_back(app::cmd::SetKiosk{!view.kiosk_on});
    }
  });
}

void undo(const app::UndoView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("meer/terug", {}, [&] {
    ui.heading("meer/terug-kop", 2, plain(view.title), TextStyle::kH2);
    ui.gap(12);
    undo_buttons(ui, "meer", view, out);
  });
}

}  // namespace

void draw(const app::MoreView& view, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "meer/rol", view.page, "", 720, out, [&] {
    if (!view.update.empty()) {
      ui.note("meer/nieuw", Tone::kAction, icon_by_name("refresh"), plain(view.update));
      ui.gap(16);
    }
    ui.card("meer/links", {}, [&] {
      if (ui.link_row("meer/bestanden", view.files, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kFiles, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/schouwen", view.walks, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kWalks, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/eigen-kaart", view.own_map, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kOwnMap, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/meldingen", view.signals, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kSignals, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/dubbel", view.doubles, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kDoubles, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/cijfers", view.figures, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kFigures, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/volgende-ronde", view.next_round, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kNextRound, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/wie-beslist", view.ladder, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kLadder, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/manier", view.vote_form, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kVoteForm, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/potten", view.limits, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kLimits, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/telregel", view.rule, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kRule, ""}});
      }
      ui.divider();
      if (ui.link_row("meer/over", view.about, icon_by_name("chevron-right"))) {
        out.emplace_back(app::cmd::GoTo{{app::Screen::kAbout, ""}});
      }
    });
    ui.gap(16);
    ui.card("meer/geheim", {}, [&] {
      ui.heading("meer/geheim-kop", 2, plain(view.secret_title), TextStyle::kH2);
      ui.gap(8);
      bool first = true;
      for (const app::MoreView::Link& link : view.secret) {
        if (!std::exchange(first, false)) ui.divider();
        if (ui.link_row(key("meer/", app::to_words(link.to)), link.words, icon_by_name("chevron-right"))) {
          out.emplace_back(app::cmd::GoTo{link.to});
        }
      }
    });
    ui.gap(16);
    undo(view.undo, ui, out);
    ui.gap(16);
    display(view, ui, out);
  });
}

void draw(const app::AboutView& view, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "over/rol", view.page, "", 720, out, [&] {
    for (std::size_t i = 0; i < view.parts.size(); ++i) {
      const std::string k = key("over/", std::to_string(i));
      ui.card(k, {}, [&] {
        ui.heading(key(k, "/kop"), 2, plain(view.parts[i].title), TextStyle::kH3);
        ui.gap(4);
        ui.text(key(k, "/woorden"), plain(view.parts[i].words));
      });
      ui.gap(12);
    }
    ui.text("over/licenties", plain(view.licences), TextStyle::kSmall, {.color = Token::kInk2});
    ui.text("over/versie", plain(view.version), TextStyle::kSmall, {.color = Token::kInk2});
  });
}

}  // namespace stoepkrijt::ui
