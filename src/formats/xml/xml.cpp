#include "formats/xml/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace stoepkrijt::formats::xml {
namespace {

constexpr XML_Char kBetween = '\n';  // stands between namespace and name: no name can hold it

struct Name {
  std::string_view space;
  std::string_view local;
};
Name split(const XML_Char* name) {
  const std::string_view whole(name);
  const std::size_t at = whole.rfind(kBetween);
  if (at == std::string_view::npos) return {{}, whole};
  return {whole.substr(0, at), whole.substr(at + 1)};
}

}  // namespace

struct Parser::State {
  Handler& handler;
  Limits limits;
  XML_Parser expat = nullptr;
  std::size_t taken = 0;
  std::uint32_t depth = 0;
  std::string text;
  std::vector<Attribute> attributes;
  std::optional<Error> error;

  State(Handler& h, const Limits& l) : handler(h), limits(l) {}

  [[nodiscard]] Where here() const {
    Where where;
    where.line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(expat));
    where.column = static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(expat)) + 1;
    const XML_Index index = XML_GetCurrentByteIndex(expat);
    where.offset = index < 0 ? 0 : static_cast<std::uint64_t>(index);
    return where;
  }
  void refuse(Error&& why) {
    if (error.has_value()) return;  // the first counts: Expat may call once more before it stops
    if (why.where.line == 0) {
      why.where.line = here().line;
      why.where.column = here().column;
      why.where.offset = here().offset;
    }
    error = std::move(why);
    XML_StopParser(expat, XML_FALSE);
  }
  void too_large(std::size_t limit) {
    refuse(Error(ErrorCode::kTooLarge, "error.too_large")
               .with("limit_mib", std::to_string(std::max<std::size_t>(limit / (1024 * 1024), 1))));
  }

  void start(const XML_Char* name, const XML_Char** pairs) {
    if (error.has_value()) return;
    if (++depth > limits.max_depth) return refuse(Error(ErrorCode::kTooDeep, "error.too_deep"));
    text.clear();
    attributes.clear();
    for (; *pairs != nullptr; pairs += 2) attributes.push_back({split(pairs[0]).local, pairs[1]});
    const Name parts = split(name);
    Result<void> done = handler.start({parts.space, parts.local, attributes}, here().line);
    if (!done) refuse(std::move(done).error());
  }
  void end(const XML_Char* name) {
    if (error.has_value()) return;
    --depth;
    Result<void> done = handler.end(split(name).local, text);
    text.clear();
    if (!done) refuse(std::move(done).error());
  }
  void characters(const XML_Char* letters, int count) {
    if (error.has_value()) return;
    const auto size = static_cast<std::size_t>(count);
    if (size > limits.max_text - text.size()) return too_large(limits.max_text);
    text.append(letters, size);
  }

  Result<void> feed(const char* bytes, std::size_t size, bool last) {
    if (error.has_value()) return fail(*error);
    if (XML_Parse(expat, bytes, static_cast<int>(size), last ? 1 : 0) == XML_STATUS_OK) return {};
    if (!error.has_value()) {
      Error why(ErrorCode::kNotXml, "error.not_xml");
      error = std::move(why).with("reason", XML_ErrorString(XML_GetErrorCode(expat))).at(here());
    }
    return fail(*error);
  }
};

Parser::Parser(Handler& handler, const Limits& limits) : state_(std::make_unique<State>(handler, limits)) {
  State& s = *state_;
  s.expat = XML_ParserCreateNS(nullptr, kBetween);
  SK_CHECK(s.expat != nullptr);
  XML_SetUserData(s.expat, &s);
  XML_SetElementHandler(
      s.expat,
      [](void* state, const XML_Char* name, const XML_Char** pairs) { static_cast<State*>(state)->start(name, pairs); },
      [](void* state, const XML_Char* name) { static_cast<State*>(state)->end(name); });
  XML_SetCharacterDataHandler(s.expat, [](void* state, const XML_Char* letters, int count) {
    static_cast<State*>(state)->characters(letters, count);
  });
  XML_SetStartDoctypeDeclHandler(s.expat, [](void* state, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<State*>(state)->refuse(Error(ErrorCode::kNotAllowed, "error.xml_doctype"));
  });
}

Parser::~Parser() { XML_ParserFree(state_->expat); }

Result<void> Parser::take(std::string_view piece) {
  State& s = *state_;
  constexpr std::size_t kAtOnce = std::size_t{256} * 1024;  // Expat counts in int
  while (!piece.empty()) {
    const std::size_t size = std::min(piece.size(), kAtOnce);
    if (!s.error.has_value() && size > s.limits.max_bytes - s.taken) s.too_large(s.limits.max_bytes);
    SK_TRY_VOID(s.feed(piece.data(), size, false));
    s.taken += size;
    piece.remove_prefix(size);
  }
  return {};
}

Result<void> Parser::finish() { return state_->feed("", 0, true); }

Result<void> parse(std::string_view text, Handler& handler, const Limits& limits) {
  Parser parser(handler, limits);
  SK_TRY_VOID(parser.take(text));
  return parser.finish();
}

bool looks_like_xml(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.starts_with("\xFF\xFE<") || text.starts_with(std::string_view("\xFE\xFF\0<", 4))) return true;  // UTF-16
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at != std::string_view::npos && text[at] == '<';
}

std::string_view root_name(std::string_view text) {
  constexpr std::size_t kNear = 4096;
  text = text.substr(0, kNear);
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.starts_with("!--")) {
      at = text.find("-->", at);
      if (at == std::string_view::npos) return {};
      continue;
    }
    if (rest.empty() || rest.front() == '?' || rest.front() == '!') continue;
    const std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
  }
  return {};
}

}  // namespace stoepkrijt::formats::xml
