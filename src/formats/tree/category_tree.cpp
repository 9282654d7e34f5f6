#include "formats/tree/category_tree.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/json.hpp"
#include "base/json_writer.hpp"
#include "base/trim.hpp"
#include "base/utf8.hpp"
#include "model/names.hpp"

namespace stoepkrijt::formats {
namespace {

using model::Category;
using model::SchouwTheme;
using model::Subcategory;

constexpr std::array<std::string_view, 8> kNames = {"naam",      "name",     "categorie", "hoofdcategorie",
                                                    "onderwerp", "category", "title",     "titel"};
constexpr std::array<std::string_view, 9> kChildren = {"onderwerpen",    "subcategorieen", "subcategorieën",
                                                       "sub_categories", "subcategories",  "subs",
                                                       "children",       "kinderen",       "topics"};
constexpr std::array<std::string_view, 5> kParents = {"ouder", "parent", "parent_id", "ouder_id", "parentId"};
constexpr std::size_t kMostName = 200;
constexpr int kMostDepth = 16;

template <std::size_t n>
std::optional<json::Cursor> any_of(json::Cursor object, const std::array<std::string_view, n>& keys) {
  for (const std::string_view key : keys) {
    if (const auto found = object.find(key); found && !found->is(json::Type::kNull)) return found;
  }
  return std::nullopt;
}

/// On one line, without blanks at its ends, also where it was cut.
std::string name_of_text(std::string_view text) {
  std::string line;
  for (const char c : text) line += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
  return std::string(trimmed(first_code_points(trimmed(line), kMostName)));
}

/// A text or a whole number, as the name of something.
std::optional<std::string> id_text(json::Cursor value) {
  if (value.is(json::Type::kString)) return std::string(*value.string());
  if (value.is(json::Type::kNumber)) return std::string(*value.number_text());
  return std::nullopt;
}

/// A tree of one form, whatever the file's was.
struct Node {
  std::string name;
  std::string slug;  ///< may be empty
  std::optional<SchouwTheme> theme;
  std::vector<Node> children;
};

Result<Node> node_of(json::Cursor value, int depth);

Result<void> add_children(Node& node, json::Cursor list, int depth) {
  SK_TRY_VOID(list.expect(json::Type::kArray));
  if (depth > kMostDepth) return fail(list.error(ErrorCode::kTooDeep, "error.too_deep"));
  for (const json::Cursor child : list) {
    SK_TRY(one, node_of(child, depth + 1));
    node.children.push_back(std::move(one));
  }
  return {};
}

/// A slug of the file, when it can stand as an id.
std::string given_slug(json::Cursor object) {
  const auto slug = object.find("slug");
  if (!slug || !slug->is(json::Type::kString)) return {};
  const std::string_view text = *slug->string();
  return slug_of_name(text) == text ? std::string(text) : std::string();
}

Result<Node> node_of(json::Cursor value, int depth) {
  Node node;
  if (value.is(json::Type::kString)) {
    node.name = name_of_text(*value.string());
  } else {
    SK_TRY_VOID(value.expect(json::Type::kObject));
    const auto name = any_of(value, kNames);
    if (name && name->is(json::Type::kString)) node.name = name_of_text(*name->string());
    node.slug = given_slug(value);
    constexpr std::array<std::string_view, 2> kThemes = {"thema", "theme"};
    if (const auto theme = any_of(value, kThemes); theme && theme->is(json::Type::kString)) {
      node.theme = model::from_name<SchouwTheme>(*theme->string());
    }
    if (const auto children = any_of(value, kChildren)) SK_TRY_VOID(add_children(node, *children, depth));
  }
  if (node.name.empty()) return fail(value.error(ErrorCode::kMissing, "error.tree_nameless"));
  return node;
}

/// A flat list: each with its own id, some with that of another.
class Flat {
 public:
  Result<std::vector<Node>> read(json::Cursor list) {
    for (const json::Cursor value : list) SK_TRY_VOID(add(value));
    for (std::size_t i = 0; i < nodes_.size(); ++i) SK_TRY_VOID(check(i, list));
    std::vector<Node> out;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!parents_[i]) out.push_back(gathered(i));
    }
    return out;
  }

 private:
  Result<void> add(json::Cursor value) {
    SK_TRY(node, node_of(value, 0));
    const auto id_member = value.find("id");
    const std::optional<std::string> id = id_member ? id_text(*id_member) : std::nullopt;
    if (!id) return fail(value.error(ErrorCode::kMissing, "error.tree_nameless"));
    if (!by_id_.emplace(*id, nodes_.size()).second) {
      return fail(value.error(ErrorCode::kDuplicateId, "error.tree_twice").with("name", node.name));
    }
    const auto parent = any_of(value, kParents);
    parents_.push_back(parent ? id_text(*parent) : std::nullopt);
    nodes_.push_back(std::move(node));
    return {};
  }

