#!/usr/bin/env bash
# Installs what a build needs, pinned and checked, and leaves the third-party sources in .deps/ (ignored by git).
#
#   tools/setup.sh            everything (Debian 12 or 13; root only when Debian packages are missing)
#   tools/setup.sh --quiet    the same, silent when there is nothing to do
#
# Debian packages come through the machine's own apt configuration: no host is named here. Debian 12's own Emscripten is
# too old for C++20, so there Debian 13's package is unpacked into a private prefix (.deps/emscripten-prefix).
# Each step leaves a stamp in .deps/stamps with the key of what it did; a second call takes a fraction of a second.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=$root/.deps
[ -L "$deps" ] && deps=$(readlink -f "$deps")  # worktrees may share one: it is the same folder then, not another
stamps=$deps/stamps
quiet=${1:-}
# shellcheck source=tools/setup_pins.sh
. "$root/tools/setup_pins.sh"

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }
done_before() { [ "$(cat "$stamps/$1" 2>/dev/null || true)" = "$2" ]; }
mark_done() { printf '%s\n' "$2" >"$stamps/$1"; }

mkdir -p "$stamps"
exec 9>"$deps/setup.lock"
flock 9  # two builds started at once must not unpack into the same folder

. /etc/os-release
case "${ID:-}:${VERSION_ID:-}" in
  debian:12 | debian:13) ;;
  *) die "this script knows Debian 12 and Debian 13; this machine says '${PRETTY_NAME:-unknown}'" ;;
esac

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    die "Debian packages are missing and you are not root; run as root: $*"
  fi
}

# --- 1. Debian packages -----------------------------------------------------------------------------------------------
debian_packages() {
  local wanted=("${DEBIAN_PACKAGES[@]}") missing=() p
  command -v node >/dev/null || wanted+=(nodejs)
  command -v npm >/dev/null || wanted+=(npm)
  [ "$VERSION_ID" = 13 ] && wanted+=(emscripten)
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^installed //p' || true)
  for p in "${wanted[@]}"; do
    grep -qx -- "$p" <<<"$installed" || missing+=("$p")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "installing Debian packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get -q -o DPkg::Lock::Timeout=300 update >"$deps/apt.log" 2>&1 || { tail -20 "$deps/apt.log" >&2; die "apt-get update failed"; }
  as_root apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}" >>"$deps/apt.log" 2>&1 \
    || { tail -30 "$deps/apt.log" >&2; die "apt-get install failed; the whole log is .deps/apt.log"; }
}

