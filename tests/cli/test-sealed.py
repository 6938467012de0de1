# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bundles that are signed and encrypted with OpenPGP, judged by GnuPG itself; its keys are made for the test and gone with it."""

import os
import zipfile

import tap
from keyring import keyring
from program import Notebook

SECRET = "Mira Tannert"


def fill(notebook):
    notebook.do("clip", "-", stdin="The harbour letter\n\nWhat the harbour office wrote to the council of the island.\n")
    notebook.do("add", "source", SECRET, "--kind", "person", "--sensitivity", "confidential")


def test_signed():
    with Notebook() as notebook, keyring("Ada") as ring:
        fill(notebook)
        path = notebook.file("a.cuttings.zip")
        notebook.do("export", "--all", "--sign", "-o", path, env=ring.env)
        judged = notebook.try_("verify", path, env=ring.env).one
        assert judged["ok"] and judged["warnings"] == [] and "Ada" in judged["signature"] and ring.fingerprint("Ada") in judged["signature"]
        with Notebook() as colleague:
            assert colleague.do("import", path, env=ring.env).one["signature"] == judged["signature"]
        # GnuPG says the same of the files as they are unpacked.
        with zipfile.ZipFile(path) as bundle:
            bundle.extractall(notebook.file("unpacked"))
            top = os.path.join(notebook.file("unpacked"), bundle.namelist()[0].split("/")[0])
        ring.gpg("--verify", os.path.join(top, "signature.asc"), os.path.join(top, "tagmanifest-sha512.txt"))
        # Who has not the key is told so, and the bundle is sound nevertheless.
        with keyring() as other:
            judged = notebook.try_("verify", path, env=other.env).one
            assert judged["ok"] and "unknown key" in judged["signature"] and judged["warnings"][0]["path"] == "signature.asc"
        # Made for another bundle.
        with open(os.path.join(top, "signature.asc"), "wb") as file:
            file.write(ring.gpg("--armor", "--detach-sign", stdin=b"something else"))
        judged = notebook.try_("verify", top, env=ring.env)
        assert judged.status == 1 and judged.one["problems"][0]["path"] == "signature.asc" and "Ada" not in judged.one["signature"]
        with Notebook() as third:
            assert third.try_("import", top, env=ring.env).status == 1 and third.list("clips") == []
        with open(os.path.join(top, "signature.asc"), "wb") as file:
            file.write(b"no signature")
        assert notebook.try_("verify", top, env=ring.env).status == 1


def test_there_is_no_key_to_sign_with():
    with Notebook() as notebook, keyring() as ring:
        fill(notebook)
        result = notebook.try_("export", "--all", "--sign", "-o", notebook.file("a.cuttings.zip"), env=ring.env)
        assert result.status == 1 and "You have no OpenPGP key to sign with" in result.err, result.err
        assert not os.path.exists(notebook.file("a.cuttings.zip"))


def test_nobody_signed():
    with Notebook() as notebook:
        fill(notebook)
        path = notebook.file("a.cuttings.zip")
        notebook.do("export", "--all", "-o", path)
        assert "prove no author" in notebook.try_("verify", path).one["signature"]


def test_encrypted_to_a_key():
    with Notebook() as notebook, keyring("Ada", "Tom") as ring:
        fill(notebook)
        path = notebook.file("a.cuttings.zip")
        report = notebook.do("export", "--all", "--profile", "full", "--encrypt-to", ring.fingerprint("Tom"), "-o", path, env=ring.env).one
        assert report["path"] == path + ".gpg" and sorted(n for n in os.listdir(notebook.folder) if n.startswith(("a.", ".a"))) == ["a.cuttings.zip.gpg"]
        with open(notebook.file("plain.zip"), "wb") as plain:
            plain.write(ring.gpg("--decrypt", report["path"]))
        with zipfile.ZipFile(notebook.file("plain.zip")) as bundle:
            assert bundle.testzip() is None
            assert any(SECRET.encode() in bundle.read(name) for name in bundle.namelist())
        with open(report["path"], "rb") as file:
            data = file.read()
        assert SECRET.encode() not in data and b"harbour" not in data and b"bagit" not in data
        assert notebook.try_("verify", report["path"], env=ring.env).one["ok"]
        with Notebook() as other:
            other.do("import", report["path"], env=ring.env)
            assert len(other.list("clips")) == 1 and other.list("sources")[0]["label"] == SECRET
        with keyring("Eve") as stranger:
            done = notebook.try_("verify", report["path"], env=stranger.env)
            assert done.status != 0 and "another" in done.err, done.err
        for wrong in ("nobody@press.example", "0" * 40):
            done = notebook.try_("export", "--all", "--encrypt-to", wrong, "-o", notebook.file("b.zip"), env=ring.env)
            assert done.status != 0 and wrong in done.err and not os.path.exists(notebook.file("b.zip.gpg"))


