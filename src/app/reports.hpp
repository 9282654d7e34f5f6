// Signals from and for other programs: what of a file is new here, and the signals of this dossier as a file.
//
// Guarantee: the same file taken in twice brings nothing the second time; a signal that has no id of ours gets one that
// follows from what the file says of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/book.hpp"
#include "app/lang.hpp"
#include "formats/reports/reports.hpp"
#include "merge/write.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::app {

struct NewReports {
  std::vector<model::Signal> signals;  ///< sorted by id
  std::vector<model::Issue> issues;    ///< for those of which more is known than that they are open; sorted by id
  std::size_t here_already = 0;
  std::size_t personal = 0;  ///< of the new ones: with words that seem to hold personal data
};
/// `now_ms`: for signals of which the file does not say when.
[[nodiscard]] NewReports new_reports(const model::Dossier& dossier, const std::vector<formats::Report>& reports,
                                     std::int64_t now_ms);
[[nodiscard]] std::vector<merge::Write> writes_of(const NewReports& news);
/// With the new ones in it.
[[nodiscard]] model::Dossier with(const model::Dossier& dossier, const NewReports& news);

/// The name of its kind in words, where nobody else gave one. `tr`: the sentence of a language key.
void name_categories(std::vector<formats::Report>& reports, const std::function<std::string(std::string_view key)>& tr);

struct ReportFile {
  std::string name;  ///< the end of it: ".csv"
  std::string mime;
  std::string bytes;
};
/// CSV as spreadsheets of the language want it. `contacts`: how reporters can be reached, only into Signalen, which has
/// members for it; nullptr: not.
[[nodiscard]] ReportFile report_file(const model::Dossier& dossier, ReportFormat format, const Lang& lang,
                                     const Contacts* contacts = nullptr);
/// In how many signals the words seem to hold personal data.
[[nodiscard]] std::size_t count_personal(const std::vector<model::Signal>& signals);

}  // namespace stoepkrijt::app
