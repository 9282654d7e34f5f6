// The organiser's choice of the form of the ballot, and what it means for ballots that were cast in another form.
#include <algorithm>
#include <memory>
#include <utility>

#include "app/choice.hpp"
#include "app/reducer.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::SetVoteForm& c) {
  const model::Round* round = chosen_round(s, c.round);
  if (round == nullptr || round->form == c.form) return;
  if (auto ok = model::validate(c.form); !ok) return problem(std::move(ok).error());
  if (auto may = may_change_form(s, *round); !may) return problem(std::move(may).error());
  if (!is_current(s, *round)) {
    model::Round changed = *round;
    changed.form = c.form;
    if (edit({RecordEdit<model::Round>{*round, std::move(changed)}}, "undo.form")) toast("toast.form", true, true);
    return;
  }
  if (s.urn->total() > 0) {
    s.dialog = Dialog{Dialog::Kind::kChangeForm, "", c.form};
    return;
  }
  change_form(c.form);
}

void Reducer::change_form(const model::VoteForm& form) {
  const model::Round* round = current_round(s);
  if (round == nullptr || round->form == form) return;
  model::Round changed = *round;
  changed.form = form;
  if (edit({RecordEdit<model::Round>{*round, std::move(changed)}}, "undo.form")) toast("toast.form", true, true);
}

bool Reducer::form_may_become(const model::Dossier& next) {
  const model::Round* now = current_round(s);
  if (now == nullptr) return true;
  const auto then = std::find_if(next.rounds.begin(), next.rounds.end(),
                                 [&](const model::Round& round) { return round.id == now->id; });
  if (then == next.rounds.end() || then->form == now->form) return true;
  auto may = may_change_form(s);
  if (may) return true;
  problem(std::move(may).error());
  return false;
}

void Reducer::after_form_change() {
  const model::Round* round = current_round(s);
  forget_choice();
  s.ballot.round_id = round->id;
  s.result = nullptr;
  save("draft");
  if (!s.example) return;
  // Practice: the box holds ballots of this form only. Those of the example belong to the example's own form.
  const auto& rounds = fixed().example_dossier->rounds;
  const bool as_example = std::any_of(rounds.begin(), rounds.end(), [&](const model::Round& of_example) {
    return of_example.id == round->id && of_example.form == round->form;
  });
  if (as_example) {
    s.urn = fixed().example_urn;
  } else {
    auto urn = std::make_shared<model::Urn>();
    urn->round_id = round->id;
    s.urn = std::move(urn);
  }
  save("urn");
}

}  // namespace stoepkrijt::app
