#include <algorithm>

#include "model/round.hpp"

namespace stoepkrijt::model {

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
