#include "app/shelf.hpp"

#include <utility>

#include "app/json_fields.hpp"
#include "app/keys.hpp"
#include "base/json.hpp"
#include "base/json_writer.hpp"
#include "formats/merged/merged.hpp"

namespace stoepkrijt::app {

namespace {
constexpr std::int64_t kMaxSignals = 1'000'000;
}  // namespace

std::string slug_of(const merge::Document& document) {
  return slug_of(document.mergeable ? document.id : document.id + " " + formats::state_name(document));
}

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
  SK_TRY_VOID(integer_at(root, "version", 1, 1));
  SK_TRY(changed_ms, integer_at(root, "changed_ms", -kMaxMs, kMaxMs));
  SK_TRY(signals, integer_at(root, "signals", 0, kMaxSignals));
  SK_TRY(id, text_at(root, "id"));
  SK_TRY(title, text_at(root, "title"));
  ShelfItem item;
  item.slug = std::string(slug);
  item.changed_ms = changed_ms;
  item.signals = signals;
  item.id = std::move(id);
  item.title = std::move(title);
  return item;
}

}  // namespace stoepkrijt::app
