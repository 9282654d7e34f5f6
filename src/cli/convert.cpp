#include "base/json_writer.hpp"
#include "cli/session.hpp"
#include "formats/csv/election_csv.hpp"
#include "formats/election/election_json.hpp"
#include "rules/election.hpp"

namespace stoepkrijt::cli {

namespace {

Result<std::string> converted(const Loaded& loaded, std::string_view to) {
  if (to == "csv") return formats::write_election_csv(loaded.election);
  if (to == "json") return formats::write_election({loaded.election, loaded.meta});
  // A .pb file stays what it is, with all that this program does not know; only the way it is written becomes strict.
  if (loaded.pb) return formats::write_pb(*loaded.pb);
  return formats::write_pb(formats::make_pb(loaded.election, loaded.meta));
}

}  // namespace

Answer run_convert(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<Loaded> loaded = session.load();
  if (!loaded) return session.failed();
  const Result<std::string> bytes = converted(*loaded, options.to);
  if (!bytes) {
    session.tell(bytes.error(), options.file);
    return session.failed();
  }
  if (options.output == "-") return session.done(*bytes);
  if (const Result<void> written = surroundings.write_file(options.output, *bytes); !written) {
    session.tell(written.error(), options.output);
    return session.failed();
  }
  const std::uint64_t voters = rules::count_voters(loaded->election);
  const std::size_t projects = loaded->election.projects.size();
  if (!options.json) {
    return session.done(session.tr("cli.written", {{"file", options.output},
                                                   {"projects", std::to_string(projects)},
                                                   {"voters", std::to_string(voters)}}) +
                        "\n");
  }
  json::Writer json;
  json.begin_object();
  json.key("bytes");
  json.integer(static_cast<std::int64_t>(bytes->size()));
  json.key("output");
  json.string(options.output);
  json.key("projects");
  json.integer(static_cast<std::int64_t>(projects));
  json.key("to");
  json.string(options.to);
  json.key("voters");
  json.integer(static_cast<std::int64_t>(voters));
  json.end_object();
  return session.done(json.take() + "\n");
}

}  // namespace stoepkrijt::cli