def test_the_passphrase_of_a_key_is_not_given():
    with Notebook() as notebook, keyring() as ring:
        ring.lock("Ada")
        fill(notebook)
        path = notebook.file("a.cuttings.zip")
        done = notebook.try_("export", "--all", "--sign", "-o", path, env=ring.env)
        assert done.status == 1 and "was not given the passphrase of the key" in done.err and not os.path.exists(path), done.err
        sealed = notebook.do("export", "--all", "--encrypt-to", ring.fingerprint("Ada"), "-o", path, env=ring.env).one["path"]
        for words in (["verify", sealed], ["import", sealed]):
            done = notebook.try_(*words, env=ring.env)
            assert done.status == 1 and "was not given the passphrase of the key" in done.err, (words, done.err)


def test_without_gnupg():
    """What needs it says so; all else works."""
    with Notebook() as notebook, keyring() as ring:
        fill(notebook)
        none = {"PATH": notebook.folder, **ring.env}
        path = notebook.file("a.cuttings.zip")
        sealed = notebook.file("b.cuttings.zip.gpg", "-----BEGIN PGP MESSAGE-----\n")
        for words in (["export", "--all", "--sign", "-o", path], ["export", "--all", "--encrypt-to", "Ada", "-o", path], ["verify", sealed],
                      ["import", sealed]):
            done = notebook.try_(*words, env=none)
            assert done.status == 1 and "GnuPG is needed for this, and it is not installed" in done.err and not os.path.exists(path), (words, done.err)
        notebook.do("export", "--all", "-o", path, env=none)
        assert notebook.do("verify", path, env=none).one["ok"]


def test_the_same_bytes_under_the_seal():
    """What is encrypted went to GnuPG piece by piece, and is the bundle that would have been written in the open."""
    with Notebook() as notebook, keyring("Tom") as ring:
        fill(notebook)
        notebook.do("clip", notebook.file("long.txt", "A long letter\n\n" + "Of the harbour office, to all islands.\n" * 200000))
        path = notebook.file("a.cuttings.zip")
        notebook.do("export", "--all", "-o", path)
        notebook.do("export", "--all", "--encrypt-to", ring.fingerprint("Tom"), "-o", path, env=ring.env)
        with open(path, "rb") as plain:
            assert ring.gpg("--decrypt", path + ".gpg") == plain.read()


def test_an_uncertified_name_is_refused():
    with Notebook() as notebook, keyring("Ada") as ring, keyring("Tom") as tom:
        fill(notebook)
        ring.gpg("--import", stdin=tom.gpg("--export", "Tom"))
        done = notebook.try_("export", "--all", "--encrypt-to", "tom@press.example", "-o", notebook.file("a.zip"), env=ring.env)
        assert done.status != 0 and "certified" in done.err
        notebook.do("export", "--all", "--encrypt-to", tom.fingerprint("Tom"), "-o", notebook.file("a.zip"), env=ring.env)
        tom.gpg("--decrypt", notebook.file("a.zip.gpg"))


def test_one_certified_name_does_not_vouch_for_another():
    """A key may claim to be anybody's, beside the name that was certified."""
    with Notebook() as notebook, keyring("Ada") as ring, keyring("Eve") as eve:
        fill(notebook)
        eve.gpg("--passphrase", "", "--quick-add-uid", eve.fingerprint("Eve"), "Tom <tom@press.example>")
        ring.gpg("--import", stdin=eve.gpg("--export", "Eve"))
        ring.gpg("--passphrase", "", "--yes", "--quick-sign-key", eve.fingerprint("Eve"), "Eve <eve@press.example>")
        for name in ("tom@press.example", "Tom", "<tom@press.example>", "ve@press.example"):
            done = notebook.try_("export", "--all", "--encrypt-to", name, "-o", notebook.file("a.zip"), env=ring.env)
            assert done.status != 0 and "certified" in done.err, (name, done.err)
        for name in ("EVE@press.example", "Eve", "<eve@press.example>", "Eve <eve@press.example>"):
            notebook.do("export", "--all", "--encrypt-to", name, "-o", notebook.file(f"{len(name)}.zip"), env=ring.env)
            eve.gpg("--decrypt", notebook.file(f"{len(name)}.zip.gpg"))


