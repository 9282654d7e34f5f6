#include "ui/round_parts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

constexpr float kPanelWidth = 372;
constexpr float kKioskPanelWidth = 600;

}  // namespace

void round_bar(Ui& ui, const app::Page& page, std::string_view words, app::CommandQueue& out, bool pave) {
  Ui::TopBarResult bar;
  const Layout layout = ui.layout();
  if (layout == Layout::kDesktop || layout == Layout::kTablet) {
    const float lower =
        ui.desk_bar(plain(page.title), words.empty() ? plain(page.subtitle) : std::string(words), 0, [&] {
          const ButtonStyle quiet{.kind = ButtonKind::kQuiet, .small = true, .width = -1};
          ButtonStyle style = quiet;
          style.icon = icon_by_name("arrow-left");
          if (!page.back_name.empty()) bar.back = ui.button("balk/terug", page.back_name, style);
          style.icon = icon_by_name("volume");
          bar.read_aloud = ui.button("balk/lees-voor", page.read_name, style);
          style.icon = icon_by_name("language");
          bar.language = ui.button("balk/taal", page.language_name, style);
        });
    ui.gap(std::max(0.0F, lower - ui.y()));
  } else {
    bar = ui.top_bar(plain(page.title), page.back_name, page.read_name, page.language_name, pave);
  }
  if (bar.back) out.emplace_back(app::cmd::Back{});
  if (bar.read_aloud) out.emplace_back(app::cmd::ReadAloud{page.read_words});
  if (bar.language) out.emplace_back(app::cmd::SetLang{page.other_language});
}

float unit(const Ui& ui) { return ui.kiosk() ? 1.75F : 1.0F; }

bool actions_beside(Ui& ui) {
  const Layout layout = ui.layout();
  return layout == Layout::kDesktop || layout == Layout::kKioskLandscape || layout == Layout::kTablet;
}

void centred(Ui& ui, float max_width, Fn<void()> content) {
  const float widest = ui.kiosk() ? ui.width() : max_width * std::max(1.0F, ui.input().text_scale);
  ui.inset(std::max(ui.margin(), (ui.width() - widest) / 2.0F), content);
}

void bare_page(Ui& ui, std::string_view k, Fn<void()> content) { ui.scroll(key(k, "/rol"), rest(ui), content); }

void plain_page(Ui& ui, std::string_view k, float max_width, Fn<void()> content) {
  bare_page(ui, k, [&] {
    centred(ui, max_width, [&] {
      ui.gap(16);
      content();
      ui.gap(32);
    });
  });
}

void action_page(Ui& ui, std::string_view k, std::string_view actions_name, float max_width, Fn<void()> content,
                 Fn<void()> actions) {
  const Rect area = rest(ui);
  const float scale = ui.input().text_scale;
  const auto below = [&] {  // the end of the page
    bare_page(ui, k, [&] {
      content();
      centred(ui, max_width, [&] { ui.region(key(k, "/doen"), Role::kRegion, actions_name, actions); });
      ui.gap(32);
    });
  };
  if (actions_beside(ui)) {
    const float gap = ui.kiosk() ? 56 : 24;
    const float panel = std::min(area.w * 0.42F, ui.kiosk() ? kKioskPanelWidth : kPanelWidth * scale);
    const float pad = 20 * unit(ui);
    const float height = ui.measure(panel - 2 * pad, actions) + 2 * pad + gap;
    if (height > area.h) return below();
    ui.scroll(key(k, "/rol"), {area.x, area.y, area.w - panel - gap, area.h}, [&] {
      content();
      ui.gap(32);
    });
    ui.place({area.x + area.w - panel - gap, area.y + 16, panel, 0}, [&] {
      ui.region(key(k, "/doen"), Role::kRegion, actions_name,
                [&] { ui.card(key(k, "/doen-kaart"), {.padding = 20, .elevation = 2}, actions); });
    });
    return;
  }
  const float height = ui.measure(std::min(area.w, ui.kiosk() ? area.w : 640.0F) - 2 * ui.margin(), actions) +
                       30 * unit(ui) + ui.input().safe_area.bottom;
  if (height > area.h * 0.45F) return below();
  ui.scroll(key(k, "/rol"), {area.x, area.y, area.w, area.h - height + 24}, [&] {
    content();
    ui.gap(48);
  });
  ui.bottom_sheet(key(k, "/blad"), actions_name, false, actions);
}

