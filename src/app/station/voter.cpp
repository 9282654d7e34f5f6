// The voter: a code becomes a key, a ballot becomes a sealed vote.
#include <algorithm>
#include <utility>

#include "app/choice.hpp"
#include "app/fresh_secret.hpp"
#include "app/station/keep.hpp"
#include "app/station/reduce.hpp"
#include "ballotbox/ballot_bytes.hpp"
#include "ballotbox/code.hpp"
#include "ballotbox/seal.hpp"
#include "formats/ballotbox/box_json.hpp"

namespace stoepkrijt::app::station {

namespace {

/// "Even geduld" is on the screen before the work holds it.
constexpr std::int64_t kShownMs = 120;
constexpr std::size_t kMostTyped = 64;  // dashes, blanks, and what somebody pastes beside

std::string letters_of(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c == '-' || c == ' ') continue;
    out.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return out;
}

bool gives_out(const ballotbox::SpoiltList& list, const ballotbox::Tag& reserve) {
  return std::any_of(list.replaced.begin(), list.replaced.end(),
                     [&](const ballotbox::Replacement& one) { return one.reserve == reserve; });
}
bool takes_back(const ballotbox::SpoiltList& list, const ballotbox::Tag& spoilt) {
  return std::any_of(list.replaced.begin(), list.replaced.end(),
                     [&](const ballotbox::Replacement& one) { return one.spoilt == spoilt; });
}

/// May this card vote here? At home nothing is known of other devices: merging sees what was used twice.
Result<void> may_vote_with(const Station& s, const ballotbox::Tag& tag) {
  const ballotbox::Package& package = s.package->package;
  const bool attended = ballotbox::has_tag(package.attended, tag);
  // Only where a host is, and only into a box from which it counts.
  if (attended && s.facts.use == Use::kHome) return fail(ErrorCode::kNotAllowed, "error.station_attended_home");
  if (attended && channel_of(s) == ballotbox::Channel::kPhone) {
    return fail(ErrorCode::kNotAllowed, "error.station_attended_box");
  }
  if (takes_back(s.spoilt, tag)) return fail(ErrorCode::kNotAllowed, "error.station_card_replaced");
  if (!attended && !ballotbox::has_tag(package.codes, tag)) {
    if (!ballotbox::has_tag(package.reserves, tag)) return fail(ErrorCode::kUnknownId, "error.code_not_in_package");
    if (s.facts.use == Use::kKiosk && !gives_out(s.spoilt, tag)) {
      return fail(ErrorCode::kNotAllowed, "error.station_reserve_not_given");
    }
  }
  if (std::binary_search(s.used.begin(), s.used.end(), tag)) {
    return fail(ErrorCode::kNotAllowed, "error.station_card_used");
  }
  return {};
}

void refuse_code(Reducer& r, Error error) {
  r.announce(r.lang().error(error), true);
  change(r, [&](Station& s) {
    s.stage = Stage::kCode;
    s.voter = nullptr;
    s.code_error = std::move(error);
    if (s.facts.use == Use::kKiosk) count_in_hour(s, r.s.device.now_ms, true);
  });
  if (r.s.station->facts.use == Use::kKiosk) keep_facts(r);
  r.go(Route{Screen::kStation, ""}, false);
}

bool takes_codes(const State& state) {
  const Station& s = *state.station;
  return state.writer && s.stage == Stage::kCode && (s.facts.use == Use::kHome || s.facts.open);
}

/// The voter has a key, and may: to the plans.
void begin_voting(Reducer& r) {
  change(r, [&](Station& next) {
    next.stage = Stage::kVoting;
    next.code_error.reset();
    next.touched_ms = r.s.device.now_ms;
  });
  r.s.ballot = BallotDraft{r.s.station->round->id, {}};
  r.s.ballot_undo.clear();
  r.s.back.clear();
  r.go(Route{Screen::kVoteRead, ""}, false);
  r.wake();
}

/// The same bytes under the same key, however often it is asked.
void keep_vote(Reducer& r) {
  if (keep_facts(r, {{r.s.station->vote_key, r.s.station->vote}})) return;
  change(r, [](Station& s) { s.stage = Stage::kNotKept; });
  r.s.back.clear();
  r.go(Route{Screen::kVoteDone, ""}, false);
}

void type(Reducer& r, std::string text) {
  change(r, [&](Station& s) {
    s.code = std::move(text);
    s.code_error.reset();
  });
}

}  // namespace

void on(Reducer& r, const TypeCode& c) {
  if (takes_codes(r.s)) type(r, c.text.substr(0, kMostTyped));
}

void on(Reducer& r, const Key& c) {
  if (!takes_codes(r.s)) return;
  std::string code = letters_of(r.s.station->code);
  if (c.letter == 0) {
    if (!code.empty()) code.pop_back();
  } else if (code.size() < kCodeLetters) {
    code.push_back(c.letter);
  }
  type(r, std::move(code));
}

void on(Reducer& r, const CheckCode& /*c*/) {
  if (!takes_codes(r.s)) return;
  const Station& s = *r.s.station;
  auto code = ballotbox::read_code(s.code, s.package->package.election);
  // A letter that is mistyped is no refused card: nothing is counted.
  if (!code) {
    r.announce(r.lang().error(code.error()), true);
    change(r, [&](Station& next) { next.code_error = std::move(code).error(); });
    return;
  }
  change(r, [&r](Station& next) {
    next.stage = Stage::kChecking;
    next.until_ms = r.s.device.now_ms + kShownMs;
  });
  r.announce(r.lang().tr("station.checking"));
}

