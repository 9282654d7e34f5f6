// Files of the counting evening: told apart by what they say they are, verified, taken in or refused by name.
#include <algorithm>
#include <utility>

#include "app/evening/keep.hpp"
#include "app/evening/work.hpp"
#include "base/json.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::app::evening {

std::string mark_of(std::string_view bytes) { return to_hex(ballotbox::blake2b(ballotbox::view_of(bytes))); }

std::string format_of(std::string_view bytes) {
  const auto document = json::Document::parse(bytes);
  if (!document) return {};
  const auto member = document->root().find("format");
  if (!member) return {};
  const auto text = member->string();
  return text ? std::string(*text) : std::string();
}

void forget_urn(Evening& e, Shelf& shelf) {
  if (e.urn != nullptr) shelf.erased.push_back(platform::keys_with("b/evening/file/urn/"));
  if (!e.shares.empty()) shelf.erased.push_back(platform::keys_with("b/evening/file/shares/"));
  e.urn = nullptr;
  e.report.reset();
  e.shares.clear();
  e.counted = nullptr;
  e.count = nullptr;
  e.lot_needed = 0;
}

namespace {

template <class T>
bool has_mark(const std::vector<T>& in, std::string_view mark) {
  return std::any_of(in.begin(), in.end(), [&](const T& one) { return one.mark == mark; });
}

/// Boxes and lists that make up the urn cannot change any more.
Result<void> still_open(const Evening& e) {
  if (e.urn != nullptr && !e.has_boxes()) return fail(ErrorCode::kNotAllowed, "error.evening_sealed");
  return {};
}

class Taker {
 public:
  Taker(Evening& e, const std::string& name, const std::string& bytes, Shelf& shelf)
      : e_(e), name_(name), bytes_(bytes), mark_(mark_of(bytes)), shelf_(shelf) {}

  Result<void> take(std::string_view format) {
    if (format == "stoepkrijt-package") return package();
    if (format == "stoepkrijt-key") return fail(ErrorCode::kNotAllowed, "error.evening_key_here");
    if (format == "stoepkrijt-box") return box();
    if (format == "stoepkrijt-spoilt") return spoilt();
    if (format == "stoepkrijt-amendment") return amendment();
    if (format == "stoepkrijt-audit") return audit();
    if (format == "stoepkrijt-urn") return urn();
    if (format == "stoepkrijt-shares") return shares();
    const auto vote = formats::read_vote_code(std::string_view(bytes_).substr(0, bytes_.find_first_of("\r\n")));
    if (vote || vote.error().code != ErrorCode::kWrongFormat) {
      return fail(ErrorCode::kWrongFormat, "error.evening_phone_vote");  // also one that is damaged, or newer
    }
    return fail(ErrorCode::kWrongFormat, "error.box_unknown_file");
  }

 private:
  void keep(std::string_view kind) { shelf_.puts.push_back({file_key(kind, mark_), name_ + "\n" + bytes_}); }
  template <class T>
  T one() const {
    T out;
    out.name = name_;
    out.mark = mark_;
    return out;
  }

