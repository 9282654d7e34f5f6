#include "app/views/codes_view.hpp"

#include <utility>

#include "formats/codes/qr.hpp"

namespace stoepkrijt::app {

CodesView make_codes_view(const State& state, const Lang& lang) {
  CodesView v;
  v.title = lang.tr("codes.title");
  v.words = lang.tr("codes.words");
  v.show_button = lang.tr("codes.show");
  v.scan_button = lang.tr("codes.scan");
  v.all_button = lang.tr("codes.all");
  if (!state.codes) return v;
  const CodeShow& show = *state.codes;
  v.showing = true;
  v.stop = lang.tr("codes.stop");
  if (show.texts.empty()) {
    v.nothing = true;
    v.progress = lang.tr("codes.nothing");
    return v;
  }
  auto matrix = formats::qr_matrix(show.texts[show.at]);
  if (!matrix) {
    v.nothing = true;
    v.progress = lang.error(matrix.error());
    return v;
  }
  v.size = static_cast<int>(matrix->size);
  v.modules = std::move(matrix->modules);
  v.several = show.texts.size() > 1;
  v.playing = show.playing;
  v.progress = lang.tr("codes.progress", {{"at", lang.number(static_cast<std::int64_t>(show.at + 1))},
                                          {"count", lang.number(static_cast<std::int64_t>(show.texts.size()))}});
  v.name = lang.tr("codes.picture", {{"progress", v.progress}});
  v.what = lang.count("codes.what", static_cast<std::int64_t>(show.records));
  v.pause = lang.tr(show.playing ? "codes.pause" : "codes.play");
  v.back = lang.tr("codes.back");
  v.next = lang.tr("codes.next");
  return v;
}

}  // namespace stoepkrijt::app
