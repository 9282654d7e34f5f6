#include "app/office/sheets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ballotbox/spoken.hpp"
#include "base/utf8.hpp"
#include "formats/codes/qr.hpp"

namespace stoepkrijt::app::office {

namespace {

// All in tenths of a millimetre, so that numbers are written the same everywhere.
using Tenths = int;
constexpr Tenths kWidth = 2100, kHeight = 2970;
constexpr Tenths kCardWidth = 950, kCardHeight = 540, kLeft = 100, kTop = 135;
constexpr Tenths kPad = 40;

std::string number(Tenths t) {
  const bool below = t < 0;
  const int all = below ? -t : t;
  return (below ? "-" : "") + std::to_string(all / 10) + (all % 10 == 0 ? "" : "." + std::to_string(all % 10));
}

std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

/// Lines of at most so many code points, broken at blanks; a longer word is broken anywhere.
std::vector<std::string> wrapped(std::string_view words, std::size_t most) {
  std::vector<std::string> lines;
  std::string line;
  const auto push = [&] {
    if (!line.empty()) lines.push_back(std::exchange(line, {}));
  };
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    std::string_view word = words.substr(0, blank);
    words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
    while (count_code_points(word) > most) {
      push();
      const std::string_view part = first_code_points(word, most);
      lines.emplace_back(part);
      word.remove_prefix(part.size());
    }
    if (word.empty()) continue;
    if (!line.empty() && count_code_points(line) + 1 + count_code_points(word) > most) push();
    line += (line.empty() ? "" : " ") + std::string(word);
  }
  push();
  return lines;
}

class Sheet {
 public:
  Sheet() {
    out_ = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210mm" height="297mm" )"
           R"(font-family="Atkinson Hyperlegible Next, Arial, sans-serif" fill="#000">)"
           R"(<rect width="210" height="297" fill="#fff"/>)";
  }
  std::string take() { return std::move(out_) + "</svg>"; }

