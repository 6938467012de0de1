# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs exported: dates, tags, notes and answers come along, twice is as once, and what does not come is said."""

import glob
import json
import os
import zipfile

import tap
from program import CORPUS, SOURCE, Notebook, call

DATA = os.path.join(SOURCE, "tests", "data", "imports")
TANK = "https://norrvik.example/news/tank"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Second leak at the quay</title></head><body><article><h1>Second leak at the quay</h1>
<p>The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the first.</p>
<p>According to minutes seen by this newspaper, two officials knew earlier, and neither was asked to write a report about it.</p>
<p>The board did not answer questions about the tank’s age. The register shows three delays of its inspection.</p>
</article></body></html>"""


def data(name):
    return os.path.join(DATA, name)


def clip_of(notebook, url=TANK):
    return next(clip for clip in notebook.list("clips") if clip["url"] == url)


def names(notebook, kind, ids, field="label"):
    known = {record["id"]: record for record in notebook.list(kind)}
    return sorted(known[id_][field] for id_ in ids)


def everything(notebook):
    return {kind: notebook.list(kind) for kind in ("clips", "captures", "annotations", "tags", "contributors")}


def test_a_list_of_links():
    with Notebook() as notebook:
        report = notebook.do("import", data("pocket.csv")).one
        assert report["format"] == "pocket" and report["new"]["clips"] == 2, report
        assert "status: 3 are not carried over" in report["left_out"], report
        clip = clip_of(notebook)
        assert clip["title"] == "Tank at the quay leaked twice" and clip["created"] == "2024-03-05T08:00:00.000Z", clip
        assert names(notebook, "tags", clip["tags"]) == ["harbour", "leaks"]
        capture = notebook.list("captures", clip["id"])[0]
        assert capture["verdict"] == "bookmark" and capture["how"] == "import", capture
        assert {"name": "Import-Format", "value": "pocket"} in capture["headers"], capture
        assert any(header["name"] == "Import-SHA256" and len(header["value"]) == 64 for header in capture["headers"]), capture


def test_folders_are_tags_below_each_other():
    with Notebook() as notebook:
        notebook.do("import", data("bookmarks.html"))
        tags = {tag["label"]: tag for tag in notebook.list("tags")}
        assert tags["Leaks"]["parent"] == tags["Harbour"]["id"] and tags["Harbour"]["parent"] is None, tags
        assert clip_of(notebook)["tags"] == [tags["Leaks"]["id"]]


def assert_twice_is_as_once(notebook, files):
    first = notebook.try_("import", *files)
    assert len(first.lines) == len(files), first.err
    before = everything(notebook)
    second = notebook.try_("import", *files)
    assert len(second.lines) == len(files) and second.status == first.status, second.err
    for report, name in zip(second.lines, files):
        assert not any("another under the same name" in line or "others under the same" in line for line in report["left_out"]), (name, report)
        assert report["same"] and not report["new"] and not report["changed"], (name, report)
    assert everything(notebook) == before


def test_twice_is_as_once():
    with Notebook() as notebook:
        assert_twice_is_as_once(notebook, [data(name) for name in sorted(os.listdir(DATA))])
        assert len(notebook.list("captures")) > len(os.listdir(DATA))
        assert all(report["format"] for report in notebook.try_("import", "--dry-run", *[data(name) for name in os.listdir(DATA)]).lines)


def test_what_was_changed_since_stays():
    with Notebook() as notebook:
        notebook.do("import", data("raindrop.csv"))
        clip = clip_of(notebook)
        notebook.do("edit", clip["id"], "--title", "My own title", "--tags", "")
        gone = notebook.list("annotations")[0]["id"]
        notebook.do("delete", gone)
        before = everything(notebook)
        report = notebook.do("import", data("raindrop.csv")).one
        assert everything(notebook) == before
        assert "1 clip that came before keeps its tags, though the file has others" in report["left_out"], report


def test_nothing_comes_to_what_was_thrown_away():
    with Notebook() as notebook:
        with open(data("raindrop.csv"), encoding="utf-8") as file:
            table = file.read()
        notebook.do("import", notebook.file("first.csv", table.replace("Ask for the minutes", "")))
        notebook.do("delete", clip_of(notebook)["id"])
        before = everything(notebook)
        report = notebook.do("import", notebook.file("second.csv", table)).one
        assert everything(notebook) == before and not report["new"], report


def test_the_same_note_twice_is_one():
    with Notebook() as notebook:
        report = notebook.do("import", notebook.file("links.csv", f"url,title,note\n{TANK},Tank,Call Jon\n{TANK},Tank,Call Jon\n")).one
        assert report["new"]["annotations"] == 1 and len(notebook.list("annotations")) == 1, report


def test_another_note_of_the_same_name_is_said():
    with Notebook() as notebook:
        notebook.do("import", notebook.file("a/notes.md", "A second tank leaked.\n"))
        report = notebook.do("import", notebook.file("b/notes.md", "The town hall burned.\n")).one
        assert any("another under the same name" in line for line in report["left_out"]), report


def test_a_dry_run_writes_nothing():
    with Notebook() as notebook:
        notebook.do("protect", "status")
        before = everything(notebook)
        report = notebook.do("import", "--dry-run", data("raindrop.csv")).one
        assert report["new"]["clips"] == 2 and report["new"]["annotations"] == 3, report
        assert everything(notebook) == before
        assert call("undo", "--notebook", notebook.path).status != 0


def test_one_undo():
    """What was taken back comes again; what a person threw away does not."""
    with Notebook() as notebook:
        for _ in range(2):
            report = notebook.do("import", data("raindrop.csv"), data("wallabag.json")).lines
            assert report[0]["new"]["clips"] == 2 and report[0]["new"]["annotations"] == 3 and report[1]["new"]["annotations"] == 2, report
            assert len(notebook.list("annotations")) == 5 and len(notebook.list("clips")) == 2
            notebook.do("undo")
            notebook.do("undo")
            assert not notebook.list("clips") and not notebook.list("tags") and not notebook.list("annotations")
        notebook.do("import", data("raindrop.csv"))
        notebook.do("delete", clip_of(notebook)["id"])
        report = notebook.do("import", data("raindrop.csv")).one
        assert "1 clip that came before is in the Trash and stays there" in report["left_out"], report
        assert [clip["url"] for clip in notebook.list("clips")] == ["https://norrvik.example/other"]
        assert call("verify", "--notebook", notebook.path).status == 0


def test_annotations_stand_on_the_clip_that_is_there():
    with Notebook() as notebook:
        clip = notebook.do("clip", notebook.file("tank.html", PAGE), "--url", TANK).one["id"]
        report = notebook.try_("import", data("hypothesis.json"))
        assert report.status == 3 and "names no page" in report.err, (report.status, report.err)
        assert report.one["new"] == {"annotations": 3, "captures": 1, "contributors": 2, "tags": 2}, report.one
        notes = {note["body"]: note for note in notebook.list("annotations", "--clip", clip)}
        first, answer, whole = notes["Which **tank**?"], notes["The one of 2011"], notes["Read it to the end"]
        position, quote = first["selectors"]
        text = notebook.do("show", clip).one["text"]
        assert quote["exact"] == "a second tank leaked in March", quote
        assert first["created"] == "2024-03-05T08:00:00.000Z" and first["modified"] == "2024-03-05T09:00:00.000Z", first
        assert answer["selectors"] == first["selectors"] and answer["id"] > first["id"], (answer, first)
        assert names(notebook, "contributors", [first["contributor"], answer["contributor"]], "name") == ["Mara Quell", "tom"]
        assert whole["selectors"][1]["exact"] == "Second leak at the quay", whole
        assert names(notebook, "tags", whole["tags"]) == ["leaks", "minutes"]
        shown = next(capture for capture in notebook.list("captures") if capture["how"] == "file")
        assert first["capture"] == shown["id"] and text[position["start"]:position["end"]] == quote["exact"]


def test_annotations_find_the_page_when_it_comes():
    with Notebook() as notebook:
        notebook.try_("import", data("hypothesis.json"))
        clip = clip_of(notebook)["id"]
        notebook.do("clip", notebook.file("tank.html", PAGE), "--url", TANK)
        page = next(capture for capture in notebook.list("captures", clip) if capture["how"] == "file")
        assert page["shown"], page
        for note in notebook.list("annotations"):
            there = [place["status"] for place in notebook.do("show", note["id"]).one["places"] if place["capture"] == page["id"]]
            assert there in (["exact"], ["moved"]), (note, there)


def test_a_text_comes_along():
    with Notebook() as notebook:
        report = notebook.do("import", data("wallabag.json")).one
        clip = clip_of(notebook)
        assert clip["authors"] == ["Ada Lindqvist", "Jon Berg"] and clip["published"]["value"].startswith("2024-03-04T07:30"), clip
        assert clip["language"] == "en" and clip["created"] == "2024-03-05T08:00:00.000Z", clip
        captures = {capture["verdict"]: capture for capture in notebook.list("captures")}
        assert captures[None]["fetched_at"] == "2024-03-05T08:00:00.000Z", captures
        notes = {note["body"]: note for note in notebook.list("annotations")}
        assert notes["Who?"]["capture"] == captures[None]["id"]
        # Words that the text does not have are kept on a card beside it.
        assert notes["Gone since"]["capture"] == captures["bookmark"]["id"], notes
        assert report["new"]["captures"] == 2, report
        assert "alert(1)" not in notebook.do("show", clip["id"]).out
        assert notebook.do("search", "minutes").lines[0]["id"] == clip["id"]


def test_a_notebook_with_imports_verifies_and_travels():
    with Notebook() as notebook, Notebook() as other:
        for name in ("wallabag.json", "raindrop.csv", "hypothesis.json", "bookmarks.html"):
            notebook.try_("import", data(name))
        assert call("verify", "--notebook", notebook.path).status == 0
        bundle = os.path.join(notebook.folder, "all.cuttings.zip")
        notebook.do("export", "--all", "-o", bundle)
        other.do("import", bundle)
        # A colleague who imports the same export has it already.
        assert not other.try_("import", data("bookmarks.html")).one["new"]


def test_references_come_back():
    """What reference managers are given in one of their formats says the same when it returns."""
    title, office = "50 % of {it}: A & B_c #1 ~ “naïve” \\\\ 100$", "Harbour Office, Norrvik"
    # For RIS a comma always stands between a person's names.
    for format_, authors in (("bibtex", [office, "Björn d’Este"]), ("csl-json", [office, "Björn d’Este"]), ("ris", ["Harbour Office", "Björn d’Este"])):
        with Notebook() as notebook, Notebook() as other:
            clip = notebook.do("clip", notebook.file("tank.html", PAGE), "--url", TANK + "?a=1&b_c=%20x#y", "--published", "2024-03-04").one["id"]
            notebook.do("edit", clip, "--title", title, *[word for author in authors for word in ("--authors", author)])
            references = os.path.join(notebook.folder, "references")
            notebook.do("export", "--format", format_, "-o", references, clip)
            report = other.do("import", references).one
            assert report["format"] == format_ and report["new"]["clips"] == 1, report
            mine, theirs = clip_of(notebook, TANK + "?a=1&b_c=%20x#y"), other.list("clips")[0]
            for field in ("url", "title", "authors", "language"):
                assert mine[field] == theirs[field], (format_, field, mine[field], theirs[field])
            assert theirs["published"]["value"] == "2024-03-04", (format_, theirs)


def test_a_project_of_taguette():
    with Notebook() as notebook:
        report = notebook.try_("import", data("project.sqlite3"))
        assert report.status == 3 and "a mark is not inside the text" in report.err and report.one["format"] == "taguette", report.err
        assert report.one["new"] == {"annotations": 2, "captures": 2, "clips": 2, "tags": 4}, report.one
        clip = next(clip for clip in notebook.list("clips") if clip["title"] == "Interview at the quay")
        text, notes = notebook.do("show", clip["id"]).one["text"], notebook.list("annotations", "--clip", clip["id"])
        ninth = next(note for note in notes if "ninth" in note["selectors"][1]["exact"])
        place = ninth["selectors"][0]
        # It is the second time that the words stand there.
        assert place["start"] == text.rindex("We were told on the ninth") and ninth["created"] == "2024-03-05T08:00:00.000Z", (place, text)
        assert names(notebook, "tags", ninth["tags"]) == ["dates.ninth", "who knew"], ninth
        assert "descriptions of tags: 1 is not carried over" in report.one["left_out"], report.one


def test_a_web_archive_says_what_its_pages_are():
    """Frames and advertisements are pages for a server, too."""
    with zipfile.ZipFile(data("pages.wacz")) as packed:
        warc = packed.read("archive/pages.warc")
    for listed, n_clips in ((TANK, 1), ("https://norrvik.example/moved", 2)):
        with Notebook() as notebook:
            path = notebook.file("pages.wacz", "")
            with zipfile.ZipFile(path, "w") as packed:
                packed.writestr("datapackage.json", json.dumps({"profile": "data-package", "resources": []}))
                packed.writestr("pages/pages.jsonl", json.dumps({"format": "json-pages-1.0"}) + "\n" + json.dumps({"url": listed, "title": "The tank"}) + "\nnone\n")
                packed.writestr("archive/pages.warc", warc)
            report = notebook.do("import", path).one
            assert report["format"] == "wacz" and report["new"]["clips"] == n_clips, (listed, report)
            assert ("text/html: 1 is not carried over" in report["left_out"]) == (n_clips == 1), report


def test_files_beside_the_export():
    """Zotero puts snapshots into a folder; nothing outside of it is looked at."""
    with Notebook() as notebook:
        with open(data("zotero.rdf"), encoding="utf-8") as file:
            rdf = file.read()
        notebook.file("export/files/2/tank.html", PAGE)
        notebook.file("tank.html", PAGE)
        outside = notebook.file("export/outside.rdf", rdf.replace("files/2/tank.html", "../tank.html"))
        refused = notebook.try_("import", outside)
        assert "is not there" in refused.err and refused.one["new"]["captures"] == 1, refused.err
        assert notebook.list("captures")[0]["verdict"] == "bookmark"
        notebook.do("undo")
        report = notebook.do("import", notebook.file("export/harbour.rdf", rdf)).one
        assert report["new"] == {"annotations": 1, "captures": 1, "clips": 1, "tags": 3}, report
        assert "according to minutes" in notebook.do("show", clip_of(notebook)["id"]).one["text"].lower()


def test_names_of_files_beside_the_export():
    """Some programs write the name of a file as it is, some as an address has it."""
    with open(data("zotero.rdf"), encoding="utf-8") as file:
        rdf = file.read()
    ris = f"TY  - NEWS\nTI  - Tank at the quay\nUR  - {TANK}\nL1  - %s\nER  - \n"
    for stored, written in [("100% at #1, or not?.html", "100% at #1, or not?.html"), ("50% of it.html", "50%25%20of%20it.html"),
                            ("a%20b.html", "a%20b.html"), ("naïve.html", "na%C3%AFve.html"), ("%zz#.html", "%zz#.html")]:
        for name, text in [("harbour.rdf", rdf.replace("tank.html", written)), ("harbour.ris", ris % f"files/2/{written}")]:
            with Notebook() as notebook:
                notebook.file(f"export/files/2/{stored}", PAGE)
                done = notebook.try_("import", notebook.file(f"export/{name}", text))
                assert "is not there" not in done.err and done.status == 0, (stored, written, name, done.err)
                assert "according to minutes" in notebook.do("show", clip_of(notebook)["id"]).one["text"].lower(), (stored, name)
    for written in ["../tank.html", "%2e%2e/tank.html", "..%2ftank.html", "/etc/hostname", "%2fetc/hostname", "file:///etc/hostname"]:
        with Notebook() as notebook:
            notebook.file("tank.html", PAGE)
            done = notebook.try_("import", notebook.file("export/harbour.rdf", rdf.replace("files/2/tank.html", written)))
            assert "is not there" in done.err and notebook.list("captures")[0]["verdict"] == "bookmark", (written, done.err)


def test_a_folder_of_notes():
    with Notebook() as notebook:
        folder = os.path.dirname(notebook.file("vault/Tank.md", "---\nurl: https://norrvik.example/news/tank\n---\nA second tank leaked.\n"))
        notebook.file("vault/people/Mara.md", "She keeps the **register**.\n")
        notebook.file("vault/.hidden/no.md", "Not this.\n")
        notebook.file("vault/quay.jpg", "x")
        os.symlink("/etc/passwd", os.path.join(folder, "link.md"))
        report = notebook.do("import", folder).one
        assert report["format"] == "markdown" and report["new"]["clips"] == 2 and report["left_out"] == [".jpg: 1 is not carried over"], report
        assert sorted(clip["title"] for clip in notebook.list("clips")) == ["Mara", "Tank"]
        assert not notebook.do("import", folder).one["new"]


def test_what_is_refused():
    with Notebook() as notebook:
        for name, content, words in (("empty.csv", "", "There is nothing in"), ("none.csv", "title,url,time_added,tags,status\n", "There is nothing in"),
                                     ("letter.txt", "Dear Mara,\n", "of no kind that Cuttings imports"),
                                     ("deep.json", "[" * 100000, "of no kind"), ("bad.csv", "a,b\n", "is no file of Hypothesis")):
            format_ = ["--format", "hypothesis"] if name == "bad.csv" else []
            result = notebook.try_("import", notebook.file(name, content), *format_)
            assert result.status == 1 and words in result.err, (name, result.status, result.err)
        assert "no format that Cuttings reads" in notebook.try_("import", "--format", "nonsense", data("pocket.csv")).err
        assert not notebook.list("clips")
        # What never ends is not waited for, whatever it is said to be.
        done = notebook.try_("import", "--format", "ris", "/dev/zero")
        assert done.status == 1 and "larger" in done.err, done.err


def test_real_exports():
    files = [path for path in sorted(glob.glob(os.path.join(CORPUS, "import", "*", "*"))) if read_here(path)] if CORPUS else []
    if not files:
        raise tap.Skip("no corpus")
    with Notebook() as notebook:
        assert_twice_is_as_once(notebook, files)
        assert call("verify", "--notebook", notebook.path).status == 0


def read_here(path):
    folder = os.path.basename(os.path.dirname(path))
    # The others are no exports of pages, or damaged on purpose.
    return (folder not in ("csv", "epub", "mhtml", "refi-qda") and os.path.getsize(path) > 0 and
            not any(part in path for part in ("invalid", ".arc", "post-test", "trunc")))


if __name__ == "__main__":
    tap.run(__name__)
