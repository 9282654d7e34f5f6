#include "formats/merged/handler.hpp"

#include <algorithm>

#include "base/decimal.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt::formats {

using merge::FieldKind;

namespace {

constexpr std::array<std::string_view, 6> kRecordKeys{"at", "deleted", "dots", "events", "plain", "sets"};

template <std::size_t n>
std::size_t place_in(const std::array<std::string_view, n>& keys, std::string_view key) {
  return static_cast<std::size_t>(std::find(keys.begin(), keys.end(), key) - keys.begin());
}

/// A stamp's parts in a file: actor, seq, time, count.
constexpr std::array<std::int64_t, 4> kStampMax{std::int64_t{UINT32_MAX}, std::int64_t{merge::kMaxSeq},
                                                merge::kMaxTimeMs, std::int64_t{merge::kMaxCount}};

}  // namespace

std::string MergedHandler::path() const {
  switch (stage_) {
    case Stage::kFile:
      return "";
    case Stage::kRoot:
      return key_;
    case Stage::kActors:
    case Stage::kPair:
      return "actors";
    case Stage::kUnseen:
      return "unseen";
    case Stage::kKinds:
      return "records";
    case Stage::kIds:
      return "records." + read_.kinds.back();
    default:
      break;
  }
  std::string path = "records." + read_.kinds.back() + "." + id_;
  if (!key_.empty()) path += "." + key_;
  return path;
}

bool MergedHandler::refuse(ErrorCode code, std::string_view key, std::size_t offset) {
  Where where = json::where_is(text_, offset);
  where.path = path();
  error_ = Error(code, key).at(std::move(where));
  return false;
}

bool MergedHandler::refuse_key(ErrorCode code, std::string_view key, std::size_t end, std::string_view name) {
  refuse(code, key, json::string_start(text_, end));
  error_.args.emplace_back("key", first_code_points(name, 40));
  return false;
}

Result<void> MergedHandler::complete() const {
  for (std::size_t i = 0; i < shape_.keys.size(); ++i) {
    if (shape_.keys[i].empty() || (root_keys_ & (1U << i)) != 0) continue;
    return fail(Error(ErrorCode::kMissing, "error.missing").with("key", shape_.keys[i]).at(json::where_is(text_, 0)));
  }
  return {};
}

bool MergedHandler::value_step(bool good, std::size_t end) {
  if (!good) {
    const Error fault = value_.fault();
    refuse(fault.code, fault.key, end);
    error_.args = fault.args;
    return false;
  }
  if (value_.inside()) return true;
  if (stage_ == Stage::kPlain) {
    record_.plain(field_, value_at_, record_.values().size());
    return true;
  }
  merge::Held held = held_of(stamp_);
  held.field = field_;
  record_.dot(held, value_at_, record_.values().size());
  ++taken_;
  return true;
}

bool MergedHandler::null_value(std::size_t end) {
  if (!in_value()) return wrong_type(end);
  mark_value();
  return value_step(value_.null_value(), end);
}

bool MergedHandler::boolean(bool value, std::size_t end) {
  if (in_value()) {
    mark_value();
    return value_step(value_.boolean(value), end);
  }
  if (stage_ != Stage::kRoot || key_ != "mergeable") return wrong_type(end);
  read_.mergeable = value;
  return true;
}

bool MergedHandler::number(std::string_view text, std::size_t end) {
  if (!in_value()) return integer(text, end);
  mark_value();
  return value_step(value_.number(text), end);
}

bool MergedHandler::string(std::string_view text, std::size_t end) {
  if (in_value()) {
    mark_value();
    return value_step(value_.string(text), end);
  }
  if (stage_ == Stage::kUnseen) {
    const std::optional<merge::ActorId> actor = merge::actor_of(text);
    if (!actor) return refuse_key(ErrorCode::kNotAllowed, "error.bad_actor", end, text);
    read_.unseen.push_back(*actor);
    return true;
  }
  return stage_ == Stage::kRoot ? root_string(text, end) : wrong_type(end);
}

bool MergedHandler::root_string(std::string_view text, std::size_t end) {
  if (key_ == "format") {
    return text == shape_.envelope.format || refuse(ErrorCode::kWrongFormat, "error.wrong_format", end);
  }
  if (key_ == "id") {
    if (!merge::is_id(text)) return refuse(ErrorCode::kNotAllowed, "error.bad_id", end);
    read_.id = std::string(text);
    return true;
  }
  if (key_ != "since") return wrong_type(end);
  read_.since = std::string(text);
  return true;
}

bool MergedHandler::whole_number(std::string_view text, std::size_t end, std::int64_t max, std::int64_t& out) {
  if (text.find_first_of(".eE") != std::string_view::npos) {
    return refuse(ErrorCode::kWrongType, "error.not_whole", end);
  }
  const auto value = parse_decimal(text, 0, Excess::kRefuse);
  if (!value || *value > max) {
    refuse(ErrorCode::kOverflow, "error.number_above_limit", end);
    error_.args.emplace_back("limit", std::to_string(max));
    return false;
  }
  if (*value < 0) return refuse(ErrorCode::kNegative, "error.negative", end);
  out = *value;
  return true;
}

