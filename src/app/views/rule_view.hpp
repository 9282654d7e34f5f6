// The organiser's choice: which counting rule the round announces, what it means, its options, and what each rule would
// have done in an earlier election. The rule is fixed as soon as voting has opened.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/result_view.hpp"

namespace stoepkrijt::app {

struct RuleView {
  struct Choice {
    model::CountingRule rule;  ///< what choosing it announces
    std::string name, about, source;
    bool chosen = false;
  };
  struct Option {
    std::string words;
    model::CountingRule rule;
    bool chosen = false;
  };
  struct Group {
    std::string key, title, words;
    std::vector<Option> options;
  };
  struct Past {
    std::string name, small, empty, note;  ///< small: plans and money; note: why it is not there
    float empty_share = 0;                 ///< of all voters
    bool announced = false;
    struct Share {
      std::string words, amount;
      float share = 0;
    };
    std::vector<Share> categories;
  };
  Page page;
  bool has_round = false;
  std::string round;  ///< id, for the commands; empty: the round of the app
  std::string of;     ///< which round it is, where it is not that of the app
  std::string empty_title, empty_words;
  std::string now_title, now_name, now_about, now_command, form_link;
  bool may_change = false;
  std::string fixed;  ///< why it may not be changed, or that this is practice
  std::string list_title, list_words;
  std::vector<Choice> choices;
  std::string not_defined;  ///< the rules that cannot count these ballots, with the reason; may be empty
  std::string choose_button, chosen_label;
  std::string more_show, more_hide;
  std::vector<Group> groups;
  bool wants_seed = false;
  std::string seed_label, seed_hint, seed, seed_button;
  std::string past_title, past_words, past_source, past_pick, past_example;
  bool past_is_example = true;
  BusyView past_busy;
  std::string past_error;
  std::string col_empty, categories_show, categories_hide;
  std::vector<Past> past;
};

[[nodiscard]] RuleView make_rule_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
