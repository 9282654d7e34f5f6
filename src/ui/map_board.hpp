// Where screens ask for maps and read what came of them: requests of this frame, feedback of the frame before.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/map_request.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

class MapBoard {
 public:
  /// What the map of this key showed in the last frame; an empty feedback before it was ever drawn.
  [[nodiscard]] const app::MapFeedback& feedback(std::string_view key) const;
  void ask(app::MapRequest request) { requests_.push_back(std::move(request)); }

  // For the glue in main.
  [[nodiscard]] std::vector<app::MapRequest>& requests() { return requests_; }
  void answer(const std::string& key, app::MapFeedback feedback) { feedback_[key] = std::move(feedback); }
  void begin_frame() { requests_.clear(); }

 private:
  std::vector<app::MapRequest> requests_;
  std::map<std::string, app::MapFeedback, std::less<>> feedback_;
};

/// The gesture of the kit's map area as the app's input.
[[nodiscard]] app::MapInput to_input(const MapGesture& gesture);

/// A small map that only shows (plan and signal pages): draws the area and asks for it. `name` is its name for readers.
void still_map(Ui& ui, MapBoard& board, std::string_view key, std::string_view name, Rect area,
               std::vector<app::MapMarker> markers, geo::LonLat focus_on, std::string_view attribution);

/// The whole neighbourhood with a ring of money per place, without gestures.
void donut_map(Ui& ui, MapBoard& board, std::string_view key, std::string_view name, Rect area,
               std::vector<app::MapDonut> donuts, std::string_view attribution);

}  // namespace stoepkrijt::ui
