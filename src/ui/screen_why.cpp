#include "ui/screen_why.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::WhyStep;
using app::WhyView;

void banner(const WhyView& view, Ui& ui) {
  const Token ground = view.won ? Token::kPosTint : Token::kNegTint;
  const float tile = 56 * unit(ui);
  const auto content = [&] {
    ui.gap(14);
    ui.inset(actions_beside(ui) ? 24.0F * unit(ui) : ui.margin(), [&] {
      ui.row({Cell::width(tile), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
        if (i == 0) {
          const Rect r = ui.take(tile);
          ui.theme_tile(view.theme, icon_by_name(view.icon), r.x, r.y, tile);
          return;
        }
        ui.flow(8, [&] {
          ui.label("waarom/label", view.won ? Tone::kPositive : Tone::kNegative,
                   icon_by_name(view.won ? "circle-check" : "circle-x"), view.label, true);
        });
        ui.gap(6);
        ui.heading("waarom/titel", 2, plain(view.title), TextStyle::kH2);
        ui.gap(2);
        ui.text("waarom/regel", plain(view.rule_words), TextStyle::kSmall);
      });
    });
    ui.gap(12);
  };
  ui.fill({ui.x(), ui.y(), ui.width(), ui.measure(ui.width(), content)}, ground);
  content();
}

// Words left, a large number right; the number goes below where the words would get too narrow.
void text_and_number(const WhyStep& step, std::string_view k, Ui& ui) {
  if (step.number.empty()) {
    if (!step.text.empty()) ui.text(key(k, "/tekst"), plain(step.text), TextStyle::kSmall);
    return;
  }
  const float number = ui.text_width(step.number, TextStyle::kNumber) + 2;
  if (ui.width() - number < 190 * unit(ui)) {
    ui.text(key(k, "/tekst"), plain(step.text), TextStyle::kSmall);
    ui.text(key(k, "/getal"), plain(step.number), TextStyle::kNumber);
    return;
  }
  ui.row({Cell::grow(), Cell::width(number)}, 12, VAlign::kMiddle, [&](int i) {
    if (i == 0)
      ui.text(key(k, "/tekst"), plain(step.text), TextStyle::kSmall);
    else
      ui.text(key(k, "/getal"), plain(step.number), TextStyle::kNumber, {.align = Align::kRight});
  });
}

void foot(const WhyStep& step, std::string_view k, Ui& ui) {
  ui.gap(6);
  ui.row({Cell::grow(), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
    if (i == 0) {
      ui.text(key(k, "/links"), plain(step.foot_left), TextStyle::kSmall, {.color = Token::kInk2});
    } else {
      ui.text(key(k, "/rechts"), plain(step.foot_right), step.foot_good ? TextStyle::kSmallBold : TextStyle::kSmall,
              {.color = step.foot_good ? Token::kPos : Token::kInk2, .align = Align::kRight});
    }
  });
}

void purses(const WhyStep& step, std::string_view k, Ui& ui) {
  const std::vector<Part> parts = to_parts(step.bands.front().parts);
  const float scale = unit(ui);
  const float dots = 24 * scale;
  const float w = std::min(120.0F * scale * ui.input().text_scale, (ui.width() - dots - 14) / 3);
  const Rect r = ui.take(34 * scale);
  for (int i = 0; i < 3; ++i) {
    ui.place({r.x + static_cast<float>(i) * (w + 7), r.y, w, r.h}, [&] { ui.purse(parts, w / scale, 34); });
  }
  ui.words("…", r.x + 3 * (w + 7), r.y, TextStyle::kH2, Token::kInk2);
  ui.image(key(k, "/beurzen"), step.picture_name, r);
}

