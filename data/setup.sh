# shellcheck shell=bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What run.sh and test.sh share: they read this file, it does nothing by itself.

# shellcheck source=data/debian-packages
source "$(dirname "${BASH_SOURCE[0]}")/debian-packages"

say () {
  printf '%s\n' "$*"
}

fail () {
  printf 'cuttings: %s\n' "$*" >&2
  exit 1
}

# Runs a command with the rights to install packages.
as_root () {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    fail "packages are missing and this is neither root nor is sudo here. As root, run: $*"
  fi
}

# Prints which of the given packages are not installed.
missing_packages () {
  local package
  for package in "$@"; do
    if [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2> /dev/null) != installed ]]; then
      printf '%s\n' "$package"
    fi
  done
}

# Installs what is missing of the given packages; asks the network for nothing
# when all are there.
install_packages () {
  local missing
  if ! command -v dpkg-query > /dev/null || ! command -v apt-get > /dev/null; then
    say "This is not Debian, so nothing is installed; data/debian-packages lists what is needed."
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  if [[ ${#missing[@]} -eq 0 ]]; then
    say "All packages are installed."
    return
  fi
  say "Installing: ${missing[*]}"
  as_root apt-get update --quiet=2 || fail "apt-get update failed; is the network there?"
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --quiet=2 --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" \
    || fail "these packages could not be installed: ${missing[*]}"
}

# quietly COMMAND…: shows what a command printed only when it failed.
quietly () {
  local log status=0
  log=$(mktemp)
  "$@" > "$log" 2>&1 || status=$?
  [[ $status -eq 0 ]] || tail -n 60 "$log"
  rm "$log"
  return "$status"
}

# configure FOLDER [MESON OPTION…]: sets a build folder up, or changes its options.
configure () {
  local folder=$1
  shift
  if [[ -f $folder/build.ninja ]]; then
    [[ $# -eq 0 ]] || quietly meson configure "$folder" "$@"
  elif [[ -d $folder/meson-private ]]; then
    # Left half set up by an earlier failure.
    quietly meson setup --wipe "$folder" "$@"
  else
    quietly meson setup "$folder" "$@"
  fi
}
