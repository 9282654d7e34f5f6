// One value of a list of types.
#include "base/one_of.hpp"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoepkrijt {
namespace {

struct Word {
  std::string text;
};
struct Number {
  int n = 0;
};
struct Nothing {};
struct Stranger {};
using Thing = OneOf<Word, Number, Nothing>;

static_assert(std::is_convertible_v<Number, Thing>);
static_assert(!std::is_constructible_v<Thing, Stranger>);
static_assert(!std::is_default_constructible_v<Thing>, "it is always one of them");
static_assert(Kinds<Word, Number>::kHas<Word> && !Kinds<Word, Number>::kHas<Stranger>);
static_assert(Kinds<Word, Number>::kIndex<Number> == 1 && Kinds<Word, Number>::kIndex<Stranger> == -1);

TEST(OneOf, IsWhatItWasMadeOfAndNothingElse) {
  const Thing thing = Number{7};
  EXPECT_TRUE(thing.is<Number>());
  EXPECT_FALSE(thing.is<Word>());
  ASSERT_NE(thing.get_if<Number>(), nullptr);
  EXPECT_EQ(thing.get_if<Number>()->n, 7);
  EXPECT_EQ(thing.get_if<Word>(), nullptr);
  EXPECT_EQ(thing.get_if<Nothing>(), nullptr);
}

TEST(OneOf, CallsForTheOneThatItIsOnce) {
  const std::vector<Thing> things = {Word{"stoep"}, Nothing{}, Number{3}, Word{"krijt"}};
  std::string said;
  for (const Thing& thing : things) {
    thing.visit([&](const auto& what) {
      if constexpr (std::is_same_v<std::decay_t<decltype(what)>, Word>) {
        said += what.text;
      } else if constexpr (std::is_same_v<std::decay_t<decltype(what)>, Number>) {
        said += std::to_string(what.n);
      } else {
        said += "-";
      }
    });
  }
  EXPECT_EQ(said, "stoep-3krijt");
}

TEST(OneOf, LivesOnInItsCopies) {
  std::vector<Thing> kept;
  const Word* seen = nullptr;
  {
    Thing thing = Word{"blijft"};
    kept.push_back(thing);
    thing = Number{1};
    EXPECT_TRUE(thing.is<Number>()) << "another in its place";
    seen = kept.front().get_if<Word>();
  }
  ASSERT_NE(seen, nullptr);
  EXPECT_EQ(seen->text, "blijft");
  const Thing moved = std::move(kept.front());
  EXPECT_EQ(moved.get_if<Word>(), seen);
}

}  // namespace
}  // namespace stoepkrijt
