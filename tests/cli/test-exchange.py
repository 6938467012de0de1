# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The formats for other programs: what their documents ask of each file, and that none of them says what a bundle would withhold."""

import copy
import csv
import importlib
import io
import json
import os
import re
import shutil
import subprocess
import zipfile

import annotations
import tap
from program import Notebook

FORMATS = ["annotations", "bibtex", "claims", "csl-json", "csv", "ftm", "html", "markdown", "odt", "ris", "warc"]
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour & Sons stop the “late” boat_2 | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ada Quill, Tom O’Tarn">
<meta property="article:published_time" content="2021-02-03T08:30:00+01:00">
</head><body><article><h1>Harbour & Sons stop the “late” boat_2</h1>
<p>The Northmere Ferry Company will stop its winter crossings from Monday, two officials said on Wednesday.</p>
<p>“We were told by letter,” said Mayor Ruth Tallow of Northmere, who called the decision a surprise to the island.</p>
<p>The company denied that the service had been losing money, and said that repairs to its only vessel were due.</p>
<p>About four hundred people cross every day in winter, according to the harbour office's own count of last year.</p>
</article></body></html>"""
# The terms of the model's context that the export uses: JSON-LD drops any other without a word.
KNOWN = {"@context", "id", "type", "label", "total", "first", "last", "partOf", "startIndex", "items", "motivation", "created", "modified", "creator",
         "name", "body", "value", "purpose", "format", "target", "source", "selector", "start", "end", "exact", "prefix", "suffix", "state",
         "sourceDate", "cached"}
CLIPS = ["clip", "paste", "odd", "pdf"]
KINDS = ["highlight", "quote", "claim", "note", "entity", "date", "furniture", "question"]


def keys(value):
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def fill(notebook):
    """Marks of every kind, overlapping, with and without bodies, tags, entities; on a page that changed; on pasted text."""
    ids = {}
    page = notebook.file("ferry.html", PAGE)
    address = "https://harbour.example/ferry?a=1&b={x}#100%"
    ids["clip"] = notebook.do("clip", page, "--url", "https://harbour.example/ferry?a=1&b=2").one["id"]
    ids["paste"] = notebook.do("clip", "-", "--published", "2020-05", stdin="A letter\n\n=cmd|' /C calc'!A0 was all that the harbour letter said.\n").one["id"]
    ids["odd"] = notebook.do("clip", "-", "--url", address, "--title", "{Braces} $5 \\ 100% a_b ~x^2 #1",
                             stdin="Another\n\nA text that has an odd address and a title of many signs.\n").one["id"]
    ids["tag"] = notebook.do("add", "tag", "Money, & more").one["id"]
    ids["company"] = notebook.do("add", "entity", "Northmere Ferry Company", "--schema", "Company", "--aliases", "NFC").one["id"]
    ids["source"] = notebook.do("add", "source", "Two officials", "--kind", "government", "--named", "no").one["id"]
    ids["claim"] = notebook.do("add", "claim", "=HYPERLINK(\"https://evil.example\") they stop", "--clip", ids["clip"], "--quote",
                               "will stop its winter crossings from Monday", "--source", "Two officials", "--stance", "asserts",
                               "--entities", "NFC", "--status", "verified").one["id"]
    for kind in KINDS:
        notebook.do("add", "annotation", "--clip", ids["clip"], "--kind", kind, "--quote", "stop its winter crossings", "--body",
                    f"A **{kind}** in\n\ntwo lines", "--tags", ids["tag"], "--entities", "NFC", "--colour", "green")
        notebook.do("add", "annotation", "--clip", ids["clip"], "--kind", kind, "--quote", "winter crossings from")
    for clip in ("paste", "odd"):
        notebook.do("add", "annotation", "--clip", ids[clip], "--kind", "note", "--quote", "all that the harbour" if clip == "paste" else "odd address",
                    "--body", "x")
    ids["pdf"] = notebook.do("clip", notebook.file("report.pdf", importlib.import_module("test-files").REPORT)).one["id"]
    notebook.do("add", "annotation", "--clip", ids["pdf"], "--kind", "note", "--start", "0", "--end", "6", "--body", "On the first page")
    gone = notebook.do("add", "annotation", "--clip", ids["clip"], "--kind", "highlight", "--quote", "About four hundred people").one["id"]
    notebook.file("ferry.html", PAGE.replace("About four hundred people cross every day in winter", "Nobody crosses"))
    notebook.do("clip", page, "--url", "https://harbour.example/ferry?a=1&b=2")
    notebook.do("place", gone, "--orphan")
    return ids


def export(notebook, form, *words):
    path = notebook.file("out." + form)
    report = notebook.do("export", "--format", form, "-o", path, *(words or ["--all"])).one
    with open(path, "rb") as file:
        data = file.read()
    assert report["sha256"] and report["path"] == path
    os.remove(path)
    return data, report


def test_annotations_keep_every_must():
    with Notebook() as notebook:
        ids = fill(notebook)
        data, report = export(notebook, "annotations")
        collection = json.loads(data)
        assert annotations.judge(collection) == [], annotations.judge(collection)
        items = collection["first"]["items"]
        listed = notebook.list("annotations")
        assert report["written"] == {"annotations": len(listed)} and collection["total"] == len(listed)
        assert {item["id"] for item in items} == {"urn:uuid:" + a["id"] for a in listed}
        assert {item["motivation"] for item in items} >= {"highlighting", "bookmarking", "assessing", "commenting", "identifying", "describing",
                                                          "classifying", "questioning"}
        assert KNOWN >= keys(collection), keys(collection) - KNOWN
        rich = [i for i in items if any(b.get("purpose") == "tagging" for b in i.get("body", []))]
        assert len(rich) == len(KINDS) and all(b["value"] == "Money, & more" for i in rich for b in i["body"] if b["purpose"] == "tagging")
        assert all({"type": "SpecificResource", "purpose": "identifying", "source": "urn:uuid:" + ids["company"]} in i["body"] for i in rich)
        assert sum("body" not in i for i in items) >= len(KINDS)
        sources = {i["target"]["source"] for i in items}
        assert "https://harbour.example/ferry?a=1&b=%7Bx%7D#100%25" in sources
        assert "https://harbour.example/ferry?a=1&b=2" in sources and any(s.startswith("urn:uuid:") for s in sources)
        by_id = {a["id"]: a for a in listed}
        for item in items:
            position, quote = by_id[item["id"][9:]]["selectors"]
            assert item["target"]["selector"] == [position, quote]
        # The file beside the records of a bundle is the same.
        path = notebook.file("b.zip")
        notebook.do("export", "--format", "bundle", "--all", "-o", path)
        with zipfile.ZipFile(path) as bundle:
            name = next(n for n in bundle.namelist() if n.endswith("exchange/annotations.jsonld"))
            inside = json.loads(bundle.read(name))
        assert annotations.judge(inside) == [] and inside["first"]["items"] == items
        assert annotations.judge(json.loads(export(notebook, "annotations", "--all", "--profile", "public")[0])) == []


def test_an_empty_collection():
    with Notebook() as notebook:
        notebook.do("add", "claim", "Nothing is marked.")
        collection = json.loads(export(notebook, "annotations")[0])
        assert annotations.judge(collection) == [] and collection["total"] == 0 and "first" not in collection


def test_the_judge_sees_what_is_wrong():
    """A check that never fails checks nothing: each of these changes must be found."""
    def change(*path):
        *way, key, value = path

        def act(collection):
            place = collection
            for step in way:
                place = place[step]
            if value is None:
                del place[key]
            else:
                place[key] = value
        return act

    first = ("first", "items", 0)
    target = first + ("target",)
    wrong = [
        change("@context", None), change("@context", ["http://www.w3.org/ns/anno.jsonld"]), change("id", "no iri"), change("type", "Collection"),
        change("total", -1), change("total", 1), change("label", 3), change("last", "page 1"), change("first", None), change("created", "2020"),
        change("first", "id", None), change("first", "type", "Page"), change("first", "partOf", "urn:uuid:1"), change("first", "startIndex", -1),
        change("first", "partOf", "type", "Thing"), change("first", "items", {}), change("first", "next", "2"), change("first", "last", "x:y"),
        change(*first, "id", "x"), change(*first, "type", "Note"), change(*first, "motivation", "liking"), change(*first, "created", "2020-01-01T00:00:00"),
        change(*first, "created", ["2020-01-01T00:00:00Z"]), change(*first, "modified", "2020-01-01T00:00:00+00:00"), change(*first, "target", None),
        change(*first, "body", "not an iri"), change(*first, "body", [{"type": "TextualBody"}]), change(*first, "bodyValue", 3),
        change(*first, "body", [{"type": "TextualBody", "value": "x", "purpose": "shouting"}]), change(*first, "creator", 3),
        change(*first, "body", [{"type": "TextualBody", "value": "x", "format": "markdown"}]), change(*first, "creator", {"type": "Robot"}),
        change(*first, "body", [{"type": "TextualBody", "value": "x", "language": "e_n"}]), change(*first, "creator", {"email": "a@b.example"}),
        change(*first, "stylesheet", "sheet"), change(*first, "rights", "mine"), change(*first, "canonical", "x"), change(*first, "via", ["x"]),
        change(*target, "source", None), change(*target, "source", ["x:y", "x:z"]), change(*target, "styleClass", "red"), change(*target, "scope", "here"),
        change(*target, "selector", [{"start": 1, "end": 2}]), change(*target, "selector", 0, "start", None), change(*target, "selector", 0, "end", "9"),
        change(*target, "selector", 1, "exact", None), change(*target, "selector", 1, "prefix", ["a"]), change(*target, "selector", 0, "end", 0),
        change(*target, "state", {"type": "TimeState"}), change(*target, "state", {"type": "TimeState", "sourceDate": "2020-01-01"}),
        change(*target, "state", {"type": "TimeState", "sourceDate": "2020-01-01T00:00:00Z", "cached": "evidence/a.warc.gz"}),
        change(*target, "state", {"type": "TimeState", "sourceDateStart": "2020-01-01T00:00:00Z"}),
        change(*target, "state", {"type": "TimeState", "sourceDate": "2020-01-01T00:00:00Z", "sourceDateStart": "2020-01-01T00:00:00Z",
                                  "sourceDateEnd": "2020-01-01T00:00:00Z"}),
    ]
    with Notebook() as notebook:
        fill(notebook)
        sound = json.loads(export(notebook, "annotations")[0])
        for number, act in enumerate(wrong):
            broken = copy.deepcopy(sound)
            act(broken)
            assert annotations.judge(broken), number


def read_ris(text):
    """Records of (tag, value); every line as the format's description has it."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    records, record = [], None
    for line in text.split("\r\n"):
        if line == "":
            assert record is None
            continue
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        tag, value = match.groups()
        assert (tag == "TY") == (record is None), line
        if tag == "TY":
            record = [(tag, value)]
        elif tag == "ER":
            assert value == ""
            records.append(record)
            record = None
        else:
            assert value, line
            record.append((tag, value))
    assert record is None
    return records


