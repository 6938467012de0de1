#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage () {
  cat <<'EOT'
usage: tests/layers/lint.sh [--build FOLDER] [FILE…]

Runs clang-tidy (its checks: .clang-tidy) and cppcheck over the sources and prints
what is left. It needs a configured build folder (build/, or the one given) for the
commands to compile with. Takes minutes, so it is no part of the test suite.

The exit status is 0 only when nothing is left.
EOT
}

build=build
files=()
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
    -*)
      usage >&2
      exit 2
      ;;
    *) files+=("$1") ;;
  esac
  shift
done

for program in clang-tidy cppcheck; do
  if ! command -v "$program" > /dev/null; then
    echo "$program is missing: apt install clang-tidy cppcheck" >&2
    exit 2
  fi
done
if [[ ! -f $build/compile_commands.json ]]; then
  echo "$build/ is no build folder: meson setup $build" >&2
  exit 2
fi
if [[ ${#files[@]} -eq 0 ]]; then
  mapfile -t files < <(git ls-files 'src/*.c')
fi

left=$(mktemp)
trap 'rm -f "$left"' EXIT

# gcc's own warning switches mean nothing to clang.
printf '%s\0' "${files[@]}" \
  | xargs -0 -n 4 -P "$(nproc)" clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option 2> /dev/null \
  | { grep -E '(warning|error):' || true; } | sed -E 's|^[^ ]*(\.\./)+[^ ]*(src/)|\2|' | sort -u >> "$left"

# unusedStructMember: members that only a g_autoptr or a template names. variableScope, constParameter*: callbacks
# have the signature that GLib gives them. unknownMacro: G_DEFINE_… of a header that is not followed. varFuncNullUB:
# POSIX makes NULL a pointer.
cppcheck --quiet --language=c --std=c11 -j "$(nproc)" --library=gtk \
  --enable=warning,portability,performance --inline-suppr \
  --suppress=unknownMacro --suppress=missingInclude --suppress=unusedStructMember --suppress=preprocessorErrorDirective \
  --suppress=varFuncNullUB \
  --template='{file}:{line}: {severity}: {message} [cppcheck-{id}]' \
  "${files[@]}" 2>> "$left"

sort -u "$left"
echo "$(sort -u "$left" | wc -l) left"
[[ ! -s $left ]]