  /// From here to a root in no more steps than there are nodes.
  Result<void> check(std::size_t start, json::Cursor list) {
    std::size_t at = start;
    for (std::size_t steps = 0; parents_[at]; ++steps) {
      const auto parent = by_id_.find(*parents_[at]);
      if (parent == by_id_.end()) {
        return fail(list.error(ErrorCode::kUnknownId, "error.tree_parent").with("name", nodes_[at].name));
      }
      if (parent->second == start || steps > nodes_.size()) {
        return fail(list.error(ErrorCode::kContradiction, "error.tree_cycle").with("name", nodes_[start].name));
      }
      at = parent->second;
    }
    root_.push_back(at);
    return {};
  }

  /// All below a root, on one level: a signal names one thing.
  Node gathered(std::size_t root) {
    Node out = nodes_[root];
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (i != root && root_[i] == root) out.children.push_back(nodes_[i]);
    }
    return out;
  }

  std::vector<Node> nodes_;
  std::vector<std::optional<std::string>> parents_;
  std::vector<std::size_t> root_;
  std::map<std::string, std::size_t> by_id_;
};

bool is_flat(json::Cursor list) {
  for (const json::Cursor value : list) {
    if (value.is(json::Type::kObject) && any_of(value, kParents)) return true;
  }
  return false;
}

/// The list of categories: the document itself, or the first list in it.
std::optional<json::Cursor> list_in(json::Cursor root) {
  if (root.is(json::Type::kArray)) return root;
  if (!root.is(json::Type::kObject)) return std::nullopt;
  for (const json::Cursor member : root) {
    if (member.is(json::Type::kArray)) return member;
  }
  return std::nullopt;
}

class Builder {
 public:
  Result<std::vector<Category>> build(const std::vector<Node>& nodes, json::Cursor at) {
    for (const Node& node : nodes) {
      Category& category = out_.emplace_back();
      category.name = node.name;
      category.theme = node.theme.value_or(guess_theme(node.name));
      if (node.children.empty()) add(category, node, node);
      for (const Node& child : node.children) gather(category, node, child);
    }
    if (used_.size() > model::kMaxSubcategories) return fail(at.error(ErrorCode::kTooLarge, "error.tree_too_large"));
    return std::move(out_);
  }

 private:
  void gather(Category& category, const Node& top, const Node& node) {
    if (node.children.empty()) return add(category, top, node);
    for (const Node& child : node.children) gather(category, top, child);
  }

  void add(Category& category, const Node& top, const Node& node) {
    std::string slug = node.slug.empty() ? slug_of_name(node.name) : node.slug;
    if (used_.contains(slug)) slug = slug_of_name(top.name + " " + node.name);
    std::string base = slug.substr(0, 50);
    while (base.back() == '-') base.pop_back();
    for (int n = 2; used_.contains(slug); ++n) slug = base + "-" + std::to_string(n);
    used_.insert(slug);
    category.subs.push_back({slug, node.name});
  }

  std::vector<Category> out_;
  std::set<std::string> used_;
};

}  // namespace

Result<std::vector<Category>> read_category_tree(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const std::optional<json::Cursor> list = list_in(document.root());
  if (!list || list->size() == 0) return fail(document.root().error(ErrorCode::kWrongFormat, "error.tree_none"));
  std::vector<Node> nodes;
  if (is_flat(*list)) {
    SK_TRY(flat, Flat().read(*list));
    nodes = std::move(flat);
  } else {
    for (const json::Cursor value : *list) {
      SK_TRY(node, node_of(value, 0));
      nodes.push_back(std::move(node));
    }
  }
  return Builder().build(nodes, *list);
}

std::string write_category_tree(const std::vector<Category>& tree) {
  json::Writer out(json::Style::kPretty);
  out.begin_array();
  for (const Category& category : tree) {
    out.begin_object();
    out.key("categorie");
    out.string(category.name);
    out.key("onderwerpen");
    out.begin_array();
    for (const Subcategory& sub : category.subs) {
      out.begin_object();
      out.key("naam");
      out.string(sub.name);
      out.key("slug");
      out.string(sub.slug);
      out.end_object();
    }
    out.end_array();
    out.key("thema");
    out.string(model::name_of(category.theme));
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace stoepkrijt::formats
