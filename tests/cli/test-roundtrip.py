# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notebook with every kind of object and every field leaves as a full bundle, and an empty notebook that takes it in lists the same, byte for byte,
and writes the same bundle again."""

import contextlib
import difflib
import hashlib
import importlib
import json
import os
import zipfile

import tap
from program import Notebook, call

files = importlib.import_module("test-files")
sealed = importlib.import_module("test-sealed")

PASSPHRASE = "a full notebook leaves closed"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>The bridge stays open | Harbour Post</title><meta name="author" content="Ada Kell">
<meta name="keywords" content="bridge, Northmere"></head><body><article>
<h1>The bridge stays open</h1><p class="lead">A vote that nobody expected, and what it will cost.</p>
<p>The council of Northmere voted on Monday to keep the swing bridge open to boats until spring, Ruth Tallow said.</p>
<p>Two officials said that the motor would be looked at again in March, before the second vote is taken by all. %s</p>
<p>Fewer than two hundred people had crossed on foot last winter, the Bridge Company said, and it denied that its motor had failed.</p>
</article></body></html>"""
ADDRESS = "https://harbour.example/bridge"
KINDS = ("stories", "contributors", "clips", "captures", "annotations", "claims", "attributions", "sources", "entities", "relations", "tags",
         "checks", "events", "enquiries", "placements", "facts", "dismissals", "saved-searches")
# What no notebook of one person has, and what never leaves.
EMPTY = {
    "all": {"conflicts", "deleted"}, "contributors": {"email"}, "sources": {"contact", "code_name", "locked"}, "entities": {"merged_into"}, "enquiries": {"locked"},
    # What only a server says.
    "captures": {"redirects", "final_url", "remote_address", "tls_certificate", "warning", "verdict", "about"},
    "clips": {"updated"},
}


def add(notebook, *words):
    return notebook.do("add", *words).one["id"]


def fill_clips(notebook, ids):
    page = notebook.file("page.html", PAGE % "")
    ids["clip"] = notebook.do("clip", page, "--url", ADDRESS, "--published", "2026-03-12").one["id"]
    ids["mark"] = add(notebook, "annotation", "--clip", ids["clip"], "--kind", "quote", "--quote", "voted on Monday", "--body", "Ask *why*.", "--tags",
                      ids["tag"], "--entities", ids["person"], "--colour", "orange", "--proposed-by", "sayings-1")
    ids["gone"] = add(notebook, "annotation", "--clip", ids["clip"], "--kind", "highlight", "--quote", "Fewer than two hundred people")
    notebook.file("page.html", PAGE.replace("Fewer than two hundred people", "Nobody") % "The mayor was away.")
    assert notebook.do("clip", page, "--url", ADDRESS).one["status"] == "new-capture"
    notebook.do("place", ids["gone"], "--orphan")
    notebook.do("place", ids["mark"], "--quote", "before the second vote")
    placed = notebook.list("placements")
    notebook.do("edit", placed[0]["id"], "--note", "Looked at twice")
    ids["paste"] = notebook.do("clip", "-", "--title", "A letter", stdin="A letter\n\nDecomposed e\u0301, a joiner \U0001f469\u200d\U0001f4bb and Ελλάδα.\n").one["id"]
    notebook.do("clip", notebook.file("report.pdf", files.REPORT))
    notebook.do("clip", notebook.file("leak.warc", files.make_warc()))
    add(notebook, "annotation", "--clip", ids["clip"], "--kind", "furniture", "--quote", "Two officials said")
    notebook.do("edit", ids["clip"], "--standfirst", "A vote", "--authors", "Ada Kell", "--authors", "Tom Ash", "--publisher", "Harbour Press", "--site-name",
                "Harbour Post", "--language", "en-GB", "--dir", "ltr", "--canonical-url", ADDRESS + "?x=1", "--excerpt", "A vote", "--image", ADDRESS + ".png",
                "--wire-credit", "NN", "--tags", ids["lower"], "--stories", ids["story"], "--title", "The bridge stays open, “for now”")
    notebook.do("edit", ids["paste"], "--reprint-of", ids["clip"])


