// Version 1 of the dossier, field by field: the one list from which both reader and writer work, so that they cannot
// disagree. An archive is called with each key and member, in the canonical order (keys sorted by bytes). Members that
// came later are `unless_default`: absent in older files and wherever they say nothing new, so that old bytes stay.
#pragma once

#include <concepts>
#include <type_traits>

#include "model/dossier.hpp"

namespace stoepkrijt::formats {

/// Both T and const T: a reader fills it, a writer looks.
template <class T, class Plain>
concept Like = std::same_as<std::remove_const_t<T>, Plain>;

template <class Ar>
void fields(Ar& ar, Like<model::Words> auto& v) {
  ar("en", v.en);
  ar("nl", v.nl);
}

template <class Ar>
void fields(Ar& ar, Like<model::RuleCheck> auto& v) {
  ar("met", v.met);
  ar("reason", v.reason);
}

[[nodiscard]] inline bool is_default(std::string_view v) { return v.empty(); }
[[nodiscard]] inline bool is_default(bool v) { return !v; }
[[nodiscard]] inline bool is_default(std::int32_t v) { return v == 0; }
[[nodiscard]] inline bool is_default(Money v) { return v.cents == 0; }
template <class T>
[[nodiscard]] bool is_default(const std::vector<T>& v) {
  return v.empty();
}

template <class Ar>
void fields(Ar& ar, Like<model::Plan> auto& v) {
  ar("buurt", v.buurt);
  ar("checks", v.checks);
  ar.unless_default("comes_from", v.comes_from);
  ar("cost", v.cost);
  ar("description", v.description);
  ar.unless_default("excludes", v.excludes);
  ar("icon", v.icon);
  ar("id", v.id);
  ar.unless_default("least_cost", v.least_cost);
  ar("own_hours", v.own_hours);
  ar("own_people", v.own_people);
  ar("own_words", v.own_words);
  ar("place", v.place);
  ar("proposer", v.proposer);
  ar.unless_default("requires", v.requires_plans);
  ar("summary", v.summary);
  ar("support_households", v.support_households);
  ar("support_of", v.support_of);
  ar("theme", v.theme);
  ar("third_party", v.third_party);
  ar("third_party_who", v.third_party_who);
  ar("title", v.title);
}

template <class Ar>
void fields(Ar& ar, Like<model::SpendingLimit> auto& v) {
  ar("buurt", v.buurt);
  ar.unless_default("least", v.least);
  ar.unless_default("most", v.most);
  ar.unless_default("pot", v.pot);
  ar("theme", v.theme);
}

template <class Ar>
void fields(Ar& ar, Like<model::VoteForm> auto& v) {
  ar("method", v.method);
  ar("most_per_plan", v.most_per_plan);
  ar("most_plans", v.most_plans);
  ar("points", v.points);
}

/// The rule's id stands in the round itself ("rule"); here is how it is used.
template <class Ar>
void fields(Ar& ar, Like<model::CountingRule> auto& v) {
  ar.unless_default("add1_start", v.add1_start);
  ar.unless_default("add1_stop", v.add1_stop);
  ar("comparison", v.comparison);
  ar("completion", v.completion);
  ar("min_votes", v.min_votes);
  ar("seed", v.seed);
  ar("then", v.then);
  ar("ties", v.ties);
  ar("utility", v.utility);
  ar("variant", v.variant);
}

[[nodiscard]] inline bool is_default(const model::VoteForm& form) { return form == model::VoteForm{}; }
[[nodiscard]] inline bool is_default(model::CountingRule rule) {
  rule.id = model::CountingRule{}.id;
  return rule == model::CountingRule{};
}

template <class Ar>
void fields(Ar& ar, Like<model::Round> auto& v) {
  ar("afterwards", v.afterwards);
  ar("budget", v.budget);
  ar("closes", v.closes);
  ar.unless_default("counting", v.rule);
  ar("fixed_points", v.fixed_points);
  ar.unless_default("form", v.form);
  ar("id", v.id);
  ar("ladder", v.ladder);
  ar.unless_default("limits", v.limits);
  ar("open_points", v.open_points);
  ar("opens", v.opens);
  ar.unless_default("part_funding", v.part_funding);
  ar("phase", v.phase);
  ar("plans", v.plans);
  ar("result_on", v.result_on);
  ar("rule", v.rule.id);
  ar("title", v.title);
  ar("who_may_vote", v.who_may_vote);
}

template <class Ar>
void fields(Ar& ar, Like<model::Signal> auto& v) {
  ar("accuracy_mm", v.accuracy_mm);
  ar.unless_default("apart", v.apart);
  ar("buurt", v.buurt);
  ar.unless_default("comes_from", v.comes_from);
  ar.unless_default("counted", v.counted);
  ar("id", v.id);
  ar("kind", v.kind);
  ar("level", v.level);
  ar.unless_default("measure", v.measure);
  ar("near_street", v.near_street);
  ar.unless_default("photos", v.photos);
  ar("place", v.place);
  ar("placed_by", v.placed_by);
  ar("subtheme", v.subtheme);
  ar("support", v.support);
  ar.unless_default("team", v.team);
  ar("theme", v.theme);
  ar("time_ms", v.time_ms);
  ar("title", v.title);
  ar("walk_id", v.walk_id);
  ar("words", v.words);
}

template <class Ar>
void fields(Ar& ar, Like<model::StatusEvent> auto& v) {
  ar("reason", v.reason);
  ar("status", v.status);
  ar("time_ms", v.time_ms);
}

template <class Ar>
void fields(Ar& ar, Like<model::Action> auto& v) {
  ar("direction", v.direction);
  ar("party", v.party);
  ar("promised", v.promised);
}

template <class Ar>
void fields(Ar& ar, Like<model::Issue> auto& v) {
  ar("action", v.action);
  ar("history", v.history);
  ar("id", v.id);
  ar("signals", v.signals);
  ar("title", v.title);
}

template <class Ar>
void fields(Ar& ar, Like<model::WalkStop> auto& v) {
  ar.unless_default("measures", v.measures);
  ar("name", v.name);
  ar("place", v.place);
  ar("question", v.question);
}

template <class Ar>
void fields(Ar& ar, Like<model::Subcategory> auto& v) {
  ar("name", v.name);
  ar("slug", v.slug);
}

template <class Ar>
void fields(Ar& ar, Like<model::Category> auto& v) {
  ar("name", v.name);
  ar("subs", v.subs);
  ar("theme", v.theme);
}

template <class Ar>
void fields(Ar& ar, Like<model::Walker> auto& v) {
  ar("name", v.name);
  ar("role", v.role);
  ar("team", v.team);
}

template <class Ar>
void fields(Ar& ar, Like<model::Walk> auto& v) {
  ar("date", v.date);
  ar.unless_default("elsewhere", v.elsewhere);
  ar("id", v.id);
  ar.unless_default("kinds", v.kinds);
  ar("roles", v.roles);
  ar("route", v.route);
  ar.unless_default("same_route_as", v.same_route_as);
  ar("stops", v.stops);
  ar.unless_default("teams", v.teams);
  ar.unless_default("themes", v.themes);
  ar("title", v.title);
  ar("track", v.track);
  ar.unless_default("tree", v.tree);
  ar.unless_default("walkers", v.walkers);
  ar("weather", v.weather);
}

template <class Ar>
void fields(Ar& ar, Like<model::Track> auto& v) {
  ar("id", v.id);
  ar("segments", v.segments);
  ar("team", v.team);
  ar("walk_id", v.walk_id);
}

template <class Ar>
void fields(Ar& ar, Like<model::Buurt> auto& v) {
  ar("code", v.code);
  ar("households", v.households);
  ar("inhabitants", v.inhabitants);
  ar("name", v.name);
  ar("rings", v.rings);
  ar("year", v.year);
}

template <class Ar>
void fields(Ar& ar, Like<model::Neighbourhood> auto& v) {
  ar("buurten", v.buurten);
  ar("id", v.id);
  ar("municipality", v.municipality);
  ar("name", v.name);
}

/// The document itself; "format" and "version" stand among its fields and are the archive's own business.
template <class Ar>
void fields(Ar& ar, Like<model::Dossier> auto& v) {
  ar.unless_default("delete_by", v.delete_by);
  ar.format("format");
  ar("id", v.id);
  ar("issues", v.issues);
  ar("neighbourhood", v.neighbourhood);
  ar("rounds", v.rounds);
  ar("signals", v.signals);
  ar("title", v.title);
  ar.unless_default("tracks", v.tracks);
  ar.version("version");
  ar("walks", v.walks);
}

}  // namespace stoepkrijt::formats
