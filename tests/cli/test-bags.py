# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bags of others, each made to keep or break one rule of RFC 8493 or of its drafts, judged by `cuttings verify`."""

import hashlib
import os
import shutil
import subprocess
import tempfile
import unicodedata
import warnings
import zipfile

import tap
from program import PROGRAM, call

OLD = ["0.93", "0.94", "0.95", "0.96", "0.97"]
VERSIONS = OLD + ["1.0"]
PAYLOAD = {"data/hello.txt": b"Hello, harbour.\n", "data/deep/er/tide.bin": bytes(range(256)) * 40}


def digest(algorithm, content):
    return hashlib.new(algorithm, content).hexdigest()


def lines(algorithm, files, end="\n", gap="  ", write=lambda path: path):
    return "".join(f"{digest(algorithm, content)}{gap}{write(path)}{end}" for path, content in sorted(files.items()))


def declare(version, encoding="UTF-8", end="\n"):
    return f"BagIt-Version: {version}{end}Tag-File-Character-Encoding: {encoding}{end}".encode()


def bag(version="1.0", payload=None, algorithms=("sha512",), tags=(), encoding="UTF-8", extra=None, end="\n", gap="  ",
        write=lambda path: path):
    """The files of a sound bag: path → bytes. The tag manifests vouch for all else, @extra included."""
    payload = PAYLOAD if payload is None else payload
    files = {"bagit.txt": declare(version, encoding, end)}
    for algorithm in algorithms:
        files[f"manifest-{algorithm}.txt"] = lines(algorithm, payload, end, gap, write).encode(encoding)
    for name, content in (extra or {}).items():
        files[name] = content.encode(encoding) if isinstance(content, str) else content
    for algorithm, content in [(a, lines(a, files, end, gap)) for a in tags]:
        files[f"tagmanifest-{algorithm}.txt"] = content.encode(encoding)
    return {**files, **payload}


def put(folder, files):
    os.makedirs(os.path.join(folder, "data"), exist_ok=True)
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(content)


