#include "app/fresh_secret.hpp"

#include <algorithm>

namespace stoepkrijt::app {

std::optional<ballotbox::Secret<32>> fresh_secret(Reducer& r, std::string_view what) {
  constexpr std::size_t kLeastEntropy = 32;
  if (r.s.device.entropy.size() < kLeastEntropy) {
    r.problem(Error(ErrorCode::kUnreadable, "error.no_random"), "problem.safe_form");
    return std::nullopt;
  }
  // The device's bytes are the key; the counter of fresh_bytes() makes each call another message.
  ballotbox::Key32 entropy{};
  std::copy_n(ballotbox::view_of(r.s.device.entropy).begin(), entropy.size(), entropy.begin());
  ballotbox::Message message("stoepkrijt app secret 1");
  message.add_counted(what).add(r.fresh_bytes());
  Hash256 hash = ballotbox::blake2b(entropy, message.view());
  ballotbox::Secret<32> out(hash);
  ballotbox::wipe(hash);
  ballotbox::wipe(entropy);
  r.effects.emplace_back(platform::AskEntropy{});
  return out;
}

}  // namespace stoepkrijt::app
