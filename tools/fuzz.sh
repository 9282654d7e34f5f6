#!/usr/bin/env bash
# Builds the fuzzers (libFuzzer, address and undefined-behaviour sanitizers) and runs each for the given number of seconds,
# as many at a time as there are cores. Seeds are tests/fuzz/corpus/<name>/; what is found goes to build/fuzz-corpus/<name>/,
# a crash to build/fuzz-crashes/.
#   tools/fuzz.sh [SECONDS] [NAME...]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10}
shift || true
if [ ! -f tests/fuzz/CMakeLists.txt ]; then echo "there are no fuzzers (tests/fuzz/CMakeLists.txt)"; exit 1; fi
# The same folder and options as `make check-sanitizers`: one build serves both.
cmake -S . -B build/sanitizers -G Ninja --log-level=WARNING -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 \
  -DCMAKE_BUILD_TYPE=Debug -DSK_FUZZ=ON -DSK_PCH=OFF -DSK_SANITIZE=address,undefined
mapfile -t fuzzers < <(ninja -C build/sanitizers -t targets all | sed -n 's/^\(fuzz_[a-z0-9_]*\): phony$/\1/p' | sort -u)
[ ${#fuzzers[@]} -gt 0 ] || mapfile -t fuzzers < <(ninja -C build/sanitizers -t targets all | sed -n 's/^\(fuzz_[a-z0-9_]*\): CXX_EXECUTABLE.*/\1/p' | sort -u)
[ ${#fuzzers[@]} -gt 0 ] || { echo "there are no fuzzers"; exit 1; }
[ $# -eq 0 ] || fuzzers=("${@/#/fuzz_}")
ninja -C build/sanitizers -j "$(nproc)" --quiet "${fuzzers[@]}"
mkdir -p build/fuzz-crashes

run_one() {
  fuzzer=$1 seconds=$2 name=${1#fuzz_}
  found=build/fuzz-corpus/$name
  mkdir -p "$found"
  seeds=()
  [ -d "tests/fuzz/corpus/$name" ] && seeds=("tests/fuzz/corpus/$name")
  if build/sanitizers/"$fuzzer" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -artifact_prefix=build/fuzz-crashes/"$name"- \
    -print_final_stats=1 "$found" "${seeds[@]}" >"build/fuzz-$name.log" 2>&1; then
    echo "$fuzzer: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz-$name.log") inputs, no fault"
  else
    echo "$fuzzer found a fault:"$'\n'"$(tail -n 40 "build/fuzz-$name.log")"  # in one piece: another runs beside it
  fi
}
export -f run_one
said=$(printf '%s\n' "${fuzzers[@]}" | xargs -P "$(nproc)" -I{} bash -c 'run_one {} '"$seconds" | tee /dev/stderr)
passed=$(grep -c ' inputs, no fault$' <<<"$said" || true)
echo "$passed passed, $((${#fuzzers[@]} - passed)) failed"
[ "$passed" -eq ${#fuzzers[@]} ]
