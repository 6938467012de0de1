# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Protection of sources on the command line: what is sealed stands nowhere in the file, and opens by the passphrase alone."""

import glob
import gzip
import os
import pty
import re
import select
import sqlite3
import subprocess
import tempfile

import tap
from program import PROGRAM, Notebook

NAME = "Quillaxia Brumworth"
CONTACT = "+46 70 555 0199"
CODE = "Zygomander"
WORDS = ["Quillaxia", "Brumworth", "555 0199", "5550199", CODE, "fencingclub"]
PHRASE = "eight herons wade"


def add_source(notebook, *words):
    return notebook.do("add", "source", NAME, "--kind", "person", "--contact", CONTACT, "--code-name", CODE,
                       "--how-known", "from the fencingclub", *words).one["id"]


def set_passphrase(notebook, text=PHRASE):
    path = notebook.file("phrase", text + "\n")
    notebook.do("protect", "set", "--passphrase-file", path)
    return path


def bytes_of(notebook):
    return b"".join(open(path, "rb").read() for path in glob.glob(notebook.path + "*")).lower()


def terms_of(notebook):
    """The words of the search index, which are stored in pieces."""
    with tempfile.NamedTemporaryFile(suffix=".cuttings") as file, sqlite3.connect(notebook.path) as source, \
            sqlite3.connect(file.name) as db:
        source.backup(db)
        # How texts are cut into words is the program's own; to read them it does not matter.
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET sql = replace (sql, 'cuttings', 'unicode61') WHERE name = 'search'")
        db.execute("PRAGMA writable_schema = RESET")
        db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'search', 'row')")
        terms = {term for (term,) in db.execute("SELECT term FROM temp.terms")}
    db.close()
    return terms


def assert_absent(notebook):
    data = bytes_of(notebook)
    for word in WORDS:
        assert word.lower().encode() not in data, word
        assert not any(part in terms_of(notebook) for part in word.lower().split() if not part.isdigit()), word


def test_bytes_of_a_notebook_with_a_history():
    with Notebook() as notebook:
        source = add_source(notebook)
        notebook.do("edit", source, "--description", "Brumworth of the fencingclub")
        notebook.do("edit", source, "--sensitivity", "confidential")
        notebook.do("add", "enquiry", "--whom", NAME, "--question", "When did you know, Quillaxia?")
        notebook.do("add", "source", "Somebody else", "--contact", CONTACT)
        assert b"quillaxia" in bytes_of(notebook) and "quillaxia" in terms_of(notebook)
        phrase = set_passphrase(notebook)
        assert_absent(notebook)
        locked = notebook.do("show", source).one
        assert locked["label"] == "Confidential source A" and locked["locked"] is True, locked
        assert locked["contact"] is None and locked["code_name"] is None and "sealed" not in locked, locked
        whole = notebook.do("show", source, "--passphrase-file", phrase).one
        assert (whole["label"], whole["contact"], whole["code_name"]) == (NAME, CONTACT, CODE), whole
        assert whole["locked"] is False
        assert_absent(notebook)
        assert notebook.do("protect", "status").one == {"protected": True, "sealed": 3}


def test_bytes_of_what_becomes_confidential():
    with Notebook() as notebook:
        phrase = set_passphrase(notebook)
        unlock = ("--passphrase-file", phrase)
        source = add_source(notebook, *unlock)
        assert b"quillaxia" in bytes_of(notebook)
        notebook.do("edit", source, "--sensitivity", "confidential", *unlock)
        assert_absent(notebook)
        for _ in range(2):
            notebook.do("undo")
        assert notebook.list("sources") == []
        assert_absent(notebook)
        for _ in range(2):
            notebook.do("redo")
        assert notebook.list("sources", *unlock)[0]["label"] == NAME
        assert_absent(notebook)


def test_nothing_of_it_while_locked():
    with Notebook() as notebook:
        source = add_source(notebook, "--sensitivity", "confidential")
        set_passphrase(notebook)
        everything = [notebook.do("search", "quillaxia"), notebook.do("list", "sources"), notebook.do("show", source),
                      notebook.try_("add", "source", "Other", "--contact", "1"), notebook.try_("export", "-o", notebook.file("x.zip"), "--all"),
                      notebook.try_("show", NAME), notebook.try_("edit", source, "--label", "Other")]
        for result in everything:
            for word in ("Quillaxia", CODE, "0199"):
                assert word not in result.out and word not in result.err.replace(NAME, ""), (word, result.out, result.err)
        assert [result.status for result in everything[3:]] == [1, 1, 1, 1]
        assert "passphrase" in everything[3].err and "nlock" in everything[4].err, everything[4].err
        assert not os.path.exists(notebook.file("x.zip"))


