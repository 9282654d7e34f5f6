#include "base/json.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/decimal.hpp"
#include "base/json_writer.hpp"

namespace stoepkrijt::json {
namespace {

Error error_of(std::string_view text, const Limits& limits = {}) {
  auto document = Document::parse(text, limits);
  return document ? Error() : document.error();
}

TEST(Decimal, IsExactAtTheScale) {
  EXPECT_EQ(*parse_decimal("4.4912345", 7, Excess::kRefuse), 44912345);
  EXPECT_EQ(*parse_decimal("-180", 7, Excess::kRefuse), -1800000000);
  EXPECT_EQ(*parse_decimal("1.5e2", 0, Excess::kRefuse), 150);
  EXPECT_EQ(*parse_decimal("150e-2", 1, Excess::kRefuse), 15);
  EXPECT_EQ(*parse_decimal("9223372036854775807", 0, Excess::kRefuse), INT64_MAX);
  EXPECT_EQ(*parse_decimal("-9223372036854775808", 0, Excess::kRefuse), INT64_MIN);
  EXPECT_EQ(*parse_decimal("0e999999999999999999999", 7, Excess::kRefuse), 0);
  EXPECT_EQ(*parse_decimal("-0.0", 7, Excess::kRefuse), 0);
}

TEST(Decimal, RoundsHalfAwayFromZeroWhenAsked) {
  EXPECT_EQ(*parse_decimal("0.00000005", 7, Excess::kRound), 1);
  EXPECT_EQ(*parse_decimal("-0.00000005", 7, Excess::kRound), -1);
  EXPECT_EQ(*parse_decimal("0.000000049999", 7, Excess::kRound), 0);
  EXPECT_EQ(*parse_decimal("1e-30", 7, Excess::kRound), 0);
  EXPECT_EQ(*parse_decimal("5.99999999", 7, Excess::kRound), 60000000);
}

TEST(Decimal, RefusesWhatItCannotHold) {
  EXPECT_EQ(parse_decimal("9223372036854775808", 0, Excess::kRefuse).error().code, ErrorCode::kOverflow);
  EXPECT_EQ(parse_decimal("-9223372036854775809", 0, Excess::kRefuse).error().code, ErrorCode::kOverflow);
  EXPECT_EQ(parse_decimal("1e999999999999", 0, Excess::kRound).error().code, ErrorCode::kOverflow);
  EXPECT_EQ(parse_decimal("9223372036854775807.5", 0, Excess::kRound).error().code, ErrorCode::kOverflow);
  EXPECT_EQ(parse_decimal("0.001", 2, Excess::kRefuse).error().code, ErrorCode::kTooPrecise);
  for (const char* bad : {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x10", "NaN", " 1", "1 "}) {
    EXPECT_EQ(parse_decimal(bad, 2, Excess::kRound).error().code, ErrorCode::kNotANumber) << bad;
  }
}

TEST(Json, TellsLineAndColumnOfASyntaxError) {
  const Error error = error_of("{\n  \"één\": 1,\n  \"é\": ?\n}");
  EXPECT_EQ(error.code, ErrorCode::kNotJson);
  EXPECT_EQ(error.key, "error.not_json");
  EXPECT_EQ(error.where.line, 3U);
  EXPECT_EQ(error.where.column, 8U);
}

TEST(Json, TellsThatATextWasCutOff) {
  const Error error = error_of("{\"a\": [1, 2");
  EXPECT_EQ(error.code, ErrorCode::kNotJson);
  EXPECT_EQ(error.key, "error.cut_off");
  EXPECT_EQ(error_of("").key, "error.empty_file");
  EXPECT_EQ(error_of(" \n ").key, "error.empty_file");
}

TEST(Json, RefusesWhatFollowsTheValue) {
  EXPECT_EQ(error_of("{} {}").code, ErrorCode::kNotJson);
  EXPECT_EQ(error_of(std::string_view("{}\0{}", 5)).code, ErrorCode::kNotJson);
  EXPECT_EQ(error_of(std::string_view("[1]\0", 4)).code, ErrorCode::kNotJson);
  EXPECT_EQ(error_of("{} \n").code, ErrorCode::kUnknown);
}

TEST(Json, RefusesNaNAndInfinity) {
  for (const char* text : {"[NaN]", "[1, -Infinity]", "[Infinity]", "{\"a\": nan}", "[-NaN]"}) {
    const Error error = error_of(text);
    EXPECT_EQ(error.code, ErrorCode::kNotANumber) << text;
    EXPECT_EQ(error.where.line, 1U) << text;
  }
  EXPECT_EQ(error_of("[1e999]").code, ErrorCode::kOverflow);
}

TEST(Json, RefusesDepthAboveTheLimitWithoutUsingTheStack) {
  EXPECT_EQ(error_of(std::string(64, '[') + std::string(64, ']')).code, ErrorCode::kUnknown);
  EXPECT_EQ(error_of(std::string(65, '[') + std::string(65, ']')).code, ErrorCode::kTooDeep);
  const Error error = error_of(std::string(3'000'000, '['));
  EXPECT_EQ(error.code, ErrorCode::kTooDeep);
  EXPECT_EQ(error.where.offset, 64U);
  Limits deep;
  deep.max_depth = 4'000'000;
  EXPECT_EQ(error_of(std::string(1'000'000, '['), deep).key, "error.cut_off");
}

TEST(Json, RefusesDuplicateKeysWithTheirPath) {
  const Error error = error_of("{\"rounds\": [{\"id\": 1, \"cost\": 2,\n \"id\": 3}]}");
  EXPECT_EQ(error.code, ErrorCode::kDuplicateKey);
  EXPECT_EQ(error.where.path, "rounds[0].id");
  EXPECT_EQ(error.where.line, 2U);
  EXPECT_EQ(error_of("{\"a\":{\"b\":1},\"c\":{\"b\":1}}").code, ErrorCode::kUnknown);
  EXPECT_EQ(error_of("{\"a\":1,\"\\u0061\":1}").code, ErrorCode::kDuplicateKey);
}

TEST(Json, RefusesTextThatIsNotUtf8) {
  const Error error = error_of("{\"naam\":\n \"caf\xE9\"}");
  EXPECT_EQ(error.code, ErrorCode::kNotUtf8);
  EXPECT_EQ(error.where.line, 2U);
  EXPECT_EQ(error.where.column, 6U);
  EXPECT_EQ(error_of("[\"\\ud800\"]").code, ErrorCode::kNotUtf8);
  EXPECT_EQ(error_of("[\"\\udc00\"]").code, ErrorCode::kNotUtf8);
  EXPECT_EQ(error_of("[\"\\ud83d\\ude00\"]").code, ErrorCode::kUnknown);
}

TEST(Json, RefusesWhatIsTooLarge) {
  Limits limits;
  limits.max_bytes = 10;
  EXPECT_EQ(error_of("[1,2,3,4]", limits).code, ErrorCode::kUnknown);
  EXPECT_EQ(error_of("[1,2,3,4,5]", limits).code, ErrorCode::kTooLarge);
  limits.max_bytes = 100;
  limits.max_nodes = 4;
  EXPECT_EQ(error_of("[1,2,3]", limits).code, ErrorCode::kUnknown);
  EXPECT_EQ(error_of("[1,2,3,4]", limits).key, "error.too_many_values");
}

TEST(Json, SkipsAByteOrderMark) {
  const auto document = Document::parse("\xEF\xBB\xBF{\"a\": 7}");
  ASSERT_TRUE(document);
  EXPECT_EQ(*document->root().find("a")->integer(), 7);
  const Error error = error_of("\xEF\xBB\xBF{\"a\": ?}");
  EXPECT_EQ(error.where.column, 7U);
}

TEST(Json, GivesTypedValues) {
  const auto document =
      Document::parse(R"({"yes": true, "no": false, "n": -12, "s": "a\"\u00e9", "l": [1,[2,3],4], "nil": null})");
  ASSERT_TRUE(document);
  const Cursor root = document->root();
  EXPECT_TRUE(*root.find("yes")->boolean());
  EXPECT_FALSE(*root.find("no")->boolean());
  EXPECT_EQ(*root.find("n")->integer(), -12);
  EXPECT_EQ(*root.find("s")->string(), "a\"é");
  EXPECT_TRUE(root.find("nil")->is(Type::kNull));
  std::vector<std::size_t> sizes;
  const Cursor list = *root.find("l");
  for (const Cursor c : list) sizes.push_back(c.size());
  EXPECT_EQ(sizes, (std::vector<std::size_t>{0, 2, 0}));
  EXPECT_EQ(root.size(), 6U);
  EXPECT_FALSE(root.find("other"));
}

TEST(Json, SaysWhereAValueIsWrong) {
  const auto document =
      Document::parse("{\"rounds\": [{}, {\"plans\": [\n  {\"cost\": \"vijf\", \"n\": 1.5, \"m\": -3}]}]}");
  ASSERT_TRUE(document);
  const Cursor plan = document->nearest("rounds[1].plans[0]");
  const Error type = plan.find("cost")->integer().error();
  EXPECT_EQ(type.code, ErrorCode::kWrongType);
  EXPECT_EQ(type.where.path, "rounds[1].plans[0].cost");
  EXPECT_EQ(type.where.line, 2U);
  EXPECT_EQ(type.where.column, 12U);
  EXPECT_EQ(plan.find("n")->integer().error().key, "error.not_whole");
  EXPECT_EQ(plan.find("m")->integer(0, 10).error().code, ErrorCode::kNegative);
  EXPECT_EQ(plan.find("m")->integer(-2, 10).error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(plan.find("m")->integer(-9, -5).error().code, ErrorCode::kOverflow);
  const Error missing = plan.get("title").error();
  EXPECT_EQ(missing.code, ErrorCode::kMissing);
  EXPECT_EQ(missing.where.path, "rounds[1].plans[0]");
  EXPECT_EQ(missing.args.at(0).second, "title");
}

TEST(Json, FindsTheStartOfAStringWithQuotesAndBackslashes) {
  const std::string text = R"(["a", "b\"c\\", 1])";
  EXPECT_EQ(string_start(text, 14), 6U);
  const auto document = Document::parse(text);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->nearest("[1]").where().column, 7U);
}

