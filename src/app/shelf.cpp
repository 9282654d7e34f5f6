#include "app/shelf.hpp"

#include <utility>

#include "base/json.hpp"
#include "base/json_writer.hpp"

namespace stoepkrijt::app {

namespace {
constexpr std::int64_t kMaxMs = 8'640'000'000'000'000;  // ECMAScript's last moment
constexpr std::int64_t kMaxSignals = 1'000'000;
}  // namespace

ShelfItem shelf_item_of(const State& state) {
  ShelfItem item;
  item.slug = state.slug;
  item.id = state.dossier->id;
  item.title = state.dossier->title;
  item.changed_ms = state.device.now_ms;
  item.signals = static_cast<std::int64_t>(state.dossier->signals.size());
  return item;
}

const ShelfItem* find_on_shelf(const State& state, std::string_view slug) {
  for (const ShelfItem& item : state.shelf) {
    if (item.slug == slug) return &item;
  }
  return nullptr;
}

std::string write_shelf_item(const ShelfItem& item) {
  json::Writer w;
  w.begin_object();
  w.key("changed_ms");
  w.integer(item.changed_ms);
  w.key("id");
  w.string(item.id);
  w.key("signals");
  w.integer(item.signals);
  w.key("title");
  w.string(item.title);
  w.key("version");
  w.integer(1);
  w.end_object();
  return w.take();
}

Result<ShelfItem> read_shelf_item(std::string_view slug, std::string_view json) {
  SK_TRY(document, json::Document::parse(json));
  const json::Cursor root = document.root();
  SK_TRY_VOID(root.expect(json::Type::kObject));
  SK_TRY(version, root.get("version"));
  SK_TRY_VOID(version.integer(1, 1));
  SK_TRY(changed, root.get("changed_ms"));
  SK_TRY(signals, root.get("signals"));
  SK_TRY(id, root.get("id"));
  SK_TRY(title, root.get("title"));
  ShelfItem item;
  item.slug = std::string(slug);
  SK_TRY(changed_ms, changed.integer(-kMaxMs, kMaxMs));
  SK_TRY(count, signals.integer(0, kMaxSignals));
  SK_TRY(id_text, id.string());
  SK_TRY(title_text, title.string());
  item.changed_ms = changed_ms;
  item.signals = count;
  item.id = std::string(id_text);
  item.title = std::string(title_text);
  return item;
}

}  // namespace stoepkrijt::app
