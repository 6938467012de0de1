# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bags as people and old programs make them: each odd in one way or two at once, with the verdict that RFC 8493 or its draft asks for."""

import importlib
import io
import os
import socket
import subprocess
import tarfile
import tempfile
import unicodedata
import zipfile

import tap
from program import PROGRAM, call

bags = importlib.import_module("test-bags")
OLD, VERSIONS, PAYLOAD = bags.OLD, bags.VERSIONS, bags.PAYLOAD
HELLO = PAYLOAD["data/hello.txt"]
SHA512 = "manifest-sha512.txt"
bag, changed, declare, digest, lines = bags.bag, bags.changed, bags.declare, bags.digest, bags.lines


class Case:
    """A bag with its verdict: @says is in a problem where it is broken, in a warning where it is sound."""

    def __init__(self, name, files, sound, says=None):
        self.name, self.files, self.sound, self.says = name, files, sound, says


def good(name, files, says=None):
    return Case(name, files, True, says)


def bad(name, files, says):
    return Case(name, files, False, says)


def since_1_0(name, make, says):
    """What the standard forbids and its drafts let pass."""
    return [bad(f"{name} {v}", make(v), says) if v == "1.0" else good(f"{name} {v}", make(v), says) for v in VERSIONS]


def judge(cases):
    """All in one call for each verdict, as a program takes a moment to start."""
    assert len({case.name for case in cases}) == len(cases)
    with bags.Shelf() as shelf:
        for sound in (True, False):
            chosen = {shelf.make(case.files): case for case in cases if case.sound is sound}
            if not chosen:
                continue
            done = call("verify", "--json", *chosen)
            assert done.status == (0 if sound else 1) and len(done.lines) == len(chosen), done.err
            for case, verdict in zip(chosen.values(), done.lines):
                said = [p["problem"] for p in verdict["warnings" if sound else "problems"]]
                assert verdict["ok"] is sound and (verdict["problems"] == []) is sound, (case.name, case.files, verdict)
                assert said == [] if case.says is None else any(case.says in s for s in said), (case.name, case.files, verdict)


def tagged(version, encoding, mark):
    """Every tag file but the declaration in @encoding, with @mark before it."""
    info = f"Contact-Name: Zoë Ærø\nPayload-Oxum: {sum(map(len, PAYLOAD.values()))}.2\n"
    files = bag(version, encoding=encoding, extra={"package-info.txt" if version < "0.96" else "bag-info.txt": info,
                                                   "fetch.txt": f"https://harbour.example/a {len(HELLO)} data/hello.txt\n"})
    return {name: content if name.startswith("data/") or name == "bagit.txt" else mark + content for name, content in files.items()}


def test_encodings_and_marks():
    cases = []
    for version in VERSIONS:
        for encoding, mark in [("UTF-16BE", b"\xfe\xff"), ("UTF-16LE", b"\xff\xfe")]:
            files = tagged(version, encoding, mark)
            cases.append(good(f"{version} UTF-16 with the mark of {encoding}", changed(files, also={"bagit.txt": declare(version, "UTF-16")})))
        cases.append(good(f"{version} ISO-8859-1", tagged(version, "ISO-8859-1", b"")))
        cases.append(bad(f"{version} Latin-1 said to be UTF-8", changed(tagged(version, "ISO-8859-1", b""), also={"bagit.txt": declare(version)}), "encoding"))
        cases.append(bad(f"{version} NUL in a manifest", changed(bag(version), also={SHA512: bag(version)[SHA512] + b"\0\n"}), "encoding"))
        cases.append(bad(f"{version} UTF-16 declared by itself", changed(tagged(version, "UTF-16BE", b"\xfe\xff"), also={
            "bagit.txt": declare(version, "UTF-16").decode().encode("utf-16")}), "encoding"))
    cases += since_1_0("a mark in UTF-8", lambda v: tagged(v, "UTF-8", b"\xef\xbb\xbf"), "byte order mark")
    judge(cases)


