# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may not be harmed: the notebook, files of others, the reporter's terminal; and what may not be taken for done."""

import base64
import json
import os
import shutil
import subprocess
import threading
import zipfile

import tap
from program import PROGRAM, Notebook, call

ORDERS = "A &#27;[31mred&#7; &#155;1m harbour"
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{ORDERS}</title><meta name="author" content="Ada &#27;[1mQuill"></head>
<body><article><h1>{ORDERS}</h1>
<p>The Northmere Ferry Company will stop its winter crossings &#27;[2J from Monday, two officials said on Wednesday.</p>
<p>“We were told by letter,” said Mayor Ruth Tallow of Northmere, who called the decision a surprise to the island.</p>
</article></body></html>"""
TEXT = "A letter\n\nThe harbour will be closed in winter, two officials said on Wednesday.\n"


def content(path):
    with open(path, "rb") as file:
        return file.read()


def check_orders(text, *allowed):
    """No sign that a terminal takes for an order."""
    found = [c for c in text if (ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u202d\u202e") and c not in "\n\t" + "".join(allowed)]
    assert not found, (found, text[:400])


def test_a_notebook_is_no_place_to_export_to():
    with Notebook() as notebook, Notebook() as other:
        notebook.do("clip", "-", stdin=TEXT)
        other.do("add", "tag", "other")
        link = notebook.file("link.zip")
        os.symlink(notebook.path, link)
        for path in (notebook.path, other.path, link):
            before = content(path)
            for form in ("bundle", "ris", "csv"):
                result = notebook.try_("export", "--all", "--format", form, "-o", path)
                assert result.status == 1 and "notebook" in result.err, (form, result.err)
            assert content(path) == before
        assert len(notebook.list("clips")) == 1


def test_an_export_follows_a_link():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=TEXT)
        real, link = notebook.file("real.ris", "old"), notebook.file("link.ris")
        os.symlink("real.ris", link)
        notebook.do("export", "--all", "--format", "ris", "-o", link)
        assert os.path.islink(link) and b"TI  - A letter" in content(real)
        os.remove(real)
        result = notebook.try_("export", "--all", "--format", "ris", "-o", link)
        assert result.status == 1 and "link" in result.err and os.path.islink(link)


def test_an_export_of_one_file_goes_into_a_pipe():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=TEXT)
        pipe = notebook.file("pipe")
        os.mkfifo(pipe)
        read = []
        reader = threading.Thread(target=lambda: read.append(content(pipe)))
        reader.start()
        notebook.do("export", "--all", "--format", "ris", "-o", pipe)
        reader.join(60)
        assert b"TI  - A letter" in read[0]
        assert not os.path.isfile(pipe)
        result = notebook.try_("export", "--all", "-o", pipe)
        assert result.status == 1 and "ZIP" in result.err
        assert not os.path.isfile(pipe)


def test_a_hyphen_is_standard_output():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=TEXT)
        result = notebook.do("export", "--all", "--format", "ris", "-o", "-")
        assert result.out.startswith("TY  - ") and result.out.endswith("ER  - \r\n\r\n"), result.out
        notes = [json.loads(line) for line in notebook.do("export", "--all", "--format", "ftm", "-o", "-").out.splitlines()]
        assert isinstance(notes, list)
        for words in ([], ["--format", "csv"]):
            result = notebook.try_("export", "--all", *words, "-o", "-")
            assert result.status == 1 and "ZIP" in result.err and result.out == "", words
        assert not os.path.exists("-")
        # What the shell has opened keeps what is in it.
        path = notebook.file("lines.ris", "first\n")
        with open(path, "ab") as file:
            done = subprocess.run([PROGRAM, "export", "-n", notebook.path, "--all", "--format", "ris", "-o", "-"], stdout=file, timeout=120, check=False)
        assert done.returncode == 0 and content(path).startswith(b"first\nTY  - ")


def test_a_table_file_says_that_it_is_a_zip():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=TEXT)
        path = notebook.file("claims.csv")
        result = notebook.do("export", "--all", "--format", "csv", "-o", path)
        assert "ZIP" in result.err and zipfile.is_zipfile(path)
        assert "ZIP" in call("help", "export").out


def test_a_backup_takes_the_place_of_a_backup_alone():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=TEXT)
        strange = notebook.file("real.zip", "a file of somebody else")
        again = notebook.file("again.cuttings")
        os.symlink(notebook.path, again)
        os.mkfifo(notebook.file("pipe"))
        for path in (strange, notebook.path, again, notebook.file("pipe")):
            result = notebook.try_("backup", path)
            assert result.status == 1 and path in result.err, (path, result.err)
        assert content(strange) == b"a file of somebody else"
        copy = notebook.file("copy.cuttings")
        notebook.do("backup", copy)
        notebook.do("add", "tag", "later")
        notebook.do("backup", copy)
        assert [tag["label"] for tag in call("list", "tags", "--json", "-n", copy).lines] == ["later"]
        notebook.do("backup", notebook.file("empty", ""))
        assert sorted(name for name in os.listdir(notebook.folder) if "part" in name) == []


def test_what_comes_back_has_its_evidence():
    with Notebook() as notebook:
        clip = notebook.do("clip", "-", stdin=TEXT).one["id"]
        notebook.do("undo")
        assert notebook.list("clips") == [] and notebook.list("captures") == []
        notebook.do("restore", clip)
        assert len(notebook.list("clips")) == 1 and len(notebook.list("captures")) == 1
        assert [hit["id"] for hit in notebook.do("search", "officials").lines] == [clip]
        assert call("verify", "-n", notebook.path).status == 0
        notebook.do("undo")
        assert notebook.list("clips") == [] and notebook.list("captures") == []


def test_a_name_in_base64_is_found():
    with Notebook() as notebook:
        notebook.do("add", "source", "Jörg Straßer", "--kind", "person", "--sensitivity", "confidential")
        for after in ("", " x", " xy"):
            claim = notebook.do("add", "claim", base64.b64encode(("Jörg Straßer" + after).encode()).decode()).one["id"]
            result = notebook.try_("export", "--all", "-o", notebook.file("out.zip"))
            assert result.status == 1 and not os.path.exists(notebook.file("out.zip")), (after, result.err)
            notebook.do("delete", claim)


def test_a_protected_name_is_traced_to_its_object():
    with Notebook() as notebook:
        notebook.do("add", "source", "Jörg Straßer", "--kind", "person", "--sensitivity", "confidential")
        claim = notebook.do("add", "claim", "It was Joerg Strasser or Jörg Straßer who called.").one["id"]
        result = notebook.try_("export", "--all", "-o", notebook.file("out.zip"))
        assert result.status == 1 and claim in result.err, result.err


def test_a_text_of_one_long_line_is_clipped():
    with Notebook() as notebook:
        text = "The harbour of Northmere will be closed in winter. " * 25000
        clip = notebook.do("clip", notebook.file("long.txt", text)).one["id"]
        assert len(notebook.do("show", clip).one["excerpt"] or "") <= 600


def test_the_zone_of_a_page_is_written_as_its_time():
    with Notebook() as notebook:
        page = notebook.file("page.html", PAGE.replace("<head>", '<head><meta property="article:published_time" content="2017-12-01T03:00:00-0800">'))
        assert call("extract", "--json", page).one["published"] == "2017-12-01T03:00:00-08:00"


def test_a_page_gives_the_terminal_no_orders():
    with Notebook() as notebook:
        page = notebook.file("page.html", PAGE)
        plain = notebook.file("plain.txt", "The mayor \x1b[31mred said\x07 that the harbour is closed.\n")
        one = call("clip", "-n", notebook.path, page)
        clip = notebook.list("clips")[0]
        check_orders(clip["title"])
        assert "[31mred" in clip["title"]
        notebook.do("edit", clip["id"], "--title", "Two\nlines \x1b[31m\u202e\x9b1m")
        listed = call("list", "clips", "-n", notebook.path)
        assert len(listed.out.splitlines()) == 1
        for result in (one, listed, call("show", clip["id"], "-n", notebook.path), call("extract", page), call("attribute", plain),
                       call("-n", notebook.path, "search", "harbour"), call("list", "nonsense\x1b[31m")):
            check_orders(result.out)
            check_orders(result.err)
        # JSON keeps what is stored, without a raw one.
        result = notebook.do("list", "clips")
        check_orders(result.out)
        assert result.one["title"] == "Two\nlines \x1b[31m\u202e\x9b1m"
        for form in ("ris", "bibtex"):
            check_orders(notebook.do("export", "--all", "--format", form, "-o", "-").out, "\r", "\u202e")


def test_a_full_disk_is_no_success():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=TEXT)
        page = notebook.file("page.html", PAGE)
        for words in (["list", "clips", "-n", notebook.path], ["extract", "--json", page], ["help"], ["--version"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, timeout=120, check=False)
            assert done.returncode == 1 and b"could not be written" in done.stderr, (words, done)


def test_a_mistyped_notebook_is_not_made():
    with Notebook() as notebook:
        path = notebook.file("folder/mistyped.cuttings")
        for words in (["list", "clips"], ["search", "x"], ["export", "--all", "-o", notebook.file("x.zip")], ["backup", notebook.file("b")],
                      ["show", "abcd1234"], ["undo"], ["compact"], ["delete", "abcd1234"]):
            result = call("-n", path, *words)
            assert result.status == 1 and path in result.err, (words, result.err)
        assert os.listdir(notebook.folder) == []
        assert call("add", "tag", "new", "-n", path).status == 0


def run_as_nobody(home, *words):
    """Root may write everywhere."""
    user = {"user": 65534, "group": 65534} if os.getuid() == 0 else {}
    done = subprocess.run([PROGRAM, *words], capture_output=True, timeout=120, check=False, env=dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_RUNTIME_DIR=home), **user)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_notebook_in_a_folder_that_is_read_only_can_be_read():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=TEXT)
        folder = os.path.join(notebook.folder, "stick")
        os.mkdir(folder)
        path = shutil.copy(notebook.path, folder)
        os.chmod(notebook.folder, 0o755)
        os.chmod(path, 0o666)
        os.chmod(folder, 0o555)
        os.mkdir(notebook.file("home"), 0o777)
        os.chmod(notebook.file("home"), 0o777)
        try:
            for words in (["list", "clips"], ["verify"], ["search", "officials"]):
                status, out, err = run_as_nobody(notebook.file("home"), "-n", path, *words)
                assert status == 0 and out, (words, err)
            status, _, err = run_as_nobody(notebook.file("home"), "add", "tag", "x", "-n", path)
            assert status == 1 and "only be read" in err, err
        finally:
            os.chmod(folder, 0o755)


if __name__ == "__main__":
    tap.run(__name__)
