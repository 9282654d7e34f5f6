// What opens and closes: the stages of the file, one within the other.
#include "formats/merged/handler.hpp"

namespace stoepkrijt::formats {

using merge::FieldKind;

bool MergedHandler::start_object(std::size_t offset) {
  if (in_value()) {
    mark_value();
    return value_step(value_.start_object(), offset);
  }
  switch (stage_) {
    case Stage::kFile:
      stage_ = Stage::kRoot;
      return true;
    case Stage::kRoot:
      if (key_ != "actors" && key_ != "records") return wrong_type(offset);
      stage_ = key_ == "actors" ? Stage::kActors : Stage::kKinds;
      return true;
    case Stage::kKinds:
      stage_ = Stage::kIds;
      empty_ = true;
      return true;
    case Stage::kIds:
      stage_ = Stage::kRecord;
      record_start_ = offset;
      record_keys_ = 0;
      key_.clear();
      record_.begin();
      return true;
    case Stage::kRecord:
      if (key_ == "at" || key_ == "deleted") return wrong_type(offset);
      stage_ = key_ == "plain" ? Stage::kPlain : Stage::kFields;
      empty_ = true;
      return true;
    default:
      return wrong_type(offset);
  }
}

bool MergedHandler::end_object(std::size_t end) {
  if (value_.inside()) return value_step(value_.end_object(), end);
  switch (stage_) {
    case Stage::kPlain:
    case Stage::kFields:
      return end_group(Stage::kRecord, end);
    case Stage::kRecord:
      return end_record();
    case Stage::kIds:
      return end_group(Stage::kKinds, end);
    case Stage::kActors:
    case Stage::kKinds:
      stage_ = Stage::kRoot;
      return true;
    default:
      stage_ = Stage::kFile;
      return true;
  }
}

bool MergedHandler::start_array(std::size_t offset) {
  if (in_value()) {
    mark_value();
    return value_step(value_.start_array(), offset);
  }
  switch (stage_) {
    case Stage::kRoot:
      if (key_ != "unseen") return wrong_type(offset);
      stage_ = Stage::kUnseen;
      return true;
    case Stage::kActors:
      if (!shape_.pairs) return wrong_type(offset);
      taken_ = 0;
      stage_ = Stage::kPair;
      return true;
    case Stage::kRecord:
      if (key_ != "at" && key_ != "deleted") return wrong_type(offset);
      taken_ = 0;
      stage_ = key_ == "at" ? Stage::kAt : Stage::kDots;
      return stage_ == Stage::kAt || field_key(FieldKind::kDeletion, "", offset);
    case Stage::kFields:
      stage_ = Stage::kDots;
      return true;
    case Stage::kDots:
      taken_ = 0;
      stage_ = Stage::kDot;
      return true;
    default:
      return wrong_type(offset);
  }
}

bool MergedHandler::end_array(std::size_t end) {
  if (value_.inside()) return value_step(value_.end_array(), end);
  switch (stage_) {
    case Stage::kUnseen:
      stage_ = Stage::kRoot;
      return true;
    case Stage::kPair:
      if (taken_ != 2) return refuse(ErrorCode::kWrongType, "error.bad_stamp", end);
      stage_ = Stage::kActors;
      return true;
    case Stage::kAt:
      if (taken_ != kStampSize) return refuse(ErrorCode::kWrongType, "error.bad_stamp", end);
      record_.at(held_of(stamp_));
      stage_ = Stage::kRecord;
      return true;
    case Stage::kDot:
      if (taken_ != kStampSize + 1) return refuse(ErrorCode::kWrongType, "error.bad_stamp", end);
      stage_ = Stage::kDots;
      return true;
    default:
      stage_ = group_ == FieldKind::kDeletion ? Stage::kRecord : Stage::kFields;
      return true;
  }
}

bool MergedHandler::end_group(Stage outer, std::size_t end) {
  if (empty_) return refuse(ErrorCode::kNotAllowed, "error.field_empty", end);
  stage_ = outer;
  return true;
}

bool MergedHandler::end_record() {
  merge::Record record;
  record.kind = static_cast<std::uint32_t>(read_.kinds.size() - 1);
  record.id = id_;
  key_.clear();
  if (const auto fault = record_.finish(record)) {
    return refuse(*fault == "error.dot_twice" ? ErrorCode::kDuplicateId : ErrorCode::kNotAllowed, *fault,
                  record_start_);
  }
  held_ += record.held.size();
  if (held_ > merge::kMaxHeld || read_.records.size() >= merge::kMaxRecords) {
    return refuse(ErrorCode::kTooLarge, "error.too_many_records", record_start_);
  }
  read_.records.push_back(std::move(record));
  read_.starts.push_back(static_cast<std::uint32_t>(record_start_));
  empty_ = false;
  stage_ = Stage::kIds;
  return true;
}

}  // namespace stoepkrijt::formats
