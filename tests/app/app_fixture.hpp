// The whole app on a device in memory: what a test does is what a person does, and the host answers as a device would.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/app.hpp"
#include "platform/memory/memory_host.hpp"
#include "round_fixture.hpp"

namespace stoepkrijt::app::test {

inline model::Signal make_signal(std::string id, std::string title) {
  model::Signal s;
  s.id = std::move(id);
  s.title = std::move(title);
  s.place = {52'000'000, 525'000'000};
  s.time_ms = 1'760'000'000'000;
  return s;
}

inline Fixed make_fixed() {
  Fixed fixed;
  fixed.nl = read_lang(LangCode::kNl);
  fixed.en = read_lang(LangCode::kEn);
  model::Dossier d;
  d.id = "voorbeeld";
  d.title = "Oefenwijk";
  d.neighbourhood.id = "WK999901";
  d.neighbourhood.name = "Oefenwijk";
  d.neighbourhood.municipality = "GM9999";
  model::Buurt buurt;
  buurt.code = "BU99990101";
  buurt.name = "Oud";
  buurt.year = 2026;
  buurt.rings = {
      {{51'000'000, 524'000'000}, {53'000'000, 524'000'000}, {53'000'000, 526'000'000}, {51'000'000, 526'000'000}}};
  d.neighbourhood.buurten = {buurt};
  model::Round round = make_round();
  for (model::Plan& plan : round.plans) plan.buurt.clear();
  d.rounds = {round};
  d.signals = {make_signal("a1", "Lamp stuk"), make_signal("a2", "Mooie boom")};
  model::Issue issue;
  issue.id = "i1";
  issue.title = "Lamp";
  issue.signals = {"a1"};
  d.issues = {issue};
  fixed.example_dossier = std::make_shared<const model::Dossier>(std::move(d));
  fixed.example_urn = std::make_shared<const model::Urn>(make_urn());
  auto map = std::make_shared<model::BaseMap>();
  model::MapFeature street;
  street.cls = model::MapClass::kRoadStreet;
  street.name = "Singelkade";
  street.lines = {{{51'990'000, 525'000'000}, {52'010'000, 525'000'000}}};
  map->features.push_back(street);
  map->bounds.add({51'000'000, 524'000'000});
  map->bounds.add({53'000'000, 526'000'000});
  fixed.example_map = std::move(map);
  return fixed;
}

/// An app and its device. settle() carries everything to and fro until nothing is left to say.
class Bench {
 public:
  explicit Bench(platform::MemoryHost device = {}) : host(std::move(device)), app(make_fixed()) {
    host.start();
    settle();
  }
  void settle() {
    for (int i = 0; i < 20; ++i) {
      const auto effects = app.take_effects();
      for (const platform::Effect& e : effects) host.perform(e);
      auto answers = host.take_answers();
      const bool quiet = effects.empty() && answers.size() <= 1;
      app.take(std::move(answers));
      if (quiet) return;
    }
    ADD_FAILURE() << "the app and the device keep talking";
  }
  void run(const Command& c) {
    app.run(c);
    settle();
  }
  [[nodiscard]] const State& state() const { return app.state(); }
  /// The app after a restart of the same device.
  void restart() {
    app = App(make_fixed());
    host.start();
    settle();
  }

  platform::MemoryHost host;
  App app;
};

}  // namespace stoepkrijt::app::test
