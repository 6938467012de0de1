# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deleting for good: no word of what is gone stands anywhere in the file, what is left is whole, and nothing brings it back."""

import ctypes
import ctypes.util
import glob
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import tempfile
import zlib

import tap
from program import PROGRAM, Notebook, call

# Unmistakable, and none like another: one for each place that words can be in.
PLACES = ("title", "body", "markup", "note", "quote", "claim", "checked", "asked", "contact", "sourced", "known", "alias", "summary", "tag", "memo", "story",
          "condition", "hedge", "filename", "address", "outlet", "author", "undone", "former", "saved", "query", "fact", "role", "event", "dismissed", "keyword")
WORDS = {place: f"zq{place}xw" for place in PLACES}
KEPT = "The lighthouse keeper counted nineteen herons before breakfast"

zstd = ctypes.CDLL(ctypes.util.find_library("zstd"))
zstd.ZSTD_getFrameContentSize.restype = ctypes.c_ulonglong
zstd.ZSTD_getFrameContentSize.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
zstd.ZSTD_findFrameCompressedSize.restype = ctypes.c_size_t
zstd.ZSTD_findFrameCompressedSize.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
zstd.ZSTD_decompress.restype = ctypes.c_size_t
zstd.ZSTD_decompress.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t]
MAGIC = b"\x28\xb5\x2f\xfd"


def unpack(data):
    """The frame or archive at the start of data, or nothing where it is none."""
    if data[:2] == b"\x1f\x8b":
        plain = b""
        while data[:2] == b"\x1f\x8b":
            part = zlib.decompressobj(31)
            try:
                plain += part.decompress(data)
            except zlib.error:
                break
            data = part.unused_data
        return plain
    length = zstd.ZSTD_findFrameCompressedSize(data, len(data))
    if length > len(data):
        return b""
    data = data[:length]
    size = zstd.ZSTD_getFrameContentSize(data, len(data))
    if size > 1 << 30:
        return b""
    plain = ctypes.create_string_buffer(size + 1)
    written = zstd.ZSTD_decompress(plain, size, data, len(data))
    return plain.raw[:written] if written == size else b""


def packed_values(path):
    """Every packed value of every table, unpacked."""
    with tempfile.NamedTemporaryFile(suffix=".cuttings") as file, sqlite3.connect(path) as source, sqlite3.connect(file.name) as db:
        source.backup(db)
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").fetchall():
            for row in db.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, bytes) and (value[:4] == MAGIC or value[:2] == b"\x1f\x8b"):
                        yield unpack(value)
    source.close()
    db.close()


def terms(path):
    """The words of the search index, which are stored in pieces, and those of which spellings are proposed."""
    with tempfile.NamedTemporaryFile(suffix=".cuttings") as file, sqlite3.connect(path) as source, sqlite3.connect(file.name) as db:
        source.backup(db)
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET sql = replace (sql, 'cuttings', 'unicode61') WHERE name = 'search'")
        db.execute("PRAGMA writable_schema = RESET")
        db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'search', 'row')")
        found = {term for (term,) in db.execute("SELECT term FROM temp.terms")}
    source.close()
    db.close()
    return found


def all_bytes(path):
    return b"".join(open(name, "rb").read() for name in sorted(glob.glob(path + "*")))


def found(path, words):
    """Which of words stand in the file, its log, what is packed in it, or the index. Before the database is asked: that would change the log."""
    data = all_bytes(path).lower()
    # The frames that stand in the bytes by themselves, also those of no row any more.
    plain = [unpack(data_from) for data_from in frames(all_bytes(path))]
    data += b"\0".join(value.lower() for value in plain)
    data += b"\0".join(value.lower() for value in packed_values(path))
    index = terms(path)
    return sorted(word for word in words if word.encode() in data or any(term.startswith(word) for term in index))


def frames(data):
    at = data.find(MAGIC)
    while at >= 0:
        yield data[at:at + (1 << 16)]
        at = data.find(MAGIC, at + 1)


def page(notebook, name, title, body, extra=""):
    text = f"<!DOCTYPE html><html lang=en><head><title>{title}</title>{extra}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return notebook.file(name, text)


