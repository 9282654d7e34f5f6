#include "app/views/more_view.hpp"

#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

MoreView make_more_view(const State& state, const Lang& lang) {
  MoreView v;
  v.page = make_page(state, lang, lang.tr("screen.meer"), "");
  v.page.back_name.clear();
  v.files = lang.tr("more.files");
  v.own_map = lang.tr("more.own_map");
  v.files_words = save_words(state, lang);
  v.signals = lang.tr("more.signals");
  v.walks = lang.tr("more.walks");
  v.doubles = lang.tr("screen.dubbel");
  v.figures = lang.tr("screen.cijfers");
  v.next_round = lang.tr("screen.volgende-ronde");
  v.ladder = lang.tr("more.ladder");
  v.vote_form = lang.tr("form.link");
  v.limits = lang.tr("limits.title");
  v.rule = lang.tr("more.rule");
  v.about = lang.tr("more.about");
  v.secret_title = lang.tr("more.secret");
  for (const Screen screen : {Screen::kOpenStation, Screen::kOffice, Screen::kKeys, Screen::kEvening, Screen::kHolder,
                              Screen::kByHand, Screen::kReceipt, Screen::kProtection}) {
    v.secret.push_back({lang.tr("screen." + to_words(Route{screen, ""})), Route{screen, ""}});
  }
  v.display_title = lang.tr("more.display");
  v.language_title = lang.tr("more.language");
  v.languages = {lang.tr("more.language.nl"), lang.tr("more.language.en")};
  v.language = static_cast<int>(state.settings.lang);
  v.theme_title = lang.tr("more.theme");
  v.themes = {lang.tr("more.theme.device"), lang.tr("more.theme.light"), lang.tr("more.theme.dark"),
              lang.tr("more.theme.contrast")};
  v.theme = static_cast<int>(state.settings.theme);
  v.text_percent = state.settings.text_percent;
  v.text_title = lang.tr("more.text_size");
  v.text_value = lang.tr("more.text_percent", {{"n", lang.number(v.text_percent)}});
  v.text_less = lang.tr("more.text_less");
  v.text_more = lang.tr("more.text_more");
  v.can_less = v.text_percent > 100;
  v.can_more = v.text_percent < 200;
  v.text_version = lang.tr("more.text_version");
  v.text_version_small = lang.tr("more.text_version_small");
  v.text_version_on = state.settings.text_version;
  v.kiosk = lang.tr("more.kiosk");
  v.kiosk_small = lang.tr("more.kiosk_small");
  v.kiosk_on = state.settings.kiosk;
  if (state.device.update_waiting) v.update = lang.tr("more.update");
  v.undo = make_undo_view(state, lang);
  return v;
}

AboutView make_about_view(const State& state, const Lang& lang) {
  AboutView v;
  v.page = make_page(state, lang, lang.tr("screen.over"), "");
  for (const char* key : {"about.what", "about.privacy", "about.vote", "about.example", "about.open"}) {
    // lang-prefix: about.
    v.parts.push_back({lang.tr(std::string(key) + ".title"), lang.tr(std::string(key) + ".words")});
  }
  v.licences = lang.tr("about.licences");
  v.version = lang.tr("about.version");
  return v;
}

