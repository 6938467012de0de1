# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bundles that somebody made to do harm, or that were damaged: each is refused with a reason, and the notebook is as it was."""

import gzip
import hashlib
import json
import os
import sqlite3
import stat
import struct
import subprocess
import unicodedata
import warnings
import zipfile
import zlib

import tap
from program import PROGRAM, Notebook, call

PAGE = """<!DOCTYPE html><html lang="en"><head><title>The bridge stays open | Harbour Post</title></head><body><article>
<h1>The bridge stays open</h1><p>The council of Northmere voted on Monday to keep the swing bridge open to boats until spring.</p>
<p>Two officials said that the motor would be looked at again in March, before the second vote is taken by all.</p>
</article></body></html>"""
TAGS = "data/records/tags.ndjson"


def export(notebook):
    """A sound bundle as files by name, without the folder they stand in."""
    clip = notebook.do("clip", notebook.file("a.html", PAGE), "--url", "https://harbour.example/bridge").one["id"]
    upper = notebook.do("add", "tag", "Bridges").one["id"]
    lower = notebook.do("add", "tag", "Swing bridges", "--parent", upper).one["id"]
    notebook.do("add", "annotation", "--clip", clip, "--kind", "note", "--quote", "swing bridge", "--tags", lower, "--body", "Ask.")
    notebook.do("add", "claim", "The bridge stays open.", "--clip", clip, "--quote", "voted on Monday")
    path = notebook.file("sound.cuttings.zip")
    notebook.do("export", "--all", "-o", path)
    with zipfile.ZipFile(path) as archive:
        return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}


def seal(files):
    """The same files with manifests that fit them: whoever forges content forges these, too."""
    files = {name: data for name, data in files.items() if "manifest-" not in name}
    payload = {n: d for n, d in files.items() if n.startswith("data/")}
    oxum = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}\n"
    files["bag-info.txt"] = oxum.encode()
    sums = {a: "".join(f"{hashlib.new(a, d).hexdigest()}  {n}\n" for n, d in sorted(payload.items())) for a in ("sha256", "sha512")}
    files.update({f"manifest-{a}.txt": text.encode() for a, text in sums.items()})
    tags = {n: d for n, d in files.items() if not n.startswith("data/")}
    sums = {a: "".join(f"{hashlib.new(a, d).hexdigest()}  {n}\n" for n, d in sorted(tags.items())) for a in ("sha256", "sha512")}
    files.update({f"tagmanifest-{a}.txt": text.encode() for a, text in sums.items()})
    return files


def pack(notebook, files, extra=()):
    path = notebook.file("hostile.cuttings.zip")
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in files.items():
            archive.writestr("bag/" + name, data)
        for name, data in extra:
            archive.writestr(name, data)
    return path


def records(files, name):
    return [json.loads(line) for line in files[name].splitlines()]


def canonical(record):
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def with_rev(record):
    bare = {key: value for key, value in record.items() if key != "rev"}
    return {**bare, "rev": hashlib.sha256(canonical(bare).encode()).hexdigest()}


def put(files, name, changed):
    return seal({**files, name: "".join(canonical(r) + "\n" for r in changed).encode()})


class Victim:
    """A notebook that holds something already, and must hold just that afterwards."""

    def __init__(self, notebook):
        self.notebook = notebook
        notebook.do("add", "claim", "Mine, and not to be touched.")
        self.before = self.state()

    def state(self):
        """How many rows each table has: an import that began to write leaves more."""
        with sqlite3.connect(f"file:{self.notebook.path}?mode=ro", uri=True) as db:
            names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]
            return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in names}

    def refuses(self, path, reason=""):
        done = self.notebook.try_("import", path)
        assert done.status == 1 and done.err.strip(), (done.status, done.out, done.err)
        assert reason in done.err, (reason, done.err)
        assert self.state() == self.before
        verdict = call("verify", "--json", path)
        assert verdict.status == 1 and verdict.one["problems"], verdict.out


def test_the_sound_one_is_taken():
    """What follows is refused for its fault, not for how it was packed."""
    with Notebook() as notebook, Notebook() as other:
        files = export(notebook)
        rebuilt = {r["id"]: r["rev"] for r in records(files, TAGS)}
        assert {r["id"]: with_rev(r)["rev"] for r in records(files, TAGS)} == rebuilt
        done = other.do("import", pack(other, seal(files))).one
        assert done["failed"] == [] and done["new"]["tags"] == 2


