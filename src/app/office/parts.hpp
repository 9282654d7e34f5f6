// What the files of this room's reducer share. Private to src/app/office.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "app/fresh_secret.hpp"
#include "app/office/command.hpp"
#include "app/reducer.hpp"

namespace stoepkrijt::app::office {

inline constexpr std::string_view kDraftKey = "b/office/draft";
[[nodiscard]] std::string package_key(const ballotbox::ElectionId& election);
[[nodiscard]] std::string organiser_key(const ballotbox::ElectionId& election);
[[nodiscard]] std::string folder_key(const ballotbox::ElectionId& election);

[[nodiscard]] inline const Office& office_of(const State& s) {
  static const Office kNone;
  return s.office == nullptr ? kNone : *s.office;
}
/// The room as it is next.
template <class F>
void change(Reducer& r, F f) {
  auto next = std::make_shared<Office>(office_of(r.s));
  f(*next);
  r.s.office = std::move(next);
}

/// Of a file name: lower-case ASCII.
[[nodiscard]] std::string slug(std::string_view words);

// reduce_make.cpp
void make(Reducer& r);
void step(Reducer& r);
void on(Reducer& r, const StopMaking& c);
void on(Reducer& r, const GivePackage& c);
void on(Reducer& r, const ShowPackage& c);
void on(Reducer& r, const GiveOrganiser& c);
void on(Reducer& r, const ForgetOwn& c);
void on(Reducer& r, const StayAtOwn& c);
void on(Reducer& r, const PrintCards& c);
void on(Reducer& r, const ForgetCards& c);
void on(Reducer& r, const StayAtCards& c);
void on(Reducer& r, const Withdraw& c);
void on(Reducer& r, const ChangeWithdrawal& c);
void on(Reducer& r, const StopWithdrawal& c);
void on(Reducer& r, const GiveWithdrawal& c);
void loaded_own(Reducer& r, const std::vector<platform::Kept>& found);

}  // namespace stoepkrijt::app::office
