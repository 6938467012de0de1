# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bundles that are signed and encrypted, checked, and what two people wrote differently: all of it in the window."""

import contextlib
import os

import sample
import tap
from drag import drag_source, drag_to
from keyring import keyring
from program import Notebook, call
from task import opened, ready_button
from window import Window, wait_for

PHRASE = "correct horse battery staple"
SECRET = "Mira Tannert"


def to_chooser(window, title, path, button):
    chooser = window.find(title, showing=False)
    window.to_dialog(title)
    if button == "Save":
        wait_for(lambda: any(node.focused for node in chooser.all(role="text")), "the name's entry")
        window.keys("ctrl+a")
    window.type(path)
    ready_button(chooser, button).press()


def open_export(window):
    window.keys("ctrl+e")
    leaves = window.find("What leaves the notebook", role="list")
    wait_for(lambda: leaves.has(part="contributor"), "the preview")
    window.to_dialog("Export")


def choose(window, mnemonic, last, downs):
    """What stands so far below the first in the list of a row, once that list, up to its last, is open and has the keys."""
    window.keys(f"alt+{mnemonic}")
    window.find(last, role="label")
    wait_for(lambda: any(item.focused for item in window.all(role="list item")), "the keys in the list")
    window.keys(*["Down"] * downs, "Return")


def test_signed_and_encrypted_to_a_key():
    with keyring("Ada", "Tom") as ring, opened("ferry-denial.html", settings=ring.env) as (window, notebook, _):
        open_export(window)
        window.find(part="2 keys to choose from")
        window.keys("alt+i")
        choose(window, "n", "With a passphrase", 1)
        window.find(part="Choose whose key")
        assert not window.all(part="Export…", role="push button")[0].sensitive
        window.tab_to(window.find(part="Tom <tom@press.example>", role="check box"))
        window.keys("space")
        ready_button(window, "Export…").press()
        path = notebook.file("ferries.cuttings.zip.gpg")
        to_chooser(window, "Save the Export", path, "Save")
        window.find(part="Exported to ferries.cuttings.zip.gpg")
        judged = call("verify", "--json", path, env=ring.env).one
        assert judged["ok"] and "Ada" in judged["signature"], judged


def test_confidential_material_is_asked_about_twice():
    with Notebook() as notebook, keyring() as ring:
        sample.clip(notebook, "ferry-denial.html")
        notebook.do("add", "source", SECRET, "--kind", "person", "--sensitivity", "confidential")
        with Window(notebook.path, settings=ring.env) as window:
            window.find(part="Tolvane Line denies", role="list item")
            open_export(window)
            window.find(part="GnuPG has no key of yours")
            choose(window, "f", "Everything, confidential too", 2)
            ready_button(window, "_Include").press()
            window.find(part="leaves only encrypted")
            assert not window.all(part="Export…", role="push button")[0].sensitive
            window.back_to_dialog("Export")
            choose(window, "n", "With a passphrase", 2)
            window.find(part="At least eight characters")
            window.keys("Tab")
            window.type(PHRASE)
            window.keys("Tab", "Tab")
            window.type(PHRASE)
            window.find(part="by another way than the file")
            ready_button(window, "Export…").press()
            window.find(part="Whoever has the file and the passphrase", showing=False)
            # Not that of the dialog below, which asks for a place.
            next(node for node in window.all(part="_Export", role="push button") if "…" not in node.name).press()
            path = notebook.file("all.cuttings.zip.gpg")
            to_chooser(window, "Save the Export", path, "Save")
            window.find(part="Exported to all.cuttings.zip.gpg")
        with Notebook() as other:
            other.do("import", "--bundle-passphrase-file", notebook.file("phrase", PHRASE + "\n"), path, env=ring.env)
            assert other.list("sources")[0]["label"] == SECRET


@contextlib.contextmanager
def at_odds():
    """A notebook, and a colleague's that has another word on the same claim."""
    with Notebook() as ours, Notebook() as theirs:
        claim = ours.do("add", "claim", "The tank leaked twice").one["id"]
        ours.do("export", "--all", "-o", ours.file("over.cuttings.zip"))
        theirs.do("import", ours.file("over.cuttings.zip"))
        for notebook, status, place in ((ours, "verified", "Norrvik"), (theirs, "false", "Sundvik")):
            notebook.do("edit", claim, "--status", status, "--place", place)
        yield ours, theirs