def test_names_that_lead_elsewhere():
    names = ["bag/../../evil.txt", "../evil.txt", "/tmp/evil.txt", "bag/data/..\\..\\evil.txt", "C:\\evil.txt", "bag/data/nul", "evil.txt",
             "bag/data/x.", "bag/data/a:b"]
    with Notebook() as notebook, Notebook() as other:
        files = seal(export(notebook))
        victim = Victim(other)
        for name in names:
            victim.refuses(pack(other, files, [(name, b"x")]))
            assert not os.path.exists(os.path.join(os.path.dirname(other.folder), "evil.txt"))
        for text, reason in [(b"../../evil.txt", "climbs out"), (b"/etc/passwd", "outside"), (b"data/../../x", "climbs out")]:
            line = hashlib.sha256(b"x").hexdigest().encode() + b"  " + text + b"\n"
            victim.refuses(pack(other, {**files, "manifest-sha256.txt": files["manifest-sha256.txt"] + line}), reason)


def test_names_that_meet():
    with Notebook() as notebook, Notebook() as other:
        files = export(notebook)
        victim = Victim(other)
        for first, second in [("data/x/Note.txt", "data/x/note.TXT"), ("data/x/" + unicodedata.normalize("NFC", "é"), "data/x/" + unicodedata.normalize("NFD", "é")),
                              ("data/records/Tags.ndjson", TAGS)]:
            victim.refuses(pack(other, seal({**files, first: files.get(TAGS), second: files[TAGS]})), "only by its case or normalisation")
        victim.refuses(pack(other, seal(files), [("bag/" + TAGS, b"")]), "stands twice")
        victim.refuses(pack(other, seal({**files, "data/x": b"1", "data/x/y": b"2"})), "what is a file")


def test_links_and_devices():
    with Notebook() as notebook, Notebook() as other:
        files = seal(export(notebook))
        victim = Victim(other)
        for mode, reason in [(stat.S_IFLNK, "link"), (stat.S_IFIFO, "no plain file"), (stat.S_IFCHR, "no plain file")]:
            info = zipfile.ZipInfo("bag/data/images/x.png")
            info.create_system, info.external_attr = 3, (mode | 0o777) << 16
            victim.refuses(pack(other, files, [(info, b"/etc/passwd")]), reason)
        folder = other.file("folder")
        for name, data in files.items():
            other.file(os.path.join("folder", name), data)
        os.symlink("/etc/passwd", os.path.join(folder, "data", "images-link"))
        victim.refuses(folder, "link")
        os.remove(os.path.join(folder, "data", "images-link"))
        os.mkfifo(os.path.join(folder, "data", "pipe"))
        victim.refuses(folder, "no plain file")


def lie_about_size(path, name, size):
    """Writes another unpacked size of @name into the ZIP's directory."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    at = data.index(b"PK\x01\x02")
    while bytes(data[at + 46:at + 46 + len(name)]) != name.encode():
        at = data.index(b"PK\x01\x02", at + 4)
    data[at + 24:at + 28] = size.to_bytes(4, "little")
    with open(path, "wb") as file:
        file.write(data)


def test_bombs():
    with Notebook() as notebook, Notebook() as other:
        files = seal(export(notebook))
        victim = Victim(other)
        path = pack(other, files, [("bag/data/images/zeros.bin", bytes(1 << 20))])
        lie_about_size(path, "bag/data/images/zeros.bin", 0x7FFFFFFF)
        victim.refuses(path, "more tightly")
        path = pack(other, files, [("bag/data/images/zeros.bin", bytes(100))])
        lie_about_size(path, "bag/data/images/zeros.bin", 99)
        victim.refuses(path)
        many = [(f"bag/data/images/{n}.bin", os.urandom(1000)) for n in range(9)]
        path = pack(other, files, many)
        for n in range(9):
            lie_about_size(path, f"bag/data/images/{n}.bin", 1000 * 1000)
        victim.refuses(path)
        # Entries that all name the same packed bytes.
        path = pack(other, files, [(f"bag/data/images/{n}.bin", bytes(2000)) for n in range(300)])
        with open(path, "rb") as file:
            data = bytearray(file.read())
        first, at = None, 0
        while (at := data.find(b"PK\x01\x02", at + 1)) > 0:
            if b"images/" in data[at + 46:at + 80]:
                first = first or bytes(data[at + 42:at + 46])
                data[at + 42:at + 46] = first
                data[at + 20:at + 24] = (3000).to_bytes(4, "little")
        victim.refuses(other.file("overlap.zip", bytes(data)))


def deflated_zeros(megabytes):
    """What deflate makes of them, without packing each."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    two = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return one + two * (megabytes - 1) + b"\x03\x00"


