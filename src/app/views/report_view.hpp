// A report to print: of a walk, or of a buurt. What was seen with its photos, what was agreed, and where.
#pragma once

#include <string>
#include <vector>

#include "app/views/map_screen_view.hpp"
#include "app/views/page.hpp"
#include "app/views/photo_view.hpp"
#include "app/views/walk_view.hpp"

namespace stoepkrijt::app {

struct ReportView {
  Page page;
  bool present = false;
  std::string gone_title, gone_words;
  std::string title, subtitle, made;  ///< "Gemaakt op 29 november 2026"
  std::string walk_id;                ///< empty: of a buurt
  std::string buurt;
  std::string print, print_hint;
  std::string map_name, attribution;
  std::vector<MapMarker> markers;
  std::vector<WalkView::Fact> facts;
  std::string stops_title;
  std::vector<WalkView::Stop> stops;
  std::string actions_title, no_actions;
  std::vector<std::vector<std::string>> actions;  ///< a table: the first row names the columns
  std::string signals_title, no_signals;
  struct Entry {
    std::string id, number, title, facts, words, place, history, action;
    std::vector<PhotoTile> photos;
  };
  std::vector<Entry> entries;  ///< worst first
  std::string left_out;        ///< when there are more than fit
  std::string privacy;         ///< that photos and words of people are in it
};
[[nodiscard]] ReportView make_report_view(const State& state, const Lang& lang);

/// The signals of the report, worst first, at most kMostReported.
inline constexpr std::size_t kMostReported = 300;
[[nodiscard]] std::vector<const model::Signal*> reported(const State& state, std::string_view id);

}  // namespace stoepkrijt::app
