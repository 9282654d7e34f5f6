#include "ui/chalk.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "ui/fonts.hpp"
#include "ui/noise.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr float kTexel = 0.5F;  // units of the path per texel of grain
constexpr float kPi = std::numbers::pi_v<float>;

class PathReader {
 public:
  PathReader(std::string_view svg, float step) : s_(svg), step_(step) {}

  std::vector<Polyline> run() {
    char command = 0;
    while (skip(), at_ < s_.size()) {
      const char c = s_[at_];
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        command = c;
        ++at_;
      } else if (command == 'M') {
        command = 'L';
      } else if (command == 'm') {
        command = 'l';
      }
      if (!step(command)) break;
    }
    std::erase_if(lines_, [](const Polyline& l) { return l.size() < 2; });
    return std::move(lines_);
  }

 private:
  void skip() {
    while (at_ < s_.size() && (s_[at_] == ' ' || s_[at_] == ',' || s_[at_] == '\n')) ++at_;
  }
  bool number(float& out) {
    skip();
    const std::size_t from = at_;
    float sign = 1, value = 0, unit = 1;
    bool dot = false;
    if (at_ < s_.size() && s_[at_] == '-') {
      sign = -1;
      ++at_;
    }
    const std::size_t digits = at_;
    for (; at_ < s_.size(); ++at_) {
      const char c = s_[at_];
      if (c == '.' && !dot) {
        dot = true;
      } else if (c >= '0' && c <= '9') {
        value = value * 10 + static_cast<float>(c - '0');
        if (dot) unit *= 10;
      } else {
        break;
      }
    }
    if (at_ == digits) {
      at_ = from;
      return false;
    }
    out = sign * value / unit;
    return true;
  }
  bool point(bool relative, ChalkPoint& out) {
    if (!number(out.x) || !number(out.y)) return false;
    if (relative) out = {out.x + pen_.x, out.y + pen_.y};
    return true;
  }

  bool step(char command) {
    const bool rel = command >= 'a';
    ChalkPoint p;
    switch (command) {
      case 'M':
      case 'm':
        if (!point(rel, p)) return false;
        lines_.push_back({p});
        pen_ = start_ = p;
        return true;
      case 'L':
      case 'l':
        return point(rel, p) && line_to(p);
      case 'H':
      case 'h':
        if (!number(p.x)) return false;
        return line_to({rel ? pen_.x + p.x : p.x, pen_.y});
      case 'V':
      case 'v':
        if (!number(p.y)) return false;
        return line_to({pen_.x, rel ? pen_.y + p.y : p.y});
      case 'C':
      case 'c':
        return curve(rel);
      case 'A':
      case 'a':
        return arc(rel);
      case 'Z':
      case 'z':
        return line_to(start_);
      default:
        return false;
    }
  }
  bool line_to(ChalkPoint to) {
    if (lines_.empty()) return false;
    const float length = std::hypot(to.x - pen_.x, to.y - pen_.y);
    const int n = std::max(1, static_cast<int>(std::ceil(length / step_)));
    for (int i = 1; i <= n; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(n);
      lines_.back().push_back({pen_.x + (to.x - pen_.x) * t, pen_.y + (to.y - pen_.y) * t});
    }
    pen_ = to;
    return true;
  }
  bool curve(bool rel) {
    ChalkPoint a, b, c;
    if (lines_.empty() || !point(rel, a) || !point(rel, b) || !point(rel, c)) return false;
    const float length =
        std::hypot(a.x - pen_.x, a.y - pen_.y) + std::hypot(b.x - a.x, b.y - a.y) + std::hypot(c.x - b.x, c.y - b.y);
    const int n = std::max(2, static_cast<int>(std::ceil(length / step_)));
    const ChalkPoint o = pen_;
    for (int i = 1; i <= n; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(n), u = 1 - t;
      const float k0 = u * u * u, k1 = 3 * u * u * t, k2 = 3 * u * t * t, k3 = t * t * t;
      lines_.back().push_back({k0 * o.x + k1 * a.x + k2 * b.x + k3 * c.x, k0 * o.y + k1 * a.y + k2 * b.y + k3 * c.y});
    }
    pen_ = c;
    return true;
  }
  // SVG 1.1, F.6.5: endpoint to centre, for circles (rx = ry, no rotation).
  bool arc(bool rel) {
    float r = 0, ry = 0, turn = 0, large = 0, sweep = 0;
    ChalkPoint to;
    if (lines_.empty() || !number(r) || !number(ry) || !number(turn) || !number(large) || !number(sweep) ||
        !point(rel, to))
      return false;
    const float hx = (pen_.x - to.x) / 2, hy = (pen_.y - to.y) / 2;
    const float half = std::hypot(hx, hy);
    if (half < 1e-4F) return true;
    r = std::max(r, half);
    const float k = std::sqrt(std::max(0.0F, r * r - half * half)) / half * (large != sweep ? 1.0F : -1.0F);
    const ChalkPoint c = {(pen_.x + to.x) / 2 + k * hy, (pen_.y + to.y) / 2 - k * hx};
    const float a0 = std::atan2(pen_.y - c.y, pen_.x - c.x);
    float da = std::atan2(to.y - c.y, to.x - c.x) - a0;
    if (sweep != 0 && da <= 0) da += 2 * kPi;
    if (sweep == 0 && da >= 0) da -= 2 * kPi;
    const int n = std::max(4, static_cast<int>(std::ceil(std::abs(da) * r / step_)));
    for (int i = 1; i <= n; ++i) {
      const float t = a0 + da * static_cast<float>(i) / static_cast<float>(n);
      lines_.back().push_back({c.x + r * std::cos(t), c.y + r * std::sin(t)});
    }
    pen_ = to;
    return true;
  }

  std::string_view s_;
  float step_;
  std::size_t at_ = 0;
  std::vector<Polyline> lines_;
  ChalkPoint pen_, start_;
};

