// Keys of holders and boxes, and what is filled in on the way to a package.
#include "app/office/reduce.hpp"

#include <algorithm>

#include "app/office/parts.hpp"
#include "app/office/sheets.hpp"

namespace stoepkrijt::app::office {

namespace {

using formats::KeyOwner;
using formats::PublicKey;

constexpr std::uint64_t kMostKeyBytes = 10'000;

// ---- a pair for somebody -------------------------------------------------------------------------------------------

void on(Reducer& r, const MakeKey& c) {
  if (Result<void> good = formats::check_key_name(c.owner, c.name); !good) {
    return r.problem(good.error(), "problem.safe_form");
  }
  const auto seed = fresh_secret(r, "key");
  if (!seed) return;
  auto key = std::make_shared<NewKey>();
  key->secret.kind = c.owner == KeyOwner::kHolder ? ballotbox::SecretKind::kHolder : ballotbox::SecretKind::kBox;
  key->secret.seed = *seed;
  key->open = {c.owner, c.name, formats::public_key_of(key->secret)};
  change(r, [&](Office& o) {
    o.key = std::move(key);
    o.key_leaving = false;
  });
  r.announce(r.lang().tr("office.key_made", {{"name", c.name}}));
}

void on(Reducer& r, const GiveOpenKey& /*c*/) {
  const auto& key = office_of(r.s).key;
  if (key == nullptr) return;
  r.effects.emplace_back(platform::OfferFile{"stoepkrijt-openbaar-" + slug(key->open.name) + ".txt", "text/plain",
                                             formats::public_key_code(key->open) + "\n"});
}

void has_copy(Reducer& r) {
  auto copied = std::make_shared<NewKey>(*office_of(r.s).key);
  copied->printed = true;
  change(r, [&](Office& o) {
    o.key = std::move(copied);
    o.key_leaving = false;
  });
}

void on(Reducer& r, const GiveSecretKey& /*c*/) {
  const auto key = office_of(r.s).key;
  if (key == nullptr) return;
  r.effects.emplace_back(platform::OfferFile{"stoepkrijt-geheim-" + slug(key->open.name) + ".json", "application/json",
                                             formats::write_key(key->secret)});
  has_copy(r);
}

void on(Reducer& r, const PrintKey& /*c*/) {
  const auto key = office_of(r.s).key;
  if (key == nullptr) return;
  r.effects.emplace_back(platform::PrintSheets{{key_sheet(*key, r.lang())}});
  has_copy(r);
}

void on(Reducer& r, const ForgetKey& /*c*/) {
  const Office& now = office_of(r.s);
  if (now.key == nullptr) return;
  const bool sure = now.key->printed || now.key_leaving;
  change(r, [&](Office& o) {
    if (sure) o.key = nullptr;
    o.key_leaving = !sure;
  });
  if (sure) r.toast("toast.office_key_wiped");
}

void on(Reducer& r, const StayAtKey& /*c*/) {
  change(r, [](Office& o) { o.key_leaving = false; });
}

// ---- what is filled in ---------------------------------------------------------------------------------------------

void keep_draft(Reducer& r) { r.keep({{std::string(kDraftKey), write_draft(office_of(r.s).draft)}}); }

void on(Reducer& r, const ChangeDraft& c) {
  if (office_of(r.s).making != nullptr) return;
  Draft next = c.draft;
  // Keys come and go by commands of their own: one that came while somebody typed is not undone.
  next.holders = office_of(r.s).draft.holders;
  next.boxes = office_of(r.s).draft.boxes;
  if (next == office_of(r.s).draft) return;
  change(r, [&](Office& o) { o.draft = std::move(next); });
  keep_draft(r);
}

bool is_box(KeyPlace where) { return where.holder >= ballotbox::kHolders; }

/// Errors: kNotAllowed "error.office_key_holder", "error.office_key_box" (a key for something else),
/// "error.office_key_twice".
Result<void> fits(const Draft& draft, KeyPlace where, const PublicKey& key) {
  if (!is_box(where) && key.owner != KeyOwner::kHolder) return fail(ErrorCode::kNotAllowed, "error.office_key_holder");
  if (is_box(where) && key.owner == KeyOwner::kHolder) return fail(ErrorCode::kNotAllowed, "error.office_key_box");
  for (std::size_t i = 0; i < draft.holders.size(); ++i) {
    if (draft.holders[i] && i != where.holder && draft.holders[i]->key == key.key) {
      return fail(ErrorCode::kNotAllowed, "error.office_key_twice");
    }
  }
  const bool twice = std::any_of(draft.boxes.begin(), draft.boxes.end(), [&](const PublicKey& box) {
    return box.key == key.key && (!is_box(where) || box.name != key.name);
  });
  if (twice) return fail(ErrorCode::kNotAllowed, "error.office_key_twice");
  if (!is_box(where) && !ballotbox::is_holder_key(key.key)) {
    return fail(ErrorCode::kNotAllowed, "error.office_key_holder");
  }
  return {};
}

Result<void> put_key(Reducer& r, KeyPlace where, PublicKey key) {
  SK_TRY_VOID(fits(office_of(r.s).draft, where, key));
  const std::string name = key.name;
  change(r, [&](Office& o) {
    o.asking.reset();
    if (!is_box(where)) {
      o.draft.holders[where.holder] = std::move(key);
      return;
    }
    // A box that gives another key has made a new one.
    std::erase_if(o.draft.boxes, [&](const PublicKey& box) { return box.name == key.name; });
    const auto at = std::lower_bound(o.draft.boxes.begin(), o.draft.boxes.end(), key,
                                     [](const PublicKey& a, const PublicKey& b) { return a.name < b.name; });
    o.draft.boxes.insert(at, std::move(key));
  });
  keep_draft(r);
  r.announce(r.lang().tr("office.key_taken", {{"name", name}}));
  return {};
}

void on(Reducer& r, const KeyFromFile& c) {
  change(r, [&](Office& o) { o.asking = c.where; });
  r.effects.emplace_back(platform::PickFile{".txt,text/plain", "office/key", kMostKeyBytes, false});
}

void on(Reducer& r, const KeyFromCamera& c) {
  change(r, [&](Office& o) { o.asking = c.where; });
  r.scan_for("office", r.lang().tr("office.aim"));
}

void on(Reducer& r, const KeyTyped& c) {
  const auto refuse = [&r](const Error& error) { r.problem(error, "problem.safe_form"); };
  if (c.text.starts_with("SKP")) {
    auto key = formats::read_public_key_code(c.text);
    if (!key) return refuse(key.error());
    if (Result<void> put = put_key(r, c.where, std::move(key).value()); !put) refuse(put.error());
    return;
  }
  std::string digits;
  for (const char ch : c.text) {
    if (ch == ' ' || ch == '\n' || ch == '-') continue;
    digits += ch >= 'A' && ch <= 'F' ? static_cast<char>(ch - 'A' + 'a') : ch;
  }
  PublicKey key{is_box(c.where) ? c.owner : KeyOwner::kHolder, c.name, {}};
  if (!ballotbox::from_hex(digits, key.key)) return refuse(Error(ErrorCode::kDamaged, "error.office_key_digits"));
  if (Result<void> good = formats::check_key_name(key.owner, key.name); !good) return refuse(good.error());
  if (Result<void> put = put_key(r, c.where, std::move(key)); !put) refuse(put.error());
}

void on(Reducer& r, const DropKey& c) {
  change(r, [&](Office& o) {
    if (!is_box(c.where)) {
      o.draft.holders[c.where.holder].reset();
    } else {
      std::erase_if(o.draft.boxes, [&](const PublicKey& box) { return box.name == c.box; });
    }
  });
  keep_draft(r);
}

void on(Reducer& r, const Make& /*c*/) { make(r); }

}  // namespace

std::string folder_key(const ballotbox::ElectionId& election) { return "b/office/p/" + make_id(election) + "/"; }
std::string package_key(const ballotbox::ElectionId& election) { return folder_key(election) + "package"; }
std::string organiser_key(const ballotbox::ElectionId& election) { return folder_key(election) + "organiser"; }

std::string slug(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "naamloos" : out;
}

void on(Reducer& r, const Ask& c) {
  c.what.visit([&r](const auto& what) { on(r, what); });
}

void loaded(Reducer& r, const std::vector<platform::Kept>& found) {
  for (const platform::Kept& one : found) {
    if (one.key != kDraftKey) continue;
    // What cannot be read is not worth a fault at every start: it stays where it is until something is filled in.
    if (auto draft = read_draft(one.bytes)) change(r, [&](Office& o) { o.draft = std::move(draft).value(); });
  }
  loaded_own(r, found);
}

void take(Reducer& r, const platform::FilePicked& a) {
  const std::optional<KeyPlace> where = office_of(r.s).asking;
  if (a.purpose != "office/key" || !where) return;
  auto put = [&]() -> Result<void> {
    SK_TRY(key, formats::read_public_key_code(a.bytes));
    return put_key(r, *where, std::move(key));
  }();
  if (put) return;
  Error error = put.error();
  error.where.file = a.name;
  r.problem(std::move(error), "problem.safe_form");
}

void take(Reducer& r, const platform::CodeSeen& a) {
  const std::optional<KeyPlace> where = office_of(r.s).asking;
  if (!where) return;
  auto put = [&]() -> Result<void> {
    SK_TRY(key, formats::read_public_key_code(a.text));
    return put_key(r, *where, std::move(key));
  }();
  // The camera stays on, with the fault in its own window: the next code may be the right one.
  if (!put) return r.scan_for("office", r.lang().error(put.error()));
  r.effects.emplace_back(platform::StopScanning{});
}

void kept(Reducer& r) {
  const std::vector<Own>& own = office_of(r.s).own;
  const auto asked = [](const Own& one) { return one.safe == Own::Safe::kAsked; };
  if (std::none_of(own.begin(), own.end(), asked)) return;
  change(r, [&](Office& o) {
    for (Own& one : o.own) {
      if (asked(one)) one.safe = Own::Safe::kKept;
    }
  });
}

void tick(Reducer& r) { step(r); }

std::int64_t next_ms(const State& s) {
  const auto& making = office_of(s).making;
  return making == nullptr ? 0 : making->next_ms;
}

}  // namespace stoepkrijt::app::office