void bands(const WhyStep& step, std::string_view k, Ui& ui) {
  ui.list(key(k, "/groepen"), step.title, [&] {
    for (std::size_t i = 0; i < step.bands.size(); ++i) {
      const WhyStep::Band& band = step.bands[i];
      const std::string item = key(k, "/groep/", std::to_string(i));
      const std::vector<Part> parts = to_parts(band.parts);
      const float amount = ui.text_width(band.amount, TextStyle::kBodyBold) + 2;
      const float purse = std::min(118.0F * unit(ui) * ui.input().text_scale, ui.width() * 0.36F);
      ui.list_item(item, [&] {
        ui.row({Cell::width(purse), Cell::grow(), Cell::width(amount)}, 12, VAlign::kMiddle, [&](int cell) {
          if (cell == 0) ui.purse(parts, purse / unit(ui), 34);
          if (cell == 1) ui.text(key(item, "/mensen"), plain(band.people), TextStyle::kSmall);
          if (cell == 2)
            ui.text(key(item, "/bedrag"), plain(band.amount), TextStyle::kBodyBold, {.align = Align::kRight});
        });
      });
      ui.gap(8);
    }
  });
  const std::vector<Part> legend = to_parts(step.legend);
  ui.legend(legend);
}

void ranking(const WhyStep& step, std::string_view k, Ui& ui) {
  ui.text(key(k, "/aantal"), plain(step.ranking_count), TextStyle::kSmallBold);
  ui.gap(4);
  ui.list(key(k, "/lijst"), step.title, [&] {
    for (std::size_t i = 0; i < step.ranking.size(); ++i) {
      const WhyStep::Rank& rank = step.ranking[i];
      const std::string item = key(k, "/plaats/", rank.place);
      const auto row = [&] {
        ui.gap(8);
        ui.inset(8, [&] {
          ui.row({Cell::width(26 * unit(ui) * ui.input().text_scale), Cell::grow()}, 8, VAlign::kTop, [&](int cell) {
            if (cell == 0) {
              ui.text(key(item, "/nr"), plain(rank.place), TextStyle::kBodyBold, {.color = Token::kInk2});
              return;
            }
            ui.text(key(item, "/titel"), plain(rank.title), rank.self ? TextStyle::kBodyBold : TextStyle::kBody);
            ui.text(key(item, "/klein"), plain(key(rank.amount, " · ", rank.votes, " · ", rank.state)),
                    TextStyle::kSmall, {.color = rank.chosen ? Token::kPos : Token::kNeg});
          });
        });
        ui.gap(8);
      };
      ui.list_item(item, [&] {
        if (rank.self) ui.fill({ui.x(), ui.y(), ui.width(), ui.measure(ui.width(), row)}, Token::kSunk, 12);
        row();
      });
      if (i + 1 < step.ranking.size()) ui.divider();
    }
  });
}

void picture(const WhyStep& step, std::string_view k, Ui& ui) {
  switch (step.picture) {
    case WhyStep::Picture::kNone:
      return;
    case WhyStep::Picture::kPurses:
      ui.gap(10);
      return purses(step, k, ui);
    case WhyStep::Picture::kDots:
      return;  // drawn before the words
    case WhyStep::Picture::kBands:
      ui.gap(10);
      return bands(step, k, ui);
    case WhyStep::Picture::kRanking:
      ui.gap(8);
      return ranking(step, k, ui);
    case WhyStep::Picture::kPaid:
      ui.gap(12);
      if (!step.bands.empty()) {
        bands(step, k, ui);
        ui.gap(10);
      }
      ui.solid_bar(key(k, "/som"), step.theme, step.bar_words);
      return foot(step, k, ui);
    case WhyStep::Picture::kShortfall:
      ui.gap(12);
      ui.shortfall_bar(key(k, "/tekort"), step.picture_name, step.have_share, step.bar_words, step.short_words);
      return foot(step, k, ui);
  }
}