def test_line_ends_in_one_file():
    cases = []
    for version in VERSIONS:
        text = bag(version)[SHA512].decode()
        first, second = text.splitlines()
        for name, joined in [("CR and LF", f"{first}\r{second}\n"), ("CRLF and none", f"{first}\r\n{second}"), ("LF and CRLF", f"{first}\n{second}\r\n")]:
            cases.append(good(f"{version} {name}", changed(bag(version), also={SHA512: joined.encode()})))
        cases.append(good(f"{version} a declaration by CR", changed(bag(version), also={"bagit.txt": declare(version, end="\r")})))
        # U+0085, U+2028 and a form feed are no line ends: they belong to the names.
        odd = {"data/a\u0085b.txt": b"x", "data/c\u2028d.txt": b"y"}
        cases.append(good(f"{version} separators of Unicode", bag(version, odd)))
    judge(cases)


def test_marks_of_checksum_tools():
    def rewritten(version, before, name=SHA512, **more):
        files = bag(version, **more)
        text = "".join(line.replace("  ", before, 1) + "\n" for line in files[name].decode().splitlines())
        return changed(files, also={name: text.encode()})

    cases = []
    for version in VERSIONS:
        cases.append(good(f"{version} asterisk", rewritten(version, " *"), "asterisk"))
        cases.append(good(f"{version} asterisk and ./", rewritten(version, " *./"), "asterisk"))
        cases.append(good(f"{version} ./", rewritten(version, "  ./"), "./"))
        cases.append(good(f"{version} tag manifest, asterisk", rewritten(version, " *", "tagmanifest-md5.txt", tags=["md5"]), "asterisk"))
        cases.append(good(f"{version} tag manifest, ./", rewritten(version, " ./", "tagmanifest-md5.txt", tags=["md5"]), "./"))
        for before in ["  ././", "  .//", "  data/../", "  */", " **"]:
            cases.append(bad(f"{version} {before}", rewritten(version, before), ""))
        # md5sum's backslash before a hash says that the path is escaped its way.
        cases.append(bad(f"{version} backslash", changed(bag(version), also={SHA512: b"\\" + bag(version)[SHA512]}), "no “hash path” pair"))
        fetched = f"https://harbour.example/a {len(HELLO)} ./data/hello.txt\n".encode()
        cases.append(good(f"{version} ./ in fetch.txt", changed(bag(version), also={"fetch.txt": fetched})))
    judge(cases)


def test_manifests_that_disagree():
    cases = []
    for version in VERSIONS:
        both = bag(version, algorithms=["md5", "sha256"])
        lying = both["manifest-md5.txt"].replace(digest("md5", HELLO).encode(), digest("md5", b"?").encode())
        cases.append(bad(f"{version} one of two lies", changed(both, also={"manifest-md5.txt": lying}), "bytes have changed"))
        cases.append(bad(f"{version} the same name in capitals lies", changed(both, also={"manifest-SHA256.txt": both["manifest-sha256.txt"].replace(
            digest("sha256", HELLO).encode(), digest("sha256", b"?").encode())}), "two hashes"))
        cases.append(good(f"{version} the same name in capitals", changed(both, also={"manifest-SHA256.txt": both["manifest-sha256.txt"]}), "small letters"))
        cases.append(bad(f"{version} an empty manifest alone", changed(bag(version), also={SHA512: b""}), "no manifest names it"))
        cases.append(bad(f"{version} a hash of another length", changed(both, also={"manifest-md5.txt": both["manifest-sha256.txt"]}), "wrong length"))
        cases.append(bad(f"{version} a letter that is no digit", changed(bag(version), also={SHA512: b"g" + bag(version)[SHA512][1:]}), "no “hash path” pair"))
        unknown = b"0badcafe  data/hello.txt\n"
        cases.append(bad(f"{version} one file by an unknown hash alone", changed(bag(version), also={
            "manifest-crc32.txt": unknown, SHA512: lines("sha512", {"data/deep/er/tide.bin": PAYLOAD["data/deep/er/tide.bin"]}).encode()}), ""))
        cases.append(bad(f"{version} an unknown hash of a file that is not there", changed(bag(version), also={
            "manifest-crc32.txt": b"0badcafe  data/gone.txt\n"}), "is missing"))
        empty = changed(bag(version), also={"manifest-md5.txt": b""})
        cases.append(bad("an empty manifest beside", empty, "one of the manifests") if version == "1.0" else good(f"{version} an empty manifest beside", empty))
    judge(cases)


