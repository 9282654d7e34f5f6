// box key, box make: keys, and a round's package with its codes.
#include <algorithm>

#include "ballotbox/spoken.hpp"
#include "base/decimal.hpp"
#include "cli/box.hpp"
#include "cli/dossiers.hpp"
#include "formats/ballotbox/package_json.hpp"
#include "formats/records/records.hpp"

namespace stoepkrijt::cli {

namespace {

using ballotbox::Package;

/// A stream of bytes out of one seed: block n is BLAKE2b, keyed with the seed, of n. Another label, another stream.
class Stream {
 public:
  Stream(const ballotbox::Secret<32>& seed, std::string_view label) : seed_(seed), label_(label) {}
  template <std::size_t N>
  [[nodiscard]] std::array<std::uint8_t, N> next() {
    static_assert(N <= 32);
    const Hash256 block = ballotbox::blake2b(seed_.bytes(), ballotbox::Message(label_).add_number(n_++, 8).view());
    std::array<std::uint8_t, N> out{};
    std::copy_n(block.begin(), N, out.begin());
    return out;
  }

 private:
  ballotbox::Secret<32> seed_;
  std::string_view label_;
  std::uint64_t n_ = 0;
};

Result<model::Round> round_of(BoxWork& work) {
  SK_TRY_VOID(work.expect_files(1, 1));
  Session& session = work.session();
  const std::string_view id = session.options().round;
  if (id.empty()) return wrong_use(session, "error.option_missing", "--round");
  const std::string_view file = work.files().front();
  SK_TRY(loaded, load_dossier(session, file));
  SK_TRY(view, work.told(formats::dossier_of(*loaded.dossier), file));
  const auto& rounds = view.dossier.rounds;
  const auto found = std::find_if(rounds.begin(), rounds.end(), [id](const model::Round& r) { return r.id == id; });
  if (found == rounds.end()) return wrong_use(session, "error.box_round", "--round", id);
  return *found;
}

/// "65536:3"
Result<ballotbox::Cost> cost_of(BoxWork& work) {
  const std::string_view given = work.value("--cost");
  if (given.empty()) return ballotbox::Cost{};
  const std::size_t colon = std::min(given.find(':'), given.size() - 1);
  const auto memory = parse_decimal(given.substr(0, colon), 0, Excess::kRefuse);
  const auto passes = parse_decimal(given.substr(colon + 1), 0, Excess::kRefuse);
  const bool numbers = memory && passes && *memory > 0 && *memory < UINT32_MAX && *passes > 0 && *passes < UINT32_MAX;
  const ballotbox::Cost cost =
      numbers ? ballotbox::Cost{static_cast<std::uint32_t>(*memory), static_cast<std::uint32_t>(*passes)}
              : ballotbox::Cost{0, 0};
  if (!ballotbox::is_within_bounds(cost)) return wrong_use(work.session(), "error.option_value", "--cost", given);
  return cost;
}

/// "kiosk:ID:KEY"
Result<std::vector<ballotbox::BoxKey>> boxes_of(BoxWork& work) {
  std::vector<ballotbox::BoxKey> out;
  for (const std::string_view given : work.values("--channel")) {
    const std::size_t first = given.find(':');
    const std::size_t last = given.rfind(':');
    ballotbox::BoxKey box;
    const auto& names = ballotbox::kChannelNames;
    const auto channel = std::find(names.begin(), names.end(), given.substr(0, first));
    if (first == last || channel == names.end() || !ballotbox::from_hex(given.substr(last + 1), box.public_key)) {
      return wrong_use(work.session(), "error.option_value", "--channel", given);
    }
    box.channel = static_cast<ballotbox::Channel>(channel - names.begin());
    box.id = given.substr(first + 1, last - first - 1);
    out.push_back(std::move(box));
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return out;
}

Result<ballotbox::HolderKeys> holders_of(BoxWork& work) {
  const std::vector<std::string_view> given = work.values("--holder");
  ballotbox::HolderKeys out{};
  if (given.size() != out.size()) return wrong_use(work.session(), "error.box_holders", "--holder");
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!ballotbox::from_hex(given[i], out[i]))
      return wrong_use(work.session(), "error.option_value", "--holder", given[i]);
  }
  return out;
}

/// Codes, with their tags into `tags`, which stays sorted; a code that is there already is drawn again.
Result<std::vector<std::string>> draw_codes(BoxWork& work, Stream& stream, const Package& package, std::int64_t count,
                                            std::vector<ballotbox::Tag>& tags, Progress& progress) {
  std::vector<std::string> out;
  while (out.size() < static_cast<std::size_t>(count)) {
    const ballotbox::Code code = ballotbox::make_code(stream.next<9>(), package.election);
    SK_TRY(pair, work.told(ballotbox::pair_of(code, package.election, package.cost), ""));
    const ballotbox::Tag tag = ballotbox::tag_of(pair.public_key);
    if (ballotbox::is_card(package, tag)) continue;
    tags.insert(std::lower_bound(tags.begin(), tags.end(), tag), tag);
    out.push_back(ballotbox::text_of(code));
    progress.on_progress(out.size(), static_cast<std::uint64_t>(count));
  }
  return out;
}

std::string cards_text(const std::vector<std::string>& codes, const std::vector<std::string>& reserves,
                       const std::vector<std::string>& attended) {
  std::string out = "kind;code\n";
  for (const std::string& code : codes) out += "code;" + code + "\n";
  for (const std::string& code : reserves) out += "reserve;" + code + "\n";
  for (const std::string& code : attended) out += "attended;" + code + "\n";
  return out;
}

/// All but the codes.
Result<Package> package_without_codes(BoxWork& work, const ballotbox::SigningPair& organiser) {
  Package package;
  SK_TRY(round, round_of(work));
  package.round = std::move(round);
  SK_TRY(cost, cost_of(work));
  package.cost = cost;
  SK_TRY(boxes, boxes_of(work));
  package.boxes = std::move(boxes);
  SK_TRY(holders, holders_of(work));
  package.holders = holders;
  SK_TRY(delete_by, work.needed("--delete-by"));
  package.delete_by = delete_by;
  const std::string_view publish = work.value("--publish");
  const auto& names = ballotbox::kPublicationNames;
  const auto found = std::find(names.begin(), names.end(), publish.empty() ? names[0] : publish);
  if (found == names.end()) return wrong_use(work.session(), "error.option_value", "--publish", publish);
  package.publication = static_cast<ballotbox::Publication>(found - names.begin());
  package.modes = {ballotbox::Mode::kSealed};
  package.organiser = organiser.public_key;
  return package;
}

Result<ballotbox::SignedPackage> made(BoxWork& work) {
  SK_TRY(key, work.key(ballotbox::SecretKind::kOrganiser));
  const ballotbox::SigningPair organiser = ballotbox::signing_pair(key.seed);
  SK_TRY(package, package_without_codes(work, organiser));
  SK_TRY(codes, work.number("--codes", 1, ballotbox::kMostCodes, 0));
  SK_TRY(reserves, work.number("--reserves", 0, ballotbox::kMostCodes, 0));
  SK_TRY(attended, work.number("--attended", 0, ballotbox::kMostCodes, 0));
  if (codes == 0) return wrong_use(work.session(), "error.option_missing", "--codes");
  SK_TRY(cards_file, work.needed("--cards"));
  SK_TRY(seed, work.seed());
  Stream stream(seed, "stoepkrijt make 1");
  package.election = stream.next<16>();
  Session& session = work.session();
  Progress progress(session.surroundings(), session.options().progress, "stoepkrijt: " + session.tr("cli.box.codes"));
  SK_TRY(cards, draw_codes(work, stream, package, codes, package.codes, progress));
  SK_TRY(spare, draw_codes(work, stream, package, reserves, package.reserves, progress));
  SK_TRY(desk, draw_codes(work, stream, package, attended, package.attended, progress));
  if (Result<void> valid = ballotbox::validate(package); !valid) {
    session.tell(valid.error(), work.files().front());
    return fail(valid.error());
  }
  const ballotbox::SignedPackage out = formats::sign_package(std::move(package), organiser);
  SK_TRY_VOID(work.write(cards_file, cards_text(cards, spare, desk)));
  SK_TRY_VOID(work.write(session.options().output, formats::write_package(out)));
  return out;
}

}  // namespace