  void line(Tenths x0, Tenths y0, Tenths x1, Tenths y1) {
    out_ += "<line x1=\"" + number(x0) + "\" y1=\"" + number(y0) + "\" x2=\"" + number(x1) + "\" y2=\"" + number(y1) +
            "\" stroke=\"#666\" stroke-width=\"0.2\" stroke-dasharray=\"2 1.5\"/>";
  }
  void frame(Tenths x, Tenths y, Tenths w, Tenths h) {
    out_ += "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(w) + "\" height=\"" + number(h) +
            "\" rx=\"1\" fill=\"none\" stroke=\"#000\" stroke-width=\"0.5\"/>";
  }
  void text(Tenths x, Tenths y, Tenths size, std::string_view words, bool bold = false) {
    out_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" + number(size) + "\"" +
            (bold ? " font-weight=\"700\"" : "") + ">" + escaped(words) + "</text>";
  }
  /// Letters of equal width, as wide as is said in whatever font there is.
  void code(Tenths x, Tenths y, Tenths size, Tenths width, std::string_view words) {
    out_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" + number(size) +
            "\" font-weight=\"700\" font-family=\"monospace\" textLength=\"" + number(width) +
            "\" lengthAdjust=\"spacingAndGlyphs\">" + escaped(words) + "</text>";
  }
  /// Below each other in `width`, as large as fits in `most` lines. Gives the y below the last.
  Tenths paragraph(Tenths x, Tenths y, Tenths width, Tenths size, std::size_t most, std::string_view words,
                   bool bold = false) {
    std::vector<std::string> lines;
    for (;; size -= 2) {
      // Letters are about 0.6 of their size wide, bold ones 0.7, also in the widest font that stands in for ours.
      lines = wrapped(words, static_cast<std::size_t>(width * 10 / (size * (bold ? 7 : 6))));
      if (lines.size() <= most || size <= 14) break;
    }
    for (const std::string& each : lines) {
      y += size * 12 / 10;
      text(x, y, size, each, bold);
    }
    return y;
  }
  /// Dark modules of `words` in a square; the quiet zone is the caller's to leave.
  void qr(Tenths x, Tenths y, Tenths side, std::string_view words) {
    const auto matrix = formats::qr_matrix(words);
    if (!matrix) return;
    std::string path;
    for (std::size_t row = 0; row < matrix->size; ++row) {
      for (std::size_t from = 0; from < matrix->size;) {
        std::size_t to = from;
        while (to < matrix->size && matrix->dark(to, row)) ++to;
        if (to > from) {
          const std::string run = std::to_string(to - from);
          path += "M" + std::to_string(from) + " " + std::to_string(row) + "h" + run + "v1h-" + run + "z";
        }
        from = std::max(to, from + 1);
      }
    }
    const double scale = static_cast<double>(side) / 10 / static_cast<double>(matrix->size);
    const auto thousandths = static_cast<long>(std::lround(scale * 10'000));
    std::string digits = std::to_string(thousandths % 10'000);
    digits.insert(0, 4 - digits.size(), '0');
    out_ += "<path transform=\"translate(" + number(x) + " " + number(y) + ") scale(" +
            std::to_string(thousandths / 10'000) + "." + digits + ")\" shape-rendering=\"crispEdges\" d=\"" + path +
            "\"/>";
  }

 private:
  std::string out_;
};

enum class Card : std::uint8_t { kCode, kReserve, kAttended };

constexpr std::size_t sheets_for(std::size_t cards) { return (cards + kCardsOnSheet - 1) / kCardsOnSheet; }

void card(Sheet& sheet, Tenths x, Tenths y, const Cards& cards, std::string_view code, Card kind, const Lang& nl,
          const Lang& en) {
  const model::Round& round = cards.package.package.round;
  constexpr Tenths kQr = 250, kQuiet = 48;  // four modules of 21 around it
  const Tenths left = x + kPad;
  const Tenths words_width = kCardWidth - kPad - kQr - 2 * kQuiet;
  sheet.qr(x + kCardWidth - kQr - kQuiet, y + kQuiet, kQr, code);
  Tenths at = sheet.paragraph(left, y + 25, words_width, 40, 2, nl.of(round.title), true);
  at = sheet.paragraph(left, at + 10, words_width, 30, 1, nl.tr("office.card_secret"), true);
  at = sheet.paragraph(left, at + 6, words_width, 26, 3,
                       nl.tr("office.card_when", {{"first", nl.day(round.opens)}, {"last", nl.day(round.closes)}}) +
                           (cards.place.empty() ? "" : " " + cards.place));
  sheet.paragraph(left, at + 6, words_width, 24, 3, en.tr("office.card_english", {{"last", en.day(round.closes)}}));
  sheet.code(left, y + 440, 80, kCardWidth - 2 * kPad, code);
  if (kind == Card::kCode) {
    sheet.paragraph(left, y + 462, kCardWidth - 2 * kPad, 22, 2, nl.tr("office.card_keep"));
    return;
  }
  // In a frame what kind of card it is, and beside it what its holder must know.
  const bool reserve = kind == Card::kReserve;
  const Tenths width = reserve ? 240 : 400, beside = left + width + 20;
  sheet.frame(left, y + 470, width, 46);
  sheet.text(left + 20, y + 504, 32, reserve ? "RESERVE" : nl.tr("office.card_attended"), true);
  sheet.paragraph(beside, y + (reserve ? 462 : 454), x + kCardWidth - kPad - beside, 20, reserve ? 2 : 3,
                  nl.tr(reserve ? "office.card_reserve" : "office.card_attended_words"));
}

std::string sheet_of_cards(const Cards& cards, const std::vector<std::string>& codes, std::size_t first, Card kind,
                           const Lang& nl, const Lang& en) {
  Sheet sheet;
  for (std::size_t i = 0; i < kCardsOnSheet && first + i < codes.size(); ++i) {
    const Tenths x = kLeft + static_cast<Tenths>(i % 2) * kCardWidth;
    const Tenths y = kTop + static_cast<Tenths>(i / 2) * kCardHeight;
    card(sheet, x, y, cards, codes[first + i], kind, nl, en);
  }
  for (Tenths column = 0; column <= 2; ++column) {
    const Tenths x = kLeft + column * kCardWidth;
    sheet.line(x, kTop - 60, x, kHeight - kTop + 60);
  }
  for (Tenths row = 0; row <= 5; ++row) {
    const Tenths y = kTop + row * kCardHeight;
    sheet.line(kLeft - 50, y, kWidth - kLeft + 50, y);
  }
  return sheet.take();
}

std::string sheet_of_witnesses(const Cards& cards, const Lang& lang) {
  const ballotbox::Package& package = cards.package.package;
  constexpr Tenths kX = 200, kW = kWidth - 2 * kX;
  Sheet sheet;
  Tenths y = sheet.paragraph(kX, 200, kW, 70, 2, lang.tr("office.witness_title"), true);
  y = sheet.paragraph(kX, y + 30, kW, 50, 3, lang.of(package.round.title));
  y = sheet.paragraph(kX, y + 60, kW, 44, 4, lang.tr("office.witness_words"));
  const auto count = [&](std::string_view key, std::size_t n) {
    y = sheet.paragraph(kX, y + 30, kW, 50, 2, lang.count(key, static_cast<std::int64_t>(n)), true);
  };
  y += 30;
  count("office.witness_codes", package.codes.size());
  count("office.witness_reserves", package.reserves.size());
  if (!package.attended.empty()) count("office.witness_attended", package.attended.size());
  y = sheet.paragraph(kX, y + 80, kW, 44, 2, lang.tr("office.fingerprint"), true);
  const std::string digits = in_groups(to_hex(cards.package.fingerprint));
  constexpr Tenths kEightGroups = 1060;
  y = sheet.paragraph(kX, y + 10, kEightGroups, 44, 2, digits);
  y = sheet.paragraph(kX, y + 40, kW, 44, 2, lang.tr("office.in_words"), true);
  y = sheet.paragraph(kX, y + 10, kW, 50, 2, ballotbox::spoken(cards.package.fingerprint));
  y = sheet.paragraph(kX, y + 80, kW, 44, 3, lang.tr("office.witness_sign"), true);
  for (int i = 1; i <= 3; ++i) {
    y += 190;
    sheet.line(kX, y, kWidth - kX, y);
    sheet.text(kX, y + 40, 32, lang.tr("office.witness_line"));
  }
  return sheet.take();
}

/// One copy of a secret key, in the half page that begins at `top`.
void key_half(Sheet& sheet, Tenths top, const NewKey& key, int copy, const Lang& lang) {
  constexpr Tenths kX = 200, kQr = 460;
  const std::string rows = ballotbox::paper_text(key.secret.seed, key.secret.kind);
  const std::string who =
      lang.tr(key.open.owner == formats::KeyOwner::kHolder ? "office.paper_holder" : "office.paper_box",
              {{"name", key.open.name}});
  Tenths y = sheet.paragraph(kX, top, kWidth - 2 * kX, 60, 2, who, true);
  y = sheet.paragraph(kX, y + 15, kWidth - 2 * kX, 36, 2, lang.tr("office.paper_copy", {{"n", std::to_string(copy)}}));
  y = sheet.paragraph(kX, y + 15, kWidth - 2 * kX, 36, 4, lang.tr("office.paper_warning"), true);
  std::string one_line = rows;  // blanks for line ends: a QR code packs them tighter
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  sheet.qr(kWidth - kX - kQr, y + 80, kQr, one_line);
  ballotbox::wipe({reinterpret_cast<std::uint8_t*>(one_line.data()), one_line.size()});
  Tenths row = y + 130;
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t end = std::min(rows.find('\n', at), rows.size());
    sheet.code(kX, row, 90, 1050, std::string_view(rows).substr(at, end - at));
    row += 125;
    at = end + 1;
  }
  y = std::max(row, y + 80 + kQr) + 10;
  y = sheet.paragraph(kX, y, kWidth - 2 * kX, 30, 1, lang.tr("office.public_part"));
  sheet.paragraph(kX, y, kWidth - 2 * kX, 30, 2, in_groups(to_hex(key.open.key)));
}

}  // namespace

std::string in_groups(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += 4) {
    out += (i == 0 ? "" : " ") + std::string(digits.substr(i, 4));
  }
  return out;
}

std::size_t card_sheets(const Cards& cards) {
  return sheets_for(cards.codes->texts.size()) + sheets_for(cards.reserves->texts.size()) +
         sheets_for(cards.attended->texts.size()) + 1;
}

std::size_t card_batches(const Cards& cards) { return (card_sheets(cards) + kBatch - 1) / kBatch; }

std::vector<std::string> card_batch(const Cards& cards, std::size_t batch, const Lang& nl, const Lang& en) {
  std::vector<std::string> out;
  const std::size_t of_codes = sheets_for(cards.codes->texts.size());
  const std::size_t of_reserves = sheets_for(cards.reserves->texts.size());
  const std::size_t all = card_sheets(cards);
  for (std::size_t i = batch * kBatch; i < std::min(all, (batch + 1) * kBatch); ++i) {
    if (i + 1 == all) {
      out.push_back(sheet_of_witnesses(cards, nl));
    } else if (i < of_codes) {
      out.push_back(sheet_of_cards(cards, cards.codes->texts, i * kCardsOnSheet, Card::kCode, nl, en));
    } else if (i < of_codes + of_reserves) {
      out.push_back(
          sheet_of_cards(cards, cards.reserves->texts, (i - of_codes) * kCardsOnSheet, Card::kReserve, nl, en));
    } else {
      out.push_back(sheet_of_cards(cards, cards.attended->texts, (i - of_codes - of_reserves) * kCardsOnSheet,
                                   Card::kAttended, nl, en));
    }
  }
  return out;
}

std::string key_sheet(const NewKey& key, const Lang& lang) {
  Sheet sheet;
  key_half(sheet, 130, key, 1, lang);
  sheet.line(100, kHeight / 2, kWidth - 100, kHeight / 2);
  sheet.text(kWidth - 600, kHeight / 2 - 15, 28, lang.tr("office.paper_fold"));
  key_half(sheet, kHeight / 2 + 130, key, 2, lang);
  return sheet.take();
}

}  // namespace stoepkrijt::app::office
