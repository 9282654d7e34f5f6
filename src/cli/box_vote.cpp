// box cast, box close: a vote for scripts, and votes gathered into a signed box.
#include <algorithm>

#include "ballotbox/ballot_bytes.hpp"
#include "ballotbox/box.hpp"
#include "ballotbox/spoken.hpp"
#include "base/decimal.hpp"
#include "base/trim.hpp"
#include "cli/box.hpp"
#include "cli/dossiers.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::cli {

namespace {

using ballotbox::SignedPackage;

/// "3,1", or with points "3=6,1=4"; "-" is blank.
Result<model::Ballot> ballot_of(BoxWork& work, std::string_view choice, const model::Round& round) {
  model::Ballot ballot;
  const bool points = model::gives_points(round.form.method);
  std::vector<std::pair<std::string, std::int64_t>> chosen;
  for (std::size_t at = 0; choice != "-" && at <= choice.size();) {
    const std::size_t comma = std::min(choice.find(',', at), choice.size());
    const std::string_view part = choice.substr(at, comma - at);
    const std::size_t equals = std::min(part.find('='), part.size());
    const Result<std::int64_t> given = points && equals < part.size()
                                           ? parse_decimal(part.substr(equals + 1), 0, Excess::kRefuse)
                                           : Result<std::int64_t>(0);
    if (!given || points != (equals < part.size()))
      return wrong_use(work.session(), "error.option_value", "--choice", choice);
    chosen.emplace_back(part.substr(0, equals), *given);
    at = comma + 1;
  }
  if (round.form.method != model::VoteMethod::kRanking) std::sort(chosen.begin(), chosen.end());
  for (auto& [id, n] : chosen) {
    ballot.approved.push_back(std::move(id));
    if (points) ballot.points.push_back(n);
  }
  if (Result<void> valid = model::validate(ballot, round); !valid) {
    work.session().tell(valid.error(), "");
    return fail(valid.error());
  }
  return ballot;
}

Result<formats::HandedIn> cast_vote(BoxWork& work) {
  SK_TRY_VOID(work.expect_files(1, 1));
  SK_TRY(package, work.package());
  SK_TRY(choice, work.needed("--choice"));
  SK_TRY(ballot, ballot_of(work, choice, package.package.round));
  const std::string_view file = work.files().front();
  SK_TRY(text, work.session().read_file(file));
  const ballotbox::ElectionId& election = package.package.election;
  SK_TRY(code, work.told(ballotbox::read_code(trimmed(text), election), file));
  SK_TRY(pair, work.told(ballotbox::pair_of(code, election, package.package.cost), file));
  const ballotbox::Tag tag = ballotbox::tag_of(pair.public_key);
  if (!ballotbox::is_card(package.package, tag)) {
    work.session().tell(Error(ErrorCode::kUnknownId, "error.code_not_in_package"), file);
    return fail(ErrorCode::kUnknownId, "error.code_not_in_package");
  }
  if (ballotbox::has_tag(package.package.attended, tag)) {
    work.session().warn(work.session().tr("cli.box.attended_cast"));
  }
  SK_TRY(seed, work.seed());
  ballotbox::Bytes sealed =
      ballotbox::seal(election, ballotbox::to_bytes(ballot, package.package.round), package.package.holders, seed);
  return formats::HandedIn{election, ballotbox::cast(election, std::move(sealed), pair)};
}

/// Each line is a vote, as `cast` writes it and a camera reads it.
Result<std::vector<ballotbox::Record>> records_of(BoxWork& work, std::string_view file, const SignedPackage& package) {
  SK_TRY(text, work.session().read_file(file));
  std::vector<ballotbox::Record> out;
  std::uint32_t number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    if (trimmed(line).empty()) continue;
    Result<formats::HandedIn> vote = formats::read_vote_code(trimmed(line));
    if (vote && vote->election != package.package.election) {
      vote = fail(ErrorCode::kOtherElection, "error.vote_other_election");
    }
    if (!vote) {
      Error error = vote.error();
      error.where.line = number;
      error.where.column = 1;
      work.session().tell(error, file);
      return fail(std::move(error));
    }
    out.push_back(std::move(vote->record));
  }
  return out;
}

