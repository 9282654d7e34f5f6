#include "merge/value.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::merge {
namespace {

TEST(Value, IsMadeCanonical) {
  const auto make = [](std::string_view json) { return make_value(json).value_or("refused"); };
  EXPECT_EQ(make(" {\"b\" : [1, -0, {\"y\":null,\"x\":true}], \"a\":\"\\u00e9\\/\"} "),
            "{\"a\":\"é/\",\"b\":[1,0,{\"x\":true,\"y\":null}]}");
  EXPECT_EQ(make("{\"\\u0061b\":1,\"a\":{\"d\":[],\"c\":{}}}"), "{\"a\":{\"c\":{},\"d\":[]},\"ab\":1}");
  // The bytes that are meant decide, not their escapes: " is before #.
  EXPECT_EQ(make("{\"#\":1,\"\\\"\":2}"), "{\"\\\"\":2,\"#\":1}");
  EXPECT_EQ(make("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(make("[[{\"b\":1,\"a\":{\"z\":1,\"y\":2}},2],{\"b\":1,\"a\":2}]"),
            "[[{\"a\":{\"y\":2,\"z\":1},\"b\":1},2],{\"a\":2,\"b\":1}]");
}

TEST(Value, RefusesWhatHasNoCanonicalForm) {
  const auto code = [](std::string_view json) {
    const auto made = make_value(json);
    return made ? ErrorCode::kUnknown : made.error().code;
  };
  EXPECT_EQ(code("1.0"), ErrorCode::kWrongType);
  EXPECT_EQ(code("[1e3]"), ErrorCode::kWrongType);
  EXPECT_EQ(code("9223372036854775808"), ErrorCode::kOverflow);
  EXPECT_EQ(code("{\"b\":1,\"a\":1,\"b\":2}"), ErrorCode::kDuplicateKey);
  EXPECT_EQ(code("{\"a\":1,\"a\":2}"), ErrorCode::kDuplicateKey);
  EXPECT_EQ(code("\"\xff\""), ErrorCode::kNotUtf8);
  EXPECT_EQ(code(""), ErrorCode::kNotJson);
  EXPECT_EQ(code(std::string(40, '[') + std::string(40, ']')), ErrorCode::kTooDeep);
}

TEST(Value, GivesItsContentBack) {
  EXPECT_EQ(as_text(text_value("een \"stoep\"\n")), "een \"stoep\"\n");
  EXPECT_EQ(as_text(text_value("A+")), "A+");
  EXPECT_EQ(as_text("12"), std::nullopt);
  EXPECT_EQ(as_integer(integer_value(-12)), -12);
  EXPECT_EQ(as_integer("\"12\""), std::nullopt);
  EXPECT_EQ(as_boolean(boolean_value(false)), false);
  EXPECT_EQ(as_boolean("0"), std::nullopt);
}

}  // namespace
}  // namespace stoepkrijt::merge
