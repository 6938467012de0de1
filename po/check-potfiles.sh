#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares po/POTFILES.in with the files that have strings to translate.
#   check-potfiles.sh           fails and names what is missing or gone
#   check-potfiles.sh --update  writes the list anew
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
list=po/POTFILES.in

# Prints the files whose strings are shown to somebody: C sources that call one
# of gettext's macros with a literal, templates with translatable="yes", and the
# files of data/ that the desktop reads.
translatable_files () {
  local macro='(^|[^[:alnum:]_])(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2) ?\([[:space:]]*("|$)'

  {
    find src -name '*.[ch]' -exec grep -lE "$macro" {} +
    find src -name '*.ui' -exec grep -lE 'translatable="(yes|true)"' {} +
    find data -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.mime.xml.in' -o -name '*.gschema.xml'
  } | LC_ALL=C sort
}

write_list () {
  cat <<'HEAD'
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Written by po/check-potfiles.sh --update; do not edit.
HEAD
  translatable_files
}

case "${1:-}" in
  '') ;;
  --update)
    write_list > "$list"
    echo "$list: $(translatable_files | wc -l) files"
    exit 0
    ;;
  *)
    echo "usage: check-potfiles.sh [--update]" >&2
    exit 2
    ;;
esac

listed=$(grep -v '^#' "$list" | grep . || true)
found=$(translatable_files)
missing=$(comm -13 <(LC_ALL=C sort <<<"$listed") <(printf '%s\n' "$found"))
gone=$(comm -23 <(LC_ALL=C sort <<<"$listed") <(printf '%s\n' "$found"))

if [[ -z $missing && -z $gone ]]; then
  exit 0
fi
[[ -z $missing ]] || printf 'has strings to translate but is not in %s:\n%s\n' "$list" "$missing"
[[ -z $gone ]] || printf 'is in %s but does not exist or has no strings:\n%s\n' "$list" "$gone"
echo "Run po/check-potfiles.sh --update"
exit 1