def test_lines_said_twice():
    cases = []
    for version in VERSIONS:
        text = bag(version)[SHA512].decode()
        first = text.splitlines(True)[0]
        again = {"as it was": first, "in capitals": first[:128].upper() + first[128:], "by ./": first.replace("data/", "./data/")}
        for name, line in again.items():
            files = changed(bag(version), also={SHA512: (text + line).encode()})
            cases.append(bad(f"{version} {name}", files, "twice") if version == "1.0" else good(f"{version} {name}", files, "twice"))
        cases.append(bad(f"{version} with another hash", changed(bag(version), also={
            SHA512: (text + first.replace(first[:4], "0000" if first[:4] != "0000" else "1111", 1)).encode()}), "two hashes"))
    judge(cases)


def test_metadata():
    total = sum(map(len, PAYLOAD.values()))
    oxum = f"{total}.{len(PAYLOAD)}"

    def info(version, text):
        return bag(version, extra={"bag-info.txt": text})

    cases = []
    for version in VERSIONS:
        for name, text, says in [
            ("capitals", f"PAYLOAD-OXUM: {oxum}\n", None), ("by tab", f"Payload-Oxum:\t{oxum}\n", None), ("no end", f"Payload-Oxum: {oxum}", None),
            ("a colon in the value", "Contact-Name: Tide: Ebb: Flow\n", None), ("folded by CR", "Contact-Name: Tide\r and\r\tEbb\r", None),
            ("a label in another script", "Επαφή: x\n連絡先: y\n", None), ("a long line", "X: " + "y" * 5000 + "\n", None),
            ("a label three times", "Contact-Email: a@b.example\n" * 3, None), ("groups twice", "Bag-Group-Identifier: a\n" * 2, "more than once"),
            ("no such day", "Bagging-Date: 2023-02-30\n", "YYYY-MM-DD"), ("a day with its hour", "Bagging-Date: 2023-02-03T10:00:00Z\n", "YYYY-MM-DD"),
            ("spaces at the end", "Contact-Name: Tide   \n", None),
        ]:
            cases.append(good(f"{version} {name}", info(version, text), says))
        for name, text, says in [
            ("oxum of nothing", "Payload-Oxum: 0.0\n", "does not fit"), ("oxum of too much", f"Payload-Oxum: {2 ** 64}.2\n", "bytes.files"),
            ("oxum below zero", "Payload-Oxum: -1.2\n", "bytes.files"), ("oxum in three parts", f"Payload-Oxum: {oxum}.1\n", "bytes.files"),
            ("oxum of words", f"Payload-Oxum: {oxum} bytes\n", "bytes.files"), ("oxum of commas", f"Payload-Oxum: {total:,}.2\n", "bytes.files"),
            ("a line of text", "Contact-Name: Tide\nand nothing\n", "label: value"), ("a fold at the top", "\tTide\nX: y\n", "goes on"),
        ]:
            cases.append(bad(f"{version} {name}", info(version, text), says))
    cases += since_1_0("white space before the colon", lambda v: info(v, "Contact-Name\t: Tide\n"), "one space")
    cases += since_1_0("tabs behind the colon", lambda v: info(v, "Contact-Name:\t\tTide\n"), "one space")
    cases += since_1_0("oxum twice", lambda v: info(v, f"Payload-Oxum: {oxum}\npayload-oxum: {oxum}\n"), "more than once")
    for version in OLD:
        cases.append(bad(f"{version} oxum that is wrong behind white space", info(version, f"Payload-Oxum : {total}.9\n"), "does not fit"))
    judge(cases)


