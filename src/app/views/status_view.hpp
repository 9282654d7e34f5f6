// What happens with a signal: its state, why, and what was agreed. For the organiser.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

/// What is being filled in; the screen keeps it until it is saved.
struct StatusForm {
  std::string signal;
  std::optional<model::IssueStatus> status;  ///< nothing: it stays as it is
  std::string reason;
  model::Action action;
  friend bool operator==(const StatusForm&, const StatusForm&) = default;
};
/// As it stands now, for the start of the form.
[[nodiscard]] StatusForm status_form(const State& state, const std::string& signal_id);

struct StatusView {
  Page page;
  bool present = false;
  std::string gone_title, gone_words;
  std::string title;  ///< of the signal
  std::string now, now_words;
  LabelTone tone = LabelTone::kNeutral;
  struct Choice {
    std::string words;
    std::optional<model::IssueStatus> status;
  };
  std::string states_title;
  std::vector<Choice> states;  ///< the first: it stays as it is
  int chosen = 0;
  std::string reason_label, reason_hint;
  bool asks_reason = false;  ///< it goes with the chosen state
  bool needs_reason = false;
  std::string who_title;
  std::vector<std::string> parties;  ///< the first: nobody yet
  int party = 0;
  std::string what_label, what_hint;
  std::string when_title;
  struct Day {
    std::string words;
    std::string date;  ///< ISO; empty: no day
  };
  std::vector<Day> days;
  int day = 0;
  std::string save, back;
};
[[nodiscard]] StatusView make_status_view(const State& state, const Lang& lang, const StatusForm& form);

}  // namespace stoepkrijt::app