  Result<void> package() {
    SK_TRY(package, formats::read_package(bytes_));
    if (e_.package != nullptr) {
      if (e_.package->fingerprint == package.fingerprint) return {};
      return fail(ErrorCode::kOtherElection, "error.evening_other_package");
    }
    e_.package = std::make_shared<const ballotbox::SignedPackage>(std::move(package));
    keep("package");
    return {};
  }
  Result<void> box() {
    if (has_mark(e_.boxes, mark_)) return {};
    SK_TRY_VOID(still_open(e_));
    SK_TRY(box, formats::read_box(bytes_));
    SK_TRY_VOID(ballotbox::check(box, *e_.package));
    auto in = one<Evening::BoxIn>();
    in.id = box.id;
    in.records = box.records.size();
    in.hash = ballotbox::hash_of(box);
    in.audit_head = box.audit_head;
    in.box = std::make_shared<const ballotbox::Box>(std::move(box));
    forget_urn(e_, shelf_);
    e_.boxes.push_back(std::move(in));
    std::sort(e_.boxes.begin(), e_.boxes.end(), [](const Evening::BoxIn& a, const Evening::BoxIn& b) {
      return a.id != b.id ? a.id < b.id : a.mark < b.mark;
    });
    keep("box");
    return {};
  }
  Result<void> spoilt() {
    if (has_mark(e_.spoilt, mark_)) return {};
    SK_TRY_VOID(still_open(e_));
    SK_TRY(list, formats::read_spoilt(bytes_, *e_.package));
    auto in = one<Evening::ListIn>();
    in.list = std::move(list);
    forget_urn(e_, shelf_);
    e_.spoilt.push_back(std::move(in));
    keep("spoilt");
    return {};
  }
  Result<void> amendment() {
    if (has_mark(e_.amendments, mark_)) return {};
    SK_TRY(amendment, formats::read_amendment(bytes_, *e_.package));
    auto in = one<Evening::AmendmentIn>();
    in.amendment = std::move(amendment);
    std::vector<ballotbox::Amendment> all;
    for (const Evening::AmendmentIn& other : e_.amendments) all.push_back(other.amendment);
    all.push_back(in.amendment);
    SK_TRY_VOID(ballotbox::amended(e_.package->package.round, all));
    e_.amendments.push_back(std::move(in));
    std::sort(e_.amendments.begin(), e_.amendments.end(),
              [](const Evening::AmendmentIn& a, const Evening::AmendmentIn& b) { return a.mark < b.mark; });
    e_.counted = nullptr;
    e_.count = nullptr;
    keep("amendment");
    return {};
  }
  Result<void> audit() {
    if (has_mark(e_.logs, mark_)) return {};
    SK_TRY(log, formats::read_audit(bytes_));
    SK_TRY(report, ballotbox::verify(log));
    if (log.election != e_.package->package.election || ballotbox::find_box(e_.package->package, log.box) == nullptr) {
      return fail(ErrorCode::kOtherElection, "error.audit_other_box");
    }
    auto in = one<Evening::LogIn>();
    in.head = ballotbox::head_of(log);
    in.report = report;
    in.log = std::make_shared<const ballotbox::AuditLog>(std::move(log));
    e_.logs.push_back(std::move(in));
    std::sort(e_.logs.begin(), e_.logs.end(), [](const Evening::LogIn& a, const Evening::LogIn& b) {
      return a.log->box != b.log->box ? a.log->box < b.log->box : a.mark < b.mark;
    });
    keep("audit");
    return {};
  }
  Result<void> urn() {
    SK_TRY(urn, formats::read_urn(bytes_));
    if (urn.election != e_.package->package.election || urn.package != e_.package->fingerprint) {
      return fail(ErrorCode::kOtherElection, "error.urn_other_package");
    }
    if (e_.urn != nullptr) {
      if (e_.urn_hash == ballotbox::hash_of(urn)) return {};
      return fail(ErrorCode::kNotAllowed, "error.evening_other_urn");
    }
    if (e_.has_boxes()) return fail(ErrorCode::kNotAllowed, "error.evening_urn_beside");
    e_.urn_hash = ballotbox::hash_of(urn);
    e_.urn = std::make_shared<const ballotbox::Urn>(std::move(urn));
    keep("urn");
    return {};
  }
  Result<void> shares() {
    if (has_mark(e_.shares, mark_)) return {};
    if (e_.urn == nullptr) return fail(ErrorCode::kMissing, "error.evening_no_urn");
    SK_TRY(shares, formats::read_shares(bytes_));
    if (shares.election != e_.urn->election || shares.urn != e_.urn_hash) {
      return fail(Error(ErrorCode::kOtherElection, "error.shares_other_urn").with("file", name_));
    }
    if (shares.shares.size() != ballotbox::all_sealed(*e_.urn).size()) {
      return fail(Error(ErrorCode::kDamaged, "error.shares_number").with("file", name_));
    }
    for (const Evening::ShareIn& other : e_.shares) {
      if (other.shares->holder == shares.holder) return fail(ErrorCode::kNotAllowed, "error.shares_same_holder");
    }
    if (e_.shares.size() >= 2) return fail(ErrorCode::kNotAllowed, "error.evening_two_shares");
    auto in = one<Evening::ShareIn>();
    in.shares = std::make_shared<const ballotbox::ShareFile>(std::move(shares));
    e_.shares.push_back(std::move(in));
    std::sort(e_.shares.begin(), e_.shares.end(),
              [](const Evening::ShareIn& a, const Evening::ShareIn& b) { return a.shares->holder < b.shares->holder; });
    // Who has boxes and both shares could see who voted what: the boxes go first.
    if (e_.has_boxes()) shelf_.erased.push_back(platform::keys_with("b/evening/file/box/"));
    for (Evening::BoxIn& box : e_.boxes) box.box = nullptr;
    keep("shares");
    return {};
  }

  Evening& e_;
  const std::string& name_;
  const std::string& bytes_;
  std::string mark_;
  Shelf& shelf_;
};

bool is_one_of_ours(std::string_view format) {
  for (const std::string_view kind : {"box", "spoilt", "amendment", "audit", "urn", "shares"}) {
    if (format == "stoepkrijt-" + std::string(kind)) return true;
  }
  return false;
}

void take_one(Evening& e, const std::string& name, const std::string& bytes, Shelf& shelf) {
  const std::string format = format_of(bytes);
  if (e.package == nullptr && is_one_of_ours(format)) {
    e.waiting.push_back({name, bytes});
    return;
  }
  std::erase_if(e.refused, [&](const Evening::Refused& one) { return one.name == name; });
  if (auto ok = Taker(e, name, bytes, shelf).take(format); !ok) e.refused.push_back({name, std::move(ok).error()});
}

/// Boxes before the urn, the urn before shares, whatever order they were chosen in.
int turn_of(const std::string& bytes) {
  const std::string format = format_of(bytes);
  if (format == "stoepkrijt-shares") return 2;
  return format == "stoepkrijt-urn" ? 1 : 0;
}

}  // namespace

void take_file(Evening& e, const std::string& name, const std::string& bytes, Shelf& shelf) {
  const bool waited = e.package == nullptr;
  take_one(e, name, bytes, shelf);
  if (!waited || e.package == nullptr || e.waiting.empty()) return;
  std::vector<Evening::Waiting> waiting = std::exchange(e.waiting, {});
  std::stable_sort(waiting.begin(), waiting.end(), [](const Evening::Waiting& a, const Evening::Waiting& b) {
    return turn_of(a.bytes) < turn_of(b.bytes);
  });
  for (const Evening::Waiting& one : waiting) take_one(e, one.name, one.bytes, shelf);
}

}  // namespace stoepkrijt::app::evening
