# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start of the window: it is there before its notebook, says what it waits for, and goes where somebody was."""

import os
import sqlite3

import sample
import tap
from program import Notebook
from task import choose, open_clip, titles
from window import Window, wait_for

TITLE = "Ferry line skipped"
FAILED = "The Notebook Could Not Be Opened"


def settings_of(notebook):
    """The window keeps its settings beside its notebook."""
    return os.path.join(os.path.dirname(notebook.path), "config", "glib-2.0", "settings", "keyfile")


def test_a_notebook_that_cannot_be_opened_is_tried_again():
    """In the same window: who mended what was wrong has the list, and the clip that the command line named."""
    with Notebook() as notebook:
        sample.fill(notebook)
        good = open(notebook.path, "rb").read()
        notebook.file("notebook.cuttings", b"no notebook " * 2000)
        text = notebook.file("tide.txt", "The quay is closed\n\nThe harbour office of Port Sennet said on Monday that the quay is closed for "
                                         "the winter, and that the ferries of the outer line leave from the old pier until it is open again.\n")
        with Window(notebook.path, text) as window:
            window.find(name=FAILED)
            assert not window.has(part="Port Sennet dredging")
            notebook.file("notebook.cuttings", good)
            window.find(part="Try Again", role="push button").press()
            window.find(part="Port Sennet dredging", role="list item")
            window.find(part="The quay is closed", role="list item")
            assert not window.has(name=FAILED)
            assert len(window.children()) == 1, window.tree()


def test_a_window_that_waits_does_nothing_and_can_be_closed():
    """Another program holds the notebook: the window stands meanwhile, and its keys do nothing yet."""
    with Notebook() as notebook:
        sample.fill(notebook)
        other = sqlite3.connect(notebook.path)
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with Window(notebook.path, ready=False) as window:
            wait_for(lambda: window.has(name="Inbox") or window.has(name=FAILED), "the window")
            window.keys("ctrl+4", "ctrl+v", "ctrl+z", "ctrl+shift+n", "ctrl+k", "f", "ctrl+f", "ctrl+e", "ctrl+d", "ctrl+8", "F9", "Escape")
            window.keys("ctrl+w")
            assert window.ended() == 0, window.messages
        other.close()


def test_the_place_comes_back():
    """A story, an article in it, and the order of the list."""
    with Notebook() as notebook:
        sample.fill(notebook)
        with Window(notebook.path) as window:
            window.click(window.find(part="The Tolvane ferries", role="list item"))
            wait_for(lambda: len(titles(window)) == 3, "the clips of the story")
            window.click(window.find("Sort", role="push button"))
            choose(window, "Title")
            order = wait_for(lambda: titles(window) == sorted(titles(window), key=str.casefold) and titles(window), "the order")
            text = open_clip(window, TITLE).text
            window.keys("ctrl+w")
            assert window.ended() == 0, window.messages
        assert "sort-order='title'" in open(settings_of(notebook), encoding="utf-8").read()
        with Window(notebook.path) as window:
            wait_for(lambda: titles(window) == order, f"{order} again")
            wait_for(lambda: window.find("Article text", role="text").text == text, "the article again")


def test_a_view_without_clips_comes_back():
    with Notebook() as notebook:
        sample.fill(notebook)
        with Window(notebook.path) as window:
            window.keys("ctrl+4")
            window.find(part="Maritime Register", role="list item")
            window.keys("ctrl+w")
            assert window.ended() == 0, window.messages
        with Window(notebook.path) as window:
            window.find(part="Maritime Register", role="list item")


def _add_viewer(notebook):
    """A program that shows help, as far as the desktop knows: it writes down what it was to show. Gives the file."""
    shown = os.path.join(os.path.dirname(notebook.path), "shown")
    notebook.file("data/applications/viewer.desktop",
                  f"[Desktop Entry]\nType=Application\nName=Viewer\nExec=sh -c 'echo \"$1\" > {shown}' sh %u\nMimeType=x-scheme-handler/help;\n")
    notebook.file("data/applications/mimeapps.list", "[Default Applications]\nx-scheme-handler/help=viewer.desktop\n")
    return shown


def test_f1_opens_the_help():
    with Notebook() as notebook:
        shown = _add_viewer(notebook)
        with Window(notebook.path) as window:
            window.find("Inbox Is Empty", showing=False)
            window.keys("F1")
            wait_for(lambda: os.path.exists(shown) and open(shown, encoding="utf-8").read() == "help:cuttings\n", "the help")


def test_without_a_viewer_f1_says_what_else_there_is():
    with Notebook() as notebook, Window(notebook.path, settings={"XDG_DATA_DIRS": os.path.dirname(notebook.path)}) as window:
        window.find("Inbox Is Empty", showing=False)
        window.keys("F1")
        window.find(part="man cuttings")


if __name__ == "__main__":
    tap.run(__name__)