def test_what_is_not_there():
    cases = []
    for version in VERSIONS:
        sound = bag(version, tags=["sha256"], extra={"bag-info.txt": "X: y\n", "notes/deep/readme.txt": "z\n"})
        for name in sorted(sound):
            if name != "tagmanifest-sha256.txt":
                cases.append(bad(f"{version} without {name}", changed(sound, also={name: None}), ""))
        cases.append(good(f"{version} without the tag manifest", changed(sound, also={"tagmanifest-sha256.txt": None})))
        cases.append(bad(f"{version} a file beside data in capitals", changed(bag(version), also={"data/hello.txt": None, "Data/hello.txt": HELLO}), "missing"))
        cases.append(bad(f"{version} a name in other case", changed(bag(version), also={"data/hello.txt": None, "data/Hello.txt": HELLO}), "missing"))
        for name in ["data/.DS_Store", "data/Thumbs.db", "data/deep/.keep", "data/deep/er/tide.bin~"]:
            cases.append(bad(f"{version} {name} that nothing names", changed(bag(version), also={name: b""}), "no manifest names it"))
        for name in [".DS_Store", "data.txt", "manifest-sha512.txt.asc", "datas/x", "manifest-md5.txt.bak", "bagit.txt~", "tagmanifest", "META/manifest-md5.txt"]:
            cases.append(good(f"{version} {name} beside the payload", changed(bag(version), also={name: b"x"})))
        holey = changed(bag(version), also={"data/hello.txt": None, "fetch.txt": b"https://harbour.example/a - data/hello.txt\n"})
        cases.append(bad(f"{version} what is still to be fetched", holey, "still to be fetched"))
        cases.append(bad(f"{version} what is named in fetch.txt alone", changed(holey, also={
            SHA512: lines("sha512", {"data/deep/er/tide.bin": PAYLOAD["data/deep/er/tide.bin"]}).encode()}), "no manifest names it"))
    judge(cases)


def test_names():
    cases = []
    for version in ["0.93", "0.97", "1.0"]:
        for name in ["COM¹", "lpt².txt", "CON .txt", "con.", "aux ", "NUL.", "nested/PRN/x", "x./y", "x /y", "a\x01b", "a\x7fb", "a\\b", "C:x"]:
            cases.append(bad(f"{version} {name!r}", bag(version, {f"data/{name}": b"x"}), ""))
        for name in ["COM", "COM10", "com1x", "auxiliary", "con-x", " lead", "a..b", "...x", "~", "~root", "-rf", "ﬁle", "名前", "a\u202eb", "💾", "x" * 255,
                     "/".join(["deep"] * 60)]:
            cases.append(good(f"{version} {name!r}", bag(version, {f"data/{name}/x.txt" if name == "~root" else f"data/{name}": b"x"})))
        wide = {unicodedata.normalize(form, "data/Ōöé ñ 각.txt"): b"x" for form in ["NFC"]}
        for form in ["NFD", "NFC"]:
            files = bag(version, wide, write=lambda path, form=form: unicodedata.normalize(form, path))
            cases.append(good(f"{version} {form}", files, "normalisation" if form == "NFD" else None))
        other = bag(version, wide)
        other[SHA512] = (lines("sha512", {"data/Öther.txt": b"x"})).encode()
        cases.append(bad(f"{version} another letter is another file", other, "missing"))
        cases.append(good(f"{version} case alone", bag(version, {"data/Tide/a": b"x", "data/tide/A": b"y"}), "case"))
        cases.append(good(f"{version} ligatures are letters", bag(version, {"data/ﬁ": b"x", "data/fi": b"y"}), "case" if "ﬁ".casefold() == "fi" else None))
    judge(cases)


