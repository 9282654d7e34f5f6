#include "app/lang.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

#include "base/json.hpp"

namespace stoepkrijt::app {

namespace {

struct Date {
  std::int64_t year = 0;
  std::int64_t month = 0;  // 1 to 12
  std::int64_t day = 0;    // 1 to 31
  bool good = false;
};

Date parse_date(std::string_view iso) {
  Date d;
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return d;
  const auto digits = [&](std::size_t from, std::size_t count) {
    std::int64_t value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
      if (iso[i] < '0' || iso[i] > '9') return std::int64_t{-1};
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  d.year = digits(0, 4);
  d.month = digits(5, 2);
  d.day = digits(8, 2);
  d.good = d.year > 0 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31;
  return d;
}

/// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).
std::int64_t days_from_civil(std::int64_t y, std::int64_t m, std::int64_t d) {
  y -= m <= 2 ? 1 : 0;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t yoe = y - era * 400;
  const std::int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  const std::int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

Date civil_from_days(std::int64_t z) {
  z += 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t doe = z - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  Date d;
  d.day = doy - (153 * mp + 2) / 5 + 1;
  d.month = mp < 10 ? mp + 3 : mp - 9;
  d.year = yoe + era * 400 + (d.month <= 2 ? 1 : 0);
  d.good = true;
  return d;
}

}  // namespace

Result<Lang> Lang::parse(LangCode code, std::string_view json) {
  SK_TRY(document, json::Document::parse(json));
  Lang lang;
  lang.code_ = code;
  const json::Cursor root = document.root();
  SK_TRY_VOID(root.expect(json::Type::kObject));
  for (const json::Cursor member : root) {
    SK_TRY(sentence, member.string());
    lang.sentences_.emplace(std::string(member.key()), std::string(sentence));
  }
  return lang;
}

bool Lang::has(std::string_view key) const { return sentences_.find(key) != sentences_.end(); }

std::string Lang::fill(std::string_view sentence, Args args) const {
  std::string out;
  out.reserve(sentence.size() + 32);
  for (std::size_t i = 0; i < sentence.size();) {
    if (sentence[i] == '{') {
      const std::size_t end = sentence.find('}', i);
      if (end != std::string_view::npos) {
        const std::string_view name = sentence.substr(i + 1, end - i - 1);
        bool found = false;
        for (const auto& [key, value] : args) {
          if (key != name) continue;
          out += value;
          found = true;
          break;
        }
        if (found) {
          i = end + 1;
          continue;
        }
      }
    }
    out += sentence[i++];
  }
  return out;
}

std::string Lang::tr(std::string_view key) const { return tr(key, {}); }

std::string Lang::tr(std::string_view key, Args args) const {
  const auto it = sentences_.find(key);
  if (it == sentences_.end()) return "[" + std::string(key) + "]";
  return fill(it->second, args);
}

std::string Lang::count(std::string_view key, std::int64_t n) const { return count(key, n, {}); }

std::string Lang::count(std::string_view key, std::int64_t n, Args args) const {
  const std::string full = std::string(key) + (n == 1 ? ".one" : ".other");
  const std::string with_places = tr(full, args);
  const std::string digits = number(n);
  return fill(with_places, {{"n", digits}});
}

std::string Lang::error(const Error& error) const {
  std::string words = tr(error.key);
  std::vector<std::pair<std::string, std::string>> args = error.args;
  args.emplace_back("line", number(error.where.line));
  args.emplace_back("column", number(error.where.column));
  args.emplace_back("path", error.where.path);
  args.emplace_back("file", error.where.file);
  for (const auto& [name, value] : args) words = fill(words, {{name, value}});
  return words;
}

std::string Lang::money(Money amount) const {
  return format_money(amount, code_ == LangCode::kNl ? NumberStyle::kDutch : NumberStyle::kEnglish);
}

std::string Lang::number(std::int64_t n) const {
  return format_count(n, code_ == LangCode::kNl ? NumberStyle::kDutch : NumberStyle::kEnglish);
}

std::string Lang::tenths(std::int64_t tenths) const {
  return number(tenths / 10) + (code_ == LangCode::kNl ? "," : ".") + std::to_string(tenths % 10);
}

std::string Lang::day(std::string_view iso_date) const {
  const Date d = parse_date(iso_date);
  if (!d.good) return std::string(iso_date);
  const std::int64_t weekday = ((days_from_civil(d.year, d.month, d.day) + 3) % 7 + 7) % 7;  // 0 is Monday
  return tr("date.weekday." + std::to_string(weekday)) + " " + std::to_string(d.day) + "\u00A0" +
         tr("date.month." + std::to_string(d.month));  // lang-prefix: date.weekday. date.month.
}

std::string Lang::day_and_year(std::string_view iso_date) const {
  const Date d = parse_date(iso_date);
  if (!d.good) return std::string(iso_date);
  return std::to_string(d.day) + "\u00A0" + tr("date.month." + std::to_string(d.month)) + "\u00A0" +
         std::to_string(d.year);
}

std::string Lang::moment(std::int64_t time_ms, std::int32_t offset_minutes) const {
  const auto floor_div = [](std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); };
  const std::int64_t local_s = floor_div(time_ms, 1000) + std::int64_t{offset_minutes} * 60;
  const std::int64_t days = floor_div(local_s, 86400);
  const std::int64_t minute_of_day = (local_s - days * 86400) / 60;
  const Date d = civil_from_days(days);
  const auto two = [](std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); };
  return tr("date.moment", {{"day", std::to_string(d.day)},
                            {"month", tr("date.month." + std::to_string(d.month))},
                            {"hour", two(minute_of_day / 60)},
                            {"minute", two(minute_of_day % 60)}});
}

std::string Lang::distance(double metres) const {
  if (metres < 1000.0) return count("distance.metre", static_cast<std::int64_t>(std::lround(metres)));
  const auto tenths = static_cast<std::int64_t>(std::lround(metres / 100.0));
  const std::string point = code_ == LangCode::kNl ? "," : ".";
  std::string km = number(tenths / 10);
  if (tenths % 10 != 0) km += point + std::to_string(tenths % 10);
  return tr("distance.kilometre", {{"n", km}});
}

const std::string& Lang::of(const model::Words& words) const {
  return code_ == LangCode::kEn && !words.en.empty() ? words.en : words.nl;
}

}  // namespace stoepkrijt::app
