// Going about, settings, undo: what every screen shares.
#include <algorithm>
#include <utility>

#include "app/keys.hpp"
#include "app/reducer.hpp"
#include "app/station/station.hpp"
#include "base/ids.hpp"
#include "base/sha256.hpp"
#include "formats/merged/merged.hpp"

namespace stoepkrijt::app {

namespace {
constexpr std::size_t kMaxBack = 50;
}

void Reducer::problem(Error error, std::string_view safe_key) {
  announce(lang().tr(safe_key) + " " + lang().error(error), true);
  s.problem = std::move(error);
  s.problem_safe_key = std::string(safe_key);
}

void Reducer::toast(std::string_view key, bool can_undo, bool waits_for_save) {
  if (waits_for_save && s.saving.state == SaveState::kNoStorage) {
    key = "toast.not_kept";  // never "Bewaard" when it is not
    waits_for_save = false;
  }
  s.toast = Toast{std::string(key), can_undo, waits_for_save, s.device.now_ms + kToastMs};
  wake();
  if (!waits_for_save) announce(lang().tr(key));
}

void Reducer::announce(std::string words, bool assertive) {
  effects.emplace_back(platform::Announce{std::move(words), assertive});
}

void Reducer::refresh_page() {
  platform::SetPage page;
  page.lang = std::string(lang().bcp47());
  page.title = lang().tr("app.title", {{"screen", lang().tr("screen." + to_words(Route{s.route.screen, ""}))}});
  page.text_version = s.settings.text_version || s.device.forced_colors || !s.device.webgl;
  const bool contrast = s.settings.theme == ThemeChoice::kContrast ||
                        (s.settings.theme == ThemeChoice::kDevice && s.device.more_contrast);
  const bool dark =
      s.settings.theme == ThemeChoice::kDark || (s.settings.theme == ThemeChoice::kDevice && s.device.dark);
  page.theme = contrast ? "contrast" : dark ? "dark" : "light";
  // The page paints what is typed: on a large screen with letters as large as those around it (ui/fonts.cpp, kBody).
  page.text_percent = s.settings.kiosk ? s.settings.text_percent * 7 / 4 : s.settings.text_percent;
  effects.emplace_back(std::move(page));
}

void Reducer::go(Route route, bool remember) {
  route = station::allowed(s, std::move(route));
  if (route == s.route) return;
  if (remember) {
    s.back.push_back(s.route);
    if (s.back.size() > kMaxBack) s.back.erase(s.back.begin());
  }
  if (s.device.speaking) effects.emplace_back(platform::Speak{});
  s.asked.reset();
  s.route = std::move(route);
  effects.emplace_back(platform::SetRoute{to_words(s.route), !remember});
  if (s.route.screen == Screen::kFiles) {
    effects.emplace_back(platform::AskStorage{});  // what is used has changed
    s.photos.document_bytes = formats::write_merged(*s.book.document).size();
  }
  refresh_page();
}

IdBytes Reducer::fresh_bytes() {
  // The seed never leaves; each id is 128 bits of SHA-256(seed, counter), so no two are equal.
  const std::string text = s.device.entropy + "#" + std::to_string(s.device.ids_drawn++);
  const Hash256 hash = sha256(text);
  IdBytes bytes{};
  std::copy_n(hash.begin(), bytes.size(), bytes.begin());
  return bytes;
}

std::string Reducer::fresh_id() { return make_id(fresh_bytes()); }

void Reducer::on(const cmd::GoTo& c) {
  if (c.route.screen == Screen::kVoteRead || c.route.screen == Screen::kVoteChoose) {
    if (const model::Round* round = current_round(s); round != nullptr && s.ballot.round_id != round->id) {
      s.ballot = BallotDraft{round->id, {}};
      s.ballot_undo.clear();
    }
  }
  if (c.route.screen == Screen::kSignal) s.selected = c.route.id;
  go(c.route);
  count_for(c.route);
}

void Reducer::on(const cmd::Back&) {
  if (s.back.empty()) {
    go(Route{}, false);
    return;
  }
  Route to = s.back.back();
  s.back.pop_back();
  go(to, false);
  count_for(to);
}

void Reducer::on(const cmd::CloseProblem&) { s.problem.reset(); }
void Reducer::on(const cmd::CloseToast&) { s.toast.reset(); }

void Reducer::on(const cmd::AnswerDialog& c) {
  const Dialog dialog = std::exchange(s.dialog, Dialog{});
  if (!c.yes) return;
  switch (dialog.kind) {
    case Dialog::Kind::kNone:
      return;
    case Dialog::Kind::kDiscardTag:
      s.tag.reset();
      save("draft");
      go(Route{Screen::kMap, ""}, false);
      return;
    case Dialog::Kind::kEndWalk:
      end_walk();
      return;
    case Dialog::Kind::kDropWalk:
      drop_walk();
      return;
    case Dialog::Kind::kDeleteWalk:
      delete_walk(dialog.id);
      return;
    case Dialog::Kind::kDropPlan:
      drop_plan();
      return;
    case Dialog::Kind::kDeletePlan:
      delete_plan(dialog.id);
      return;
    case Dialog::Kind::kRemovePhoto:
      remove_photo(dialog.id);
      return;
    case Dialog::Kind::kWipe:
      effects.emplace_back(platform::EraseAll{});
      return;
    case Dialog::Kind::kReplaceDossier:
      forget_dossier(slug_of(fixed().example_dossier->id));
      return;
    case Dialog::Kind::kForgetDossier:
    case Dialog::Kind::kKeepPast:
      forget_dossier(dialog.id);
      return;
    case Dialog::Kind::kForgetJournal:
      forget_journal();
      return;
    case Dialog::Kind::kChangeForm:
      if (dialog.form) change_form(*dialog.form);
      return;
    case Dialog::Kind::kDeleteSignal: {
      const model::Signal* signal = find_signal(*s.dossier, dialog.id);
      if (signal == nullptr) return;
      std::vector<Edit> edits;
      if (const model::Issue* issue = issue_of(*s.dossier, dialog.id)) {
        model::Issue changed = *issue;
        std::erase(changed.signals, dialog.id);
        RecordEdit<model::Issue> e{*issue, changed};
        if (changed.signals.empty()) e.after.reset();
        edits.emplace_back(std::move(e));
      }
      edits.emplace_back(RecordEdit<model::Signal>{*signal, std::nullopt});
      if (!edit(std::move(edits), "undo.signal_deleted")) return;
      drop_contact(dialog.id);
      s.selected.clear();
      go(Route{Screen::kSignals, ""}, false);
      toast("toast.deleted", true, true);
      return;
    }
  }
}

void Reducer::on(const cmd::SetLang& c) {
  s.settings.lang = c.lang;
  save("settings");
  refresh_page();
}
void Reducer::on(const cmd::SetTheme& c) {
  s.settings.theme = c.theme;
  save("settings");
  refresh_page();
}
void Reducer::on(const cmd::SetTextPercent& c) {
  s.settings.text_percent = std::clamp(c.percent, 100, 200);
  save("settings");
  refresh_page();
}
void Reducer::on(const cmd::SetTextVersion& c) {
  s.settings.text_version = c.on;
  save("settings");
  refresh_page();
}
void Reducer::on(const cmd::SetKiosk& c) {
  s.settings.kiosk = c.on;
  save("settings");
  refresh_page();
}
void Reducer::on(const cmd::ReadAloud& c) {
  effects.emplace_back(platform::Speak{c.words, std::string(lang().bcp47())});
}

}  // namespace stoepkrijt::app
