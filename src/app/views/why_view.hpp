// Why a plan goes ahead or not, step by step, for the rule that was used. Every number comes from the count.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/purse_bands.hpp"
#include "app/views/result_view.hpp"

namespace stoepkrijt::app {

struct WhyStep {
  enum class Picture : std::uint8_t {
    kNone,
    kPurses,
    kDots,
    kPaid,
    kBands,
    kShortfall,
    kRanking
  } picture = Picture::kNone;
  using Band = PurseBandView;
  struct Rank {
    std::string place, title, votes, amount, state, icon;
    int theme = 1;
    bool chosen = false;
    bool self = false;  ///< the plan that this is about
  };
  std::string title;
  std::string text;
  std::string number;        ///< large, right; may be empty
  std::string note;          ///< below, over the whole width; may be empty
  std::string picture_name;  ///< the picture in words
  std::vector<Band> bands;   ///< kBands; kPurses and kPaid: one purse, drawn three times
  std::vector<BarPart> legend;
  int dots = 0;
  std::string dot_words;    ///< when one dot is more than one person
  int theme = 1;            ///< kPaid: colour of the bar
  std::string bar_words;    ///< kPaid: "192 × € 50 = € 9.600"; kShortfall: what there is
  std::string short_words;  ///< kShortfall: "€ 6.800 te kort"
  float have_share = 0;
  std::string foot_left, foot_right;
  bool foot_good = false;
  std::vector<Rank> ranking;
  std::string ranking_count;
};

struct WhyView {
  Page page;
  bool found = false;
  std::string empty_title, empty_words, empty_button;  ///< nothing counted, or no such plan
  std::string title;
  std::string icon;
  std::string plan_id;
  int theme = 1;
  bool won = false;
  std::string label;
  std::string rule_words;  ///< "Geteld met: gelijke delen"
  std::vector<WhyStep> steps;
  std::string words_title;
  std::vector<std::string> words;      ///< the same in sentences, each recomputed from the ballots; may be empty
  std::string tie_words;               ///< it stood exactly equal with another; empty otherwise
  std::string help_title, help_words;  ///< empty: nothing to say
  std::string other_words;             ///< what the other rule would have done
  std::string recount_link, plan_link;
};

[[nodiscard]] WhyView make_why_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