def pack_zeros(notebook, files, sizes):
    """A bundle with files of zeros beside: of how many megabytes each."""
    zeros = {f"bag/data/images/{n}.bin": (deflated_zeros(size), size << 20) for n, size in enumerate(sizes)}
    path = pack(notebook, files)
    with zipfile.ZipFile(path, "a") as archive:
        for name, (packed, _) in zeros.items():
            archive.writestr(zipfile.ZipInfo(name), packed)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) > 0:
        name = bytes(data[at + 46:at + 46 + int.from_bytes(data[at + 28:at + 30], "little")]).decode()
        local = int.from_bytes(data[at + 42:at + 46], "little")
        for place, method, size in [(at, 10, 24), (local, 8, 22)] if name in zeros else []:
            data[place + method:place + method + 2] = (8).to_bytes(2, "little")
            data[place + size:place + size + 4] = zeros[name][1].to_bytes(4, "little")
        at += 46
    with open(path, "wb") as file:
        file.write(data)
    return path


def test_zeros_without_end():
    with Notebook() as notebook, Notebook() as other:
        files = seal(export(notebook))
        victim = Victim(other)
        for sizes, reason in [([2048], "more tightly"), ([60] * 40, "more tightly"), ([2048] * 5, "")]:
            path = pack_zeros(other, files, sizes)
            assert os.path.getsize(path) < 12 << 20
            victim.refuses(path, reason)
        # A megabyte of them is a blank picture.
        assert zlib.decompress(deflated_zeros(3), -15) == bytes(3 << 20)
        outer = other.file("outer.cuttings.zip")
        with zipfile.ZipFile(outer, "w") as archive:
            archive.write(path, "bag/inner.cuttings.zip")
        victim.refuses(outer, "no bag")


def crowd(n):
    """A ZIP whose directory names @n files, all of them at one place."""
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0) + b"x"
    entries = b"".join(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 33, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0) + b"bag/data/%07d" % i for i in range(n))
    at = len(local)
    end = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, n, n, len(entries), at) + struct.pack("<IIQI", 0x07064B50, 0, at + len(entries), 1)
    return local + entries + end + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)


