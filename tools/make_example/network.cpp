#include "network.hpp"

#include <algorithm>
#include <cstdio>

namespace stoepkrijt::example {

const char* osm_value(Road road) {
  switch (road) {
    case Road::kSecondary:
      return "secondary";
    case Road::kTertiary:
      return "tertiary";
    case Road::kResidential:
      return "residential";
    case Road::kLiving:
      return "living_street";
    case Road::kService:
      return "service";
    case Road::kPedestrian:
      return "pedestrian";
    case Road::kCycleway:
      return "cycleway";
    case Road::kFootway:
      return "footway";
    case Road::kPath:
      return "path";
  }
  return "road";
}

double half_width(Road road) {
  switch (road) {
    case Road::kSecondary:
      return 7.0;
    case Road::kTertiary:
      return 4.3;
    case Road::kResidential:
      return 3.25;
    case Road::kLiving:
      return 2.9;
    case Road::kService:
      return 1.9;
    case Road::kPedestrian:
      return 2.0;
    case Road::kCycleway:
      return 1.3;
    case Road::kFootway:
      return 1.0;
    case Road::kPath:
      return 0.7;
  }
  return 1;
}

double front_distance(Road road) {
  switch (road) {
    case Road::kSecondary:
      return 18.0;
    case Road::kTertiary:
      return 10.5;
    case Road::kResidential:
      return 6.8;
    default:
      return 6.0;
  }
}

namespace {

constexpr double kReach = 32;  // an end this close to another street belongs to it

struct Hit {
  double s = 0;
  Vec point;
};

std::vector<Hit> hits_with(const Line& a, const Line& b) {
  std::vector<Hit> hits;
  double s = 0;
  for (std::size_t i = 1; i < a.size(); ++i) {
    const double l = distance(a[i - 1], a[i]);
    for (std::size_t j = 1; j < b.size(); ++j) {
      double t = 0;
      if (segments_cross(a[i - 1], a[i], b[j - 1], b[j], &t))
        hits.push_back({s + t * l, a[i - 1] + (a[i] - a[i - 1]) * t});
    }
    s += l;
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& x, const Hit& y) { return x.s < y.s; });
  return hits;
}

// Cuts the end of street `self` at the street that it crosses last, or draws it on to the nearest one.
void settle_end(std::vector<Street>* streets, std::size_t self) {
  Street& street = (*streets)[self];
  const double total = line_length(street.line);
  double cut = -1;
  for (std::size_t k = 0; k < streets->size(); ++k) {
    if (k == self) continue;
    for (const Hit& hit : hits_with(street.line, (*streets)[k].line))
      if (hit.s > total - kReach && hit.s > cut) cut = hit.s;
  }
  if (cut >= 0) {
    street.line = part(street.line, 0, cut);
    return;
  }
  Nearest best;
  for (std::size_t k = 0; k < streets->size(); ++k) {
    if (k == self) continue;
    const Nearest n = nearest((*streets)[k].line, street.line.back());
    if (n.distance < best.distance) best = n;
  }
  if (best.distance < 0.01) return;
  if (best.distance < kReach) {
    street.line.push_back(best.point);
  } else {
    std::fprintf(stderr, "make_example: %s ends in nothing at %.0f,%.0f\n", street.name.c_str(), street.line.back().x,
                 street.line.back().y);
  }
}

void insert_point(Line* line, Vec p) {
  std::size_t best = 1;
  double d = 1e9;
  for (std::size_t i = 1; i < line->size(); ++i) {
    if (distance((*line)[i - 1], p) < 0.35) {
      (*line)[i - 1] = p;
      return;
    }
    if (distance((*line)[i], p) < 0.35) {
      (*line)[i] = p;
      return;
    }
    const double here = nearest({(*line)[i - 1], (*line)[i]}, p).distance;
    if (here < d) {
      d = here;
      best = i;
    }
  }
  line->insert(line->begin() + static_cast<std::ptrdiff_t>(best), p);
}

}  // namespace

void put_point(Line* line, Vec p) { insert_point(line, p); }

