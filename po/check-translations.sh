#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks that each language of po/LINGUAS translates every string the sources
# have now, and that no translation breaks a place-holder.
#   check-translations.sh           fails and names what is open
#   check-translations.sh --update  writes cuttings.pot and merges it into each .po
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The options of Meson's "glib" preset, but of the comments only those that are
# meant for translators.
make_template () {
  xgettext --from-code=UTF-8 --add-comments=Translators --package-name=cuttings \
    --copyright-holder='The Cuttings authors' --msgid-bugs-address='https://cuttings.app' \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 \
    --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 --keyword=Q_:1g \
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
    --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format \
    --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
    --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format --flag=g_markup_printf_escaped:1:c-format \
    --flag=g_log:3:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format \
    --flag=g_printf:1:c-format --flag=g_fprintf:2:c-format --flag=g_sprintf:2:c-format --flag=g_snprintf:3:c-format \
    --add-location=file --files-from=po/POTFILES.in --directory=. --output="$1" 2> "$work/xgettext" \
    || { cat "$work/xgettext" >&2; return 1; }
}

make_template "$work/cuttings.pot"
languages=$(grep -v '^#' po/LINGUAS)

case "${1:-}" in
  '') ;;
  --update)
    cp "$work/cuttings.pot" po/cuttings.pot
    for language in $languages; do
      msgmerge --quiet --add-location=file --update --backup=none --previous "po/$language.po" po/cuttings.pot
      echo -n "$language: "
      msgfmt --check --statistics --output-file=/dev/null "po/$language.po"
    done
    exit 0
    ;;
  *)
    echo "usage: check-translations.sh [--update]" >&2
    exit 2
    ;;
esac

status=0
# xgettext cannot read G_GUINT64_FORMAT and its like: it cuts the string off there.
if grep -E '[^%0-9]%"$' "$work/cuttings.pot"; then
  echo "A string above is cut off at a macro. Use g_format_size () or a cast with %u and the like."
  status=1
fi
for language in $languages; do
  msgfmt --check --output-file=/dev/null "po/$language.po" || status=1
  msgmerge --quiet --no-fuzzy-matching "po/$language.po" "$work/cuttings.pot" --output-file="$work/$language.po"
  msgattrib --no-wrap --no-obsolete --untranslated "$work/$language.po" > "$work/open"
  msgattrib --no-wrap --no-obsolete --only-fuzzy "$work/$language.po" >> "$work/open"
  if [[ -s $work/open ]]; then
    echo "$language: not translated, or fuzzy:"
    grep '^msgid' "$work/open" | grep -v '^msgid ""$' || true
    status=1
  fi
done
[[ $status -eq 0 ]] || echo "Run po/check-translations.sh --update, then translate what is empty or fuzzy in po/*.po"
exit "$status"
