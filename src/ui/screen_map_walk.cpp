#include "ui/screen_map_walk.hpp"

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

app::cmd::StartTag tag_here(model::SignalKind kind, const app::State& state, const app::MapFeedback& feedback) {
  if (state.device.own) {
    return {kind, geo::LonLat{state.device.own->lon_e7, state.device.own->lat_e7}, model::PlacedBy::kGps};
  }
  return {kind, feedback.centre, model::PlacedBy::kPin};
}

void stop_here(const app::MapScreenView& view, Ui& ui) {
  if (!view.walking || view.walking->stop.empty()) return;
  const auto& w = *view.walking;
  ui.heading("kaart/plek", 2, plain(w.stop), TextStyle::kH3);
  if (!w.question.empty()) {
    ui.gap(2);
    ui.text("kaart/plek-vraag", plain(w.question));
  }
  ui.gap(12);
}

void measures_here(const app::MapScreenView& view, Ui& ui, const app::State& state, const app::MapFeedback& feedback,
                   app::CommandQueue& out) {
  if (!view.walking || view.walking->measures.empty()) return;
  ui.gap(12);
  ui.text("kaart/meten-kop", plain(view.walking->measure_title), TextStyle::kSmallBold);
  ui.gap(6);
  ui.flow(8, [&] {
    for (const auto& m : view.walking->measures) {
      if (!ui.chip(key("kaart/meten/", m.slug), m.words, icon_by_name("calculator"), false)) continue;
      out.emplace_back(tag_here(model::SignalKind::kProblem, state, feedback));
      out.emplace_back(app::cmd::SetTagCount{m.slug, 0});
    }
  });
}

void walk_buttons(const app::MapScreenView& view, Ui& ui, app::CommandQueue& out) {
  if (!view.walking) return;
  const auto& w = *view.walking;
  ui.gap(12);
  const float side = 64 * unit(ui);
  if (w.paused) {
    if (ui.button("kaart/verder", w.pause, {.icon = icon_by_name("player-play")})) {
      out.emplace_back(app::cmd::PauseWalk{false});
    }
  } else {
    const auto pause = [&] {
      if (ui.button("kaart/pauze", w.pause,
                    {.kind = ButtonKind::kSecondary, .icon = icon_by_name("player-pause"), .bare = !w.next.empty()})) {
        out.emplace_back(app::cmd::PauseWalk{true});
      }
    };
    if (w.next.empty()) {
      pause();
    } else {
      ui.row({Cell::grow(), Cell::width(side)}, 12, VAlign::kTop, [&](int i) {
        if (i == 1) return pause();
        if (ui.button("kaart/volgende-plek", w.next,
                      {.kind = ButtonKind::kSecondary, .icon = icon_by_name("arrow-right")})) {
          out.emplace_back(app::cmd::GoToStop{w.at + 1});
        }
      });
    }
  }
}

bool map_links(const app::MapScreenView& view, Ui& ui, app::CommandQueue& out) {
  bool list = false;
  ui.flow(12, [&] {
    if (view.walking && !view.walking->back.empty() &&
        ui.link("kaart/vorige-plek", view.walking->back, icon_by_name("arrow-left"))) {
      out.emplace_back(app::cmd::GoToStop{view.walking->at - 1});
    }
    if (view.walking && ui.link("kaart/klaar", view.walking->end, icon_by_name("flag"))) {
      out.emplace_back(app::cmd::EndWalk{});
    }
    if (!view.walks_button.empty() && ui.link("kaart/schouwen", view.walks_button, icon_by_name("route"))) {
      go(out, app::Screen::kWalks);
    }
    if (!view.walking && ui.link("kaart/lijst-open", view.list_title, icon_by_name("list-details"))) list = true;
  });
  return list;
}

void follow_walk(app::MapRequest& request, const MapGesture& gesture, const app::State& state, app::CommandQueue& out) {
  if (!state.walking) return;
  for (const auto& segment : state.walking->track.segments) {
    std::vector<geo::LonLat>& line = request.walked.emplace_back();
    for (const model::TrackPoint& point : segment) line.push_back(point.place);
  }
  request.follow_own = state.walking->follow;
  if (gesture.moving && state.walking->follow) out.emplace_back(app::cmd::FollowMe{false});
}

}  // namespace stoepkrijt::ui
