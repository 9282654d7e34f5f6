// Any three texts at all (with a NUL between them), of either version: what the reader takes is a well-formed document
// that is written and read as itself, shown as a valid dossier or not at all, and exported as what the export says it
// is; and any that merge do so by the laws, hostile as they may be.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/records/extract.hpp"
#include "formats/records/records.hpp"
#include "merge/conflicts.hpp"
#include "merge/diff.hpp"
#include "merge/merge.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace stoepkrijt;

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // of byte order, at the start only

/// The whole, and once more: an export holds no more than it shows, so exporting it changes nothing.
void check_export(const merge::Document& document) {
  const auto once = formats::extract(document, {});
  if (!once) return;
  if (!well_formed(once->document) || once->document.mergeable) std::abort();
  const auto twice = formats::extract(once->document, {});
  if (!twice || !twice->not_shown.empty()) std::abort();
  if (formats::write_merged(twice->document) != formats::write_merged(once->document)) std::abort();
}

std::optional<merge::Document> read(std::string_view text) {
  auto document = formats::read_any_dossier(text);
  // With white space before it no text is canonical: the reader of any JSON says the same.
  const auto thorough =
      formats::read_any_dossier(text.starts_with(kMark) ? std::string(text) : "\n" + std::string(text));
  if (!document) {
    if (thorough && !text.starts_with(kMark)) std::abort();
    if (document.error().code == ErrorCode::kUnknown || document.error().where.line == 0) std::abort();
    return std::nullopt;
  }
  if (!well_formed(*document)) std::abort();
  const std::string written = formats::write_merged(*document);
  const bool tables = !thorough && thorough.error().key == "error.bad_tables";  // of them there is one form only
  if (!tables && (!thorough || formats::write_merged(*thorough) != written)) std::abort();
  const std::string as_tables = formats::write_as_tables(*document);
  const auto from_tables = formats::read_merged(as_tables);
  if (merge::fits(*document) != from_tables.has_value()) std::abort();
  if (from_tables && formats::write_merged(*from_tables) != written) std::abort();
  if (from_tables && formats::write_as_tables(*from_tables) != as_tables) std::abort();
  const auto again = formats::read_merged(written);
  if (!again || formats::write_merged(*again) != written) std::abort();
  const auto view = formats::dossier_of(*document);
  if (view && !model::validate(view->dossier)) std::abort();
  check_export(*document);
  return std::move(*document);
}

std::optional<merge::Document> merged(merge::Document a, const merge::Document& b) {
  if (!merge::merge(a, b)) return std::nullopt;
  if (!well_formed(a)) std::abort();
  (void)conflicts(a);
  (void)warnings(a, 0);
  (void)diff(b, a);
  return a;
}

void same(const std::optional<merge::Document>& a, const std::optional<merge::Document>& b) {
  if (a.has_value() != b.has_value()) std::abort();
  if (a && formats::write_merged(*a) != formats::write_merged(*b)) std::abort();
}

/// Commutative, idempotent, absorbing.
void check_two(const merge::Document& a, const merge::Document& b) {
  const auto ab = merged(a, b);
  same(ab, merged(b, a));
  if (ab) same(merged(*ab, b), ab);
  if (a.mergeable) same(merged(a, a), a);
}

/// The file where it stands, once more as this program writes it, and again after that.
void check_at_once(merge::Document a, std::string_view text, const merge::Document& b) {
  if (!formats::read_merged(text)) return;  // of version 1
  const auto one_by_one = merged(a, b);
  const std::string mine = formats::write_merged(a);
  const std::string written = formats::write_merged(b);
  const std::string_view texts[] = {mine, text, written, text};
  const bool done = formats::merge_merged(a, texts).has_value();
  if (done != one_by_one.has_value() || !well_formed(a)) std::abort();
  if (done) same(a, one_by_one);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<merge::Document> all;
  std::vector<std::string_view> texts;
  for (int part = 0; part < 3; ++part) {
    const std::size_t nul = text.find('\0');
    if (auto document = read(text.substr(0, nul))) {
      all.push_back(std::move(*document));
      texts.push_back(text.substr(0, nul));
    }
    if (nul == std::string_view::npos) break;
    text.remove_prefix(nul + 1);
  }
  for (const merge::Document& a : all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      check_two(a, all[i]);
      check_at_once(a, texts[i], all[i]);
    }
  }
  if (all.size() < 3) return 0;
  const auto ab = merged(all[0], all[1]);
  const auto bc = merged(all[1], all[2]);
  if (ab && bc) same(merged(*ab, all[2]), merged(all[0], *bc));
  return 0;
}
