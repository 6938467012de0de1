# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are no web pages: PDF, MHTML, WARC and plain text, from the file to the clip and back."""

import base64
import gzip
import os
import zlib

import tap
from program import Notebook, call

WORDS = (
    "<p>The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the "
    "first, according to minutes seen by this newspaper on Tuesday.</p>"
    "<p>The minutes name two officials who knew earlier, and say that neither of them was asked to write a report "
    "about it, or to tell the neighbours of the tank what had happened.</p>"
)
PAGE = (
    "<!doctype html><html><head><title>Second leak</title></head><body><article><h1>Second leak</h1>" + WORDS
    + '<figure><img src="%s" width="600" height="400"><figcaption>The tank at the quay</figcaption></figure>'
    "</article></body></html>"
)
ADDRESS = "https://norrvik.example/news/leak.html"
PICTURE = "https://norrvik.example/img/tank.png"


def chunk(kind, data):
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


PNG = (
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
    + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
)


def make_pdf(pages, info="", tail=""):
    """Each page is a list of (size, x, y from above, text)."""
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        3: f"<< {info} >>",
        4: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        5: "<< /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >>" % ("x" * 32, "y" * 32),
    }
    kids = []
    for number, lines in enumerate(pages):
        own = 6 + 2 * number
        content = "\n".join(f"BT /F1 {size} Tf {x} {842 - y} Td ({text}) Tj ET" for size, x, y, text in lines)
        kids.append(f"{own} 0 R")
        objects[own] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {own + 1} 0 R "
            "/Resources << /Font << /F1 4 0 R >> >> >>"
        )
        objects[own + 1] = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = "%PDF-1.4\n"
    table = "0000000000 65535 f \n"
    for number in sorted(objects):
        table += f"{len(out):010d} 00000 n \n"
        out += f"{number} 0 obj\n{objects[number]}\nendobj\n"
    size = len(objects) + 1
    start = len(out)
    out += f"xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 3 0 R {tail}>>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


REPORT = make_pdf(
    [
        [(20, 72, 90, "What the board knew"), (11, 72, 140, "The minutes of the board name two officials who knew of it, and they say"),
         (11, 72, 153, "that neither was asked to co-"), (11, 72, 166, "operate with the inspector."), (9, 290, 810, "1")],
        [(11, 72, 100, "On the second page stands what the owner of the tank paid for it."), (9, 290, 810, "2")],
    ],
    "/Title (What the board knew) /Author (Ada Kell) /CreationDate (D:20240312093000Z)",
)


def make_mhtml():
    return (
        f"From: <Saved by Test>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: Second leak\r\n"
        "Date: Tue, 12 Mar 2024 08:00:00 GMT\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html\r\nContent-Location: {ADDRESS}\r\n\r\n{PAGE % '/img/tank.png'}\r\n"
        f"--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: {PICTURE}\r\n\r\n"
        f"{base64.encodebytes(PNG).decode()}\r\n--b--\r\n"
    )


def record(kind, uri, block, content_type="application/http; msgtype=response"):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-03-12T08:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(content_type, body, *more):
    return "\r\n".join(["HTTP/1.1 200 OK", f"Content-Type: {content_type}", *more, "", ""]).encode() + body


def make_warc(pack=lambda data: data):
    page = (PAGE % "/img/tank.png").encode()
    return b"".join(map(pack, [
        record("warcinfo", "urn:x", b"software: test\r\n", "application/warc-fields"),
        record("response", ADDRESS, response("text/html; charset=utf-8", gzip.compress(page), "Content-Encoding: gzip")),
        record("response", PICTURE, response("image/png", PNG)),
    ]))


def clip_one(notebook, name, content, *words):
    result = notebook.do("clip", notebook.file(name, content), *words)
    clip = result.one
    return clip, notebook.do("show", clip["capture"]).one, result.err


def test_pipe():
    """One that nobody writes into is empty, and what is named behind it is read."""
    with Notebook() as notebook:
        pipe = os.path.join(notebook.folder, "pipe")
        os.mkfifo(pipe)
        page = notebook.file("page.html", "<article><h1>Bridge</h1><p>The council voted on Monday to keep the bridge open to boats.</p></article>")
        done = notebook.try_("extract", pipe, notebook.folder, page, timeout=60)
        assert done.status == 3 and ["error" in line for line in done.lines] == [True, True, False], done.lines