def fill(notebook):
    """A word of each in its own place, beside something that is to stay. Returns the ids that go to the Trash, and those that stay."""
    w = WORDS
    named = notebook.file(f"{w['filename']}.txt", "A note from a file\n\nThe wall at the harbour leaks every winter, said an engineer of the board.\n")
    named = notebook.do("clip", named).one["id"]
    file = page(notebook, "a.html", f"Harbour board meets {w['title']}",
                "".join(f"<p>The harbour board of Norrvik met for the {n}. time and said that {w['body']} would be decided later, among other things.</p>"
                        for n in range(5)) + f"<p data-x='{w['markup']}'>It was agreed {w['quote']} that nothing would be said about it to anybody.</p>",
                f"<!-- {w['markup']} --><meta name=keywords content='{w['keyword']}'><meta name=author content='Ada {w['author']}'>"
                f"<meta property=og:site_name content='{w['outlet']} Post'>")
    kept_file = page(notebook, "kept.html", "Herons at the lighthouse", "".join(f"<p>{KEPT} on day {n}, and wrote it down in the book.</p>" for n in range(5)))
    clip = notebook.do("clip", file, "--url", f"https://{w['address']}.example/a", "--published", "2026-02-03").one["id"]
    kept = notebook.do("clip", kept_file, "--url", "https://herons.example/b").one["id"]

    def add(*words):
        return notebook.do("add", *words).one["id"]
    tag = add("tag", w["tag"], "--memo", w["memo"])
    story = add("story", w["story"])
    notebook.do("edit", clip, kept, "--tags", tag, "--stories", story)
    entity = add("entity", "--schema", "Company", "--name", "Acme", "--aliases", w["alias"], "--summary", w["summary"])
    notebook.do("edit", entity, "--property", f"registrationNumber={w['fact']}")
    other = add("entity", "--schema", "Person", "--name", "Herta Lund")
    add("relation", "--schema", "Directorship", "--from", other, "--to", entity, "--role", w["role"])
    source = add("source", w["sourced"], "--kind", "person", "--contact", w["contact"], "--how-known", w["known"])
    claim = add("claim", f"It leaks {w['claim']}", "--clip", clip, "--quote", "met for the 3. time and said", "--source", source, "--stance", "asserts")
    attribution = notebook.list("attributions")[0]["id"]
    notebook.do("edit", attribution, "--hedge", w["hedge"], "--condition", w["condition"])
    add("check", "--claim", claim, "--method", "document", "--result", w["checked"])
    add("enquiry", "--claim", claim, "--whom", "the board", "--question", w["asked"])
    event = add("event", w["event"], "--claims", claim)
    mark = add("annotation", "--clip", clip, "--kind", "note", "--quote", f"agreed {w['quote']}", "--body", w["note"])
    notebook.do("edit", mark, "--body", f"{w['note']} {w['former']}")
    notebook.do("edit", mark, "--body", w["note"])
    # What was made and taken back stands in the undo history alone.
    add("annotation", "--clip", clip, "--kind", "note", "--quote", "nothing would be said", "--body", w["undone"])
    notebook.do("undo")
    saved = add("saved-search", w["saved"], "--query", f"{w['query']} -heron")
    kept_mark = add("annotation", "--clip", kept, "--kind", "highlight", "--quote", "herons before breakfast on day 2", "--tags", tag)
    kept_claim = add("claim", "Nineteen herons were counted", "--clip", kept, "--quote", "on day 3, and wrote it down", "--entities", entity, "--entities", other)
    trashed = [clip, named, claim, entity, source, tag, story, saved, event]
    return trashed, {"clip": kept, "mark": kept_mark, "claim": kept_claim, "entity": other}


USED = [word for place, word in WORDS.items() if place not in ("dismissed",)]


def test_nothing_is_left_and_all_else_is_there():
    with Notebook() as notebook:
        trashed, kept = fill(notebook)
        missing = sorted(set(USED) - set(found(notebook.path, USED)))
        assert not missing, f"the test puts them nowhere: {missing}"
        before = {kind: [row for row in notebook.list(kind)] for kind in ("clips", "captures", "annotations")}
        notebook.do("delete", *trashed)
        plan = notebook.do("purge", "--trash", "--dry-run").one
        assert plan["purged"] == {"claims": 1, "clips": 2, "entities": 1, "events": 1, "saved-searches": 1, "sources": 1, "stories": 1, "tags": 1}, plan
        assert set(found(notebook.path, USED)) == set(USED), "a dry run changes nothing"
        done = notebook.do("purge", "--trash").one
        assert done == {**plan, "wiped": True} and done["kept"] == [], done
        assert done["along"]["captures"] == 2 and done["along"]["relations"] == 1 and done["along"]["facts"] == 1, done
        assert done["along"]["checks"] == 1 and done["along"]["enquiries"] == 1 and done["along"]["attributions"] == 1, done
        assert found(notebook.path, USED) == []
        verified = notebook.do("verify").one
        assert verified["ok"] is True, verified
        # What stays is as it was, but names nothing that is gone.
        clip = notebook.list("clips")
        assert [row["id"] for row in clip] == [kept["clip"]] and clip[0]["title"] == "Herons at the lighthouse", clip
        assert clip[0]["tags"] == [] and clip[0]["stories"] == [], clip
        assert [row for row in before["captures"] if row["clip"] == kept["clip"]] == notebook.list("captures")
        marks = {row["id"]: row for row in notebook.list("annotations")}
        assert marks[kept["mark"]]["tags"] == [], marks
        assert [row["entities"] for row in notebook.list("claims")] == [[kept["entity"]]]
        assert [row["id"] for row in notebook.list("entities")] == [kept["entity"]]
        assert [hit["id"] for hit in notebook.do("search", "herons breakfast", "--kind", "clip").lines] == [kept["clip"]]
        assert "herons" in terms(notebook.path) and KEPT.encode() in b"".join(packed_values(notebook.path))
        for thing in trashed:
            assert notebook.try_("show", thing).status == 1


