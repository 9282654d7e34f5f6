// A JSON document as a compact tree, for files that are read whole (a dossier), with typed getters whose errors say
// where: path, line and column. Duplicate keys are refused.
//
// Example:
//   SK_TRY(document, json::Document::parse(text));
//   SK_TRY(rounds, document.root().get("rounds"));
//   for (const json::Cursor round : rounds) { SK_TRY(budget, round.integer_at("budget", 1, kMaxCents)); ... }
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_sax.hpp"
#include "base/result.hpp"

namespace stoepkrijt::json {

enum class Type : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };

class Cursor;

/// The parsed document; owns all text that its cursors show. Movable; cursors stay good when it moves.
class Document {
 public:
  /// Errors: those of json::parse, kDuplicateKey, and kTooLarge with key "error.too_many_values".
  [[nodiscard]] static Result<Document> parse(std::string_view text, const Limits& limits = {});

  [[nodiscard]] Cursor root() const;
  /// The value at a path as Where holds it ("rounds[0].plans[3].cost"), or the deepest value on the way there.
  [[nodiscard]] Cursor nearest(std::string_view path) const;
  /// Fills in line and column of an error that knows its path only.
  [[nodiscard]] Error located(Error error) const;

 private:
  friend class Cursor;
  friend class TreeBuilder;
  /// Nodes lie in preorder: the children of node i start at i + 1, the next sibling of i is at nodes[i].after.
  struct Node {
    std::uint32_t parent = 0;
    std::uint32_t after = 0;      ///< index just after the subtree
    std::uint32_t text = 0;       ///< start in the pool: string or number; 1 for true
    std::uint32_t text_size = 0;  ///< of a container: number of children
    std::uint32_t key = 0;        ///< start in the pool
    std::uint32_t key_size = 0;
    std::uint32_t offset = 0;  ///< in the source; of a string: the end of the token
    Type type = Type::kNull;
  };
  struct Tree {
    std::vector<Node> nodes;
    std::string pool;
    std::string source;  ///< kept for line and column
  };
  explicit Document(std::unique_ptr<const Tree> tree) : tree_(std::move(tree)) {}
  std::unique_ptr<const Tree> tree_;
};

/// One value in a Document. Cheap to copy; does not outlive its Document.
class Cursor {
 public:
  [[nodiscard]] Type type() const { return node().type; }
  [[nodiscard]] bool is(Type t) const { return node().type == t; }
  /// "rounds[0].plans[3].cost"; empty for the root.
  [[nodiscard]] std::string path() const;
  [[nodiscard]] Where where() const;
  /// An error at this value, with path, line and column.
  [[nodiscard]] Error error(ErrorCode code, std::string_view key) const;

  // Typed values. Errors: kWrongType; for integer() also kOverflow (beyond int64), kNegative (below zero where min is
  // at least zero) and kOverflow or kNotAllowed outside [min, max].
  [[nodiscard]] Result<bool> boolean() const;
  [[nodiscard]] Result<std::string_view> string() const;
  [[nodiscard]] Result<std::string_view> number_text() const;
  [[nodiscard]] Result<std::int64_t> integer(std::int64_t min = INT64_MIN, std::int64_t max = INT64_MAX) const;

  /// Number of elements or members; 0 for a scalar.
  [[nodiscard]] std::size_t size() const;
  /// The member's own key; empty outside an object.
  [[nodiscard]] std::string_view key() const;
  [[nodiscard]] Result<void> expect(Type t) const;
  /// The member with this key, if this is an object that has it.
  [[nodiscard]] std::optional<Cursor> find(std::string_view key) const;
  /// As find(). Errors: kWrongType when this is no object, kMissing.
  [[nodiscard]] Result<Cursor> get(std::string_view key) const;

  class Iterator {
   public:
    Iterator(const Document::Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
    [[nodiscard]] Cursor operator*() const { return {tree_, index_}; }
    Iterator& operator++() {
      index_ = tree_->nodes[index_].after;
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }

   private:
    const Document::Tree* tree_;
    std::uint32_t index_;
  };
  /// Elements of an array or members of an object, in their order in the text.
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const { return {tree_, node().after}; }

 private:
  friend class Document;
  friend class TreeBuilder;
  Cursor(const Document::Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  [[nodiscard]] const Document::Node& node() const { return tree_->nodes[index_]; }
  [[nodiscard]] std::string_view text() const {
    return std::string_view(tree_->pool).substr(node().text, node().text_size);
  }
  [[nodiscard]] Error wrong_type(Type wanted) const;

  const Document::Tree* tree_;
  std::uint32_t index_;
};

/// "array", "object", … as an argument of errors.
[[nodiscard]] std::string_view name_of(Type type);

}  // namespace stoepkrijt::json
