#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "assets/embedded.hpp"
#include "assets/icons.hpp"

namespace stoepkrijt::assets {
namespace {

std::string read(const std::string& path) {
  std::ifstream in(std::string(STOEPKRIJT_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(Assets, AnswersNothingForAnUnknownName) {
  EXPECT_TRUE(file("fonts/comic-sans.ttf").empty());
  EXPECT_TRUE(file("").empty());
  EXPECT_EQ(icon_by_name("no-such-icon"), 0U);
}

TEST(Assets, CarriesEveryWeightOfTheTextFont) {
  for (const char* name : {"fonts/atkinson-400.ttf", "fonts/atkinson-500.ttf", "fonts/atkinson-600.ttf",
                           "fonts/atkinson-700.ttf", "fonts/atkinson-800.ttf", "fonts/icons.ttf"}) {
    EXPECT_GT(file(name).size(), 10'000U) << name;
  }
}

TEST(Assets, EmbedsFilesByteForByteAndClosesThemWithAZero) {
  int compared = 0;
  for (const std::string_view name : names()) {
    if (name.starts_with("fonts/")) continue;
    const std::string path = name.starts_with("shaders/") ? std::string(name) : "assets/" + std::string(name);
    EXPECT_EQ(text(name), read(path)) << name;
    EXPECT_EQ(*(file(name).data() + file(name).size()), 0) << name;
    ++compared;
  }
  EXPECT_TRUE(std::is_sorted(names().begin(), names().end()));
  EXPECT_GT(compared, 0) << "no texts, example or shaders are embedded";
}

TEST(Assets, EveryIconOfTheListHasAGlyphThatDraws) {
  ImFontAtlas atlas;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  const auto bytes = file("fonts/icons.ttf");
  const ImWchar ranges[] = {static_cast<ImWchar>(kIconFirst), static_cast<ImWchar>(kIconLast), 0};
  ImFont* font = atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()),
                                            24.0F, &config, ranges);
  ASSERT_TRUE(atlas.Build());
  for (char32_t code = kIconFirst; code <= kIconLast; ++code) {
    const ImFontGlyph* glyph = font->FindGlyphNoFallback(static_cast<ImWchar>(code));
    ASSERT_NE(glyph, nullptr) << std::hex << static_cast<unsigned>(code);
    EXPECT_GT(glyph->X1 - glyph->X0, 2.0F) << std::hex << static_cast<unsigned>(code);
    EXPECT_LE(glyph->X1, 24.0F) << std::hex << static_cast<unsigned>(code);
  }
  EXPECT_EQ(icon_by_name("trash"), kIconTrash);
  EXPECT_EQ(icon_by_name("bench"), kIconBench);
}

TEST(Assets, TheTextFontHasWhatDutchAndEuropeanNamesNeed) {
  ImFontAtlas atlas;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  const auto bytes = file("fonts/atkinson-400.ttf");
  const ImWchar ranges[] = {0x20, 0x20AC, 0};
  ImFont* font = atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()),
                                            18.0F, &config, ranges);
  ASSERT_TRUE(atlas.Build());
  for (const char32_t c :
       std::u32string_view(U"0Az\u00C9\u00EB\u00EF\u0160\u015F\u2013\u2019\u201C\u2022\u2026\u20AC")) {
    EXPECT_NE(font->FindGlyphNoFallback(static_cast<ImWchar>(c)), nullptr) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Assets, KnowsItsVersion) { EXPECT_FALSE(version().empty()); }

}  // namespace
}  // namespace stoepkrijt::assets