ChalkPoint displaced(ChalkPoint p, std::uint32_t seed) {
  const float nx = value_noise(p.x * 0.05F, p.y * 0.05F, seed) + 0.5F * value_noise(p.x * 0.1F, p.y * 0.1F, seed + 1);
  const float ny =
      value_noise(p.x * 0.05F, p.y * 0.05F, seed + 2) + 0.5F * value_noise(p.x * 0.1F, p.y * 0.1F, seed + 3);
  return {p.x + (nx - 0.75F) * 1.8F, p.y + (ny - 0.75F) * 1.8F};  // ±1.3
}

/// Where the direction turns by more than 50 degrees the hand lifts: round joints come of themselves.
std::vector<Polyline> split_at_corners(const Polyline& line) {
  std::vector<Polyline> out{{line.front()}};
  for (std::size_t i = 1; i < line.size(); ++i) {
    out.back().push_back(line[i]);
    if (i + 1 == line.size()) break;
    const float ax = line[i].x - line[i - 1].x, ay = line[i].y - line[i - 1].y;
    const float bx = line[i + 1].x - line[i].x, by = line[i + 1].y - line[i].y;
    const float turn = std::atan2(ax * by - ay * bx, ax * bx + ay * by);
    if (std::abs(turn) > 0.9F) out.push_back({line[i]});
  }
  return out;
}

struct StrokeMaker {
  float scale, half;  // CSS pixels per unit; half width in units
  std::uint32_t seed;
  Stroke out;

  void section(ChalkPoint p, float nx, float ny, float along, float k) {
    const float soft = 0.55F / scale;  // edge of about one CSS pixel
    const float ragged0 = (white_noise(static_cast<std::int32_t>(along * 9), 1, seed) - 0.5F) * 0.5F;
    const float ragged1 = (white_noise(static_cast<std::int32_t>(along * 9), 2, seed) - 0.5F) * 0.5F;
    const float a = half * k + ragged0, b = half * k + ragged1;
    const float u = std::fmod(along / kTexel, static_cast<float>(Fonts::kGrainW)) / static_cast<float>(Fonts::kGrainW);
    const float span = 2 * half / kTexel / static_cast<float>(Fonts::kGrainH);
    const float v0 = white_noise(3, 4, seed) * std::max(0.0F, 1 - span);
    const auto put = [&](float off, float alpha) {
      const float v = std::clamp(v0 + span * (off + half) / (2 * half), 0.0F, 1.0F);
      out.vertices.push_back({(p.x + nx * off) * scale, (p.y + ny * off) * scale, u, v, alpha});
    };
    put(-a - soft, 0);
    put(-std::max(a - soft, 0.0F), 1);
    put(std::max(b - soft, 0.0F), 1);
    put(b + soft, 0);
  }

