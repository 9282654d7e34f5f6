#include "render/mesh_builder.hpp"

#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace stoepkrijt::render {
namespace {

std::uint32_t size32(std::size_t n) { return static_cast<std::uint32_t>(n); }

void add_quad(std::vector<std::uint32_t>& indices, std::uint32_t first) {
  for (const std::uint32_t i : {0U, 1U, 2U, 2U, 1U, 3U}) indices.push_back(first + i);
}

}  // namespace

void Box::add(glm::vec2 p, float margin) {
  low = {std::fmin(low.x, p.x - margin), std::fmin(low.y, p.y - margin)};
  high = {std::fmax(high.x, p.x + margin), std::fmax(high.y, p.y + margin)};
}

void MeshBuilder::begin(Layer layer, std::uint32_t group) {
  layer_ = layer;
  group_ = group;
}

MeshBuilder::Part& MeshBuilder::part_at(glm::vec2 place) {
  const auto tile = [](float v) { return static_cast<std::int32_t>(std::floor(v / kTileM)); };
  return parts_[Key{layer_, group_, tile(place.y), tile(place.x)}];
}

void MeshBuilder::fill(const Polygon& polygon, std::span<const std::uint32_t> triangles, Paint paint,
                       glm::vec2 offset) {
  if (polygon.empty() || triangles.empty()) return;
  Part& part = part_at(polygon.front().front());
  const std::uint32_t first = size32(mesh_.fills.size());
  for (const Ring& ring : polygon) {
    for (const glm::vec2 p : ring) {
      mesh_.fills.push_back({p.x + offset.x, p.y + offset.y, static_cast<std::uint32_t>(paint)});
      part.box.add(p + offset);
    }
  }
  for (const std::uint32_t i : triangles) part.indices.push_back(first + i);
}

void MeshBuilder::stroke(std::span<const glm::vec2> line, bool closed, float width_m, Paint paint) {
  if (line.size() < 2) return;
  Part& part = part_at(line.front());
  const float half = width_m * 0.5F;
  const std::size_t segments = closed ? line.size() : line.size() - 1;
  float along = 0;
  for (std::size_t i = 0; i < segments; ++i) {
    const glm::vec2 a = line[i];
    const glm::vec2 b = line[(i + 1) % line.size()];
    const std::uint32_t first = size32(mesh_.strokes.size());
    for (std::uint32_t corner = 0; corner < 4; ++corner)
      mesh_.strokes.push_back({a.x, a.y, b.x, b.y, along, half, corner, static_cast<std::uint32_t>(paint)});
    add_quad(part.indices, first);
    along += glm::length(b - a);
    part.box.add(a, half);
    part.box.add(b, half);
  }
}

void MeshBuilder::disc(glm::vec2 centre, float radius_m, Paint paint) {
  Part& part = part_at(centre);
  const std::uint32_t first = size32(mesh_.discs.size());
  for (std::uint32_t corner = 0; corner < 4; ++corner)
    mesh_.discs.push_back({centre.x, centre.y, radius_m, corner, static_cast<std::uint32_t>(paint)});
  add_quad(part.indices, first);
  part.box.add(centre, radius_m);
}

BaseMesh MeshBuilder::finish() && {
  for (auto& [key, part] : parts_) {
    const Layer layer = std::get<0>(key);
    std::vector<std::uint32_t>* all = nullptr;
    switch (layer_styles()[static_cast<std::size_t>(layer)].primitive) {
      case Primitive::kFill:
        all = &mesh_.fill_indices;
        break;
      case Primitive::kStroke:
        all = &mesh_.stroke_indices;
        break;
      case Primitive::kDisc:
        all = &mesh_.disc_indices;
        break;
    }
    Chunk chunk{layer, std::get<1>(key), part.box, size32(all->size()), size32(part.indices.size())};
    all->insert(all->end(), part.indices.begin(), part.indices.end());
    mesh_.chunks.push_back(chunk);
  }
  return std::move(mesh_);
}

}  // namespace stoepkrijt::render
