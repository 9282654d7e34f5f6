// Signals in words: one place for titles, levels, statuses and names, so that list, map and page say the same.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/lang.hpp"
#include "app/map_request.hpp"
#include "app/state.hpp"

namespace stoepkrijt::app {

enum class LabelTone : std::uint8_t { kNeutral, kAction, kPositive, kNegative, kWarning, kIdea };

/// One signal as a row of a list.
struct SignalLine {
  std::string id;
  model::SignalKind kind = model::SignalKind::kProblem;
  std::string icon;
  std::string title;
  std::string status;
  LabelTone tone = LabelTone::kNeutral;
  std::string place;  ///< "Singelkade" or the buurt
  model::Level level = model::Level::kUnset;
  std::string seen;    ///< "6": people who see this too, with the reporter
  std::string spoken;  ///< everything in one sentence, for a screen reader
};

/// The larger, the sooner it is told: problems by level from D up, then ideas, then what is good, the least good first.
[[nodiscard]] int badness(const model::Signal& signal);
[[nodiscard]] SignalLine make_signal_line(const State& state, const Lang& lang, const model::Signal& signal);
/// The same with its issue (nullptr: none), for who knows it already.
[[nodiscard]] SignalLine make_signal_line(const State& state, const Lang& lang, const model::Signal& signal,
                                          const model::Issue* issue);
/// What it is, when the reporter gave no title: the sub-theme, else the theme with the kind.
[[nodiscard]] std::string signal_title(const model::Dossier& dossier, const Lang& lang, const model::Signal& signal);
/// Name of its sub-theme, of the built-in tree or of a walk's own; empty when it has none.
[[nodiscard]] std::string subtheme_words(const model::Dossier& dossier, const Lang& lang, const model::Signal& signal);
/// "7 stuks grof zwerfvuil"; empty when nothing was counted.
[[nodiscard]] std::string counted_words(const Lang& lang, const model::Signal& signal);
[[nodiscard]] std::string signal_icon(const model::Signal& signal);
[[nodiscard]] std::string kind_words(const Lang& lang, model::SignalKind kind);
[[nodiscard]] std::string theme_words(const Lang& lang, model::SchouwTheme theme);
/// "A+", "A", ... for tiles.
[[nodiscard]] std::string level_letter(model::Level level);
/// "Top", "Vuil": by theme.
[[nodiscard]] std::string level_words(const Lang& lang, model::SchouwTheme theme, model::Level level);
[[nodiscard]] std::string status_words(const Lang& lang, model::IssueStatus status);
[[nodiscard]] LabelTone status_tone(model::IssueStatus status);
/// "bij Singelkade, op 6 meter" / "op de kaart gezet".
[[nodiscard]] std::string place_words(const Lang& lang, const model::Signal& signal);
/// Whose map this is, always to be shown with it.
[[nodiscard]] std::string attribution_words(const State& state);
[[nodiscard]] std::string save_words(const State& state, const Lang& lang);

/// Passes the map filter. `issue_of_it` is asked only where the filter is about issues.
[[nodiscard]] bool passes(const State& state, const model::Signal& signal,
                          const std::function<const model::Issue*()>& issue_of_it);
/// Passes the map filter and the search words.
[[nodiscard]] bool shown(const State& state, const Lang& lang, const model::Signal& signal);
/// Marker of a signal or plan, by what it is.
[[nodiscard]] MapMarker marker_of(const model::Signal& signal, bool chosen);
[[nodiscard]] MapMarker marker_of(const model::Plan& plan, bool chosen);

}  // namespace stoepkrijt::app