  void piece(const Polyline& raw, float& along) {
    Polyline pts;
    for (ChalkPoint p : raw) pts.push_back(displaced(p, seed));
    const auto n = pts.size();
    out.pieces.push_back(static_cast<std::uint32_t>(out.vertices.size() / 4));
    const auto direction = [&](std::size_t i) {
      const ChalkPoint a = pts[i > 0 ? i - 1 : 0], b = pts[i + 1 < n ? i + 1 : n - 1];
      const float l = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-5F);
      return ChalkPoint{(b.x - a.x) / l, (b.y - a.y) / l};
    };
    const auto cap = [&](std::size_t i, float side) {
      const ChalkPoint d = direction(i);
      const float* steps = side < 0 ? kCapFirst : kCapLast;
      for (int j = 0; j < 4; ++j) {
        const float t = steps[j];
        section({pts[i].x + d.x * side * half * t, pts[i].y + d.y * side * half * t}, -d.y, d.x,
                along + side * half * t, std::sqrt(std::max(0.0F, 1 - t * t)));
      }
    };
    along += half;
    cap(0, -1);
    float last_u = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (i > 0) along += std::hypot(pts[i].x - pts[i - 1].x, pts[i].y - pts[i - 1].y);
      const float u = std::fmod(along / kTexel, static_cast<float>(Fonts::kGrainW));
      const ChalkPoint d = direction(i);
      if (u < last_u) {  // the grain starts anew: end the strip here and begin the next at its first column
        along = std::ceil(along / kTexel / Fonts::kGrainW) * Fonts::kGrainW * kTexel - 0.01F;
        section(pts[i], -d.y, d.x, along, 1);
        along += 0.02F;
        out.pieces.push_back(static_cast<std::uint32_t>(out.vertices.size() / 4));
      }
      section(pts[i], -d.y, d.x, along, 1);
      last_u = std::fmod(along / kTexel, static_cast<float>(Fonts::kGrainW));
    }
    cap(n - 1, 1);
    along += half;
  }
  static constexpr float kCapFirst[4] = {1.0F, 0.92F, 0.7F, 0.38F};
  static constexpr float kCapLast[4] = {0.38F, 0.7F, 0.92F, 1.0F};
};

std::uint64_t mix_key(std::uint64_t h, float f) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &f, sizeof bits);
  return (h ^ bits) * 1099511628211ULL;
}

}  // namespace

std::vector<Polyline> flatten_path(std::string_view svg, float step) { return PathReader(svg, step).run(); }

const Stroke& ChalkCache::stroke(std::string_view svg, float scale, float width, std::uint32_t seed) {
  std::uint64_t h = 1469598103934665603ULL ^ seed;
  for (char c : svg) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  h = mix_key(mix_key(h, scale), width);
  if (const auto it = strokes_.find(h); it != strokes_.end()) return it->second;
  StrokeMaker maker{scale, width / 2, seed, {}};
  float along = white_noise(1, 1, seed) * 100;
  for (const Polyline& line : flatten_path(svg, 2.6F)) {
    for (const Polyline& part : split_at_corners(line)) maker.piece(part, along);
  }
  maker.out.pieces.push_back(static_cast<std::uint32_t>(maker.out.vertices.size() / 4));
  return strokes_.emplace(h, std::move(maker.out)).first->second;
}

const Fill& ChalkCache::fill(float w, float h, std::uint32_t seed) {
  const std::uint64_t k = mix_key(mix_key(seed + 77U, w), h);
  if (const auto it = fills_.find(k); it != fills_.end()) return it->second;
  Fill f;
  constexpr float kCell = 8;
  const int nx = std::max(2, static_cast<int>(std::ceil(w / kCell)));
  const int ny = std::max(2, static_cast<int>(std::ceil(h / kCell)));
  const auto corner = [&](int i, int j) {
    ChalkVertex v;
    v.x = w * static_cast<float>(i) / static_cast<float>(nx);
    v.y = h * static_cast<float>(j) / static_cast<float>(ny);
    const bool edge = i == 0 || j == 0 || i == nx || j == ny;
    if (edge) {
      v.x += (value_noise(v.x * 0.06F, v.y * 0.06F, seed) - 0.5F) * 3.2F + (white_noise(i, j, seed) - 0.5F) * 1.2F;
      v.y +=
          (value_noise(v.x * 0.06F, v.y * 0.06F, seed + 5) - 0.5F) * 3.2F + (white_noise(i, j, seed + 6) - 0.5F) * 1.2F;
    }
    return v;
  };
  // Sixteen cells are 128 texels of grain at 1 px each; the grain of the next cells is its mirror image.
  const auto grain = [](int i) {
    const int m = i % 32;
    return static_cast<float>(m < 16 ? m : 32 - m) / 16.0F;
  };
  for (int j = 0; j < ny; ++j) {
    for (int i = 0; i < nx; ++i) {
      for (const auto& [di, dj] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
        ChalkVertex v = corner(i + di, j + dj);
        v.u = grain(i + di);
        v.v = grain(j + dj);
        f.vertices.push_back(v);
      }
    }
  }
  return fills_.emplace(k, std::move(f)).first->second;
}

}  // namespace stoepkrijt::ui
