#include "app/evening/reduce.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/evening/keep.hpp"
#include "app/evening/work.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt::app::evening {

namespace {

constexpr std::size_t kMostWords = 1'000;   ///< code points in a field
constexpr std::int64_t kLookMs = 10'000;    ///< is the holder's screen still open?
constexpr std::size_t kMostPaper = 60'000;  ///< where a person types all paper ballots

constexpr std::array<std::string_view, 4> kPurposes{"evening/any", "evening/holder", "evening/log", "evening/receipt"};

void on(Reducer& r, const Pick& c) {
  platform::PickFile pick;
  pick.accept = ".json,application/json";
  pick.purpose = kPurposes[static_cast<std::size_t>(c.what)];
  pick.max_bytes = kMostFileBytes;
  pick.multiple = c.what != For::kReceipt;
  r.effects.emplace_back(std::move(pick));
}

void on(Reducer& r, const Type& c) {
  Evening e = room_of(r.s);
  const std::string words(first_code_points(c.words, c.field.starts_with("hand/") ? kMostPaper : kMostWords));
  if (c.field == "holder/paper") {
    e.holder.paper = words;
    e.holder.error.reset();
    return put_back(r, std::move(e));
  }
  if (c.field == "receipt") {
    e.receipt.typed = words;
    e.receipt.place.reset();
    e.receipt.error.reset();
    return put_back(r, std::move(e));
  }
  if (e.text(c.field) == words) return;
  Shelf shelf;
  if (c.field == "lot") {
    if (e.urn != nullptr && !e.has_boxes()) return;  // sealed with it
    const std::size_t needed = e.lot_needed;
    forget_urn(e, shelf);
    e.lot_needed = needed;
  } else if (c.field == "ties") {
    e.counted = nullptr;
    e.count = nullptr;
  } else if (c.field.starts_with("hand/")) {
    e.hand = {};
  }
  if (words.empty()) {
    e.texts.erase(c.field);
  } else {
    e.texts[c.field] = words;
  }
  keep_back(r, std::move(e), {}, shelf.erased);
}

void on(Reducer& r, const ForgetRefused&) {
  Evening e = room_of(r.s);
  e.refused.clear();
  put_back(r, std::move(e));
}

void on(Reducer& r, const Reset& c) {
  Evening e = room_of(r.s);
  if (!c.sure) {
    (c.hand ? e.asks_reset_hand : e.asks_reset) = true;
    return put_back(r, std::move(e));
  }
  if (c.hand) {
    std::erase_if(e.texts, [](const auto& one) { return one.first.starts_with("hand/"); });
    e.hand = {};
    e.asks_reset_hand = false;
    return keep_back(r, std::move(e));
  }
  Evening fresh;
  fresh.hand = e.hand;
  for (const auto& [field, words] : e.texts) {
    if (field.starts_with("hand/")) fresh.texts[field] = words;
  }
  keep_back(r, std::move(fresh), {}, {platform::keys_with("b/evening/")});
  r.toast("toast.evening_wiped", false, true);
}

void on(Reducer& r, const KeepOn&) {
  Evening e = room_of(r.s);
  e.asks_reset = e.asks_reset_hand = false;
  put_back(r, std::move(e));
}

}  // namespace

void keep_back(Reducer& r, Evening e, std::vector<platform::Kept> puts, const std::vector<platform::KeyRange>& erased) {
  puts.push_back({std::string(kStateKey), write_small(e)});
  put_back(r, std::move(e));
  r.keep(std::move(puts), erased);
}

void on(Reducer& r, const Ask& c) {
  c.what.visit([&r](const auto& what) { on(r, what); });
}

void loaded(Reducer& r, const std::vector<platform::Kept>& found) {
  if (found.empty()) return;
  Evening e;
  KeptSmall small;
  bool counted = false;
  for (const platform::Kept& one : found) {
    if (one.key != kStateKey) continue;
    if (auto read = read_small(one.bytes)) {
      small = std::move(*read);
      counted = small.counted;
      e.texts = std::move(small.texts);
      e.boxes = std::move(small.gone);
    }
  }
  Shelf nothing;
  // The package first: all others are judged by it. Then by the kinds' names, with shares after the urn: they sort so.
  for (const bool package : {true, false}) {
    for (const platform::Kept& one : found) {
      if (!one.key.starts_with("b/evening/file/") || one.key.starts_with("b/evening/file/package/") != package)
        continue;
      const std::size_t end = one.bytes.find('\n');
      if (end == std::string::npos) continue;
      // The shares sort before the urn that they are of.
      if (one.key.starts_with("b/evening/file/shares/")) continue;
      // A kept urn stands beside its boxes here: they are those that it was made of.
      std::vector<Evening::BoxIn> boxes;
      const bool urn = one.key.starts_with("b/evening/file/urn/");
      if (urn) boxes = std::exchange(e.boxes, {});
      take_file(e, one.bytes.substr(0, end), one.bytes.substr(end + 1), nothing);
      if (urn) e.boxes = std::move(boxes);
    }
  }
  if (e.urn != nullptr && small.report) {
    e.lot_needed = small.report->conflicts;
    e.report = std::move(small.report);
  }
  for (const platform::Kept& one : found) {
    const std::size_t end = one.bytes.find('\n');
    if (!one.key.starts_with("b/evening/file/shares/") || end == std::string::npos) continue;
    take_file(e, one.bytes.substr(0, end), one.bytes.substr(end + 1), nothing);
  }
  if (counted && e.shares.size() == 2) static_cast<void>(count_all(e));
  put_back(r, std::move(e));
}

void take(Reducer& r, const platform::FilePicked& a) {
  if (a.purpose == "evening/holder") return take_for_holder(r, a);
  if (a.purpose == "evening/log") return take_for_log(r, a);
  if (a.purpose == "evening/receipt") return take_receipts(r, a);
  Evening e = room_of(r.s);
  Shelf shelf;
  std::string name = a.name;
  std::replace(name.begin(), name.end(), '\n', ' ');
  take_file(e, name, a.bytes, shelf);
  const auto refused =
      std::find_if(e.refused.begin(), e.refused.end(), [&](const auto& one) { return one.name == name; });
  if (refused != e.refused.end()) {
    r.announce(r.lang().tr("evening.refused_file", {{"file", name}, {"why", r.lang().error(refused->why)}}), true);
  } else {
    r.announce(r.lang().tr("evening.taken", {{"file", name}}));
  }
  keep_back(r, std::move(e), std::move(shelf.puts), shelf.erased);
}

void take(Reducer& r, const platform::CodeSeen& a) { take_key_code(r, a.text); }

void tick(Reducer& r) {
  // What was typed of a secret does not outlive its screen.
  if (r.s.evening == nullptr || r.s.evening->holder.paper.empty() || r.s.route.screen == Screen::kHolder) return;
  Evening e = *r.s.evening;
  e.holder.paper.clear();
  put_back(r, std::move(e));
}
std::int64_t next_ms(const State& s) {
  return s.evening == nullptr || s.evening->holder.paper.empty() ? 0 : s.device.now_ms + kLookMs;
}

}  // namespace stoepkrijt::app::evening
