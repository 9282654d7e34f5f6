// How the benchmarks measure and report: the same code natively and in WebAssembly.
//
// A benchmark runs once to warm up, then `runs` times; reported are the median and the least, in milliseconds of the
// wall clock (the least is what the machine does when nobody disturbs it). One line of JSON per figure on stdout.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stoepkrijt::bench {

struct Times {
  double median_ms = 0;
  double least_ms = 0;
  int runs = 0;
};

/// `prepare` is not measured; it comes before every run, the first (discarded) one too. Without `warm` nothing is
/// discarded: for what takes long.
[[nodiscard]] Times measure(int runs, const std::function<void()>& prepare, const std::function<void()>& work,
                            bool warm = true);
[[nodiscard]] inline Times measure(int runs, const std::function<void()>& work) {
  return measure(runs, [] {}, work);
}

/// One line of the report.
class Line {
 public:
  explicit Line(std::string_view name);
  ~Line();
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  Line& times(const Times& times);
  Line& number(std::string_view key, double value);
  Line& count(std::string_view key, std::uint64_t value);
  Line& list(std::string_view key, const std::vector<std::string>& values);

 private:
  std::string text_;
};

/// A whole file; ends the program with a message when it cannot be read.
[[nodiscard]] std::string read_file(const std::string& path);

/// The most memory this process ever held (of node as a whole when run there), in KiB; 0 where the system does not say.
[[nodiscard]] std::uint64_t peak_memory_kib();

/// The memory of the WebAssembly module, which only ever grows, in KiB; 0 natively.
[[nodiscard]] std::uint64_t wasm_memory_kib();

/// Keeps the optimiser from dropping a result.
void keep(std::uint64_t value);

}  // namespace stoepkrijt::bench