/// An audit log among the files, or nothing.
Result<std::optional<ballotbox::AuditLog>> log_of(BoxWork& work, std::string_view file) {
  SK_TRY(text, work.session().read_file(file));
  if (!trimmed(text).starts_with("{")) return std::optional<ballotbox::AuditLog>();
  SK_TRY(log, work.told(formats::read_audit(text), file));
  SK_TRY(report, work.told(ballotbox::verify(log), file));
  static_cast<void>(report);
  return std::optional<ballotbox::AuditLog>(std::move(log));
}

Result<ballotbox::Box> closed(BoxWork& work) {
  SK_TRY(package, work.package());
  SK_TRY(key, work.key(ballotbox::SecretKind::kBox));
  const ballotbox::SigningPair pair = ballotbox::signing_pair(key.seed);
  const auto& boxes = package.package.boxes;
  const auto own =
      std::find_if(boxes.begin(), boxes.end(), [&pair](const auto& box) { return box.public_key == pair.public_key; });
  if (own == boxes.end()) {
    work.session().tell(Error(ErrorCode::kUnknownId, "error.key_not_in_package"), work.value("--key"));
    return fail(ErrorCode::kUnknownId, "error.key_not_in_package");
  }
  std::vector<ballotbox::Record> records;
  ballotbox::AuditLog log{package.package.election, own->id, {}};
  for (const std::string_view file : work.files()) {
    SK_TRY(audit, log_of(work, file));
    if (audit && (audit->box != log.box || audit->election != log.election)) {
      work.session().tell(Error(ErrorCode::kOtherElection, "error.audit_other_box"), file);
      return fail(ErrorCode::kOtherElection, "error.audit_other_box");
    }
    if (audit) {
      log = std::move(*audit);
      continue;
    }
    SK_TRY(more, records_of(work, file, package));
    records.insert(records.end(), more.begin(), more.end());
  }
  const auto attended = std::count_if(records.begin(), records.end(), [&package](const ballotbox::Record& record) {
    return ballotbox::has_tag(package.package.attended, ballotbox::tag_of(record.public_key));
  });
  if (own->channel == ballotbox::Channel::kPhone && attended > 0) {
    work.session().warn(work.session().count("cli.box.attended_by_phone", static_cast<std::uint64_t>(attended)));
  }
  if (records.size() > ballotbox::kMostRecords) {
    work.session().tell(Error(ErrorCode::kTooLarge, "error.box_records"), "");
    return fail(ErrorCode::kTooLarge, "error.box_records");
  }
  return ballotbox::close_box(package, own->id, std::move(records), ballotbox::head_of(log), pair);
}

}  // namespace

Answer box_cast(BoxWork& work) {
  Session& session = work.session();
  const Result<formats::HandedIn> vote = cast_vote(work);
  if (!vote || !work.write(session.options().output, formats::vote_code(*vote) + "\n")) return session.failed();
  const std::string receipt = ballotbox::receipt_of(vote->record.sealed);
  json::Writer json;
  json.begin_object();
  json.key("output");
  json.string(session.options().output);
  json.key("receipt");
  json.string(receipt);
  json.end_object();
  return work.answer(session.tr("cli.box.cast", {{"file", session.options().output}, {"receipt", receipt}}), json);
}

Answer box_close(BoxWork& work) {
  Session& session = work.session();
  const Result<ballotbox::Box> box = closed(work);
  if (!box || !work.write(session.options().output, formats::write_box(*box))) return session.failed();
  const Hash256 hash = ballotbox::hash_of(*box);
  json::Writer json;
  json.begin_object();
  json.key("box");
  json.string(box->id);
  json.key("hash");
  json.string(to_hex(hash));
  json.key("output");
  json.string(session.options().output);
  json.key("votes");
  json.integer(number(box->records.size()));
  json.key("words");
  json.string(ballotbox::spoken(hash));
  json.end_object();
  return work.answer(session.tr("cli.box.closed", {{"box", box->id},
                                                   {"votes", session.count("cli.box.votes", box->records.size())},
                                                   {"words", ballotbox::spoken(hash)}}),
                     json);
}

}  // namespace stoepkrijt::cli
