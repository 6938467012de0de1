#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage () {
  cat <<'EOT'
usage: tests/fuzz/fuzz.sh [--build FOLDER] [--seconds N] [NAME…]

Builds the fuzz targets with clang and the sanitizers (in build-fuzz/, or FOLDER) and
runs each, or those named, for N seconds (120), with the words of tests/fuzz/NAME.dict. What libFuzzer finds new is kept beside
the build, not in the tree; a file that crashes or hangs is printed: fix it, then put it
into tests/fuzz/corpus/NAME/, where every test run replays it.
EOT
}

build=build-fuzz
seconds=120
names=()
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help)
      usage
      exit 0
      ;;
    --build)
      build=$2
      shift
      ;;
    --seconds)
      seconds=$2
      shift
      ;;
    -*)
      usage >&2
      exit 2
      ;;
    *) names+=("$1") ;;
  esac
  shift
done
if [[ ${#names[@]} -eq 0 ]]; then
  mapfile -t names < <(ls tests/fuzz/corpus)
fi

if [[ ! -f $build/build.ninja ]]; then
  # The libraries must count their branches too, or the fuzzer is blind.
  CC=clang meson setup "$build" -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false \
    -Dc_args=-fsanitize=fuzzer-no-link
fi
ninja -C "$build" "${names[@]/#/tests/fuzz/fuzz-}"

status=0
for name in "${names[@]}"; do
  mkdir -p "$build/found/$name"
  options=()
  # The words of a format, which chance alone finds late.
  if [[ -f tests/fuzz/$name.dict ]]; then
    options+=("-dict=tests/fuzz/$name.dict")
  fi
  echo "== $name"
  if ! UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 G_DEBUG=fatal-warnings LC_ALL=C.UTF-8 \
    "$build/tests/fuzz/fuzz-$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$build/found/$name-" "${options[@]}" "$build/found/$name" "tests/fuzz/corpus/$name" > "$build/found/$name.log" 2>&1; then
    status=1
    grep -E 'ERROR|SUMMARY|ASSERT|Test unit written' "$build/found/$name.log" || tail -n 5 "$build/found/$name.log"
  fi
  grep -E 'number_of_executed_units|new_units_added' "$build/found/$name.log" || true
done
exit $status
