# What tools/setup.sh installs: names, versions, sizes and checksums. Sourced, not run.
# shellcheck shell=bash disable=SC2034

# Compilers and tools are the distribution's own (Debian 12: g++ 12; Debian 13: g++ 14; LLVM 19 in both).
DEBIAN_PACKAGES=(
  ca-certificates debian-archive-keyring file git make patch python3 xz-utils
  g++ cmake ninja-build ccache
  clang-19 lld-19 llvm-19 libclang-rt-19-dev clang-format-19 clang-tidy-19
  node-acorn chromium fonttools librsvg2-bin brotli libimage-exiftool-perl
  googletest rapidjson-dev libglm-dev libstb-dev libgles-dev libegl-dev
)

EMSCRIPTEN_VERSION=3.1.69+dfsg-3
EMSCRIPTEN_SHA256=d2ac788b952c56ab6736b4db2ac0825aa63cfb4c08b8abaefe19e324779d1b2d
BINARYEN_VERSION=120-4

# Debian source packages (trixie). Pinned is the original tarball: folder in .deps/src, file, size in bytes, sha256 and, when
# only a folder of it is wanted, that folder. Expat comes out of Python's source: docs/decisions/0026-expat-out-of-python.md.
SOURCE_PACKAGES=(libsdl2 imgui libsodium python-mapbox-earcut zlib qr-code-generator python3.13)
SOURCES=(
  "sdl2 libsdl2_2.32.4+dfsg.orig.tar.gz 5230799 d364cded8bf41f3f503014d3fb6473f1a7077ff468da1638dae4a6bec6ef2277"
  "imgui imgui_1.90.1+ds.orig.tar.xz 824644 ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c"
  "libsodium libsodium_1.0.18.orig.tar.gz 1619527 d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4"
  "earcut python-mapbox-earcut_1.0.3.orig.tar.gz 22851 f3bab0e92bacc0aa15426cfa7628baa3d2a9e97e658af1987f4393715a360501"
  "zlib zlib_1.3.dfsg+really1.3.1.orig.tar.gz 1325737 60dd315c07f616887caa029408308a018ace66e3d142726a97db164b3b8f69fb"
  "qrcodegen qr-code-generator_1.8.0.orig.tar.gz 193288 2ec0a4d33d6f521c942eeaf473d42d5fe139abcfa57d2beffe10c5cf7d34ae60"
  "expat python3.13_3.13.5.orig.tar.xz 22856016 93e583f243454e6e9e4588ca2c2662206ad961659863277afcdb96801647d640 Modules/expat"
)
SODIUM_PATCH_SHA256=699072b7b224f1b129f112f509314619ccf8a7104a096daa0bc930217781dc66
