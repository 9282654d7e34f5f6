#include "formats/xml/xml.hpp"

#include <gtest/gtest.h>

#include <string>

#include "formats/xml/xml_text.hpp"

namespace stoepkrijt::formats::xml {
namespace {

/// What came, on one line: "<space|name a=1>", "text", "</name>".
struct Log final : Handler {
  std::string words;
  std::string refuse;  // an element that is answered with an error
  Result<void> start(const Element& element, std::uint32_t) override {
    if (element.name == refuse) return fail(ErrorCode::kBadGeometry, "error.gpx_place");
    words += "<" + (element.space.empty() ? "" : std::string(element.space) + "|") + std::string(element.name);
    for (const Attribute& a : element.attributes) words += " " + std::string(a.name) + "=" + std::string(a.value);
    words += ">";
    return {};
  }
  Result<void> end(std::string_view name, std::string_view text) override {
    words += std::string(text) + "</" + std::string(name) + ">";
    return {};
  }
};

std::string log_of(std::string_view text) {
  Log log;
  const Result<void> done = parse(text, log);
  return done ? log.words : "error: " + done.error().key;
}

TEST(Xml, GivesElementsAttributesNamespacesAndText) {
  EXPECT_EQ(log_of("<?xml version=\"1.0\"?><!-- c --><a xmlns='urn:x' xmlns:b=\"urn:y\"><b:c d='1' b:e=\"&lt;2\">tekst "
                   "&amp; <![CDATA[<meer>]]>&#233;</b:c></a>"),
            "<urn:x|a><urn:y|c d=1 e=<2>tekst & <meer>é</c></a>");
}

TEST(Xml, ComesInPiecesOfOneByteJustTheSame) {
  const std::string text = "<a>\n <b c=\"één\">tëkst</b>\n</a>";
  Log whole;
  ASSERT_TRUE(parse(text, whole));
  Log pieces;
  Parser parser(pieces);
  for (const char byte : text) ASSERT_TRUE(parser.take(std::string_view(&byte, 1)));
  ASSERT_TRUE(parser.finish());
  EXPECT_EQ(pieces.words, whole.words);
}

TEST(Xml, ReadsOtherEncodingsAsUtf8) {
  EXPECT_EQ(log_of("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE9</a>"), "<a>é</a>");
  EXPECT_EQ(log_of(std::string("\xFF\xFE<\0a\0/\0>\0", 10)), "<a></a>");
}

TEST(Xml, ABillionLaughsDoNotEvenBegin) {
  const std::string laughs =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol \"lol\">\n<!ENTITY lol2 \"&lol;&lol;\">]>\n"
      "<lolz>&lol2;</lolz>";
  Log log;
  const Result<void> done = parse(laughs, log);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(done.error().key, "error.xml_doctype");
  EXPECT_EQ(done.error().where.line, 2U);
  EXPECT_EQ(log.words, "");
}

TEST(Xml, NeverLooksOutsideTheFile) {
  EXPECT_EQ(log_of("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"), "error: error.xml_doctype");
  EXPECT_EQ(log_of("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"), "error: error.xml_doctype");
  EXPECT_EQ(log_of("<a>&x;</a>"), "error: error.not_xml");
}

TEST(Xml, TellsWhereAFaultIs) {
  Log log;
  const Result<void> done = parse("<a>\n  <b>\n  </c>\n</a>", log);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kNotXml);
  EXPECT_EQ(done.error().where.line, 3U);
  EXPECT_EQ(done.error().where.column, 5U);
  for (const std::string_view bad : {"", "   ", "a", "<a>", "<a></b>", "<a/><b/>", "<a b='1' b='2'/>", "<a>\x01</a>",
                                     "<a>\xFF</a>", "<a b=1/>", "<x:a/>"}) {
    EXPECT_EQ(log_of(bad), "error: error.not_xml") << bad;
  }
}

TEST(Xml, LimitsDepthBytesAndText) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_EQ(log_of(deep), "error: error.too_deep");
  Log log;
  Limits limits;
  limits.max_bytes = 10;
  EXPECT_EQ(parse("<a>tekst</a>", log, limits).error().key, "error.too_large");
  limits.max_bytes = 1000;
  limits.max_text = 4;
  EXPECT_EQ(parse("<a>tekst</a>", log, limits).error().key, "error.too_large");
  EXPECT_TRUE(parse("<a>teks</a>", log, limits));
}

TEST(Xml, GivesTheHandlersErrorAPlaceAndStops) {
  Log log;
  log.refuse = "b";
  Parser parser(log);
  const Result<void> done = parser.take("<a>\n<b/><c/></a>");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kBadGeometry);
  EXPECT_EQ(done.error().where.line, 2U);
  EXPECT_EQ(log.words, "<a>");
  EXPECT_FALSE(parser.take("<d/>"));
  EXPECT_FALSE(parser.finish());
}

TEST(Xml, KnowsItsLikeByTheFirstBytes) {
  EXPECT_TRUE(looks_like_xml("\xEF\xBB\xBF\n<a/>"));
  EXPECT_FALSE(looks_like_xml("{\"a\":1}"));
  EXPECT_FALSE(looks_like_xml(""));
  EXPECT_EQ(root_name("<?xml version=\"1.0\"?><!-- <x> --><gml:FeatureCollection a=\"1\">"), "FeatureCollection");
  EXPECT_EQ(root_name("<osm>"), "osm");
  EXPECT_EQ(root_name("niets"), "");
}

TEST(XmlText, SurvivesAWayThere) {
  std::string out = "<a b=\"";
  append_escaped(out, "<&>\"'\r\n\tëé\x01\xEF\xBF\xBF\xFF", Place::kAttribute);
  out += "\">";
  append_escaped(out, "<&>\"'\r\n\t");
  out += "</a>";
  EXPECT_EQ(out, "<a b=\"&lt;&amp;&gt;&quot;'&#13;&#10;&#9;ëé\xEF\xBF\xBD\">&lt;&amp;&gt;&quot;'&#13;\n\t</a>");
  EXPECT_EQ(log_of(out), "<a b=<&>\"'\r\n\tëé\xEF\xBF\xBD><&>\"'\r\n\t</a>");
}

}  // namespace
}  // namespace stoepkrijt::formats::xml
