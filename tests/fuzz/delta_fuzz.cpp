// Any texts at all, with a NUL between them: what the reader takes for a change is written and read as itself; applied
// to any document it loses nothing of it; and a change made of two hostile documents leads to their whole merge.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/delta/delta.hpp"
#include "merge/merge.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace stoepkrijt;

std::optional<merge::Delta> read(std::string_view text) {
  auto delta = formats::read_delta(text);
  if (!delta) {
    if (delta.error().code == ErrorCode::kUnknown || delta.error().where.line == 0) std::abort();
    return std::nullopt;
  }
  if (!well_formed(*delta)) std::abort();
  const std::string written = formats::write_delta(*delta);
  const auto again = formats::read_delta(written);
  if (!again || formats::write_delta(*again) != written) std::abort();
  return std::move(*delta);
}

std::string merged(merge::Document a, const merge::Document& b) {
  if (!merge::merge(a, b)) return "";
  return formats::write_merged(a);
}

/// `whole`: the document that the change was made of, if that is known.
void apply_to(const merge::Document& mine, const merge::Delta& change, const merge::Document* whole) {
  merge::Document after = mine;
  if (!merge::apply(after, change)) {
    if (formats::write_merged(after) != formats::write_merged(mine)) std::abort();
    return;
  }
  if (!well_formed(after)) std::abort();
  const std::string bytes = formats::write_merged(after);
  if (merged(mine, after) != bytes) std::abort();
  if (whole != nullptr && merged(after, *whole) != merged(mine, *whole)) std::abort();
  merge::Document twice = after;
  if (!merge::apply(twice, change) || formats::write_merged(twice) != bytes) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<merge::Document> documents;
  std::vector<merge::Delta> changes;
  for (int part = 0; part < 3; ++part) {
    const std::size_t nul = text.find('\0');
    const std::string_view one = text.substr(0, nul);
    if (auto change = read(one)) changes.push_back(std::move(*change));
    if (auto document = formats::read_merged(one)) documents.push_back(std::move(*document));
    if (nul == std::string_view::npos) break;
    text.remove_prefix(nul + 1);
  }
  for (const merge::Document& mine : documents) {
    for (const merge::Delta& change : changes) apply_to(mine, change, nullptr);
    for (const merge::Document& other : documents) {
      const auto change = merge::delta(other, vector_of(mine));
      if (!change) continue;
      if (!well_formed(*change)) std::abort();
      apply_to(mine, *change, &other);
    }
  }
  return 0;
}
