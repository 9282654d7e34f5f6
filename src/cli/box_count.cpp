// box merge, box share, box open: the counting evening.
#include <algorithm>

#include "app/ballots.hpp"
#include "app/count_params.hpp"
#include "app/evening/counting.hpp"
#include "ballotbox/spoken.hpp"
#include "cli/box.hpp"
#include "cli/dossiers.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::cli {

namespace {

using ballotbox::Merged;
using ballotbox::SignedPackage;

/// Is it a file of this format? A guess by its text, so that the reader of that format gives the fault.
bool looks_like(std::string_view text, std::string_view format) {
  return text.find("\"" + std::string(format) + "\"") != std::string_view::npos;
}

Result<Merged> merged(BoxWork& work) {
  SK_TRY_VOID(work.expect_files(1, SIZE_MAX));
  SK_TRY(package, work.package());
  std::vector<ballotbox::Box> boxes;
  std::vector<ballotbox::SpoiltList> spoilt;
  for (const std::string_view file : work.files()) {
    SK_TRY(text, work.session().read_file(file));
    if (looks_like(text, "stoepkrijt-spoilt")) {
      SK_TRY(list, work.told(formats::read_spoilt(text, package), file));
      spoilt.push_back(std::move(list));
      continue;
    }
    SK_TRY(box, work.told(formats::read_box(text), file));
    SK_TRY_VOID(work.told(ballotbox::check(box, package), file));
    boxes.push_back(std::move(box));
  }
  return work.told(ballotbox::merge_boxes(package, boxes, spoilt, work.value("--lot")), "");
}

void write_report(json::Writer& json, const Merged& merged) {
  const ballotbox::MergeReport& report = merged.report;
  const auto whole = [&json](std::string_view key, std::size_t n) {
    json.key(key);
    json.integer(number(n));
  };
  whole("attended", report.attended);
  whole("attended_by_phone", report.attended_by_phone);
  whole("ballots", merged.urn.ballots.size());
  json.key("boxes");
  json.begin_array();
  for (const ballotbox::BoxCount& box : report.boxes) {
    json.begin_object();
    json.key("box");
    json.string(box.box);
    whole("files", box.files);
    whole("records", box.records);
    json.end_object();
  }
  json.end_array();
  whole("conflicts", report.conflicts);
  whole("copies", report.copies);
  whole("duplicates", report.duplicates);
  json.key("hash");
  json.string(to_hex(ballotbox::hash_of(merged.urn)));
  whole("replaced", report.replaced);
  whole("shared_reserves", report.shared_reserves);
  whole("unknown_cards", report.unknown_cards);
  whole("unused_reserves", report.unused_reserves);
  json.key("words");
  json.string(ballotbox::spoken(ballotbox::hash_of(merged.urn)));
  whole("wrong_signatures", report.wrong_signatures);
  whole("wrong_size", report.wrong_size);
}

std::string report_text(const Session& session, const Merged& merged) {
  const ballotbox::MergeReport& report = merged.report;
  std::string out = session.tr("cli.box.merged", {{"votes", session.count("cli.box.votes", merged.urn.ballots.size())},
                                                  {"words", ballotbox::spoken(ballotbox::hash_of(merged.urn))}});
  for (const ballotbox::BoxCount& box : report.boxes) {
    out +=
        "\n" + session.tr("cli.box.of_box", {{"box", box.box}, {"votes", session.count("cli.box.votes", box.records)}});
  }
  if (report.attended > 0) out += "\n" + session.count("cli.box.attended_votes", report.attended);
  for (const auto& [key, n] : app::evening::told_of(report)) {
    out += "\n" + session.count(key, static_cast<std::size_t>(n));
  }
  return out;
}

/// What open reads: the urn, two share files, and amendments.
struct Inputs {
  SignedPackage package;
  std::optional<ballotbox::Urn> urn;
  std::vector<ballotbox::ShareFile> shares;
  std::vector<ballotbox::Amendment> amendments;
};

Result<Inputs> inputs_of(BoxWork& work) {
  SK_TRY_VOID(work.expect_files(3, SIZE_MAX));
  Inputs in;
  SK_TRY(package, work.package());
  in.package = std::move(package);
  for (const std::string_view file : work.files()) {
    SK_TRY(text, work.session().read_file(file));
    if (looks_like(text, "stoepkrijt-amendment")) {
      SK_TRY(amendment, work.told(formats::read_amendment(text, in.package), file));
      in.amendments.push_back(std::move(amendment));
    } else if (looks_like(text, "stoepkrijt-shares")) {
      SK_TRY(shares, work.told(formats::read_shares(text), file));
      in.shares.push_back(std::move(shares));
    } else {
      if (in.urn) return wrong_use(work.session(), "error.box_two_urns", file);
      SK_TRY(urn, work.told(formats::read_urn(text), file));
      in.urn = std::move(urn);
    }
  }
  if (!in.urn || in.shares.size() != 2) return wrong_use(work.session(), "error.box_open_files", "FILE");
  return in;
}

using Opened = app::evening::Counted;

Result<Opened> opened(BoxWork& work) {
  SK_TRY(in, inputs_of(work));
  std::string_view lot;
  if (app::evening::needs_ties_lot(in.package.package.round)) {
    SK_TRY(drawn, work.needed("--lot"));
    lot = drawn;
  }
  SK_TRY(out,
         work.told(app::evening::count_evening(in.package, *in.urn, {in.shares[0], in.shares[1]}, in.amendments, lot),
                   ""));
  Session& session = work.session();
  SK_TRY(bytes, work.told(app::write_ballots(out.round, out.ballots), ""));
  SK_TRY_VOID(work.write(session.options().output, bytes));
  if (const std::string_view receipts = work.value("--receipts"); !receipts.empty()) {
    SK_TRY_VOID(work.write(receipts, formats::write_receipts(formats::receipts_of(*in.urn, out.opening))));
  }
  if (in.package.package.publication == ballotbox::Publication::kWitnessedUrn) {
    session.warn(session.tr("cli.box.witnessed"));
  }
  return out;
}

std::string joined(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + id;
  return out.empty() ? "-" : out;
}

void write_ids(json::Writer& json, std::string_view key, const std::vector<std::string>& ids) {
  json.key(key);
  json.begin_array();
  for (const std::string& id : ids) json.string(id);
  json.end_array();
}

constexpr std::array<std::string_view, 5> kScenarioNames{"none", "left-out", "all-others", "one-other", "too-many"};

}  // namespace