def test_encrypted_with_a_passphrase():
    with Notebook() as notebook, keyring() as ring:
        fill(notebook)
        right, wrong = notebook.file("right", "correct horse battery\n"), notebook.file("wrong", "another horse battery\n")
        path = notebook.file("a.cuttings.zip.gpg")
        notebook.do("export", "--all", "--profile", "full", "--bundle-passphrase-file", right, "-o", path, env=ring.env)
        plain = ring.gpg("--passphrase", "correct horse battery", "--decrypt", path)
        assert plain.startswith(b"PK")
        assert notebook.try_("verify", path, "--bundle-passphrase-file", right, env=ring.env).one["ok"]
        done = notebook.try_("verify", path, "--bundle-passphrase-file", wrong, env=ring.env)
        assert done.status != 0 and "passphrase" in done.err, (done.status, done.err, done.out)
        with Notebook() as other:
            assert other.try_("import", path, "--bundle-passphrase-file", wrong, env=ring.env).status != 0 and other.list("clips") == []
            other.do("import", path, "--bundle-passphrase-file", right, env=ring.env)
            assert len(other.list("clips")) == 1
        # What is no bundle is called by its own name, not by where it lies in memory.
        ring.gpg("--passphrase", "correct horse battery", "--symmetric", "--output", notebook.file("letter.gpg"), right)
        for done in (notebook.try_("verify", notebook.file("letter.gpg"), "--bundle-passphrase-file", right, env=ring.env),
                     notebook.try_("import", notebook.file("letter.gpg"), "--bundle-passphrase-file", right, env=ring.env)):
            assert done.status == 1 and "letter.gpg" in done.out + done.err and "/proc" not in done.out + done.err, (done.out, done.err)
        junk = notebook.file("junk.zip.gpg", b"no message of OpenPGP")
        assert notebook.try_("verify", junk, "--bundle-passphrase-file", right, env=ring.env).status != 0


def test_what_is_sealed_here_is_whole_there():
    """In a protected notebook revisions are of what is sealed; a bundle that says the names has such as fit what it says."""
    with Notebook() as notebook, keyring() as ring, Notebook() as other:
        fill(notebook)
        phrase = notebook.file("phrase", "correct horse battery\n")
        notebook.do("protect", "set", "--new-passphrase-file", phrase)
        notebook.do("add", "source", "Jonas Valerian", "--kind", "person", "--sensitivity", "confidential", "--contact", "jonas@press.example",
                    "--passphrase-file", phrase)
        revealed = next(s for s in notebook.list("sources", "--passphrase-file", phrase) if s["label"] == SECRET)["id"]
        hashes = []
        for name in ("a.zip", "b.zip"):
            report = notebook.do("export", "--all", "--profile", "full", "--bundle-passphrase-file", phrase, "--passphrase-file", phrase, "-o",
                                 notebook.file(name), env=ring.env).one
            verdict = notebook.try_("verify", report["path"], "--bundle-passphrase-file", phrase, env=ring.env).one
            assert verdict["ok"], verdict
            hashes.append(ring.gpg("--passphrase", "correct horse battery", "--decrypt", report["path"]))
        assert hashes[0] == hashes[1]
        other.do("import", report["path"], "--bundle-passphrase-file", phrase, env=ring.env)
        assert {s["label"] for s in other.list("sources")} == {SECRET, "Jonas Valerian"} and not any(s.get("contact") for s in other.list("sources"))
        # What was changed there comes back to what is sealed here.
        theirs = next(s for s in other.list("sources") if s["label"] == SECRET)["id"]
        other.do("edit", theirs, "--reliability", "B2")
        other.do("export", "--all", "--profile", "full", "--bundle-passphrase-file", phrase, "-o", other.file("back.zip"), env=ring.env)
        done = notebook.do("import", other.file("back.zip.gpg"), "--bundle-passphrase-file", phrase, "--passphrase-file", phrase, env=ring.env).one
        assert done["conflicts"] == [], done
        mine = {s["label"]: s for s in notebook.list("sources", "--passphrase-file", phrase)}
        assert set(mine) == {SECRET, "Jonas Valerian"} and mine["Jonas Valerian"]["contact"] == "jonas@press.example"
        assert mine[SECRET]["reliability"] == "B2", mine
        plain = notebook.file("c.zip")
        notebook.do("export", "--all", "--reveal", revealed, "--passphrase-file", phrase, "-o", plain)
        assert notebook.try_("verify", plain).one["ok"]


def test_full_is_never_in_the_open():
    with Notebook() as notebook:
        fill(notebook)
        for words in (("--profile", "full"), ("--profile", "full", "--sign"), ("--format", "html", "--profile", "full"),
                      ("--format", "html", "--profile", "full", "--encrypt-to", "x"), ("--format", "ris", "--sign")):
            done = notebook.try_("export", "--all", *words, "-o", notebook.file("a.zip"))
            assert done.status != 0 and done.err.strip(), words
        assert not any(name.startswith("a.") for name in os.listdir(notebook.folder))


if __name__ == "__main__":
    tap.run(__name__)