def test_a_locked_source_can_be_edited_and_stays_whole():
    with Notebook() as notebook:
        source = add_source(notebook, "--sensitivity", "confidential")
        phrase = set_passphrase(notebook)
        notebook.do("edit", source, "--reliability", "A1")
        notebook.do("delete", source)
        notebook.do("restore", source)
        whole = notebook.do("show", source, "--passphrase-file", phrase).one
        assert (whole["label"], whole["contact"], whole["reliability"]) == (NAME, CONTACT, "A1"), whole


def test_wrong_passphrase():
    with Notebook() as notebook:
        source = add_source(notebook, "--sensitivity", "confidential")
        set_passphrase(notebook)
        wrong = notebook.file("wrong", "nine herons wade\n")
        result = notebook.try_("show", source, "--passphrase-file", wrong)
        assert result.status == 1 and "not the passphrase" in result.err and result.out == "", result.err
        result = notebook.try_("show", source, "--passphrase-file", notebook.file("none"))
        assert result.status == 1 and "cannot be read" in result.err, result.err
        result = notebook.try_("protect", "set", "--passphrase-file", wrong)
        assert result.status == 1 and "already" in result.err, result.err
        assert notebook.do("show", source, "--passphrase-file", "-", stdin=PHRASE).one["label"] == NAME


def test_too_short():
    with Notebook() as notebook:
        result = notebook.try_("protect", "set", "--passphrase-file", "-", stdin="short\n")
        assert result.status == 1 and "too short" in result.err, result.err
        result = notebook.try_("protect", "set", "--passphrase-file", "-", stdin="")
        assert result.status == 1 and "empty" in result.err, result.err
        assert notebook.do("protect", "status").one["protected"] is False
        assert notebook.try_("protect").status == 2
        assert notebook.try_("protect", "everything").status == 2


def test_change_and_remove():
    with Notebook() as notebook:
        source = add_source(notebook, "--sensitivity", "confidential")
        old = set_passphrase(notebook)
        new = notebook.file("new", "a fortnight of rain\n")
        assert notebook.try_("protect", "change", "--passphrase-file", new, "--new-passphrase-file", old).status == 1
        with sqlite3.connect(notebook.path) as db:
            (key,) = db.execute("SELECT key FROM vault").fetchone()
        db.close()
        notebook.do("protect", "change", "--passphrase-file", old, "--new-passphrase-file", new)
        # Who found the old key in the file could still open it with the old passphrase.
        assert key.lower().encode() not in bytes_of(notebook)
        assert notebook.try_("show", source, "--passphrase-file", old).status == 1
        assert notebook.do("show", source, "--passphrase-file", new).one["label"] == NAME
        assert notebook.try_("protect", "remove", "--passphrase-file", old).status == 1
        notebook.do("protect", "remove", "--passphrase-file", new)
        assert notebook.do("show", source).one["label"] == NAME
        assert notebook.do("protect", "status").one == {"protected": False, "sealed": 0}
        assert notebook.do("verify").one["ok"] is True


