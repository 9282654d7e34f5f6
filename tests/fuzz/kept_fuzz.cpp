// Any bytes at all on the device from before: the app starts, shows a dossier that is valid and what its document says,
// lets the user go on, and what could not be read is still there.
//
// Input: pieces separated by 0xFF, each a byte that names a key and then what is kept under it.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "app/app.hpp"
#include "app/keys.hpp"
#include "formats/records/records.hpp"
#include "platform/memory/memory_host.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace stoepkrijt;

/// A small example without words: what is read is what counts here, and a copy must be quick.
const app::Fixed& fixed() {
  static const app::Fixed kFixed = [] {
    app::Fixed out;
    auto dossier = std::make_shared<model::Dossier>();
    dossier->id = "voorbeeld";
    dossier->title = "Oefenwijk";
    dossier->neighbourhood.id = "WK999901";
    dossier->neighbourhood.name = "Oefenwijk";
    dossier->neighbourhood.municipality = "GM9999";
    model::Signal signal;
    signal.id = "a1";
    signal.title = "Lamp stuk";
    signal.place = {52'000'000, 525'000'000};
    dossier->signals.push_back(signal);
    if (!model::validate(*dossier)) std::abort();
    out.example_dossier = std::move(dossier);
    out.example_urn = std::make_shared<const model::Urn>();
    out.example_map = std::make_shared<const model::BaseMap>();
    return out;
  }();
  return kFixed;
}

std::string key_for(std::uint8_t choice) {
  static const std::string kFolder = app::folder_of(app::slug_of(fixed().example_dossier->id));
  const std::array<std::string, 30> keys = {"settings",
                                            "current",
                                            kFolder + "snapshot",
                                            kFolder + app::numbered("log", 1),
                                            kFolder + app::numbered("log", 2),
                                            kFolder + app::numbered("journal", 1),
                                            kFolder + app::numbered("journal", 2),
                                            kFolder + app::numbered("before", 1),
                                            kFolder + "passed-on",
                                            kFolder + "urn",
                                            kFolder + "draft",
                                            kFolder + "map",
                                            "m/" + app::slug_of(fixed().example_dossier->id),
                                            "dossier",
                                            "urn",
                                            "draft",
                                            kFolder + "walking",
                                            kFolder + "walk-draft",
                                            kFolder + "plan-draft",
                                            kFolder + "contacts",
                                            "b/station/package",
                                            "b/station/state",
                                            "b/station/key",
                                            "b/station/log",
                                            "b/station/spoilt",
                                            "b/station/v/00",
                                            "b/station/amendment/00",
                                            "b/office/draft",
                                            "b/evening/state",
                                            "b/evening/file/box/00"};
  return keys[choice % keys.size()];
}

void keep(platform::MemoryHost& host, std::string_view input) {
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\xFF'), input.size());
    if (end > 0) host.kept[key_for(static_cast<std::uint8_t>(input[0]))] = std::string(input.substr(1, end - 1));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
}

void settle(app::App& a, platform::MemoryHost& host) {
  for (int i = 0; i < 50; ++i) {
    const auto effects = a.take_effects();
    for (const platform::Effect& effect : effects) host.perform(effect);
    auto answers = host.take_answers();
    const bool quiet = effects.empty() && answers.size() <= 1;
    a.take(std::move(answers));
    if (quiet) return;
  }
  std::abort();  // they keep talking
}

void expect_whole(const app::State& state) {
  if (state.loading || !merge::well_formed(*state.book.document)) std::abort();
  if (!model::validate(*state.dossier)) std::abort();
  const auto view = formats::dossier_of(*state.book.document);
  if (!view || !(view->dossier == *state.dossier)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  platform::MemoryHost host;
  keep(host, {reinterpret_cast<const char*>(data), size});
  app::App first(fixed());
  host.start();
  settle(first, host);
  expect_whole(first.state());
  for (const app::Command& command :
       {app::Command(app::cmd::CloseProblem{}), app::Command(app::cmd::Undo{}), app::Command(app::cmd::Redo{}),
        app::Command(app::cmd::SupportSignal{
            first.state().dossier->signals.empty() ? std::string() : first.state().dossier->signals[0].id, true})}) {
    first.run(command);
    settle(first, host);
    expect_whole(first.state());
  }
  const model::Dossier before = *first.state().dossier;
  app::App second(fixed());
  host.start();
  settle(second, host);
  expect_whole(second.state());
  if (!(*second.state().dossier == before)) std::abort();  // what was shown and kept is shown again
  return 0;
}