def fill_claims(notebook, ids):
    ids["origin"] = add(notebook, "source", "Ruth Tallow", "--kind", "spokesperson", "--named", "yes", "--entity", ids["person"], "--how-known", "By her office",
                        "--interest", "She is paid", "--reliability", "B2", "--description", "Speaks for the company")
    ids["insider"] = add(notebook, "source", "Somebody inside", "--kind", "person", "--named", "no", "--sensitivity", "confidential")
    ids["wire"] = add(notebook, "source", "North News", "--kind", "publication")
    ids["other"] = add(notebook, "claim", "The motor is sound.", "--clip", ids["clip"], "--quote", "looked at again in March", "--source", "North News")
    ids["claim"] = add(notebook, "claim", "The bridge stays open.", "--clip", ids["clip"], "--quote", "keep the swing bridge open", "--source", "Ruth Tallow",
                       "--via", ids["wire"], "--via", ids["insider"], "--terms", "background", "--stance", "asserts", "--hedge", "reportedly", "--said-at",
                       "2026-03-09", "--kind", "forecast", "--checkable", "yes", "--importance", "key", "--fact-date", "2026-03", "--place", "Northmere",
                       "--status", "in-progress", "--note", "Ring the office", "--entities", ids["person"], "--stories", ids["story"], "--tags", ids["tag"],
                       "--contradicts", ids["other"], "--proposed-by", "sayings-1")
    third = add(notebook, "claim", "It stays open till spring.", "--same-as", ids["claim"], "--supports", ids["claim"])
    said = notebook.list("attributions", "--where", f"claim={ids['claim']}")[0]
    notebook.do("edit", said["id"], "--source-span", "[10,20]", "--cue-span", "[21,25]", "--condition", "Not by name", "--channel", "phone", "--form", "mixed",
                "--proposed-by", "sayings-1")
    add(notebook, "attribution", "--claim", third, "--source", ids["insider"], "--terms", "deep-background")
    add(notebook, "check", "--claim", ids["claim"], "--by", "Tom", "--at", "2026-03-13", "--method", "document", "--result", "It is in the minutes",
        "--evidence", ids["mark"], "--note", "Page 4")
    add(notebook, "event", "The council votes", "--date", "2026-03-09", "--end", "2026-03-10", "--claims", ids["claim"], "--entities", ids["person"],
        "--evidence", ids["mark"], "--proposed-by", "dates-1")
    add(notebook, "enquiry", "--claim", ids["claim"], "--whom", "The office", "--question", "Is it open?", "--asked-at", "2026-03-12", "--channel", "e-mail",
        "--deadline", "2026-03-14", "--outcome", "answered", "--answer", "Yes", "--source", ids["origin"], "--entity", ids["person"])


def fill_entities(notebook, ids):
    ids["person"] = add(notebook, "entity", "Ruth Tallow", "--schema", "Person", "--aliases", "The mayor", "--previous-names", "Ruth Ash", "--identifiers",
                        "Q4242", "--summary", "Runs it", "--country", "se", "--stories", ids["story"], "--tags", ids["tag"])
    double = add(notebook, "entity", "R. Tallow", "--schema", "Person", "--property", "gender=female")
    namesake = add(notebook, "entity", "Ruth Tallow junior", "--schema", "Person")
    ids["company"] = add(notebook, "entity", "Northmere Bridge Company", "--schema", "Company", "--property", "phone=+44 20 7946 0000")
    add(notebook, "entity", "Old quay", "--schema", "Address")
    notebook.do("edit", ids["company"], "--property", "addressEntity=Old quay")
    notebook.do("merge", ids["person"], double)
    notebook.do("merge", "--not-same", ids["person"], namesake)


def fill_ties(notebook, ids):
    add(notebook, "relation", "--schema", "Directorship", "--from", ids["person"], "--to", ids["company"], "--role", "chair", "--start", "2019", "--end",
        "2026-03", "--evidence", ids["mark"], "--property", "status=acting")
    add(notebook, "fact", "--about", ids["person"], "--property", "birthDate", "--value", "1957-03", "--date", "2026-03-12", "--evidence", ids["mark"],
        "--note", "She says so")
    add(notebook, "dismissal", "--kind", "date", "--clip", ids["clip"], "--words", "Monday", "--start", "5", "--end", "11", "--proposed-by", "dates-1",
        "--text-sha256", notebook.list("captures")[0]["text_sha256"], "--entity", ids["person"])
    add(notebook, "dismissal", "--kind", "reprint", "--clip", ids["paste"], "--other", ids["clip"])
    notebook.do("link", ids["person"], "--clip", ids["clip"])
    add(notebook, "saved-search", "--title", "Bridges", "--query", "bridge site:harbour.example")


