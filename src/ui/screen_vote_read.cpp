#include "ui/screen_vote_read.hpp"

#include <string>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

void draw(const app::VoteReadView& view, Ui& ui, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.may_vote) return no_vote_page(ui, "stem-lees", view.no_vote, out);
  step_band(ui, view.band);
  const auto content = [&] {
    centred(ui, 720, [&] {
      ui.gap(16);
      ui.heading("stem-lees/kop", 2, plain(view.heading), TextStyle::kH1);
      ui.gap(12);
      ui.card("stem-lees/punten", {}, [&] {
        ui.list("stem-lees/lijst", view.heading, [&] {
          for (std::size_t i = 0; i < view.points.size(); ++i) {
            const app::VoteReadView::Point& point = view.points[i];
            const std::string k = key("stem-lees/punt/", std::to_string(i));
            ui.list_item(k, [&] {
              if (i > 0) ui.gap(2);
              ui.fact(key(k, "/tekst"), icon_by_name(point.icon), point.title, point.words, Token::kLink);
            });
          }
        });
      });
      if (!view.practice.empty()) {
        ui.gap(12);
        ui.note("stem-lees/oefenen", Tone::kWarning, icon_by_name("info-circle"), view.practice);
      }
      ui.gap(16);
    });
  };
  action_page(ui, "stem-lees", view.band.title, 720, content, [&] {
    if (ui.button("stem-lees/verder", view.button, {.icon = icon_by_name("arrow-right"), .icon_right = true})) {
      go(out, app::Screen::kVoteChoose);
    }
  });
}

}  // namespace stoepkrijt::ui
