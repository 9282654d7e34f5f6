// Everything that can be asked of the polling station (app/station/station.hpp), as values inside of cmd::AtStation.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "app/command.hpp"
#include "base/one_of.hpp"

namespace stoepkrijt::app::station {

// The package, and what this device is for
struct PickPackage {};
struct FetchPackage {};  ///< the one that stands on the site of the app
struct ScanPackage {};   ///< from the screen of another device
struct ShowPackage {};   ///< the one that is open, for the camera of another device; at a kiosk by the host
/// For one voter at home.
struct StartHome {};
struct PickKey {};  ///< the key file of a box
struct TakeKey {
  std::string rows;
};  ///< as it stands on paper
/// A kiosk, with this PIN for its host.
struct StartKiosk {
  std::string pin, again;
};
struct Leave {};  ///< puts the station away; a kiosk only when it is closed and copied

// The voter
struct TypeCode {
  std::string text;
};
struct Key {
  char letter = 0;  ///< of the kiosk's own keys; 0: takes the last one off
};
struct CheckCode {};
struct ScanCard {};
/// With a card of the desk: the host lets this voter vote.
struct GiveConsent {
  std::string pin;
};
struct KeepAgain {};
struct MoreTime {};
struct Done {};  ///< wipes the screen
struct OfferVote {};
struct Touched {};

// The host
struct EnterPin {
  std::string pin;
};
struct LeaveHost {};
struct OpenBox {};
struct CloseBox {};
struct OfferBox {};
struct OfferLog {};
struct OfferSpoilt {};
struct ReplaceCard {
  std::string spoilt, reserve;  ///< codes
};
struct PickAmendment {};
struct ScanVote {};   ///< of a phone, into a box for phones
struct PickVotes {};  ///< the same, from files
struct TestSound {};
struct TestCamera {};
struct CleanScreen {
  bool on = true;
};

struct Ask {
  OneOf<PickPackage, FetchPackage, ScanPackage, ShowPackage, StartHome, PickKey, TakeKey, StartKiosk, Leave, TypeCode,
        Key, CheckCode, ScanCard, GiveConsent, KeepAgain, MoreTime, Done, OfferVote, Touched, EnterPin, LeaveHost,
        OpenBox, CloseBox, OfferBox, OfferLog, OfferSpoilt, ReplaceCard, PickAmendment, ScanVote, PickVotes, TestSound,
        TestCamera, CleanScreen>
      what;
};

/// As a command of the app.
template <class T>
[[nodiscard]] Command ask(T what) {
  return cmd::AtStation{std::make_shared<const Ask>(Ask{std::move(what)})};
}

}  // namespace stoepkrijt::app::station
