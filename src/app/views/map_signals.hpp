// What of a dossier passes the filter, ready for maps and lists of very many signals.
//
// Made once for a dossier, a filter and the words that are looked for; a frame in which none of them changed makes
// nothing. With a filter by days it also ends when the next signal has become too old. The pages of the lists, the
// names of markers and the words that are searched are kept too, each as long as what it is made of stays.
//
// Use one SignalsCache per window, and give it the present state at every frame:
//   const ShownSignals& shown = cache.of(state, lang);
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/map_request.hpp"
#include "app/views/schouw_words.hpp"
#include "geo/point_index.hpp"

namespace stoepkrijt::app {

/// So many lines a page has; a list grows by one when more is asked for, up to the most.
inline constexpr std::size_t kLinesOfAPage = 50;
inline constexpr std::size_t kMostListed = 500;

/// The issue of each signal, as issue_of() finds it, without looking through all of them.
class IssueIndex {
 public:
  IssueIndex() = default;
  /// The dossier must outlive it.
  explicit IssueIndex(const model::Dossier& dossier);
  [[nodiscard]] const model::Issue* of(std::string_view signal_id) const;

 private:
  std::unordered_map<std::string_view, const model::Issue*> issues_;
};

/// Where many signals lie together: a street of a buurt.
struct DensePlace {
  std::string street, buurt;  ///< names; either may be empty
  std::int64_t count = 0;
  geo::Bounds box;
};

class ShownSignals {
 public:
  [[nodiscard]] std::size_t size() const { return signals_.size(); }
  /// In the order of the dossier.
  [[nodiscard]] std::span<const model::Signal* const> signals() const { return signals_; }
  /// Of their places; ids are places in signals().
  [[nodiscard]] const geo::PointIndex& index() const { return index_; }
  /// The same signals, then the plans of the round that have a place and are to be shown.
  [[nodiscard]] const ManyMarkers& markers() const { return markers_; }
  [[nodiscard]] const model::Issue* issue_of(std::string_view signal_id) const { return issues_->of(signal_id); }
  /// All signals of the dossier by kind, whatever the filter.
  [[nodiscard]] const std::array<std::int64_t, 3>& kinds() const { return kinds_; }
  /// All signals of the dossier in a buurt, whatever the filter.
  [[nodiscard]] std::int64_t of_buurt(const std::string& code) const {
    const auto at = buurten_.find(code);
    return at == buurten_.end() ? 0 : at->second;
  }
  /// Rises with every set that is made.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }

 private:
  friend class SignalsCache;
  std::shared_ptr<const model::Dossier> dossier_;  // keeps alive what the rest points to
  std::shared_ptr<const IssueIndex> issues_;
  std::vector<const model::Signal*> signals_;
  geo::PointIndex index_;
  ManyMarkers markers_;
  std::array<std::int64_t, 3> kinds_{};
  std::unordered_map<std::string, std::int64_t> buurten_;
  std::uint64_t revision_ = 0;
};

class SignalsCache {
 public:
  /// What was made since the beginning: for tests, which know no clock.
  struct Made {
    std::uint64_t sets = 0, searches = 0, lists = 0, lines = 0, names = 0, dense = 0;
    friend bool operator==(const Made&, const Made&) = default;
  };

  [[nodiscard]] const ShownSignals& of(const State& state, const Lang& lang);

  /// The lines of those of a window that lie nearest to `centre`, the nearest first; without a window of all.
  [[nodiscard]] const std::vector<SignalLine>& nearest(const State& state, const Lang& lang,
                                                       const std::optional<geo::Window>& window, geo::LonLat centre,
                                                       std::size_t most);
  /// The lines of the worst, then the newest.
  [[nodiscard]] const std::vector<SignalLine>& worst(const State& state, const Lang& lang, std::size_t most);
  /// Places in signals() of those that hold the words, at most `most`, the newest first; `found`: how many there are.
  [[nodiscard]] const std::vector<std::uint32_t>& holding(const State& state, const Lang& lang, std::string_view words,
                                                          std::size_t most, std::size_t& found);
  /// What the marker of a signal or plan says of itself.
  [[nodiscard]] const std::string& marker_name(const State& state, const Lang& lang, const std::string& id);
  /// The streets with the most signals, at most `most`, at least two signals each.
  [[nodiscard]] const std::vector<DensePlace>& densest(const State& state, const Lang& lang, std::size_t most);

  [[nodiscard]] const Made& made() const { return made_; }

 private:
  /// Everything that can be looked for, folded, of all signals of a dossier one behind the other.
  struct Words {
    std::string text;
    std::vector<std::size_t> ends;  // of each signal
    [[nodiscard]] std::string_view of(std::size_t signal) const {
      const std::size_t from = signal == 0 ? 0 : ends[signal - 1];
      return std::string_view(text).substr(from, ends[signal] - from);
    }
  };
  struct Page {
    std::uint64_t set = 0;
    std::optional<geo::Window> window;
    geo::LonLat centre;
    std::size_t most = 0;
    std::vector<SignalLine> lines;
  };

  [[nodiscard]] bool holds(const State& state, const Lang& lang) const;
  void make(const State& state, const Lang& lang);
  [[nodiscard]] const Words& words(const State& state, const Lang& lang);
  [[nodiscard]] std::vector<SignalLine> lines_of(const State& state, const Lang& lang,
                                                 std::span<const std::uint32_t> wanted);

  ShownSignals shown_;
  // What shown_ was made of
  std::shared_ptr<const model::Dossier> dossier_;
  MapFilter filter_;
  std::string search_;
  LangCode lang_ = LangCode::kNl;
  std::int64_t from_ms_ = 0, until_ms_ = 0;

  Words words_;
  std::shared_ptr<const model::Dossier> words_of_;
  LangCode words_lang_ = LangCode::kNl;
  Page nearest_, worst_;
  std::string held_words_;
  std::uint64_t held_set_ = 0;
  std::size_t held_most_ = 0, held_count_ = 0;
  std::vector<std::uint32_t> held_;
  std::unordered_map<std::string, std::string> names_;
  std::uint64_t names_set_ = 0;
  std::vector<DensePlace> dense_;
  std::uint64_t dense_set_ = 0;
  Made made_;
};

}  // namespace stoepkrijt::app
