#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "assets/embedded.hpp"
#include "base/random.hpp"
#include "benches.hpp"
#include "formats/dossier/dossier.hpp"
#include "measure.hpp"

namespace stoepkrijt::bench {

model::Dossier busy_dossier(std::size_t signals) {
  Result<model::Dossier> example = formats::read_dossier(assets::text("example/dossier.json"));
  if (!example || example->signals.empty()) {
    std::fprintf(stderr, "stoepkrijt_bench: the example has no dossier with signals\n");
    std::exit(2);
  }
  model::Dossier dossier = std::move(*example);
  const std::vector<model::Signal> patterns = std::move(dossier.signals);
  dossier.signals.clear();
  dossier.issues.clear();
  Random random(2026);
  for (std::size_t i = 0; i < signals; ++i) {
    model::Signal signal = patterns[random.index(patterns.size())];
    std::string number = std::to_string(i);
    number.insert(0, 5 - number.size(), '0');
    signal.id = "signaal-" + number;
    signal.place.lon_e7 += static_cast<std::int32_t>(random.between(-50'000, 50'000));
    signal.place.lat_e7 += static_cast<std::int32_t>(random.between(-30'000, 30'000));
    signal.accuracy_mm = static_cast<std::int32_t>(random.between(2'000, 40'000));
    signal.time_ms += random.between(0, 86'400'000);
    signal.support.clear();
    for (std::int64_t n = random.between(0, 3); n > 0; --n)
      signal.support.push_back("k" + std::to_string(random.next()));
    std::sort(signal.support.begin(), signal.support.end());
    dossier.signals.push_back(std::move(signal));
  }
  return dossier;
}

void dossier(int runs, const std::string& out) {
  const model::Dossier made = busy_dossier(10'000);
  std::string bytes;
  const Times writing = measure(runs, [&] { bytes = formats::write_dossier(made); });
  bool same = true;
  const Times reading = measure(runs, [&] {
    const Result<model::Dossier> read = formats::read_dossier(bytes);
    if (!read) {
      std::fprintf(stderr, "stoepkrijt_bench: dossier: %s\n", read.error().key.c_str());
      std::exit(2);
    }
    keep(read->signals.size());
  });
  const Result<model::Dossier> read = formats::read_dossier(bytes);
  same = read.has_value() && *read == made;
  if (!same) {
    std::fprintf(stderr, "stoepkrijt_bench: the dossier that was read is not the one that was written\n");
    std::exit(2);
  }
  const Times validating = measure(runs, [&] { keep(model::validate(made).has_value() ? 1 : 0); });
  Line("dossier.read").times(reading).count("bytes", bytes.size()).count("signals", made.signals.size());
  Line("dossier.validate").times(validating);
  Line("dossier.write").times(writing);
  if (!out.empty()) std::ofstream(out, std::ios::binary) << bytes;
}

}  // namespace stoepkrijt::bench
