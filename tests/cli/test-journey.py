# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job on the command line: clip, mark, attribute, link, search, export, verify, import."""

import json
import os
import re
import zipfile

import tap
from program import Notebook, call

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry line halts winter service | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta name="author" content="Ada Quill">
<meta property="article:published_time" content="2021-02-03T08:30:00+01:00">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry line halts winter service</h1>
<p>The Northmere Ferry Company will stop its winter crossings from Monday, two officials said on Wednesday.</p>
<p>“We were told by letter,” said Mayor Ruth Tallow of Northmere, who called the decision a surprise to the island.</p>
<p>The company denied that the service had been losing money, and said that repairs to its only vessel were due.</p>
<p>About four hundred people cross every day in winter, according to the harbour office's own count of last year.</p>
</article><footer>All rights reserved</footer></body></html>"""

PASTE = """Bridge to close for a year

Engineers found cracks in two pillars.

Ada Quill Senior Reporter
Ada covers roads and rivers for the paper and has a passion for old maps.
2 min read

The Tarn bridge will close for a year from Monday, the county council said.

Engineers found cracks in two of its pillars in October, according to a report that the council has not published.

See all photos

The operator of the ferry said it could carry twice as many cars as today.
"""


def make(notebook):
    """One clip with marks, claims, sources and entities; returns their ids."""
    ids = {}
    page = notebook.file("ferry.html", PAGE)
    ids["story"] = notebook.do("add", "story", "Ferries").one["id"]
    ids["clip"] = notebook.do("clip", page, "--story", "Ferries", "--url", "https://harbour.example/ferry").one["id"]
    ids["officials"] = notebook.do("add", "source", "Two officials", "--kind", "government", "--named", "no").one["id"]
    ids["post"] = notebook.do("add", "source", "Harbour Post", "--kind", "publication", "--named", "yes").one["id"]
    ids["company"] = notebook.do("add", "entity", "Northmere Ferry Company", "--schema", "Company", "--aliases", "NFC").one["id"]
    ids["claim"] = notebook.do(
        "add", "claim", "The company stops its winter crossings", "--clip", ids["clip"],
        "--quote", "will stop its winter crossings from Monday", "--source", "Two officials", "--via", "Harbour Post",
        "--terms", "anonymous", "--stance", "asserts", "--entities", "NFC").one["id"]
    ids["denial"] = notebook.do(
        "add", "attribution", "--claim", ids["claim"], "--clip", ids["clip"],
        "--quote", "The company denied that the service had been losing money", "--stance", "denies").one["id"]
    ids["highlight"] = notebook.do(
        "add", "annotation", "--clip", ids["clip"], "--kind", "highlight", "--colour", "green",
        "--quote", "About four hundred people cross every day in winter", "--body", "Ask for the **count**.").one["id"]
    return ids


def test_clip_reads_the_page_and_keeps_the_evidence():
    with Notebook() as notebook:
        page = notebook.file("ferry.html", PAGE)
        clipped = notebook.do("clip", page).one
        assert clipped["title"] == "Ferry line halts winter service"
        assert clipped["byline"] == "Ada Quill"
        assert clipped["site_name"] == "Harbour Post"
        assert clipped["published"].startswith("2021-02-03T08:30:00")
        assert clipped["status"] == "new" and len(clipped["sha256"]) == 64
        shown = notebook.do("show", clipped["id"]).one
        assert shown["counted_text"].startswith("The Northmere Ferry Company will stop")
        assert "All rights reserved" not in shown["counted_text"] and "Sport" not in shown["counted_text"]
        again = notebook.do("clip", page).one
        assert again["status"] == "unchanged" and again["id"] == clipped["id"]
        assert len(notebook.list("clips")) == len(notebook.list("captures")) == 1


def test_a_claim_is_shown_with_who_says_so_and_how_it_was_checked():
    with Notebook() as notebook:
        ids = make(notebook)
        notebook.do("add", "check", "--claim", ids["claim"], "--method", "document", "--result", "The timetable has none")
        shown = call("show", ids["claim"], "--notebook", notebook.path).out
        assert "Two officials → Harbour Post: asserts · Anonymous" in shown and "Source not given: denies" in shown, shown
        assert "  Document · " in shown and " · The timetable has none" in shown and '"seen"' not in shown, shown


def test_an_outlet_is_said_once():
    """Who names the outlet of the very clip as the one that passes it on says nothing new."""
    with Notebook() as notebook:
        ids = make(notebook)
        text = call("origins", ids["claim"], "--notebook", notebook.path).out
        assert "Two officials → Harbour Post: asserts" in text and "Harbour Post → Harbour Post" not in text, text
        assert notebook.do("origins", ids["claim"]).one["low"] == 1


def test_a_bundle_tells_who_was_asked():
    with Notebook() as notebook:
        ids = make(notebook)
        notebook.do("add", "source", "Tern", "--kind", "person", "--sensitivity", "confidential")
        for whom, source, question, answer in (("The company", "Harbour Post", "Will the ferry run in winter?", "No comment."),
                                               ("A clerk", "Tern", "Who signed the letter?", "He who was away.")):
            notebook.do("add", "enquiry", question, "--claim", ids["claim"], "--whom", whom, "--source", source, "--asked-at", "2021-02-02",
                        "--channel", "phone", "--outcome", "declined", "--answer", answer)
        path = notebook.file("a.cuttings.zip")
        notebook.do("export", "--all", "-o", path)
        with zipfile.ZipFile(path) as bundle:
            page = bundle.read(next(name for name in bundle.namelist() if name.endswith("data/claims.html"))).decode()
        chain = re.sub(r"<[^>]*>", "", page)
        assert "Two officials → Harbour Post" in chain and "→ Harbour Post →" not in chain, chain
        assert ">Enquiries<" in page and "The company · 2 February 2021 · Phone · Declined" in page, page
        assert "Will the ferry run in winter?" in page and "No comment." in page
        assert "A clerk" not in page and "Who signed" not in page and "He who was away" not in page, page


def test_a_changed_page_is_another_capture_of_the_same_clip():
    with Notebook() as notebook:
        page = notebook.file("ferry.html", PAGE)
        first = notebook.do("clip", page, "--url", "https://harbour.example/ferry").one
        notebook.file("ferry.html", PAGE.replace("four hundred", "three hundred"))
        second = notebook.do("clip", page, "--url", "https://harbour.example/ferry").one
        assert second["status"] == "new-capture" and second["id"] == first["id"]
        captures = notebook.list("captures")
        assert len(captures) == 2 and {c["previous"] for c in captures} == {None, first["capture"]}


def test_pasted_text_tells_furniture_apart():
    with Notebook() as notebook:
        clipped = notebook.do("clip", "-", "--published", "2021-11-05", stdin=PASTE).one
        assert clipped["title"] == "Bridge to close for a year" and clipped["published"] == "2021-11-05"
        assert clipped["byline"] == "Ada Quill"
        counted = notebook.do("show", clipped["id"]).one["counted_text"]
        assert counted.startswith("The Tarn bridge will close") and counted.endswith("as today.")
        for furniture in ("old maps", "2 min read", "See all photos", "Senior Reporter"):
            assert furniture not in counted


def test_marks_claims_and_attributions():
    with Notebook() as notebook:
        ids = make(notebook)
        claim = notebook.do("show", ids["claim"]).one
        assert claim["status"] == "unchecked" and claim["entities"] == [ids["company"]]
        attributions = {a["stance"]: a for a in claim["tied"]["attributions"]}
        assert attributions["asserts"]["source"] == ids["officials"]
        assert attributions["asserts"]["via"] == [ids["post"]] and attributions["asserts"]["terms"] == "anonymous"
        assert attributions["denies"]["id"] == ids["denial"]
        text = notebook.do("show", ids["clip"]).one["text"]
        for annotation in notebook.list("annotations", "--clip", ids["clip"]):
            position, quote = annotation["selectors"]
            assert text[position["start"]:position["end"]] == quote["exact"]
            assert text[:position["start"]].endswith(quote["prefix"])
        assert [c["id"] for c in notebook.list("claims", "--entity", "NFC")] == [ids["claim"]]
        assert [c["id"] for c in notebook.list("claims", "--story", "Ferries")] == [ids["claim"]]


def test_a_quote_that_stands_twice_or_never_is_refused():
    with Notebook() as notebook:
        ids = make(notebook)
        before = notebook.list("annotations")
        assert notebook.try_("add", "annotation", "--clip", ids["clip"], "--quote", "the").status == 1
        assert notebook.try_("add", "annotation", "--clip", ids["clip"], "--quote", "no such words").status == 1
        assert notebook.try_("add", "annotation", "--clip", ids["clip"], "--start", "5", "--end", "99999").status != 0
        assert notebook.list("annotations") == before


def test_undo_and_redo_of_every_act():
    with Notebook() as notebook:
        def strip(objects):
            return [{k: v for k, v in o.items() if k not in ("rev", "parents", "modified")} for o in objects]
        ids = make(notebook)
        kinds = ("stories", "clips", "annotations", "claims", "attributions", "sources", "entities")
        full = {kind: strip(notebook.list(kind)) for kind in kinds}
        notebook.do("edit", ids["claim"], "--status", "disputed")
        notebook.do("delete", ids["company"])
        assert notebook.list("entities") == []
        undone = 0
        while notebook.try_("undo").status == 0:
            undone += 1
        assert undone == 10, undone
        assert all(notebook.list(kind) == [] for kind in kinds)
        for _ in range(undone - 2):
            notebook.do("redo")
        assert {kind: strip(notebook.list(kind)) for kind in kinds} == full
        notebook.do("redo")
        assert notebook.do("show", ids["claim"]).one["status"] == "disputed"
        notebook.do("redo")
        assert notebook.list("entities") == [] and notebook.try_("redo").status == 1


def test_the_trash_gives_back_what_it_took():
    with Notebook() as notebook:
        ids = make(notebook)
        notebook.do("delete", ids["clip"])
        assert notebook.list("clips") == [] and len(notebook.list("clips", "--trash")) == 1
        assert notebook.do("search", "winter", "--kind", "clip").lines == []
        notebook.do("restore", ids["clip"])
        assert len(notebook.list("clips")) == 1
        assert len(notebook.list("annotations", "--clip", ids["clip"])) == 3


def test_search_finds_words_in_everything():
    with Notebook() as notebook:
        ids = make(notebook)
        assert ids["clip"] in [h["id"] for h in notebook.do("search", "harbour office").lines]
        assert ids["claim"] in [h["id"] for h in notebook.do("search", "crossings").lines]
        assert [h["id"] for h in notebook.do("search", "--kind", "entity", "northmere").lines] == [ids["company"]]
        assert notebook.do("search", '"no such phrase"').lines == []
        assert [h["id"] for h in notebook.do("search", "--kind", "clip", 'site:"Harbour Post" winter').lines] == [ids["clip"]]
        assert notebook.do("search", 'broken " AND ( NEAR*').status == 0
        assert notebook.do("search", "--kind", "clip", "winters").lines == []
        assert ids["clip"] in [h["id"] for h in notebook.do("search", "--kind", "clip", "--forms", "de, en", "winters").lines]
        nothing = notebook.do("search", "harbuor offise")
        assert nothing.lines == [] and "Did you mean: harbour office" in nothing.err, nothing.err


def test_many_searches_in_one_process():
    with Notebook() as notebook:
        ids = make(notebook)
        queries = notebook.file("queries.jsonl", '{"q": "harbour office"}\n\n{"q": "winter", "site": "Harbour Post"}\n{"q": "zzz"}\n')
        found, at_site, nothing = notebook.do("search", "--batch", queries).lines
        assert found["q"] == "harbour office" and ids["clip"] in [hit["id"] for hit in found["hits"]]
        assert found["total"] == len(found["hits"]) and found["ms"] >= 0
        assert found["hits"] == notebook.do("search", "harbour office").lines
        assert ids["clip"] in [hit["id"] for hit in at_site["hits"]]
        assert (nothing["total"], nothing["hits"]) == (0, []) and "suggestion" not in nothing
        typo = notebook.file("typo.jsonl", '{"q": "harbuor"}\n')
        assert notebook.do("search", "--batch", typo).one["suggestion"] == "harbour"
        first, second = notebook.do("search", "--batch", queries, "--limit", "1").lines[:2]
        assert len(first["hits"]) == len(second["hits"]) == 1 and first["total"] == found["total"]
        day = notebook.list("clips")[0]["published"]["value"][:10]
        dated = notebook.file("dated.jsonl", f'{{"q": "winter", "from": "{day}", "to": "{day}"}}\n{{"q": "winter", "to": "1999-01-01"}}\n')
        on_day, before = notebook.do("search", "--batch", dated, "--kind", "clip").lines
        assert [hit["id"] for hit in on_day["hits"]] == [ids["clip"]] and before["hits"] == []
        bad = notebook.file("bad.jsonl", '{"q": "winter"}\n{"query": "winter"}\n{"q"\n')
        result = notebook.try_("search", "--batch", bad)
        assert result.status == 3 and ["error" in line for line in result.lines] == [False, True, True]


def test_lines_of_other_programs_become_clips():
    with Notebook() as notebook:
        lines = notebook.file("lines.ndjson", '{"url": "https://harbour.example/1", "title": "One", "text": "The quay is let."}\n\n'
                                              '{"url": 3}\n{"url": "https://harbour.example/2", "title": "Two", "text": "Ships wait."}\n')
        result = notebook.try_("import", "--format", "ndjson", lines)
        last = result.lines[-1]
        assert result.status == 3 and last.pop("seconds") > 0
        assert last == {"read": 3, "stored": 2, "updated": 0, "failed": 1}
        assert notebook.do("search", "ships").one["title"] == "Two"
        changed = notebook.file("changed.ndjson", '{"url": "https://harbour.example/2", "title": "Two", "text": "Ships sail."}\n')
        assert notebook.do("import", "--format", "ndjson", changed).lines[-1]["updated"] == 1


def listing(notebook):
    return {kind: notebook.list(kind) for kind in
            ("stories", "clips", "captures", "annotations", "claims", "attributions", "sources", "entities", "tags")}


def test_export_verify_import_lose_nothing_and_double_nothing():
    with Notebook() as notebook, Notebook() as other:
        make(notebook)
        notebook.do("clip", "-", stdin=PASTE)
        bundle = notebook.file("ferries.cuttings.zip")
        report = notebook.do("export", "--format", "bundle", "--all", "-o", bundle).one
        assert report["written"]["clips"] == 2 and report["written"]["claims"] == 1
        assert call("verify", bundle).status == 0
        dry = other.do("import", "--dry-run", bundle).one
        assert dry["new"]["clips"] == 2 and listing(other)["clips"] == []
        first = other.do("import", bundle).one
        assert first["new"]["clips"] == 2 and first["failed"] == [] and first["conflicts"] == []
        assert json.dumps(listing(other), sort_keys=True) == json.dumps(listing(notebook), sort_keys=True)
        again = other.do("import", bundle).one
        assert again["new"] == {} and again["same"]["clips"] == 2
        assert json.dumps(listing(other), sort_keys=True) == json.dumps(listing(notebook), sort_keys=True)
        for clip in notebook.list("clips"):
            assert other.do("show", clip["id"]).one["text"] == notebook.do("show", clip["id"]).one["text"]
        assert call("verify", "--notebook", other.path).status == 0
        other.do("undo")
        assert all(not objects for objects in listing(other).values())


def test_a_confidential_source_does_not_leave():
    with Notebook() as notebook:
        ids = make(notebook)
        secret = notebook.do("add", "source", "Wilhelmina Starkweather", "--sensitivity", "confidential",
                             "--contact", "w.starkweather@harbour.example").one["id"]
        notebook.do("add", "attribution", "--claim", ids["claim"], "--source", secret)
        bundle = notebook.file("out.cuttings.zip")
        report = notebook.do("export", "--format", "bundle", "--all", "-o", bundle).one
        raw = open(bundle, "rb").read()
        assert b"Starkweather" not in raw and b"starkweather" not in raw
        assert report["withheld"]
        notebook.do("add", "annotation", "--clip", ids["clip"], "--quote", "two officials said on Wednesday",
                    "--kind", "note", "--body", "This was Wilhelmina Starkweather")
        refused = notebook.file("refused.cuttings.zip")
        result = notebook.try_("export", "--format", "bundle", "--all", "-o", refused)
        assert result.status == 1 and result.err.strip() and not os.path.exists(refused)
        assert [n for n in os.listdir(notebook.folder) if "refused" in n] == []


def test_a_damaged_bundle_is_refused_and_changes_nothing():
    with Notebook() as notebook, Notebook() as other:
        make(notebook)
        bundle = notebook.file("out.cuttings.zip")
        notebook.do("export", "--format", "bundle", "--all", "-o", bundle)
        raw = bytearray(open(bundle, "rb").read())
        at = raw.index(b"winter crossings")
        raw[at] ^= 1
        broken = notebook.file("broken.cuttings.zip", bytes(raw))
        result = call("verify", "--json", broken)
        assert result.status == 1 and result.one["ok"] is False and result.one["problems"]
        assert other.try_("import", broken).status == 1
        cut = notebook.file("cut.cuttings.zip", bytes(raw[:len(raw) // 2]))
        assert call("verify", cut).status == 1
        assert other.try_("import", cut).status == 1
        assert all(not objects for objects in listing(other).values())


def test_an_edit_of_several_objects_is_one_step():
    with Notebook() as notebook:
        a = notebook.do("add", "claim", "One.").one["id"]
        b = notebook.do("add", "claim", "Two.").one["id"]
        notebook.do("edit", a, b, "--status", "verified")
        assert {c["status"] for c in notebook.list("claims")} == {"verified"}
        notebook.do("undo")
        assert {c["status"] for c in notebook.list("claims")} == {"unchecked"}


if __name__ == "__main__":
    tap.run(__name__)