bool MergedHandler::integer(std::string_view text, std::size_t end) {
  std::int64_t value = 0;
  switch (stage_) {
    case Stage::kRoot:
      if (key_ != "version") return wrong_type(end);
      if (!whole_number(text, end, INT64_MAX, value)) return false;
      return value == shape_.envelope.version || refuse(ErrorCode::kWrongFormat, "error.no_such_version", end);
    case Stage::kActors:
      return shape_.pairs ? wrong_type(end) : of_actor(text, end);
    case Stage::kPair:
      return of_actor(text, end);
    case Stage::kAt:
    case Stage::kDot:
      if (taken_ >= kStampSize) return refuse(ErrorCode::kWrongType, "error.bad_stamp", end);
      if (!whole_number(text, end, kStampMax[taken_], value)) return false;
      if (taken_ == 1 && value < 1) return refuse(ErrorCode::kNotAllowed, "error.bad_stamp", end);
      stamp_[taken_++] = value;
      return true;
    default:
      return wrong_type(end);
  }
}

/// How far an actor was seen; in a pair first how far the file builds on it.
bool MergedHandler::of_actor(std::string_view text, std::size_t end) {
  std::int64_t value = 0;
  if (stage_ == Stage::kPair && taken_ > 1) return refuse(ErrorCode::kWrongType, "error.bad_stamp", end);
  if (!whole_number(text, end, std::int64_t{merge::kMaxSeq}, value)) return false;
  if (stage_ == Stage::kPair && taken_++ == 0) {
    read_.base.push_back({read_.actors.back().actor, static_cast<merge::Seq>(value)});
    return true;
  }
  const bool below = stage_ == Stage::kPair && static_cast<merge::Seq>(value) < read_.base.back().seq;
  if (value < 1 || below) return refuse(ErrorCode::kNotAllowed, "error.bad_stamp", end);
  read_.actors.back().seq = static_cast<merge::Seq>(value);
  return true;
}

bool MergedHandler::key(std::string_view text, std::size_t end) {
  if (value_.inside()) return value_step(value_.key(text), end);
  switch (stage_) {
    case Stage::kRoot:
      return root_key(text, end);
    case Stage::kActors: {
      const std::optional<merge::ActorId> actor = merge::actor_of(text);
      if (!actor) return refuse_key(ErrorCode::kNotAllowed, "error.bad_actor", end, text);
      read_.actors.push_back({*actor, 0});
      return true;
    }
    case Stage::kKinds:
      if (!merge::is_name(text) || read_.kinds.size() >= merge::kMaxKinds) {
        return refuse_key(ErrorCode::kNotAllowed, "error.bad_field", end, text);
      }
      if (std::find(read_.kinds.begin(), read_.kinds.end(), text) != read_.kinds.end()) {
        return refuse_key(ErrorCode::kDuplicateKey, "error.duplicate_key", end, text);
      }
      read_.kinds.emplace_back(text);
      return true;
    case Stage::kIds:
      if (!merge::is_id(text)) return refuse_key(ErrorCode::kNotAllowed, "error.bad_id", end, text);
      id_ = text;
      return true;
    case Stage::kRecord:
      return record_key(text, end);
    case Stage::kPlain:
      return field_key(FieldKind::kRegister, text, end);
    default:
      return field_key(group_, text, end);
  }
}

bool MergedHandler::root_key(std::string_view text, std::size_t end) {
  const std::size_t place = place_in(shape_.keys, text);
  // Tables have one form only, which is not read here.
  if (!shape_.pairs && text == "tables") {
    key_ = text;
    return refuse_key(ErrorCode::kWrongType, "error.bad_tables", end, text);
  }
  if (text.empty() || place == shape_.keys.size())
    return refuse_key(ErrorCode::kUnknownKey, "error.unknown_key", end, text);
  if ((root_keys_ & (1U << place)) != 0) {
    return refuse_key(ErrorCode::kDuplicateKey, "error.duplicate_key", end, text);
  }
  root_keys_ |= 1U << place;
  key_ = text;
  return true;
}

bool MergedHandler::record_key(std::string_view text, std::size_t end) {
  const std::size_t place = place_in(kRecordKeys, text);
  if (place == kRecordKeys.size()) return refuse_key(ErrorCode::kUnknownKey, "error.unknown_key", end, text);
  if ((record_keys_ & (1U << place)) != 0) {
    return refuse_key(ErrorCode::kDuplicateKey, "error.duplicate_key", end, text);
  }
  record_keys_ |= 1U << place;
  key_ = text;
  group_ = text == "deleted"  ? FieldKind::kDeletion
           : text == "events" ? FieldKind::kEvents
           : text == "sets"   ? FieldKind::kSet
                              : FieldKind::kRegister;
  return true;
}

bool MergedHandler::field_key(FieldKind kind, std::string_view text, std::size_t end) {
  const std::optional<std::uint32_t> field = fields_.index(kind, text, merge::kMaxFields);
  if (!field) return refuse_key(ErrorCode::kNotAllowed, "error.bad_field", end, text);
  field_ = *field;
  empty_ = false;
  record_.member(field_);
  return true;
}

}  // namespace stoepkrijt::formats