def test_undo_and_redo_bring_nothing_back():
    with Notebook() as notebook:
        trashed, kept = fill(notebook)
        notebook.do("delete", *trashed)
        notebook.do("purge", "--trash")
        n = 0
        while notebook.try_("undo").status == 0:
            n += 1
            assert found(notebook.path, USED) == [] if n % 4 == 0 else True
        assert n > 3 and notebook.list("annotations") == [] and notebook.list("clips") == []
        while notebook.try_("redo").status == 0:
            n -= 1
        assert n == 0
        assert [row["id"] for row in notebook.list("clips")] == [kept["clip"]]
        assert {row["id"] for row in notebook.list("annotations")} >= {kept["mark"]}
        assert all(row["tags"] == [] for row in notebook.list("annotations") + notebook.list("clips"))
        assert found(notebook.path, USED) == [] and notebook.do("verify").one["ok"] is True


def test_only_the_trash():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "The wall leaks").one["id"]
        gone = notebook.do("add", "claim", "The wall leaked").one["id"]
        notebook.do("delete", gone)
        result = notebook.try_("purge", gone, claim)
        assert result.status == 1 and "not in the Trash" in result.err and "cuttings delete" in result.err, result.err
        assert notebook.do("show", gone).one["deleted"] is not None
        assert notebook.try_("purge").status == 2
        assert notebook.try_("purge", "--trash", gone).status == 2
        assert notebook.try_("purge", "0000").status == 1
        assert notebook.do("purge", gone).one["purged"] == {"claims": 1}
        assert notebook.do("purge", "--trash").one == {"purged": {}, "along": {}, "kept": [], "wiped": True}
        assert [row["id"] for row in notebook.list("claims")] == [claim]
        assert "for good" in call("help", "purge").out


def article(notebook, name, title):
    return notebook.do("clip", notebook.file(name, f"{title}\n\nThe wall at the harbour leaks every winter, said an engineer of the board, who built it himself "
                                                   f"and wrote {title} about it.\n")).one["id"]


def test_what_others_rest_on_is_kept():
    with Notebook() as notebook:
        clip = article(notebook, "a.txt", "Wall leaks")
        plain = article(notebook, "b.txt", "Wall stands")
        mark = notebook.do("add", "annotation", "--clip", clip, "--kind", "highlight", "--quote", "leaks every winter").one["id"]
        notebook.do("add", "annotation", "--clip", clip, "--kind", "highlight", "--quote", "who built it")
        event = notebook.do("add", "event", "The wall gave way", "--evidence", mark).one["id"]
        source = notebook.do("add", "source", "Engineer").one["id"]
        notebook.do("add", "claim", "It was built badly", "--source", source, "--stance", "asserts")
        notebook.do("delete", clip, plain, source)
        result = notebook.try_("purge", "--trash")
        assert result.status == 3, result
        done = result.one
        assert done["purged"] == {"clips": 1} and len(done["kept"]) == 2, done
        assert any("“Wall leaks” was kept" in line and "“The wall gave way” rests on it" in line for line in done["kept"]), done
        assert any("“Engineer” was kept" in line and "“It was built badly”" in line for line in done["kept"]), done
        assert notebook.do("verify").one["ok"] is True
        result = notebook.try_("purge", clip)
        assert result.status == 1 and result.one["purged"] == {}, result.out
        notebook.do("restore", clip)
        assert len(notebook.list("annotations")) == 2
        # Without what rests on it nothing holds it.
        notebook.do("delete", clip, event)
        assert notebook.do("purge", clip).one["purged"] == {"clips": 1}
        assert notebook.do("show", event).one["evidence"] == []
        assert notebook.do("verify").one["ok"] is True


