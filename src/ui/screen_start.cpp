#include "ui/screen_start.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

constexpr float kWordmark = 36;
constexpr float kStreet = 124;
constexpr float kOverlap = 22;  // how far the first card reaches into the pavement

void bar_buttons(const app::StartView& view, Ui& ui, float right, float y, app::CommandQueue& out) {
  const float size = 48 * unit(ui);
  if (ui.icon_button("start/lees-voor", view.page.read_name, icon_by_name("volume"), right - 2 * size - 8, y, false,
                     Token::kChalk)) {
    out.emplace_back(app::cmd::ReadAloud{view.page.read_words});
  }
  if (ui.icon_button("start/taal", view.page.language_name, icon_by_name("language"), right - size, y, false,
                     Token::kChalk)) {
    out.emplace_back(app::cmd::SetLang{view.page.other_language});
  }
}

std::string title_of(const app::StartView& view, const Ui& ui) {
  return ui.kiosk() && view.has_round ? view.kiosk_title : plain(view.page.title);
}

// Title and amount on the pavement.
void hero_words(const app::StartView& view, Ui& ui) {
  ui.heading("start/kop", 1, title_of(view, ui), TextStyle::kDisplay, {.color = Token::kChalk, .accent = Token::kSel});
  ui.gap(8);
  if (!ui.kiosk()) {
    ui.text("start/bedrag", view.intro, TextStyle::kLead, {.color = Token::kChalk, .accent = Token::kSel});
  }
}

/// The pavement header of a column; returns its lower edge. The street stands on it.
float hero(const app::StartView& view, Ui& ui, float min_height, app::CommandQueue& out) {
  const float x = ui.x(), y = ui.y(), w = ui.width();
  const float side = ui.kiosk() ? 56 : 24;
  const float mark = ui.kiosk() ? 64 : kWordmark;
  const float top = ui.kiosk() ? 48 : 10;
  const float bar = std::max(mark, 48 * unit(ui));
  const float words = ui.measure(w - 2 * side, [&] { hero_words(view, ui); });
  const float street = ui.kiosk() ? 300 : kStreet;
  const float foot = actions_beside(ui) ? 24 : kOverlap + 6;
  const float height = std::max(min_height, top + bar + 14 + words + 12 + street + foot);
  ui.pavement({x, y, w, height});
  ui.chalk_wordmark(x + side, y + top + (bar - mark) / 2, mark);
  bar_buttons(view, ui, x + w - (ui.kiosk() ? 40 : 8), y + top, out);
  ui.place({x + side, y + top + bar + 14, w - 2 * side, 0}, [&] { hero_words(view, ui); });
  const float street_w = std::min(w - 2 * (side - 8), street * 3.2F);
  ui.chalk_street({x + side - 8, y + height - foot - street, street_w, street});
  ui.take(height);
  return y + height;
}

/// Desktop: words left, street right, on one band of pavement.
void wide_hero(const app::StartView& view, Ui& ui, app::CommandQueue& out) {
  const float x = ui.x(), y = ui.y(), w = ui.width();
  const float words_w = std::min(560.0F * ui.input().text_scale, w * 0.5F);
  const float words = ui.measure(words_w, [&] { hero_words(view, ui); });
  const float height = std::max(248.0F, words + 72 + 48);
  ui.pavement({x, y, w, height});
  ui.chalk_wordmark(x + 40, y + 24, 40);
  bar_buttons(view, ui, x + w - 24, y + 16, out);
  ui.place({x + 40, y + 84, words_w, 0}, [&] { hero_words(view, ui); });
  const float street_w = std::min(500.0F, w - words_w - 120);
  if (street_w > 220) ui.chalk_street({x + w - street_w - 48, y + height - 180, street_w, 172});
  ui.take(height);
}

void action_card(const app::StartView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("start/doen", {.elevation = 2}, [&] {
    if (ui.button("start/knop", view.action_words, {.icon = icon_by_name(view.action_icon)})) {
      out.emplace_back(app::cmd::GoTo{view.action});
    }
    if (!view.when.empty()) {
      ui.gap(10);
      ui.icon_line("start/wanneer", icon_by_name("calendar"), Token::kInk2, view.when, TextStyle::kSmall,
                   {.color = Token::kInk2});
    }
    if (!view.practice.empty()) {
      ui.gap(6);
      ui.icon_line("start/oefenen", icon_by_name("info-circle"), Token::kInk2, view.practice, TextStyle::kSmall,
                   {.color = Token::kInk2});
    }
    if (!view.hand_over.empty()) {
      ui.gap(10);
      ui.icon_line("start/afgeven", icon_by_name("alert-triangle"), Token::kWarn,
                   key("**", plain(view.hand_over), "**"));
    }
    if (!view.voted.empty()) {
      ui.gap(6);
      ui.icon_line("start/gestemd", icon_by_name("circle-check"), Token::kPos, view.voted, TextStyle::kSmallBold);
    }
  });
}

