# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people read without Cuttings: one page of HTML, Markdown for Obsidian, and the evidence as a web archive."""

import base64
import hashlib
import html.parser
import importlib
import io
import os
import re
import shutil
import subprocess
import zipfile
import zlib
from xml.etree import ElementTree

import sample
import tap
from program import Notebook

files = importlib.import_module("test-files")
EMPTY = {"meta", "br", "img", "link"}
# Signs that Markdown, or Obsidian, takes for its own.
ODD = """<!DOCTYPE html><html lang="en"><head><title>Odd: [signs] #1 | "all" of *them*</title></head><body><article>
<h1>Odd: [signs] #1 | "all" of *them*</h1>
<p>1. The *harbour* office_of_the [[port]] said ==nothing== and $5 or %%20 &amp;amp; &lt;b&gt;more&lt;/b&gt; came of `it` for a long while.</p>
<p># The council of #Northmere said ~~little~~, and ^that was all \\of it, as every one of the people in the <b>hall</b> heard.</p>
<p>- A line that looks like a list, with a <a href="https://a.example/x(1)?b=[c]">link of (its) own</a> and more words than most.</p>
<blockquote><p>+ We were told by letter, and the letter had *stars* in it that nobody could read at the time.</p></blockquote>
<ul><li>First of two things that the office wrote down</li><li>Second of two things | with a bar in it</li></ul>
<table><tr><th>Boat</th><th>Day</th></tr><tr><td>Mira | Tann</td><td>12 March</td></tr></table>
</article></body></html>"""


def write(notebook, form, name, *words):
    path = notebook.file(name)
    report = notebook.do("export", "--format", form, "--language", "en", "-o", path, *words).one
    with open(path, "rb") as file:
        return file.read(), report


