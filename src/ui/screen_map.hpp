// The map of the walk and the wijk: one finger pans, two zoom and turn; markers and clusters are also buttons in the
// page. Beside it, or in a sheet on a phone, stands the list of what is in view, with a field to search in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command.hpp"
#include "app/views/map_screen_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

inline constexpr std::string_view kMapKey = "kaart";

/// What the screen keeps between frames.
struct MapUi {
  app::MapLook look;
  bool listing = false;  ///< phone: the sheet holds the list, not the cards to tag with
  // An area that is being drawn
  bool drawing = false;
  std::vector<app::MapPoint> line;
  // For the next request
  std::optional<geo::Bounds> go_to;
  std::string focus;  ///< key of what takes the focus once it is there
  // The map in the frame before: the list follows once it stands still
  std::optional<geo::Window> last_window;
  geo::LonLat last_centre;
};

void draw(const app::State& state, const app::Lang& lang, MapUi& mem, app::MapCaches& caches, Ui& ui, MapBoard& maps,
          app::CommandQueue& out);

}  // namespace stoepkrijt::ui
