// What the screens of the counting evening are made of: a page of cards, each of parts below each other. The screens
// differ only in their words and in what can be done; so one function draws them all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command.hpp"
#include "app/views/page.hpp"
#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

struct EveningPart {
  enum class Kind : std::uint8_t {
    kText,
    kSmall,
    kHeading,  ///< level 3
    kFact,     ///< words, and at the right `more`
    kLine,     ///< icon and a sentence
    kBox,      ///< words as the title, `more` below it
    kHash,     ///< six words to read aloud, large; `more`: the digits
    kLarge,    ///< in large letters
    kButton,
    kLink,
    kField,
    kArea,
    kChoice,  ///< one of a few, beside each other: `on` or not
    kSign,    ///< a line on paper to sign on
  };
  Kind kind = Kind::kText;
  std::string key;  ///< unique on the page
  std::string words, more;
  std::string icon;
  LabelTone tone = LabelTone::kNeutral;
  bool primary = false, disabled = false, on = false, last = false;
  bool numeric = false;
  std::string reason;  ///< of a disabled button
  // Fields: the words are the label, `more` the hint
  std::string field, value, error;
  std::vector<Command> press;
};
struct EveningCard {
  std::string key, title;
  int number = 0;      ///< of the step; 0: none
  bool plain = false;  ///< without a card around it
  std::vector<EveningPart> parts;
};
struct EveningPage {
  Page page;
  std::string key;  ///< begins the keys of the page
  std::string intro;
  std::vector<EveningCard> cards;
};

/// Puts parts together; keys get the card's key before them.
class EveningBuilder {
 public:
  using Kind = EveningPart::Kind;
  explicit EveningBuilder(EveningPage& page) : page_(page) {}

  EveningBuilder& card(std::string_view key, std::string title, int number = 0);
  EveningPart& add(Kind kind, std::string_view key, std::string words, std::string more = {});
  EveningPart& box(std::string_view key, LabelTone tone, std::string words, std::string more = {});
  EveningPart& line(std::string_view key, LabelTone tone, std::string words);
  EveningPart& button(std::string_view key, std::string words, std::string_view icon, Command press,
                      bool primary = false);
  EveningPart& link(std::string_view key, std::string words, std::string_view icon, Command press);
  EveningPart& field(std::string_view key, std::string_view field, std::string label, std::string hint,
                     std::string value);

 private:
  EveningPage& page_;
};

}  // namespace stoepkrijt::app
