// Everything that can be asked of this room (app/office/office.hpp), as values inside of cmd::AtOffice.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "app/command.hpp"
#include "app/office/office.hpp"
#include "base/one_of.hpp"

namespace stoepkrijt::app::office {

// Keys
struct MakeKey {
  formats::KeyOwner owner = formats::KeyOwner::kHolder;
  std::string name;
};
struct GiveOpenKey {};    ///< the public part, as a file
struct GiveSecretKey {};  ///< the key file
struct PrintKey {};
struct ForgetKey {};  ///< asks once more while there is no copy
struct StayAtKey {};

// The package
struct ChangeDraft {
  Draft draft;  ///< all that is typed and chosen; keys stay as they are
};
struct KeyFromFile {
  KeyPlace where;
};
struct KeyFromCamera {
  KeyPlace where;
};
/// Hexadecimal digits, or the text of the code. A box needs its name and channel beside digits.
struct KeyTyped {
  KeyPlace where;
  std::string text, name;
  formats::KeyOwner owner = formats::KeyOwner::kHolder;
};
struct DropKey {
  KeyPlace where;
  std::string box;  ///< id, where it is a box
};
struct Make {};
struct StopMaking {};
struct GivePackage {
  std::size_t own = 0;
};
struct ShowPackage {
  std::size_t own = 0;
};  ///< as codes, for the camera of another device
struct GiveOrganiser {
  std::size_t own = 0;
};
struct ForgetOwn {
  std::size_t own = 0;
};  ///< asks first: a second one does it
struct StayAtOwn {};

// Cards
struct PrintCards {
  std::size_t batch = 0;
};
struct ForgetCards {};  ///< asks once more while some were not printed
struct StayAtCards {};

// A plan that is withdrawn
struct Withdraw {
  std::size_t own = 0;
};
struct ChangeWithdrawal {
  Withdrawal withdrawal;
};
struct StopWithdrawal {};
struct GiveWithdrawal {};

struct Ask {
  OneOf<MakeKey, GiveOpenKey, GiveSecretKey, PrintKey, ForgetKey, StayAtKey, ChangeDraft, KeyFromFile, KeyFromCamera,
        KeyTyped, DropKey, Make, StopMaking, GivePackage, ShowPackage, GiveOrganiser, ForgetOwn, StayAtOwn, PrintCards,
        ForgetCards, StayAtCards, Withdraw, ChangeWithdrawal, StopWithdrawal, GiveWithdrawal>
      what;
};

/// As a command of the app.
template <class T>
[[nodiscard]] Command ask(T what) {
  return cmd::AtOffice{std::make_shared<const Ask>(Ask{std::move(what)})};
}

}  // namespace stoepkrijt::app::office
