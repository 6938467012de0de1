#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-install.sh MESON BUILD PREFIX
# Installs a build and looks whether everything is where the desktop looks for
# it. Where PREFIX lies in the build folder, installs there and starts the program
# from there, in English and in German; else into a folder that is deleted again.
set -euo pipefail

meson=$1 build=$2 prefix=$3
id=app.cuttings.Cuttings
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

broken () {
  printf '%s\n' "$*"
  exit 1
}

if [[ $prefix == "$build"/* ]]; then
  root=
  "$meson" install -C "$build" --no-rebuild --quiet
else
  root=$work/root
  "$meson" install -C "$build" --no-rebuild --quiet --destdir "$root"
fi

for file in \
  bin/cuttings \
  share/applications/$id.desktop \
  share/dbus-1/services/$id.service \
  share/glib-2.0/schemas/$id.gschema.xml \
  share/help/C/cuttings/index.page \
  share/icons/hicolor/scalable/apps/$id.svg \
  share/icons/hicolor/symbolic/apps/$id-symbolic.svg \
  share/locale/de/LC_MESSAGES/cuttings.mo \
  share/man/man1/cuttings.1 \
  share/metainfo/$id.metainfo.xml \
  share/mime/packages/$id.xml; do
  [[ -s $root$prefix/$file ]] || broken "not installed: $prefix/$file"
done

grep -q '^Name\[de\]\|^Comment\[de\]' "$root$prefix/share/applications/$id.desktop" \
  || broken "the desktop file is not translated"
grep -qx "Exec=$prefix/bin/cuttings --gapplication-service" "$root$prefix/share/dbus-1/services/$id.service" \
  || broken "the bus service starts something else"

if [[ -z $root ]]; then
  [[ -s $prefix/share/glib-2.0/schemas/gschemas.compiled ]] || broken "the schema was not compiled"
  # Nothing of the build folder may be needed: no variable points there.
  run () {
    env -i PATH=/usr/bin:/bin HOME="$work" XDG_DATA_HOME="$work/data" LC_ALL=C.UTF-8 LANGUAGE="$1" \
      XDG_DATA_DIRS="$prefix/share:/usr/share" ASAN_OPTIONS="${ASAN_OPTIONS:-}" \
      LSAN_OPTIONS="${LSAN_OPTIONS:-}" UBSAN_OPTIONS="${UBSAN_OPTIONS:-}" "$prefix/bin/cuttings" "${@:2}"
  }
  run en --help > "$work/en" || broken "the installed program does not start"
  run de --help > "$work/de" || broken "the installed program does not start in German"
  [[ -s $work/en ]] || broken "the installed program prints no help"
  ! cmp -s "$work/en" "$work/de" || broken "the installed program does not speak German"
fi