def test_letter():
    with Notebook() as notebook:
        letter = ("From: Ada Kell <ada@harbour.example>\nTo: bo@harbour.example\nDate: Tue, 12 Mar 2024 08:00:00 +0100\nSubject: The second tank\n"
                  "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                  "The minutes name two officials who knew of the leak in Z=C3=BCrich, and neither of them was asked.\n")
        clip = notebook.do("clip", notebook.file("letter.eml", letter)).one
        assert clip["title"] == "The second tank" and clip["byline"] == "Ada Kell" and clip["published"].startswith("2024-03-12T08:00:00")
        assert notebook.do("search", "Zürich").lines and not notebook.do("show", clip["capture"]).one["counted_text"].startswith("From")


def test_pdf():
    with Notebook() as notebook:
        clip, capture, _ = clip_one(notebook, "report.pdf", REPORT)
        assert clip["title"] == "What the board knew" and clip["byline"] == "Ada Kell"
        assert clip["published"].startswith("2024-03-12T09:30:00")
        assert capture["content_type"] == "application/pdf" and capture["bytes"] == len(REPORT)
        assert capture["counted_text"] == (
            "The minutes of the board name two officials who knew of it, and they say that neither was asked to "
            "cooperate with the inspector.\nOn the second page stands what the owner of the tank paid for it."
        )
        pages = [block["page"] for block in capture["blocks"]]
        assert pages == [1, 1, 1, 2, 2], pages
        assert notebook.do("show", clip["id"]).one["origins"]["published"] == "pdf"
        assert notebook.do("search", "cooperate").lines
        assert notebook.do("clip", notebook.file("report.pdf")).one["status"] == "unchanged"


def test_pdf_without_text_is_kept():
    scan = make_pdf([[]], "/Title (A letter)")
    with Notebook() as notebook:
        clip, capture, err = clip_one(notebook, "scan.pdf", scan)
        assert clip["title"] == "A letter" and capture["bytes"] == len(scan) and "no text layer" in err
        assert "no text layer" in capture["warning"]
        result = notebook.try_("extract", notebook.file("scan.pdf"))
        assert result.status == 1 and "no text layer" in result.one["error"]


def test_protected_pdf_is_refused():
    locked = make_pdf([[(11, 72, 100, "Nobody may read this")]], "", "/Encrypt 5 0 R /ID [(0123456789abcdef) (0123456789abcdef)] ")
    with Notebook() as notebook:
        result = notebook.try_("clip", notebook.file("locked.pdf", locked))
        assert result.status == 1 and "password" in result.err, result.err
        assert notebook.list("clips") == []


def check_saved(name, content, content_type, time):
    with Notebook() as notebook:
        clip, capture, err = clip_one(notebook, name, content)
        assert clip["title"] == "Second leak" and clip["url"] == ADDRESS, clip
        assert capture["content_type"] == content_type and capture["bytes"] == len(content)
        resources = capture["resources"]
        assert [resource["url"] for resource in resources] == [PICTURE] and resources[0]["bytes"] == len(PNG)
        assert {"name": time[0], "value": time[1]} in capture["headers"]
        assert not err, err
        assert notebook.do("extract", notebook.file(name)).one["url"] == ADDRESS


def test_mhtml():
    check_saved("leak.mhtml", make_mhtml().encode(), "multipart/related", ("Date", "Tue, 12 Mar 2024 08:00:00 GMT"))


def test_warc():
    check_saved("leak.warc", make_warc(), "application/warc", ("WARC-Date", "2024-03-12T08:00:00Z"))
    check_saved("leak.warc.gz", make_warc(gzip.compress), "application/warc", ("WARC-Date", "2024-03-12T08:00:00Z"))


def test_own_evidence_is_read_again():
    """What the program writes as WARC it also reads."""
    with Notebook() as notebook:
        path = notebook.file("again.warc", record("resource", "urn:cuttings:file:leak.html", (PAGE % "x.png").encode(), "text/html"))
        assert "according to minutes" in call("extract", "--json", path).one["text"]


def test_plain_text_in_a_charset():
    with Notebook() as notebook:
        text = "Zweites Leck in Norrvik\n\nDie Behörde hat gestern mitgeteilt, dass der zweite Tank im März leckte, und dass sie davon wusste.\n"
        for name, content in (("leck.txt", text.encode("iso-8859-1")), ("leck.md", text.encode("utf-16"))):
            assert "Die Behörde hat gestern mitgeteilt" in call("extract", "--json", notebook.file(name, content)).one["text"]


def test_markdown_heading_is_a_title():
    with Notebook() as notebook:
        path = notebook.file("leak.md", "# Second leak in Norrvik\n\nThe board has admitted that a second tank leaked in March.\n")
        assert call("extract", "--json", path).one["title"] == "Second leak in Norrvik"


def test_what_is_not_read_is_named():
    with Notebook() as notebook:
        for name, content, word in (("a.json", '{"a": 1}', "JSON"), ("a.gz", gzip.compress(b"text"), "compressed"), ("a.zip", b"PK\3\4....", "ZIP"),
                                    ("a.warc", record("response", "https://x.example/", response("application/json", b"{}")), "no page")):
            result = call("extract", "--json", notebook.file(name, content))
            assert result.status == 1 and word in result.one["error"], (name, result.out)


def test_hostile_files_are_answered():
    bomb = b"".join(gzip.compress(record("response", ADDRESS, b" " * (48 << 20))) for _ in range(6))
    cyclic = (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\n"
              b"endobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n")
    with Notebook() as notebook:
        paths = [notebook.file("bomb.warc.gz", bomb), notebook.file("cyclic.pdf", cyclic), notebook.file("cut.pdf", REPORT[:400]),
                 notebook.file("cut.mhtml", make_mhtml().encode()[:300]), notebook.file("good.pdf", REPORT)]
        result = call("extract", "--json", *paths)
        assert result.status == 3
        errors = ["error" in line for line in result.lines]
        assert errors == [True, True, True, True, False], result.out


if __name__ == "__main__":
    tap.run(__name__)