def the_claim(notebook):
    return notebook.list("claims")[0]


def test_an_encrypted_bundle_is_opened_and_what_differs_is_settled():
    with keyring("Ada") as ring, at_odds() as (ours, theirs):
        phrase = ours.file("phrase", PHRASE + "\n")
        bundle = theirs.file("back.cuttings.zip.gpg")
        theirs.do("export", "--all", "--sign", "--bundle-passphrase-file", phrase, "-o", bundle, env=ring.env)
        with Window(ours.path, settings=ring.env) as window:
            window.find(part="Inbox Is Empty", showing=False)
            window.keys("ctrl+i")
            to_chooser(window, "Import", bundle, "Open")
            window.find(part="is encrypted with a passphrase")
            window.to_dialog("Import")
            window.type("another phrase\n")
            window.find(part="That is not the passphrase", showing=False)
            window.type(PHRASE + "\n")
            changes = window.find("What the import would change", role="list")
            assert changes.has(part="Signed by Ada")
            ready_button(window, "_Import").press()
            window.find(part="In 2 places you and a colleague wrote different things")
            ready_button(window, "Settle…").press()
            window.to_window()
            conflicts = window.find("Conflicts", role="list")
            for words in ("Norrvik", "Sundvik", "Verified", "False", "Written in this notebook on", "From "):
                assert conflicts.has(part=words), words
            # The keyboard alone will do.
            window.tab_to(window.find(part="Take “Norrvik”", role="push button"))
            window.keys("space")
            wait_for(lambda: the_claim(ours)["place"] == "Norrvik" and list(the_claim(ours)["conflicts"]) == ["status"], "one settled")
            window.gone(part="Take “Norrvik”", role="push button")
            ready_button(window, "of Theirs").press()
            wait_for(lambda: the_claim(ours)["status"] == "false" and not the_claim(ours)["conflicts"], "all settled")
            window.find("Nothing to Settle")
            window.keys("ctrl+z")
            wait_for(lambda: the_claim(ours)["conflicts"], "one that is open again")
            window.find(part="Write Another Value…", role="push button").press()
            window.find("Conflicts", role="list")


def test_without_gnupg():
    """Whoever has none is told what it is needed for, and gives and takes bundles all the same."""
    with Notebook() as notebook, Notebook() as other:
        notebook.do("add", "claim", "The tank leaked twice")
        notebook.do("export", "--all", "-o", notebook.file("over.cuttings.zip"))
        sealed = notebook.file("over.cuttings.zip.gpg", "-----BEGIN PGP MESSAGE-----\n")
        with Window(other.path, settings={"PATH": notebook.folder}) as window:
            window.find(part="Inbox Is Empty", showing=False)
            window.keys("ctrl+i")
            to_chooser(window, "Import", sealed, "Open")
            window.find(part="GnuPG is needed for this, and it is not installed")
            window.to_dialog("Import")
            window.keys("Escape")
            window.gone(part="GnuPG is needed")
            window.to_window()
            window.keys("ctrl+i")
            to_chooser(window, "Import", notebook.file("over.cuttings.zip"), "Open")
            ready_button(window, "_Import").press()
            wait_for(lambda: other.list("claims"), "the claim")
            window.to_window()
            open_export(window)
            window.find(part="GnuPG is needed for this, and it is not installed")
            assert not window.find(part="Sign", role="list item").sensitive


