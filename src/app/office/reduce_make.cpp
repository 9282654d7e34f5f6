// From what is filled in to a signed package: the codes one by one, the cards, and what is signed later.
#include <algorithm>

#include "app/evening/counting.hpp"
#include "app/office/parts.hpp"
#include "app/office/sheets.hpp"

namespace stoepkrijt::app::office {

namespace {

using ballotbox::Tag;

/// Block n of a stream out of one seed; another label, another stream.
Hash256 block(const ballotbox::Secret<32>& seed, std::string_view label, std::uint64_t n) {
  return ballotbox::blake2b(seed.bytes(), ballotbox::Message(label).add_number(n, 8).view());
}

/// One more code, with its tag in its place; a tag that is there already is drawn again.
Result<void> draw(Making& m) {
  for (;;) {
    const Hash256 random = block(m.seed, "stoepkrijt office code 1", m.drawn++);
    std::array<std::uint8_t, 9> bits{};
    std::copy_n(random.begin(), bits.size(), bits.begin());
    const ballotbox::Code code = ballotbox::make_code(bits, m.package.election);
    SK_TRY(pair, ballotbox::pair_of(code, m.package.election, m.package.cost));
    const Tag tag = ballotbox::tag_of(pair.public_key);
    if (ballotbox::is_card(m.package, tag)) continue;
    const auto put = [&](std::vector<Tag>& tags, SecretTexts& texts) {
      tags.insert(std::lower_bound(tags.begin(), tags.end(), tag), tag);
      texts.texts.push_back(ballotbox::text_of(code));
    };
    if (m.codes.texts.size() < m.want_codes) {
      put(m.package.codes, m.codes);
    } else if (m.reserves.texts.size() < m.want_reserves) {
      put(m.package.reserves, m.reserves);
    } else {
      put(m.package.attended, m.attended);
    }
    return {};
  }
}

/// Fisher and Yates, by the same seed: the order of print says nothing of the order in which codes were drawn.
std::shared_ptr<const SecretTexts> shuffled(const SecretTexts& codes, const ballotbox::Secret<32>& seed,
                                            std::string_view label) {
  auto out = std::make_shared<SecretTexts>(codes);
  for (std::size_t i = out->texts.size(); i > 1; --i) {
    const Hash256 random = block(seed, label, i);
    std::uint64_t number = 0;
    for (std::size_t byte = 0; byte < 8; ++byte) number = (number << 8U) | random[byte];
    std::swap(out->texts[i - 1], out->texts[number % i]);  // 64 bits over 20,000: the bias is below 10^-15
  }
  return out;
}

void finish(Reducer& r, const Making& m) {
  if (Result<void> valid = ballotbox::validate(m.package); !valid) {
    change(r, [](Office& o) { o.making = nullptr; });
    return r.problem(valid.error(), "problem.safe_form");
  }
  auto cards = std::make_shared<Cards>();
  cards->package = formats::sign_package(m.package, ballotbox::signing_pair(m.organiser));
  cards->codes = shuffled(m.codes, m.seed, "stoepkrijt office order 1");
  cards->reserves = shuffled(m.reserves, m.seed, "stoepkrijt office reserves 1");
  cards->attended = shuffled(m.attended, m.seed, "stoepkrijt office attended 1");
  cards->place = m.place;
  cards->printed.assign(card_batches(*cards), false);
  cards->own = office_of(r.s).own.size();
  Own own{cards->package, {ballotbox::SecretKind::kOrganiser, m.organiser}};
  const ballotbox::ElectionId& election = m.package.election;
  const bool kept = r.keep({{package_key(election), formats::write_package(own.package)},
                            {organiser_key(election), formats::write_key(own.organiser)}},
                           {platform::keys_with(kDraftKey)});
  own.safe = kept ? Own::Safe::kAsked : Own::Safe::kNo;
  change(r, [&](Office& o) {
    o.making = nullptr;
    o.own.push_back(std::move(own));
    o.cards = std::move(cards);
    o.cards_leaving = false;
    o.draft = {};
  });
  if (!kept) r.problem(Error(ErrorCode::kStorageMissing, "error.office_not_kept"), "problem.safe_in_memory");
  r.announce(r.lang().tr("office.made"));
}

/// Would the evening be able to count it? Better told now than when all cards are printed and all boxes closed.
Result<void> can_be_counted(const model::Round& round) {
  model::Round probe = round;
  if (evening::needs_ties_lot(probe)) probe.rule.seed = "1";
  model::Urn blank;
  blank.round_id = probe.id;
  blank.add(model::Ballot{}, 1);
  SK_TRY_VOID(evening::winners_of(probe, blank));
  return {};
}

const Own* own_at(const State& s, std::size_t i) {
  const std::vector<Own>& own = office_of(s).own;
  return i < own.size() ? &own[i] : nullptr;
}

std::string name_of(const Own& own) {
  return slug(own.package.package.round.title.nl) + "-" + to_hex(own.package.fingerprint).substr(0, 8);
}

}  // namespace

void make(Reducer& r) {
  const Office& now = office_of(r.s);
  if (now.making != nullptr || now.cards != nullptr) return;
  Result<ballotbox::Package> package = package_of(now.draft, round_of(r.s, now.draft));
  if (!package) return r.problem(package.error(), "problem.safe_form");
  if (auto counts = can_be_counted(package->round); !counts) return r.problem(counts.error(), "problem.safe_form");
  const auto organiser = fresh_secret(r, "organiser");
  const auto seed = fresh_secret(r, "codes");
  if (!organiser || !seed) return;
  auto m = std::make_shared<Making>();
  m->package = std::move(package).value();
  m->seed = *seed;
  m->organiser = *organiser;
  m->package.organiser = ballotbox::signing_pair(*organiser).public_key;
  const Hash256 election = block(*seed, "stoepkrijt office election 1", 0);
  std::copy_n(election.begin(), m->package.election.size(), m->package.election.begin());
  // package_of() has looked at them.
  const Numbers numbers = numbers_of(now.draft).value_or(Numbers{1, 0, 0});
  m->want_codes = numbers.codes;
  m->want_reserves = numbers.reserves;
  m->want_attended = numbers.attended;
  m->place = now.draft.place;
  m->began_ms = r.s.device.now_ms;
  m->next_ms = r.s.device.now_ms + 1;
  change(r, [&](Office& o) { o.making = std::move(m); });
  r.announce(r.lang().tr("office.making"));
  r.wake();
}

void step(Reducer& r) {
  const auto& now = office_of(r.s).making;
  if (now == nullptr || r.s.device.now_ms < now->next_ms) return;
  auto next = std::make_shared<Making>(*now);
  if (Result<void> drawn = draw(*next); !drawn) {
    change(r, [](Office& o) { o.making = nullptr; });
    return r.problem(drawn.error(), "problem.safe_form");
  }
  if (next->done() == next->all()) return finish(r, *next);
  // One at a time, so that the page can say how far it is and somebody can stop it.
  next->next_ms = r.s.device.now_ms + 1;
  change(r, [&](Office& o) { o.making = std::move(next); });
  r.wake();
}

void on(Reducer& r, const StopMaking& /*c*/) {
  change(r, [](Office& o) { o.making = nullptr; });
}

void on(Reducer& r, const GivePackage& c) {
  const Own* own = own_at(r.s, c.own);
  if (own == nullptr) return;
  r.effects.emplace_back(platform::OfferFile{"stoepkrijt-stemming-" + name_of(*own) + ".json", "application/json",
                                             formats::write_package(own->package)});
  change(r, [&](Office& o) { o.own[c.own].package_given = true; });
}

void on(Reducer& r, const ShowPackage& c) {
  const Own* own = own_at(r.s, c.own);
  if (own == nullptr) return;
  r.show_package(formats::write_package(own->package), to_hex(own->package.fingerprint));
}

void on(Reducer& r, const GiveOrganiser& c) {
  const Own* own = own_at(r.s, c.own);
  if (own == nullptr) return;
  r.effects.emplace_back(platform::OfferFile{"stoepkrijt-geheim-organisator-" + name_of(*own) + ".json",
                                             "application/json", formats::write_key(own->organiser)});
  change(r, [&](Office& o) { o.own[c.own].organiser_given = true; });
}

void on(Reducer& r, const ForgetOwn& c) {
  const Own* own = own_at(r.s, c.own);
  // With its cards still in memory it is not done yet.
  if (own == nullptr || office_of(r.s).cards != nullptr) return;
  if (office_of(r.s).forgetting != c.own) return change(r, [&](Office& o) { o.forgetting = c.own; });
  r.keep({}, {platform::keys_with(folder_key(own->package.package.election))});
  change(r, [&](Office& o) {
    o.own.erase(o.own.begin() + static_cast<std::ptrdiff_t>(c.own));
    o.forgetting.reset();
    o.withdrawal.reset();
  });
  r.toast("toast.office_wiped", false, true);
}

void on(Reducer& r, const StayAtOwn& /*c*/) {
  change(r, [](Office& o) { o.forgetting.reset(); });
}

void on(Reducer& r, const PrintCards& c) {
  const auto now = office_of(r.s).cards;
  if (now == nullptr || c.batch >= now->printed.size()) return;
  r.effects.emplace_back(
      platform::PrintSheets{card_batch(*now, c.batch, r.fixed().lang(LangCode::kNl), r.fixed().lang(LangCode::kEn))});
  auto next = std::make_shared<Cards>(*now);
  next->printed[c.batch] = true;
  change(r, [&](Office& o) {
    o.cards = std::move(next);
    o.cards_leaving = false;
  });
}

void on(Reducer& r, const ForgetCards& /*c*/) {
  const Office& now = office_of(r.s);
  if (now.cards == nullptr) return;
  // Also when all was given to the printer: it may still jam.
  const bool sure = now.cards_leaving;
  change(r, [&](Office& o) {
    if (sure) o.cards = nullptr;
    o.cards_leaving = !sure;
  });
  if (sure) r.toast("toast.office_codes_wiped");
}

void on(Reducer& r, const StayAtCards& /*c*/) {
  change(r, [](Office& o) { o.cards_leaving = false; });
}

void on(Reducer& r, const Withdraw& c) {
  if (own_at(r.s, c.own) == nullptr) return;
  change(r, [&](Office& o) { o.withdrawal = Withdrawal{c.own, {}, {}}; });
}

void on(Reducer& r, const ChangeWithdrawal& c) {
  if (!office_of(r.s).withdrawal || own_at(r.s, c.withdrawal.package) == nullptr) return;
  change(r, [&](Office& o) { o.withdrawal = c.withdrawal; });
}

void on(Reducer& r, const StopWithdrawal& /*c*/) {
  change(r, [](Office& o) { o.withdrawal.reset(); });
}

void on(Reducer& r, const GiveWithdrawal& /*c*/) {
  const std::optional<Withdrawal> asked = office_of(r.s).withdrawal;
  const Own* own = asked ? own_at(r.s, asked->package) : nullptr;
  if (own == nullptr) return;
  const auto refuse = [&r](std::string_view key) { r.problem(Error(ErrorCode::kEmpty, key), "problem.safe_form"); };
  if (asked->plans.empty()) return refuse("error.office_withdraw_none");
  if (asked->reason.empty()) return refuse("error.office_withdraw_reason");
  ballotbox::Amendment amendment{own->package.package.election, own->package.fingerprint, asked->plans, asked->reason};
  std::sort(amendment.withdrawn.begin(), amendment.withdrawn.end());
  if (auto round = ballotbox::amended(own->package.package.round, {amendment}); !round) {
    return r.problem(round.error(), "problem.safe_form");
  }
  const std::string text = formats::write_amendment(amendment, ballotbox::signing_pair(own->organiser.seed));
  // Read back: what another device would refuse is not given out.
  if (auto read = formats::read_amendment(text, own->package); !read) {
    return r.problem(read.error(), "problem.safe_form");
  }
  r.effects.emplace_back(
      platform::OfferFile{"stoepkrijt-wijziging-" + name_of(*own) + ".json", "application/json", text});
  change(r, [](Office& o) { o.withdrawal.reset(); });
  r.toast("toast.office_withdrawn");
}

void loaded_own(Reducer& r, const std::vector<platform::Kept>& found) {
  std::vector<Own> all;
  for (const platform::Kept& one : found) {
    constexpr std::string_view kPackage = "/package";
    if (!one.key.ends_with(kPackage)) continue;
    const std::string folder = one.key.substr(0, one.key.size() - kPackage.size() + 1);
    const auto key = std::find_if(found.begin(), found.end(),
                                  [&](const platform::Kept& other) { return other.key == folder + "organiser"; });
    auto package = formats::read_package(one.bytes);
    if (!package || key == found.end()) continue;
    auto organiser = formats::read_key(key->bytes);
    if (!organiser || organiser->kind != ballotbox::SecretKind::kOrganiser) continue;
    if (formats::public_key_of(*organiser) != package->package.organiser) continue;
    all.push_back({std::move(package).value(), std::move(organiser).value()});
  }
  // The keys are random: the rounds say which is the newest.
  std::stable_sort(all.begin(), all.end(), [](const Own& a, const Own& b) {
    return a.package.package.round.opens < b.package.package.round.opens;
  });
  // While cards are in memory their package is among those that are known.
  if (!all.empty() && office_of(r.s).cards == nullptr) change(r, [&](Office& o) { o.own = std::move(all); });
}

}  // namespace stoepkrijt::app::office
