// box check: are these files what they say they are? Of a package itself, and of boxes, lists and logs against it.
#include <algorithm>

#include "ballotbox/box.hpp"
#include "ballotbox/spoken.hpp"
#include "base/json.hpp"
#include "cli/box.hpp"
#include "cli/dossiers.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::cli {

namespace {

/// What was found of one file.
struct Found {
  std::string_view file;
  std::string_view format;
  std::string hash;
  std::string words;  // to read aloud
  std::size_t count = 0;
};

class Checker {
 public:
  Checker(BoxWork& work, const ballotbox::SignedPackage& package) : work_(work), package_(package) {}

  Result<void> check(std::string_view file, std::string_view text) {
    SK_TRY(document, work_.told(json::Document::parse(text), file));
    const auto member = document.root().find("format");
    const std::string_view format = member ? member->string().value_or("") : "";
    if (format == "stoepkrijt-box") return box(file, text);
    if (format == "stoepkrijt-audit") return audit(file, text);
    if (format == "stoepkrijt-urn") return urn(file, text);
    if (format == "stoepkrijt-spoilt") {
      SK_TRY(list, work_.told(formats::read_spoilt(text, package_), file));
      found_.push_back({file, "spoilt", "", "", list.replaced.size()});
      return {};
    }
    if (format == "stoepkrijt-amendment") {
      SK_TRY(amendment, work_.told(formats::read_amendment(text, package_), file));
      found_.push_back({file, "amendment", "", "", amendment.withdrawn.size()});
      return {};
    }
    work_.session().tell(Error(ErrorCode::kWrongFormat, "error.box_unknown_file"), file);
    return fail(ErrorCode::kWrongFormat, "error.box_unknown_file");
  }

  /// Each log against the box that it is of, where that is there too.
  Result<void> finish() {
    for (const auto& [file, log] : logs_) {
      std::size_t fits = 0;
      std::size_t same = 0;
      for (const ballotbox::Box& box : boxes_) {
        if (box.id != log.box) continue;
        ++same;
        const auto report = ballotbox::verify(log, box);
        if (!report) continue;
        ++fits;
        warn_of_attended(*report, box);
      }
      if (same == 0 || fits > 0) continue;
      work_.session().tell(Error(ErrorCode::kDamaged, "error.audit_head"), file);
      return fail(ErrorCode::kDamaged, "error.audit_head");
    }
    return {};
  }
  [[nodiscard]] const std::vector<Found>& found() const { return found_; }

 private:
  Result<void> box(std::string_view file, std::string_view text) {
    SK_TRY(box, work_.told(formats::read_box(text), file));
    SK_TRY_VOID(work_.told(ballotbox::check(box, package_), file));
    const Hash256 hash = ballotbox::hash_of(box);
    found_.push_back({file, "box", to_hex(hash), ballotbox::spoken(hash), box.records.size()});
    boxes_.push_back(std::move(box));
    return {};
  }
  Result<void> audit(std::string_view file, std::string_view text) {
    SK_TRY(log, work_.told(formats::read_audit(text), file));
    SK_TRY(report, work_.told(ballotbox::verify(log), file));
    Session& session = work_.session();
    if (log.election != package_.package.election || ballotbox::find_box(package_.package, log.box) == nullptr) {
      session.tell(Error(ErrorCode::kOtherElection, "error.audit_other_box"), file);
      return fail(ErrorCode::kOtherElection, "error.audit_other_box");
    }
    if (report.backwards > 0) session.warn(session.count("cli.box.backwards", report.backwards));
    if (report.ballots_closed && *report.ballots_closed != report.ballots_by_hour) {
      session.warn(session.tr("cli.box.hours", {{"hours", std::to_string(report.ballots_by_hour)},
                                                {"closed", std::to_string(*report.ballots_closed)}}));
    }
    const Hash256 head = ballotbox::head_of(log);
    found_.push_back({file, "audit", to_hex(head), ballotbox::spoken(head), log.entries.size()});
    logs_.emplace_back(file, std::move(log));
    return {};
  }
  /// The log tells how many voted with cards of the desk; the box shows it.
  void warn_of_attended(const ballotbox::AuditReport& report, const ballotbox::Box& box) {
    const auto& tags = package_.package.attended;
    const auto there = std::count_if(box.records.begin(), box.records.end(), [&tags](const ballotbox::Record& record) {
      return ballotbox::has_tag(tags, ballotbox::tag_of(record.public_key));
    });
    if (report.attended.value_or(there) == there) return;
    Session& session = work_.session();
    session.warn(
        session.tr("cli.box.attended_log",
                   {{"box", box.id}, {"log", std::to_string(*report.attended)}, {"there", std::to_string(there)}}));
  }
  Result<void> urn(std::string_view file, std::string_view text) {
    SK_TRY(urn, work_.told(formats::read_urn(text), file));
    if (urn.election != package_.package.election || urn.package != package_.fingerprint) {
      work_.session().tell(Error(ErrorCode::kOtherElection, "error.urn_other_package"), file);
      return fail(ErrorCode::kOtherElection, "error.urn_other_package");
    }
    const Hash256 hash = ballotbox::hash_of(urn);
    found_.push_back({file, "urn", to_hex(hash), ballotbox::spoken(hash), urn.ballots.size()});
    return {};
  }

  BoxWork& work_;
  const ballotbox::SignedPackage& package_;
  std::vector<Found> found_;
  std::vector<ballotbox::Box> boxes_;
  std::vector<std::pair<std::string_view, ballotbox::AuditLog>> logs_;
};

}  // namespace

Answer box_check(BoxWork& work) {
  Session& session = work.session();
  const Result<ballotbox::SignedPackage> package = work.package();
  if (!package) return session.failed();
  Checker checker(work, *package);
  for (const std::string_view file : work.files()) {
    const Result<std::string> text = session.read_file(file);
    if (!text || !checker.check(file, *text)) return session.failed();
  }
  if (!checker.finish()) return session.failed();
  std::string words = session.tr("cli.box.package", {{"round", package->package.round.title.nl},
                                                     {"codes", std::to_string(package->package.codes.size())},
                                                     {"reserves", std::to_string(package->package.reserves.size())},
                                                     {"fingerprint", to_hex(package->fingerprint)},
                                                     {"words", ballotbox::spoken(package->fingerprint)}});
  words += attended_line(session, package->package);
  json::Writer json;
  json.begin_object();
  json.key("attended");
  json.integer(number(package->package.attended.size()));
  json.key("codes");
  json.integer(number(package->package.codes.size()));
  json.key("files");
  json.begin_array();
  for (const Found& found : checker.found()) {
    words += "\n" + session.tr("cli.box.sound",
                               {{"file", found.file}, {"format", found.format}, {"n", std::to_string(found.count)}});
    if (!found.words.empty()) words += " " + found.words;
    json.begin_object();
    json.key("file");
    json.string(found.file);
    json.key("format");
    json.string(found.format);
    json.key("hash");
    json.string(found.hash);
    json.key("n");
    json.integer(number(found.count));
    json.key("words");
    json.string(found.words);
    json.end_object();
  }
  json.end_array();
  json.key("fingerprint");
  json.string(to_hex(package->fingerprint));
  json.key("reserves");
  json.integer(number(package->package.reserves.size()));
  json.key("words");
  json.string(ballotbox::spoken(package->fingerprint));
  json.end_object();
  return work.answer(words, json);
}

}  // namespace stoepkrijt::cli
