// What people do with a dossier on one device or two, for the tests of how it is kept and passed on.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "app/keys.hpp"
#include "app_fixture.hpp"
#include "formats/merged/merged.hpp"
#include "formats/records/records.hpp"

namespace stoepkrijt::app::test {

inline cmd::StartTag start_tag(model::SignalKind kind = model::SignalKind::kProblem) {
  return {kind, {52'000'000, 525'000'000}, model::PlacedBy::kPin};
}

inline std::string add_signal(Bench& b, std::string title) {
  b.run(start_tag());
  const std::string id = b.state().tag->signal.id;
  b.run(cmd::SetTagTitle{std::move(title)});
  b.run(cmd::SaveTag{});
  return id;
}

inline void retitle(Bench& b, const std::string& id, std::string title) {
  b.run(cmd::EditSignal{id});
  b.run(cmd::SetTagTitle{std::move(title)});
  b.run(cmd::SaveTag{});
}

inline std::string title_of(const Bench& b, std::string_view id) {
  const model::Signal* signal = find_signal(*b.state().dossier, id);
  return signal == nullptr ? "(weg)" : signal->title;
}

inline std::string state_name(const Bench& b) { return formats::state_name(*b.state().book.document); }

/// A device with random bytes of its own.
inline platform::MemoryHost device_nr(std::uint8_t number) {
  platform::MemoryHost host;
  host.entropy_seed = number;
  return host;
}

/// The dossier that is seen is what the document shows, always.
inline void expect_shown(const Bench& b) {
  const auto view = formats::dossier_of(*b.state().book.document);
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->dossier, *b.state().dossier);
  EXPECT_TRUE(merge::well_formed(*b.state().book.document));
}

inline std::size_t keys_under(const Bench& b, const std::string& part) {
  const std::string prefix = folder_of(b.state().slug) + part;
  return static_cast<std::size_t>(std::count_if(b.host.kept.begin(), b.host.kept.end(),
                                                [&](const auto& one) { return one.first.starts_with(prefix); }));
}

inline std::string exported(Bench& b) {
  b.run(cmd::ExportDossier{});
  return b.host.offered.back().bytes;
}

inline void give(Bench& b, const std::string& bytes, const std::string& name = "buur.json") {
  b.host.files.emplace_back(platform::FilePicked{"import", name, bytes});
  b.run(cmd::AskImport{});
}

}  // namespace stoepkrijt::app::test