Answer box_merge(BoxWork& work) {
  Session& session = work.session();
  const Result<Merged> out = merged(work);
  if (!out || !work.write(session.options().output, formats::write_urn(out->urn))) return session.failed();
  json::Writer json;
  json.begin_object();
  write_report(json, *out);
  json.end_object();
  return work.answer(report_text(session, *out), json);
}

Answer box_share(BoxWork& work) {
  Session& session = work.session();
  if (!work.expect_files(1, 1)) return session.failed();
  const std::string_view file = work.files().front();
  const Result<SignedPackage> package = work.package();
  if (!package) return session.failed();
  const Result<formats::KeyFile> key = work.key(ballotbox::SecretKind::kHolder);
  if (!key) return session.failed();
  const Result<std::string> text = session.read_file(file);
  if (!text) return session.failed();
  const Result<ballotbox::Urn> urn = work.told(formats::read_urn(*text), file);
  if (!urn) return session.failed();
  const auto shares = work.told(ballotbox::make_shares(*urn, *package, ballotbox::holder_pair(key->seed)), file);
  if (!shares || !work.write(session.options().output, formats::write_shares(*shares))) return session.failed();
  const std::string holder = std::to_string(shares->holder + 1);
  json::Writer json;
  json.begin_object();
  json.key("holder");
  json.integer(number(shares->holder) + 1);
  json.key("output");
  json.string(session.options().output);
  json.key("shares");
  json.integer(number(shares->shares.size()));
  json.end_object();
  return work.answer(session.tr("cli.box.shared", {{"file", session.options().output}, {"holder", holder}}), json);
}

Answer box_open(BoxWork& work) {
  Session& session = work.session();
  const Result<Opened> out = opened(work);
  if (!out) return session.failed();
  const ballotbox::Decided& decided = out->decided;
  if (!out->opening.refused.empty()) session.warn(session.count("cli.box.refused", out->opening.refused.size()));
  json::Writer json;
  json.begin_object();
  json.key("ballots");
  json.integer(out->opening.ballots.total());
  json.key("conflicts");
  json.integer(number(decided.conflicts));
  json.key("declared");
  json.boolean(decided.declared);
  json.key("fails");
  json.string(kScenarioNames[static_cast<std::size_t>(decided.fails)]);
  json.key("output");
  json.string(session.options().output);
  json.key("refused");
  json.integer(number(out->opening.refused.size()));
  json.key("rule");
  json.string(app::command_of(out->round.rule));
  json.key("scenarios");
  json.integer(number(decided.scenarios));
  write_ids(json, "winners", decided.winners);
  json.end_object();
  std::string words =
      session.tr("cli.box.opened",
                 {{"votes", session.count("cli.box.votes", static_cast<std::uint64_t>(out->opening.ballots.total()))},
                  {"rule", app::command_of(out->round.rule)}});
  words += "\n" + session.count("cli.box.conflicts", decided.conflicts) + "\n";
  const std::string winners = joined(decided.winners);
  if (decided.declared) {
    words += session.tr("cli.box.winners", {{"winners", winners}});
  } else if (decided.fails == ballotbox::Scenario::kTooMany) {
    words += session.tr("cli.box.too_many", {{"winners", winners}});
  } else {
    words += session.tr("cli.box.not_declared", {{"winners", winners}, {"others", joined(decided.winners_there)}});
  }
  return work.answer(words, json, decided.declared ? kDone : kDiffers);
}

}  // namespace stoepkrijt::cli
