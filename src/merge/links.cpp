#include "merge/links.hpp"

#include <algorithm>
#include <numeric>

#include "merge/value.hpp"
#include "merge/view.hpp"

namespace stoepkrijt::merge {
namespace {

using Edge = std::pair<std::string, std::string>;

std::vector<Edge> edges_of(const Document& document, std::string_view kind, std::string_view set) {
  std::vector<Edge> edges;
  for (const Record& record : document.records) {
    if (document.kinds[record.kind] != kind) continue;
    for (const std::string_view member : members(document, record, set)) {
      std::optional<std::string> other = as_text(member);
      if (other && *other != record.id) edges.emplace_back(record.id, std::move(*other));
    }
  }
  return edges;
}

class Components {
 public:
  explicit Components(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

 private:
  std::vector<std::size_t> parent_;  // the root of a component is its smallest member
};

}  // namespace

Links links(const Document& document, std::string_view kind, std::string_view set) {
  const std::vector<Edge> edges = edges_of(document, kind, set);
  std::vector<std::string> ids;
  for (const Edge& edge : edges) ids.insert(ids.end(), {edge.first, edge.second});
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const auto index = [&ids](const std::string& id) {
    return static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
  };
  Components components(ids.size());
  for (const Edge& edge : edges) components.join(index(edge.first), index(edge.second));
  std::vector<std::size_t> speaker(ids.size(), ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Record* record = find(document, kind, ids[i]);
    std::size_t& of_group = speaker[components.root(i)];
    if (of_group == ids.size() && record != nullptr && !is_hidden(document, *record)) of_group = i;
  }
  Links out;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::size_t root = components.root(i);
    out.emplace_back(ids[i], ids[speaker[root] < ids.size() ? speaker[root] : root]);
  }
  return out;
}

std::string_view canonical_of(const Links& links, std::string_view id) {
  const auto at = std::lower_bound(links.begin(), links.end(), id,
                                   [](const auto& link, std::string_view wanted) { return link.first < wanted; });
  return at != links.end() && at->first == id ? std::string_view(at->second) : id;
}

Result<Write> link_write(Write::Op op, std::string_view kind, std::string_view set, std::string_view a,
                         std::string_view b) {
  if (a == b) return fail(ErrorCode::kNotAllowed, "error.linked_to_itself");
  return Write{op, std::string(kind), std::string(std::min(a, b)), std::string(set), text_value(std::max(a, b))};
}

}  // namespace stoepkrijt::merge
