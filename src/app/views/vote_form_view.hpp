// The organiser's choice of how people vote: five ways, what each means, and the numbers that go with it.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct VoteFormView {
  /// A number of the form, with the form that one step less or more gives.
  struct Number {
    std::string key;  ///< "points", "most_per_plan", "most_plans"
    std::string name, number, words, less_name, more_name;
    model::VoteForm less, more;
    bool can_less = false, can_more = false;
  };
  Page page;
  bool has_round = false;
  std::string round;                   ///< id, for the commands; empty: the round of the app
  std::string of;                      ///< which round it is, where it is not that of the app
  std::string none_title, none_words;  ///< there is no round
  std::string title, intro;
  std::vector<std::string> methods;    ///< in the order of `forms`
  std::vector<model::VoteForm> forms;  ///< what choosing a method gives
  int chosen = 0;
  std::string about;     ///< the chosen way, in a few sentences
  std::string locked;    ///< why nothing can be changed now; empty: it can
  std::string practice;  ///< what a change does to the practice box; empty: nothing
  std::vector<Number> numbers;
  std::string numbers_title;
};
[[nodiscard]] VoteFormView make_vote_form_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