def fill_trash(notebook, ids):
    for words in (("tag", "Nothing"), ("claim", "Nothing"), ("story", "Nothing"), ("entity", "Nobody", "--schema", "Person")):
        notebook.do("delete", add(notebook, *words))
    notebook.do("delete", notebook.do("clip", "-", stdin="Thrown away\n\nA text that nobody wants to keep in here.\n").one["id"])


def fill(notebook):
    """Every kind of object, with every field that can be filled in."""
    ids = {"tag": add(notebook, "tag", "Bridges", "--colour", "teal", "--memo", "All of them")}
    ids["lower"] = add(notebook, "tag", "Swing bridges", "--parent", ids["tag"])
    ids["story"] = add(notebook, "story", "The bridge", "--summary", "Who pays", "--status", "paused")
    fill_entities(notebook, ids)
    fill_clips(notebook, ids)
    fill_claims(notebook, ids)
    fill_ties(notebook, ids)
    fill_trash(notebook, ids)
    me = notebook.list("contributors")[0]
    notebook.do("edit", me["id"], "--name", "Ada Kell", "--initials", "AK", "--key-fingerprint", "0123456789ABCDEF0123456789ABCDEF01234567")
    return ids


def everything(notebook, own=None):
    """What the notebook lists, without the contributor who owns it and has written nothing."""
    listed = {kind: notebook.do("list", kind).out for kind in KINDS}
    kept = [line for line in listed["contributors"].splitlines(keepends=True) if own is None or json.loads(line)["id"] != own]
    return {**listed, "contributors": "".join(kept)}


@contextlib.contextmanager
def keys():
    with sealed.keyring() as ring:
        yield ring


def leave(notebook, ring, name):
    """A full bundle, and the same opened."""
    secret = notebook.file("passphrase", PASSPHRASE + "\n")
    path = notebook.file(name + ".cuttings.zip.gpg")
    notebook.do("export", "--all", "--profile", "full", "--language", "en", "--bundle-passphrase-file", secret, "-o", path, env=ring.env)
    plain = notebook.file(name + ".cuttings.zip", ring.gpg("--passphrase", PASSPHRASE, "--decrypt", path))
    return path, plain


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def differences(one, two):
    """What a failure shows: which files of two bundles differ."""
    with zipfile.ZipFile(one) as a, zipfile.ZipFile(two) as b:
        first, second = ({name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()} for archive in (a, b))
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def test_every_field_is_filled():
    with Notebook() as notebook:
        fill(notebook)
        for kind in KINDS:
            records = notebook.list(kind)
            filled = {key for record in records for key, value in record.items() if value not in (None, [], "", 0)}
            left = {key for record in records for key in record} - filled - EMPTY["all"] - EMPTY.get(kind, set())
            # A check is never changed; what was never changed has no revision before.
            left -= {"parents"}
            assert records and not left, (kind, left)
        assert len(notebook.list("captures", "--clip", notebook.list("clips", "--match", "bridge")[0]["id"])) >= 1


def test_an_empty_notebook_gets_it_all():
    with keys() as ring, Notebook() as notebook:
        fill(notebook)
        before = everything(notebook)
        path, plain = leave(notebook, ring, "first")
        unpacked = notebook.file("unpacked")
        with zipfile.ZipFile(plain) as bundle:
            bundle.extractall(unpacked)
        (top,) = os.listdir(unpacked)
        for words in ((path, "--bundle-passphrase-file", notebook.file("passphrase")), (plain,), (os.path.join(unpacked, top),)):
            with Notebook() as other:
                other.do("protect", "status")
                own = other.list("contributors")[0]["id"]
                report = other.do("import", *words, env=ring.env).one
                assert report["failed"] == [] and report["conflicts"] == [], report
                after = everything(other, own)
                for kind in KINDS:
                    assert after[kind] == before[kind], (kind, *difflib.unified_diff(before[kind].splitlines(), after[kind].splitlines(), n=0))
                again = leave(other, ring, "again")[1]
                assert digest(again) == digest(plain), differences(plain, again)
                # A second time changes nothing.
                report = other.do("import", *words, env=ring.env).one
                assert not report["new"] and not report["changed"] and everything(other, own) == before, report
                assert call("verify", "--notebook", other.path).status == 0