void join_streets(std::vector<Street>* streets) {
  for (std::size_t i = 0; i < streets->size(); ++i) {
    Street& street = (*streets)[i];
    if (!street.open_end) settle_end(streets, i);
    if (!street.open_start) {
      street.line = reversed(street.line);
      settle_end(streets, i);
      street.line = reversed(street.line);
    }
  }
  for (std::size_t i = 0; i < streets->size(); ++i)
    for (std::size_t j = i + 1; j < streets->size(); ++j) {
      Line& a = (*streets)[i].line;
      Line& b = (*streets)[j].line;
      const Line before = a;
      for (const Hit& hit : hits_with(before, b)) {
        insert_point(&a, hit.point);
        insert_point(&b, hit.point);
      }
      // An end that touches the other without crossing it.
      for (const Vec p : {before.front(), before.back()})
        if (nearest(b, p).distance < 0.2) insert_point(&b, p);
      const Line other = b;
      for (const Vec p : {other.front(), other.back()})
        if (nearest(a, p).distance < 0.2) insert_point(&a, p);
    }
}

namespace {

struct Half {
  std::size_t from = 0;
  std::size_t to = 0;
  Road road = Road::kResidential;
  std::size_t street = 0;
  bool used = false;
};

struct Graph {
  std::vector<Vec> node;
  std::vector<Half> half;                     // 2k and 2k+1 are twins
  std::vector<std::vector<std::size_t>> out;  // half edges by node

  std::size_t node_at(Vec p) {
    for (std::size_t i = 0; i < node.size(); ++i)
      if (distance(node[i], p) < 0.4) return i;
    node.push_back(p);
    return node.size() - 1;
  }
};

void drop_dead_ends(Graph* g, std::vector<bool>* alive) {
  for (bool changed = true; changed;) {
    changed = false;
    std::vector<int> degree(g->node.size(), 0);
    for (std::size_t e = 0; e < g->half.size(); ++e)
      if ((*alive)[e]) ++degree[g->half[e].from];
    for (std::size_t e = 0; e < g->half.size(); ++e)
      if ((*alive)[e] && (degree[g->half[e].from] < 2 || degree[g->half[e].to] < 2)) {
        (*alive)[e] = (*alive)[e ^ 1U] = false;
        changed = true;
      }
  }
}

// Sharpness of the turn from direction a to b, 0 for straight back to the right .. 4: a monotone stand-in for an angle.
double turn(Vec a, Vec b) {
  const double c = dot(a, b);
  const double s = cross(a, b);
  // Counter-clockwise from "straight back": back = 0, right = 1, ahead = 2, left = 3.
  if (s < 0) return 1 + c;
  return 3 - c;
}

}  // namespace

std::vector<Block> find_blocks(const std::vector<Street>& streets) {
  Graph g;
  for (std::size_t k = 0; k < streets.size(); ++k) {
    const Street& street = streets[k];
    if (!street.bounds_blocks) continue;
    for (std::size_t i = 1; i < street.line.size(); ++i) {
      const std::size_t a = g.node_at(street.line[i - 1]);
      const std::size_t b = g.node_at(street.line[i]);
      if (a == b) continue;
      g.half.push_back({a, b, street.road, k, false});
      g.half.push_back({b, a, street.road, k, false});
    }
  }
  std::vector<bool> alive(g.half.size(), true);
  drop_dead_ends(&g, &alive);
  g.out.resize(g.node.size());
  for (std::size_t e = 0; e < g.half.size(); ++e)
    if (alive[e]) g.out[g.half[e].from].push_back(e);

  std::vector<Block> blocks;
  for (std::size_t start = 0; start < g.half.size(); ++start) {
    if (!alive[start] || g.half[start].used) continue;
    Block block;
    std::size_t e = start;
    while (!g.half[e].used) {
      g.half[e].used = true;
      block.ring.push_back(g.node[g.half[e].from]);
      block.road.push_back(g.half[e].road);
      block.name.push_back(streets[g.half[e].street].name);
      const Vec in = unit(g.node[g.half[e].to] - g.node[g.half[e].from]);
      std::size_t best = e ^ 1U;
      double sharpest = -1;
      for (const std::size_t next : g.out[g.half[e].to]) {
        if (next == (e ^ 1U)) continue;
        const double left_turn = turn(in, unit(g.node[g.half[next].to] - g.node[g.half[next].from]));
        if (left_turn > sharpest) {
          sharpest = left_turn;
          best = next;
        }
      }
      e = best;
    }
    if (ring_area(block.ring) > 200) blocks.push_back(block);
  }
  return blocks;
}

}  // namespace stoepkrijt::example
