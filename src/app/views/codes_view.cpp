#include "app/views/codes_view.hpp"

#include <utility>

#include "base/sha256.hpp"
#include "formats/codes/qr.hpp"

namespace stoepkrijt::app {

namespace {

/// What is on the screen now, and how to go through it.
void fill_show(CodesView& v, const CodeShow& show, const Lang& lang, std::string_view picture_key) {
  v.showing = true;
  v.stop = lang.tr("codes.stop");
  auto matrix = formats::qr_matrix(show.texts[show.at]);
  if (!matrix) {
    v.nothing = true;
    v.progress = lang.error(matrix.error());
    return;
  }
  v.size = static_cast<int>(matrix->size);
  v.modules = std::move(matrix->modules);
  v.several = show.texts.size() > 1;
  v.playing = show.playing;
  v.progress = lang.tr("codes.progress", {{"at", lang.number(static_cast<std::int64_t>(show.at + 1))},
                                          {"count", lang.number(static_cast<std::int64_t>(show.texts.size()))}});
  v.name = lang.tr(picture_key, {{"progress", v.progress}});
  v.pause = lang.tr(show.playing ? "codes.pause" : "codes.play");
  v.back = lang.tr("codes.back");
  v.next = lang.tr("codes.next");
}

}  // namespace

CodesView make_codes_view(const State& state, const Lang& lang) {
  CodesView v;
  v.title = lang.tr("codes.title");
  v.words = lang.tr("codes.words");
  v.show_button = lang.tr("codes.show");
  v.scan_button = lang.tr("codes.scan");
  v.all_button = lang.tr("codes.all");
  if (!state.codes || !state.codes->package.empty()) return v;
  if (state.codes->texts.empty()) {
    v.showing = v.nothing = true;
    v.stop = lang.tr("codes.stop");
    v.progress = lang.tr("codes.nothing");
    return v;
  }
  fill_show(v, *state.codes, lang, "codes.picture");
  v.what = lang.count("codes.what", static_cast<std::int64_t>(state.codes->records));
  return v;
}

CodesView make_package_codes_view(const State& state, const Lang& lang, const ballotbox::SignedPackage& package) {
  CodesView v;
  v.title = lang.tr("codes.package_title");
  v.words = lang.tr("codes.package_words");
  v.show_button = lang.tr("codes.package_show");
  if (!state.codes || state.codes->package != to_hex(package.fingerprint)) return v;
  fill_show(v, *state.codes, lang, "codes.package_picture");
  const auto all_ms = static_cast<std::int64_t>(state.codes->texts.size()) * kCodeMs;
  v.what = lang.count("codes.package_round", (all_ms + 999) / 1000, {{"round", lang.of(package.package.round.title)}});
  return v;
}

}  // namespace stoepkrijt::app
