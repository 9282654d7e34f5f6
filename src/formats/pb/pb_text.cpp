#include "formats/pb/pb_text.hpp"

#include <algorithm>

namespace stoepkrijt::formats {

namespace {

constexpr std::size_t kMaxDigits = 60;

/// The number that the digits make; -1 when there is anything else. Short texts only.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::vector<std::string_view> list_items(std::string_view cell) {
  std::vector<std::string_view> items;
  if (trimmed(cell).empty()) return items;
  for (std::size_t at = 0;;) {
    const std::size_t comma = std::min(cell.find(',', at), cell.size());
    items.push_back(trimmed(cell.substr(at, comma - at)));
    if (comma == cell.size()) return items;
    at = comma + 1;
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? "" : ",") + parts[i];
  return out;
}

Result<Ratio> number_of(std::string_view text) {
  if (text.size() > kMaxDigits) return fail(ErrorCode::kTooLarge, "error.number_too_large");
  Result<Ratio> number = Ratio::parse_decimal(text);
  if (!number) return fail(number.error().code, "error.not_a_number");
  return number;
}

Result<Ratio> amount_of(std::string_view text, std::string_view negative_key) {
  SK_TRY(amount, number_of(text));
  if (amount.is_negative()) return fail(ErrorCode::kNegative, negative_key);
  return amount;
}

bool is_pb_date(std::string_view text) {
  if (text.size() == 4) return digits(text) >= 0;
  if (text.size() != 10 || text[2] != '.' || text[5] != '.') return false;
  const int day = digits(text.substr(0, 2));
  const int month = digits(text.substr(3, 2));
  const int year = digits(text.substr(6));
  if (day < 1 || month < 1 || month > 12 || year < 0) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days = month == 2 ? (leap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
  return day <= days;
}

}  // namespace stoepkrijt::formats
