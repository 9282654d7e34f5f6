#include "ui/screen_replay.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::ReplayStep;
using app::ReplayView;

constexpr double kSlowS = 2.4;  // per step, of which the money moves for the first part
constexpr double kFastS = 0.9;
constexpr double kMovingPart = 0.6;

double step_seconds(const ReplayUi& own) { return own.fast ? kFastS : kSlowS; }

void show(const ReplayView& view, Ui& ui, ReplayUi& own, std::size_t step) {
  own.step = std::min(step, view.steps.size() - 1);
  own.since = ui.input().reduced_motion ? -1 : ui.now();
  const ReplayStep& now = view.steps[own.step];
  ui.announce(key(now.label, ". ", now.title, ". ", now.words));
}

// How much of the step's money has moved, 0 to 1; and on to the next step when it plays.
float advance(const ReplayView& view, Ui& ui, ReplayUi& own) {
  if (own.since < 0) return 1;
  const double seconds = step_seconds(own);
  const double gone = ui.now() - own.since;
  if (gone >= seconds) {
    own.since = -1;
    if (own.playing && own.step + 1 < view.steps.size()) {
      show(view, ui, own, own.step + 1);
      ui.animate();
      return 0;
    }
    own.playing = false;
    return 1;
  }
  ui.animate();
  const auto t = static_cast<float>(std::clamp(gone / (seconds * kMovingPart), 0.0, 1.0));
  return 1 - (1 - t) * (1 - t) * (1 - t);
}

// The plans so far as blocks of the whole amount; the present one grows.
void money_bar(const ReplayView& view, Ui& ui, const ReplayUi& own, float moved) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i <= own.step; ++i) {
    const ReplayStep& step = view.steps[i];
    if (!step.chosen) continue;
    const float share = i == own.step ? step.share * moved : step.share;
    parts.push_back({step.theme, share, icon_by_name(step.icon), {}});
  }
  ui.result_bar("naspelen/balk", key(view.steps[own.step].label, ". ", view.steps[own.step].left), parts);
}

// What of a purse goes to the plan turns from yellow into the plan's colour.
void purses(const ReplayStep& step, Ui& ui, float moved) {
  ui.list("naspelen/beurzen", step.title, [&] {
    for (std::size_t i = 0; i < step.before.size(); ++i) {
      std::vector<Part> parts = to_parts(step.before[i].parts);
      const float pays = step.paid[i] * moved;
      for (Part& part : parts) {
        if (part.theme != 0) continue;
        part.share = std::max(0.0F, part.share - pays);
        part.words = {};
      }
      const auto left = std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.theme == 0; });
      if (pays > 0) parts.insert(left, Part{step.theme, pays, icon_by_name(step.icon), {}});
      const std::string item = key("naspelen/beurs/", std::to_string(i));
      const float w = std::min(150.0F * unit(ui) * ui.input().text_scale, ui.width() * 0.42F);
      ui.list_item(item, [&] {
        ui.row({Cell::width(w), Cell::grow()}, 12, VAlign::kMiddle, [&](int cell) {
          if (cell == 0) ui.purse(parts, w / unit(ui), 34);
          if (cell == 1) ui.text(key(item, "/mensen"), plain(step.before[i].people), TextStyle::kSmall);
        });
      });
      ui.gap(8);
    }
  });
}

void present_step(const ReplayView& view, Ui& ui, const ReplayUi& own, float moved) {
  const ReplayStep& step = view.steps[own.step];
  const float tile = 48 * unit(ui);
  ui.text("naspelen/stap-nr", plain(step.label), TextStyle::kSmallBold, {.color = Token::kInk2});
  ui.gap(6);
  ui.row({Cell::width(tile), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
    if (i == 0) {
      const Rect r = ui.take(tile);
      ui.theme_tile(step.theme, icon_by_name(step.icon), r.x, r.y, tile, !step.chosen);
      return;
    }
    ui.heading("naspelen/stap-plan", 2, plain(step.title), TextStyle::kH2);
    ui.gap(2);
    ui.text("naspelen/stap-woorden", plain(step.words));
  });
  if (!step.before.empty()) {
    ui.gap(14);
    purses(step, ui, moved);
    ui.text("naspelen/legenda", plain(view.legend), TextStyle::kSmall, {.color = Token::kInk2});
  }
}

