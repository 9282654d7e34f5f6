#include "app/views/contact_view.hpp"

#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

ContactView make_contact_view(const State& state, const Lang& lang) {
  ContactView v;
  v.gone_title = lang.tr("signal.gone_title");
  v.gone_words = lang.tr("signal.gone_words");
  v.words = lang.tr("contact.words");
  v.page = make_page(state, lang, lang.tr("screen.contact"), v.words);
  const model::Signal* signal = find_signal(*state.dossier, state.route.id);
  if (signal == nullptr) return v;
  v.signal = signal->id;
  v.about = make_signal_line(state, lang, *signal).title;
  if (state.contacts != nullptr) {
    const auto at = state.contacts->find(signal->id);
    if (at != state.contacts->end()) v.now = at->second;
  }
  v.name_label = lang.tr("contact.name");
  v.name_hint = lang.tr("contact.name_hint");
  v.email_label = lang.tr("contact.email");
  v.email_hint = lang.tr("contact.email_hint");
  v.phone_label = lang.tr("contact.phone");
  v.phone_hint = lang.tr("contact.phone_hint");
  v.save = lang.tr("contact.save");
  if (!v.now.empty()) v.remove = lang.tr("contact.remove");
  return v;
}

}  // namespace stoepkrijt::app