TEST(Json, LocatesAnErrorThatKnowsItsPathOnly) {
  const auto document = Document::parse("{\"a\": [\n1,\n2]}");
  ASSERT_TRUE(document);
  Error error(ErrorCode::kNotAllowed, "error.test");
  error.where.path = "a[1].deeper.still";
  const Error found = document->located(error);
  EXPECT_EQ(found.where.line, 3U);
  EXPECT_EQ(found.where.path, "a[1].deeper.still");
}

TEST(JsonWriter, WritesTheCanonicalForm) {
  Writer w;
  w.begin_object();
  w.key("a");
  w.begin_array();
  w.integer(INT64_MIN);
  w.boolean(true);
  w.null();
  w.begin_object();
  w.end_object();
  w.end_array();
  w.key("b");
  w.string(std::string_view("\"\\/\b\f\n\r\t\x01\x1f\x7f é\0", 15));
  w.end_object();
  EXPECT_EQ(
      w.take(),
      "{\"a\":[-9223372036854775808,true,null,{}],\"b\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f é\\u0000\"}");
}

TEST(JsonWriter, WritesForPeopleToo) {
  Writer w(Style::kPretty);
  w.begin_object();
  w.key("a");
  w.begin_array();
  w.integer(1);
  w.integer(2);
  w.end_array();
  w.key("b");
  w.begin_array();
  w.end_array();
  w.end_object();
  EXPECT_EQ(w.take(), "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}");
}

