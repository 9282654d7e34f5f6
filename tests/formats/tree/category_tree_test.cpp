// Category trees of others become categories with slugs; a cycle or a nameless one is told.
#include "formats/tree/category_tree.hpp"

#include <gtest/gtest.h>

#include <string>

#include "model/dossier.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

using model::SchouwTheme;

/// A walk that has this tree, with nothing else in it, is valid.
void expect_valid(const std::vector<model::Category>& tree) {
  model::Walk walk;
  walk.id = "w";
  walk.title = "W";
  walk.date = "2026-11-29";
  walk.tree = tree;
  const auto valid = model::validate(walk);
  EXPECT_TRUE(valid) << (valid ? "" : valid.error().key + valid.error().where.path);
}

TEST(CategoryTree, IsReadFromANestedListWithTextsOrObjects) {
  const auto tree = read_category_tree(
      R"([{"categorie":"Afval","onderwerpen":["Grofvuil",{"naam":"Container is vol","slug":"vol"}]},)"
      R"({"hoofdcategorie":"Verlichting","thema":"veilig","subcategorieen":["Lamp stuk"]},{"name":"Overig"}])");
  ASSERT_TRUE(tree) << tree.error().key;
  ASSERT_EQ(tree->size(), 3U);
  EXPECT_EQ((*tree)[0].theme, SchouwTheme::kClean);
  EXPECT_EQ((*tree)[0].subs, (std::vector<model::Subcategory>{{"grofvuil", "Grofvuil"}, {"vol", "Container is vol"}}));
  EXPECT_EQ((*tree)[1].theme, SchouwTheme::kSafe) << "what the file says goes before the guess";
  EXPECT_EQ((*tree)[2].subs, (std::vector<model::Subcategory>{{"overig", "Overig"}})) << "its own topic";
  expect_valid(*tree);
}

TEST(CategoryTree, IsReadFromSignalensAnswer) {
  const auto tree = read_category_tree(
      R"({"_links":{},"count":1,"results":[{"name":"Wegen","slug":"wegen-verkeer","sub_categories":[{"name":"Gat","slug":"gat","is_active":true}]}]})");
  ASSERT_TRUE(tree) << tree.error().key;
  EXPECT_EQ((*tree)[0].subs[0].slug, "gat");
  EXPECT_EQ((*tree)[0].theme, SchouwTheme::kIntact);
}

TEST(CategoryTree, IsReadFromAFlatListInAnyOrderAndDeeperLevelsAreTakenUp) {
  const auto tree = read_category_tree(
      R"([{"id":3,"ouder":2,"naam":"Bank stuk"},{"id":2,"ouder":1,"naam":"Meubilair"},{"id":1,"naam":"Straat","ouder":null}])");
  ASSERT_TRUE(tree) << tree.error().key;
  ASSERT_EQ(tree->size(), 1U);
  EXPECT_EQ((*tree)[0].name, "Straat");
  ASSERT_EQ((*tree)[0].subs.size(), 2U);
  expect_valid(*tree);
}

TEST(CategoryTree, TellsOfACycleAParentThatIsNotThereAndWhatHasNoName) {
  const auto key_of = [](std::string_view text) { return read_category_tree(text).error().key; };
  EXPECT_EQ(key_of(R"([{"id":"a","parent":"b","name":"A"},{"id":"b","parent":"a","name":"B"}])"), "error.tree_cycle");
  EXPECT_EQ(key_of(R"([{"id":"a","parent":"a","name":"A"}])"), "error.tree_cycle");
  EXPECT_EQ(
      key_of(
          R"([{"id":"r","name":"R"},{"id":"x","parent":"a","name":"X"},{"id":"a","parent":"b","name":"A"},{"id":"b","parent":"a","name":"B"}])"),
      "error.tree_cycle")
      << "also from outside the circle";
  EXPECT_EQ(key_of(R"([{"id":1,"ouder":9,"naam":"A"}])"), "error.tree_parent");
  EXPECT_EQ(key_of(R"([{"onderwerpen":["x"]}])"), "error.tree_nameless");
  EXPECT_EQ(key_of(R"([{"naam":"A","onderwerpen":["  "]}])"), "error.tree_nameless");
  EXPECT_EQ(key_of("{}"), "error.tree_none");
  EXPECT_EQ(key_of("[]"), "error.tree_none");
  EXPECT_EQ(key_of("[1]"), "error.wrong_type");
}

TEST(CategoryTree, GivesEverySlugOnce) {
  const auto tree = read_category_tree(
      R"([{"naam":"A","subs":["Overig","Overig"]},{"naam":"B","subs":["Overig","Overig!"]},{"naam":"Ö","subs":["ß"]}])");
  ASSERT_TRUE(tree);
  expect_valid(*tree);
  EXPECT_EQ((*tree)[1].subs[0].slug, "b-overig");
  EXPECT_EQ(slug_of_name("Voertuig: één, (Brom-)fiets"), "voertuig-een-brom-fiets");
}

TEST(CategoryTree, OfTooManyTopicsIsRefused) {
  std::string text = R"([{"naam":"A","subs":[)";
  for (std::size_t i = 0; i <= model::kMaxSubcategories; ++i)
    text += (i > 0 ? ",\"n" : "\"n") + std::to_string(i) + "\"";
  EXPECT_EQ(read_category_tree(text + "]}]").error().key, "error.tree_too_large");
}

TEST(CategoryTree, IsWrittenForPeopleAndReadsBack) {
  const auto tree = read_category_tree(R"([{"naam":"Afval","thema":"heel","subs":["Grofvuil","Glas"]}])");
  ASSERT_TRUE(tree);
  const auto again = read_category_tree(write_category_tree(*tree));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *tree);
}

TEST(CategoryTree, OfTwoCitiesAreRead) {
  for (const auto& [name, mains, subs] : {std::tuple{"schouw/amsterdam_signalen.json", 9U, 77U},
                                          std::tuple{"schouw/rotterdam_onderwerpen.json", 9U, 41U}}) {
    const auto text = test::read_file(test::real_data() / name);
    if (!text) GTEST_SKIP() << "no shared data: " << name;
    const auto tree = read_category_tree(*text);
    ASSERT_TRUE(tree) << tree.error().key;
    EXPECT_EQ(tree->size(), mains);
    std::size_t count = 0;
    for (const model::Category& category : *tree) count += category.subs.size();
    EXPECT_EQ(count, subs);
    expect_valid(*tree);
  }
}

}  // namespace
}  // namespace stoepkrijt::formats
