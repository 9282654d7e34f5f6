#!/usr/bin/env bash
# The ballot box in a community centre: the site on this machine only, and a browser that shows nothing else.
#   tools/kiosk.sh              start it; stops when the browser is closed
#   tools/kiosk.sh --print      only say which commands would be run
#   tools/kiosk.sh update       take the site in build/web into use: only while the box is closed and the kiosk is off
# STOEPKRIJT_KIOSK: where it lives (~/.local/share/stoepkrijt-kiosk). STOEPKRIJT_SITE: the built site (build/web).
# STOEPKRIJT_PORT: 8377. STOEPKRIJT_BROWSER: chromium. Guide: docs/kiosk.md
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
home=${STOEPKRIJT_KIOSK:-$HOME/.local/share/stoepkrijt-kiosk}
site=${STOEPKRIJT_SITE:-$here/build/web}
port=${STOEPKRIJT_PORT:-8377}
browser=${STOEPKRIJT_BROWSER:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || echo chromium)}
url="http://127.0.0.1:$port/"

fail() { echo "kiosk: $*" >&2; exit 1; }

# The box is kept under the address, port and all: on another port it would seem to be empty. So never another port.
port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

take_site() {
  [ -f "$site/index.html" ] || fail "there is no site in $site; run 'make web' first"
  mkdir -p "$home"
  chmod 700 "$home"
  rm -rf "$home/site.new"
  cp -R "$site" "$home/site.new"
  rm -rf "$home/site.old"
  [ ! -e "$home/site" ] || mv "$home/site" "$home/site.old"
  mv "$home/site.new" "$home/site"
}

server=(node "$here/tools/serve.mjs" --root "$home/site" --port "$port" --host 127.0.0.1)
# A profile of its own, never --incognito and nothing that clears when idle: both would erase the box.
window=("$browser" --kiosk "--app=$url" "--user-data-dir=$home/profile" --lang=nl --no-first-run --no-default-browser-check
  --noerrdialogs --disable-session-crashed-bubble --disable-pinch --overscroll-history-navigation=0
  --disable-features=Translate,MediaRouter --disable-sync --disable-extensions --disable-background-networking
  --disable-component-update --check-for-update-interval=31536000 --password-store=basic)

case "${1:-start}" in
  --print)
    printf '%q ' "${server[@]}"; echo
    printf '%q ' "${window[@]}"; echo
    exit 0 ;;
  update)
    port_is_free || fail "the kiosk is running on port $port; close the box and stop the kiosk first"
    read -r -p "Is the ballot box closed, and are both copies of it on a stick? Type closed: " answer
    [ "$answer" = closed ] || fail "nothing was changed"
    take_site
    echo "The new version is shown at the next start. The one before stays in $home/site.old."
    exit 0 ;;
  start) ;;
  *) fail "unknown: $1 (nothing, --print or update)" ;;
esac

port_is_free || fail "port $port is taken by something else; the box is kept under this port only, so it does not start on another"
command -v "$browser" >/dev/null || fail "there is no $browser; install it, or set STOEPKRIJT_BROWSER"
[ -f "$home/site/index.html" ] || take_site
mkdir -p "$home/profile"
chmod 700 "$home" "$home/profile"

"${server[@]}" &
serving=$!
trap 'kill "$serving" 2>/dev/null || true' EXIT
for _ in $(seq 50); do
  port_is_free || break
  kill -0 "$serving" 2>/dev/null || fail "the site could not be served"
  sleep 0.1
done
"${window[@]}"