def test_ris():
    with Notebook() as notebook:
        ids = fill(notebook)
        data, report = export(notebook, "ris")
        records = {dict(r)["ID"]: r for r in read_ris(data.decode("utf-8"))}
        assert set(records) == {ids[c] for c in CLIPS} and report["written"] == {"clips": 4}
        clip = records[ids["clip"]]
        assert ("TY", "NEWS") in clip and ("DA", "2021/02/03/") in clip and ("PY", "2021") in clip and ("T2", "Harbour Post") in clip
        assert [v for t, v in clip if t == "AU"] == ["Quill, Ada", "O’Tarn, Tom"]
        assert dict(records[ids["paste"]])["DA"] == "2020/05//"
        if shutil.which("ris2xml"):
            xml = subprocess.run(["ris2xml"], input=data, capture_output=True, check=True).stdout.decode("utf-8")
            assert xml.count("<mods ") == 4 and "Harbour Post" in xml


def read_bibtex(text):
    """Entries of type, key and fields; braces must balance."""
    entries, at = [], 0
    while (start := text.find("@", at)) >= 0:
        kind, rest = re.match(r"@(\w+)\{([^,\s]+),", text[start:]).groups()
        depth, end = 0, start
        while True:
            char = text[end]
            if char == "\\":
                end += 2
                continue
            depth += (char == "{") - (char == "}")
            end += 1
            if char == "}" and depth == 0:
                break
        body = text[start:end]
        entries.append((kind, rest, dict(re.findall(r"\n  (\w+) = (.*?)(?:,(?=\n  \w+ = )|\n\}$)", body, re.S))))
        at = end
    return entries