Answer box_key(BoxWork& work) {
  const Result<std::string_view> kind = work.needed("--kind");
  if (!kind || !work.expect_files(0, 0)) return work.session().failed();
  const auto& names = formats::kSecretNames;
  const auto found = std::find(names.begin(), names.end(), *kind);
  if (found == names.end()) {
    static_cast<void>(wrong_use(work.session(), "error.option_value", "--kind", *kind));
    return work.session().failed();
  }
  const Result<ballotbox::Secret<32>> seed = work.seed();
  if (!seed) return work.session().failed();
  const formats::KeyFile key{static_cast<ballotbox::SecretKind>(found - names.begin()), *seed};
  const std::string_view output = work.session().options().output;
  if (!work.write(output, formats::write_key(key))) return work.session().failed();
  const std::string public_key = to_hex(formats::public_key_of(key));
  json::Writer json;
  json.begin_object();
  json.key("kind");
  json.string(*kind);
  json.key("output");
  json.string(output);
  json.key("public");
  json.string(public_key);
  json.end_object();
  return work.answer(work.session().tr("cli.box.key", {{"file", output}, {"key", public_key}}), json);
}

Answer box_make(BoxWork& work) {
  const Result<ballotbox::SignedPackage> package = made(work);
  if (!package) return work.session().failed();
  Session& session = work.session();
  if (!ballotbox::is_full(package->package.cost)) session.warn(session.tr("cli.box.cheap"));
  if (package->package.publication == ballotbox::Publication::kOpenUrn &&
      ballotbox::could_sign_a_ballot(package->package.round)) {
    session.warn(session.tr("cli.box.signature"));
  }
  const std::string codes = std::to_string(package->package.codes.size());
  const std::string reserves = std::to_string(package->package.reserves.size());
  json::Writer json;
  json.begin_object();
  json.key("attended");
  json.integer(number(package->package.attended.size()));
  json.key("codes");
  json.integer(number(package->package.codes.size()));
  json.key("election");
  json.string(make_id(package->package.election));
  json.key("fingerprint");
  json.string(to_hex(package->fingerprint));
  json.key("output");
  json.string(session.options().output);
  json.key("reserves");
  json.integer(number(package->package.reserves.size()));
  json.key("words");
  json.string(ballotbox::spoken(package->fingerprint));
  json.end_object();
  return work.answer(session.tr("cli.box.made", {{"file", session.options().output},
                                                 {"codes", codes},
                                                 {"reserves", reserves},
                                                 {"fingerprint", to_hex(package->fingerprint)},
                                                 {"words", ballotbox::spoken(package->fingerprint)}}) +
                         attended_line(session, package->package),
                     json);
}

}  // namespace stoepkrijt::cli
