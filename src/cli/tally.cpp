#include "cli/report.hpp"

namespace stoepkrijt::cli {

Answer run_tally(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<Loaded> loaded = session.load();
  if (!loaded) return session.failed();
  const RuleChoice& choice = options.rules.front();
  const Result<Counted> counted = session.run(loaded->election, choice);
  if (!counted) return session.failed();
  const Result<rules::Summary> summary =
      rules::summarise(loaded->election, choice.params, counted->outcome, counted->trace);
  if (!summary) {
    session.tell(summary.error(), options.file);
    return session.failed();
  }
  if (!options.json) return session.done(outcome_text(session, loaded->election, choice, *counted, *summary));
  json::Writer json;
  json.begin_object();
  write_outcome(json, loaded->election, choice, counted->outcome, *summary);
  json.end_object();
  return session.done(json.take() + "\n");
}

}  // namespace stoepkrijt::cli
