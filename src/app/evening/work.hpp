// What the reducers of this room share. Private to src/app/evening.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/reducer.hpp"

namespace stoepkrijt::app::evening {

inline constexpr std::uint64_t kMostFileBytes = 64ULL * 1024 * 1024;

/// The room as it is now, to be changed and put back.
[[nodiscard]] inline Evening room_of(const State& s) { return s.evening == nullptr ? Evening() : *s.evening; }
inline void put_back(Reducer& r, Evening e) { r.s.evening = std::make_shared<const Evening>(std::move(e)); }
/// Puts it back and keeps what was typed and done; `puts` and `erased` go with it in one step.
void keep_back(Reducer& r, Evening e, std::vector<platform::Kept> puts = {},
               const std::vector<platform::KeyRange>& erased = {});

[[nodiscard]] std::string mark_of(std::string_view bytes);
/// The member "format" of a file of ours; empty for anything else.
[[nodiscard]] std::string format_of(std::string_view bytes);
inline void offer(Reducer& r, std::string name, std::string mime, std::string bytes) {
  r.effects.emplace_back(platform::OfferFile{std::move(name), std::move(mime), std::move(bytes)});
  r.toast("toast.file_offered");
}

// files.cpp
/// Takes a file in, or says why not. What is to be kept of it goes to `puts`, what is to be forgotten to `erased`.
struct Shelf {
  std::vector<platform::Kept> puts;
  std::vector<platform::KeyRange> erased;
};
void take_file(Evening& e, const std::string& name, const std::string& bytes, Shelf& shelf);
/// The urn is not that of the boxes any more.
void forget_urn(Evening& e, Shelf& shelf);

// reduce_count.cpp
void on(Reducer& r, const Merge& c);
void on(Reducer& r, const OfferUrn& c);
void on(Reducer& r, const DropShare& c);
void on(Reducer& r, const Open& c);
void on(Reducer& r, const OfferBallots& c);
void on(Reducer& r, const OfferReceipts& c);
void on(Reducer& r, const IntoDossier& c);
/// Opens and counts; the fault, when it cannot.
[[nodiscard]] Result<void> count_all(Evening& e);

// reduce_small.cpp
void on(Reducer& r, const ScanKey& c);
void on(Reducer& r, const MakeShare& c);
void on(Reducer& r, const OfferShare& c);
void on(Reducer& r, const LeaveHolder& c);
void on(Reducer& r, const LookUp& c);
void take_for_holder(Reducer& r, const platform::FilePicked& a);
void take_for_log(Reducer& r, const platform::FilePicked& a);
void take_receipts(Reducer& r, const platform::FilePicked& a);
void take_key_code(Reducer& r, const std::string& text);

// reduce_hand.cpp
void on(Reducer& r, const Compare& c);

}  // namespace stoepkrijt::app::evening
