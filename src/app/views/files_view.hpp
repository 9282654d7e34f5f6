// "Mijn bestanden": the dossier that is open and how well it is kept, files out and in, and the other dossiers here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct FilesView {
  Page page;
  std::string dossier_title, dossier_words, contents;
  std::string saved;
  bool saved_well = true;
  std::string try_save;        ///< empty: nothing failed
  std::string storage_words;   ///< where and how safely it is kept
  std::string room_words;      ///< "Gebruikt: 12 MB. Er is nog 1,2 GB over."; empty: not known
  std::string photos_words;    ///< "Foto’s: 12, samen 4 MB."; empty: there are none
  std::string room_warning;    ///< more than 80 % is used; empty: it is not
  std::string persist_button;  ///< empty: nothing to ask
  std::string ios_words;
  std::string read_only;  ///< empty: it may be changed and merged
  std::string conflicts;  ///< "2 verschillen om te kiezen"; empty: none
  std::string exchange, history, own_map;

  std::string export_title, export_words, export_button;
  std::string gzip, gzip_small, pretty, pretty_small;
  bool gzip_on = false, pretty_on = false, photos_on = false;
  std::string photos, photos_small;  ///< whether photos travel, and the size of both; empty: there are none
  std::string import_title, import_words, import_button;

  std::string contacts, contacts_small;  ///< whether they go along; empty: there are none
  bool contacts_on = false;

  std::string keep_title, keep_words, keep_day, keep_less, keep_more;
  std::string keep_before, keep_after;  ///< ISO dates
  std::string keep_past;                ///< the day is over; empty: it is not

  struct Other {
    std::string slug;
    std::string title;
    std::string words;  ///< "12 meldingen, veranderd op 22 november, 14.05 uur"
    bool damaged = false;
    std::string open, open_name;  ///< empty: cannot be opened
    std::string remove, remove_name;
  };
  std::string others_title, others_words;  ///< empty title: there are no others
  std::vector<Other> others;

  struct SignalsFile {
    ReportFormat format = ReportFormat::kCsv;
    std::string name;   ///< "Tabel"
    std::string words;  ///< "CSV, voor een rekenblad"
  };
  std::string signals_title, signals_words, signals_warning;  ///< empty warning: none
  std::vector<SignalsFile> signals;                           ///< empty: there are no signals

  std::string ballots_title, ballots_words, ballots_button;
  std::string aside_title, aside_words, aside_button;
  std::string wipe_title, wipe_words, wipe_button;
  std::string example_button;  ///< empty: it is the example already
};
[[nodiscard]] FilesView make_files_view(const State& state, const Lang& lang);

/// "minder dan 1 MB", "12 MB", "1,2 GB" (10⁶ and 10⁹ bytes).
[[nodiscard]] std::string size_words(const Lang& lang, std::uint64_t bytes);

}  // namespace stoepkrijt::app
