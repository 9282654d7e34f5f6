// The map of the walk: what stands on it, what is chosen, and the question "Wat ziet u hier?".
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/map_request.hpp"
#include "app/views/map_marks.hpp"
#include "app/views/map_search_view.hpp"
#include "app/views/map_signals.hpp"
#include "app/views/page.hpp"
#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

struct ChosenOnMap {
  std::string id;
  bool is_plan = false;
  SignalLine signal;  ///< when it is a signal
  std::string plan_title, plan_words, plan_icon;
  int plan_theme = 1;
  std::string open_words;  ///< of the button
};

struct BuurtWords {
  std::string title;    ///< name
  std::string figures;  ///< "1.240 bewoners, 610 huizen"
  std::string signals;  ///< "12 meldingen"
  std::string only;     ///< button: only this buurt, or all of them again
  MapFilter then;       ///< when it is pressed
};

struct MapScreenView {
  Page page;
  std::string walk_title;
  std::string walk_words;  ///< "6 stops · 30 meldingen"
  std::string saved;       ///< "Bewaard"
  bool saved_well = true;
  std::string offline;             ///< empty when online
  std::string map_name, map_help;  ///< for the screen reader
  std::string attribution;
  std::string question;         ///< "Wat ziet u hier?"
  std::string where;            ///< "bij Singelkade"; "op 6 meter" with a GPS place
  std::string bad, good, idea;  ///< words on the cards
  std::string bad_name, good_name, idea_name;
  std::string locate, locating, location_error;
  bool is_locating = false;
  std::string zoom_in, zoom_out, fit, north;
  std::string list_title;  ///< "30 meldingen op de kaart"
  std::string list_button;
  std::string draft;  ///< "U heeft een melding die niet af is."; empty: none
  std::string draft_button;
  struct Draft {
    std::string id, name;
  };
  std::vector<Draft> drafts;  ///< when there are more than one: each by what it is
  struct Filter {
    std::string words;
    MarkerKind kind = MarkerKind::kProblem;
    bool on = true;
  };
  std::vector<Filter> filters;
  std::string filter_button;  ///< "Kies wat u ziet", or what is chosen
  bool filtered = false;
  std::string list_head;          ///< "In beeld: 12 van 41 meldingen"
  std::string list_words;         ///< how the list is put together
  std::vector<SignalLine> lines;  ///< of what is in the window, nearest to its middle first: a page or some
  std::string more;               ///< button: a further page; empty: these are all, or the most there can be
  ManyMarkers markers;            ///< of everything that passes the filter
  std::vector<MapMark> marks;     ///< of those that stand in the page as buttons
  std::string search_button, search_close;
  std::string worst_button;    ///< to the list of all, the worst first
  std::string cluster_opened;  ///< said when a cluster came apart
  std::string moved_to;        ///< said before the name of a place to which the map goes
  MapSearchView search;
  /// Where many signals lie.
  struct Heat {
    std::string button;
    bool on = false;
    std::string title, words;  ///< the legend
    struct Place {
      std::string words;  ///< "Singelkade, Oud Crooswijk: 12 meldingen"
      geo::Bounds box;
    };
    std::string none;           ///< when no place has many; empty: there are
    std::vector<Place> places;  ///< the densest, most first
  };
  Heat heat;
  /// An area that was drawn around what is shown.
  struct Area {
    std::string draw, window, off;  ///< buttons: draw one, take what is in view, take it away
    std::string help, stop;         ///< while it is drawn
    std::string words;              ///< how many signals lie in it; empty: there is none
  };
  Area area;
  std::optional<ChosenOnMap> chosen;
  std::optional<BuurtWords> buurt;
  struct Stop {
    std::string name;  ///< "1. Hinkelplein"
    std::string question;
  };
  std::string stops_title;
  std::vector<Stop> stops;
  bool with_bad = true, with_good = true, with_idea = true;  ///< the kinds that are welcome on this walk
  std::string elsewhere;                                     ///< where other things can be told; empty: none
  std::string walks_button;                                  ///< to the list of walks, while none is walked
  /// While a walk is walked.
  struct Walking {
    std::string title;   ///< of the walk, with the group
    std::string words;   ///< "Plek 3 van 6 · 24 minuten"
    std::string screen;  ///< that the screen may go off; empty: it stays on
    std::string stop;    ///< "Plek 3: Hinkelplein"; empty: there are none (left)
    std::string question;
    struct Measure {
      std::string slug, words;
    };
    std::vector<Measure> measures;  ///< to be counted at this stop
    std::string measure_title;
    std::string next, back;  ///< words of the buttons; empty: there is none
    std::int32_t at = 0;     ///< the stop, from 0
    std::string pause, end;  ///< pause, or go on
    bool paused = false;
    bool follow = true;
  };
  std::optional<Walking> walking;
  std::string close;
  std::string walk_id;
};

/// What the screen remembers of the map: where the list looks, how far it goes, and what is looked for.
struct MapLook {
  std::optional<geo::Window> window;  ///< nothing: the list holds all
  geo::LonLat centre;
  std::size_t most = kLinesOfAPage;
  std::string search;
};

/// What is kept from frame to frame.
struct MapCaches {
  SignalsCache signals;
  MapNamesCache names;
};

/// Costs little where nothing changed since the last call with the same caches, however many signals there are.
[[nodiscard]] MapScreenView make_map_screen_view(const State& state, const Lang& lang, const MapFeedback& feedback,
                                                 const MapLook& look, MapCaches& caches);
/// Once, for a map that looks where `feedback` says.
[[nodiscard]] MapScreenView make_map_screen_view(const State& state, const Lang& lang, const MapFeedback& feedback);

/// The kinds with how many signals each has, and the plans.
[[nodiscard]] std::vector<MapScreenView::Filter> kind_filters(const State& state, const Lang& lang,
                                                              const std::array<std::int64_t, 3>& kinds);

}  // namespace stoepkrijt::app
