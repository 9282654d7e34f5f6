#include "base/json.hpp"

#include <algorithm>

#include "base/decimal.hpp"

namespace stoepkrijt::json {

/// Builds the tree from the events. Only offsets are kept while building, so that vectors may grow.
class TreeBuilder final : public SaxHandler {
 public:
  TreeBuilder(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  bool null_value(std::size_t end) override { return add(Type::kNull, end - 4); }
  bool boolean(bool value, std::size_t end) override {
    if (!add(Type::kBoolean, end - (value ? 4U : 5U))) return false;
    tree_.nodes.back().text = value ? 1 : 0;
    return true;
  }
  bool number(std::string_view text, std::size_t end) override {
    return add(Type::kNumber, end - text.size()) && set_text(text);
  }
  bool string(std::string_view text, std::size_t end) override { return add(Type::kString, end) && set_text(text); }
  bool key(std::string_view text, std::size_t) override {
    key_ = position();
    key_size_ = narrow(text.size());
    tree_.pool.append(text);
    return true;
  }
  bool start_object(std::size_t offset) override { return open(Type::kObject, offset); }
  bool start_array(std::size_t offset) override { return open(Type::kArray, offset); }
  bool end_object(std::size_t) override {
    const std::uint32_t object = open_.back();
    close();
    return unique_keys(object);
  }
  bool end_array(std::size_t) override {
    close();
    return true;
  }
  Error error() override { return std::move(error_); }

  [[nodiscard]] std::unique_ptr<const Document::Tree> take() {
    tree_.source = text_;
    return std::make_unique<const Document::Tree>(std::move(tree_));
  }

 private:
  static std::uint32_t narrow(std::size_t n) { return static_cast<std::uint32_t>(n); }
  [[nodiscard]] std::uint32_t position() const { return narrow(tree_.pool.size()); }

  bool add(Type type, std::size_t offset) {
    if (tree_.nodes.size() >= limits_.max_nodes) {
      error_ = Error(ErrorCode::kTooLarge, "error.too_many_values")
                   .with("limit", std::to_string(limits_.max_nodes))
                   .at(where_is(text_, offset));
      return false;
    }
    Document::Node node;
    node.type = type;
    node.offset = narrow(offset);
    node.parent = open_.empty() ? 0 : open_.back();
    node.after = narrow(tree_.nodes.size() + 1);
    if (!open_.empty()) {
      ++tree_.nodes[open_.back()].text_size;
      if (tree_.nodes[open_.back()].type == Type::kObject) {
        node.key = key_;
        node.key_size = key_size_;
      }
    }
    tree_.nodes.push_back(node);
    return true;
  }
  bool set_text(std::string_view text) {
    tree_.nodes.back().text = position();
    tree_.nodes.back().text_size = narrow(text.size());
    tree_.pool.append(text);
    return true;
  }
  bool open(Type type, std::size_t offset) {
    if (!add(type, offset)) return false;
    open_.push_back(narrow(tree_.nodes.size() - 1));
    return true;
  }
  void close() {
    tree_.nodes[open_.back()].after = narrow(tree_.nodes.size());
    open_.pop_back();
  }
  [[nodiscard]] std::string_view key_of(std::uint32_t node) const {
    return std::string_view(tree_.pool).substr(tree_.nodes[node].key, tree_.nodes[node].key_size);
  }
  bool unique_keys(std::uint32_t object) {
    members_.clear();
    for (std::uint32_t i = object + 1; i < tree_.nodes[object].after; i = tree_.nodes[i].after) members_.push_back(i);
    std::sort(members_.begin(), members_.end(), [this](std::uint32_t a, std::uint32_t b) {
      const int order = key_of(a).compare(key_of(b));
      return order != 0 ? order < 0 : a < b;
    });
    const auto twin = std::adjacent_find(members_.begin(), members_.end(),
                                         [this](std::uint32_t a, std::uint32_t b) { return key_of(a) == key_of(b); });
    if (twin == members_.end()) return true;
    const Cursor second(&tree_, *(twin + 1));
    Where where = where_is(text_, tree_.nodes[*(twin + 1)].offset);
    where.path = second.path();
    error_ = Error(ErrorCode::kDuplicateKey, "error.duplicate_key").with("key", key_of(*twin)).at(std::move(where));
    return false;
  }

  std::string_view text_;
  const Limits& limits_;
  Document::Tree tree_;
  std::vector<std::uint32_t> open_;
  std::vector<std::uint32_t> members_;
  std::uint32_t key_ = 0;
  std::uint32_t key_size_ = 0;
  Error error_;
};

Result<Document> Document::parse(std::string_view text, const Limits& limits) {
  TreeBuilder builder(text, limits);
  SK_TRY_VOID(json::parse(text, builder, limits));
  return Document(builder.take());
}

Cursor Document::root() const { return {tree_.get(), 0}; }

Cursor Document::nearest(std::string_view path) const {
  Cursor at = root();
  while (!path.empty()) {
    if (path.front() == '[') {
      std::size_t index = 0;
      std::size_t i = 1;
      for (; i < path.size() && path[i] != ']'; ++i) index = index * 10 + static_cast<std::size_t>(path[i] - '0');
      path.remove_prefix(std::min(i + 1, path.size()));
      if (!at.is(Type::kArray) || index >= at.size()) return at;
      auto it = at.begin();
      for (; index > 0; --index) ++it;
      at = *it;
      continue;
    }
    if (path.front() == '.') path.remove_prefix(1);
    const std::size_t length = std::min(path.find_first_of(".["), path.size());
    const std::optional<Cursor> member = at.find(path.substr(0, length));
    if (!member || length == 0) return at;
    at = *member;
    path.remove_prefix(length);
  }
  return at;
}

Error Document::located(Error error) const {
  const Where found = nearest(error.where.path).where();
  error.where.offset = found.offset;
  error.where.line = found.line;
  error.where.column = found.column;
  return error;
}

std::string Cursor::path() const {
  std::vector<std::string> steps;
  for (std::uint32_t i = index_; i != 0; i = tree_->nodes[i].parent) {
    const std::uint32_t parent = tree_->nodes[i].parent;
    if (tree_->nodes[parent].type == Type::kObject) {
      std::string step(Cursor(tree_, i).key());
      if (parent != 0) step.insert(step.begin(), '.');
      steps.push_back(std::move(step));
      continue;
    }
    std::size_t index = 0;
    for (std::uint32_t sibling = parent + 1; sibling != i; sibling = tree_->nodes[sibling].after) ++index;
    steps.push_back("[" + std::to_string(index) + "]");
  }
  std::string whole;
  for (auto it = steps.rbegin(); it != steps.rend(); ++it) whole += *it;
  return whole;
}

Where Cursor::where() const {
  const std::size_t offset = is(Type::kString) ? string_start(tree_->source, node().offset) : node().offset;
  Where where = where_is(tree_->source, offset);
  where.path = path();
  return where;
}

Error Cursor::error(ErrorCode code, std::string_view key) const { return Error(code, key).at(where()); }

Error Cursor::wrong_type(Type wanted) const {
  return Error(ErrorCode::kWrongType, "error.wrong_type")
      .with("wanted", name_of(wanted))
      .with("found", name_of(type()))
      .at(where());
}

Result<void> Cursor::expect(Type t) const {
  if (!is(t)) return fail(wrong_type(t));
  return {};
}

Result<bool> Cursor::boolean() const {
  SK_TRY_VOID(expect(Type::kBoolean));
  return node().text != 0;
}

Result<std::string_view> Cursor::string() const {
  SK_TRY_VOID(expect(Type::kString));
  return text();
}

Result<std::string_view> Cursor::number_text() const {
  SK_TRY_VOID(expect(Type::kNumber));
  return text();
}

Result<std::int64_t> Cursor::integer(std::int64_t min, std::int64_t max) const {
  SK_TRY_VOID(expect(Type::kNumber));
  if (text().find_first_of(".eE") != std::string_view::npos) {
    return fail(error(ErrorCode::kWrongType, "error.not_whole"));
  }
  const Result<std::int64_t> value = parse_decimal(text(), 0, Excess::kRefuse);
  if (!value) return fail(Error(value.error()).at(where()));
  if (*value < 0 && min >= 0) return fail(error(ErrorCode::kNegative, "error.negative"));
  if (*value < min) {
    return fail(error(ErrorCode::kNotAllowed, "error.number_too_small").with("limit", std::to_string(min)));
  }
  if (*value > max) {
    return fail(error(ErrorCode::kOverflow, "error.number_above_limit").with("limit", std::to_string(max)));
  }
  return *value;
}

std::size_t Cursor::size() const { return is(Type::kArray) || is(Type::kObject) ? node().text_size : 0; }

std::string_view Cursor::key() const { return std::string_view(tree_->pool).substr(node().key, node().key_size); }

Cursor::Iterator Cursor::begin() const {
  return {tree_, is(Type::kArray) || is(Type::kObject) ? index_ + 1 : node().after};
}

std::optional<Cursor> Cursor::find(std::string_view key) const {
  if (!is(Type::kObject)) return std::nullopt;
  for (const Cursor member : *this) {
    if (member.key() == key) return member;
  }
  return std::nullopt;
}

Result<Cursor> Cursor::get(std::string_view key) const {
  SK_TRY_VOID(expect(Type::kObject));
  const std::optional<Cursor> member = find(key);
  if (!member) return fail(error(ErrorCode::kMissing, "error.missing").with("key", key));
  return *member;
}

std::string_view name_of(Type type) {
  switch (type) {
    case Type::kNull:
      return "null";
    case Type::kBoolean:
      return "boolean";
    case Type::kNumber:
      return "number";
    case Type::kString:
      return "string";
    case Type::kArray:
      return "array";
    case Type::kObject:
      return "object";
  }
  return "";
}

}  // namespace stoepkrijt::json