def test_the_bytes_that_another_clip_has_stay():
    with Notebook() as notebook:
        one = notebook.do("clip", notebook.file("a.html", "<h1>Same</h1><p>The same bytes under two addresses, as papers of one house do it every day.</p>"),
                          "--url", "https://one.example/").one
        two = notebook.do("clip", notebook.file("b.html", "<h1>Same</h1><p>The same bytes under two addresses, as papers of one house do it every day.</p>"),
                          "--url", "https://two.example/").one
        assert one["sha256"] == two["sha256"] and one["id"] != two["id"]
        notebook.do("delete", one["id"])
        notebook.do("purge", one["id"])
        assert notebook.do("verify").one["ok"] is True
        assert notebook.list("captures")[0]["sha256"] == two["sha256"]
        notebook.do("delete", two["id"])
        notebook.do("purge", two["id"])
        with sqlite3.connect(notebook.path) as db:
            assert db.execute("SELECT (SELECT count (*) FROM blob), (SELECT count (*) FROM reader_text), (SELECT count (*) FROM custody_salt)").fetchone() == (0, 0, 0)
            assert db.execute("SELECT count (*) FROM sqlite_master WHERE name = 'blob_is_not_deleted'").fetchone() == (1,)
            actions = [action for (action,) in db.execute("SELECT action FROM custody ORDER BY seq")]
        db.close()
        assert actions.count("purged") == 4, actions
        assert notebook.do("verify").one["ok"] is True


def test_a_bundle_does_not_bring_it_back():
    with Notebook() as notebook, Notebook() as colleague:
        clip = article(notebook, "a.txt", "Wall leaks")
        other = article(notebook, "b.txt", "Wall stands")
        tag = notebook.do("add", "tag", "Walls").one["id"]
        notebook.do("edit", other, "--tags", tag)
        notebook.do("add", "annotation", "--clip", clip, "--kind", "note", "--quote", "leaks every winter", "--body", "Ask")
        bundle = notebook.file("ours.cuttings.zip")
        notebook.do("export", "--all", "-o", bundle)
        colleague.do("import", bundle)
        colleague.do("edit", clip, "--title", "Wall leaks again")
        colleague.do("edit", other, "--title", "Wall still stands")
        theirs = colleague.file("theirs.cuttings.zip")
        colleague.do("export", "--all", "-o", theirs)
        notebook.do("delete", clip, tag)
        notebook.do("purge", "--trash")
        for dry in (["--dry-run"], [], []):
            report = notebook.do("import", *dry, theirs).one
            assert [line for line in report["left_out"] if "Wall leaks again" in line and "deleted for good" in line], report
            assert [line for line in report["left_out"] if "“Walls”" in line] and len(report["left_out"]) == 2, report
            assert "captures" not in report["new"] and "annotations" not in report["new"] and "clips" not in report["new"], report
        assert [(row["title"], row["tags"]) for row in notebook.list("clips")] == [("Wall still stands", [])]
        assert notebook.list("annotations") == [] and notebook.do("verify").one["ok"] is True
        # Colleagues hear of it as of any deletion.
        again = notebook.file("again.cuttings.zip")
        notebook.do("export", "--all", "-o", again)
        checked = call("verify", "--json", again)
        assert checked.status == 0, checked.out
        colleague.do("import", again)
        assert colleague.list("tags") == []
        assert "Wall leaks" not in subprocess.run(["unzip", "-p", again], capture_output=True, check=True).stdout.decode(errors="replace")


def test_what_another_program_exported_does_not_bring_it_back():
    with Notebook() as notebook:
        path = notebook.file("bookmarks.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p>"
                             "<DT><A HREF=\"https://one.example/\" ADD_DATE=\"1700000000\">One to go</A>"
                             "<DT><A HREF=\"https://two.example/\" ADD_DATE=\"1700000001\">Two to stay</A></DL>")
        notebook.do("import", path)
        gone = next(row["id"] for row in notebook.list("clips") if row["title"] == "One to go")
        notebook.do("delete", gone)
        notebook.do("purge", gone)
        report = notebook.do("import", path).one
        assert any("deleted for good" in line for line in report["left_out"]), report
        assert [row["title"] for row in notebook.list("clips")] == ["Two to stay"]