def test_what_could_not_be_wiped_is_wiped_later():
    with Notebook() as notebook:
        source = add_source(notebook, "--sensitivity", "confidential")
        reader = sqlite3.connect(notebook.path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count (*) FROM object").fetchone()
        phrase = set_passphrase(notebook)
        assert notebook.do("show", source, "--passphrase-file", phrase).one["label"] == NAME
        reader.execute("COMMIT")
        reader.close()
        notebook.do("list", "sources")
        assert_absent(notebook)
        with sqlite3.connect(notebook.path) as db:
            assert db.execute("SELECT count (*) FROM meta WHERE name = 'purge'").fetchone() == (0,)
        db.close()


def test_backup_and_import():
    with Notebook() as notebook, Notebook() as other:
        add_source(notebook, "--sensitivity", "confidential")
        notebook.do("add", "claim", "The wall leaks")
        phrase = set_passphrase(notebook)
        copy = notebook.file("copy.cuttings")
        notebook.do("backup", copy)
        data = open(copy, "rb").read().lower()
        assert not any(word.lower().encode() in data for word in WORDS)
        bundle = notebook.file("out.cuttings.zip")
        notebook.do("export", "-o", bundle, "--all", "--passphrase-file", phrase)
        other.do("import", bundle)
        sources = other.list("sources")
        assert [source["label"] for source in sources] == ["Source A"], sources
        # A colleague's copy of the masked one takes nothing from what is sealed here.
        notebook.do("import", bundle)
        assert NAME in [source["label"] for source in notebook.list("sources", "--passphrase-file", phrase)]
        assert_absent(notebook)


FORMATS = ("annotations", "bibtex", "bundle", "claims", "csl-json", "csv", "ftm", "html", "markdown", "odt", "ris", "warc")
HOLD_CLAIMS = ("bundle", "claims", "csv", "html", "markdown", "odt")


def everything(path):
    """What stands in a file, and unpacked where it is packed, in small letters."""
    data = open(path, "rb").read()
    if data[:2] == b"PK":
        data += subprocess.run(["unzip", "-p", path], capture_output=True, check=True).stdout
    elif data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    return data.lower()


def test_off_the_record_never_leaves_in_any_format():
    with Notebook() as notebook:
        page = notebook.file("page.txt", "Wall leaks\n\nThe wall at the harbour leaks every winter, said an engineer of the board, who built it himself.\n")
        clip = notebook.do("clip", page, "--published", "2026-02-03").one["id"]
        source = add_source(notebook, "--sensitivity", "confidential")
        notebook.do("add", "claim", "He built it with plumbago", "--source", source, "--terms", "off-record", "--stance", "asserts")
        assert [attribution["terms"] for attribution in notebook.list("attributions")] == ["off-record"]
        notebook.do("add", "source", "Engineer")
        notebook.do("add", "claim", "It leaks in winter, marl says", "--clip", clip, "--quote", "leaks every winter", "--source", "Engineer",
                    "--terms", "on-record", "--stance", "asserts")
        assert set(re.search(r"What to write: (.*)", notebook.do("export", "--help").out).group(1).split(", ")) == set(FORMATS)
        written = 0
        for profile in ("colleague", "public", "full"):
            for form in FORMATS if profile != "full" else ("bundle", "csv"):
                path = notebook.file(f"{form}.{profile}")
                words = ["--all", "--profile", profile, "--format", form]
                result = notebook.try_("export", "-o", path, *words)
                assert result.status in (0, 1, 3), result.err
                assert "plumbago" not in result.out + result.err, result.err
                if not os.path.exists(path):
                    assert result.status == 1, (form, profile)
                    continue
                held = everything(path)
                assert b"plumbago" not in held, (form, profile)
                assert b"quillaxia" not in held, (form, profile)
                assert form not in HOLD_CLAIMS or b"marl" in held, (form, profile)
                written += 1
        assert written >= 20, written


class Terminal:
    """The program at a terminal of its own, as a person sees it."""

    def __init__(self, *words):
        pid, self.fd = pty.fork()
        if pid == 0:
            os.execvpe(PROGRAM, [PROGRAM, *words], dict(os.environ, LC_ALL="C.UTF-8"))
        self.pid = pid
        self.seen = ""

    def wait_for(self, pattern):
        while not re.search(pattern, self.seen):
            ready, _, _ = select.select([self.fd], [], [], 60)
            assert ready, self.seen
            try:
                data = os.read(self.fd, 4096)
            except OSError:
                break
            if not data:
                break
            self.seen += data.decode()
        assert re.search(pattern, self.seen), self.seen
        self.seen = re.split(pattern, self.seen, 1)[-1]

    def type(self, text):
        os.write(self.fd, text.encode())

    def end(self):
        while True:
            try:
                data = os.read(self.fd, 4096)
            except OSError:
                break
            if not data:
                break
            self.seen += data.decode()
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


def test_asked_at_the_terminal_without_echo():
    with Notebook() as notebook:
        source = add_source(notebook, "--sensitivity", "confidential")
        terminal = Terminal("protect", "set", "--notebook", notebook.path)
        terminal.wait_for("New passphrase: ")
        terminal.type("eight herons wade\n")
        terminal.wait_for("again: ")
        terminal.type("eight herons\n")
        assert terminal.end() == 1 and "differ" in terminal.seen and "herons" not in terminal.seen, terminal.seen
        assert notebook.do("protect", "status").one["protected"] is False
        terminal = Terminal("protect", "set", "--notebook", notebook.path)
        terminal.wait_for("New passphrase: ")
        terminal.type("\003")
        assert terminal.end() == 1
        assert notebook.do("protect", "status").one["protected"] is False
        terminal = Terminal("protect", "set", "--notebook", notebook.path)
        terminal.wait_for("New passphrase: ")
        terminal.type("eight herons wade\n")
        terminal.wait_for("again: ")
        terminal.type("eight herons wade\n")
        assert terminal.end() == 0 and "herons" not in terminal.seen, terminal.seen
        assert notebook.do("show", source).one["locked"] is True


if __name__ == "__main__":
    tap.run(__name__)