def test_paths_that_lead_away():
    cases = []
    for version in ["0.93", "0.97", "1.0"]:
        for path in ["data/../bagit.txt", "data/x/../hello.txt", "./../x", "data/./x", "data/x/.", "~/x", "~ebb/x", "/data/hello.txt", "//data/hello.txt", "C:data/x",
                     "file:///etc/passwd", "data/..\\..\\x", "\\\\harbour\\share", "data", "data/", ".", "..", "data/%2e%2e/x", "data/x\u0000y"]:
            for name in [SHA512, "fetch.txt"]:
                line = f"https://harbour.example/a - {path}\n" if name == "fetch.txt" else f"{digest('sha512', b'x')}  {path}\n"
                files = bag(version)
                cases.append(bad(f"{version} {name} {path!r}", changed(files, also={name: files.get(name, b"") + line.encode()}), ""))
    judge(cases)


def test_bags_within_bags():
    inner = bag("0.97", tags=["md5"])
    broken = changed(inner, also={"data/hello.txt": b"other"})
    cases = []
    for version in VERSIONS:
        for name, files in [("sound", inner), ("broken", broken)]:
            cases.append(good(f"{version} {name} in the payload", bag(version, {f"data/inner/{path}": content for path, content in files.items()}, tags=["sha256"])))
            cases.append(good(f"{version} {name} as the payload", bag(version, {f"data/{path}": content for path, content in files.items()})))
        outer = bag(version, {f"data/{path}": content for path, content in inner.items()})
        cases.append(bad(f"{version} the outer one says nothing of itself", changed(outer, also={"bagit.txt": None}), ""))
    judge(cases)


def test_things_in_the_place_of_others():
    with bags.Shelf() as shelf:
        for name in ["bagit.txt", SHA512, "data/hello.txt"]:
            folder = shelf.make(bag())
            os.remove(os.path.join(folder, name))
            os.mkdir(os.path.join(folder, name))
            shelf.broken(folder, "")
        folder = shelf.make(changed(bag(payload={}), also={SHA512: b""}))
        os.rmdir(os.path.join(folder, "data"))
        with open(os.path.join(folder, "data"), "wb") as out:
            out.write(b"x")
        shelf.broken(folder, "folder is missing", "data")
        folder = shelf.make(bag())
        with socket.socket(socket.AF_UNIX) as bound:
            here = os.getcwd()
            os.chdir(os.path.join(folder, "data"))
            bound.bind("ebb.sock")
            os.chdir(here)
            shelf.broken(folder, "no plain file", "data/ebb.sock")
        folder = shelf.make(bag())
        os.mkdir(os.path.join(folder, "data", "empty"))
        os.link(os.path.join(folder, "data/hello.txt"), os.path.join(folder, "copy.txt"))
        shelf.sound(folder)
        for way in [folder + "/", folder + "//", os.path.join(folder, "."), os.path.join(folder, "data", "..")]:
            shelf.sound(way)
        done = subprocess.run([os.path.abspath(PROGRAM), "verify", "."], cwd=folder, capture_output=True, check=False)
        assert done.returncode == 0, done
        os.symlink(folder, os.path.join(shelf.folder, "by-link"))
        shelf.sound(os.path.join(shelf.folder, "by-link"))


def packed(shelf, name, files, top="bag/", mode="w"):
    path = os.path.join(shelf.folder, name)
    with tarfile.open(path, mode) as out:
        for file, content in files.items():
            info = tarfile.TarInfo(top + file)
            info.size = len(content)
            out.addfile(info, io.BytesIO(content))
    return path


def test_archives():
    with bags.Shelf() as shelf:
        path = os.path.join(shelf.folder, "bag.zip")
        for top in ["", "bag/", "./bag/"]:
            if top != "./bag/":
                shelf.sound(bags.archive(path, bag(tags=["md5"]), top))
        with zipfile.ZipFile(path, "w") as out:
            out.writestr("outer/", b"")
            out.writestr("outer/inner/bagit.txt", declare("1.0"))
        shelf.broken(path, "no bag")
        with zipfile.ZipFile(path, "w") as out:
            out.writestr("bag.zip", b"PK\x05\x06" + bytes(18))
        shelf.broken(path, "no bag")
        with zipfile.ZipFile(path, "w"):
            pass
        shelf.broken(path, "no bag")