def test_bibtex():
    with Notebook() as notebook:
        fill(notebook)
        data, _ = export(notebook, "bibtex")
        entries = read_bibtex(data.decode("utf-8"))
        assert len(entries) == 4 and len({key for _, key, _ in entries}) == 4
        clip = next(fields for kind, _, fields in entries if kind == "article" and "Harbour" in fields.get("title", ""))
        assert clip["title"] == "{{Harbour \\& Sons stop the “late” boat\\_2}}" and clip["author"] == "{{Quill}, {Ada} and {O’Tarn}, {Tom}}"
        assert clip["year"] == "{2021}" and clip["month"] == "feb" and clip["url"] == "{https://harbour.example/ferry?a=1&b=2}"
        odd = next(fields for _, _, fields in entries if "Braces" in fields["title"])
        assert odd["url"] == "{https://harbour.example/ferry?a=1&b=%7Bx%7D#100%25}"
        assert odd["title"] == "{{\\{Braces\\} \\$5 \\textbackslash{} 100\\% a\\_b \\textasciitilde{}x\\textasciicircum{}2 \\#1}}"
        if shutil.which("bib2xml"):
            xml = subprocess.run(["bib2xml"], input=data, capture_output=True, check=True).stdout.decode("utf-8")
            assert xml.count("<mods ") == 4, xml


