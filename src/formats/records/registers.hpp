// A value of the model as registers, and what stands beside them, for the .cpp files of formats/records only.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.hpp"
#include "formats/dossier/write_archive.hpp"
#include "formats/records/records.hpp"

namespace stoepkrijt::formats {

/// Names with canonical values.
using Registers = std::vector<std::pair<std::string, std::string>>;

template <class T>
std::string value_of(const T& v) {
  json::Writer out;
  WriteArchive(out).value(v);
  return out.take();
}

/// Collects the registers of one record from the list of its fields.
class RegisterArchive {
 public:
  explicit RegisterArchive(Registers& out) : out_(out) {}

  template <class T>
  void operator()(std::string_view key, const T& v) {
    if (kept_elsewhere(key)) return;
    out_.emplace_back(key, value_of(v));
  }
  template <class T>
  void operator()(std::string_view key, const std::optional<T>& v) {
    if (v) (*this)(key, *v);
  }
  template <class T>
  void unless_default(std::string_view key, const T& v) {
    if (!is_default(v)) (*this)(key, v);
  }

 private:
  Registers& out_;
};

/// Sorted by name.
template <class T>
Registers registers_of(const T& v) {
  Registers out;
  RegisterArchive archive(out);
  fields(archive, v);
  std::sort(out.begin(), out.end());
  return out;
}

inline std::string plan_record_id(std::string_view round, std::string_view plan) {
  return std::string(round) + "/" + std::string(plan);
}

inline std::string plan_order_of(const model::Round& round) {
  std::vector<std::string> order;
  for (const model::Plan& plan : round.plans) order.push_back(plan.id);
  return value_of(order);
}

inline std::string support_event(std::string_view key, bool sees) {
  json::Writer event;
  event.begin_object();
  event.key("key");
  event.string(key);
  event.key("sees");
  event.boolean(sees);
  event.end_object();
  return event.take();
}

inline std::string status_event(const model::StatusEvent& change) {
  json::Writer event;
  event.begin_object();
  event.key("reason");
  event.string(change.reason);
  event.key("status");
  event.string(model::name_of(change.status));
  event.end_object();
  return event.take();
}

}  // namespace stoepkrijt::formats
