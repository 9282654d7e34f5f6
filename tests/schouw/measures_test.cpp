// Counts become levels by the catalogue's thresholds.
#include "schouw/measures.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "schouw/categories.hpp"

namespace stoepkrijt::schouw {
namespace {

using model::Level;

TEST(Measures, GiveTheLevelsOfTheCatalogue) {
  struct Case {
    std::string_view slug;
    std::int32_t counted;
    Level level;
  };
  for (const Case& c : {Case{"grof-zwerfvuil", 0, Level::kAPlus},
                        {"grof-zwerfvuil", 1, Level::kA},
                        {"grof-zwerfvuil", 3, Level::kA},
                        {"grof-zwerfvuil", 4, Level::kB},
                        {"grof-zwerfvuil", 10, Level::kB},
                        {"grof-zwerfvuil", 11, Level::kC},
                        {"grof-zwerfvuil", 25, Level::kC},
                        {"grof-zwerfvuil", 26, Level::kD},
                        {"fijn-zwerfvuil", 26, Level::kD},
                        {"onkruid", 0, Level::kAPlus},
                        {"onkruid", 2, Level::kA},
                        {"onkruid", 4, Level::kB},
                        {"onkruid", 8, Level::kC},
                        {"onkruid", 9, Level::kD}}) {
    ASSERT_NE(find_measure(c.slug), nullptr);
    EXPECT_EQ(level_of(*find_measure(c.slug), c.counted), c.level) << c.slug << " " << c.counted;
  }
}

TEST(Measures, BelongToASubthemeOfTheirThemeAndRise) {
  std::set<std::string_view> slugs;
  for (const Measure& m : measures()) {
    EXPECT_TRUE(slugs.insert(m.slug).second);
    const Subtheme* sub = find_subtheme(m.subtheme);
    ASSERT_NE(sub, nullptr) << m.slug;
    EXPECT_EQ(sub->theme, m.theme);
    EXPECT_TRUE(std::is_sorted(m.most.begin(), m.most.end()));
    EXPECT_GE(m.limit, m.most.back());
  }
  EXPECT_EQ(find_measure("hondenpoep"), nullptr);
}

}  // namespace
}  // namespace stoepkrijt::schouw