CSL_TYPES = {"article-newspaper", "webpage", "post", "post-weblog", "broadcast", "report", "interview", "personal_communication"}
CSL_FIELDS = {"id", "type", "title", "author", "container-title", "publisher", "URL", "language", "abstract", "issued", "accessed", "custom"}


def test_csl_json():
    with Notebook() as notebook:
        ids = fill(notebook)
        items = json.loads(export(notebook, "csl-json")[0])
        assert {item["id"] for item in items} == {"urn:uuid:" + ids[c] for c in CLIPS}
        for item in items:
            assert item["type"] in CSL_TYPES and CSL_FIELDS.issuperset(item), item
            assert all(set(author) in ({"literal"}, {"family", "given"}) for author in item.get("author", []))
            for key in ("issued", "accessed"):
                if key in item:
                    assert all(isinstance(n, int) for n in item[key]["date-parts"][0]) and len(item[key]["date-parts"][0]) <= 3


def test_persons_are_sorted_by_their_family():
    names = {"Ada Quill": ("Quill", "Ada"), "Ludwig van der Berg": ("van der Berg", "Ludwig"), "J. K. O’Tarn": ("O’Tarn", "J. K."), "Reuters": None,
             "Associated Press": None, "BBC News": None, "Guardian staff": None, "Ruth Tallow Jr.": None, "harbourfan 22": None}
    with Notebook() as notebook:
        clip = notebook.do("clip", "-", stdin="A letter\n\nThe harbour will be closed in winter, two officials said.\n").one["id"]
        for name, parts in names.items():
            notebook.do("edit", clip, "--authors", name)
            author = json.loads(export(notebook, "csl-json")[0])[0]["author"]
            assert author == [{"family": parts[0], "given": parts[1]} if parts else {"literal": name}], author
            assert f"AU  - {', '.join(parts) if parts else name}\r\n" in export(notebook, "ris")[0].decode("utf-8")


