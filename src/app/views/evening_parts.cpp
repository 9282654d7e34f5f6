#include "app/views/evening_parts.hpp"

#include <utility>

namespace stoepkrijt::app {

EveningBuilder& EveningBuilder::card(std::string_view key, std::string title, int number) {
  EveningCard card;
  card.key = page_.key + "/" + std::string(key);
  card.title = std::move(title);
  card.number = number;
  page_.cards.push_back(std::move(card));
  return *this;
}

EveningPart& EveningBuilder::add(Kind kind, std::string_view key, std::string words, std::string more) {
  EveningCard& card = page_.cards.back();
  EveningPart part;
  part.kind = kind;
  part.key = card.key + "/" + std::string(key);
  part.words = std::move(words);
  part.more = std::move(more);
  card.parts.push_back(std::move(part));
  return card.parts.back();
}

EveningPart& EveningBuilder::box(std::string_view key, LabelTone tone, std::string words, std::string more) {
  EveningPart& part = add(Kind::kBox, key, std::move(words), std::move(more));
  part.tone = tone;
  return part;
}

EveningPart& EveningBuilder::line(std::string_view key, LabelTone tone, std::string words) {
  EveningPart& part = add(Kind::kLine, key, std::move(words));
  part.tone = tone;
  return part;
}

EveningPart& EveningBuilder::button(std::string_view key, std::string words, std::string_view icon, Command press,
                                    bool primary) {
  EveningPart& part = add(Kind::kButton, key, std::move(words));
  part.icon = icon;
  part.primary = primary;
  part.press.push_back(std::move(press));
  return part;
}

EveningPart& EveningBuilder::link(std::string_view key, std::string words, std::string_view icon, Command press) {
  EveningPart& part = add(Kind::kLink, key, std::move(words));
  part.icon = icon;
  part.press.push_back(std::move(press));
  return part;
}

EveningPart& EveningBuilder::field(std::string_view key, std::string_view field, std::string label, std::string hint,
                                   std::string value) {
  EveningPart& part = add(Kind::kField, key, std::move(label), std::move(hint));
  part.field = field;
  part.value = std::move(value);
  return part;
}

}  // namespace stoepkrijt::app