TARS = [("bag.tar", "w"), ("bag.tar.gz", "w:gz"), ("bag.tgz", "w:gz"), ("bag.tar.bz2", "w:bz2"), ("bag.tar.xz", "w:xz")]


def test_tars():
    with bags.Shelf() as shelf:
        names = {"data/hello.txt": b"Hello.\n", "data/Gr\u00fc\u00dfe.txt": b"x" * 70000, "data/" + "deep/" * 30 + "end.txt": b""}
        for name, mode in TARS:
            for top in ["", "bag/", "./bag/", "./"]:
                shelf.sound(packed(shelf, name, bag(tags=["md5"], payload=names), top, mode))
            shelf.broken(packed(shelf, name, changed(bag(), also={"data/hello.txt": b"Hello, harbour!\n"}), mode=mode), "another", "data/hello.txt")
            shelf.broken(packed(shelf, name, {"readme.txt": b"x"}, mode=mode), "no bag")
        for form in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
            path = os.path.join(shelf.folder, "form.tar")
            with tarfile.open(path, "w", format=form) as out:
                out.add(shelf.make(bag(payload=names)), "bag")
            shelf.sound(path)


def test_hostile_tars():
    with bags.Shelf() as shelf:
        sound = bag(tags=["md5"])
        path = packed(shelf, "a.tar", sound)
        for kind, target, problem in [(tarfile.SYMTYPE, "/etc/passwd", "link"), (tarfile.LNKTYPE, "bag/data/hello.txt", "link"), (tarfile.FIFOTYPE, "", "no plain file"),
                                      (tarfile.CHRTYPE, "", "no plain file")]:
            with tarfile.open(packed(shelf, "b.tar", sound), "a") as out:
                info = tarfile.TarInfo("bag/data/more")
                info.type, info.linkname = kind, target
                out.addfile(info)
            shelf.broken(os.path.join(shelf.folder, "b.tar"), problem, "bag/data/more")
        for name, problem in [("../out.txt", "climbs"), ("/etc/out.txt", "outside"), ("bag/data/../../out.txt", "climbs"), ("bag/data/hello.txt", "twice"), ("bag/data/NUL", "Windows")]:
            with tarfile.open(packed(shelf, "c.tar", sound), "a") as out:
                info = tarfile.TarInfo(name)
                info.size = 1
                out.addfile(info, io.BytesIO(b"x"))
            shelf.broken(os.path.join(shelf.folder, "c.tar"), problem)
        with open(path, "rb") as file:
            data = file.read()
        for name, mode in TARS:
            whole = packed(shelf, name, sound, mode=mode)
            with open(whole, "rb") as file:
                data = file.read()
            with open(whole, "wb") as file:
                file.write(data[:len(data) // 3])
            shelf.broken(whole, "cut short or damaged")
        # Zeros without end.
        with tarfile.open(os.path.join(shelf.folder, "bomb.tar.xz"), "w:xz") as out:
            info = tarfile.TarInfo("bag/data/zeros")
            info.size = 200 * 1024 * 1024
            with open("/dev/zero", "rb") as zeros:
                out.addfile(info, zeros)
        shelf.broken(os.path.join(shelf.folder, "bomb.tar.xz"), "bomb")
        assert not [name for name in os.listdir(tempfile.gettempdir()) if name.startswith("cuttings-") and os.path.isfile(os.path.join(tempfile.gettempdir(), name))]


def test_problems_name_whole_paths():
    """A path may hold a colon and a space: it is not cut there."""
    with bags.Shelf() as shelf:
        name = "data/Ebb: a story: part 1.txt"
        verdict = shelf.broken(bag(payload={name: b"x"}), "file systems refuse", name)
        assert verdict["problems"][0]["path"] == name, verdict
        verdict = shelf.broken(changed(bag(), also={SHA512: bag()[SHA512] + f"{digest('sha512', b'')}  data/a: b\n".encode()}), "refuse", "data/a: b")
        assert verdict["problems"][0]["path"] == "data/a: b", verdict


if __name__ == "__main__":
    tap.run(__name__)
