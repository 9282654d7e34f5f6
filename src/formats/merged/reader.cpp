#include <optional>
#include <utility>
#include <vector>

#include "formats/merged/assembly.hpp"
#include "formats/merged/beside.hpp"
#include "formats/merged/canonical_reader.hpp"
#include "formats/merged/envelope.hpp"
#include "formats/merged/handler.hpp"
#include "formats/merged/merged.hpp"
#include "formats/merged/stood.hpp"
#include "merge/merge.hpp"

namespace stoepkrijt::formats {

namespace {

Error bad_tables(std::string_view text, std::size_t offset) {
  Where where = json::where_is(text, offset);
  where.path = "tables";
  return Error(ErrorCode::kWrongType, "error.bad_tables").at(std::move(where));
}

}  // namespace

Result<merge::Document> read_merged(std::string_view text, const json::Limits& limits) {
  if (CanonicalReader::may_take(text, limits)) {
    CanonicalReader quick(text);
    if (quick.read()) {
      Result<merge::Document> read = assembled(text, quick.result(), quick.fields());
      // Tables are small beside what they say: what is written of it has to be one that every reader takes.
      if (read && quick.has_tables() && !merge::fits(*read)) {
        return fail(Error(ErrorCode::kTooLarge, "error.too_many_records").at(json::where_is(text, 0)));
      }
      return read;
    }
    if (quick.has_tables()) return fail(judged(text, kWholeFile.envelope, limits, bad_tables(text, quick.fault_at())));
  }
  MergedHandler handler(text, kWholeFile);
  Result<void> parsed = json::parse(text, handler, limits);
  if (parsed) parsed = handler.complete();
  if (!parsed) return fail(judged(text, kWholeFile.envelope, limits, parsed.error()));
  return assembled(text, handler.read(), handler.fields());
}

namespace {

/// What stands in the file, beside what `mine` holds already.
Result<merge::Side> read_beside(const merge::Document& mine, std::string_view text, Stood* stood,
                                const json::Limits& limits) {
  if (CanonicalReader::may_take(text, limits)) {
    Beside beside(mine, stood);
    CanonicalReader quick(text, &beside);
    if (quick.read()) {
      Result<merge::Document> rest = assembled(text, quick.result(), quick.fields());
      if (rest && beside.dots_once(*rest)) return merge::Side{std::move(*rest), beside.same()};
    }
  }
  SK_TRY(whole, read_merged(text, limits));
  return merge::Side{std::move(whole), {}};
}

}  // namespace

Result<void> merge_merged(merge::Document& into, std::span<const std::string_view> texts, const json::Limits& limits) {
  std::vector<merge::Side> sides;
  std::optional<Stood> stood;
  if (texts.size() > 1) stood.emplace(into.records.size());
  for (const std::string_view text : texts) {
    Result<merge::Side> side = read_beside(into, text, stood ? &*stood : nullptr, limits);
    if (!side) return fail(std::move(side).error().with("file", std::to_string(sides.size() + 1)));
    sides.push_back(std::move(*side));
  }
  return merge::merge(into, std::move(sides));
}

}  // namespace stoepkrijt::formats