void check_now(Reducer& r) {
  const Station& s = *r.s.station;
  const ballotbox::Package& package = s.package->package;
  auto code = ballotbox::read_code(s.code, package.election);
  if (!code) return refuse_code(r, std::move(code).error());
  auto pair = ballotbox::pair_of(*code, package.election, package.cost);
  if (!pair) return refuse_code(r, std::move(pair).error());
  const ballotbox::Tag tag = ballotbox::tag_of(pair->public_key);
  if (auto may = may_vote_with(s, tag); !may) return refuse_code(r, std::move(may).error());
  const bool attended = ballotbox::has_tag(package.attended, tag);
  change(r, [&](Station& next) {
    next.voter = std::make_shared<const ballotbox::SigningPair>(std::move(pair).value());
    next.code.clear();  // the key is enough
  });
  if (!attended) return begin_voting(r);
  change(r, [&](Station& next) {
    next.stage = Stage::kConsent;
    next.code_error.reset();
    next.touched_ms = r.s.device.now_ms;
  });
  r.announce(r.lang().tr("station.consent_title"));
  r.wake();
}

void on(Reducer& r, const GiveConsent& c) {
  if (r.s.station->stage != Stage::kConsent) return;
  const std::optional<bool> right = try_pin(r, c.pin);
  if (!right) return;
  if (*right) return begin_voting(r);
  Error error(ErrorCode::kNotAllowed, "error.station_pin_wrong");
  r.announce(r.lang().error(error), true);
  change(r, [&](Station& s) { s.code_error = std::move(error); });
}

void on(Reducer& r, const ScanCard& /*c*/) {
  if (takes_codes(r.s)) r.scan_for("station", r.lang().tr("station.scan_words"));
}

void scanned_card(Reducer& r, const std::string& text) {
  if (!takes_codes(r.s)) return;
  auto code = ballotbox::read_code(text, r.s.station->package->package.election);
  if (!code) {
    r.scan_for("station", r.lang().tr("station.scan_other"));
    return;
  }
  r.effects.emplace_back(platform::StopScanning{});
  r.s.scan_room.clear();
  type(r, ballotbox::text_of(*code));
  on(r, CheckCode{});
  r.wake();
}

void cast(Reducer& r) {
  const Station& s = *r.s.station;
  const model::Ballot ballot = make_ballot(r.s.ballot, s.round->form);
  if (auto ok = model::validate(ballot, *s.round); !ok) return r.problem(std::move(ok).error());
  const ballotbox::Package& package = s.package->package;
  // Bytes go by the plans of the package: a plan that was withdrawn keeps its place, and is not chosen.
  const ballotbox::Bytes bytes = ballotbox::to_bytes(ballot, package.round);
  const auto seed = fresh_secret(r, "seal"), place = fresh_secret(r, "place");
  if (!seed || !place) return;  // the ballot is still there
  ballotbox::Record record =
      ballotbox::cast(package.election, ballotbox::seal(package.election, bytes, package.holders, *seed), *s.voter);
  const std::string vote = formats::vote_code({package.election, record});
  // Nothing of the choice stays in the state.
  r.s.ballot = BallotDraft{};
  r.s.ballot_undo.clear();
  const bool kiosk = s.facts.use == Use::kKiosk;
  change(r, [&](Station& next) {
    next.stage = Stage::kKeeping;
    next.vote = vote;
    next.vote_key = kiosk ? vote_key(*place) : key_of("mine");
    next.receipt = ballotbox::receipt_of(record.sealed);
    if (!kiosk) {
      next.mine = vote;
      return;
    }
    add_record(next, std::move(record));
    count_in_hour(next, r.s.device.now_ms, false);
  });
  keep_vote(r);
}

void on(Reducer& r, const KeepAgain& /*c*/) {
  if (r.s.station->stage != Stage::kNotKept) return;
  change(r, [](Station& s) { s.stage = Stage::kKeeping; });
  keep_vote(r);
}

void on(Reducer& r, const MoreTime& /*c*/) {
  change(r, [&r](Station& s) {
    if (s.stage == Stage::kDone) s.until_ms = std::max(s.until_ms, r.s.device.now_ms) + kDoneMs;
  });
}

void on(Reducer& r, const Done& /*c*/) {
  if (r.s.station->facts.use == Use::kKiosk) return wipe_screen(r);
  if (r.s.station->stage == Stage::kVoting) {
    // At home the choice is only in memory: a fresh page is the surest way to forget it.
    return wipe_screen(r);
  }
  r.go(Route{Screen::kStart, ""});
}

void on(Reducer& r, const OfferVote& /*c*/) {
  const Station& s = *r.s.station;
  const std::string& vote = s.vote.empty() ? s.mine : s.vote;
  if (vote.empty()) return;
  r.effects.emplace_back(platform::OfferFile{"stoepkrijt-stem.txt", "text/plain", vote + "\n"});
}

void on(Reducer& /*r*/, const Touched& /*c*/) {}

}  // namespace stoepkrijt::app::station
