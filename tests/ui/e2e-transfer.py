# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting from the window, file chooser included, and what is dropped onto it."""

import contextlib
import os
import pathlib
import zipfile

import sample
import tap
from drag import drag_source, drag_to
from program import SOURCE, Notebook, call
from task import number, opened, read_sample, ready_button, served, titles
from window import Window, wait_for

ALL = ("ferry-denial.html", "ferry-inspections.html", "ferry-review.html")


def choose_format(window, downs):
    """In the export dialog, by its mnemonic and the list it opens: what stands so far below the bundle."""
    leaves = window.find("What leaves the notebook", role="list")
    wait_for(lambda: leaves.has(part="contributor"), "what is in a bundle")
    window.to_dialog("Export")
    window.keys("alt+a")
    window.find(part="BibTeX references")
    window.keys(*["Down"] * downs, "Return")
    wait_for(lambda: leaves.has(part="3 clips") and not leaves.has(part="contributor"), "what is in the other format")


def export_to(window, path, downs=0):
    """Goes from the window through the dialog and the file chooser, by keyboard where one types."""
    window.keys("ctrl+e")
    window.find("What leaves the notebook", role="list")
    if downs:
        choose_format(window, downs)
    ready_button(window, "Export…").press()
    chooser = window.find("Save the Export", showing=False)
    window.to_dialog("Save the Export")
    wait_for(lambda: any(node.focused for node in chooser.all(role="text")), "the name's entry")
    window.keys("ctrl+a")
    window.type(path)
    ready_button(chooser, "Save").press()


def test_a_bundle_is_exported():
    with opened(*ALL) as (window, notebook, _):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        path = notebook.file("ferries.cuttings.zip")
        export_to(window, path)
        window.find(part="Exported to ferries.cuttings.zip")
        assert call("verify", path).status == 0
        with Notebook() as other:
            other.do("import", path)
            assert len(other.list("clips")) == 3
        window.gone(name="What leaves the notebook")


def test_one_page_is_exported():
    with opened(*ALL) as (window, notebook, _):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        path = notebook.file("ferries.html")
        export_to(window, path, 1)
        window.find(part="Exported to ferries.html")
        with open(path, encoding="utf-8") as page:
            text = page.read()
        assert text.startswith("<!DOCTYPE html>") and text.count("<article id=") == 3


def heavy(notebook):
    """Pages whose evidence takes seconds to be searched for a protected name."""
    words = " ".join(f"w{n * 7919 % 400009:x}" for n in range(400000))
    text = "".join(f"<p>{words[at:at + 300]}.</p>" for at in range(0, 30000, 300))
    pages = [notebook.file(f"page-{n}.html", f"<!DOCTYPE html><title>Page {n}</title><article>{text}</article><!-- {words} {n} -->")
             for n in range(40)]
    notebook.do("clip", *pages)
    notebook.do("add", "source", "Mira Tannert", "--kind", "person", "--sensitivity", "confidential")


def test_a_dossier_is_exported():
    with opened(*ALL) as (window, notebook, _):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        path = notebook.file("ferries.odt")
        export_to(window, path, 2)
        window.find(part="Exported to ferries.odt")
        with zipfile.ZipFile(path) as packed:
            assert packed.read("mimetype") == b"application/vnd.oasis.opendocument.text" and b"Register finds gaps" in packed.read("content.xml")


def test_an_export_is_cancelled():
    with Notebook() as notebook:
        heavy(notebook)
        with Window(notebook.path) as window:
            path = notebook.file("out/ferries.cuttings.zip")
            os.mkdir(os.path.dirname(path))
            export_to(window, path)
            window.find(role="progress bar")
            window.find(part="Writing the bundle")
            assert not os.path.exists(path)
            ready_button(window, "Cancel").press()
            # The choices are still there, and nothing was written, whole or half.
            ready_button(window, "Export…")
            assert os.listdir(os.path.dirname(path)) == []


