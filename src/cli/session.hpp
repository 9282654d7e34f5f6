// What every command does around its own work: reads the file, shows warnings and faults, counts, words the answer.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "cli/cli.hpp"
#include "cli/options.hpp"
#include "formats/pb/pb.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::cli {

/// Tells how far a long count is: once in a while, on standard error. On a terminal one line that is written over.
class Progress : public rules::Watcher {
 public:
  Progress(const Surroundings& surroundings, bool wanted, std::string words);
  ~Progress() override;
  bool on_progress(std::uint64_t done, std::uint64_t total) override;

 private:
  using Clock = std::chrono::steady_clock;
  const Surroundings& surroundings_;
  bool shows_;
  bool shown_ = false;
  std::string words_;
  Clock::time_point last_ = Clock::now();
};

/// An election of a file, whatever its format.
struct Loaded {
  rules::Election election;  // merged; with the constraints of the file when --limits file asks for them
  std::vector<std::pair<std::string, std::string>> meta;
  std::optional<formats::PbFile> pb;  // the file as it is, where it is .pb
  std::vector<std::string> selected;  // of .pb: the cells of the column, by project; empty where there is none
};

struct Counted {
  rules::Outcome outcome;
  rules::Trace trace;
};

class Session {
 public:
  Session(const Options& options, const Surroundings& surroundings) : options_(options), surroundings_(surroundings) {}

  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] const Surroundings& surroundings() const { return surroundings_; }
  /// The language file of --lang.
  [[nodiscard]] std::string_view language() const { return surroundings_.words(options_.language); }
  /// A sentence of the language file with its {places} filled.
  using Args = std::vector<std::pair<std::string_view, std::string_view>>;
  [[nodiscard]] std::string tr(std::string_view key, const Args& args = {}) const;
  /// "1 vote", "2 votes": key.one or key.other with {n}.
  [[nodiscard]] std::string count(std::string_view key, std::uint64_t n) const;

  /// Errors are told on standard error already (answer()); what is returned is for the caller to stop.
  [[nodiscard]] Result<Loaded> load();
  [[nodiscard]] Result<Counted> run(const rules::Election& election, const RuleChoice& choice);
  [[nodiscard]] Result<std::string> read_file(std::string_view path);

  /// The answer when something failed, with everything told so far.
  [[nodiscard]] Answer failed() const { return Answer{exit_code_, "", notes_}; }
  /// The answer when all is well; warnings stand on standard error.
  [[nodiscard]] Answer done(std::string out, int exit_code = kDone) const {
    return Answer{exit_code, std::move(out), notes_};
  }
  /// Tells a fault; the exit code follows from it.
  void tell(Error error, std::string_view file);
  void warn(std::string_view sentence);

 private:
  [[nodiscard]] Result<Loaded> load_pb(std::string_view bytes);
  [[nodiscard]] Result<Loaded> load_json(std::string_view bytes);

  const Options& options_;
  const Surroundings& surroundings_;
  int exit_code_ = kFault;
  std::string notes_;
};

/// The commands; `options` are parsed and complete.
[[nodiscard]] Answer run_tally(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_explain(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_compare(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_convert(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_verify(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_merge(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_diff(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_validate(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_delta(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_redact(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_signals(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_gpx(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_box(const Options& options, const Surroundings& surroundings);
[[nodiscard]] Answer run_map(const Options& options, const Surroundings& surroundings);

}  // namespace stoepkrijt::cli