def test_what_a_colleague_gets_is_passed_on_as_it_is():
    """Without what stays at home: the same bundle again, out of a notebook that was empty before."""
    with Notebook() as notebook, Notebook() as other:
        ids = fill(notebook)
        first, again = notebook.file("first.cuttings.zip"), other.file("again.cuttings.zip")
        notebook.do("export", "--all", "--language", "en", "-o", first)
        other.do("import", first)
        other.do("export", "--all", "--language", "en", "-o", again)
        assert digest(again) == digest(first), differences(first, again)
        # The chain of custody goes on from the one the bundle names, until something happens.
        with zipfile.ZipFile(first) as bundle:
            info = next(bundle.read(name).decode() for name in bundle.namelist() if name.endswith("/bag-info.txt"))
        head = next(line.split(": ")[1] for line in info.splitlines() if line.startswith("Cuttings-Custody-Head"))
        for here in (notebook, other):
            assert call("verify", "--notebook", here.path, "--custody-head", head).status == 0
        other.do("clip", "-", stdin="Another letter\n\nA text that only this notebook holds, and nobody else.\n")
        other.do("export", "--all", "--language", "en", "-o", again)
        assert {"bag-info.txt", "data/bundle.json"} <= set(differences(first, again))
        assert call("verify", "--notebook", other.path, "--custody-head", head).status == 0
        assert call("verify", "--notebook", other.path, "--custody-head", "0" * 64).status == 1
        # A notebook that holds something already stays what it is.
        with Notebook() as third:
            add(third, "tag", "Mine")
            third.do("import", first)
            assert call("verify", "--notebook", third.path, "--custody-head", head).status == 1
            assert third.list("tags")[-1]["id"] in (ids["tag"], ids["lower"]) and len(third.list("tags")) == 3


def test_an_import_that_was_undone_is_unheard_of():
    """Also what it said had been deleted; redone, it is heard of again."""
    with Notebook() as notebook, Notebook() as other:
        kept = notebook.do("add", "tag", "Kept").one["id"]
        gone = notebook.do("add", "tag", "Gone").one["id"]
        notebook.do("delete", gone)
        notebook.do("export", "--all", "-o", notebook.file("theirs.zip"))
        other.do("add", "tag", "Mine")

        def buried():
            other.do("export", "--all", "-o", other.file("now.zip"))
            with zipfile.ZipFile(other.file("now.zip")) as bundle:
                return bundle.read(next(n for n in bundle.namelist() if n.endswith("tombstones.ndjson"))).decode()

        assert buried() == ""
        other.do("import", notebook.file("theirs.zip"))
        after = buried()
        assert gone in after and kept not in after
        other.do("undo")
        assert buried() == "" and [t["label"] for t in other.list("tags")] == ["Mine"]
        other.do("redo")
        assert buried() == after
        other.do("undo")
        other.do("import", notebook.file("theirs.zip"))
        assert buried() == after


def test_news_of_a_deletion_may_come_before_what_was_deleted():
    with Notebook() as notebook:
        kept, gone = add(notebook, "tag", "Kept"), add(notebook, "tag", "Gone")
        with_it, without = notebook.file("with.cuttings.zip"), notebook.file("without.cuttings.zip")
        notebook.do("export", "--all", "-o", with_it)
        notebook.do("delete", gone)
        notebook.do("export", "--all", "-o", without)
        for order in ((with_it, without), (without, with_it), (without, with_it, without)):
            with Notebook() as other:
                for path in order:
                    other.do("import", path)
                assert [tag["id"] for tag in other.list("tags")] == [kept], order
                assert [tag["id"] for tag in other.list("tags", "--trash")] == [gone], order
        # And who never had it passes the news on.
        with Notebook() as other, Notebook() as third:
            other.do("import", without)
            other.do("export", "--all", "-o", other.file("on.cuttings.zip"))
            third.do("import", with_it)
            third.do("import", other.file("on.cuttings.zip"))
            assert [tag["id"] for tag in third.list("tags")] == [kept]


if __name__ == "__main__":
    tap.run(__name__)
