#include "app/apply.hpp"

#include <type_traits>

#include "app/reducer.hpp"

namespace stoepkrijt::app {

Step start(const Fixed& fixed) {
  Reducer reducer(State{}, fixed);
  reducer.use_example();
  reducer.ask_all();
  return {std::move(reducer.s), std::move(reducer.effects)};
}

namespace {

/// Changes what is kept, beside what may_write() refuses. Two pages that both did would overwrite each other's.
using ChangesWhatIsKept =
    Kinds<cmd::TogglePlan, cmd::SetPoints, cmd::MoveRank, cmd::CastBallot, cmd::VoteAgain, cmd::StartTag,
          cmd::EditSignal, cmd::TakePhoto, cmd::RemovePhoto, cmd::ConfirmImport, cmd::Wipe, cmd::BackToExample,
          cmd::StartWalk, cmd::PrepareWalk, cmd::MakeIdea, cmd::PreparePlan, cmd::SetContact, cmd::OpenDossier,
          cmd::ForgetDossier, cmd::ForgetJournal, cmd::AtStation>;

}  // namespace

Step apply(State state, const Command& command, const Fixed& fixed) {
  Reducer reducer(std::move(state), fixed);
  bool changes = false;
  command.visit([&](const auto& c) { changes = ChangesWhatIsKept::kHas<std::decay_t<decltype(c)>>; });
  if (changes && !reducer.s.writer) {
    reducer.problem(Error(ErrorCode::kNotAllowed, "error.other_tab"));
    return {std::move(reducer.s), std::move(reducer.effects)};
  }
  const PhotoMark photos = photo_mark(reducer.s);
  command.visit([&](const auto& c) { reducer.on(c); });
  reducer.tend_photos(photos);
  reducer.tend_page();
  return {std::move(reducer.s), std::move(reducer.effects)};
}

}  // namespace stoepkrijt::app