def test_locked_sources_are_unlocked_first():
    with Notebook() as notebook:
        entity = notebook.do("add", "entity", "--schema", "Person", "--name", "Herta Lund").one["id"]
        source = notebook.do("add", "source", "Quill", "--entity", entity, "--sensitivity", "confidential").one["id"]
        phrase = notebook.file("phrase", "eight herons wade\n")
        notebook.do("protect", "set", "--passphrase-file", phrase)
        notebook.do("delete", entity)
        result = notebook.try_("purge", entity)
        assert result.status == 1 and "unlock" in result.err, result.err
        assert notebook.do("purge", entity, "--passphrase-file", phrase).one["purged"] == {"entities": 1}
        whole = notebook.do("show", source, "--passphrase-file", phrase).one
        assert whole["label"] == "Quill" and whole["entity"] is None, whole
        notebook.do("delete", source)
        notebook.do("purge", source, "--passphrase-file", phrase)
        assert notebook.do("protect", "status").one == {"protected": True, "sealed": 0}
        assert notebook.do("verify").one["ok"] is True


def test_a_reader_puts_off_the_wiping():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", WORDS["claim"]).one["id"]
        notebook.do("delete", claim)
        reader = sqlite3.connect(notebook.path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count (*) FROM object").fetchone()
        result = notebook.do("purge", claim)
        assert result.one["wiped"] is False and "Another program" in result.err, result
        reader.execute("COMMIT")
        reader.close()
        assert notebook.list("claims") == []
        assert found(notebook.path, [WORDS["claim"]]) == []


def test_a_full_disk_puts_off_the_wiping():
    """Wiping writes the file anew: where there is no room for that it is said, and done once there is."""
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", WORDS["claim"]).one["id"]
        notebook.do("delete", claim)
        most = os.path.getsize(notebook.path)
        result = subprocess.run([PROGRAM, "purge", "--notebook", notebook.path, "--json", claim], capture_output=True, text=True, check=False,
                                env=dict(os.environ, LC_ALL="C.UTF-8"), restore_signals=False,
                                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        assert result.returncode == 0, result
        assert json.loads(result.stdout)["wiped"] is False and "disk is full" in result.stderr and "Another" not in result.stderr, result
        assert notebook.list("claims") == []
        assert found(notebook.path, [WORDS["claim"]]) == []


def test_killed_it_is_done_or_not():
    rounds = int(os.environ.get("CUTTINGS_KILL_ROUNDS", "8"))
    seed = int(os.environ.get("CUTTINGS_KILL_SEED", random.randrange(1 << 30)))
    random.seed(seed)
    print(f"# CUTTINGS_KILL_SEED={seed}", flush=True)
    with Notebook() as notebook:
        text = "\n\n".join(f"The harbour board met for the {p}. time and decided nothing about {WORDS['body']}, said those who were in the room." for p in range(8))
        notebook.do("import", "--format", "ndjson", notebook.file("articles.ndjson", "".join(
            json.dumps({"url": f"https://harbour.example/{n}", "title": f"Meeting {n}", "text": text if n % 3 else KEPT}) + "\n" for n in range(90))))
        ids = [row["id"] for row in notebook.list("clips") if int(row["title"].split()[1]) % 3]
        notebook.do("delete", *ids)
        whole = open(notebook.path, "rb").read()
        counts = set()
        for number in range(rounds):
            for name in glob.glob(notebook.path + "*"):
                os.remove(name)
            notebook.file(os.path.basename(notebook.path), whole)
            child = subprocess.Popen([PROGRAM, "purge", "--notebook", notebook.path, "--trash", "--quiet"], stdout=subprocess.DEVNULL)
            try:
                child.wait(timeout=random.random() * 0.6)
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
            child.wait()
            trash = len(notebook.list("clips", "--trash"))
            counts.add(trash)
            assert trash in (0, 60), (number, trash)
            assert (found(notebook.path, [WORDS["body"]]) == []) == (trash == 0), number
            assert len(notebook.list("clips")) == 30
            if number % 4 == 0:
                assert notebook.do("verify").one["ok"] is True
        print(f"# of {rounds}: {counts}", flush=True)


def test_what_takes_the_room():
    with Notebook() as notebook:
        fill(notebook)
        sizes = notebook.do("compact", "--sizes").one
        assert set(sizes) == {"pages", "pictures", "texts", "index", "records", "undo", "unused", "total"}, sizes
        total = sum(os.path.getsize(name) for name in (notebook.path, notebook.path + "-wal") if os.path.exists(name))
        assert sizes["total"] == total == sum(value for key, value in sizes.items() if key != "total"), (sizes, total)
        assert all(sizes[key] > 0 for key in ("pages", "texts", "index", "records", "undo")) and sizes["pictures"] == 0, sizes
        notebook.do("compact")
        assert notebook.do("compact", "--sizes").one["unused"] == 0
        lines = call("compact", "--sizes", "--notebook", notebook.path).out.splitlines()
        assert len(lines) == 7 and lines[0].endswith("Pages as captured"), lines


if __name__ == "__main__":
    tap.run(__name__)
