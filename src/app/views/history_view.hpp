// What was done on this device, newest first; or what one record went through, with a way back to each earlier state.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "app/views/change_words.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct HistoryView {
  Page page;
  std::string title;  ///< of one record: its name
  std::string words;
  bool of_record = false;
  std::string kind, id;  ///< of that record
  UndoView undo;
  struct Entry {
    std::uint64_t step = 0;
    std::string when;
    std::string what;                   ///< "Melding wijzigen"
    std::string source;                 ///< "Uit het bestand “buur.json”"; empty: it was done here
    std::vector<ChangeLine> changes;    ///< of one record: without its title
    std::string more;                   ///< that more was changed; empty: this is all
    std::string restore, restore_name;  ///< empty: it looks like that now, or it was not there then
    std::string now;                    ///< "Zo is het nu"; empty: not
  };
  std::vector<Entry> entries;  ///< at most as many as asked for
  std::string count;
  std::string more;  ///< button for more entries; empty: these are all
  std::string empty_title, empty_words;
  std::string keep_title, keep_words, forget;
  std::vector<std::string> keep_names;
  int keep = -1;  ///< which of kJournalDays; -1: another number
};
inline constexpr std::array<std::int32_t, 3> kJournalDays = {30, 90, 365};
inline constexpr std::size_t kEntriesAtOnce = 20;
[[nodiscard]] HistoryView make_history_view(const State& state, const Lang& lang, std::size_t most = kEntriesAtOnce);

}  // namespace stoepkrijt::app
