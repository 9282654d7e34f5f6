#include "formats/merged/stood.hpp"

namespace stoepkrijt::formats {

void Stood::note(std::size_t place, std::string_view text, std::span<const Mark> marks,
                 std::span<const merge::Held> held) {
  Spot& spot = spots_[place];
  if (spot.text != nullptr) return;
  spot.text = text.data();
  spot.size = static_cast<std::uint32_t>(text.size());
  spot.mark = static_cast<std::uint32_t>(marks_.size());
  spot.marks = static_cast<std::uint32_t>(marks.size());
  marks_.insert(marks_.end(), marks.begin(), marks.end());
  spot.run = static_cast<std::uint32_t>(runs_.size());
  each_run(held, [this](const DotRun& run) { runs_.push_back(run); });
  spot.runs = static_cast<std::uint32_t>(runs_.size()) - spot.run;
}

bool Stood::take(std::size_t place, Scanner& in, const std::vector<std::uint32_t>& to_known) const {
  const Spot& spot = spots_[place];
  if (spot.text == nullptr) return false;
  Scanner probe = in;
  std::size_t from = 0;
  for (const Mark& mark : std::span(marks_.data() + spot.mark, spot.marks)) {
    std::int64_t actor = 0;
    if (!probe.take({spot.text + from, mark.at - from}) || !probe.whole(UINT32_MAX, actor)) return false;
    if (static_cast<std::size_t>(actor) >= to_known.size()) return false;
    if (to_known[static_cast<std::size_t>(actor)] != mark.actor) return false;
    from = mark.end;
  }
  if (!probe.take({spot.text + from, spot.size - from})) return false;
  in = probe;
  return true;
}

}  // namespace stoepkrijt::formats
