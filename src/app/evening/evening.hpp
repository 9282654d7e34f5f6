// What the app knows of the counting evening: boxes gathered and merged, the urn opened by two of three holders,
// counted, reported; and what was counted by hand. A value that is never changed in place; State holds it by pointer,
// so only this room is built anew when it changes.
//
// Kept on the device under b/evening/: each file as it was given, and one small JSON of what was typed and done
// (keep.hpp). What follows from the files is not kept: it is worked out anew, and is the same.
// The boxes of this device go before a share file comes in: who has boxes, and shares of two holders, could put cards
// beside votes (docs/threat-model.md).
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/count.hpp"
#include "app/evening/counting.hpp"
#include "ballotbox/audit.hpp"
#include "ballotbox/by_hand.hpp"
#include "ballotbox/urn.hpp"
#include "base/error.hpp"
#include "formats/ballotbox/box_json.hpp"

namespace stoepkrijt::app {

struct Evening {
  /// A file as it was chosen. `mark` is the hex BLAKE2b of its bytes: the same file twice is one.
  struct File {
    std::string name, mark;
  };
  struct BoxIn : File {
    std::string id;
    std::size_t records = 0;
    Hash256 hash{}, audit_head{};
    std::shared_ptr<const ballotbox::Box> box;  ///< nullptr: it has left this device
  };
  struct ListIn : File {
    ballotbox::SpoiltList list;
  };
  struct AmendmentIn : File {
    ballotbox::Amendment amendment;
  };
  struct LogIn : File {
    std::shared_ptr<const ballotbox::AuditLog> log;
    ballotbox::AuditReport report;
    Hash256 head{};
  };
  struct ShareIn : File {
    std::shared_ptr<const ballotbox::ShareFile> shares;
  };
  /// A file that was not taken, and why.
  struct Refused {
    std::string name;
    Error why;
  };
  /// Came before the package that it is judged by.
  struct Waiting {
    std::string name, bytes;
  };

  std::shared_ptr<const ballotbox::SignedPackage> package;
  std::vector<BoxIn> boxes;  ///< by id, then by mark
  std::vector<ListIn> spoilt;
  std::vector<AmendmentIn> amendments;
  std::vector<LogIn> logs;
  std::vector<Refused> refused;  ///< not kept
  std::vector<Waiting> waiting;  ///< not kept
  std::size_t lot_needed = 0;    ///< conflicts that a lot has to settle
  std::shared_ptr<const ballotbox::Urn> urn;
  Hash256 urn_hash{};                            ///< of it: worked out once
  std::optional<ballotbox::MergeReport> report;  ///< nothing: the urn came as a file
  std::vector<ShareIn> shares;                   ///< at most two, of different holders
  std::shared_ptr<const evening::Counted> counted;
  std::shared_ptr<const RuleCount> count;  ///< of counted->ballots, by the round's rule
  bool asks_reset = false, asks_reset_hand = false;

  /// What was typed, by the name of its field: "lot", "ties", "session/place" ...
  std::map<std::string, std::string, std::less<>> texts;

  /// A key holder at an own device. Nothing of it is kept.
  struct Holder {
    std::shared_ptr<const ballotbox::SignedPackage> package;
    std::shared_ptr<const ballotbox::Urn> urn;
    Hash256 urn_hash{};
    std::string paper;                ///< typed; wiped when the share file is made
    std::optional<std::size_t> made;  ///< of this holder, from 0
    std::string share_file;           ///< its bytes, offered and offered again
    std::optional<Error> error;
  } holder;

  /// A log that is looked at, with a box to hold it against. Not kept.
  struct Look {
    std::string log_name, box_name;
    std::shared_ptr<const ballotbox::AuditLog> log;
    std::shared_ptr<const ballotbox::Box> box;
    std::shared_ptr<const Result<ballotbox::AuditReport>> verdict;
    std::optional<Error> error;
  } look;

  /// "Is my vote in?" Not kept.
  struct Receipt {
    std::string list_name;
    std::shared_ptr<const formats::Receipts> list;
    std::string typed;
    std::optional<formats::ReceiptPlace> place;
    std::optional<Error> error;
  } receipt;

  /// Counted by hand; what was typed is in `texts` under "hand/". Forgotten as soon as something is typed.
  struct Hand {
    bool compared = false;
    std::vector<std::string> differs;                ///< totals: ids of plans, or "people"
    std::vector<ballotbox::PaperDifference> papers;  ///< paper ballots
    std::optional<Error> error;
    std::shared_ptr<const model::Urn> ballots;
    std::shared_ptr<const RuleCount> count;
  } hand;

  [[nodiscard]] std::string text(std::string_view field) const {
    const auto found = texts.find(field);
    return found == texts.end() ? std::string() : found->second;
  }
  /// Are the records of the boxes still here?
  [[nodiscard]] bool has_boxes() const {
    for (const BoxIn& box : boxes) {
      if (box.box != nullptr) return true;
    }
    return false;
  }
};

}  // namespace stoepkrijt::app
