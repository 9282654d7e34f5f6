// Counting in the page's worker: the same program, without a window. main() is not run there (web/count_worker.js).
#include <emscripten.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/count_job.hpp"
#include "platform/web/bridge.hpp"

namespace stoepkrijt::shell {
namespace {

class Teller final : public rules::Watcher {
 public:
  bool on_progress(std::uint64_t done, std::uint64_t total) override {
    sk_js_count_progress(static_cast<double>(done), static_cast<double>(total));
    return true;  // who stops it ends the worker
  }
};

}  // namespace
}  // namespace stoepkrijt::shell

extern "C" EMSCRIPTEN_KEEPALIVE void sk_count(const char* job, std::size_t size) {
  stoepkrijt::shell::Teller teller;
  const std::string answer = stoepkrijt::app::run_job(std::string_view(job, size), &teller);
  sk_js_count_done(answer.data(), answer.size());
}
