// box amend, box replace: what the organiser signs while the round is open.
#include <algorithm>

#include "cli/box.hpp"
#include "cli/dossiers.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::cli {

namespace {

using ballotbox::SignedPackage;

Result<ballotbox::Amendment> amendment_of(BoxWork& work, const SignedPackage& package) {
  SK_TRY(ids, work.needed("--withdraw"));
  ballotbox::Amendment out{package.package.election, package.fingerprint, {}, std::string(work.value("--reason"))};
  for (std::size_t at = 0; at <= ids.size();) {
    const std::size_t comma = std::min(ids.find(',', at), ids.size());
    out.withdrawn.emplace_back(ids.substr(at, comma - at));
    at = comma + 1;
  }
  std::sort(out.withdrawn.begin(), out.withdrawn.end());
  out.withdrawn.erase(std::unique(out.withdrawn.begin(), out.withdrawn.end()), out.withdrawn.end());
  SK_TRY(round, work.told(ballotbox::amended(package.package.round, {out}), ""));
  static_cast<void>(round);
  return out;
}

/// A tag in hexadecimal, or of a code.
Result<ballotbox::Tag> tag_of(BoxWork& work, std::string_view text, const SignedPackage& package) {
  ballotbox::Tag tag{};
  if (ballotbox::from_hex(text, tag)) return tag;
  const ballotbox::Package& p = package.package;
  SK_TRY(code, work.told(ballotbox::read_code(text, p.election), ""));
  SK_TRY(pair, work.told(ballotbox::pair_of(code, p.election, p.cost), ""));
  return ballotbox::tag_of(pair.public_key);
}

Result<ballotbox::SpoiltList> list_of(BoxWork& work, const SignedPackage& package) {
  ballotbox::SpoiltList out{package.package.election, {}};
  for (const std::string_view given : work.values("--replaced")) {
    const std::size_t colon = given.find(':');
    if (colon == std::string_view::npos) return wrong_use(work.session(), "error.option_value", "--replaced", given);
    SK_TRY(spoilt, tag_of(work, given.substr(0, colon), package));
    SK_TRY(reserve, tag_of(work, given.substr(colon + 1), package));
    out.replaced.push_back({spoilt, reserve});
  }
  if (out.replaced.empty()) return wrong_use(work.session(), "error.option_missing", "--replaced");
  std::sort(out.replaced.begin(), out.replaced.end());
  out.replaced.erase(std::unique(out.replaced.begin(), out.replaced.end()), out.replaced.end());
  SK_TRY_VOID(work.told(ballotbox::validate(out, package.package), ""));
  return out;
}

Answer written(BoxWork& work, std::string_view bytes, std::string_view words, std::size_t n) {
  Session& session = work.session();
  if (!work.write(session.options().output, bytes)) return session.failed();
  json::Writer json;
  json.begin_object();
  json.key("n");
  json.integer(number(n));
  json.key("output");
  json.string(session.options().output);
  json.end_object();
  return work.answer(session.count(words, n), json);
}

}  // namespace

Answer box_amend(BoxWork& work) {
  if (!work.expect_files(0, 0)) return work.session().failed();
  const Result<SignedPackage> package = work.package();
  if (!package) return work.session().failed();
  const Result<formats::KeyFile> key = work.key(ballotbox::SecretKind::kOrganiser);
  if (!key) return work.session().failed();
  const Result<ballotbox::Amendment> amendment = amendment_of(work, *package);
  if (!amendment) return work.session().failed();
  const std::string text = formats::write_amendment(*amendment, ballotbox::signing_pair(key->seed));
  // Read back: an amendment signed by another key would be refused by every kiosk.
  if (!work.told(formats::read_amendment(text, *package), work.value("--key"))) return work.session().failed();
  return written(work, text, "cli.box.amended", amendment->withdrawn.size());
}

Answer box_replace(BoxWork& work) {
  if (!work.expect_files(0, 0)) return work.session().failed();
  const Result<SignedPackage> package = work.package();
  if (!package) return work.session().failed();
  const Result<formats::KeyFile> key = work.key(ballotbox::SecretKind::kOrganiser);
  if (!key) return work.session().failed();
  const Result<ballotbox::SpoiltList> list = list_of(work, *package);
  if (!list) return work.session().failed();
  const std::string text = formats::write_spoilt(*list, ballotbox::signing_pair(key->seed));
  if (!work.told(formats::read_spoilt(text, *package), work.value("--key"))) return work.session().failed();
  return written(work, text, "cli.box.replaced", list->replaced.size());
}

}  // namespace stoepkrijt::cli
