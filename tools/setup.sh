#!/usr/bin/env bash
# Installs what the build needs and says where it put it. Safe to run at any time: it does nothing when nothing is missing.
#   tools/setup.sh [build] [browser] [node]     (no argument: all three)
# build:   clang 19 with libc++, CMake, Ninja, Emscripten, Dear ImGui's source
# browser: Chromium, Firefox and WebKitGTK with a screen that nobody sees, and fonts, for the browser tests
# node:    this checkout's node_modules
# Big things go to a cache outside of the checkout, shared by all clones: $LEADLIGHT_CACHE, or ~/.cache/leadlight.
# CMake finds them there through env.cmake (tools/cmake/*.cmake); people may source env.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

cache=${LEADLIGHT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/leadlight}
min_emcc=3.1.69       # the first with clang 19's libc++
min_imgui=1.92.2~b    # the dynamic font atlas, as we use it

build_packages=(clang-19 lld-19 llvm-19 libc++-19-dev libc++abi-19-dev libclang-rt-19-dev clang-format-19 clang-tidy-19
  cmake ninja-build ccache make git ca-certificates python3 xz-utils nlohmann-json3-dev libxxhash-dev googletest)
browser_packages=(chromium firefox-esr webkit2gtk-driver xvfb libegl1 libgl1-mesa-dri
  fonts-inter fonts-dejavu-core fonts-dejavu-extra fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
debian() { has apt-get && has dpkg-query; }
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -1)" = "$1" ]; }  # at_least MINIMUM VERSION

# The stamp's key: a change of this script, or of the emcc that PATH offers, runs set-up again.
key() { { cat tools/setup.sh; command -v emcc || true; } | cksum; }
ready() { [ -f "$cache/$1.stamp" ] && [ "$(cat "$cache/$1.stamp")" = "$(key)" ]; }
stamp() { key >"$cache/$1.stamp"; }

# --- system packages ---------------------------------------------------------------------------------------------------

# On other systems than Debian: only says which programs are missing.
require_programs() {
  local missing=() name
  for name in "$@"; do has "$name" || missing+=("$name"); done
  [ ${#missing[@]} = 0 ] || die "please install ${missing[*]}; README.md's section Toolchain says which versions."
}

# Installs those of the named Debian packages that are not there yet.
install_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || die "packages are missing. Please run: sudo apt-get install ${missing[*]}"
  say "installing ${missing[*]}"
  # The lists of a fresh container are empty; otherwise they are good enough until an install fails.
  apt_install "${missing[@]}" || { apt-get update -qq && apt_install "${missing[@]}"; } ||
    die "apt-get could not install ${missing[*]} (see $cache/apt.log). Clang 19 needs Debian 12 or newer."
}
apt_install() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$cache/apt.log" 2>&1
}

# --- a private apt, for packages of newer suites ------------------------------------------------------------------------
# Its lists and downloads live in the cache; the system's own apt never sees them. The mirror is the one that this machine uses.

private_apt_ready=
private_apt() {
  local dir=$cache/apt
  "$@" -o Dir::State::Lists="$dir/lists" -o Dir::Cache="$dir/cache" -o Dir::Etc::SourceList="$dir/sources.list" \
    -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
    -o APT::Get::List-Cleanup=0 -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none
}
start_private_apt() {
  [ -z "$private_apt_ready" ] || return 0
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg mirror
  [ -f "$keyring" ] || die "Debian's keyring is missing. Please run: apt-get install debian-archive-keyring"
  mirror=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | awk '$1 == "Debian" {print $2; exit}')
  [ -n "$mirror" ] || { apt-get update -qq || true
    mirror=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | awk '$1 == "Debian" {print $2; exit}'); }
  [ -n "$mirror" ] || die "apt knows no Debian mirror. Please check /etc/apt/sources.list, then run apt-get update."
  mkdir -p "$cache/apt/lists/partial" "$cache/apt/cache/archives/partial"
  printf '%s\n' "deb [signed-by=$keyring] $mirror trixie main" "deb-src [signed-by=$keyring] $mirror forky main" \
    >"$cache/apt/sources.list"
  private_apt apt-get update -qq || die "the Debian mirror does not answer for suites trixie and forky."
  private_apt_ready=1
}

# --- Emscripten ---------------------------------------------------------------------------------------------------------

emcc_version() { "$1" --version 2>/dev/null | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p'; }

# Debian 13's Emscripten, unpacked beside the system. Its compiler is clang 19, which Debian 12 has too; only Binaryen's
# programs need the newer libc, so they run under that libc's own loader.
unpack_emscripten() {
  local dir=$cache/emscripten tool
  debian && [ "$(dpkg --print-architecture)" = amd64 ] || die "please put Emscripten $min_emcc or newer on PATH (upstream's SDK)."
  start_private_apt
  say "fetching Emscripten from Debian 13 into $dir (1.7 GB)"
  rm -rf "$dir" "$dir.new" && mkdir -p "$dir.new/debs"
  (cd "$dir.new/debs" && private_apt apt-get download -qq emscripten binaryen libc6 libstdc++6 libgcc-s1) ||
    die "could not download Emscripten's packages."
  for tool in "$dir.new"/debs/*.deb; do dpkg -x "$tool" "$dir.new/root"; done
  rm -rf "$dir.new/debs"

  local root=$dir.new/root
  mkdir -p "$dir.new/binaryen/bin"
  ln -s ../root/usr/lib "$dir.new/binaryen/lib"
  for tool in "$root"/usr/bin/wasm* "$root"/usr/bin/binaryen-*; do
    [ -f "$tool" ] || continue
    cat >"$dir.new/binaryen/bin/${tool##*/}" <<WRAP
#!/bin/sh
root=$dir/root
lib=\$root/usr/lib/x86_64-linux-gnu
exec "\$lib/ld-linux-x86-64.so.2" --library-path "\$lib" "\$root/usr/bin/${tool##*/}" "\$@"
WRAP
    chmod +x "$dir.new/binaryen/bin/${tool##*/}"
  done
  mv "$dir.new" "$dir"
}