void controls(const ReplayView& view, Ui& ui, ReplayUi& own) {
  const std::size_t last = view.steps.size() - 1;
  const bool at_end = own.step == last && own.since < 0;
  if (!ui.input().reduced_motion) {
    const std::string& words = own.playing ? view.pause : at_end ? view.again : view.play;
    if (ui.button("naspelen/speel", words, {.icon = icon_by_name(own.playing ? "player-pause" : "player-play")})) {
      if (own.playing) {
        own.playing = false;
        own.since = -1;
      } else {
        own.playing = true;
        show(view, ui, own, at_end ? 0 : own.step);
      }
    }
    ui.gap(10);
  }
  ui.grid(2, 120, 10, [&](int i) {
    const bool back = i == 0;
    const bool none = back ? own.step == 0 : own.step == last;
    if (ui.button(back ? "naspelen/vorige" : "naspelen/volgende", back ? view.previous : view.next,
                  {.kind = ButtonKind::kSecondary, .disabled = none, .reason = back ? view.previous : view.next})) {
      own.playing = false;
      show(view, ui, own, back ? own.step - 1 : own.step + 1);
    }
  });
  if (ui.input().reduced_motion) return;
  ui.gap(10);
  ui.flow(10, [&] {
    if (ui.chip("naspelen/rustig", view.slower, 0, !own.fast)) own.fast = false;
    if (ui.chip("naspelen/snel", view.faster, 0, own.fast)) own.fast = true;
  });
}

void player(const ReplayView& view, Ui& ui, ReplayUi& own) {
  const float moved = advance(view, ui, own);
  const auto head = [&] {
    money_bar(view, ui, own, moved);
    ui.gap(8);
    ui.text("naspelen/over", plain(view.steps[own.step].left), TextStyle::kSmallBold, {.color = Token::kChalk});
  };
  const float side = 20;
  const float height = ui.measure(ui.width() - 2 * side, head) + 32;
  ui.pavement({ui.x(), ui.y(), ui.width(), height}, 18);
  ui.gap(16);
  ui.inset(side, head);
  ui.gap(28);
  ui.card("naspelen/nu", {}, [&] {
    present_step(view, ui, own, moved);
    ui.gap(16);
    controls(view, ui, own);
  });
}

void all_steps(const ReplayView& view, Ui& ui, ReplayUi& own) {
  ui.heading_row("naspelen/alle-kop", 2, view.steps_title, TextStyle::kH3, view.steps_count);
  ui.gap(8);
  ui.card("naspelen/alle", {.padding = 0}, [&] {
    ui.inset(16, [&] {
      ui.list("naspelen/lijst", view.steps_title, [&] {
        for (std::size_t i = 0; i < view.steps.size(); ++i) {
          const ReplayStep& step = view.steps[i];
          const std::string small = step.words + "\n" + step.left;
          ui.list_item(key("naspelen/stap/", std::to_string(i + 1)), [&] {
            if (ui.result_row(key("naspelen/naar/", std::to_string(i + 1)), step.theme, icon_by_name(step.icon),
                              std::to_string(i + 1) + ". " + step.title, small,
                              icon_by_name(i == own.step ? "player-play"
                                           : step.chosen ? "circle-check"
                                                         : "circle-x"),
                              i == own.step ? Token::kLink
                              : step.chosen ? Token::kPos
                                            : Token::kNeg,
                              !step.chosen, i + 1 == view.steps.size())) {
              own.playing = false;
              show(view, ui, own, i);
              ui.reveal("naspelen/stap-plan");
            }
          });
        }
      });
    });
  });
  ui.gap(12);
  ui.card("naspelen/einde", {}, [&] {
    ui.heading("naspelen/einde-kop", 2, plain(view.end_title), TextStyle::kH3);
    ui.gap(2);
    ui.text("naspelen/einde-tekst", plain(view.end_words));
  });
}

}  // namespace

void draw(const ReplayView& view, Ui& ui, ReplayUi& own, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.found || view.steps.empty()) {
    if (!view.busy.title.empty()) {
      plain_page(ui, "naspelen", 640, [&] { busy_card(ui, "naspelen/bezig", view.busy, out); });
      return;
    }
    empty_page(ui, "naspelen", view.found ? view.end_title : view.empty_title,
               view.found ? view.end_words : view.empty_words, view.empty_button, {app::Screen::kResult, ""}, out);
    return;
  }
  if (own.steps != view.steps.size()) own = ReplayUi{.steps = view.steps.size()};
  bare_page(ui, "naspelen", [&] {
    centred(ui, 1180, [&] {
      ui.gap(16);
      ui.heading("naspelen/kop", 2, plain(view.title), TextStyle::kH2);
      ui.gap(2);
      ui.text("naspelen/uitleg", plain(view.words), TextStyle::kBody, {.color = Token::kInk2});
      ui.gap(14);
      if (actions_beside(ui)) {
        ui.row({Cell::grow(), Cell::grow()}, 20, VAlign::kTop,
               [&](int i) { i == 0 ? player(view, ui, own) : all_steps(view, ui, own); });
      } else {
        player(view, ui, own);
        ui.gap(16);
        all_steps(view, ui, own);
      }
      ui.gap(32);
    });
  });
}

}  // namespace stoepkrijt::ui
