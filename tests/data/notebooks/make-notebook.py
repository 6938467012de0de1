#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the stored notebook of the present schema version, for tests/store/test-store-migration.c.

    ninja -C build && tests/data/notebooks/make-notebook.py build

writes version-N.cuttings.gz, the file just as the program left it, and version-N.content, what it holds. Run it once
before a migration is added, and never again for a version that was released. The full name of the account that runs it is kept in it.
"""

import gzip
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build")
os.environ["CUTTINGS_PROGRAM"] = os.path.join(BUILD, "src", "cuttings")
sys.path.insert(0, os.path.join(HERE, "..", "..", "support"))

from program import Notebook  # noqa: E402

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Swing bridge stays open to boats | Harbour Post</title>
<meta name="keywords" content="bridges, Northmere"><script type="application/ld+json">{{"@type": "NewsArticle",
"headline": "Swing bridge stays open to boats", "about": {{"@type": "Person", "name": "Ruth Tallow"}}}}</script>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="2021-02-03T08:30:00+01:00"></head><body>
<article><h1>Swing bridge stays open to boats</h1>
<p>The swing bridge at Northmere will stay open to boats until spring, two officials said on Wednesday.</p>
<p>“We were told by letter,” said Mayor Ruth Tallow, who called the decision a surprise — to the café’s owner, too.</p>
<p>The company denied that its motor had failed, and said that {count} people had crossed on foot last winter.</p>
<h2>What comes next</h2><ul><li>An inspection of both piers.</li><li>A ferry for school children.</li></ul>
</article></body></html>"""

WALL = """<!DOCTYPE html><html lang="en"><head><title>Just a moment...</title></head><body>
<p>Checking your browser before you go on.</p><form class="challenge-form"></form></body></html>"""

PASTE = """Ένα γράμμα από το λιμάνι

日本語の手紙も届いた。 The letter names no date, only “the winter”.
"""

LINE = json.dumps({"url": "https://harbour.example/tides", "title": "Tides", "text": "The spring tide comes on Friday.\n\n"
                   "The harbour master — who counted twenty-two of them — expects no flood.", "entities": [{"name": "Friday", "kind": "event"}]})

REPRINT = """The crossing at Northmere will stay open to boats until spring, two officials said on Wednesday.

“We were told by letter,” said Mayor Ruth Tallow, who called the decision a surprise — to the café’s owner, too.
"""