use_emscripten() {
  if has emcc && at_least "$min_emcc" "$(emcc_version emcc)"; then
    emcc=$(readlink -f "$(command -v emcc)")
    return
  fi
  emcc=$cache/emscripten/root/usr/share/emscripten/emcc
  [ -x "$emcc" ] || unpack_emscripten
  local share=${emcc%/emcc}
  # Emscripten reads the file .emscripten beside itself, so that no environment variable is needed. Its cache of system
  # libraries came with it and stays writable: a variant that Debian did not build is then built on first use.
  cat >"$share/.emscripten" <<CONFIG
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
BINARYEN_ROOT = '$cache/emscripten/binaryen'
NODE_JS = '$(command -v node)'
CACHE = '$share/cache'
CONFIG
  if [ ! -d "$cache/emscripten/acorn/node_modules/acorn" ]; then
    npm install --silent --no-save --no-package-lock --prefix "$cache/emscripten/acorn" acorn@8 >/dev/null ||
      die "npm could not install acorn, which Emscripten needs."
  fi
  rm -rf "$share/node_modules/acorn" && mkdir -p "$share/node_modules"
  ln -s "$cache/emscripten/acorn/node_modules/acorn" "$share/node_modules/acorn"
}

# --- Dear ImGui ---------------------------------------------------------------------------------------------------------

use_imgui() {
  imgui=
  debian || return 0  # CMake fetches upstream's tag
  imgui=$cache/imgui
  [ ! -f "$imgui/imgui.h" ] || return 0
  start_private_apt
  say "fetching Dear ImGui's source"
  rm -rf "$cache/imgui.new" && mkdir -p "$cache/imgui.new/package" "$cache/imgui.new/source"
  (cd "$cache/imgui.new/package" && private_apt apt-get source -qq --download-only imgui) || die "could not download imgui's source package."
  local tarball version
  tarball=$(ls "$cache"/imgui.new/package/imgui_*.orig.tar.* | grep -v '\.asc$' | head -1)
  version=$(basename "$tarball" | sed -E 's/^imgui_(.*)\.orig\.tar\..*/\1/')
  at_least "$min_imgui" "$version" || die "Debian's imgui is $version; $min_imgui or newer is needed."
  tar -xf "$tarball" -C "$cache/imgui.new/source" --strip-components=1
  mv "$cache/imgui.new/source" "$imgui" && rm -rf "$cache/imgui.new"
}

# --- the three parts ----------------------------------------------------------------------------------------------------

setup_build() {
  if debian; then
    install_packages "${build_packages[@]}"
    has node || install_packages nodejs
    has npm || install_packages npm
  else
    require_programs clang++ clang-format clang-tidy cmake ninja make git xz node npm emcc
  fi
  local emcc imgui suffix= version
  ! has clang++-19 || suffix=-19
  use_emscripten
  use_imgui
  version=$(emcc_version "$emcc")
  [ -n "$version" ] || die "emcc does not run: $emcc"
  # Where things are, once for CMake and once for shells.
  cat >"$cache/env.cmake" <<CMAKE
set(LEADLIGHT_LLVM_SUFFIX "$suffix")
set(LEADLIGHT_EMSCRIPTEN_ROOT "${emcc%/*}")
set(LEADLIGHT_IMGUI_DIR "$imgui")
CMAKE
  cat >"$cache/env.sh" <<ENV
export EMCC="$emcc"
export IMGUI_DIR="$imgui"
export CC=clang$suffix CXX=clang++$suffix
ENV
  stamp build
  say "emcc $version, $("clang++$suffix" --version | head -1)${imgui:+, Dear ImGui $(sed -nE 's/^#define IMGUI_VERSION +"(.*)"/\1/p' "$imgui/imgui.h")}"
}

setup_browser() {
  if debian; then install_packages "${browser_packages[@]}"; fi  # elsewhere the tests look for Chromium themselves
  stamp browser
}

# npm keeps its own record of what it installed; compare with the lock file.
node_ready() { [ node_modules/.package-lock.json -nt package-lock.json ] && [ node_modules/.package-lock.json -nt package.json ]; }
setup_node() {
  say "installing node packages"
  npm ci --silent --no-audit --no-fund || die "npm ci failed. If package.json changed, run npm install and commit package-lock.json."
  touch node_modules/.package-lock.json
}

# What a stamp can't know: the cache may be kept while the system is a new one.
build_ready() { ready build && has ninja && { ! debian || { has clang++-19 && has ccache && [ -d "$cache/imgui" ]; }; }; }
browser_ready() { ready browser && { ! debian || { has chromium && has firefox-esr && has WebKitWebDriver && has Xvfb; }; }; }

mkdir -p "$cache"
for part in ${*:-build browser node}; do
  case $part in build | browser | node) ;; *) die "unknown part '$part'; there are build, browser and node." ;; esac
  "${part}_ready" && continue
  exec 9>"$cache/lock"
  ! has flock || flock 9  # two clones may set up at once
  "${part}_ready" || "setup_$part"
  exec 9>&-
done
