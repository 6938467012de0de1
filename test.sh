#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage () {
  cat <<'EOT'
usage: ./test.sh [--no-sanitizers] [SUITE…]

Installs what is missing (Debian packages, by apt), builds Cuttings in build/
with every warning an error, and runs the tests: first as users get it, then in
build-asan/ with the address and the undefined-behaviour sanitizer. Windows open
on a display of their own that nobody sees. The tests need no network and do not
touch your notebook or your settings.

  SUITE…           only these: model text reason html pdf net store bundle process
                   saved notebook cli ui e2e fuzz layers data
  --no-sanitizers  only the first of the two runs
  --help           this text

The last line is "N passed, N failed, N skipped". A test that both runs hold is
counted once, and failed if it failed in either. The exit status is 0 only when
nothing failed.
EOT
}

sanitizers=yes
suites=()
for word in "$@"; do
  case $word in
    -h | --help)
      usage
      exit 0
      ;;
    --no-sanitizers) sanitizers=no ;;
    -*)
      usage >&2
      exit 2
      ;;
    *) suites+=("$word") ;;
  esac
done

# shellcheck source=data/setup.sh
source data/setup.sh

home=
logs=()
building=

# The last line is the sum whatever happens, also when nothing could be built.
finish () {
  local status=$?
  [[ -z $building ]] || kill "$building" 2> /dev/null || true
  [[ -z $home ]] || rm -rf "$home"
  if [[ $status -ne 0 && ${#logs[@]} -eq 0 ]]; then
    say "No test was run: see the error above."
    say "0 passed, 1 failed, 0 skipped"
  fi
}
trap finish EXIT

# Where the notebooks of the tests lie: in memory, if there is room for them.
roomy_folder () {
  local room
  room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)
  if [[ -w /dev/shm && ${room:-0} -ge 6000000 && $(findmnt -no OPTIONS /dev/shm) != *noexec* ]]; then
    echo /dev/shm
  else
    echo "${TMPDIR:-/tmp}"
  fi
}

# run_tests FOLDER: runs the suites of one build folder and keeps where its log is.
run_tests () {
  local folder=$1 suite status=0 choice=()
  shift
  for suite in ${suites[@]+"${suites[@]}"}; do
    choice+=(--suite "$suite")
  done
  rm -f "$folder"/meson-logs/testlog* "$folder/meson-logs/status"
  logs+=("$folder/meson-logs")
  env -u WAYLAND_DISPLAY -u DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u GTK_THEME \
    HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
    XDG_STATE_HOME="$home/state" XDG_RUNTIME_DIR="$home/run" TMPDIR="$home/tmp" \
    GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=0 \
    "$@" \
    dbus-run-session -- xvfb-run --auto-servernum --server-args='-screen 0 1920x1200x24 -nolisten tcp' \
    meson test -C "$folder" --no-rebuild --print-errorlogs ${choice[@]+"${choice[@]}"} "${meson_options[@]}" \
    || status=$?
  # The logs tell what failed; the status tells a run that broke off.
  echo "$status" > "$folder/meson-logs/status"
}

say "1. Packages"
install_packages "${CUTTINGS_BUILD_PACKAGES[@]}" "${CUTTINGS_TEST_PACKAGES[@]}"

say "2. Build, every warning an error (build/)"
configure build -Dwerror=true
ninja -C build

# A notebook is flushed to the disk after every act; on a disk in memory the hundreds that the tests make need not wait for that.
home=$(mktemp -d -p "$(roomy_folder)")
mkdir -m 700 "$home/run"
# As /tmp is: a test that is root becomes nobody for a while.
chmod 711 "$home"
mkdir -m 1777 "$home/tmp"

say "3. Tests"
if [[ $sanitizers == yes ]]; then
  say "Behind them Cuttings is built with the sanitizers (build-asan/): the tests wait for windows half of the time."
  sanitized=$home/build-asan.log
  # Less is optimised and less is written for debuggers: it is compiled once and run once.
  if configure build-asan -Db_sanitize=address,undefined -Db_lundef=false -Dwerror=true -Doptimization=1 -Ddebug=false -Dc_args=-g1 \
    --prefix="$PWD/build-asan/prefix"; then
    nice -n 19 ninja -C build-asan > "$sanitized" 2>&1 &
    building=$!
  fi
fi
meson_options=()
run_tests build

if [[ $sanitizers == yes ]]; then
  say "4. The rest of the build with the sanitizers"
  built=1
  if [[ -n $building ]]; then
    wait "$building" && built=0
    building=
    [[ $built -eq 0 ]] || tail -n 60 "$sanitized"
  fi
  if [[ $built -eq 0 ]]; then
    say "5. Tests with the sanitizers"
    # What drives the window from outside says nothing about memory that the window's own tests do not say sooner; what
    # is run once alone is killed on the way, or waits for keys to be made.
    meson_options=(--timeout-multiplier 4 --no-suite e2e --no-suite once)
    run_tests build-asan \
      ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:abort_on_error=0 \
      LSAN_OPTIONS="suppressions=$PWD/.ci/lsan.supp:print_suppressions=0" \
      UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
  else
    # Counted as a failure, because there is no log.
    logs+=(build-asan)
  fi
fi

say
.ci/count-tests "${logs[@]}"
