// A small change, for passing on from phone to phone: the records that changed since a version vector, and of that
// vector no more than is needed. Whole files remain what makes equal; a delta only brings news sooner.
//
// The actors. One is drawn at every start of the app, so a vector has hundreds, and a delta of one new title would be
// nearly all vector. It lists the actors that it is about (news of them, or dots in its records), each with how far
// `since` had seen it and how far the writer has; all others are as in `since`, which is named by a digest only. A
// device that knows that vector (its own now, or one that it remembers of a file it gave or took) loses nothing of
// what was left out. One that does not keeps both where it cannot tell whether a value was replaced: those stand as a
// conflict until the next whole file, and apply() counts them.
//
// What a delta says of a dot d = (a, n), and apply() does, of B with the delta D of A:
//   - a is listed as (base, top): what A holds of a in the records of D, D holds. Outside these records A holds no dot
//     of base < n <= top: B drops them there. It says nothing there of n <= base. Within these records B drops what D
//     does not hold and n <= top.
//   - a is not listed: as if it were listed with base = top = since[a], when that is known; else B keeps its dots.
//   - B adds a dot of D unless it has seen it; and has then seen all of a up to top. That is sound because B had seen
//     a up to base (else the delta is refused), and all between is in D or gone.
// So each dot of B goes to where merging with all of A would take it, or stays: with the order of docs/formats/merge.md
// ("not seen" < "held" < "gone"), B <= apply(B, D) <= B + A. From that follows, for all documents:
//   - a whole merge with A afterwards ends where it would have without the delta (B <= X <= B + A gives X + A = B + A);
//     so deltas in any order converge once whole files are exchanged;
//   - applying twice is applying once; nothing that A has not seen is lost.
//   - B equal to what A was at `since`, and A changed by writing only: apply(B, D) is A, byte for byte.
// Not carried: what took no dot, that is erasing and removing from a set, in records without another change. They come
// with the next whole file. tests/merge/delta_test.cpp holds all of this against thousands of random histories.
//
// Source: Almeida, Shoker, Baquero, "Delta State Replicated Data Types", JPDC 111 (2018), section 7 (causal merging).
//
// Example:
//   SK_TRY(news, delta(mine, since));                      // since: vector_of() at the last exchange, remembered
//   SK_TRY(applied, apply(theirs, news, remembered));      // on the other phone
//   if (applied.in_doubt > 0) tell("geef ook eens het hele bestand door");
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "merge/document.hpp"
#include "merge/version_vector.hpp"

namespace stoepkrijt::merge {

struct Delta {
  /// The records; `actors` are those that are listed, `seen` is how far the writer has seen them. Mergeable.
  Document part;
  std::vector<Seq> base;        ///< with part.actors: how far `since` had seen them, but never above `seen`; 0: not
  std::vector<ActorId> unseen;  ///< sorted: in `since`, and never seen by the writer
  std::string since;            ///< digest_of(since)
};

/// The first 32 hexadecimal digits of the SHA-256 of the vector as a value (merge/version_vector.hpp).
[[nodiscard]] std::string digest_of(const VersionVector& vector);
/// 32 hexadecimal digits, lower case.
[[nodiscard]] bool is_digest(std::string_view text);

/// The records of `document` that hold a dot which `since` does not cover. `since` may be of any device: the document
/// need not have seen all of it. Error: kNotAllowed with "error.not_mergeable".
[[nodiscard]] Result<Delta> delta(const Document& document, const VersionVector& since);

struct Applied {
  std::size_t in_doubt = 0;  ///< dots that were kept beside the delta's, though they may have been replaced
};

/// `known`: vectors that this device remembers; its own of now is looked at anyway. Errors, after which `into` is as it
/// was: kNotAllowed with "error.other_dossier", "error.not_mergeable", or "error.delta_gap" (this device has not seen
/// what the delta builds on: it needs the whole file); kTooLarge as merge().
[[nodiscard]] Result<Applied> apply(Document& into, Delta delta, std::span<const VersionVector> known = {});

/// What the writer of the delta has seen; `since` is the vector that it was made for. To answer with a delta.
[[nodiscard]] VersionVector writer_vector(const Delta& delta, const VersionVector& since);

/// No news at all (also not that something new was overwritten again).
[[nodiscard]] bool is_empty(const Delta& delta);

/// Holds the invariants above, of the lists too; for tests and fuzzers.
[[nodiscard]] bool well_formed(const Delta& delta);

}  // namespace stoepkrijt::merge
