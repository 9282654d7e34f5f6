// A QR code as a matrix. tests/tools/codes.test.mjs reads the same matrices with another program.
#include "formats/codes/qr.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/sha256.hpp"
#include "formats/codes/chain.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

std::string picture(const QrMatrix& code) {
  std::string out;
  for (std::size_t y = 0; y < code.size; ++y) {
    for (std::size_t x = 0; x < code.size; ++x) out += code.dark(x, y) ? '#' : '.';
    out += '\n';
  }
  return out;
}

TEST(Qr, OfAKnownTextIsTheKnownMatrix) {
  const auto code = qr_matrix("HELLO WORLD");
  ASSERT_TRUE(code);
  EXPECT_EQ(code->size, 21U);
  EXPECT_EQ(picture(*code).substr(0, 22), "#######...#.#.#######\n");
  EXPECT_EQ(to_hex(sha256(picture(*code))), "c40f7e9e0537045b8a1e027e327bbb3ddc61b0d212a639b5b39de80a04a9a651");
}

/// The file that tests/tools/codes.test.mjs reads: of each code its text and its matrix.
TEST(Qr, OfAChainIsWhatTheReadingTestReads) {
  Random random(5);
  std::string bytes(1'000, '\0');
  for (char& c : bytes) c = static_cast<char>(random.next());
  std::string file;
  const auto chain = chain_of(bytes);
  ASSERT_TRUE(chain);
  for (const std::string& text : *chain) {
    const auto code = qr_matrix(text);
    ASSERT_TRUE(code);
    file += text + "\n" + picture(*code) + "\n";
  }
  EXPECT_EQ(test::read_file(test::own_data() / "codes" / "chain.txt").value_or(""), file) << file;
}

TEST(Qr, OfAFullCodeIsVersion15) {
  const std::string bytes(kMostChainBytes, '\xFF');
  const auto codes = chain_of(bytes).value();
  const auto code = qr_matrix(codes.back());
  ASSERT_TRUE(code);
  EXPECT_EQ(code->size, 77U);
}

TEST(Qr, OfWhatDoesNotFitIsAFault) {
  EXPECT_TRUE(qr_matrix(""));
  EXPECT_TRUE(qr_matrix(std::string(970, 'A')));  // version 20, M
  EXPECT_EQ(qr_matrix(std::string(971, 'A')).error().code, ErrorCode::kTooLong);
  EXPECT_TRUE(qr_matrix(std::string(666, 'a')));
  EXPECT_EQ(qr_matrix(std::string(667, 'a')).error().code, ErrorCode::kTooLong);
  EXPECT_EQ(qr_matrix(std::string(100'000, '1')).error().code, ErrorCode::kTooLong);
  EXPECT_EQ(qr_matrix(std::string("a\0b", 3)).error().code, ErrorCode::kNotAllowed);
}

}  // namespace
}  // namespace stoepkrijt::formats