# --- 2. A private apt that sees Debian 13 ------------------------------------------------------------------------------
apt_private=()
private_apt() {
  [ ${#apt_private[@]} -gt 0 ] && return 0
  local dir=$deps/apt mirror keyring
  mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
  mirror=$(apt-get update --print-uris 2>/dev/null | sed -n "s#^'\(.*\)/dists/${VERSION_CODENAME}/\(In\)\?Release' .*#\1#p" | head -n 1)
  [ -n "$mirror" ] || die "no Debian mirror for ${VERSION_CODENAME} found in this machine's apt configuration"
  for keyring in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
    [ -e "$keyring" ] && break
  done
  printf '%s [signed-by=%s] %s trixie main\n' deb "$keyring" "$mirror" deb-src "$keyring" "$mirror" >"$dir/sources.list"
  apt_private=(-q -o "Dir::Etc::sourcelist=$dir/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null
    -o "Dir::State::lists=$dir/lists" -o "Dir::Cache=$dir/cache" -o Acquire::Languages=none -o Acquire::Retries=3
    -o APT::Sandbox::User=root)
  apt-get "${apt_private[@]}" update >"$dir/update.log" 2>&1 || { cat "$dir/update.log" >&2; die "the Debian 13 package lists did not arrive"; }
}

check_file() {  # name sha256 [size]
  local size
  [ -f "$1" ] || die "$1 did not arrive"
  size=$(stat -c %s "$1")
  [ -z "${3:-}" ] || [ "$size" = "$3" ] || die "$1 has $size bytes, $3 expected"
  printf '%s  %s\n' "$2" "$1" | sha256sum --check --quiet - || die "$1 does not have the pinned checksum"
}

# --- 3. Emscripten ----------------------------------------------------------------------------------------------------
emscripten_private() {
  local prefix=$deps/emscripten-prefix
  say "unpacking Emscripten $EMSCRIPTEN_VERSION from Debian 13 into .deps/emscripten-prefix"
  private_apt
  rm -rf "$prefix" && mkdir -p "$prefix/libc" "$prefix/bin" "$deps/download"
  cd "$deps/download" && rm -f ./*.deb
  apt-get "${apt_private[@]}" download "emscripten=$EMSCRIPTEN_VERSION" "binaryen=$BINARYEN_VERSION" libc6 libstdc++6 libgcc-s1 >download.log 2>&1 \
    || { cat download.log >&2; die "Emscripten did not download"; }
  check_file "emscripten_${EMSCRIPTEN_VERSION}_all.deb" "$EMSCRIPTEN_SHA256"
  dpkg-deb --fsys-tarfile emscripten_*.deb | tar -x -C "$prefix" --wildcards --exclude='./usr/share/emscripten/test' \
    --exclude='./usr/share/emscripten/docs' --exclude='./usr/share/doc' --exclude='./usr/share/man' --exclude='*/wasm32-emscripten/lto*' \
    --exclude='*/wasm32-emscripten/pic' --exclude='*/wasm64-emscripten' --exclude='*-ww.a' --exclude='*-ww-*.a'
  mkdir -p "$deps/licences"
  dpkg-deb --fsys-tarfile emscripten_*.deb | tar -xO ./usr/share/doc/emscripten/copyright >"$deps/licences/emscripten.txt"
  local deb
  for deb in libc6_*.deb libstdc++6_*.deb libgcc-s1_*.deb; do dpkg-deb -x "$deb" "$prefix/libc"; done
  dpkg-deb -x binaryen_*.deb "$prefix/binaryen"
  rm -f ./*.deb

  # binaryen needs a newer C library than Debian 12's: start each tool through Debian 13's own loader.
  local loader lib tool
  loader=$(find "$prefix/libc" -name 'ld-linux-*.so.*' | head -n 1)
  lib=$(dirname "$(find "$prefix/libc" -name 'libc.so.6' | head -n 1)")
  lib=$lib:$(dirname "$(find "$prefix/libc" -name 'libstdc++.so.6' | head -n 1)")
  lib=$lib:$(dirname "$(find "$prefix/binaryen" -name 'libbinaryen.so*' | head -n 1)")
  for tool in "$prefix"/binaryen/usr/bin/*; do
    printf '#!/bin/sh\nexec %q --library-path %q %q "$@"\n' "$loader" "$lib" "$tool" >"$prefix/bin/$(basename "$tool")"
    chmod +x "$prefix/bin/$(basename "$tool")"
  done

  local em=$prefix/usr/share/emscripten
  mkdir -p "$em/node_modules"
  ln -sfn /usr/share/nodejs/acorn "$em/node_modules/acorn"  # ES modules ignore NODE_PATH
  cat >"$em/.emscripten" <<CONFIG
LLVM_ROOT = '/usr/bin'
BINARYEN_ROOT = '$prefix'
NODE_JS = '$(command -v node)'
FROZEN_CACHE = True
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
CONFIG
  ln -sfn "$em" "$deps/emscripten"
}

emscripten() {
  local key="$EMSCRIPTEN_VERSION $BINARYEN_VERSION debian$VERSION_ID $deps 1"
  if done_before emscripten "$key" && [ -e "$deps/emscripten/emcc.py" ]; then return 0; fi
  if [ "$VERSION_ID" = 12 ]; then
    emscripten_private
  else
    mkdir -p "$deps/licences"
    cp /usr/share/doc/emscripten/copyright "$deps/licences/emscripten.txt"
    ln -sfn /usr/share/emscripten "$deps/emscripten"
  fi
  # The compiler's sanity file and a first program: better to fail here than in the middle of a build.
  local try=$deps/emscripten-try
  rm -rf "$try" && mkdir -p "$try" && cd "$try"
  printf '#include <compare>\n#include <cstdio>\n#include <vector>\nint main() { std::vector<int> a{1}, b{2}; std::puts(a < b ? "stoepkrijt" : ""); }\n' >try.cpp
  "$deps/emscripten/em++" -std=c++20 -O1 -fno-exceptions -fno-rtti try.cpp -o try.js >try.log 2>&1 \
    || { cat try.log >&2; die "Emscripten cannot compile a first program"; }
  [ "$(node try.js)" = stoepkrijt ] || die "Emscripten's first program does not run under node"
  rm -rf "$try"
  mark_done emscripten "$key"
}

# --- 4. Sources and headers -------------------------------------------------------------------------------------------
sources() {
  local key
  key="$(printf '%s ' "${SOURCES[@]}") $SODIUM_PATCH_SHA256 debian$VERSION_ID 2"
  if done_before sources "$key"; then return 0; fi
  say "fetching the pinned sources (${SOURCE_PACKAGES[*]})"
  private_apt
  rm -rf "$deps/src" "$deps/include" && mkdir -p "$deps/src" "$deps/include" "$deps/download" && cd "$deps/download"
  # --tar-only: the mirror does not have every .dsc; the pinned tarball is what counts.
  apt-get "${apt_private[@]}" source --download-only --tar-only "${SOURCE_PACKAGES[@]}" >sources.log 2>&1 \
    || { cat sources.log >&2; die "the sources did not download"; }
  apt-get "${apt_private[@]}" source --download-only --diff-only libsodium >>sources.log 2>&1 \
    || { cat sources.log >&2; die "libsodium's patches did not download"; }
  local line name file size sum inside levels
  for line in "${SOURCES[@]}"; do
    read -r name file size sum inside <<<"$line"
    check_file "$file" "$sum" "$size"
    mkdir -p "$deps/src/$name"
    if [ -z "$inside" ]; then
      tar -xf "$file" -C "$deps/src/$name" --strip-components=1
    else
      levels=$(tr -cd / <<<"$inside/" | wc -c)
      tar -xf "$file" -C "$deps/src/$name" --strip-components=$((levels + 1)) --wildcards "*/$inside/*"
    fi
  done
  # The original libsodium 1.0.18 lacks Debian's fix for CVE-2025-69277. The patch itself is pinned, not Debian's revision.
  tar -xf libsodium_1.0.18-*.debian.tar.* debian/patches/CVE-2025-69277.patch
  check_file debian/patches/CVE-2025-69277.patch "$SODIUM_PATCH_SHA256"
  patch --quiet -d "$deps/src/libsodium" -p1 <debian/patches/CVE-2025-69277.patch
  sed -e 's/@VERSION@/1.0.18/' -e 's/@SODIUM_LIBRARY_VERSION_MAJOR@/10/' -e 's/@SODIUM_LIBRARY_VERSION_MINOR@/3/' -e 's/@SODIUM_LIBRARY_MINIMAL_DEF@//' \
    "$deps/src/libsodium/src/libsodium/include/sodium/version.h.in" >"$deps/src/libsodium/src/libsodium/include/sodium/version.h"
  # Python's own settings ask for Python's headers and for entities; ours leave entities and DTDs out of the program altogether.
  printf '#define %s\n' 'BYTEORDER 1234' 'XML_NS 1' 'XML_GE 0' 'XML_CONTEXT_BYTES 0' 'XML_POOR_ENTROPY 1' >"$deps/src/expat/expat_config.h"
  # Headers out of /usr/include: em++ must never be given that folder.
  cp -rL /usr/include/rapidjson /usr/include/glm /usr/include/stb "$deps/include/"
  mkdir -p "$deps/include/mapbox"
  cp "$deps/src/earcut/include/mapbox/earcut.hpp" "$deps/include/mapbox/"
  cp -rL /usr/src/googletest "$deps/src/googletest"
  mkdir -p "$deps/licences"
  cp /usr/share/doc/libglm-dev/copyright "$deps/licences/glm.txt"
  cp /usr/share/doc/rapidjson-dev/copyright "$deps/licences/rapidjson.txt"
  cp /usr/share/doc/libstb-dev/copyright "$deps/licences/stb.txt"
  cp "$deps/src/earcut/include/mapbox/LICENSE" "$deps/licences/earcut.txt"
  cp "$deps/src/imgui/LICENSE.txt" "$deps/licences/imgui.txt"
  cp "$deps/src/sdl2/LICENSE.txt" "$deps/licences/sdl2.txt"
  cp "$deps/src/libsodium/LICENSE" "$deps/licences/libsodium.txt"
  cp "$deps/src/zlib/LICENSE" "$deps/licences/zlib.txt"
  cp "$deps/src/expat/COPYING" "$deps/licences/expat.txt"
  sed -n '2,/^ \*\//p' "$deps/src/qrcodegen/c/qrcodegen.c" | sed -e 's/^ \*\/\{0,1\} \{0,1\}//' >"$deps/licences/qrcodegen.txt"
  rm -rf "$deps/download"
  mark_done sources "$key"
}

# --- 5. npm packages ---------------------------------------------------------------------------------------------------
npm_packages() {
  local key
  key="$(sha256sum "$root/package-lock.json" "$root/package.json" | cut -c1-64 | tr '\n' ' ')"
  if done_before npm "$key" && [ -d "$root/node_modules/playwright-core" ]; then return 0; fi
  say "installing the pinned npm packages"
  # Debian's npm brings its own list of certificate authorities; the machine's own may know more (a company's proxy).
  [ ! -e /etc/ssl/certs/ca-certificates.crt ] || export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
  (cd "$root" && npm ci --no-audit --no-fund --ignore-scripts >"$deps/npm.log" 2>&1) \
    || { tail -30 "$deps/npm.log" >&2; die "npm ci failed; the whole log is .deps/npm.log"; }
  mark_done npm "$key"
}

started=$SECONDS
debian_packages
emscripten
sources
npm_packages
[ "$quiet" = --quiet ] && [ $((SECONDS - started)) -lt 2 ] || say "ready ($((SECONDS - started)) s)"
