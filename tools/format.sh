#!/usr/bin/env bash
# clang-format over every C++ file that git knows or would know; --check only tells.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t files < <(git ls-files --cached --others --exclude-standard -- '*.cpp' '*.hpp' | while read -r f; do [ -f "$f" ] && echo "$f"; done)
[ ${#files[@]} -gt 0 ] || { echo "no C++ files found"; exit 1; }
if [ "${1:-}" != --check ]; then
  printf '%s\0' "${files[@]}" | xargs -0 -n 20 -P "$(nproc)" clang-format-19 -i
  exit 0
fi
wrong=()
for file in "${files[@]}"; do
  clang-format-19 --dry-run --Werror "$file" >/dev/null 2>&1 || wrong+=("$file")
done
for file in "${wrong[@]}"; do echo "not in the project's format (make format): $file"; done
echo "$((${#files[@]} - ${#wrong[@]})) passed, ${#wrong[@]} failed"
[ ${#wrong[@]} -eq 0 ]