TEST(JsonWriter, TakesKeysThatAreQuotedAlready) {
  for (const Style style : {Style::kCanonical, Style::kPretty}) {
    Writer quoted(style);
    Writer plain(style);
    for (Writer* w : {&quoted, &plain}) {
      w->begin_object();
      for (const std::string_view name : {"a", "b\"é"}) {
        std::string key;
        append_quoted(key, name);
        if (w == &quoted) {
          w->key(name, key + ":");
        } else {
          w->key(name);
        }
        w->integer(1);
      }
      w->end_object();
    }
    EXPECT_EQ(quoted.take(), plain.take());
  }
}

TEST(JsonWriter, LeavesLettersOfEveryScriptAsTheyAre) {
  const std::string text = "Één wijk, 道路, شارع, 🌳🌳 en \x7f";
  Writer w;
  w.string(text);
  EXPECT_EQ(w.take(), '"' + text + '"');
  w.string("\xc3\xa9\xc3 \xc3\xa9\xff\xc3\xa9");
  EXPECT_EQ(w.take(), "\"\xc3\xa9\xef\xbf\xbd \xc3\xa9\xef\xbf\xbd\xc3\xa9\"");
}

TEST(JsonWriter, NeverWritesBadUtf8) {
  Writer w;
  w.string("a\xFF z");
  EXPECT_EQ(w.take(), "\"a\xEF\xBF\xBD z\"");
}

#if GTEST_HAS_DEATH_TEST  // not in WebAssembly
/// Longer than any piece that it keeps a text in, and one after the other.
TEST(JsonWriter, WritesTextsOfAnyLength) {
  Writer w;
  for (const std::size_t length : {0U, 100U, 127U, 128U, 5'000U, 3'000'000U}) {
    const std::string letters(length, 'x');
    w.begin_object();
    for (const char* key : {"a", "b"}) {
      w.key(key);
      w.string(letters);
    }
    w.key("c");
    w.begin_array();
    for (int i = 0; i < 1'000; ++i) w.integer(-9'000'000'000 + i);
    w.end_array();
    w.end_object();
    std::string expected = "{\"a\":\"" + letters + "\",\"b\":\"" + letters + "\",\"c\":[";
    for (int i = 0; i < 1'000; ++i) expected += (i > 0 ? "," : "") + std::to_string(-9'000'000'000 + i);
    EXPECT_TRUE(w.take() == expected + "]}") << length;
  }
}

TEST(JsonWriter, InsistsOnSortedKeys) {
  const auto unsorted = [] {
    Writer w;
    w.begin_object();
    w.key("b");
    w.integer(1);
    w.key("a");
  };
  EXPECT_DEATH(unsorted(), "text_before");
}
#endif

}  // namespace
}  // namespace stoepkrijt::json