def fill(notebook):
    add = lambda *words: notebook.do("add", *words).one["id"]  # noqa: E731
    page = notebook.file("bridge.html", PAGE.format(count="about four hundred"))
    story = add("story", "Bridges", "--summary", "Who decides when they **open**?")
    clip = notebook.do("clip", page, "--story", "Bridges", "--url", "https://harbour.example/bridge").one["id"]
    notebook.file("bridge.html", PAGE.format(count="fewer than two hundred"))
    again = notebook.do("clip", page, "--url", "https://harbour.example/bridge").one
    assert again["id"] == clip and again["status"] == "new-capture"
    first = notebook.list("captures", clip)[0]["id"]
    wall = notebook.do("clip", notebook.file("wall.html", WALL), "--url", "https://harbour.example/wall").one
    assert notebook.do("show", wall["capture"]).one["verdict"] == "bot-wall"
    letter = notebook.do("clip", "-", "--title", "A letter", stdin=PASTE).one["id"]

    notebook.do("import", "--format", "ndjson", notebook.file("tides.ndjson", LINE))
    add("contributor", "Ben Inkwell", "--initials", "BI", "--email", "ben@newsroom.example")
    tag = add("tag", "transport")
    add("tag", "bridges", "--parent", tag, "--colour", "blue", "--memo", "All that moves.")
    company = add("entity", "Northmere Bridge Company", "--schema", "Company", "--aliases", "NBC", "--country", "gb",
                  "--identifiers", "Q424242", "--stories", story, "--tags", tag)
    mayor = add("entity", "Ruth Tallow", "--schema", "Person", "--previous-names", "Ruth Reed")
    add("source", "Two officials", "--kind", "government", "--named", "no", "--sensitivity", "confidential",
        "--contact", "the one with the umbrella", "--code-name", "Heron", "--reliability", "B")
    add("source", "Harbour Post", "--kind", "publication", "--named", "yes", "--how-known", "reads it")

    mark = add("annotation", "--clip", clip, "--kind", "highlight", "--colour", "green", "--tags", tag,
               "--quote", "people had crossed on foot last winter", "--body", "Ask for the **count**.")
    notebook.do("place", mark, "--capture", first, "--quote", "about four hundred people had crossed on foot")
    claim = add("claim", "The bridge stays open to boats until spring", "--clip", clip,
                "--quote", "will stay open to boats until spring", "--source", "Two officials", "--via", "Harbour Post",
                "--terms", "anonymous", "--stance", "asserts", "--entities", "NBC", "--importance", "key",
                "--fact-date", "2021-02")
    add("attribution", "--claim", claim, "--clip", clip, "--quote", "The company denied that its motor had failed",
        "--stance", "denies", "--said-at", "2021-02-03", "--channel", "press-release")
    rival = add("claim", "The bridge closes to boats in January", "--contradicts", claim, "--proposed-by", "cuttings attribute-1")
    add("claim", "The letter went out on Wednesday", "--supports", claim)
    add("relation", "--schema", "Directorship", "--from", mayor, "--to", company, "--role", "patron", "--start", "2019",
        "--evidence", mark)
    add("fact", "--about", mayor, "--property", "birthDate", "--value", "1957-03", "--evidence", mark, "--note", "By the register.")
    add("fact", "--about", company, "--property", "addressEntity", "--entity", add("entity", "The old quay", "--schema", "Address"),
        "--date", "2020")
    add("entity", "R. Tallow", "--schema", "Person", "--merged-into", mayor)
    add("check", "--claim", claim, "--method", "document", "--note", "The letter says so.", "--evidence", mark)
    add("event", "The motor was looked at", "--date", "2021-01-30", "--end", "2021-02-01", "--claims", claim, "--entities", company)
    add("enquiry", "--claim", claim, "--whom", "Northmere Bridge Company", "--entity", "NBC", "--source", "Two officials", "--question", "Since when?", "--asked-at", "2021-02-04T10:00Z",
        "--channel", "e-mail", "--deadline", "2021-02-05")

    other = notebook.do("clip", "-", "--title", "The crossing, again", stdin=REPRINT).one["id"]
    notebook.do("edit", other, "--reprint-of", clip)
    add("dismissal", "--clip", clip, "--kind", "date", "--fingerprint", "0123456789abcdef0123456789abcdef", "--start", "40",
        "--end", "46", "--words", "spring", "--proposed-by", "dates-1")
    add("dismissal", "--clip", clip, "--kind", "mention", "--entity", mayor, "--start", "170", "--end", "181", "--words", "Ruth Tallow",
        "--proposed-by", "mentions-1")
    winter = add("annotation", "--clip", clip, "--kind", "date", "--quote", "last winter", "--proposed-by", "cuttings dates-1")
    add("event", "People crossed on foot", "--date", "2020", "--evidence", winter, "--proposed-by", "cuttings dates-1")
    add("saved-search", "Tides", "--query", 'tag:transport "swing bridge" after:2021')
    assert notebook.do("show", rival).one["proposed_by"] == "cuttings attribute-1"

    notebook.do("edit", claim, "--status", "in-progress", "--note", "Wait for the harbour office.")
    notebook.do("delete", add("claim", "The café closes"))
    notebook.do("delete", letter)
    notebook.do("edit", clip, "--title", "A title that is taken back")
    notebook.do("undo")
    notebook.do("protect", "set", "--passphrase-file", notebook.file("passphrase", "eight herons wade\n"))
    notebook.do("compact")
    problems = notebook.do("verify", "--notebook", notebook.path).one
    assert problems["ok"], problems


def main():
    with Notebook() as notebook:
        fill(notebook)
        lister = os.path.join(BUILD, "tests", "store", "test-store-migration")
        content = subprocess.run([lister, "--content", notebook.path], check=True, capture_output=True).stdout
        with open(notebook.path, "rb") as file:
            data = file.read()
    packed = gzip.compress(data, 9, mtime=0)
    version = int.from_bytes(data[60:64], "big")  # SQLite's user_version
    base = os.path.join(HERE, f"version-{version}")
    for name, data in ((base + ".cuttings.gz", packed), (base + ".content", content)):
        with open(name, "wb") as out:
            out.write(data)
        print(name, len(data), "bytes")


if __name__ == "__main__":
    main()
