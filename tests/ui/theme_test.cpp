#include "ui/theme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

namespace stoepkrijt::ui {
namespace {

struct Pair {
  Token front, back;
  double least;
};

// Every pair that stands on each other somewhere: words 4.5:1, parts 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
constexpr std::array kPairs = {
    Pair{Token::kInk, Token::kDoc, 4.5},
    Pair{Token::kInk, Token::kSurface, 4.5},
    Pair{Token::kInk, Token::kSunk, 4.5},
    Pair{Token::kInk2, Token::kDoc, 4.5},
    Pair{Token::kInk2, Token::kSurface, 4.5},
    Pair{Token::kInk2, Token::kSunk, 4.5},
    Pair{Token::kInk2, Token::kSelTint, 4.5},
    Pair{Token::kInk, Token::kSelTint, 4.5},
    Pair{Token::kBorder, Token::kSurface, 3},
    Pair{Token::kBorder, Token::kDoc, 3},
    Pair{Token::kChalk, Token::kPave, 4.5},
    Pair{Token::kChalk2, Token::kPave, 4.5},
    Pair{Token::kSel, Token::kPave, 3},
    Pair{Token::kActOn, Token::kAct, 4.5},
    Pair{Token::kActOn, Token::kActHover, 4.5},
    Pair{Token::kActOn, Token::kActActive, 4.5},
    Pair{Token::kLink, Token::kSurface, 4.5},
    Pair{Token::kLink, Token::kDoc, 4.5},
    Pair{Token::kLink, Token::kActTint, 4.5},
    Pair{Token::kAct, Token::kSurface, 3},
    Pair{Token::kSelOn, Token::kSel, 4.5},
    Pair{Token::kPos, Token::kSurface, 4.5},
    Pair{Token::kPos, Token::kPosTint, 4.5},
    Pair{Token::kPos, Token::kDoc, 4.5},
    Pair{Token::kNeg, Token::kSurface, 4.5},
    Pair{Token::kNeg, Token::kNegTint, 4.5},
    Pair{Token::kNeg, Token::kDoc, 4.5},
    Pair{Token::kWarn, Token::kSurface, 4.5},
    Pair{Token::kWarn, Token::kWarnTint, 4.5},
    Pair{Token::kIdea, Token::kSurface, 4.5},
    Pair{Token::kIdea, Token::kIdeaTint, 4.5},
    Pair{Token::kOnSolid, Token::kPos, 4.5},
    Pair{Token::kOnSolid, Token::kNeg, 4.5},
    Pair{Token::kOnSolid, Token::kIdea, 4.5},
    Pair{Token::kOnSolid, Token::kTheme1, 4.5},
    Pair{Token::kOnSolid, Token::kTheme2, 4.5},
    Pair{Token::kOnSolid, Token::kTheme4, 4.5},
    Pair{Token::kOnSolid, Token::kTheme5, 4.5},
    Pair{Token::kTheme1, Token::kDoc, 4.5},
    Pair{Token::kTheme2, Token::kDoc, 4.5},
    Pair{Token::kTheme3, Token::kDoc, 4.5},
    Pair{Token::kTheme4, Token::kDoc, 4.5},
    Pair{Token::kTheme5, Token::kDoc, 4.5},
    Pair{Token::kTheme6, Token::kDoc, 4.5},
    Pair{Token::kWarn, Token::kSelTint, 4.5},
    Pair{Token::kOnSolid, Token::kTheme3, 4.5},
    Pair{Token::kOnSolid, Token::kTheme6, 4.5},
    Pair{Token::kActOn, Token::kNeg, 4.5},
    Pair{Token::kInk, Token::kNegTint, 4.5},
    Pair{Token::kInk, Token::kWarnTint, 4.5},
    Pair{Token::kInk, Token::kActTint, 4.5},
    Pair{Token::kMapLabel, Token::kMapLand, 4.5},
    Pair{Token::kMapLabel, Token::kMapRoad, 4.5},
    Pair{Token::kMapLabel, Token::kMapLabelHalo, 4.5},
    Pair{Token::kMapLabelWater, Token::kMapWater, 4.5},
    Pair{Token::kMapLabelGreen, Token::kMapGreen, 4.5},
    Pair{Token::kNeg, Token::kMapLand, 3},
    Pair{Token::kPos, Token::kMapLand, 3},
    Pair{Token::kIdea, Token::kMapLand, 3},
    Pair{Token::kPos, Token::kMapTree, 3},
    Pair{Token::kNeg, Token::kMapBuilding, 3},
    Pair{Token::kNeg, Token::kMapWater, 3},
    Pair{Token::kAct, Token::kMapWater, 3},
};

TEST(Theme, KeepsTheContrastOfEveryPairInEveryTheme) {
  for (const ThemeName theme : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast}) {
    for (const Pair& p : kPairs) {
      EXPECT_GE(contrast_ratio(token_color(p.front, theme), token_color(p.back, theme)), p.least)
          << token_name(p.front) << " on " << token_name(p.back) << " in theme " << static_cast<int>(theme);
    }
  }
}

TEST(Theme, WritesTheLetterOfALevelReadably) {
  for (const ThemeName theme : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast}) {
    for (int i = 0; i < 5; ++i) {
      const Color ground = token_color(static_cast<Token>(static_cast<int>(Token::kLevelAPlus) + i), theme);
      const double best = std::max(contrast_ratio(rgb(0xFFFFFF), ground), contrast_ratio(rgb(0x17212B), ground));
      EXPECT_GE(best, 4.5) << "level " << i << " in theme " << static_cast<int>(theme);
    }
  }
}

TEST(Theme, KnowsTheContrastOfBlackOnWhite) {
  EXPECT_NEAR(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 1e-9);
  EXPECT_NEAR(contrast_ratio(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
  EXPECT_NEAR(contrast_ratio(rgb(0x1D4FA8), rgb(0x1D4FA8)), 1.0, 1e-9);
}

TEST(Theme, NamesEveryTokenOnce) {
  for (std::size_t i = 0; i < kTokenCount; ++i) {
    EXPECT_FALSE(token_name(static_cast<Token>(i)).empty());
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(token_name(static_cast<Token>(i)), token_name(static_cast<Token>(j)));
  }
  EXPECT_EQ(theme_token(1), Token::kTheme1);
  EXPECT_EQ(theme_token(6), Token::kTheme6);
  EXPECT_EQ(theme_token(7), Token::kTheme1);
}

}  // namespace
}  // namespace stoepkrijt::ui
