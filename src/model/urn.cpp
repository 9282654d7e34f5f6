#include <algorithm>

#include "model/round.hpp"

namespace stoepkrijt::model {

bool fits_form(const Ballot& ballot, const VoteForm& form) {
  if (ballot.approved.empty()) return ballot.points.empty();
  if (gives_points(form.method)) {
    if (ballot.points.size() != ballot.approved.size()) return false;
  } else if (!ballot.points.empty()) {
    return false;
  }
  return form.method == VoteMethod::kRanking || std::is_sorted(ballot.approved.begin(), ballot.approved.end());
}

std::int64_t Urn::total_in(const VoteForm& form) const {
  std::int64_t sum = 0;
  for (const Entry& entry : entries) sum += fits_form(entry.ballot, form) ? entry.count : 0;
  return sum;
}

std::int64_t Urn::total() const {
  std::int64_t sum = 0;
  for (const Entry& entry : entries) sum += entry.count;
  return sum;
}

void Urn::add(const Ballot& ballot, std::int64_t count) {
  SK_CHECK(count > 0);
  const auto place = std::lower_bound(entries.begin(), entries.end(), ballot,
                                      [](const Entry& entry, const Ballot& b) { return entry.ballot < b; });
  if (place != entries.end() && place->ballot == ballot) {
    place->count += count;
  } else {
    entries.insert(place, Entry{ballot, count});
  }
}

}  // namespace stoepkrijt::model