def test_what_cannot_be_written_is_told():
    with opened(*ALL) as (window, notebook, _):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        # No right makes a file there, so that this is seen whoever runs the test.
        export_to(window, "/proc/ferries.cuttings.zip")
        window.find("Nothing Was Exported")
        # Not the one of the window, which has no mnemonic.
        ready_button(window, "_Close").press()
        # The choices are still there to try another place.
        ready_button(window, "Export…")


def test_the_dialog_says_what_leaves_and_for_whom():
    with opened(*ALL) as (window, _, __):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        window.keys("ctrl+e")
        leaves = window.find("What leaves the notebook", role="list")
        wait_for(lambda: leaves.has(part="3"), "three clips in the preview")
        window.to_dialog()
        window.keys("Escape")
        window.gone(name="What leaves the notebook")


@contextlib.contextmanager
def dropped(kind, content):
    """A notebook and its window, onto which this was dropped."""
    with Notebook() as notebook, Window(notebook.path) as window:
        window.find(part="Inbox Is Empty", showing=False)
        with drag_source(kind, content) as place:
            drag_to(window, place)
            yield notebook, window


def test_a_page_is_dropped():
    with dropped("text/html", read_sample("ferry-review.html")) as (notebook, window):
        assert number(notebook, "clips", 1)[0]["title"].startswith("Register finds gaps")
        text = window.find("Article text", role="text")
        wait_for(lambda: "crowns" in text.text, "the article")


def test_a_text_is_dropped():
    with dropped("text/plain;charset=utf-8", read_sample("pasted-dredging.txt")) as (notebook, _):
        assert number(notebook, "clips", 1)[0]["title"].startswith("Port Sennet dredging")


def test_files_are_dropped():
    names = ("ferry-denial.html", "ferry-inspections.html")
    with dropped("text/uri-list", "".join(f"{pathlib.Path(sample.sample(name)).resolve().as_uri()}\r\n" for name in names)) as (
            notebook, _):
        assert sorted(clip["title"][:12] for clip in number(notebook, "clips", 2)) == ["Ferry line s", "Tolvane Line"]


def test_a_link_is_dropped():
    with served({"/ferries": read_sample("ferry-inspections.html")}) as address:
        with dropped("text/uri-list", f"{address}/ferries\r\n") as (notebook, _):
            assert number(notebook, "clips", 1)[0]["url"] == f"{address}/ferries"


def test_another_programs_file_is_imported():
    """What came along and what did not can be read before and after."""
    path = os.path.join(SOURCE, "tests", "data", "imports", "raindrop.csv")
    with Notebook() as notebook, Window(notebook.path) as window:
        window.find(part="Inbox Is Empty", showing=False)
        window.keys("ctrl+i")
        chooser = window.find("Import", showing=False)
        window.to_dialog("Import")
        window.type(path)
        ready_button(chooser, "Open").press()
        changes = window.find("What the import would change", role="list")
        for words in ("Raindrop", "2 clips", "favorite: 2 are not carried over"):
            assert changes.has(part=words), words
        assert not notebook.list("clips")
        ready_button(window, "_Import").press()
        window.find(part="objects imported")
        assert len(number(notebook, "annotations", 3)) == 3
        assert changes.has(part="favorite: 2 are not carried over")
        ready_button(window, "_Close").press()
        window.gone(name="What the import would change")
        wait_for(lambda: len(titles(window)) == 2, "two clips")


def test_an_imported_link_is_fetched():
    with served({"/ferries": read_sample("ferry-inspections.html")}) as address, Notebook() as notebook:
        notebook.do("import", notebook.file("links.csv", f"title,url\nFerries,{address}/ferries\n"))
        with Window(notebook.path) as window:
            wait_for(lambda: len(titles(window)) == 1, "one clip")
            window.click(window.find(part="Ferries", role="list item"))
            window.find(part="came from another program")
            # Not that the page was captured.
            window.find(part="Imported from ")
            ready_button(window, "_Fetch").press()
            text = window.find("Article text", role="text")
            wait_for(lambda: "crowns" in text.text or "inspection" in text.text, "the article")
            window.gone(part="came from another program")
            window.find(part="Captured ")


if __name__ == "__main__":
    tap.run(__name__)