namespace {

int current_item(Screen screen) {
  switch (screen) {
    case Screen::kStart:
    case Screen::kLadder:
      return 0;
    case Screen::kPlans:
    case Screen::kPlan:
    case Screen::kVoteRead:
    case Screen::kVoteChoose:
    case Screen::kVoteCheck:
    case Screen::kVoteDone:
    case Screen::kPlanning:
    case Screen::kNextRound:
      return 1;
    case Screen::kMap:
    case Screen::kTag:
    case Screen::kSignals:
    case Screen::kSignal:
    case Screen::kStatus:
    case Screen::kPhoto:
    case Screen::kWalks:
    case Screen::kWalk:
    case Screen::kPrepare:
    case Screen::kDoubles:
    case Screen::kFigures:
    case Screen::kFilter:
    case Screen::kReport:
    case Screen::kContact:
      return 2;
    case Screen::kResult:
    case Screen::kWhy:
    case Screen::kCompare:
    case Screen::kReplay:
      return 3;
    case Screen::kMore:
    case Screen::kFiles:
    case Screen::kOwnMap:
    case Screen::kImport:
    case Screen::kAbout:
    case Screen::kComponents:
    case Screen::kVoteForm:
    case Screen::kLimits:
    case Screen::kRule:
    case Screen::kConflicts:
    case Screen::kHistory:
    case Screen::kStation:
    case Screen::kOpenStation:
    case Screen::kHost:
    case Screen::kOffice:
    case Screen::kKeys:
    case Screen::kCards:
    case Screen::kEvening:
    case Screen::kHolder:
    case Screen::kSession:
    case Screen::kByHand:
    case Screen::kLog:
    case Screen::kProtection:
    case Screen::kReceipt:
    case Screen::kExchange:
      return 4;
  }
  return 0;
}

void add_dialog(ChromeView& v, const State& state, const Lang& lang) {
  std::string slug;
  switch (state.dialog.kind) {
    case Dialog::Kind::kNone:
      return;
    case Dialog::Kind::kDiscardTag:
      slug = "dialog.discard_tag";
      break;
    case Dialog::Kind::kWipe:
      slug = "dialog.wipe";
      break;
    case Dialog::Kind::kDeleteSignal:
      slug = "dialog.delete_signal";
      break;
    case Dialog::Kind::kReplaceDossier:
      slug = "dialog.example";
      break;
    case Dialog::Kind::kForgetDossier:
      slug = "dialog.forget_dossier";
      break;
    case Dialog::Kind::kForgetJournal:
      slug = "dialog.forget_journal";
      break;
    case Dialog::Kind::kRemovePhoto:
      slug = "dialog.remove_photo";
      break;
    case Dialog::Kind::kEndWalk:
      slug = "dialog.end_walk";
      break;
    case Dialog::Kind::kDropWalk:
      slug = "dialog.drop_walk";
      break;
    case Dialog::Kind::kDeleteWalk:
      slug = "dialog.delete_walk";
      break;
    case Dialog::Kind::kDropPlan:
      slug = "dialog.drop_plan";
      break;
    case Dialog::Kind::kDeletePlan:
      slug = "dialog.delete_plan";
      break;
    case Dialog::Kind::kKeepPast:
      slug = "dialog.keep_past";
      break;
    case Dialog::Kind::kChangeForm:
      slug = "dialog.change_form";
      break;
  }
  v.dialog_title = lang.tr(slug + ".title");  // lang-prefix: dialog.
  v.dialog_words = lang.tr(slug + ".words");
  v.dialog_yes = lang.tr(slug + ".yes");
  v.dialog_no = lang.tr(slug + ".no");
}

}  // namespace

ChromeView make_chrome_view(const State& state, const Lang& lang) {
  ChromeView v;
  v.nav_name = lang.tr("nav.name");
  v.rail = {{"nav/start", "home", lang.tr("nav.start"), Route{Screen::kStart, ""}},
            {"nav/plannen", "list-details", lang.tr("nav.plans"), Route{Screen::kPlans, ""}},
            {"nav/kaart", "map-2", lang.tr("nav.map"), Route{Screen::kMap, ""}},
            {"nav/uitslag", "coin-euro", lang.tr("nav.result"), Route{Screen::kResult, ""}},
            {"nav/meer", "dots", lang.tr("nav.more"), Route{Screen::kMore, ""}}};
  const auto current = static_cast<std::size_t>(current_item(state.route.screen));
  for (std::size_t i = 0; i < v.rail.size(); ++i) {
    v.rail[i].current = i == current;
    if (i == 3) continue;  // the result belongs to the plans on a phone
    v.bar.push_back(v.rail[i]);
    v.bar.back().current = i == current || (i == 1 && current == 3);
  }
  if (state.toast) {
    const bool waiting = state.toast->waits_for_save && state.saving.state == SaveState::kSaving;
    v.toast = lang.tr(waiting ? "save.saving" : state.toast->key);  // lang-prefix: toast.
    if (state.toast->can_undo && !state.undo.empty()) v.toast_action = lang.tr("toast.action");
  }
  if (state.problem) {
    v.problem_title = lang.tr("problem.title");
    v.problem_safe = lang.tr(state.problem_safe_key);  // lang-prefix: problem.
    v.problem_words = lang.error(*state.problem);
    const std::string& file = state.problem->where.file;
    if (!file.empty() && v.problem_words.find(file) == std::string::npos) {
      v.problem_words += " " + lang.tr("problem.in_file", {{"name", file}});
    }
    v.problem_close = lang.tr("problem.close");
  }
  add_dialog(v, state, lang);
  if (state.loading) v.loading = lang.tr("chrome.loading");
  if (!state.writer) {
    v.only_looks = lang.tr("error.other_tab");
    v.only_looks_short = lang.tr("chrome.only_looks");
  }
  return v;
}

}  // namespace stoepkrijt::app