def test_csv_has_no_formulas():
    with Notebook() as notebook:
        ids = fill(notebook)
        notebook.do("add", "claim", "@SUM(1)", "--note", "+1\n-1")
        notebook.do("add", "source", "--label=-2+3")
        notebook.do("add", "entity", "＝1+1", "--schema", "Person")
        data, report = export(notebook, "csv")
        assert set(report["written"]) == {"claims", "sources", "entities"}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            tables = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
        assert set(tables) == {"cuttings/claims.csv", "cuttings/sources.csv", "cuttings/entities.csv"}
        for text in tables.values():
            rows = list(csv.reader(io.StringIO(text, newline="")))
            assert len({len(row) for row in rows}) == 1 and len(rows) > 1 and text.endswith("\r\n")
            assert all(not re.match(r"[=+\-@\t\r＝＋－＠]", cell) for row in rows for cell in row), rows
        claims = {row["id"]: row for row in csv.DictReader(io.StringIO(tables["cuttings/claims.csv"], newline=""))}
        assert claims[ids["claim"]]["text"] == "'=HYPERLINK(\"https://evil.example\") they stop"
        assert claims[ids["claim"]]["entities"] == "Northmere Ferry Company" and claims[ids["claim"]]["status"] == "verified"


def test_claims_use_the_words_of_schema_org():
    """JSON-LD expansion never notices a misspelt property there, so the lists of the documents are compared."""
    allowed = {
        "Claim": {"text", "about", "author", "appearance", "firstAppearance"},
        "ClaimReview": {"claimReviewed", "itemReviewed", "reviewRating", "author", "datePublished"},
        "Article": {"headline", "url", "inLanguage", "datePublished", "publisher"},
    }
    own = {"attribution", "claimStatus", "@id", "@type"}
    with Notebook() as notebook:
        ids = fill(notebook)
        document = json.loads(export(notebook, "claims")[0])
        assert document["@context"][0] == "https://schema.org/"
        graph = {node["@id"]: node for node in document["@graph"]}
        assert len(graph) == len(document["@graph"])
        for node in document["@graph"]:
            for kind, names in allowed.items():
                if node["@type"] == kind:
                    assert names | own >= set(node), node
        review = next(node for node in document["@graph"] if node["@type"] == "ClaimReview")
        assert review["itemReviewed"] == {"@id": "urn:uuid:" + ids["claim"]}
        assert review["reviewRating"]["@type"] == "Rating" and review["claimReviewed"] == graph["urn:uuid:" + ids["claim"]]["text"]

        def references(value):
            if isinstance(value, dict):
                if set(value) == {"@id"}:
                    yield value["@id"]
                for member in value.values():
                    yield from references(member)
            elif isinstance(value, list):
                for member in value:
                    yield from references(member)
        marks = {"urn:uuid:" + a["id"] for a in notebook.list("annotations")}
        for node in document["@graph"]:
            assert {r for r in references(node)} <= set(graph) | marks, node


def test_unknown_format_and_bad_place():
    with Notebook() as notebook:
        notebook.do("add", "claim", "One.")
        for form, path in [("docx", notebook.file("a")), ("ris", notebook.folder), ("ris", notebook.file("none/a.ris"))]:
            done = notebook.try_("export", "--format", form, "--all", "-o", path)
            assert done.status != 0 and done.err.strip()
        assert not os.path.exists(notebook.file("a"))


def test_a_file_for_others_can_be_read_by_others():
    """Under the mask of the user, as what other programs write."""
    with Notebook() as notebook:
        fill(notebook)
        before = os.umask(0o027)
        try:
            for form in ("ris", "html", "csv"):
                path = notebook.file("out." + form)
                notebook.do("export", "--format", form, "-o", path, "--all")
                assert os.stat(path).st_mode & 0o777 == 0o640, (form, oct(os.stat(path).st_mode))
        finally:
            os.umask(before)


def test_same_content_same_bytes():
    with Notebook() as notebook:
        fill(notebook)
        for form in FORMATS:
            first = export(notebook, form, "--all", "--language", "en")[0]
            path = notebook.file("again")
            notebook.do("export", "--format", form, "--all", "--language", "en", "-o", path, env={"TZ": "Asia/Kolkata", "LANGUAGE": "de"})
            with open(path, "rb") as again:
                assert again.read() == first, form


if __name__ == "__main__":
    tap.run(__name__)
