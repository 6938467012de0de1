#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sample-job.sh PROGRAM FOLDER
# Does the whole job of the window on the command line, on the articles of
# data/samples, and says at each step what came of it. FOLDER is made anew and
# holds the notebook, the bundle and the colleague's notebook afterwards.
set -euo pipefail

program=$(realpath "$1")
folder=$2
samples=$(cd "$(dirname "${BASH_SOURCE[0]}")/samples" && pwd)

rm -rf "$folder"
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
notebook=$folder/ferries.cuttings
bundle=$folder/ferries.cuttings.zip
colleague=$folder/colleague.cuttings

step () {
  printf '\n%s\n' "$*"
}

broken () {
  printf 'sample job: %s\n' "$*" >&2
  exit 1
}

# cuttings WORD…: a subcommand on the sample notebook, answering in JSON.
cuttings () {
  local subcommand=$1
  shift
  "$program" "$subcommand" --notebook "$notebook" --json "$@"
}

# show FORMAT: for each JSON object on standard input one line, FORMAT with its
# members in braces. show '{id}' takes the id out of an answer.
show () {
  python3 -c '
import json, sys

class Members(dict):
    def __missing__(self, key):
        return "–"

def count(number, name):
    if number == 1:
        name = name[:-3] + "y" if name.endswith("ies") else name[:-1]
    return f"{number} {name}"

def text(value):
    if isinstance(value, dict) and "value" in value:
        return value["value"]
    if isinstance(value, dict):
        return ", ".join(count(number, name) for name, number in sorted(value.items()) if number) or "nothing"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value) or "nothing"
    return "–" if value is None else value

for line in sys.stdin:
    try:
        members = json.loads(line)
    except ValueError:
        sys.exit("sample job: this is not JSON: " + line.rstrip())
    print(sys.argv[1].format_map(Members((key, text(value)) for key, value in members.items())))
' "$1"
}

# clip WORD…: clips into the story, says what it is, and keeps the id in $clip.
clip () {
  local answer
  answer=$(cuttings clip --story "$story" "$@")
  show '   {status}: “{title}”
      {byline}, {site_name}, {published}, SHA-256 {sha256}' <<< "$answer"
  clip=$(show '{id}' <<< "$answer")
}

# add KIND WORD…: adds an object and prints its id.
add () {
  cuttings add "$@" | show '{id}'
}

# mark KIND COLOUR QUOTE: marks these words of the clip at hand.
mark () {
  cuttings add annotation --clip "$clip" --kind "$1" --colour "$2" --quote "$3" > /dev/null
  printf '   %s: “%s”\n' "$1" "$3"
}

# claim TEXT QUOTE SOURCE WORD…: a claim on words of the clip at hand, and who makes it.
claim () {
  local text=$1 quote=$2 source=$3
  shift 3
  add claim --clip "$clip" --quote "$quote" --text "$text" --source "$source" "$@"
}

# count KIND: how many of them the notebook holds.
count () {
  cuttings list "$1" | wc -l
}

step "1. A story, to gather the articles in"
story=$(add story --title "The Tolvane ferries" --summary "Did ferries sail without valid papers?")
echo "   The Tolvane ferries"

step "2. Clip three pages and one pasted text"
clip "$samples/ferry-inspections.html"
report=$clip
clip "$samples/ferry-denial.html"
denial=$clip
clip "$samples/ferry-review.html"
review=$clip
clip --published 2026-03-19 - < "$samples/pasted-dredging.txt"
dredging=$clip
echo "   Once more the first: $(cuttings clip "$samples/ferry-inspections.html" | show '{status}')"

step "3. Mark what matters"
clip=$report
mark highlight yellow "the certificates of the four ships had expired in October"
mark quote green "They went on sailing as if nothing had happened"
clip=$review
mark date blue "between 19 and 61 days last year"
clip=$dredging
mark question purple "The samples taken before the tender did not reach the rock"

step "4. Claims, and who makes them on which terms"
officials=$(add source --kind person --label "Two officials of the Maritime Register")
spokeswoman=$(add source --kind spokesperson --label "Petra Lindqvist-Amari, Tolvane Line")
register=$(add source --kind government --label "The Maritime Register")
clip=$report
skipped=$(claim "Four ferries of the Tolvane Line missed their hull inspection in autumn 2025" \
  "skipped the yearly hull inspections of four of its seven ferries last autumn" "$officials" --terms anonymous --stance alleges)
clip=$denial
add attribution --claim "$skipped" --clip "$clip" --quote "Every one of our ships had the papers that the law asks for" \
  --source "$spokeswoman" --terms on-record --stance denies > /dev/null
clip=$review
fined=$(claim "Three ferries had no valid hull certificate for 19 to 61 days in 2025" \
  "Three passenger ferries of the Tolvane Line had no valid hull certificate for between 19 and 61 days last year" \
  "$register" --terms on-record --stance confirms)
cuttings edit "$skipped" --status disputed > /dev/null
cuttings edit "$fined" --status corroborated > /dev/null
cuttings list claims | show '   {status}: {text}'
cuttings list attributions | show '      {stance}, {terms}'

step "5. Link the people and companies"
line=$(add entity --schema Company --name "Tolvane Line" --alias "the line")
add entity --schema PublicBody --name "Maritime Register" > /dev/null
add entity --schema Address --name "Port Sennet" > /dev/null
for object in "$skipped" "$fined"; do
  cuttings edit "$object" --entity "$line" > /dev/null
done
cuttings list entities | show '   {schema}: {name}'
echo "   Claims about the Tolvane Line: $(cuttings list claims --entity "$line" | wc -l)"

step "6. Undo one act, and do it again"
before=$(count annotations)
clip=$denial
mark note yellow "She did not show a certificate."
cuttings undo > /dev/null
[[ $(count annotations) -eq $before ]] || broken "undo left the mark in place"
cuttings redo > /dev/null
[[ $(count annotations) -gt $before ]] || broken "redo did not bring the mark back"
echo "   Undone and done again; $(count annotations) marks in the notebook"

step "7. Search"
cuttings search "certificate" | show '   {kind}: {title}'

step "8. Export a bundle and check it"
cuttings export --format bundle --all -o "$bundle" | show '   Written: {written}
   Withheld: {withheld}'
"$program" verify --json "$bundle" > "$folder/verify.json" || broken "the bundle is not sound: $(cat "$folder/verify.json")"
echo "   The bundle is sound: every file has the hash that the manifest says."

step "9. A colleague imports it, twice"
"$program" import --notebook "$colleague" --json "$bundle" | show '   First: new {new}; conflicts {conflicts}'
"$program" import --notebook "$colleague" --json "$bundle" | show '   Again: new {new}; same {same}'
for kind in clips captures annotations claims attributions sources entities stories; do
  cmp -s <("$program" list --notebook "$notebook" --json "$kind") <("$program" list --notebook "$colleague" --json "$kind") \
    || broken "the two notebooks differ in their $kind"
done
echo "   Both notebooks list the same."

step "Done."
echo "   Notebook: $notebook"
echo "   Bundle:   $bundle"
echo "   Unpack it and open index.html in any browser."