void bar_page(Ui& ui, std::string_view k, std::string_view actions_name, float max_width, Fn<void()> content,
              Fn<void(bool)> bar, Fn<void()> actions) {
  const auto whole = [&] {
    bar(false);
    actions();
  };
  const Rect area = rest(ui);
  const float around = 30 * unit(ui) + ui.input().safe_area.bottom;
  const float column = std::min(area.w, ui.kiosk() ? area.w : 640.0F) - 2 * ui.margin();
  const float panel = (ui.kiosk() ? kKioskPanelWidth : kPanelWidth * ui.input().text_scale) - 40 * unit(ui);
  const bool fits = actions_beside(ui) ? ui.measure(panel, whole) + 64 * unit(ui) <= area.h
                                       : ui.measure(column, whole) + around <= area.h * 0.45F;
  if (fits) return action_page(ui, k, actions_name, max_width, content, whole);
  const auto low = [&] { bar(true); };
  const float height = ui.measure(column, low) + around;
  ui.scroll(key(k, "/rol"), {area.x, area.y, area.w, area.h - height + 20 * unit(ui)}, [&] {
    content();
    centred(ui, max_width, [&] { ui.region(key(k, "/doen"), Role::kGroup, actions_name, actions); });
    ui.gap(44);
  });
  ui.bottom_sheet(key(k, "/blad"), actions_name, false, low);
}

std::vector<Part> to_parts(const std::vector<app::BarPart>& parts) {
  std::vector<Part> out;
  for (const app::BarPart& part : parts) {
    out.push_back({part.theme, part.share, part.icon.empty() ? Icon{0} : icon_by_name(part.icon), part.words});
  }
  return out;
}

PlanCardData to_card(const app::PlanItem& plan, int tiles) {
  PlanCardData card;
  card.theme = plan.theme;
  card.icon = icon_by_name(plan.icon);
  card.title = plan.title;
  card.price = plan.price;
  card.place = plan.buurt;
  card.share = plan.share;
  card.tiles = tiles;
  card.chosen = plan.chosen;
  card.reason = plan.reason;
  if (!plan.chosen) card.limit = plan.limit;
  card.open_name = plan.open_name;
  card.choose_name = plan.choose_name;
  return card;
}

PointsCardData to_points_card(const app::PlanItem& plan) {
  PointsCardData card;
  card.theme = plan.theme;
  card.icon = icon_by_name(plan.icon);
  card.title = plan.title;
  card.price = plan.price;
  card.place = plan.buurt;
  card.points = static_cast<std::int32_t>(plan.points);
  card.most = static_cast<std::int32_t>(plan.most_points);
  card.words = plan.points_words;
  card.worth = plan.worth;
  card.reason = plan.reason;
  card.limit = plan.limit;
  card.open_name = plan.open_name;
  card.slider_name = plan.slider_name;
  card.less_name = plan.less_name;
  card.more_name = plan.more_name;
  return card;
}

void step_band(Ui& ui, const app::StepBand& band) {
  static constexpr std::array<Step, 3> kSteps{{{"1", ""}, {"2", ""}, {"3", ""}}};
  ui.step_band("stem/stappen", band.name, kSteps, band.current, band.title, band.words);
}

void empty_page(Ui& ui, std::string_view k, std::string_view title, std::string_view words, std::string_view button,
                const app::Route& route, app::CommandQueue& out) {
  plain_page(ui, k, 560, [&] {
    ui.empty_state(key(k, "/leeg"), plain(title), plain(words));
    ui.gap(16);
    if (ui.button(key(k, "/leeg-knop"), button)) out.emplace_back(app::cmd::GoTo{route});
  });
}

