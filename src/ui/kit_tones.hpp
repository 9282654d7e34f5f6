// The colours of a tone: words on tint, and the strong colour for solid labels, bars and rings.
#pragma once

#include "ui/kit.hpp"

namespace stoepkrijt::ui {

struct ToneColors {
  Token strong, tint, words;
};
[[nodiscard]] constexpr ToneColors tone_colors(Tone t) {
  switch (t) {
    case Tone::kAction:
      return {Token::kAct, Token::kActTint, Token::kLink};
    case Tone::kPositive:
      return {Token::kPos, Token::kPosTint, Token::kPos};
    case Tone::kNegative:
      return {Token::kNeg, Token::kNegTint, Token::kNeg};
    case Tone::kWarning:
      return {Token::kWarn, Token::kWarnTint, Token::kWarn};
    case Tone::kIdea:
      return {Token::kIdea, Token::kIdeaTint, Token::kIdea};
    case Tone::kChosen:
      return {Token::kSelOn, Token::kSelTint, Token::kInk};
    case Tone::kNeutral:
      break;
  }
  return {Token::kInk2, Token::kSunk, Token::kInk};
}

}  // namespace stoepkrijt::ui
