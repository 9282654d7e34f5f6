#include "formats/gzip/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <vector>

#include "base/check.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr int kLevel = 6;
constexpr int kWindow = 15;
constexpr int kGzip = 16;            // added to the window: with the header of gzip
constexpr int kUnknownSystem = 255;  // RFC 1952: which system wrote it does not matter
constexpr std::size_t kPiece = std::size_t{1} << 16U;

/// zlib promises not to write in what it reads, but does not say so in its types.
Bytef* input_of(std::string_view bytes) {
  return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));  // NOLINT(*-const-cast)
}

}  // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  SK_CHECK(deflateInit2(&stream, kLevel, Z_DEFLATED, kWindow + kGzip, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  gz_header header{};
  header.os = kUnknownSystem;
  SK_CHECK(deflateSetHeader(&stream, &header) == Z_OK);
  std::string out;
  std::vector<Bytef> piece(kPiece);
  int done = Z_OK;
  while (done == Z_OK) {
    // In pieces too: zlib counts input in 32 bits.
    const std::size_t size = std::min(bytes.size(), std::size_t{1} << 30U);
    stream.next_in = input_of(bytes);
    stream.avail_in = static_cast<uInt>(size);
    stream.next_out = piece.data();
    stream.avail_out = static_cast<uInt>(piece.size());
    done = deflate(&stream, size == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
    SK_CHECK(done == Z_OK || done == Z_STREAM_END || (done == Z_BUF_ERROR && stream.avail_out == 0));
    if (done == Z_BUF_ERROR) done = Z_OK;
    bytes.remove_prefix(size - stream.avail_in);
    out.append(reinterpret_cast<const char*>(piece.data()), piece.size() - stream.avail_out);
  }
  deflateEnd(&stream);
  return out;
}

struct Gunzip::State {
  z_stream stream{};
  std::vector<Bytef> piece = std::vector<Bytef>(kPiece);
  std::size_t most = 0;
  std::size_t given = 0;     // bytes that came out
  std::uint64_t offset = 0;  // of the input, all members
  bool in_member = true;     // false: between two members, or at the end
  bool failed = false;
};

Gunzip::Gunzip(std::size_t most) : state_(std::make_unique<State>()) {
  state_->most = most;
  SK_CHECK(inflateInit2(&state_->stream, kWindow + kGzip) == Z_OK);
}

Gunzip::~Gunzip() { inflateEnd(&state_->stream); }

Result<void> Gunzip::take(std::string_view piece, std::string& out) {
  State& s = *state_;
  const auto refuse = [&s](Error error) {
    s.failed = true;
    return fail(std::move(error));
  };
  const auto damaged = [&] {
    return refuse(Error(ErrorCode::kDamaged, "error.gzip_damaged").with("offset", std::to_string(s.offset)));
  };
  // `full`: the last call filled its room, so more may be waiting without any input.
  for (bool full = false; !piece.empty() || full;) {
    if (s.failed) return damaged();
    if (!s.in_member) {
      SK_CHECK(inflateReset(&s.stream) == Z_OK);
      s.in_member = true;
    }
    const std::size_t size = std::min(piece.size(), kPiece);
    s.stream.next_in = input_of(piece);
    s.stream.avail_in = static_cast<uInt>(size);
    s.stream.next_out = s.piece.data();
    s.stream.avail_out = static_cast<uInt>(kPiece);
    const int done = inflate(&s.stream, Z_NO_FLUSH);
    const std::size_t used = size - s.stream.avail_in;
    const std::size_t came = kPiece - s.stream.avail_out;
    piece.remove_prefix(used);
    s.offset += used;
    if (came > s.most - s.given) {
      return refuse(
          Error(ErrorCode::kTooLarge, "error.gzip_too_large").with("limit", std::to_string(s.most / 1'000'000)));
    }
    s.given += came;
    out.append(reinterpret_cast<const char*>(s.piece.data()), came);
    const bool nothing_to_do = done == Z_BUF_ERROR && size == 0;
    if (done != Z_OK && done != Z_STREAM_END && !nothing_to_do) return damaged();
    s.in_member = done != Z_STREAM_END;
    full = s.in_member && s.stream.avail_out == 0;
  }
  return {};
}

Result<void> Gunzip::finish() const {
  if (!state_->failed && !state_->in_member) return {};
  return fail(Error(ErrorCode::kDamaged, "error.gzip_cut_off").with("offset", std::to_string(state_->offset)));
}

Result<std::string> gunzip(std::string_view bytes, std::size_t most) {
  Gunzip reader(most);
  std::string out;
  SK_TRY_VOID(reader.take(bytes, out));
  SK_TRY_VOID(reader.finish());
  return out;
}

}  // namespace stoepkrijt::formats
