// Parts of the sentences of claims, for explain_words.cpp and its helpers alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/explain_words.hpp"

namespace stoepkrijt::app::words {

/// How the voters said what they want.
enum class BallotWords : std::uint8_t { kApproval, kPoints, kRanking, kVouchers };

class ClaimWriter {
 public:
  explicit ClaimWriter(const ClaimContext& context) : context_(context) {}

  [[nodiscard]] const ClaimContext& context() const noexcept { return context_; }
  [[nodiscard]] const Lang& lang() const noexcept { return context_.lang; }
  [[nodiscard]] BallotWords ballots() const;
  [[nodiscard]] std::string money(const Ratio& amount) const;
  [[nodiscard]] std::string digits(std::uint64_t n) const;
  /// "12", "12,5", "ongeveer 12,3".
  [[nodiscard]] std::string decimal(const Ratio& value) const;
  [[nodiscard]] std::string points(const Ratio& value) const;
  /// "41 procent", "ongeveer 41 procent"; 0 of 0 is 0.
  [[nodiscard]] std::string percent(const Ratio& part, const Ratio& whole) const;
  [[nodiscard]] std::string plan(rules::ProjectIndex project) const;
  /// "“A”, “B” en “C”", with their amounts behind them when asked.
  [[nodiscard]] std::string plans(const std::vector<rules::ProjectAmount>& projects, bool with_amounts) const;
  [[nodiscard]] std::string group(const std::string& name) const;
  [[nodiscard]] std::string count(std::string_view key, std::uint64_t n, Lang::Args args = {}) const;
  [[nodiscard]] static Ratio number_of(std::uint64_t n) { return Ratio(BigInt::from_unsigned(n), BigInt(1)); }

 private:
  [[nodiscard]] std::string about(bool exact, std::string text) const;

  const ClaimContext& context_;
};

/// Empty for claims of another kind.
[[nodiscard]] std::string winner_words(const rules::Claim& claim, const ClaimWriter& writer);
[[nodiscard]] std::string out_words(const rules::Claim& claim, const ClaimWriter& writer);

}  // namespace stoepkrijt::app::words
