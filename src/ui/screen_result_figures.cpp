#include "ui/screen_result_figures.hpp"

#include <string>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::FairView;
using app::ResultView;

Icon fair_icon(app::Kept kept) {
  return icon_by_name(kept == app::Kept::kYes ? "circle-check" : kept == app::Kept::kNo ? "circle-x" : "info-circle");
}

Token fair_colour(app::Kept kept) {
  return kept == app::Kept::kYes ? Token::kPos : kept == app::Kept::kNo ? Token::kNeg : Token::kInk2;
}

void fair(const FairView& view, Ui& ui, bool meanings) {
  ui.heading("uitslag/eerlijk-kop", 3, plain(view.title), TextStyle::kBodyBold);
  ui.gap(2);
  ui.text("uitslag/eerlijk-inleiding", plain(view.intro), TextStyle::kSmall, {.color = Token::kInk2});
  ui.gap(10);
  if (!view.waiting.empty()) {
    ui.icon_line("uitslag/eerlijk-wacht", icon_by_name("info-circle"), Token::kInk2, plain(view.waiting),
                 TextStyle::kSmall);
    return;
  }
  ui.list("uitslag/eerlijk", view.title, [&] {
    for (const FairView::Item& item : view.items) {
      const std::string k = key("uitslag/eerlijk/", item.key);
      ui.list_item(k, [&] {
        ui.icon_line(key(k, "/kort"), fair_icon(item.kept), fair_colour(item.kept), key("**", plain(item.line), "**"),
                     TextStyle::kSmallBold);
        ui.gap(2);
        ui.text(key(k, "/tekst"), plain(item.words), TextStyle::kSmall);
        if (meanings) {
          ui.gap(4);
          ui.text(key(k, "/betekenis"), plain(item.meaning), TextStyle::kSmall, {.color = Token::kInk2});
        }
      });
      ui.gap(10);
    }
  });
  for (std::size_t i = 0; i < view.notes.size(); ++i) {
    ui.text(key("uitslag/eerlijk-noot/", std::to_string(i)), plain(view.notes[i]), TextStyle::kSmall,
            {.color = Token::kInk2});
    ui.gap(6);
  }
}

}  // namespace

void result_figures(const ResultView& view, Ui& ui, ResultUi& own) {
  ui.card("uitslag/cijfers", {}, [&] {
    ui.heading("uitslag/cijfers-kop", 2, plain(view.figures_title), TextStyle::kH3);
    ui.gap(6);
    ui.list("uitslag/cijfers-lijst", view.figures_title, [&] {
      for (std::size_t i = 0; i < view.figures.size(); ++i) {
        const ResultView::Figure& figure = view.figures[i];
        const std::string k = key("uitslag/cijfer/", std::to_string(i));
        ui.list_item(k, [&] {
          ui.key_value(key(k, "/waarde"), figure.words, figure.value, own.meanings || i + 1 == view.figures.size());
          if (own.meanings) {
            ui.text(key(k, "/betekenis"), plain(figure.meaning), TextStyle::kSmall, {.color = Token::kInk2});
            ui.gap(10);
          }
        });
      }
    });
    ui.gap(10);
    ui.divider();
    ui.gap(12);
    fair(view.fair, ui, own.meanings);
    ui.gap(4);
    if (ui.link("uitslag/betekenis", own.meanings ? view.meaning_hide : view.meaning_show,
                icon_by_name("info-circle"))) {
      own.meanings = !own.meanings;
    }
  });
}

}  // namespace stoepkrijt::ui