class Shelf:
    """Bags in a folder of their own, gone at the end."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="cuttings-bags-")
        self.n = 0
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def make(self, files):
        self.n += 1
        folder = os.path.join(self.folder, f"bag-{self.n}")
        put(folder, files)
        return folder

    def judge(self, bag_or_path, valid, problem=None, path=None, warning=None):
        place = self.make(bag_or_path) if isinstance(bag_or_path, dict) else bag_or_path
        done = call("verify", "--json", place)
        verdict = done.one
        said = (bag_or_path, verdict, done.err)
        assert verdict["ok"] is valid and done.status == (0 if valid else 1), said
        assert (verdict["problems"] == []) is valid, said
        assert all(p["problem"] and p["path"] for p in verdict["problems"] + verdict["warnings"]), said
        if problem is not None:
            assert any(problem in p["problem"] for p in verdict["problems"]), said
        if path is not None:
            assert any(path == p["path"] for p in verdict["problems"]), said
        if warning is None:
            assert not valid or verdict["warnings"] == [], said
        else:
            assert any(warning in w["problem"] for w in verdict["warnings"]), said
        return verdict

    def sound(self, files, warning=None):
        return self.judge(files, True, warning=warning)

    def broken(self, files, problem, path=None):
        return self.judge(files, False, problem, path)


def changed(files, **parts):
    """A copy with some files replaced or, by None, taken away; dots and dashes of names are given as they are by `also`."""
    also = parts.pop("also", {})
    return {name: content for name, content in {**files, **parts, **also}.items() if content is not None}


def test_each_version_and_hash():
    with Shelf() as shelf:
        for version in VERSIONS:
            for algorithm in ["md5", "sha1", "sha256", "sha384", "sha512"]:
                good = bag(version, algorithms=[algorithm], tags=[algorithm])
                shelf.sound(good)
                shelf.broken(changed(good, also={"data/hello.txt": b"Hello, harbouR.\n"}), "bytes have changed", "data/hello.txt")
            shelf.broken(changed(bag(version, tags=["sha256"]), also={"bagit.txt": declare(version, end="\r\n")}),
                         "bytes have changed", "bagit.txt")
        shelf.sound(bag(algorithms=["md5", "sha1", "sha256", "sha512"], tags=["md5", "sha512"]))


def test_hashes_may_be_capitals():
    with Shelf() as shelf:
        for version in VERSIONS:
            good = bag(version)
            name = "manifest-sha512.txt"
            upper = b"".join(line[:128].upper() + line[128:] for line in good[name].splitlines(True))
            shelf.sound(changed(good, also={name: upper}))


def test_line_ends_and_gaps():
    with Shelf() as shelf:
        for end in ["\n", "\r\n", "\r"]:
            for gap in [" ", "  ", "\t", " \t "]:
                shelf.sound(bag("1.0", end=end, gap=gap, tags=["sha256"]))
                shelf.sound(bag("0.97", end=end, gap=gap))
        good = bag(tags=[])
        shelf.sound(changed(good, also={"bagit.txt": declare("1.0").rstrip(),
                                        "manifest-sha512.txt": good["manifest-sha512.txt"].rstrip()}))


def test_declaration():
    both = [("2.0", "no version"), ("0.92", "no version"), ("1", "no version"), ("1.0.0", "no version"), ("x", "no version")]
    with Shelf() as shelf:
        for version, problem in both:
            shelf.broken(changed(bag(), also={"bagit.txt": declare(version)}), problem, "bagit.txt")
        for version in VERSIONS:
            good = bag(version)
            for text, problem in [
                (None, "missing"), (b"", "two lines"), (f"BagIt-Version: {version}\n".encode(), "character encoding"),
                (b"Tag-File-Character-Encoding: UTF-8\n", "two lines"),
                (f"Tag-File-Character-Encoding: UTF-8\nBagIt-Version: {version}\n".encode(), "two lines"),
                (declare(version) + b"Contact-Name: Tide\n", "more than two lines"),
                (b"\xef\xbb\xbf" + declare(version), "byte order mark"),
                (declare(version).decode().encode("utf-16"), "encoding"),
                (declare(version, ""), "character encoding"), (declare(version, "TIDE-8"), "not known"),
                (declare(version, "UTF-8//IGNORE"), "not known"), (declare(version).replace(b":", b""), "two lines"),
                (declare(version) + b"\xff\n", "encoding"),
            ]:
                shelf.broken(changed(good, also={"bagit.txt": text}), problem, "bagit.txt")
            spaced = {
                f"BagIt-Version : {version}\nTag-File-Character-Encoding: UTF-8\n",
                f"BagIt-Version:  {version}\nTag-File-Character-Encoding: UTF-8\n",
                f"BagIt-Version:{version}\nTag-File-Character-Encoding:UTF-8\n",
                f"BagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8 \n",
            }
            for text in spaced:
                files = changed(good, also={"bagit.txt": text.encode()})
                if version == "1.0":
                    shelf.broken(files, "one space", "bagit.txt")
                else:
                    shelf.sound(files, warning="one space")
            small = f"BagIt-version: {version}\nTag-File-Character-Encoding: UTF-8\n".encode()
            shelf.sound(changed(good, also={"bagit.txt": small}), warning="capitals")


def test_encodings_of_tag_files():
    payload = {"data/Ærøskøbing.txt": b"ferry\n", "data/plain.txt": b"x"}
    info = "Contact-Name: Zoë Ærø\nPayload-Oxum: 7.2\n"
    with Shelf() as shelf:
        for version in VERSIONS:
            for encoding in ["UTF-8", "utf-8", "ISO-8859-1", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "windows-1252"]:
                shelf.sound(bag(version, payload, encoding=encoding, tags=["sha256"],
                                extra={"package-info.txt" if version < "0.96" else "bag-info.txt": info}))
            lying = bag(version, payload)
            shelf.broken(changed(lying, also={"bagit.txt": declare(version, "US-ASCII")}), "encoding")
            shelf.broken(changed(bag(version, payload, encoding="ISO-8859-1"), also={"bagit.txt": declare(version)}), "encoding")
            shelf.broken(changed(lying, also={"bagit.txt": declare(version, "UTF-16")}), "")
        silent = bag("1.0", payload, encoding="UTF-16BE")
        shelf.sound(changed(silent, also={"bagit.txt": declare("1.0", "UTF-16")}))
        little = bag("1.0", payload, encoding="UTF-16LE")
        shelf.sound(changed(little, also={"bagit.txt": declare("1.0", "UTF-16")}), warning="little-endian")


def test_marks_at_the_start_of_tag_files():
    with Shelf() as shelf:
        for version in VERSIONS:
            for name in ["manifest-sha512.txt", "bag-info.txt"]:
                good = bag(version, extra={"bag-info.txt": "Contact-Name: Tide\n"})
                files = changed(good, also={name: b"\xef\xbb\xbf" + good[name]})
                if version == "1.0":
                    shelf.broken(files, "byte order mark", name)
                else:
                    shelf.sound(files, warning="byte order mark")


def test_required_parts():
    with Shelf() as shelf:
        for version in VERSIONS:
            good = bag(version)
            shelf.broken(changed(good, also={"manifest-sha512.txt": None}), "no manifest")
            shelf.broken(changed(good, also={"data/hello.txt": None}), "is missing", "data/hello.txt")
            shelf.broken(changed(good, also={"data/extra.txt": b"x"}), "no manifest names it", "data/extra.txt")
            shelf.broken(changed(good, also={"data/.hidden": b"x"}), "no manifest names it", "data/.hidden")
            shelf.sound(bag(version, payload={}))
            shelf.sound(bag(version, payload={"data/empty": b""}))
            shelf.sound(changed(good, also={"notes/readme.txt": b"a tag file that nothing names"}))
        bare = shelf.make(bag(payload={}))
        os.rmdir(os.path.join(bare, "data"))
        shelf.broken(bare, "folder is missing", "data")
        shelf.broken(shelf.make({}), "this is no bag")


def test_every_manifest_names_every_file():
    with Shelf() as shelf:
        for version in VERSIONS:
            half = bag(version, algorithms=["sha256", "md5"])
            part = {"manifest-md5.txt": lines("md5", {"data/hello.txt": PAYLOAD["data/hello.txt"]}).encode()}
            other = {"manifest-sha256.txt": lines("sha256", {"data/deep/er/tide.bin": PAYLOAD["data/deep/er/tide.bin"]}).encode()}
            for files in [changed(half, also=part), changed(half, also={**part, **other})]:
                if version == "1.0":
                    shelf.broken(files, "one of the manifests")
                else:
                    shelf.sound(files)
            shelf.broken(changed(half, also={"manifest-md5.txt": part["manifest-md5.txt"].replace(b"hello", b"hollow")}),
                         "is missing", "data/hollow.txt")


def test_lines_of_manifests():
    name = "manifest-sha512.txt"
    with Shelf() as shelf:
        for version in VERSIONS:
            good = bag(version)
            text = good[name].decode()
            first, rest = text.split("\n", 1)
            for bad, problem in [
                ("nonsense\n" + text, "no “hash path” pair"), (first.split(" ")[0] + "\n" + rest, "no “hash path” pair"),
                (first.replace("  ", "") + "\n" + rest, ""), (text + "0123456789abcdef  data/hello.txt\n", "wrong length"),
                (text.replace("data/hello", "hello"), "outside data/"), (text.replace("data/hello", "dat/hello"), "outside data/"),
                (text + digest("sha512", b"") + "  data/deep\n", "folder"),
                (text + digest("sha512", b"x") + "  data/hello.txt\n", "two hashes"),
                ("\\" + text, "no “hash path” pair"), (text.replace("data/", "data\\"), "refuse"),
            ]:
                shelf.broken(changed(good, also={name: bad.encode()}), problem)
            for odd, message in [("\n" + text, "empty line"), (text + first + "\n" + rest, "twice"), ("# sums\n" + text, "comment"),
                                 (" " + text, "before the hash")]:
                files = changed(good, also={name: odd.encode()})
                if version == "1.0":
                    shelf.broken(files, message, name)
                else:
                    shelf.sound(files, warning=message)
            shelf.sound(changed(good, also={name: text.replace("  ", " *").encode()}), warning="asterisk")
            shelf.sound(changed(good, also={name: text.replace("data/", "./data/").encode()}), warning="./")


def test_names_of_manifests():
    with Shelf() as shelf:
        for version in VERSIONS:
            good = bag(version, algorithms=["sha256"])
            text = good["manifest-sha256.txt"]
            for name in ["manifest-SHA256.txt", "manifest-sha-256.txt", "manifest-SHA-256.txt"]:
                shelf.sound(changed(good, also={"manifest-sha256.txt": None, name: text}), warning="small letters")
            for name in ["manifest-sha256", "manifest.txt", "manifest-.txt", "sha256.txt"]:
                shelf.broken(changed(good, also={"manifest-sha256.txt": None, name: text}), "no manifest")
            unknown = "".join(f"0badcafe  {path}\n" for path in sorted(PAYLOAD)).encode()
            shelf.sound(changed(good, also={"manifest-crc32.txt": unknown}), warning="does not know")
            shelf.broken(changed(good, also={"manifest-sha256.txt": None, "manifest-crc32.txt": unknown}), "only hashes")


def test_tag_manifests():
    with Shelf() as shelf:
        for version in VERSIONS:
            extra = {"bag-info.txt": "Contact-Name: Tide\n", "notes/readme.txt": "more\n"}
            good = bag(version, tags=["sha256"], extra=extra)
            shelf.sound(good)
            text = good["tagmanifest-sha256.txt"].decode()
            shelf.broken(changed(good, also={"notes/readme.txt": b"other"}), "bytes have changed", "notes/readme.txt")
            shelf.broken(changed(good, also={"notes/readme.txt": None}), "missing", "notes/readme.txt")
            shelf.broken(changed(good, also={"tagmanifest-sha256.txt": (text + digest("sha256", PAYLOAD["data/hello.txt"]) +
                                                                        "  data/hello.txt\n").encode()}), "file of the payload")
            shelf.broken(changed(good, also={"tagmanifest-sha256.txt": b"x y z\n"}), "no “hash path” pair")
            less = "".join(line for line in text.splitlines(True) if "manifest-" not in line)
            other = bag(version, tags=["md5"])["tagmanifest-md5.txt"]
            both = changed(good, also={"tagmanifest-md5.txt": other, "tagmanifest-sha256.txt": (
                text + digest("sha256", other) + "  tagmanifest-md5.txt\n").encode()})
            for files, message in [(changed(good, also={"tagmanifest-sha256.txt": less.encode()}), "does not name manifest-sha512.txt"),
                                   (both, "names a tag manifest")]:
                if version == "1.0":
                    shelf.broken(files, message)
                else:
                    shelf.sound(files, warning=message)


def test_paths_out_of_the_bag():
    bad = ["data/../../etc/passwd", "../secret", "/etc/passwd", "~/secret", "~root/secret", "data//hello.txt", "data/./hello.txt",
           "C:\\secret", "C:/secret", "data\\..\\secret", "\\\\server\\share", "\\\\?\\C:\\secret", "//server/share", "data/..", "data/"]
    with Shelf() as shelf:
        for version in ["0.97", "1.0"]:
            for path in bad:
                line = f"{digest('sha512', b'')}  {path}\n".encode()
                good = bag(version, tags=["sha512"])
                shelf.broken(changed(good, also={"manifest-sha512.txt": good["manifest-sha512.txt"] + line}), "")
                shelf.broken(changed(good, also={"tagmanifest-sha512.txt": good["tagmanifest-sha512.txt"] + line}), "")
                shelf.broken(changed(good, also={"fetch.txt": f"https://harbour.example/a 3 {path}\n".encode()}), "")


def test_names_that_windows_refuses():
    bad = ["con", "PRN", "aux.txt", "NUL", "nul.tar.gz", "COM1", "lpt9.log", "CONIN$", "dot.", "space ", "a<b", "a>b", "a:b", 'a"b',
           "a|b", "a?b", "a*b", "a\\b", "tab\tbed", "bell\a"]
    with Shelf() as shelf:
        for version in ["0.95", "1.0"]:
            for name in bad:
                for path in [f"data/{name}", f"data/{name}/x.txt"]:
                    shelf.broken(bag(version, payload={path: b"x"}), "")
        shelf.sound(bag(payload={f"data/{name}": b"x" for name in ["console", "com10", "nulls.txt", ".dot", "~tilde", "a b", "ü", "a'b", "a&b", "#a", "a;b",
                                                                   "(a)", "a,b", "a=b", "+a", "@a", "!a", "$a"]}))


def test_escapes_in_paths():
    def escape(path):
        return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0d")

    with Shelf() as shelf:
        percent = {"data/100%.txt": b"x", "data/a%20b.txt": b"y", "data/%25.txt": b"z"}
        shelf.sound(bag("1.0", percent, write=escape, tags=["sha256"]))
        shelf.broken(bag("1.0", percent), "%25")
        for version in OLD:
            shelf.sound(bag(version, percent))
            shelf.sound(bag(version, percent, write=escape), warning="escapes")
        breaks = {"data/line\nbreak.txt": b"x", "data/return\r.txt": b"y", "data/both\r\n.txt": b"z"}
        shelf.sound(bag("1.0", breaks, write=escape), warning="line break")
        shelf.sound(bag("0.97", breaks, write=escape), warning="line break")
        shelf.broken(bag("1.0", breaks), "")
        literal = {"data/%0A.txt": b"x"}
        shelf.sound(bag("0.97", literal))
        shelf.broken(bag("1.0", literal), "is missing")


def test_names_that_look_the_same():
    composed, apart = unicodedata.normalize("NFC", "data/é.txt"), unicodedata.normalize("NFD", "data/é.txt")
    with Shelf() as shelf:
        for version in ["0.96", "1.0"]:
            for stored, listed in [(composed, apart), (apart, composed)]:
                shelf.sound(bag(version, {stored: b"x"}, write=lambda path, listed=listed: listed), warning="normalisation")
            shelf.sound(bag(version, {composed: b"x", apart: b"y"}), warning="normalisation")
            shelf.sound(bag(version, {"data/Tide.txt": b"x", "data/tide.TXT": b"y"}), warning="case")
            twice = (lines("sha512", {composed: b"x"}) + lines("sha512", {apart: b"x"})).encode()
            shelf.sound(changed(bag(version, {composed: b"x"}), also={"manifest-sha512.txt": twice}), warning="two Unicode")
            differ = (lines("sha512", {composed: b"x"}) + lines("sha512", {apart: b"y"})).encode()
            shelf.broken(changed(bag(version, {composed: b"x"}), also={"manifest-sha512.txt": differ}), "two hashes")


def test_bag_info():
    total = sum(len(content) for content in PAYLOAD.values())
    with Shelf() as shelf:
        for version in VERSIONS:
            for name in ["bag-info.txt"] + (["package-info.txt"] if version < "0.96" else []):
                for text, message in [
                    (f"Payload-Oxum: {total}.2\nContact-Name: Tide\nContact-Name: Ebb\n", None),
                    ("Internal-Sender-Description: a long\n   story, told\n\tin three lines\nX: y\n", None),
                    ("contact-name: Tide\r\nÆrø: ferry\r\n", None), ("A label with words: x\rB: y\r", None), ("", None),
                    ("Bagging-Date: 2024-02-29\nBag-Count: 1 of ?\n", None),
                    ("Bagging-Date: 29.2.2024\n", "YYYY-MM-DD"), ("Bagging-Date: 2024-02-29\nbagging-date: 2024-02-29\n", "more than once"),
                    ("Contact-Name: Tide\n\nContact-Email: a@harbour.example\n", "empty line"), ("Contact-Name: \n", "no value"),
                    (f"Payload-Oxum:\n  {total}.2\n", "no value"),
                ]:
                    shelf.sound(bag(version, extra={name: text}), warning=message)
                for text, problem in [
                    (f"Payload-Oxum: {total + 1}.2\n", "does not fit"), (f"Payload-Oxum: {total}.3\n", "does not fit"),
                    (f"payload-oxum: {total}.1\n", "does not fit"), (f"Payload-Oxum:\n  {total}.1\n", "does not fit"),
                    ("Payload-Oxum: many\n", "bytes.files"), (f"Payload-Oxum: {total}\n", "bytes.files"),
                    ("no label\n", "label: value"), (": no label\n", "label: value"), ("  folded from nothing\n", "goes on"),
                    (f"Payload-Oxum: {total}.2\nPayload-Oxum: {total}.3\n", "does not fit"),
                ]:
                    shelf.broken(bag(version, extra={name: text}), problem, name)
            for text, message in [(f"Payload-Oxum: {total}.2\nPayload-Oxum: {total}.2\n", "more than once"), ("Contact-Name : Tide\n", "one space"),
                                  ("Contact-Name:Tide\n", "one space"), ("Contact-Name:   Tide\n", "one space")]:
                files = bag(version, extra={"bag-info.txt": text})
                if version == "1.0":
                    shelf.broken(files, message, "bag-info.txt")
                else:
                    shelf.sound(files, warning=message)
        shelf.sound(bag("0.97", extra={"package-info.txt": "nothing reads this"}))


def test_files_to_fetch():
    with Shelf() as shelf:
        for version in VERSIONS:
            good = bag(version)
            address = "https://harbour.example/hello.txt"
            size = len(PAYLOAD["data/hello.txt"])
            for text in [f"{address} {size} data/hello.txt\n", f"{address}\t-\tdata/hello.txt", f"ftp://harbour.example/a%20b  {size}  data/hello.txt\r\n"]:
                shelf.sound(changed(good, also={"fetch.txt": text.encode()}))
            shelf.sound(changed(good, also={"fetch.txt": f"{address} 3 data/hello.txt\n".encode()}), warning="another length")
            holey = changed(good, also={"fetch.txt": f"{address} {size} data/hello.txt\n".encode(), "data/hello.txt": None})
            shelf.broken(holey, "still to be fetched", "data/hello.txt")
            for text, problem in [
                (f"{address} 3 data/unknown.txt\n", "no manifest names it"), (f"{address} 3 bagit.txt\n", "no file of the payload"),
                (f"{address} data/hello.txt\n", "address length path"), (f"{address} three data/hello.txt\n", "address length path"),
                (f"{address} -3 data/hello.txt\n", "address length path"), ("https://harbour.example/a b 3 data/hello.txt\n", "address length path"),
                ("hello.txt 3 data/hello.txt\n", "not one of the network"), ("file:///etc/passwd 3 data/hello.txt\n", "not one of the network"),
                ("file://localhost/etc/passwd 3 data/hello.txt\n", "not one of the network"), ("javascript:x 3 data/hello.txt\n", "not one of the network"),
                ("//harbour.example/x 3 data/hello.txt\n", "not one of the network"),
            ]:
                shelf.broken(changed(good, also={"fetch.txt": text.encode()}), problem)
        part = bag("1.0", algorithms=["md5", "sha256"])
        part["manifest-md5.txt"] = lines("md5", {"data/deep/er/tide.bin": PAYLOAD["data/deep/er/tide.bin"]}).encode()
        part["fetch.txt"] = b"https://harbour.example/a - data/hello.txt\n"
        shelf.broken(part, "one of the manifests does not name it")


def test_links_pipes_and_holes():
    with Shelf() as shelf:
        outside = os.path.join(shelf.folder, "outside.txt")
        with open(outside, "wb") as out:
            out.write(PAYLOAD["data/hello.txt"])
        for target in [outside, "../../outside.txt", "deep/er/tide.bin", "nowhere"]:
            folder = shelf.make(bag())
            os.remove(os.path.join(folder, "data/hello.txt"))
            os.symlink(target, os.path.join(folder, "data/hello.txt"))
            shelf.broken(folder, "it is a link", "data/hello.txt")
        folder = shelf.make(bag())
        os.rename(os.path.join(folder, "data"), os.path.join(shelf.folder, "elsewhere"))
        os.symlink(os.path.join(shelf.folder, "elsewhere"), os.path.join(folder, "data"))
        shelf.broken(folder, "it is a link", "data")
        folder = shelf.make(bag())
        os.symlink("..", os.path.join(folder, "data", "round"))
        shelf.broken(folder, "it is a link", "data/round")
        for name in ["data/hello.txt", "manifest-sha512.txt", "bagit.txt", "bag-info.txt", "fetch.txt"]:
            folder = shelf.make(bag())
            path = os.path.join(folder, name)
            if os.path.exists(path):
                os.remove(path)
            os.mkfifo(path)
            shelf.broken(folder, "no plain file", name)
        folder = shelf.make(bag())
        with open(os.path.join(folder, "data/hello.txt"), "wb") as out:
            out.truncate(1 << 42)
        shelf.broken(folder, "holes")


def test_unreadable_file():
    if os.geteuid() == 0:
        raise tap.Skip("the superuser reads every file")
    with Shelf() as shelf:
        folder = shelf.make(bag())
        os.chmod(os.path.join(folder, "data/hello.txt"), 0)
        shelf.broken(folder, "cannot be read", "data/hello.txt")


def archive(path, files, top="bag/"):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(top + name, content)
    return path


def test_bags_in_archives():
    with Shelf() as shelf:
        path = os.path.join(shelf.folder, "bag.zip")
        for version in VERSIONS:
            good = bag(version, tags=["sha256"])
            for top in ["", "bag/", "a bag of Ærø/"]:
                shelf.sound(archive(path, good, top))
            shelf.broken(archive(path, changed(good, also={"data/hello.txt": b"x"})), "bytes have changed", "data/hello.txt")
            shelf.broken(archive(path, changed(good, also={"../evil.txt": b"x"})), "climbs out")
            shelf.broken(archive(path, changed(good, also={"data/extra.txt": b"x"})), "no manifest names it")
            with zipfile.ZipFile(archive(path, good), "a") as out:
                out.writestr("beside.txt", "x")
            shelf.broken(path, "outside the bag")
        shelf.broken(archive(path, {"data/hello.txt": b"x"}), "no bag")
        with zipfile.ZipFile(archive(path, bag()), "a") as out, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            out.writestr("bag/data/hello.txt", PAYLOAD["data/hello.txt"])
        shelf.broken(path, "twice")


def test_large_files_are_read_in_pieces():
    with Shelf() as shelf:
        folder = shelf.make(bag())
        with open(os.path.join(folder, "data/hello.txt"), "wb") as out:
            out.truncate(400 << 20)
        child = subprocess.Popen([PROGRAM, "verify", folder], stdout=subprocess.PIPE)
        said = child.stdout.read().decode()
        child.stdout.close()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 1 and said == "data/hello.txt: its bytes have changed: the hash is another\n", said
        assert used.ru_maxrss < 300 * 1024, used.ru_maxrss


def test_words_for_people():
    with Shelf() as shelf:
        fine = call("verify", shelf.make(bag()))
        assert fine.status == 0 and fine.out.strip() and "Warning" not in fine.out
        odd = call("verify", shelf.make(bag("0.97", {"data/Tide": b"x", "data/tide": b"y"})))
        assert odd.status == 0 and odd.out.count("Warning: data/") == 1, odd.out
        bad = call("verify", shelf.make(changed(bag(), also={"data/extra": b"x"})))
        assert bad.status == 1 and bad.out.splitlines() == ["data/extra: no manifest names it"], bad.out
        gone = call("verify", os.path.join(shelf.folder, "none"))
        assert gone.status == 1 and gone.err.strip()


if __name__ == "__main__":
    tap.run(__name__)
