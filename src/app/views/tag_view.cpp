#include "app/views/tag_view.hpp"

#include <array>

#include "app/schouw_rules.hpp"
#include "schouw/categories.hpp"
#include "schouw/doubles.hpp"
#include "schouw/measures.hpp"
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

/// Of the walk's own tree, where it has one, else of the built-in one.
void add_subs(TagView& v, const Lang& lang, const model::Signal& signal, const model::Walk* walk) {
  if (walk != nullptr && !walk->tree.empty()) {
    for (const model::Category& category : walk->tree) {
      if (category.theme != signal.theme) continue;
      for (const model::Subcategory& sub : category.subs) {
        v.subs.push_back({sub.slug, sub.name, "", signal.subtheme == sub.slug});
      }
    }
    return;
  }
  for (const schouw::Subtheme& sub : schouw::subthemes()) {
    if (sub.theme != signal.theme) continue;
    v.subs.push_back({std::string(sub.slug), lang.tr("schouw.sub." + std::string(sub.slug)), std::string(sub.icon),
                      signal.subtheme == sub.slug});
  }
}

void add_double(TagView& v, const State& state, const Lang& lang, const model::Signal& signal) {
  if (signal.subtheme.empty() && signal.kind != model::SignalKind::kIdea) return;  // it does not say yet what it is
  const auto same = schouw::doubles_of(signal, *state.dossier, state.doubles, 1);
  if (same.empty()) return;
  const model::Signal& there = state.dossier->signals[same.front()];
  v.double_id = there.id;
  v.double_title = lang.tr("tag.double", {{"title", signal_title(*state.dossier, lang, there)}});
  v.double_words = place_words(lang, there) + ". " + lang.moment(there.time_ms, state.device.offset_minutes) + ".";
  v.double_button = lang.tr("tag.double_button");
}

void add_measures(TagView& v, const Lang& lang, const model::Signal& signal) {
  if (signal.kind == model::SignalKind::kIdea) return;
  for (const schouw::Measure& m : schouw::measures()) {
    if (m.theme != signal.theme) continue;
    const std::string slug(m.slug);
    const bool on = signal.measure == slug;
    v.measures.push_back({slug, lang.tr("measure." + slug + ".count"), on});  // lang-prefix: measure.
    if (!on) continue;
    v.count = signal.counted;
    v.step = m.step;
    v.can_less = v.count > 0;
    v.can_more = v.count < m.limit;
    v.counted = lang.number(v.count) + (m.percent ? " %" : "");
    v.count_hint = lang.tr("measure." + slug + ".how");  // lang-prefix: measure.
  }
  if (v.measures.empty()) return;
  v.measure_title = lang.tr("tag.measure");
  v.less = lang.tr("tag.less");
  v.more = lang.tr("tag.more");
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
  const model::Walk* walk = find_walk(*state.dossier, signal.walk_id);
  const auto offered = [&](model::SchouwTheme theme) {
    return walk == nullptr || signal.theme == theme || takes(walk->themes, theme);
  };
  for (const auto theme : {model::SchouwTheme::kClean, model::SchouwTheme::kIntact, model::SchouwTheme::kSafe,
                           model::SchouwTheme::kTogether}) {
    if (!offered(theme)) continue;
    v.themes.push_back({std::string(schouw::theme_slug(theme)), theme_words(lang, theme),
                        std::string(schouw::theme_icon(theme)), signal.theme == theme, static_cast<int>(theme)});
  }
  v.subs_title = lang.tr("tag.subs");
  add_subs(v, lang, signal, walk);
  add_measures(v, lang, signal);
  if (!tag.editing) add_double(v, state, lang, signal);
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
