#include "app/office/reduce.hpp"

#include "app/office/office.hpp"

namespace stoepkrijt::app::office {

namespace {

void on(Reducer& r, const Leave& /*c*/) { r.s.office = nullptr; }

}  // namespace

void on(Reducer& r, const Ask& c) {
  std::visit([&r](const auto& what) { on(r, what); }, c.what);
}

void loaded(Reducer& /*r*/, const std::vector<platform::Kept>& /*found*/) {}
void take(Reducer& /*r*/, const platform::FilePicked& /*a*/) {}
void take(Reducer& /*r*/, const platform::CodeSeen& /*a*/) {}
void kept(Reducer& /*r*/) {}
void not_kept(Reducer& /*r*/, const Error& /*error*/) {}
void tick(Reducer& /*r*/) {}
std::int64_t next_ms(const State& /*s*/) { return 0; }

}  // namespace stoepkrijt::app::office
