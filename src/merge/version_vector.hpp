// Version vectors: of each actor the highest write seen. What a vector covers and a document does not hold is gone.
//
// As a value (in the register of a deletion) a vector is canonical JSON: {"<actor>":seq,…}, sorted by actor.
//
// Example: VersionVector v; v.raise({actor, 3}); v.covers({actor, 2}) is true.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "merge/dot.hpp"

namespace stoepkrijt::merge {

class VersionVector {
 public:
  /// The highest seq of this actor; 0 when it was never seen.
  [[nodiscard]] Seq seen(const ActorId& actor) const;
  [[nodiscard]] bool covers(const Dot& dot) const { return dot.seq <= seen(dot.actor); }
  /// Covers this dot (and all of its actor before it) from now on.
  void raise(const Dot& dot);
  /// The pointwise maximum.
  void join(const VersionVector& other);

  [[nodiscard]] const std::vector<Dot>& entries() const { return entries_; }  ///< sorted by actor, each once
  [[nodiscard]] std::string to_value() const;
  /// Nothing when the value is no vector.
  [[nodiscard]] static std::optional<VersionVector> from_value(std::string_view canonical);

  friend bool operator==(const VersionVector&, const VersionVector&) = default;

 private:
  std::vector<Dot> entries_;
};

}  // namespace stoepkrijt::merge
