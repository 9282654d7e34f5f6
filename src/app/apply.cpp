#include "app/apply.hpp"

#include "app/reducer.hpp"

namespace stoepkrijt::app {

Step start(const Fixed& fixed) {
  Reducer reducer(State{}, fixed);
  reducer.use_example();
  reducer.ask_all();
  return {std::move(reducer.s), std::move(reducer.effects)};
}

namespace {

/// Changes what is kept of a dossier. Two pages that both did would overwrite each other's.
template <class C>
constexpr bool kChangesDossier = false;
template <>
constexpr bool kChangesDossier<cmd::TogglePlan> = true;
template <>
constexpr bool kChangesDossier<cmd::SetPoints> = true;
template <>
constexpr bool kChangesDossier<cmd::MoveRank> = true;
template <>
constexpr bool kChangesDossier<cmd::CastBallot> = true;
template <>
constexpr bool kChangesDossier<cmd::VoteAgain> = true;
template <>
constexpr bool kChangesDossier<cmd::StartTag> = true;
template <>
constexpr bool kChangesDossier<cmd::EditSignal> = true;
template <>
constexpr bool kChangesDossier<cmd::ConfirmImport> = true;
template <>
constexpr bool kChangesDossier<cmd::Wipe> = true;
template <>
constexpr bool kChangesDossier<cmd::BackToExample> = true;
template <>
constexpr bool kChangesDossier<cmd::OpenDossier> = true;
template <>
constexpr bool kChangesDossier<cmd::ForgetDossier> = true;
template <>
constexpr bool kChangesDossier<cmd::ForgetJournal> = true;

}  // namespace

Step apply(State state, const Command& command, const Fixed& fixed) {
  Reducer reducer(std::move(state), fixed);
  const bool changes = std::visit([](const auto& c) { return kChangesDossier<std::decay_t<decltype(c)>>; }, command);
  if (changes && !reducer.s.writer) {
    reducer.problem(Error(ErrorCode::kNotAllowed, "error.other_tab"));
    return {std::move(reducer.s), std::move(reducer.effects)};
  }
  std::visit([&](const auto& c) { reducer.on(c); }, command);
  return {std::move(reducer.s), std::move(reducer.effects)};
}

}  // namespace stoepkrijt::app
