#!/usr/bin/env bash
# Every browser test, two files at a time: a page waits about as long as it draws. STOEPKRIJT_BROWSERS: another number.
#   tests/web/run.sh            all of tests/web/*.test.mjs
#   tests/web/run.sh NAME...    only tests/web/NAME.test.mjs
# STOEPKRIJT_SITE: another site than build/web. STOEPKRIJT_SCREENSHOTS: another folder than build/screenshots.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [ $# -gt 0 ]; then files=("${@/#/tests/web/}"); files=("${files[@]/%/.test.mjs}"); else files=(tests/web/*.test.mjs); fi
exec node --test --test-concurrency="${STOEPKRIJT_BROWSERS:-2}" "${files[@]}"
