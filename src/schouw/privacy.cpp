#include "schouw/privacy.hpp"

#include <algorithm>
#include <cstddef>

namespace stoepkrijt::schouw {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool word_char(char c) { return digit(c) || letter(c) || static_cast<unsigned char>(c) >= 0x80; }

bool has_email(std::string_view t) {
  for (std::size_t i = 1; i + 3 < t.size(); ++i) {
    if (t[i] != '@' || !word_char(t[i - 1])) continue;
    bool dot = false;
    for (std::size_t j = i + 1; j < t.size() && (word_char(t[j]) || t[j] == '.' || t[j] == '-'); ++j) {
      dot = dot || (t[j] == '.' && j > i + 1 && j + 1 < t.size() && word_char(t[j + 1]));
    }
    if (dot) return true;
  }
  return false;
}

/// Digits with single spaces, hyphens or brackets between them, counted from a "0" or "+31".
bool has_phone(std::string_view t) {
  for (std::size_t i = 0; i < t.size(); ++i) {
    const bool plus = t[i] == '+' && t.substr(i, 3) == "+31";
    if (!plus && t[i] != '0') continue;
    if (i > 0 && word_char(t[i - 1])) continue;
    std::size_t digits = 0;
    std::size_t gap = 0;
    for (std::size_t j = plus ? i + 3 : i; j < t.size(); ++j) {
      if (digit(t[j])) {
        ++digits;
        gap = 0;
      } else if ((t[j] == ' ' || t[j] == '-' || t[j] == '(' || t[j] == ')') && gap < 2) {
        ++gap;
      } else {
        break;
      }
    }
    if (digits == (plus ? 9U : 10U)) return true;
  }
  return false;
}

bool has_address(std::string_view t) {
  for (std::size_t i = 0; i + 6 <= t.size(); ++i) {
    if (i > 0 && word_char(t[i - 1])) continue;
    if (t[i] == '0' ||
        !std::all_of(t.begin() + static_cast<std::ptrdiff_t>(i), t.begin() + static_cast<std::ptrdiff_t>(i + 4), digit))
      continue;
    // After a space only capitals count: "2026 om 10.30" is a time, no address.
    std::size_t j = i + 4;
    const bool space = t[j] == ' ';
    if (space) ++j;
    if (j + 2 > t.size() || !letter(t[j]) || !letter(t[j + 1])) continue;
    if (space && (t[j] > 'Z' || t[j + 1] > 'Z')) continue;
    j += 2;
    if (j < t.size() && word_char(t[j])) continue;
    while (j < t.size() && (t[j] == ' ' || t[j] == ',')) ++j;
    if (j < t.size() && digit(t[j])) return true;
  }
  return false;
}

/// Three groups of one to three letters or digits with hyphens, six signs together, with letters and digits.
bool has_plate(std::string_view t) {
  for (std::size_t i = 0; i + 8 <= t.size(); ++i) {
    if (i > 0 && (word_char(t[i - 1]) || t[i - 1] == '-')) continue;
    const std::string_view p = t.substr(i, 8);
    if (i + 8 < t.size() && (word_char(t[i + 8]) || t[i + 8] == '-')) continue;
    int hyphens = 0, letters = 0, digits = 0, run = 0;
    bool good = true;
    for (const char c : p) {
      if (c == '-') {
        good = good && run >= 1 && run <= 3;
        run = 0;
        ++hyphens;
        continue;
      }
      ++run;
      if (digit(c)) {
        ++digits;
      } else if (c >= 'A' && c <= 'Z') {
        ++letters;
      } else {
        good = false;
      }
    }
    if (good && run >= 1 && hyphens == 2 && letters >= 2 && digits >= 1 && letters + digits == 6) return true;
  }
  return false;
}

}  // namespace

PersonalData look_for_personal_data(std::string_view text) {
  if (has_email(text)) return PersonalData::kEmail;
  if (has_phone(text)) return PersonalData::kPhone;
  if (has_address(text)) return PersonalData::kAddress;
  if (has_plate(text)) return PersonalData::kPlate;
  return PersonalData::kNone;
}

bool seems_personal(const model::Signal& signal) {
  return look_for_personal_data(signal.title + "\n" + signal.words) != PersonalData::kNone;
}

}  // namespace stoepkrijt::schouw
