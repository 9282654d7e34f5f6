#include "formats/ballotbox/package_chain.hpp"

#include "formats/codes/chain.hpp"
#include "formats/gzip/gzip.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::string_view kMagic = "SKR";
constexpr char kVersion = 1;
constexpr std::size_t kHead = kMagic.size() + 1;

Unexpected too_large(std::size_t bytes, std::size_t most) {
  return fail(Error(ErrorCode::kTooLarge, "error.package_chain_too_large")
                  .with("kb", std::to_string((bytes + 1023) / 1024))
                  .with("most", std::to_string(most / 1024)));
}

}  // namespace

bool is_package_chain(std::string_view bytes) { return bytes.starts_with(kMagic); }

bool is_change_chain(std::string_view bytes) { return is_gzip(bytes) || bytes.starts_with('{'); }

Result<std::string> pack_package(std::string_view file) {
  if (file.size() > kMostPackageBytes) return too_large(file.size(), kMostPackageBytes);
  return std::string(kMagic) + kVersion + gzip(file);
}

Result<std::vector<std::string>> package_codes(std::string_view file) {
  SK_TRY(bytes, pack_package(file));
  if (bytes.size() > kMostChainBytes) return too_large(bytes.size(), kMostChainBytes);
  return chain_of(bytes);
}

Result<std::string> unpack_package(std::string_view bytes) {
  if (is_change_chain(bytes)) return fail(ErrorCode::kWrongFormat, "error.codes_are_change");
  if (!is_package_chain(bytes) || bytes.size() < kHead) return fail(ErrorCode::kWrongFormat, "error.codes_unknown");
  if (bytes[kMagic.size()] != kVersion) return fail(ErrorCode::kNewerVersion, "error.code_newer");
  return gunzip(bytes.substr(kHead), kMostPackageBytes);
}

}  // namespace stoepkrijt::formats
