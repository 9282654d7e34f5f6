#include "measure.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "base/json_writer.hpp"

namespace stoepkrijt::bench {

namespace {

double now_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string json_text(std::string_view text) {
  json::Writer writer;
  writer.string(text);
  return writer.take();
}

volatile std::uint64_t kept = 0;

}  // namespace

Times measure(int runs, const std::function<void()>& prepare, const std::function<void()>& work, bool warm) {
  if (warm) {
    prepare();
    work();
  }
  std::vector<double> all;
  for (int i = 0; i < runs; ++i) {
    prepare();
    const double start = now_ms();
    work();
    all.push_back(now_ms() - start);
  }
  std::sort(all.begin(), all.end());
  return {all[all.size() / 2], all.front(), runs};
}

Line::Line(std::string_view name) : text_("{\"bench\":" + json_text(name)) {}

Line::~Line() {
  std::printf("%s}\n", text_.c_str());
  std::fflush(stdout);
}

Line& Line::times(const Times& times) {
  number("median_ms", times.median_ms);
  number("least_ms", times.least_ms);
  return count("runs", static_cast<std::uint64_t>(times.runs));
}

Line& Line::number(std::string_view key, double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.4f", value);
  text_ += "," + json_text(key) + ":" + text;
  return *this;
}

Line& Line::count(std::string_view key, std::uint64_t value) {
  text_ += "," + json_text(key) + ":" + std::to_string(value);
  return *this;
}

Line& Line::list(std::string_view key, const std::vector<std::string>& values) {
  text_ += "," + json_text(key) + ":[";
  for (std::size_t i = 0; i < values.size(); ++i) text_ += (i == 0 ? "" : ",") + json_text(values[i]);
  text_ += "]";
  return *this;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "stoepkrijt_bench: cannot read %s\n", path.c_str());
    std::exit(2);
  }
  in.seekg(0, std::ios::end);
  std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
  in.seekg(0);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

std::uint64_t peak_memory_kib() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word == "VmHWM:") {
      std::uint64_t kib = 0;
      status >> kib;
      return kib;
    }
  }
  return 0;
}

std::uint64_t wasm_memory_kib() {
#ifdef __EMSCRIPTEN__
  return __builtin_wasm_memory_size(0) * std::uint64_t{64};
#else
  return 0;
#endif
}

void keep(std::uint64_t value) { kept = kept + value; }

}  // namespace stoepkrijt::bench
