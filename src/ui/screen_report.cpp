#include "ui/screen_report.hpp"

#include <algorithm>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::ReportView;

constexpr std::string_view kReportMap = "verslag/kaart";

void map(const ReportView& view, Ui& ui, MapBoard& maps) {
  const Rect r = ui.take(360 * unit(ui));
  app::MapRequest request;
  request.key = key("verslag/", view.walk_id, view.buurt);
  request.node = a11y::node_id(kReportMap);
  request.area = {r.x, r.y, r.w, r.h};
  request.interactive = false;
  request.markers = view.markers;
  request.walk_id = view.walk_id;
  request.fit_walk = !view.walk_id.empty();
  request.highlighted_buurt = view.buurt;
  request.fit_buurt = view.buurt;
  ui.map_still(kReportMap, view.map_name, r);
  if (!view.attribution.empty()) ui.map_attribution("verslag/bron", view.attribution, r);
  maps.ask(std::move(request));
}

void actions(const ReportView& view, Ui& ui) {
  ui.gap(24);
  ui.heading("verslag/acties-kop", 2, plain(view.actions_title), TextStyle::kH3);
  ui.gap(8);
  if (view.actions.size() < 2) {
    ui.text("verslag/geen-acties", plain(view.no_actions), TextStyle::kBody, {.color = Token::kInk2});
    return;
  }
  const float top = ui.y();
  for (std::size_t i = 1; i < view.actions.size(); ++i) {
    const std::vector<std::string>& row = view.actions[i];
    const std::string k = key("verslag/actie/", std::to_string(i));
    ui.text(key(k, "/wat"), plain(std::to_string(i) + ". " + row[0]), TextStyle::kBodyBold, {.role = Role::kNone});
    ui.text(key(k, "/wie"), plain(row[1] + " · " + row[2] + " · " + row[3]), TextStyle::kSmall,
            {.color = Token::kInk2, .role = Role::kNone});
    ui.gap(10);
  }
  ui.table("verslag/acties", view.actions_title, {ui.x(), top, ui.width(), ui.y() - top}, view.actions);
}

void entry(const ReportView::Entry& e, Ui& ui) {
  const std::string k = key("verslag/melding/", e.id);
  ui.heading(key(k, "/kop"), 3, plain(e.number + ". " + e.title), TextStyle::kH3);
  ui.gap(2);
  ui.text(key(k, "/feiten"), plain(e.facts), TextStyle::kSmall, {.color = Token::kInk2});
  ui.text(key(k, "/plek"), plain(e.place), TextStyle::kSmall, {.color = Token::kInk2});
  if (!e.words.empty()) {
    ui.gap(4);
    ui.text(key(k, "/woorden"), plain(e.words));
  }
  if (!e.history.empty()) ui.text(key(k, "/stand"), plain(e.history), TextStyle::kSmallBold);
  if (!e.action.empty()) ui.text(key(k, "/afspraak"), plain(e.action), TextStyle::kSmall);
  if (!e.photos.empty()) {
    ui.gap(8);
    ui.grid(static_cast<int>(e.photos.size()), 220, 12, [&](int i) {
      PhotoData photo = to_photo(e.photos[static_cast<std::size_t>(i)]);
      const Rect r = ui.take(ui.width() * 0.75F);
      ui.picture(key(k, "/foto/", photo.photo), photo, r);
    });
  }
  ui.gap(20);
}

}  // namespace

void draw(const app::ReportView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  round_bar(ui, view.page, view.title, out);
  if (!view.present) {
    plain_page(ui, "verslag/weg", 720, [&] { ui.empty_state("verslag/weg", view.gone_title, view.gone_words); });
    return;
  }
  ui.scroll("verslag/rol", rest(ui), [&] {
    centred(ui, 760, [&] {
      ui.gap(16);
      ui.heading("verslag/titel", 2, plain(view.title), TextStyle::kH2);
      ui.text("verslag/onder", plain(view.subtitle + " · " + view.made), TextStyle::kSmall, {.color = Token::kInk2});
      ui.gap(12);
      if (ui.button("verslag/druk-af", view.print, {.icon = icon_by_name("printer"), .description = view.print_hint})) {
        ui.scroll_to_top("verslag/rol");  // so that the map is on the canvas when it is copied
        out.emplace_back(app::cmd::Print{a11y::node_id(kReportMap)});
      }
      ui.gap(6);
      // Said with the button; on paper it has nothing to say.
      ui.text("verslag/hulp", plain(view.print_hint), TextStyle::kSmall, {.color = Token::kInk2, .role = Role::kNone});
      ui.gap(16);
      map(view, ui, maps);
      ui.gap(8);
      for (std::size_t i = 0; i < view.facts.size(); ++i) {
        ui.key_value(key("verslag/feit/", std::to_string(i)), view.facts[i].left, view.facts[i].right,
                     i + 1 == view.facts.size());
      }
      actions(view, ui);
      if (!view.stops.empty()) {
        ui.gap(16);
        ui.heading("verslag/stops-kop", 2, plain(view.stops_title), TextStyle::kH3);
        for (std::size_t i = 0; i < view.stops.size(); ++i) {
          const std::string k = key("verslag/stop/", std::to_string(i));
          ui.gap(8);
          ui.text(key(k, "/naam"), plain(view.stops[i].name), TextStyle::kBodyBold);
          if (!view.stops[i].question.empty()) ui.text(key(k, "/vraag"), plain(view.stops[i].question));
        }
      }
      ui.gap(24);
      ui.heading("verslag/meldingen-kop", 2, plain(view.signals_title), TextStyle::kH2);
      ui.gap(12);
      if (view.entries.empty()) ui.text("verslag/niets", plain(view.no_signals));
      for (const ReportView::Entry& e : view.entries) entry(e, ui);
      if (!view.left_out.empty()) ui.text("verslag/meer", plain(view.left_out));
      ui.note("verslag/privacy", Tone::kNeutral, icon_by_name("eye"), plain(view.privacy));
      ui.gap(32);
    });
  });
}

}  // namespace stoepkrijt::ui
