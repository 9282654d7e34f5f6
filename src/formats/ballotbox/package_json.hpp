// The signed files of the organiser: package, amendment and spoilt list, as JSON (docs/formats/ballots.md).
//
// Each is a flat object with a member "signature": Ed25519 over its domain ("stoepkrijt package 1" and so on), a zero
// byte, and the canonical JSON (base/json_writer.hpp) of the object without that member. Read strictly: every member is
// there but `attended`, which is left out where it is empty; no other one is; white space and the order of keys are
// free. The signature is checked while reading: nobody gets a package, an amendment or a list that is not rightly
// signed.
//
// A package is signed by the key that stands in it: whether it is the right one is known by its fingerprint, which was
// published before the round opened.
//
// Guarantees: for a valid package p, read_package(write_package(sign_package(p, pair))) is the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ballotbox/package.hpp"
#include "base/result.hpp"

namespace stoepkrijt::formats {

/// Domain: validate(package) holds, and the pair is that of package.organiser.
[[nodiscard]] ballotbox::SignedPackage sign_package(ballotbox::Package package, const ballotbox::SigningPair& pair);
[[nodiscard]] std::string write_package(const ballotbox::SignedPackage& package);
/// Errors, each with path, line and column: those of json::Document::parse; kWrongFormat "error.wrong_format_package",
/// kNewerVersion, kMissing, kEmpty "error.package_attended" (an empty list), kUnknownKey, kWrongType, kUnknownValue,
/// kDamaged (hexadecimal, election); those of ballotbox::validate(package); kBadSignature "error.package_signature".
[[nodiscard]] Result<ballotbox::SignedPackage> read_package(std::string_view text);

[[nodiscard]] std::string write_amendment(const ballotbox::Amendment& amendment,
                                          const ballotbox::SigningPair& organiser);
/// Further errors: kWrongFormat "error.wrong_format_amendment", kOtherElection "error.amendment_other_package",
/// kBadSignature "error.amendment_signature", those of ballotbox::amended() for its plans.
[[nodiscard]] Result<ballotbox::Amendment> read_amendment(std::string_view text,
                                                          const ballotbox::SignedPackage& package);

/// `signer`: the organiser, or a kiosk of the package.
[[nodiscard]] std::string write_spoilt(const ballotbox::SpoiltList& list, const ballotbox::SigningPair& signer);
/// Further errors: kWrongFormat "error.wrong_format_spoilt", kOtherElection "error.spoilt_other_election",
/// kBadSignature "error.spoilt_signature", kNotAllowed "error.spoilt_order", those of ballotbox::validate(list).
[[nodiscard]] Result<ballotbox::SpoiltList> read_spoilt(std::string_view text, const ballotbox::SignedPackage& package);

}  // namespace stoepkrijt::formats
