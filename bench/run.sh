#!/usr/bin/env bash
# The benchmarks (`make bench` has built the site and the native programs before); prints a Markdown table.
#   bench/run.sh            only print
#   bench/run.sh --only merge[,tally...]   only these parts (dossier, merge, map, screen, points,
#                          import, tally, growth, geojson, web)
#   bench/run.sh --write    also rewrite docs/performance.md
# STOEPKRIJT_SITE, STOEPKRIJT_BENCH_NATIVE, STOEPKRIJT_BENCH_WASM: other folders than build/web, build/native, build/wasm.
# STOEPKRIJT_DATA: the real data, instead of ../shared/data; what needs it is skipped, in words, when it is not there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ -z "${STOEPKRIJT_BENCH_WASM:-}" ]; then
  [ -f build/wasm/build.ninja ] || { echo 'bench: there is no WebAssembly build yet: use "make bench"' >&2; exit 1; }
  ninja -C build/wasm --quiet stoepkrijt_bench
fi
exec node bench/run.mjs "$@"
