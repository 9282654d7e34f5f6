// What people have to choose between after a merge: per record, per field, the values side by side.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct ConflictsView {
  Page page;
  std::string title, words, later;
  struct Value {
    std::string words;
    std::string who;   ///< "op dit toestel", "Tablet buurthuis", "een ander toestel"
    std::string when;  ///< "22 november, 14.05 uur"
    std::string now;   ///< "staat er nu"; empty: it does not
    std::string choose, choose_name;
    std::size_t choice = 0;
  };
  struct Field {
    std::string key;    ///< unique on the screen
    std::string field;  ///< as in the document; empty: a deletion
    std::string title;
    std::string words;  ///< of a deletion: what happened
    std::vector<Value> values;
    bool deletion = false;
  };
  struct Card {
    std::string key, kind, id, title;
    std::vector<Field> fields;
  };
  std::vector<Card> cards;  ///< at most kMostCards
  std::string more;         ///< that there are more; empty: these are all
  std::string empty_title, empty_words, files;
};
inline constexpr std::size_t kMostCards = 25;
[[nodiscard]] ConflictsView make_conflicts_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
