#!/bin/sh
# Installs what is missing (Debian packages) and builds memdir.
#   ./bootstrap.sh build      build/release/cli/memdir, optimised, without the tests
#   ./bootstrap.sh demo       the same, then shows it at work on a copy of examples/harbor
#   ./bootstrap.sh test       debug build in build/dev, and every test
#   ./bootstrap.sh ci-tools   only installs what .ci/run needs besides
# Runs from any folder, as root or with sudo, as often as you like.
set -eu

# Package and how to tell elsewhere than on Debian that it is there: a program or a header.
BUILD_NEEDS='g++:g++ cmake:cmake ninja-build:ninja pkg-config:pkg-config
  libcli11-dev:<CLI/CLI.hpp> libyaml-cpp-dev:<yaml-cpp/yaml.h> libcmark-dev:<cmark.h>
  libsqlite3-dev:<sqlite3.h> libsimdjson-dev:<simdjson.h> nlohmann-json3-dev:<nlohmann/json.hpp>
  libutf8proc-dev:<utf8proc.h> libdtl-dev:<dtl/dtl.hpp> libsodium-dev:<sodium.h>'
TEST_NEEDS='doctest-dev:<doctest/doctest.h> librapidcheck-dev:<rapidcheck.h> git:git
  python3:python3 bash:bash zsh:zsh fish:fish groff:groff mandoc:mandoc'
CI_NEEDS='clang:clang++ clang-format-14:clang-format-14 clang-tidy-14:clang-tidy-14
  libclang-rt-14-dev:clang++ ripgrep:rg hyperfine:hyperfine shellcheck:shellcheck'

say() { printf '%s\n' "bootstrap: $*"; }
stop() {
  printf '%s\n' "bootstrap: $*" >&2
  exit 2
}

# Debian 12, Ubuntu 24.04, what is built on them, or newer.
is_debian_like() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null && [ -r /etc/os-release ] ||
    return 1
  family=$(. /etc/os-release && echo "${ID:-} ${ID_LIKE:-}")
  version=$(. /etc/os-release && echo "${VERSION_ID:-999}")
  case $family in
    ubuntu*) [ "${version%%.*}" -ge 24 ] ;;
    debian*) [ "${version%%.*}" -ge 12 ] ;;
    *debian* | *ubuntu*) true ;;
    *) false ;;
  esac
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Is it there, whoever installed it?
is_usable() {
  case $1 in
    '<'*) echo "#include $1" | g++ -E -x c++ - >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

install_packages() {
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      stop "not root and no sudo; please install these packages first: $*"
    as_root=sudo
  fi
  say "installing: $*"
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# ensure NEED...: each as package:probe.
ensure() {
  missing=
  if is_debian_like; then
    for need in "$@"; do
      is_installed "${need%%:*}" || missing="$missing ${need%%:*}"
    done
    # shellcheck disable=SC2086 # one word per package
    if [ -n "$missing" ]; then install_packages $missing; fi
    return
  fi
  for need in "$@"; do
    is_usable "${need#*:}" || missing="$missing ${need%%:*}"
  done
  [ -z "$missing" ] || stop "this is not Debian 12 or newer, where I would install packages;" \
    "missing here, by their names there:$missing"
}

build_release() {
  say "building build/release/cli/memdir"
  cmake --preset release -DMEMDIR_TESTS=OFF >build/release.log || {
    cat build/release.log
    exit 2
  }
  cmake --build build/release
}

# show HEADING COMMAND_LINE: status 1 is an answer, not a failure.
show() {
  printf '\n---- %s\n$ %s\n' "$1" "$2"
  status=0
  sh -c "$2" || status=$?
  if [ "$status" -gt 1 ]; then stop "'$2' ended with $status"; fi
}

demo() {
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  cp -Rp examples/harbor/memory "$scratch/harbor"
  PATH=$PWD/build/release/cli:$PATH
  cd "$scratch"
  printf '\n%s\n%s\n' "harbor is a made-up project's memory folder (here a copy of examples/harbor)." \
    "Its index MEMORY.md has grown past the 200 lines that an agent loads."
  show 'How full is the index, and which memories does a session not get to see?' \
    'memdir -C harbor status'
  show 'What is in there? (the first lines)' 'memdir -C harbor list | head -n 12'
  show 'The part of MEMORY.md that is cut off, word for word' 'memdir -C harbor loaded --lost'
  printf '\n%s\n' 'That was the demo; the program is build/release/cli/memdir.'
}

run_tests() {
  say "building build/dev with tests"
  cmake --preset dev >build/dev.log || {
    cat build/dev.log
    exit 2
  }
  cmake --build build/dev
  ctest --test-dir build/dev -j2 --output-on-failure
}

cd "$(dirname "$0")"
mkdir -p build
# shellcheck disable=SC2086 # one word per need
case ${1:-} in
  build)
    ensure $BUILD_NEEDS
    build_release
    ;;
  demo)
    ensure $BUILD_NEEDS
    build_release
    demo
    ;;
  test)
    ensure $BUILD_NEEDS $TEST_NEEDS
    run_tests
    ;;
  ci-tools) ensure $BUILD_NEEDS $TEST_NEEDS $CI_NEEDS ;;
  *)
    sed -n '2,7s/^# \{0,1\}//p' bootstrap.sh >&2
    exit 2
    ;;
esac