class Page(html.parser.HTMLParser):
    """Judges a page that stands alone while it reads it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.images, self.levels, self.policy, self.style = [], [], [], [], [], None, ""
        assert text.startswith("<!DOCTYPE html>\n")
        self.feed(text)
        self.close()
        assert self.open == [], self.open
        assert len(set(self.ids)) == len(self.ids), sorted(i for i in self.ids if self.ids.count(i) > 1)
        assert {link[1:] for link in self.links if link.startswith("#")} <= set(self.ids)
        assert all(link.startswith(("#", "https://", "http://", "mailto:")) for link in self.links), self.links
        assert all(image.startswith("data:image/") for image in self.images)
        digest = base64.b64encode(hashlib.sha256(self.style.encode()).digest()).decode()
        assert self.policy == f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'", self.policy
        assert self.levels[0] == 1 and self.levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(self.levels, self.levels[1:])), self.levels

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag not in ("script", "iframe", "link", "object", "form", "base"), tag
        assert not any(name.startswith("on") or name == "style" for name in attributes), attributes
        if tag not in EMPTY:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append(attributes["href"])
        if tag == "img":
            self.images.append(attributes["src"])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, (tag, self.getpos())

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data


def judge_page_of_everything(notebook, ids):
    data, report = write(notebook, "html", "all.html", "--all")
    text = data.decode("utf-8")
    page = Page(text)
    assert report["written"]["clips"] == 4 and report["written"]["claims"] == 2 and "captures" not in report["written"]
    assert {ids[name] for name in ("dredging", "denial", "review", "inspections")} <= set(page.ids)
    assert {"claim-" + ids["skipped"], "source-" + ids["officials"]} <= set(page.ids)
    marks = [i for i in page.ids if re.fullmatch(r"mark-\d+", i)]
    notes = [i for i in page.ids if re.fullmatch(r"note-\d+", i)]
    assert len(notes) == report["written"]["annotations"] == len(set(marks)), (marks, notes)
    assert "Ask for the mails: when were they sent, and to whom?" in text


def judge_page_of_one_clip(notebook, ids):
    data, report = write(notebook, "html", "one.html", ids["inspections"], "--profile", "public")
    text = data.decode("utf-8")
    Page(text)
    assert report["written"]["clips"] == 1
    assert "<h1 dir=\"auto\" lang=\"en\">Ferry line skipped hull inspections, officials say</h1>" in text
    assert "Ask for the mails" not in text and "Port Sennet dredging" not in text


def test_pictures_are_part_of_the_page():
    with Notebook() as notebook:
        notebook.do("clip", notebook.file("leak.mhtml", files.make_mhtml()))
        text = write(notebook, "html", "all.html", "--all")[0].decode("utf-8")
        picture = base64.b64encode(files.PNG).decode()
        assert Page(text).images == ["data:image/png;base64," + picture]
        data, _ = write(notebook, "markdown", "notes.zip", "--all")
        with zipfile.ZipFile(io.BytesIO(data)) as folder:
            name = "cuttings/Pictures/" + hashlib.sha256(files.PNG).hexdigest() + ".png"
            assert folder.read(name) == files.PNG
            article = next(folder.read(n).decode() for n in folder.namelist() if "/Articles/" in n)
            assert f"](../Pictures/{hashlib.sha256(files.PNG).hexdigest()}.png)" in article
        assert "](" + "../Pictures" not in write(notebook, "markdown", "notes.md", "--all")[0].decode()


def markdown_of(notebook, *words):
    return write(notebook, "markdown", "notes.md", *words)[0].decode("utf-8")


def judge_links_of_markdown(notebook, ids):
    for text in (markdown_of(notebook, "--all"), markdown_of(notebook, ids["inspections"])):
        blocks = re.findall(r" \^([\w-]+)$", text, re.M) + re.findall(r"^\^([\w-]+)$", text, re.M)
        links = re.findall(r"\[\[([^\]|]*)\|[^\]]+\]\]", text)
        assert links and len(set(blocks)) == len(blocks)
        assert all(link.startswith("#^") and link[2:] in blocks for link in links), set(links)
    assert text.startswith('---\ntitle: "Ferry line skipped hull inspections, officials say"\n')
    assert "==certificates of the four ships had expired in October==" in text
    assert "> They went on sailing as if nothing had happened\n" in text
    data, report = write(notebook, "markdown", "notes.zip", "--all")
    assert report["written"]["annotations"] == 10
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        assert folder.testzip() is None
        notes = {name[len("cuttings/"):-len(".md")]: folder.read(name).decode() for name in folder.namelist()}
    assert {"Index", "Claims", "Sources"} <= set(notes) and len([n for n in notes if n.startswith("Articles/")]) == 4
    for name, text in notes.items():
        for target in re.findall(r"\[\[([^\]|]*)\|[^\]]+\]\]", text):
            file, _, block = target.partition("#")
            assert (file or name) in notes, target
            assert not block or block in notes[file or name], target


def test_a_notebook_of_articles():
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        judge_page_of_everything(notebook, ids)
        judge_page_of_one_clip(notebook, ids)
        judge_links_of_markdown(notebook, ids)


def test_markdown_says_what_the_text_said():
    with Notebook() as notebook:
        clip = notebook.do("clip", notebook.file("odd.html", ODD)).one["id"]
        notebook.do("add", "annotation", "--clip", clip, "--kind", "highlight", "--quote", "told by letter")
        notebook.do("add", "annotation", "--clip", clip, "--kind", "note", "--quote", "Mira | Tann", "--body", "Which *boat*?")
        text = markdown_of(notebook, "--all")
        body = text.split("---\n", 2)[2].split("\n## Notes")[0]
        # Obsidian's own: a mark, the name of a block, and what would begin a tag, a formula or a remark.
        assert "==told by letter==" in body and re.search(r"^\^b\d+$", body, re.M)
        assert "\\=\\=nothing\\=\\=" in body and "\\$5" in body and "\\%\\%20" in body and "\\#Northmere" in body and "\\[\\[port\\]\\]" in body
        if not shutil.which("cmark"):
            return
        shown = subprocess.run(["cmark", "--to", "html"], input=body.encode(), capture_output=True, check=True).stdout.decode()
        assert "<h1>Odd: [signs] #1 | &quot;all&quot; of *them*</h1>" in shown
        assert "<p>1. The *harbour* office_of_the [[port]] said ==nothing== and $5 or %%20 &amp;amp; &lt;b&gt;more&lt;/b&gt; came of `it` for" in shown
        assert "<p># The council of #Northmere said ~~little~~, and ^that was all \\of it, as every one of the people in the <strong>hall</strong> heard" in shown
        assert '<a href="https://a.example/x(1)?b=%5Bc%5D">link of (its) own</a>' in shown and "<p>- A line that looks like a list" in shown
        assert "<blockquote>\n<p>+ We were ==told by letter==, and the letter had *stars* in it" in shown
        assert shown.count("<li>") == 2 and "<h2>" not in shown and "<em>" not in shown


def records_of(data):
    """Each record, its digests and length checked; each a gzip member of its own."""
    while data:
        unpack = zlib.decompressobj(31)
        record = unpack.decompress(data)
        assert unpack.eof
        data = unpack.unused_data
        head, _, rest = record.partition(b"\r\n\r\n")
        version, *lines = head.decode("utf-8").split("\r\n")
        fields = dict(line.split(": ", 1) for line in lines)
        assert version == "WARC/1.1" and rest.endswith(b"\r\n\r\n") and int(fields["Content-Length"]) == len(rest) - 4
        block = rest[:-4]
        assert fields["WARC-Block-Digest"] == "sha256:" + hashlib.sha256(block).hexdigest()
        if "WARC-Payload-Digest" in fields:
            payload = block.partition(b"\r\n\r\n")[2] if fields["WARC-Type"] == "response" else block
            assert fields["WARC-Payload-Digest"] == "sha256:" + hashlib.sha256(payload).hexdigest()
        yield fields, block


def test_warc():
    with Notebook() as notebook:
        clip = notebook.do("clip", notebook.file("leak.mhtml", files.make_mhtml())).one["id"]
        notebook.do("clip", "-", stdin="A letter\n\nWhat the harbour office wrote to the council of the island.\n")
        data, report = write(notebook, "warc", "all.warc.gz", "--all")
        records = list(records_of(data))
        assert report["written"] == {"captures": 2}
        assert records[0][0]["WARC-Type"] == "warcinfo"
        assert len({fields["WARC-Record-ID"] for fields, _ in records}) == len(records)
        assert (files.PICTURE, files.PNG) in [(fields.get("WARC-Target-URI"), block) for fields, block in records]
        assert any(b"What the harbour office wrote" in block for _, block in records)
        one = list(records_of(write(notebook, "warc", "one.warc.gz", clip)[0]))
        assert len(one) == len(records) - 1
        # Read again by the program itself.
        page = notebook.do("clip", notebook.file("odd.html", ODD)).one["id"]
        write(notebook, "warc", "page.warc.gz", page)
        assert notebook.do("extract", notebook.file("page.warc.gz")).one["title"].startswith("Odd: [signs] #1")


def test_evidence_with_a_protected_name_stays():
    """It stands in a remark of the page, which no text of the notebook shows."""
    with Notebook() as notebook:
        notebook.do("clip", notebook.file("leak.mhtml", files.make_mhtml()))
        notebook.do("add", "source", "Mira Tannert", "--kind", "person", "--sensitivity", "confidential")
        page = "<!DOCTYPE html><title>A leak</title><article><p>%s</p></article><!-- from m\u00edra  TANNERT -->" % ("The tank leaked for days on end. " * 9)
        notebook.do("clip", notebook.file("second.html", page))
        for form, name in (("warc", "a.warc.gz"), ("html", "a.html"), ("markdown", "a.md"), ("markdown", "a.zip")):
            done = notebook.try_("export", "--format", form, "--all", "-o", notebook.file(name))
            assert done.status == 1 and "Tannert" in done.err, (form, done.err)
            assert not re.search(r"a\.(warc|html|md|zip)", " ".join(os.listdir(notebook.folder)))


ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


def test_a_dossier():
    """An OpenDocument text: its type first and as it is, every file listed, every style there, and in it what the story has come to."""
    with Notebook() as notebook:
        story = notebook.do("add", "story", "The leak & the <board>", "--summary", "Who knew?\n\nAnd since when?").one["id"]
        clip = notebook.do("clip", notebook.file("odd.html", ODD), "--url", "https://harbour.example/odd?a=1&b=2").one["id"]
        notebook.do("edit", clip, "--stories", story)
        notebook.do("add", "source", "Two officials")
        notebook.do("add", "claim", "Nothing came of \"it\" <yet>", "--clip", clip, "--quote", "came of `it` for a long while", "--source", "Two officials",
                    "--stance", "asserts", "--stories", story)
        notebook.do("add", "annotation", "--clip", clip, "--kind", "note", "--quote", "We were told by letter", "--body", "Ask for it.\n\nToday.")
        data, report = write(notebook, "odt", "dossier.odt", "--story", story)
        assert report["written"]["claims"] == 1 and report["written"]["clips"] == 1, report
        assert data[30:38] == b"mimetype" and data[38:38 + 39] == b"application/vnd.oasis.opendocument.text"
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            assert packed.testzip() is None and packed.infolist()[0].compress_type == zipfile.ZIP_STORED
            parts = {name: packed.read(name) for name in packed.namelist()}
        trees = {name: ElementTree.fromstring(part) for name, part in parts.items() if name.endswith(".xml")}
        listed = {entry.get(ODF % "manifest" + "full-path") for entry in trees["META-INF/manifest.xml"]}
        assert listed == {"/"} | set(trees) - {"META-INF/manifest.xml"}, listed
        styles = {style.get(ODF % "style" + "name") for style in trees["styles.xml"].iter(ODF % "style" + "style")}
        used = {node.get(ODF % "text" + "style-name") for node in trees["content.xml"].iter()} - {None}
        assert used <= styles, used - styles
        text = ["".join(node.itertext()) for node in trees["content.xml"].iter() if node.tag in (ODF % "text" + "p", ODF % "text" + "h")]
        assert text[0] == "The leak & the <board>" and text[1:3] == ["Who knew?", "And since when?"], text[:4]
        for line in ("Nothing came of \"it\" <yet>", "Two officials → Odd: [signs] #1 | \"all\" of *them* · asserts", "came of `it` for a long while", "We were told by letter",
                     "Ask for it.", "Today.", "https://harbour.example/odd?a=1&b=2"):
            assert line in text, (line, text)
        headings = [node for node in trees["content.xml"].iter(ODF % "text" + "h")]
        assert ["".join(node.itertext()) for node in headings if node.get(ODF % "text" + "outline-level") == "1"] == ["Claims", "Sources", "Articles"]


if __name__ == "__main__":
    tap.run(__name__)
