// Any texts at all, a line each, as a camera may see them: a reader takes or refuses them, never gives bytes whose hash
// is not the one that its codes name, and an honest chain among them comes through.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/codes/base45.hpp"
#include "formats/codes/chain.hpp"
#include "formats/codes/qr.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stoepkrijt;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  formats::ChainReader reader;
  for (std::string_view rest = all; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : line.size());
    const std::size_t had = reader.have();
    const auto took = reader.take(line);
    const bool is_new = took && *took == formats::ChainReader::Took::kNew;
    if (reader.have() != had + (is_new ? 1U : 0U)) std::abort();
    if (reader.have() + reader.missing().size() != reader.count()) std::abort();
    const auto bytes = formats::from_base45(line);
    if (bytes && formats::to_base45(*bytes) != line) std::abort();
  }
  const auto bytes = reader.bytes();
  if (bytes && formats::chain_of(*bytes)->front().substr(4, 16) != reader.chain()) std::abort();
  const auto codes = formats::chain_of(all);
  if (!codes) return 0;
  formats::ChainReader honest;
  for (std::size_t i = codes->size(); i-- > 0;) {
    if (!honest.take((*codes)[i])) std::abort();
  }
  if (honest.bytes().value_or("") != all) std::abort();
  if (size > 20) return 0;  // a picture takes a thousand times longer than all before
  if (const auto matrix = formats::qr_matrix(all); matrix && matrix->size > 25) std::abort();
  return 0;
}
