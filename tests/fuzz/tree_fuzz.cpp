// A category tree: whatever comes in, what is read is valid, and reads back the same. Seeds: nested, flat, a cycle.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "formats/tree/category_tree.hpp"
#include "model/dossier.hpp"

using namespace stoepkrijt;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto tree = formats::read_category_tree(text);
  if (!tree) return 0;
  model::Walk walk;
  walk.id = "w";
  walk.title = "W";
  walk.date = "2026-11-29";
  walk.tree = *tree;
  SK_CHECK(model::validate(walk).has_value());
  const auto again = formats::read_category_tree(formats::write_category_tree(*tree));
  SK_CHECK(again.has_value() && *again == *tree);
  return 0;
}
