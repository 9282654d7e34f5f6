// Reading XML 1.0 with namespaces as a stream of elements, in pieces of any size: nothing of the file is held but the
// open elements and the text of the innermost. The parser is Expat's, built without entities and DTDs; this header
// keeps it out of everybody else's sight.
//
// What is refused beyond bad syntax: a document type (<!DOCTYPE …>), and with it every entity of a file's own, so that
// no few bytes become billions and nothing outside the file is asked for; depth, size and text above the limits. UTF-8,
// UTF-16, ISO 8859-1 and ASCII are read; everything arrives as well-formed UTF-8.
//
// Source: XML 1.0 (fifth edition), Namespaces in XML 1.0 (third edition).
// Example: xml::Parser parser(handler); SK_TRY_VOID(parser.take(piece)); … SK_TRY_VOID(parser.finish());
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt::formats::xml {

struct Limits {
  std::size_t max_bytes = std::size_t{512} * 1024 * 1024;  ///< of the whole file
  std::uint32_t max_depth = 64;                            ///< elements within each other
  std::size_t max_text = std::size_t{16} * 1024 * 1024;    ///< bytes of text directly in one element
};

struct Attribute {
  std::string_view name;  ///< without prefix
  std::string_view value;
};

/// An element as it opens; valid during the call only.
struct Element {
  std::string_view space;  ///< the namespace's name; empty: none
  std::string_view name;   ///< without prefix
  std::span<const Attribute> attributes;

  [[nodiscard]] std::optional<std::string_view> find(std::string_view attribute) const {
    for (const Attribute& a : attributes) {
      if (a.name == attribute) return a.value;
    }
    return std::nullopt;
  }
};

/// Receives the events. An error stops; the parser adds the place to it.
class Handler {
 public:
  Handler() = default;
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;
  virtual ~Handler() = default;
  virtual Result<void> start(const Element& element, std::uint32_t line) = 0;
  /// `text`: what stood directly in the element since its last child, as it was written.
  virtual Result<void> end(std::string_view name, std::string_view text) = 0;
};

class Parser {
 public:
  explicit Parser(Handler& handler, const Limits& limits = {});
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Errors, with line and column: kNotXml "error.not_xml", kNotAllowed "error.xml_doctype", kTooDeep, kTooLarge, and
  /// the handler's own. After an error nothing more is taken.
  [[nodiscard]] Result<void> take(std::string_view piece);
  /// At the end of the file: is it whole? Errors as those of take().
  [[nodiscard]] Result<void> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A whole text at once.
[[nodiscard]] Result<void> parse(std::string_view text, Handler& handler, const Limits& limits = {});

/// Does it begin as an XML file does (white space and byte order mark passed over)?
[[nodiscard]] bool looks_like_xml(std::string_view text);
/// The name of the first element without its prefix, found in the first bytes without parsing them; empty: none there.
[[nodiscard]] std::string_view root_name(std::string_view text);

}  // namespace stoepkrijt::formats::xml
