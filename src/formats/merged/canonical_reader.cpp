#include "formats/merged/canonical_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "formats/merged/beside.hpp"
#include "formats/merged/merged.hpp"
#include "formats/merged/table_reader.hpp"

namespace stoepkrijt::formats {

using merge::FieldKind;
using merge::Held;

bool CanonicalReader::may_take(std::string_view text, const json::Limits& limits) {
  constexpr std::uint32_t kAroundAValue = 8;
  return text.size() <= std::min<std::size_t>(limits.max_bytes, UINT32_MAX - 1) &&
         limits.max_depth >= merge::kMaxValueDepth + kAroundAValue;
}

bool CanonicalReader::read() {
  std::string_view format;
  std::string id;
  if (!in_.take("{\"actors\":{") || !actors() || !in_.take(",\"format\":") || !in_.plain_text(format)) return false;
  if (format != kMergedFormat || !in_.take(",\"id\":") || !in_.id(id) || !merge::is_id(id)) return false;
  read_.id = std::move(id);
  if (!in_.take(",\"mergeable\":")) return false;
  read_.mergeable = in_.take("true");
  if (!*read_.mergeable && !in_.take("false")) return false;
  has_tables_ = in_.take(",\"tables\":{");
  const bool good = has_tables_ ? tables() : in_.take(",\"records\":{") && kinds();
  if (!good) return false;
  fault_at_ = in_.offset();
  std::int64_t version = 0;
  return in_.take(",\"version\":") && in_.whole(kMergedVersion, version) && version == kMergedVersion &&
         in_.take('}') && in_.done();
}

bool CanonicalReader::tables() {
  if (!is_utf8(in_.text())) return false;
  TableReader reader(in_, fields_, record_, read_);
  if (reader.read()) return true;
  fault_at_ = reader.fault_at();
  return false;
}

bool CanonicalReader::actors() {
  if (!in_.next_is('}')) {
    do {
      std::string_view text;
      std::int64_t seq = 0;
      if (!in_.plain_text(text) || !in_.take(':') || !in_.whole(std::int64_t{merge::kMaxSeq}, seq)) return false;
      const std::optional<merge::ActorId> actor = merge::actor_of(text);
      if (!actor || seq < 1) return false;
      if (!read_.actors.empty() && read_.actors.back().actor >= *actor) return false;
      read_.actors.push_back({*actor, static_cast<merge::Seq>(seq)});
    } while (in_.take(','));
  }
  if (beside_ != nullptr) beside_->begin(read_.actors);
  return in_.take('}');
}

bool CanonicalReader::kinds() {
  if (in_.take('}')) return true;
  do {
    std::string_view kind;
    if (!in_.plain_text(kind) || !merge::is_name(kind) || read_.kinds.size() >= merge::kMaxKinds) return false;
    if (!read_.kinds.empty() && kind <= read_.kinds.back()) return false;
    read_.kinds.emplace_back(kind);
    if (beside_ != nullptr) beside_->begin_kind(kind);
    if (!in_.take(":{") || !ids() || !in_.take('}')) return false;
  } while (in_.take(','));
  return in_.take('}');
}

bool CanonicalReader::ids() {
  std::string_view last;
  do {
    std::string_view id;
    if (!in_.plain_text(id) || !text_before(last, id) || !in_.take(':')) return false;
    last = id;
    const merge::Record* same = beside_ != nullptr ? beside_->take(id, in_) : nullptr;
    if (same != nullptr) {
      held_ += same->held.size();
    } else if (!record(id)) {
      return false;
    }
    if (held_ > merge::kMaxHeld || ++count_ > merge::kMaxRecords) return false;
  } while (in_.take(','));
  return true;
}

bool CanonicalReader::record(std::string_view id) {
  const std::size_t start = in_.offset();
  merge::Record record;
  record_.begin(in_.text());
  // What stands between texts is ASCII, so that the whole of a record can be looked at for UTF-8 at once.
  if (!merge::is_id(id) || !groups() || !is_utf8(in_.since(start)) || record_.finish(record)) return false;
  record.kind = static_cast<std::uint32_t>(read_.kinds.size() - 1);
  record.id = id;
  held_ += record.held.size();
  read_.records.push_back(std::move(record));
  read_.starts.push_back(static_cast<std::uint32_t>(start));
  return true;
}

bool CanonicalReader::groups() {
  if (!in_.take('{')) return false;
  bool more = true;  // is another key to come?
  if (in_.take("\"at\":")) {
    Held at;
    if (!take_stamp(in_, at) || !in_.take(']')) return false;
    record_.at(at);
    more = in_.take(',');
  }
  if (more && in_.take("\"deleted\":")) {
    const std::optional<std::uint32_t> field = fields_.index(FieldKind::kDeletion, "", merge::kMaxFields);
    if (!field || !dots(*field)) return false;
    more = in_.take(',');
  }
  if (more && in_.take("\"dots\":")) {
    if (!group(FieldKind::kRegister)) return false;
    more = in_.take(',');
  }
  if (more && in_.take("\"events\":")) {
    if (!group(FieldKind::kEvents)) return false;
    more = in_.take(',');
  }
  if (more && in_.take("\"plain\":")) {
    if (!plain()) return false;
    more = in_.take(',');
  }
  if (more && in_.take("\"sets\":")) {
    if (!group(FieldKind::kSet)) return false;
    more = in_.take(',');
  }
  return !more && in_.take('}');
}

std::optional<std::uint32_t> CanonicalReader::name(FieldKind kind) {
  const std::string_view guess = fields_.guess(kind);
  if (!guess.empty() && in_.take(guess)) return fields_.guessed();
  std::string_view name;
  if (!in_.plain_text(name) || !in_.take(':')) return std::nullopt;
  return fields_.index(kind, name, merge::kMaxFields);
}

bool CanonicalReader::group(FieldKind kind) {
  if (!in_.take('{')) return false;
  do {
    const std::optional<std::uint32_t> field = name(kind);
    if (!field || !dots(*field)) return false;
  } while (in_.take(','));
  return in_.take('}');
}

bool CanonicalReader::plain() {
  if (!in_.take('{')) return false;
  do {
    const std::optional<std::uint32_t> field = name(FieldKind::kRegister);
    const std::size_t value_at = in_.offset();
    if (!field || !in_.value()) return false;
    record_.member(*field);
    record_.plain(*field, value_at, in_.offset());
  } while (in_.take(','));
  return in_.take('}');
}

bool CanonicalReader::dots(std::uint32_t field) {
  record_.member(field);
  if (!in_.take('[')) return false;
  do {
    Held held;
    held.field = field;
    if (!take_stamp(in_, held) || !in_.take(',')) return false;
    const std::size_t value_at = in_.offset();
    if (!in_.value()) return false;
    record_.dot(held, value_at, in_.offset());
    if (!in_.take(']')) return false;
  } while (in_.take(','));
  return in_.take(']');
}

}  // namespace stoepkrijt::formats
