#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage () {
  cat <<'EOT'
usage: ./run.sh [--headless] [URL|FILE…]

Installs what is missing (Debian packages, by apt), builds Cuttings in build/
and opens it. Articles given by address or file are clipped at once.

Where there is no display, or with --headless, the whole job is done on the
command line instead: it clips the sample articles of data/samples into a
notebook of their own in build/sample/, marks, attributes and links them, exports
a bundle, and says at each step what it did. Your own notebook is not touched.

  --headless  do the sample job on the command line
  --help      this text
EOT
}

headless=no
articles=()
for word in "$@"; do
  case $word in
    -h | --help)
      usage
      exit 0
      ;;
    --headless) headless=yes ;;
    -*)
      usage >&2
      exit 2
      ;;
    *) articles+=("$word") ;;
  esac
done
if [[ -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
  headless=yes
fi

# shellcheck source=data/setup.sh
source data/setup.sh

say "Packages"
install_packages "${CUTTINGS_BUILD_PACKAGES[@]}"

say "Build (build/); the first time takes some minutes"
configure build
quietly ninja -C build
say "Built: build/src/cuttings"

# The program finds its settings, icon and translations in the tree, uninstalled.
export GSETTINGS_SCHEMA_DIR=$PWD/build/data
export XDG_DATA_DIRS=$PWD/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
export CUTTINGS_LOCALEDIR=$PWD/build/po

if [[ $headless == yes ]]; then
  [[ ${#articles[@]} -eq 0 ]] || say "There is no display, so these are not opened: ${articles[*]}"
  say "No window: the sample job on the command line."
  exec data/sample-job.sh build/src/cuttings build/sample
fi

say "Opening Cuttings; this terminal is free again when its window is closed."
exec build/src/cuttings ${articles[@]+"${articles[@]}"}
