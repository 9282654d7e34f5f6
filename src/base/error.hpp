// What went wrong, as data. Only `ui` and `cli` turn an Error into words (language files, section "error").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoepkrijt {

/// Stable numbers: append only, never renumber or reuse (files and scripts may hold them).
enum class ErrorCode : std::uint16_t {
  kUnknown = 0,
  // Numbers and money (100-)
  kOverflow = 100,
  kNotANumber = 101,
  kNegative = 102,
  kDivisionByZero = 103,
  kTooPrecise = 104,
  // Text and JSON (200-)
  kNotUtf8 = 200,
  kNotJson = 201,
  kTooLarge = 202,
  kTooDeep = 203,
  kDuplicateKey = 204,
  kWrongType = 205,
  kMissing = 206,
  kUnknownValue = 207,
  kEmpty = 208,
  kTooLong = 209,
  kUnknownKey = 210,
  kNotXml = 211,
  // Files and formats (300-)
  kWrongFormat = 300,
  kNewerVersion = 301,
  kNoSuchFile = 302,
  kUnreadable = 303,
  kNotWritten = 304,
  kDamaged = 305,  // bytes that belie their own check
  // Model (400-)
  kOutsideWorld = 400,
  kDuplicateId = 401,
  kUnknownId = 402,
  kBadGeometry = 403,
  kNotAllowed = 404,
  kOverBudget = 405,
  kBadDate = 406,
  // Rules (500-)
  kRuleNotDefined = 500,
  kNoBallots = 501,
  kCancelled = 502,
  kContradiction = 503,  // constraints that nothing can meet
  // The device (600-)
  kStorageMissing = 600,
  kStorageFull = 601,
  kNoLocation = 602,
  kLocationDenied = 603,
  kLocationInaccurate = 604,
  kNoWebGl = 605,
  kNoVoice = 606,
  kNoFolder = 607,
  kFolderDenied = 608,
  kNoCamera = 609,
  kCameraDenied = 610,
  // The command line (700-)
  kUsage = 700,
  // The ballot box (800-)
  kBadSignature = 800,   // signed by nobody who may, or changed since
  kOtherElection = 801,  // of another round
};

/// Where in the input: every part is optional. Line and column count from 1; 0 means unknown.
struct Where {
  std::string file;          ///< the file's name as the user knows it
  std::string path;          ///< place inside a document, as in "rounds[0].plans[3].cost"
  std::uint64_t offset = 0;  ///< byte offset from 0, meaningful when line > 0
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Where&, const Where&) = default;
};

/// One fault. `key` names the sentence in the language files ("error.not_json"), `args` fill its {name} places.
struct Error {
  ErrorCode code = ErrorCode::kUnknown;
  std::string key;
  std::vector<std::pair<std::string, std::string>> args;
  Where where;

  Error() = default;
  Error(ErrorCode c, std::string_view k) : code(c), key(k) {}

  Error&& with(std::string_view name, std::string_view value) && {
    args.emplace_back(name, value);
    return std::move(*this);
  }
  Error&& at(Where place) && {
    where = std::move(place);
    return std::move(*this);
  }

  friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace stoepkrijt
