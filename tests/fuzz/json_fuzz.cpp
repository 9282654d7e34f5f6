// Any bytes at all: the JSON reader gives a tree or a fault with a place, and what the tree holds can be written and
// read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/json.hpp"
#include "base/json_writer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace stoepkrijt;

/// Visits everything and asks each value all that can be asked.
std::size_t visit(const json::Cursor at) {
  std::size_t seen = 1;
  static_cast<void>(at.integer());
  static_cast<void>(at.boolean());
  if (const auto text = at.string()) {
    json::Writer out;
    out.string(*text);
    const std::string written = out.take();
    const auto again = json::Document::parse(written);
    if (!again || again->root().string().value_or("") != *text) std::abort();
  }
  if (at.where().line == 0) std::abort();
  std::size_t children = 0;
  for (const json::Cursor child : at) {
    seen += visit(child);
    ++children;
  }
  if (children != at.size()) std::abort();
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = json::Document::parse(text);
  if (document) {
    visit(document->root());
  } else if (document.error().code == ErrorCode::kUnknown || document.error().where.line == 0) {
    std::abort();
  }
  return 0;
}