void no_vote_page(Ui& ui, std::string_view k, const app::NoVote& no, app::CommandQueue& out) {
  empty_page(ui, k, no.title, no.words, no.button, no.action, out);
}

void of_round(Ui& ui, std::string_view k, std::string_view words) {
  if (words.empty()) return;
  ui.gap(4);
  ui.flow(8, [&] { ui.label(k, Tone::kWarning, icon_by_name("pencil"), words); });
  ui.gap(4);
}

void go(app::CommandQueue& out, app::Screen screen, std::string id) {
  out.emplace_back(app::cmd::GoTo{app::Route{screen, std::move(id)}});
}

void purse_meter(Ui& ui, std::string_view k, const app::Purse& purse) {
  const Token color = purse.over ? Token::kNeg : Token::kInk;
  // The sentence of the meter says it all at once; the drawn words need no node of their own.
  const float left_w = ui.text_width(purse.left_amount, TextStyle::kMoney);
  const Rect line = ui.take(ui.line_height(TextStyle::kMoney));
  const float space = 6 * unit(ui);
  const float base = line.h - ui.line_height(TextStyle::kBody) - 2;
  const float word_w = ui.text_width(purse.left_word, TextStyle::kBody);
  const float of_w = ui.text_width(purse.of_words, TextStyle::kSmall);
  const TextOptions quiet{.color = Token::kInk2, .role = Role::kNone};
  ui.words(purse.left_amount, line.x, line.y, TextStyle::kMoney, color);
  if (left_w + space + word_w <= line.w) {
    ui.words(plain(purse.left_word), line.x + left_w + space, line.y + base, TextStyle::kBody, color);
  } else {
    ui.text(key(k, "/over"), plain(purse.left_word), TextStyle::kBody, {.color = color, .role = Role::kNone});
  }
  if (left_w + space + word_w + 16 + of_w <= line.w) {
    ui.words(purse.of_words, line.x + line.w, line.y + base + 2, TextStyle::kSmall, Token::kInk2, Align::kRight);
  } else {
    ui.text(key(k, "/van"), plain(purse.of_words), TextStyle::kSmall, quiet);
  }
  ui.gap(8);
  const std::vector<Part> parts = to_parts(purse.parts);
  ui.budget_meter(k, purse.name, parts, purse.tiles.count, purse.over);
  if (purse.small.empty()) return;
  ui.gap(6);
  ui.text(key(k, "/klein"), plain(purse.small), TextStyle::kSmall, quiet);
}

void purse_strip(Ui& ui, std::string_view k, const app::Purse& purse) {
  // The sentence of the meter says it all at once; the drawn words need no node of their own.
  ui.text(key(k, "/woorden"), purse.strip, TextStyle::kBody,
          {.color = purse.over ? Token::kNeg : Token::kInk, .role = Role::kNone});
  ui.gap(4);
  const std::vector<Part> parts = to_parts(purse.parts);
  ui.budget_meter(k, purse.name, parts, purse.tiles.count, purse.over, 14);
}

void busy_card(Ui& ui, std::string_view k, const app::BusyView& busy, app::CommandQueue& out) {
  ui.card(k, {}, [&] {
    ui.heading(key(k, "/kop"), 2, plain(busy.title), TextStyle::kH3);
    ui.gap(4);
    ui.text(key(k, "/woorden"), plain(busy.words));
    ui.gap(12);
    if (busy.total > 0) {
      ui.progress(key(k, "/voortgang"), busy.progress_name, busy.done, busy.total);
      ui.gap(6);
      ui.text(key(k, "/stand"), plain(busy.progress_name), TextStyle::kSmall,
              {.color = Token::kInk2, .role = Role::kNone});
    } else {
      ui.icon_line(key(k, "/stand"), icon_by_name("calculator"), Token::kInk2, plain(busy.progress_name),
                   TextStyle::kSmall, {.color = Token::kInk2});
    }
    ui.gap(14);
    if (ui.button(key(k, "/stop"), busy.stop_button, {.kind = ButtonKind::kSecondary})) {
      out.emplace_back(app::cmd::CancelCount{});
    }
  });
}

}  // namespace stoepkrijt::ui
