#include "app/views/tag_view.hpp"

#include <array>

#include "schouw/categories.hpp"
#include "schouw/privacy.hpp"

namespace stoepkrijt::app {

namespace {

std::string privacy_words(const Lang& lang, const model::Signal& signal) {
  switch (schouw::look_for_personal_data(signal.title + " " + signal.words)) {
    case schouw::PersonalData::kNone:
      return {};
    case schouw::PersonalData::kEmail:
      return lang.tr("tag.privacy.email");
    case schouw::PersonalData::kPhone:
      return lang.tr("tag.privacy.phone");
    case schouw::PersonalData::kAddress:
      return lang.tr("tag.privacy.address");
    case schouw::PersonalData::kPlate:
      return lang.tr("tag.privacy.plate");
  }
  return {};
}

void add_levels(TagView& v, const Lang& lang, const model::Signal& signal) {
  v.has_levels = schouw::has_levels(signal.theme);
  v.pictures = signal.theme == model::SchouwTheme::kClean;
  const std::string theme(schouw::theme_slug(signal.theme));
  if (v.has_levels) v.level_title = lang.tr("tag.level." + theme);  // lang-prefix: tag.level.
  v.level_hint = lang.tr("tag.level_hint");
  v.level = signal.level;
  constexpr std::array kLevels = {model::Level::kAPlus, model::Level::kA, model::Level::kB, model::Level::kC,
                                  model::Level::kD};
  constexpr std::array kSlugs = {"aplus", "a", "b", "c", "d"};
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    v.level_names.push_back(v.has_levels ? level_words(lang, signal.theme, kLevels[i]) : std::string());
    if (v.has_levels && signal.level == kLevels[i]) {
      v.level_rule = lang.tr("tag.rule." + theme + "." + std::string(kSlugs[i]));  // lang-prefix: tag.rule.
    }
  }
}

void add_photos(TagView& v, const State& state, const Lang& lang, const TagDraft& tag) {
  v.photos_title = lang.tr("tag.photos");
  v.photos_hint = lang.tr("tag.photos_hint");
  v.photos = make_photo_tiles(state, lang, tag.signal, &tag);
  v.photo_camera = state.device.coarse_pointer;
  if (state.photos.making) v.photo_wait = lang.tr("photo.busy");
  if (tag.signal.photos.size() >= model::kMostPhotos) {
    v.photo_full = lang.tr("photo.full");
    return;
  }
  if (v.photo_camera) v.photo_choose = lang.tr("photo.choose_from");
  v.photo_add = lang.tr(!v.photos.empty() ? "photo.take_more" : v.photo_camera ? "photo.take" : "photo.choose");
}

}  // namespace

TagView make_tag_view(const State& state, const Lang& lang) {
  TagView v;
  v.page = make_page(state, lang, lang.tr("screen.melden"), "");
  if (!state.tag) return v;
  const TagDraft& tag = *state.tag;
  const model::Signal& signal = tag.signal;
  v.present = true;
  v.signal = signal;
  v.kind = signal.kind;
  v.icon = signal_icon(signal);
  v.title = kind_words(lang, signal.kind);
  v.where = place_words(lang, signal);
  v.placing = tag.placing;
  if (tag.gps_too_vague) {
    v.vague = lang.tr("tag.vague", {{"metres", lang.distance(signal.accuracy_mm / 1000.0)}});
  }
  v.attribution = attribution_words(state);
  v.move = lang.tr("tag.move");
  v.move_hint = lang.tr("tag.move_hint");
  v.put_here = lang.tr("tag.put_here");
  v.type_place = lang.tr("tag.type_place");
  v.type_place_hint = lang.tr("tag.type_place_hint");
  v.type_place_go = lang.tr("tag.type_place_go");
  v.type_place_wrong = lang.tr("tag.type_place_wrong");
  v.themes_title = lang.tr("tag.themes");
  for (const auto theme : {model::SchouwTheme::kClean, model::SchouwTheme::kIntact, model::SchouwTheme::kSafe,
                           model::SchouwTheme::kTogether}) {
    v.themes.push_back({std::string(schouw::theme_slug(theme)), theme_words(lang, theme),
                        std::string(schouw::theme_icon(theme)), signal.theme == theme});
  }
  v.subs_title = lang.tr("tag.subs");
  for (const schouw::Subtheme& sub : schouw::subthemes()) {
    if (sub.theme != signal.theme) continue;
    v.subs.push_back({std::string(sub.slug), lang.tr("schouw.sub." + std::string(sub.slug)), std::string(sub.icon),
                      signal.subtheme == sub.slug});
  }
  add_levels(v, lang, signal);
  add_photos(v, state, lang, tag);
  v.title_label = lang.tr("tag.title_label");
  v.title_hint = lang.tr("tag.title_hint");
  v.title_value = signal.title;
  v.words_label = lang.tr("tag.words_label");
  v.words_hint = lang.tr("tag.words_hint");
  v.words_value = signal.words;
  v.privacy = privacy_words(lang, signal);
  v.save = lang.tr("tag.save");
  v.later = lang.tr("tag.later");
  v.discard = lang.tr("tag.discard");
  v.close = lang.tr("tag.close");
  v.page = make_page(state, lang, v.title, v.title + ". " + v.where + ". " + v.themes_title);
  return v;
}

}  // namespace stoepkrijt::app