void steps(const WhyView& view, Ui& ui) {
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const WhyStep& step = view.steps[i];
    const std::string k = key("waarom/stap/", std::to_string(i + 1));
    if (i > 0) ui.gap(10);
    ui.numbered_card(k, static_cast<int>(i) + 1, step.title, [&] {
      if (step.picture == WhyStep::Picture::kDots && step.dots > 0) {
        ui.gap(12);
        ui.people_dots(key(k, "/stippen"), step.picture_name, step.dots);
        if (!step.dot_words.empty())
          ui.text(key(k, "/stip"), plain(step.dot_words), TextStyle::kSmall, {.color = Token::kInk2});
      }
      ui.gap(10);
      text_and_number(step, k, ui);
      picture(step, k, ui);
      if (!step.note.empty()) {
        ui.gap(10);
        ui.icon_line(key(k, "/noot"), icon_by_name("info-circle"), Token::kInk2, plain(step.note), TextStyle::kSmall);
      }
    });
  }
}

void after(const WhyView& view, Ui& ui, app::CommandQueue& out) {
  if (!view.help_words.empty()) {
    ui.card("waarom/hulp", {.fill = Token::kActTint, .elevation = 0, .border = false}, [&] {
      ui.row({Cell::width(28 * unit(ui)), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
        if (i == 0) {
          const Rect r = ui.take(26 * unit(ui));
          ui.icon(icon_by_name("bulb"), r.x + r.w / 2, r.y + 13 * unit(ui), 26 * unit(ui), Token::kLink);
        } else {
          ui.heading("waarom/hulp-kop", 3, plain(view.help_title), TextStyle::kH3);
          ui.gap(4);
          ui.text("waarom/hulp-tekst", view.help_words);
        }
      });
    });
    ui.gap(12);
  }
  if (!view.words.empty()) {
    ui.card("waarom/zinnen", {}, [&] {
      ui.heading("waarom/zinnen-kop", 3, plain(view.words_title), TextStyle::kH3);
      ui.gap(4);
      ui.list("waarom/zinnen-lijst", view.words_title, [&] {
        for (std::size_t i = 0; i < view.words.size(); ++i) {
          const std::string k = key("waarom/zin/", std::to_string(i));
          ui.list_item(k, [&] { ui.text(key(k, "/tekst"), plain(view.words[i])); });
          ui.gap(6);
        }
      });
    });
    ui.gap(12);
  }
  if (!view.tie_words.empty()) {
    ui.note("waarom/gelijk", Tone::kNeutral, icon_by_name("info-circle"), plain(view.tie_words));
    ui.gap(12);
  }
  ui.card("waarom/verder", {}, [&] {
    ui.icon_line("waarom/anders", icon_by_name("info-circle"), Token::kInk2, plain(view.other_words),
                 TextStyle::kSmall);
    ui.gap(8);
    ui.divider();
    if (ui.link_row("waarom/plan", view.plan_link, icon_by_name("chevron-right")))
      go(out, app::Screen::kPlan, view.plan_id);
    ui.divider();
    if (ui.link_row("waarom/nareken", view.recount_link, icon_by_name("chevron-right"))) go(out, app::Screen::kResult);
  });
}

}  // namespace

void draw(const WhyView& view, Ui& ui, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.found) {
    empty_page(ui, "waarom", view.empty_title, view.empty_words, view.empty_button, {app::Screen::kResult, ""}, out);
    return;
  }
  bare_page(ui, "waarom", [&] {
    banner(view, ui);
    ui.gap(12);
    if (actions_beside(ui)) {
      ui.inset(ui.kiosk() ? 56 : 24, [&] {
        ui.row({Cell::grow(17), Cell::grow(10)}, 24, VAlign::kTop, [&](int column) {
          if (column == 0)
            steps(view, ui);
          else
            after(view, ui, out);
        });
      });
    } else {
      ui.inset(ui.margin(), [&] {
        steps(view, ui);
        ui.gap(12);
        after(view, ui, out);
      });
    }
    ui.gap(32);
  });
}

}  // namespace stoepkrijt::ui
