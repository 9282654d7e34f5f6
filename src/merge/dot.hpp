// Who wrote, and which of his writes: the dot that every stored value carries.
//
// An actor is 128 random bits that the caller draws at the first write after every start of the app, and never takes up
// again: a restored disk or a copied profile cannot be noticed (design: merge). An actor is no person and no device.
//
// Example: Dot{actor, 1} is the first write of that actor; text_of(actor) is 26 characters (base/ids.hpp).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"

namespace stoepkrijt::merge {

struct ActorId {
  IdBytes bytes{};
  friend constexpr auto operator<=>(const ActorId&, const ActorId&) = default;
};

/// Number of a write of one actor, from 1. At most kMaxSeq, so that every reader of JSON can hold it exactly.
using Seq = std::uint64_t;
inline constexpr Seq kMaxSeq = (Seq{1} << 53U) - 1;

struct Dot {
  ActorId actor;
  Seq seq = 0;
  friend constexpr auto operator<=>(const Dot&, const Dot&) = default;
};

/// Texts sort as the actors do.
[[nodiscard]] inline std::string text_of(const ActorId& actor) { return make_id(actor.bytes); }
[[nodiscard]] inline std::optional<ActorId> actor_of(std::string_view text) {
  const std::optional<IdBytes> bytes = parse_id(text);
  if (!bytes) return std::nullopt;
  return ActorId{*bytes};
}

}  // namespace stoepkrijt::merge
