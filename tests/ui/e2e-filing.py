# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search, Trash, claims, sources and bundles, in the window."""

import sample
import tap
from program import Notebook
from task import card, focus, mark, number, open_clip, opened, titles
from window import Window, wait_for

ALL = ("ferry-denial.html", "ferry-inspections.html", "ferry-review.html")


def test_the_search_finds_and_clears():
    with opened(*ALL) as (window, _, __):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        window.keys("ctrl+k")
        window.type("bees")
        wait_for(lambda: window.has(part="Nothing Found"), "that nothing was found")
        window.keys("ctrl+a")
        window.type("crowns")
        wait_for(lambda: len(titles(window)) == 1 and titles(window)[0].startswith("Register finds"), "the one clip")
        window.keys("Escape")
        wait_for(lambda: len(titles(window)) == 3, "all three again")


def test_trash_and_back():
    with opened(*ALL) as (window, notebook, _):
        open_clip(window, "Register finds")
        window.find(part="Register finds", role="list item")
        focus(window, window.find(part="Register finds", role="list item"))
        window.keys("Delete")
        number(notebook, "clips", 2)
        window.find(part="moved to Trash")
        window.keys("ctrl+6")
        wait_for(lambda: len(titles(window)) == 1, "the clip in the Trash")
        window.click(window.find(part="Register finds", role="list item"))
        window.keys("shift+F10")
        window.find(part="Restore").press()
        number(notebook, "clips", 3)


def _catalogue(key, row, other, words):
    with Notebook() as notebook:
        sample.fill(notebook)
        with Window(notebook.path) as window:
            window.find("Clips", role="list", showing=False)
            window.keys(key)
            window.find(part=other)
            window.click(window.find("Filter by words"))
            window.type(words)
            wait_for(lambda: not window.has(part=other, role="label"), f"no more {other}")
            window.click(window.find(part=row, role="label"))
            window.find(part="Show the Passage", role="push button").press()
            text = window.find("Article text", role="text")
            wait_for(lambda: len(text.text) > 200, "the article")


def test_claims_list_filter_and_lead_to_the_passage():
    _catalogue("ctrl+3", "Four ferries missed", "Three ferries had", "inspection")


def test_sources_list_filter_and_lead_to_the_passage():
    _catalogue("ctrl+4", "Two officials", "Petra Lindqvist", "officials")


def test_a_bundle_is_imported_and_taken_back():
    with Notebook() as source, Notebook() as notebook:
        sample.fill(source)
        bundle = source.file("ferries.cuttings.zip")
        source.do("export", "--format", "bundle", "--all", "-o", bundle)
        with Window(notebook.path, bundle) as window:
            wait_for(lambda: next((node for node in window.all(role="push button") if node.name.endswith("Import")
                                   and node.sensitive), None), "Import").press()
            number(notebook, "clips", 4)
            assert notebook.list("claims") == source.list("claims")
            window.keys("ctrl+z")
            number(notebook, "clips", 0)


def test_one_job_by_keyboard_alone():
    with Notebook() as notebook:
        sample.clip(notebook, "ferry-review.html")
        with Window(notebook.path) as window:
            item = window.find(part="Register finds", role="list item")
            window.tab_to(item)
            window.keys("Return")
            text = window.find("Article text", role="text")
            wait_for(lambda: text.focused and "crowns" in text.text, "the article")
            mark(window, notebook, text, "accepts the fine", "n")
            wait_for(lambda: not text.focused, "the card with the focus")
            window.type("Ask for the statement")
            window.keys("Escape")
            wait_for(lambda: notebook.list("annotations")[0]["body"] == "Ask for the statement", "the note")
            card(window, "Note")


if __name__ == "__main__":
    tap.run(__name__)
