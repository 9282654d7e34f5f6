// How the reporter of one signal can be reached: kept apart from the dossier.
#pragma once

#include <string>

#include "app/state.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct ContactView {
  Page page;
  std::string signal;  ///< its id; empty: it is not there
  Contact now;
  std::string gone_title, gone_words;
  std::string about, words;
  std::string name_label, name_hint, email_label, email_hint, phone_label, phone_hint;
  std::string save, remove;  ///< empty remove: nothing is kept
};
[[nodiscard]] ContactView make_contact_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
