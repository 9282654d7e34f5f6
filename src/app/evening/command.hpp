// Everything that can be asked of this room (app/evening/evening.hpp), as values inside of cmd::AtEvening.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "app/command.hpp"
#include "base/one_of.hpp"

namespace stoepkrijt::app::evening {

/// Asks for files: of the counting evening, of a key holder, a log, a list of receipts.
enum class For : std::uint8_t { kEvening, kHolder, kLog, kReceipt };
struct Pick {
  For what = For::kEvening;
};
/// What was typed in a field (Evening::texts; "holder/paper" and "receipt" are of their own and never kept).
struct Type {
  std::string field, words;
};
struct ForgetRefused {};
struct Merge {};
struct OfferUrn {};
struct DropShare {
  std::size_t holder = 0;
};
struct Open {};
struct OfferBallots {};
struct OfferReceipts {};
struct IntoDossier {
  bool closes = false;  ///< the round that is open in the dossier is closed for it
};
/// Asks first; `sure` does it.
struct Reset {
  bool hand = false;  ///< what was counted by hand; else all the rest
  bool sure = false;
};
struct KeepOn {};  ///< not, after all

// Key holder
struct ScanKey {};
struct MakeShare {};
struct OfferShare {};
struct LeaveHolder {};

// Is my vote in?
struct LookUp {};

// By hand
struct Compare {};

struct Ask {
  OneOf<Pick, Type, ForgetRefused, Merge, OfferUrn, DropShare, Open, OfferBallots, OfferReceipts, IntoDossier, Reset,
        KeepOn, ScanKey, MakeShare, OfferShare, LeaveHolder, LookUp, Compare>
      what;
};

/// As a command of the app.
template <class T>
[[nodiscard]] Command ask(T what) {
  return cmd::AtEvening{std::make_shared<const Ask>(Ask{std::move(what)})};
}

}  // namespace stoepkrijt::app::evening
