#include "app/views/page.hpp"

#include <utility>

namespace stoepkrijt::app {

Page make_page(const State& state, const Lang& lang, std::string title, std::string words) {
  Page page;
  const model::Round* round = current_round(state);
  if (round != nullptr) page.subtitle = lang.of(round->title);
  if (page.subtitle.empty() && state.dossier != nullptr) page.subtitle = state.dossier->neighbourhood.name;
  if (page.subtitle.empty()) page.subtitle = "Stoepkrijt";
  page.back_name = lang.tr("page.back");
  page.read_name = lang.tr(state.device.speaking ? "page.read_stop" : "page.read");
  page.language_name = lang.tr("page.other_language");
  page.other_language = lang.code() == LangCode::kNl ? LangCode::kEn : LangCode::kNl;
  if (!state.device.speaking) page.read_words = title + ". " + std::move(words);
  page.title = std::move(title);
  return page;
}

UndoView make_undo_view(const State& state, const Lang& lang) {
  UndoView v;
  v.title = lang.tr("more.undo_title");
  v.can_undo = !state.undo.empty();
  v.can_redo = !state.redo.empty();
  // lang-prefix: undo.
  v.undo =
      v.can_undo ? lang.tr("more.undo", {{"what", lang.tr(state.undo.back().what_key)}}) : lang.tr("more.undo_none");
  v.redo =
      v.can_redo ? lang.tr("more.redo", {{"what", lang.tr(state.redo.back().what_key)}}) : lang.tr("more.redo_none");
  return v;
}

}  // namespace stoepkrijt::app