def test_gnupg_asks_in_vain():
    """Whoever closes the window in which it asks for a key's passphrase is told what came of it, and can go on."""
    with keyring() as ring, Notebook() as notebook:
        ring.lock("Ada")
        notebook.do("add", "claim", "The tank leaked twice")
        sealed = notebook.do("export", "--all", "--encrypt-to", ring.fingerprint("Ada"), "-o", notebook.file("a.cuttings.zip"), env=ring.env).one["path"]
        with Window(notebook.path, settings=ring.env) as window:
            window.find(part="Inbox Is Empty", showing=False)
            with drag_source("text/uri-list", f"file://{sealed}\r\n") as place:
                drag_to(window, place)
                window.find(part="GnuPG was not given the passphrase of the key")
            window.to_dialog("Import")
            window.keys("Escape")
            window.gone(part="GnuPG was not given")
            window.to_window()
            open_export(window)
            window.find(part="Ada")
            window.keys("alt+i")
            ready_button(window, "Export…").press()
            to_chooser(window, "Save the Export", notebook.file("b.cuttings.zip"), "Save")
            window.find("Nothing Was Exported")
            assert window.has(part="GnuPG was not given the passphrase of the key")
            ready_button(window, "_Close").press()
            ready_button(window, "Export…")
            assert not os.path.exists(notebook.file("b.cuttings.zip"))


def test_another_value_is_written():
    """Lists of names and other objects, too: what neither of the two wrote."""
    with Notebook() as ours, Notebook() as theirs:
        clip = ours.do("clip", "-", "--title", "A letter", stdin="A letter\n\nThe harbour board of Norrvik met on Monday and decided nothing.\n").one["id"]
        tag, *parents = (ours.do("add", "tag", label).one["id"] for label in ("Tanks", "Harbour", "Leaks", "Boats"))
        path = ours.file("over.cuttings.zip")
        ours.do("export", "--all", "-o", path)
        theirs.do("import", path)
        for notebook, author, parent in ((ours, "Ada Kell", parents[0]), (theirs, "Tom Ash", parents[1])):
            notebook.do("edit", clip, "--authors", author)
            notebook.do("edit", tag, "--parent", parent)
        theirs.do("export", "--all", "-o", path)
        ours.do("import", path)
        ours.file("config/glib-2.0/settings/keyfile", "[app/cuttings/Cuttings]\nlast-view='conflicts'\n")
        with Window(ours.path) as window:
            for field, typed in (("Authors", "Ada Kell; Tom Ash\n"), ("Parent tag", "Boats\n")):
                row = window.find(part=f": {field}", role="list item")
                row.find(part="Write Another Value…", role="push button").press()
                wait_for(lambda: any(node.focused for node in row.all(name=field)), "the entry")
                window.keys("ctrl+a")
                window.type(typed)
                window.gone(part=f": {field}", role="list item")
            wait_for(lambda: ours.list("clips")[0]["authors"] == ["Ada Kell", "Tom Ash"], "both authors")
            wait_for(lambda: next(one for one in ours.list("tags") if one["id"] == tag)["parent"] == parents[2], "a third parent")
            window.find("Nothing to Settle")


def test_a_bundle_that_a_browser_renamed_is_imported():
    with at_odds() as (ours, theirs):
        path = theirs.file("back.cuttings (1).zip")
        theirs.do("export", "--all", "-o", path)
        with Window(ours.path, path) as window:
            window.find("What the import would change", role="list")
            ready_button(window, "_Import").press()
            window.find(part="In 2 places you and a colleague wrote different things")


def damage(path):
    with open(path, "rb") as file:
        data = file.read()
    # One letter of a text, which is stored as it is.
    assert b"The tank leaked twice" in data
    with open(path, "wb") as file:
        file.write(data.replace(b"The tank leaked twice", b"The tank leaked twixe"))


def test_a_bundle_is_checked():
    with keyring("Ada") as ring, at_odds() as (ours, theirs):
        path = theirs.file("back.cuttings.zip")
        theirs.do("export", "--all", "--sign", "-o", path, env=ring.env)
        with Window(ours.path, settings=ring.env) as window:
            for words in ("All is as it was written", "is wrong with it"):
                if not words.startswith("All"):
                    damage(path)
                window.keys("F10")
                window.find(part="Check a Bundle", role="menu item").press()
                to_chooser(window, "Check a Bundle", path, "Open")
                found = window.find("What the check found", role="list")
                assert found.has(part=words) or found.has(part=words.replace("is wrong", "are wrong")), words
                # Who signed something else says nothing about this.
                assert found.has(part="Signed by Ada") == words.startswith("All")
                window.to_dialog("Check a Bundle")
                window.keys("Escape")
                window.gone(name="What the check found")
                window.to_window()
        assert the_claim(ours)["conflicts"] is None


if __name__ == "__main__":
    tap.run(__name__)