def test_a_million_entries():
    with Notebook() as other:
        path = other.file("crowd.cuttings.zip", crowd(1000000))
        Victim(other).refuses(path, "more than 200000 files")
        child = subprocess.Popen([PROGRAM, "verify", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        # The sanitizer keeps room around each piece of memory, and what was freed for a while.
        most = 600 * 1024 * (3 if "ASAN_OPTIONS" in os.environ else 1)
        assert child.returncode == 1 and used.ru_maxrss < most, used.ru_maxrss


def test_evidence_that_unpacks_without_end():
    """What was captured is looked into only so far, when it is asked for what it holds."""
    with Notebook() as notebook, Notebook() as other:
        files = export(notebook)
        name = next(n for n in files if n.endswith(".warc.gz"))
        capture = records(files, "data/records/captures.ndjson")[0]
        bomb = gzip.compress(gzip.compress(bytes(200 << 20), 9), 9)
        packed = b"\x1f\x8b\x08" + bytes(6) + b"\xff" + deflated_zeros(2048) + bytes(8)
        for data in (bomb, packed):
            forged = with_rev({**capture, "warc_sha256": hashlib.sha256(data).hexdigest()})
            path = pack(other, put({**files, name: data}, "data/records/captures.ndjson", [forged]))
            done = other.try_("import", path)
            assert done.status in (0, 1) and len(done.err) < 4000, (done.status, done.err)


def test_records_without_end():
    with Notebook() as notebook, Notebook() as other:
        files = export(notebook)
        victim = Victim(other)
        upper = records(files, TAGS)[0]

        def chain(n, last):
            """Tags, each below the one before; the first below @last."""
            ids = [f"urn:uuid:01673f00-0000-7000-8000-{i:012x}" for i in range(n)]
            above = [last and ids[-1]] + ids[:-1]
            return [with_rev({key: value for key, value in {**upper, "id": ids[i], "label": f"Tag {i}", "parent": above[i]}.items()
                              if value is not None}) for i in range(n)]

        marks = "data/records/annotations.ndjson"
        untagged = [with_rev({key: value for key, value in r.items() if key != "tags"}) for r in records(files, marks)]
        bare = put(files, marks, untagged)
        victim.refuses(pack(other, put(bare, TAGS, chain(20000, True))), "back to where")
        for name in [TAGS, "data/records/tombstones.ndjson", "data/bundle.json"]:
            victim.refuses(pack(other, seal({**files, name: b"{" * 3000000})), name)
            victim.refuses(pack(other, seal({**files, name: b'{"a":"' + b"x" * 3000000 + b'"}\n'})), name)
            victim.refuses(pack(other, seal({**files, name: b"\n" * 3000000})), name)
        for name in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "fetch.txt"]:
            sealed = seal(files)
            victim.refuses(pack(other, {**sealed, name: sealed.get(name, b"") + b"x" * 3000000 + b"\n" * 1000}))


def test_what_was_changed_on_the_way():
    with Notebook() as notebook, Notebook() as other:
        files = seal(export(notebook))
        victim = Victim(other)
        kinds = {os.path.splitext(name)[1] + os.path.dirname(name): name for name in sorted(files) if not name.startswith("tagmanifest")}
        for name in sorted(kinds.values()):
            victim.refuses(pack(other, {**files, name: files[name] + b"\n"}), name)
            victim.refuses(pack(other, {n: d for n, d in files.items() if n != name}), name)
        victim.refuses(pack(other, {n: d for n, d in files.items() if "tagmanifest" not in n}))
        victim.refuses(pack(other, {**files, "data/extra.html": b"<script>"}), "data/extra.html")
        victim.refuses(pack(other, {**files, "open-me.html": b"<script>"}), "open-me.html")
        victim.refuses(other.file("not.cuttings.zip", b"PK\x03\x04 no zip at all"))
        victim.refuses(other.file("empty.cuttings.zip", b""))


def test_json_that_is_no_json():
    deep = b"[" * 100000
    nested = b'{"a":' * 5000 + b"1" + b"}" * 5000
    with Notebook() as notebook, Notebook() as other:
        files = export(notebook)
        victim = Victim(other)
        claims = "data/records/claims.ndjson"
        table = next(name for name in files if name.endswith(".blocks.json"))
        for name in [claims, "data/bundle.json", table]:
            for data in [deep, nested, b"\xff\xfe", b"[]", b"{}", b"\x00" * 10, b'"' + b"x" * 100000]:
                victim.refuses(pack(other, seal({**files, name: data})))
        claim = records(files, claims)[0]
        for change in [{"text": "x" * (2 << 20)}, {"text": 5}, {"text": None}, {"id": "urn:uuid:nonsense"}, {"id": 7}, {"entities": "no list"},
                       {"entities": [["x"]]}, {"status": "no such word"}, {"fact_date": {"value": "never"}}, {"created": "yesterday"}]:
            victim.refuses(pack(other, put(files, claims, [with_rev({**claim, **change})])), claims)
        victim.refuses(pack(other, put(files, claims, [claim, claim])), claims + ":2")


def test_forged_histories():
    with Notebook() as notebook, Notebook() as other:
        files = export(notebook)
        victim = Victim(other)
        upper, lower = records(files, TAGS)
        for change in [{"label": "Another"}, {"rev": "0" * 64}, {"rev": "x"}, {"rev": None}, {"parents": [upper["rev"]]}]:
            victim.refuses(pack(other, put(files, TAGS, [{**upper, **change}, lower])), TAGS + ":1")
        bare = {key: value for key, value in upper.items() if key != "rev"}
        victim.refuses(pack(other, put(files, TAGS, [bare, lower])), TAGS + ":1")


def test_references_that_lead_nowhere():
    nowhere = "urn:uuid:01673f00-0000-7000-8000-00000000abcd"
    with Notebook() as notebook, Notebook() as other:
        files = export(notebook)
        victim = Victim(other)
        upper, lower = records(files, TAGS)
        clip = records(files, "data/records/clips.ndjson")[0]
        capture = records(files, "data/records/captures.ndjson")[0]
        note = records(files, "data/records/annotations.ndjson")
        for changed, reason in [
            ([upper, with_rev({**lower, "parent": nowhere})], "not in the bundle"), ([upper, with_rev({**lower, "parent": clip["id"]})], "wrong kind"),
            ([with_rev({**upper, "parent": upper["id"]}), lower], "back to where"), ([with_rev({**upper, "parent": lower["id"]}), lower], "back to where"),
            ([with_rev({**upper, "contributor": nowhere}), lower], "not in the bundle"),
        ]:
            victim.refuses(pack(other, put(files, TAGS, changed)), reason)
        victim.refuses(pack(other, put(files, "data/records/captures.ndjson", [with_rev({**capture, "previous": capture["id"]})])), "back to where")
        for field in ("clip", "capture", "claim"):
            changed = [with_rev({**note[0], field: nowhere})] + note[1:]
            victim.refuses(pack(other, put(files, "data/records/annotations.ndjson", changed)), field)
        victim.refuses(pack(other, put(files, "data/records/annotations.ndjson", [with_rev({**note[0], "tags": [nowhere]})] + note[1:])), "tags")
        # The same id for two things.
        victim.refuses(pack(other, put(files, TAGS, sorted([with_rev({**upper, "id": clip["id"]}), lower], key=lambda r: r["id"]))))


def test_other_versions():
    with Notebook() as notebook, Notebook() as other:
        files = export(notebook)
        victim = Victim(other)
        description = json.loads(files["data/bundle.json"])
        for change in [{"version": 2}, {"version": 0}, {"version": "1"}, {"format": "something-else"}, {"format": None}]:
            changed = {key: value for key, value in {**description, **change}.items() if value is not None}
            path = pack(other, seal({**files, "data/bundle.json": canonical(changed).encode()}))
            victim.refuses(path)


if __name__ == "__main__":
    tap.run(__name__)