void ladder_card(const app::StartView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("start/ladder", {}, [&] {
    ui.heading_row("start/ladder-kop", 2, view.ladder_title, TextStyle::kH3, view.ladder_right);
    ui.gap(10);
    std::vector<Step> steps;
    static constexpr std::array<std::string_view, 4> kNumbers{"1", "2", "3", "4"};
    for (std::size_t i = 0; i < view.ladder_words.size() && i < kNumbers.size(); ++i) {
      steps.push_back({kNumbers[i], view.ladder_words[i]});
    }
    ui.hopscotch("start/stappen", view.ladder_name, steps, view.ladder_step, 96 * unit(ui), 42 * unit(ui));
    ui.gap(12);
    ui.fact("start/wie", icon_by_name("users"), view.who_title, plain(view.who_words));
    ui.gap(8);
    ui.divider();
    if (ui.link_row("start/ladder-link", view.ladder_link, icon_by_name("chevron-right")))
      go(out, app::Screen::kLadder);
  });
}

void more_card(Ui& ui, std::string_view k, std::string_view icon, std::string_view title, std::string_view words,
               std::string_view link, app::Screen screen, app::CommandQueue& out) {
  ui.card(k, {}, [&] {
    ui.row({Cell::width(32 * unit(ui)), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
      if (i == 0) {
        const Rect r = ui.take(28 * unit(ui));
        ui.icon(icon_by_name(icon), r.x + r.w / 2, r.y + 13 * unit(ui), 28 * unit(ui), Token::kInk2);
      } else {
        ui.heading(key(k, "/kop"), 2, plain(title), TextStyle::kH3);
        ui.gap(2);
        ui.text(key(k, "/tekst"), plain(words), TextStyle::kSmall, {.color = Token::kInk2});
      }
    });
    ui.gap(10);
    ui.divider();
    if (ui.link_row(key(k, "/link"), link, icon_by_name("chevron-right"))) go(out, screen);
  });
}

// The cards below the front one, as one list of drawings so that they can flow in columns.
void cards(const app::StartView& view, Ui& ui, int i, app::CommandQueue& out) {
  switch (i) {
    case 0:
      if (view.has_round) ladder_card(view, ui, out);
      return;
    case 1:
      if (view.has_round) {
        more_card(ui, "start/plannen", "list-details", view.plans_title, view.plans_words, view.plans_link,
                  app::Screen::kPlans, out);
      }
      return;
    case 2:
      more_card(ui, "start/lopen", "map-2", view.walk_title, view.walk_words, view.walk_link, app::Screen::kMap, out);
      return;
    case 3:
      if (view.has_round) {
        more_card(ui, "start/uitslag", "coin-euro", view.result_title, view.result_words, view.result_link,
                  app::Screen::kResult, out);
      }
      return;
    default:
      return;
  }
}

void phone(const app::StartView& view, Ui& ui, app::CommandQueue& out) {
  bare_page(ui, "start", [&] {
    const float lower = hero(view, ui, ui.kiosk() ? 720.0F : 0.0F, out);
    ui.gap(lower - ui.y() - kOverlap);
    ui.inset(ui.margin(), [&] {
      action_card(view, ui, out);
      for (int i = 0; i < 4; ++i) {
        ui.gap(i == 0 || view.has_round || i == 2 ? 12.0F : 0.0F);
        cards(view, ui, i, out);
      }
      ui.gap(24);
    });
  });
}

void wide(const app::StartView& view, Ui& ui, app::CommandQueue& out) {
  bare_page(ui, "start", [&] {
    wide_hero(view, ui, out);
    ui.gap(24);
    ui.inset(40, [&] {
      ui.row({Cell::grow(6), Cell::grow(5)}, 24, VAlign::kTop, [&](int column) {
        if (column == 0) {
          action_card(view, ui, out);
          ui.gap(16);
          cards(view, ui, 0, out);
        } else {
          for (int i = 1; i < 4; ++i) {
            cards(view, ui, i, out);
            if (view.has_round || i == 2) ui.gap(16);
          }
        }
      });
      ui.gap(32);
    });
  });
}

// 1920 × 1080: pavement 720 left, work right.
void kiosk_landscape(const app::StartView& view, Ui& ui, app::CommandQueue& out) {
  const Rect area = rest(ui);
  const float left = std::min(720.0F, area.w * 0.4F);
  ui.place({area.x, area.y, left, 0}, [&] { (void)hero(view, ui, area.h, out); });
  ui.place({area.x + left, area.y, area.w - left, 0}, [&] {
    ui.scroll("start/rol", {area.x + left, area.y, area.w - left, area.h}, [&] {
      ui.inset(ui.margin(), [&] {
        ui.gap(56);
        action_card(view, ui, out);
        for (int i = 0; i < 4; ++i) {
          ui.gap(24);
          cards(view, ui, i, out);
        }
        ui.gap(56);
      });
    });
  });
}

}  // namespace

void draw(const app::StartView& view, Ui& ui, app::CommandQueue& out) {
  const float top = ui.input().safe_area.top;
  if (top > 0) ui.pavement({ui.x(), 0, ui.width(), top});
  switch (ui.layout()) {
    case Layout::kKioskLandscape:
      return kiosk_landscape(view, ui, out);
    case Layout::kDesktop:
    case Layout::kTablet:
      return wide(view, ui, out);
    case Layout::kPhone:
    case Layout::kKioskPortrait:
      return phone(view, ui, out);
  }
}

}  // namespace stoepkrijt::ui
