#include "ui/screen_own_map.hpp"

#include <algorithm>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::OwnMapView;

void how(const OwnMapView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("kaart-maken/hoe", {}, [&] {
    ui.heading("kaart-maken/kop", 2, plain(view.title), TextStyle::kH2);
    ui.gap(4);
    ui.text("kaart-maken/woorden", plain(view.words));
    ui.gap(8);
    ui.list("kaart-maken/stappen", view.steps_title, [&] {
      for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const std::string k = key("kaart-maken/stap/", std::to_string(i));
        ui.list_item(k, [&] {
          ui.gap(6);
          ui.text(key(k, "/tekst"), plain(key(std::to_string(i + 1), ". ", view.steps[i])));
        });
      }
    });
    ui.gap(12);
    if (ui.button("kaart-maken/kies", view.choose, {.icon = icon_by_name("file-import")})) {
      out.emplace_back(app::cmd::AskMapFiles{});
    }
  });
}

void now(const OwnMapView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  ui.card("kaart-maken/nu", {}, [&] {
    ui.heading("kaart-maken/nu-kop", 2, plain(view.now_title), TextStyle::kH3);
    ui.gap(8);
    if (!view.map_name.empty()) {
      const Rect area = ui.take(std::min(240.0F, ui.screen().h * 0.3F));
      donut_map(ui, maps, "kaart-maken/kaart", view.map_name, area, {}, view.attribution);
      ui.gap(8);
    }
    ui.list("kaart-maken/gevonden", view.now_title, [&] {
      for (std::size_t i = 0; i < view.found.size(); ++i) {
        const std::string k = key("kaart-maken/gevonden/", std::to_string(i));
        ui.list_item(k, [&] {
          ui.gap(4);
          ui.icon_line(key(k, "/tekst"), icon_by_name("circle-check"), Token::kPos, plain(view.found[i]));
        });
      }
      for (std::size_t i = 0; i < view.missing.size(); ++i) {
        const std::string k = key("kaart-maken/mist/", std::to_string(i));
        ui.list_item(k, [&] {
          ui.gap(4);
          ui.icon_line(key(k, "/tekst"), icon_by_name("info-circle"), Token::kInk2, plain(view.missing[i]));
        });
      }
    });
    ui.gap(8);
    if (!view.source.empty())
      ui.text("kaart-maken/bron", plain(view.source), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(4);
    ui.text("kaart-maken/grootte", plain(view.size), TextStyle::kSmall, {.color = Token::kInk2});
    if (view.save.empty()) return;
    ui.gap(8);
    ui.divider();
    if (ui.link_row("kaart-maken/bewaar", view.save, icon_by_name("file-export"))) {
      out.emplace_back(app::cmd::ExportMap{});
    }
    ui.text("kaart-maken/bewaar-woorden", plain(view.save_words), TextStyle::kSmall, {.color = Token::kInk2});
  });
}

}  // namespace

void draw(const OwnMapView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  scrolling_page(ui, "kaart-maken/rol", view.page, view.title, 720, out, [&] {
    how(view, ui, out);
    ui.gap(12);
    now(view, ui, maps, out);
    ui.gap(16);
  });
}

}  // namespace stoepkrijt::ui
