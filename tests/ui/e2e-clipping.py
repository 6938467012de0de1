# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clipping in the window and reading what was clipped."""

import threading

import sample
import tap
from program import Notebook
from session import session_manager
from task import copy, focus, number, open_clip, opened, read_sample, resize, served, titles
from window import Window, wait_for

TITLE = "Ferry line skipped"


def test_a_link_is_clipped():
    with served({"/ferries": read_sample("ferry-inspections.html")}) as address, Notebook() as notebook:
        with Window(notebook.path) as window:
            window.find(part="Inbox Is Empty", showing=False)
            window.keys("ctrl+l")
            window.find(part="Address", role="text")
            window.to_dialog()
            window.type(address + "/ferries\n")
            clip = number(notebook, "clips", 1)[0]
            assert clip["title"] == "Ferry line skipped hull inspections, officials say"
            assert clip["url"] == address + "/ferries" and clip["site_name"] == "The Meridian"
            text = window.find("Article text", role="text")
            wait_for(lambda: "carries most of the passengers" in text.text, "the article")
            assert [TITLE in title for title in titles(window)] == [True]


def test_a_word_that_is_no_link_is_named():
    with Notebook() as notebook, Window(notebook.path) as window:
        window.keys("ctrl+l")
        entry = window.find(part="Address", role="text")
        window.to_dialog()
        window.type("example.org/page nonsense")
        assert not window.has(part="is no address of a page")
        assert not window.find("_Clip Clip", role="push button").sensitive
        window.keys("Return")
        window.find("“nonsense” is no address of a page, as https://example.org/page is")
        entry.type_into("example.org/page")
        window.gone(part="is no address of a page")
        assert window.find("_Clip Clip", role="push button").sensitive


def test_a_link_that_fails_is_told_and_tried_again():
    pages = {}
    with served(pages) as address, Notebook() as notebook, Window(notebook.path) as window:
        window.keys("ctrl+l")
        window.find(part="Address", role="text").type_into(address + "/gone")
        window.find("_Clip Clip", role="push button").press()
        window.find(part="has no page at this address")
        assert notebook.list("clips") == []
        pages["/gone"] = read_sample("ferry-review.html")
        window.find(part="Try Again", role="push button").press()
        number(notebook, "clips", 1)


def test_what_failed_before_does_not_keep_a_clip_from_being_shown():
    with served({}) as address, opened("ferry-inspections.html") as (window, notebook, _):
        open_clip(window, TITLE)
        window.keys("ctrl+l")
        window.find(part="Address", role="text").type_into(f"{address}/gone {address}/missing")
        window.find("_Clip Clip", role="push button").press()
        window.find(part="2 articles could not be clipped")
        window.to_window()
        copy(read_sample("pasted-dredging.txt"))
        window.keys("ctrl+v")
        number(notebook, "clips", 2)
        text = window.find("Article text", role="text")
        wait_for(lambda: "rock under the silt" in text.text, "the article that was pasted")


class Slow(dict):
    """A page that comes when it is let go."""

    def __init__(self, pages):
        super().__init__(pages)
        self.go = threading.Event()

    def get(self, *what):
        self.go.wait()
        return super().get(*what)


def test_nobody_logs_out_while_an_article_comes():
    pages = Slow({"/ferries": read_sample("ferry-inspections.html")})
    with session_manager() as session, served(pages) as address, Notebook() as notebook, Window(notebook.path) as window:
        window.keys("ctrl+l")
        window.find(part="Address", role="text").type_into(address + "/ferries")
        window.find("_Clip Clip", role="push button").press()
        wait_for(lambda: session.held, "the session that is held up")
        assert [flags & 5 for _, flags in session.held.values()] == [5], session.held
        pages.go.set()
        number(notebook, "clips", 1)
        wait_for(lambda: not session.held, "the session that may end")


def test_a_text_is_pasted():
    with Notebook() as notebook, Window(notebook.path) as window:
        window.find("Clips", role="list", showing=False)
        copy(read_sample("pasted-dredging.txt"))
        window.keys("ctrl+v")
        clip = number(notebook, "clips", 1)[0]
        assert clip["title"] == "Port Sennet dredging to cost twice as much as planned"
        text = window.find("Article text", role="text")
        wait_for(lambda: "rock under the silt" in text.text, "the article")
        window.keys("ctrl+z")
        number(notebook, "clips", 0)


def test_files_named_at_the_start_are_clipped():
    with Notebook() as notebook:
        with Window(notebook.path, sample.sample("ferry-denial.html"), sample.sample("ferry-review.html")) as window:
            number(notebook, "clips", 2)
            wait_for(lambda: len(titles(window)) == 2, "both in the list")


def test_the_text_grows_and_shrinks():
    with opened("ferry-inspections.html") as (window, _, __):
        text = open_clip(window, TITLE)

        def height():
            return text.letter(700)[3]
        focus(window, text)
        window.keys("ctrl+0")
        normal = height()
        if normal <= 0:
            raise tap.Skip("this GTK does not tell where a letter is")
        window.keys("ctrl+plus", "ctrl+plus")
        wait_for(lambda: height() > normal, "larger letters")
        window.keys("ctrl+0")
        wait_for(lambda: height() == normal, "letters as before")


def test_furniture_counts_again_by_one_click():
    with opened() as (window, notebook, _):
        window.find("Clips", role="list", showing=False)
        copy(read_sample("pasted-dredging.txt"))
        window.keys("ctrl+v")
        number(notebook, "clips", 1)
        text = window.find("Article text", role="text")
        wait_for(lambda: "rock under the silt" in text.text, "the article")
        toggle = next(iter(wait_for(lambda: [node for node in window.all(role="push button")
                                             if "count" in (node.name + node.description).lower()], "a toggle")))
        before = notebook.list("captures")
        window.click(toggle)
        wait_for(lambda: notebook.list("captures") != before or "Undo" in
                 [n.name.split(" ")[0] for n in window.all(role="push button")], "the act")
        window.keys("ctrl+z")
        wait_for(lambda: notebook.list("captures") == before, "as before")


def test_size_and_clip_come_back():
    with opened("ferry-denial.html", "ferry-inspections.html") as (window, notebook, ids):
        text = open_clip(window, TITLE)
        focus(window, text)
        window.keys("ctrl+End")
        wait_for(lambda: text.caret > 0, "the caret at the end")
        resize(window, 1100, 700)
        wait_for(lambda: window.find(role="frame").extents.width <= 1100, "the smaller window")
        window.keys("ctrl+q")
        wait_for(lambda: window.process.poll() is not None, "the end of the program")
        assert window.process.returncode == 0
        with Window(notebook.path) as again:
            text = again.find("Article text", role="text")
            wait_for(lambda: "carries most of the passengers" in text.text, "the same article")
            assert abs(again.find(role="frame").extents.width - 1100) <= 12, again.find(role="frame").extents.width


if __name__ == "__main__":
    tap.run(__name__)
