#include "formats/codes/chain.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/sha256.hpp"
#include "formats/codes/base45.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::string_view kPrefix = "SK1:";
constexpr std::size_t kChainDigits = 16;
constexpr std::size_t kCheckBytes = 4;

std::string chain_name(std::string_view bytes) {
  std::string name = to_hex(sha256(bytes)).substr(0, kChainDigits);
  for (char& c : name) {
    if (c >= 'a') c = static_cast<char>(c - 'a' + 'A');
  }
  return name;
}

/// Of the whole code, so that a number that was read wrongly shows too.
std::string check_of(std::string_view head, std::string_view part) {
  const Hash256 hash = sha256(std::string(head) + std::string(part));
  return std::string(hash.begin(), hash.begin() + kCheckBytes);
}

struct Code {
  std::string_view chain;
  std::size_t number = 0;
  std::size_t count = 0;
  std::string part;
};

/// 1 to `most`, as a writer writes it.
std::optional<std::size_t> number_of(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > 5 || text.front() == '0') return std::nullopt;
  std::size_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  if (value > most) return std::nullopt;
  return value;
}

bool is_chain_name(std::string_view text) {
  return text.size() == kChainDigits && text.find_first_not_of("0123456789ABCDEF") == std::string_view::npos;
}

/// Nothing when it was read badly.
std::optional<Code> parsed(std::string_view text) {
  const std::size_t slash = text.find('/', kPrefix.size());
  const std::size_t colon = slash == std::string_view::npos ? slash : text.find(':', slash);
  const std::size_t numbers = kPrefix.size() + kChainDigits + 1;
  if (colon == std::string_view::npos || slash < numbers || text[numbers - 1] != ':') return std::nullopt;
  Code code;
  code.chain = text.substr(kPrefix.size(), kChainDigits);
  const auto count = number_of(text.substr(slash + 1, colon - slash - 1), kMostCodes);
  const auto number = number_of(text.substr(numbers, slash - numbers), count.value_or(0));
  if (!is_chain_name(code.chain) || !number) return std::nullopt;
  code.number = *number;
  code.count = *count;
  std::optional<std::string> bytes = from_base45(text.substr(colon + 1));
  if (!bytes || bytes->size() <= kCheckBytes || bytes->size() > kCodeBytes + kCheckBytes) return std::nullopt;
  code.part = bytes->substr(0, bytes->size() - kCheckBytes);
  if (bytes->substr(code.part.size()) != check_of(text.substr(0, colon), code.part)) return std::nullopt;
  return code;
}

/// "SK2:", "SK10:" …: of a version that this program does not know.
bool is_newer(std::string_view text) {
  if (!text.starts_with("SK")) return false;
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && number_of(text.substr(2, colon - 2), 9'999).value_or(0) > 1;
}

}  // namespace

Result<std::vector<std::string>> chain_of(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorCode::kEmpty, "error.chain_empty");
  if (bytes.size() > kMostChainBytes) {
    return fail(Error(ErrorCode::kTooLarge, "error.chain_too_large")
                    .with("kb", std::to_string((bytes.size() + 1023) / 1024))
                    .with("most", std::to_string(kMostChainBytes / 1024)));
  }
  const std::string head = std::string(kPrefix) + chain_name(bytes) + ":";
  const std::size_t count = (bytes.size() + kCodeBytes - 1) / kCodeBytes;
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = bytes.size() * i / count;
    const std::string_view part = bytes.substr(from, bytes.size() * (i + 1) / count - from);
    const std::string numbered = head + std::to_string(i + 1) + "/" + std::to_string(count);
    codes.push_back(numbered + ":" + to_base45(std::string(part) + check_of(numbered, part)));
  }
  return codes;
}

Result<ChainReader::Took> ChainReader::take(std::string_view text) {
  if (is_newer(text)) return fail(ErrorCode::kNewerVersion, "error.code_newer");
  if (!text.starts_with(kPrefix)) return fail(ErrorCode::kWrongFormat, "error.code_foreign");
  std::optional<Code> code = parsed(text);
  if (!code) return fail(ErrorCode::kDamaged, "error.code_damaged");
  if (have_ == 0) {
    chain_ = code->chain;
    parts_.assign(code->count, "");
  }
  std::string* part = code->chain == chain_ && code->count == parts_.size() ? &parts_[code->number - 1] : nullptr;
  if (part == nullptr || (!part->empty() && *part != code->part)) {
    return fail(ErrorCode::kNotAllowed, "error.code_other_chain");
  }
  if (!part->empty()) return Took::kAgain;
  *part = std::move(code->part);
  ++have_;
  return Took::kNew;
}

std::vector<std::size_t> ChainReader::missing() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].empty()) out.push_back(i + 1);
  }
  return out;
}

Result<std::string> ChainReader::bytes() const {
  if (!complete()) {
    return fail(Error(ErrorCode::kMissing, "error.chain_incomplete")
                    .with("have", std::to_string(have_))
                    .with("count", std::to_string(parts_.size())));
  }
  std::string out;
  for (const std::string& part : parts_) out += part;
  if (out.size() > kMostChainBytes || chain_name(out) != chain_) {
    return fail(ErrorCode::kDamaged, "error.chain_damaged");
  }
  return out;
}

}  // namespace stoepkrijt::formats
