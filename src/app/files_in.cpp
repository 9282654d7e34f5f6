#include "app/files_in.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "formats/dossier/dossier.hpp"
#include "formats/geojson/geojson.hpp"
#include "formats/pb/pb.hpp"
#include "model/names.hpp"

namespace stoepkrijt::app {

namespace {

bool ends_with(std::string_view name, std::string_view tail) {
  if (name.size() < tail.size()) return false;
  const std::string_view end = name.substr(name.size() - tail.size());
  return std::equal(end.begin(), end.end(), tail.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

/// The first bytes say what a file is: .pb files start with their META section.
bool looks_like_pb(std::string_view name, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return ends_with(name, ".pb") || bytes.starts_with("META");
}

/// Our own format name stands near the start of a dossier, whatever the order of its keys.
bool looks_like_dossier(std::string_view bytes) {
  return bytes.find("\"stoepkrijt-dossier\"") != std::string_view::npos;
}
bool looks_like_geojson(std::string_view name, std::string_view bytes) {
  if (ends_with(name, ".geojson")) return true;
  const std::string_view head = bytes.substr(0, 4096);
  return head.find("\"FeatureCollection\"") != std::string_view::npos ||
         head.find("\"Feature\"") != std::string_view::npos;
}

rules::Election election_of(const model::Round& round) {
  rules::Election election;
  election.budget = round.budget.to_ratio();
  for (const model::Plan& plan : round.plans) {
    rules::Project project;
    project.id = plan.id;
    project.name = plan.title.nl;
    project.cost = plan.cost.to_ratio();
    project.categories = {std::string(model::name_of(plan.theme))};
    project.area = plan.buurt;
    election.projects.push_back(std::move(project));
  }
  return election;
}

std::string pb_date(const std::string& iso) {
  if (iso.size() != 10) return iso;
  return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

}  // namespace

Result<std::string> write_ballots(const model::Round& round, const model::Urn& urn) {
  rules::Election election = election_of(round);
  std::map<std::string, rules::ProjectIndex, std::less<>> index;
  for (const rules::Project& project : election.projects) {
    index.emplace(project.id, static_cast<rules::ProjectIndex>(index.size()));
  }
  for (const model::Urn::Entry& entry : urn.entries) {
    std::vector<rules::ProjectIndex> chosen;
    for (const std::string& id : entry.ballot.approved) {
      const auto it = index.find(id);
      if (it == index.end()) return fail(Error(ErrorCode::kUnknownId, "error.ballot_unknown_plan").with("plan", id));
      chosen.push_back(it->second);
    }
    rules::add_ballot(election, std::move(chosen), static_cast<std::uint64_t>(entry.count));
  }
  rules::merge_ballots(election);  // sorted: the order says nothing about who voted when
  return formats::write_pb(formats::make_pb(election, {{"description", round.title.nl},
                                                       {"instance", round.opens.substr(0, 4)},
                                                       {"unit", round.id},
                                                       {"date_begin", pb_date(round.opens)},
                                                       {"date_end", pb_date(round.closes)},
                                                       {"rule", round.rule.id == "greedy" ? "greedy" : "equalshares/add1"},
                                                       {"language", "nl"},
                                                       {"currency", "EUR"}}));
}

Result<model::Urn> read_ballots(const model::Round& round, std::string_view pb) {
  formats::PbReport report;
  SK_TRY(file, formats::read_pb(pb, report));
  if (file.election.type != rules::BallotType::kApproval) {
    return fail(Error(ErrorCode::kWrongFormat, "error.ballots_not_approval"));
  }
  model::Urn urn;
  urn.round_id = round.id;
  for (const rules::Ballot& ballot : file.election.ballots) {
    model::Ballot own;
    for (const rules::ProjectIndex i : ballot.projects) {
      const std::string& id = file.election.projects[i].id;
      if (find_plan(round, id) == nullptr) {
        return fail(Error(ErrorCode::kUnknownId, "error.ballot_other_round").with("plan", id));
      }
      own.approved.push_back(id);
    }
    std::sort(own.approved.begin(), own.approved.end());
    urn.add(own, static_cast<std::int64_t>(ballot.count));
  }
  return urn;
}

Result<std::shared_ptr<const model::BaseMap>> read_map(const std::vector<MapFile>& files) {
  std::vector<model::BaseMap> layers;
  for (const MapFile& file : files) {
    auto layer = formats::read_geojson(file.text, file.name);
    if (!layer) {
      Error error = std::move(layer).error();
      error.where.file = file.name;
      return fail(std::move(error));
    }
    layers.push_back(std::move(layer).value());
  }
  return std::make_shared<const model::BaseMap>(formats::merge_maps(std::move(layers)));
}

Result<PendingImport> read_given_file(std::string_view name, std::string_view bytes, const State& state) {
  PendingImport import;
  import.file_name = std::string(name);
  if (looks_like_pb(name, bytes)) {
    const model::Round* round = current_round(state);
    if (round == nullptr) return fail(Error(ErrorCode::kUnknownId, "error.no_round"));
    SK_TRY(urn, read_ballots(*round, bytes));
    import.urn = std::make_shared<const model::Urn>(std::move(urn));
    return import;
  }
  if (!looks_like_dossier(bytes) && looks_like_geojson(name, bytes)) {
    import.map_files.push_back(MapFile{std::string(name), std::string(bytes)});
    SK_TRY(map, read_map(import.map_files));
    import.map = std::move(map);
    return import;
  }
  SK_TRY(dossier, formats::read_dossier(bytes));
  import.dossier = std::make_shared<const model::Dossier>(std::move(dossier));
  return import;
}

}  // namespace stoepkrijt::app
