// The rooms of the secret ballot (app/station/, app/office/, app/evening/): what the rest of the app passes on to them.
#include <algorithm>
#include <string>
#include <utility>

#include "app/evening/reduce.hpp"
#include "app/office/reduce.hpp"
#include "app/reducer.hpp"
#include "app/station/reduce.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::AtStation& c) { station::on(*this, *c.what); }
void Reducer::on(const cmd::AtOffice& c) { office::on(*this, *c.what); }
void Reducer::on(const cmd::AtEvening& c) { evening::on(*this, *c.what); }

namespace {

std::vector<platform::Kept> of_room(const std::vector<platform::Kept>& found, std::string_view prefix) {
  std::vector<platform::Kept> out;
  std::copy_if(found.begin(), found.end(), std::back_inserter(out),
               [&](const platform::Kept& one) { return one.key.starts_with(prefix); });
  return out;
}

}  // namespace

void Reducer::loaded_rooms(const std::vector<platform::Kept>& found) {
  station::loaded(*this, of_room(found, "b/station/"));
  office::loaded(*this, of_room(found, "b/office/"));
  evening::loaded(*this, of_room(found, "b/evening/"));
}

bool Reducer::file_for_room(const platform::FilePicked& a) {
  if (a.purpose.starts_with("station/")) {
    station::take(*this, a);
  } else if (a.purpose.starts_with("office/")) {
    office::take(*this, a);
  } else if (a.purpose.starts_with("evening/")) {
    evening::take(*this, a);
  } else {
    return false;
  }
  return true;
}

void Reducer::code_for_room(const platform::CodeSeen& a) {
  if (s.scan_room == "station") station::take(*this, a);
  if (s.scan_room == "office") office::take(*this, a);
  if (s.scan_room == "evening") evening::take(*this, a);
}

void Reducer::chain_for_room(std::string_view room, const std::string& bytes) {
  if (room == "station") station::take_chain(*this, bytes);
}

void Reducer::tick_rooms() {
  station::tick(*this);
  office::tick(*this);
  evening::tick(*this);
}

std::int64_t Reducer::rooms_next_ms() const {
  std::int64_t next = 0;
  for (const std::int64_t ms : {station::next_ms(s), office::next_ms(s), evening::next_ms(s)}) {
    if (ms != 0 && (next == 0 || ms < next)) next = ms;
  }
  return next;
}

void Reducer::rooms_kept() {
  station::kept(*this);  // a voter gets a receipt when the vote is kept
  office::kept(*this);
}
void Reducer::rooms_not_kept(const Error& error) { station::not_kept(*this, error); }

bool Reducer::keep(std::vector<platform::Kept> puts, const std::vector<platform::KeyRange>& erased) {
  if (!can_keep()) return false;
  for (const platform::KeyRange& range : erased) forget(range);
  for (platform::Kept& one : puts) put(std::move(one.key), std::move(one.bytes));
  pump();
  return true;
}

void Reducer::scan_for(std::string_view room, std::string words) {
  s.scan.reset();
  s.scan_room = std::string(room);
  effects.emplace_back(platform::ScanCodes{lang().tr("scan.title"), std::move(words), lang().tr("scan.stop")});
}

}  // namespace stoepkrijt::app
