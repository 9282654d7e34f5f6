#include "ui/screen_ladder.hpp"

#include <algorithm>
#include <string>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

void rungs(const app::LadderView& view, Ui& ui) {
  ui.list("ladder/lijst", view.rungs_name, [&] {
    for (const app::LadderView::Rung& rung : view.rungs) {
      ui.hopscotch_row(key("ladder/trede/", rung.number), rung.number, rung.title, rung.words, rung.current);
    }
  });
}

void points(Ui& ui, std::string_view k, std::string_view title, const std::vector<std::string>& words, Icon icon,
            Token color) {
  ui.card(k, {}, [&] {
    ui.heading(key(k, "/kop"), 2, plain(title), TextStyle::kH3);
    ui.list(key(k, "/lijst"), title, [&] {
      for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string item = key(k, "/", std::to_string(i));
        ui.gap(8);
        ui.list_item(item, [&] { ui.icon_line(key(item, "/tekst"), icon, color, plain(words[i])); });
      }
    });
  });
}

void facts(const app::LadderView& view, Ui& ui) {
  points(ui, "ladder/open", view.open_title, view.open_points, icon_by_name("circle-check"), Token::kPos);
  ui.gap(12);
  points(ui, "ladder/vast", view.fixed_title, view.fixed_points, icon_by_name("lock"), Token::kInk2);
  ui.gap(12);
  ui.card("ladder/daarna", {.fill = Token::kActTint, .elevation = 0, .border = false}, [&] {
    ui.fact("ladder/daarna-feit", icon_by_name("calendar"), view.after_title, plain(view.after_words), Token::kLink);
  });
  ui.gap(12);
  ui.card("ladder/wie", {},
          [&] { ui.fact("ladder/wie-feit", icon_by_name("users"), view.who_title, plain(view.who_words)); });
}

}  // namespace

void draw(const app::LadderView& view, Ui& ui, app::CommandQueue& out) {
  const bool wide = actions_beside(ui);
  if (!wide) ui.pavement({ui.x(), 0, ui.width(), ui.y() + 64 * ui.input().text_scale + ui.input().safe_area.top});
  round_bar(ui, view.page, {}, out, !wide);
  if (!view.has_round) {
    plain_page(ui, "ladder", 640, [&] { rungs(view, ui); });
    return;
  }
  bare_page(ui, "ladder", [&] {
    const float side = ui.kiosk() ? 56 : 20;
    const auto ground = [&](float foot) {
      const float w = ui.width();
      const float height = ui.measure(w - 2 * side, [&] { rungs(view, ui); }) + 16 + foot;
      ui.pavement({ui.x(), ui.y(), w, height}, wide ? 18.0F : 0.0F);
      ui.gap(8);
      ui.inset(side, [&] { rungs(view, ui); });
      ui.gap(8 + foot);
    };
    if (wide) {
      ui.gap(24);
      ui.inset(ui.kiosk() ? 56 : 24, [&] {
        ui.row({Cell::grow(), Cell::grow()}, 24, VAlign::kTop, [&](int i) { i == 0 ? ground(16) : facts(view, ui); });
      });
    } else {
      ground(28);
      const float top = ui.y() - 24;
      const Rect area = rest(ui);
      // The page's ground comes up over the pavement with round shoulders.
      ui.fill({ui.x(), top, ui.width(), std::max(48.0F, area.h + 48)}, Token::kDoc, 24);
      ui.inset(ui.margin(), [&] { facts(view, ui); });
    }
    ui.gap(32);
  });
}

}  // namespace stoepkrijt::ui
