# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The job in a window as narrow as a telephone, one column at a time; and by the keyboard alone."""

import tap
from program import Notebook
from task import copy, field_of, mark, number, opened, read_sample, resize
from window import Window, wait_for

WIDTH, HEIGHT = 360, 640
TITLE = "Register finds"
WORDS = "accepts the fine"


def in_view(window, node):
    """Whether it lies within the window from side to side: the columns that are away are beside it."""
    place = node.extents
    return node.showing and place.x >= 0 and place.x + place.width <= window.find(role="frame").extents.width


def only_column(window, **what):
    """Waits until what is found by this fills the window."""
    def filled():
        node = next(iter(window.all(**what)), None)
        return node if node is not None and in_view(window, node) and node.extents.width > WIDTH * 0.7 else None
    return wait_for(filled, f"the column of {what}")


def make_narrow(window):
    resize(window, WIDTH + 2 * window.border, HEIGHT)
    wait_for(lambda: window.find(role="frame").extents.width <= WIDTH + 2 * window.border, "the narrow window")


def test_clip_read_and_mark_in_one_column():
    with Notebook() as notebook, Window(notebook.path, still=True) as window:
        window.find(part="Inbox Is Empty", showing=False)
        make_narrow(window)
        copy(read_sample("pasted-dredging.txt"))
        window.keys("ctrl+v")
        number(notebook, "clips", 1)
        # What was clipped is in view at once.
        text = only_column(window, name="Article text", role="text")
        wait_for(lambda: "rock under the silt" in text.text, "the article")
        made = mark(window, notebook, text, "rock under the silt", "c")
        assert made["kind"] == "claim"
        # The card of the claim lies over the article and has the focus.
        entry = wait_for(lambda: next((node for node in window.all(part="Source", role="text") if node.focused), None),
                         "where the source is asked for")
        assert in_view(window, entry)
        window.type("The harbour board\n")
        field_of(notebook, "sources", "label", "The harbour board")
        window.keys("Escape")
        wait_for(lambda: text.focused, "the article with the focus")
        field_of(notebook, "attributions", "source", notebook.list("sources")[0]["id"])
        # Each step back is seen before the next: off the card, and to the list.
        window.keys("Escape")
        wait_for(lambda: not any(in_view(window, node) for node in window.all(role="footnote")), "the article alone")
        window.keys("Escape")
        only_column(window, name="Clips", role="list")


def test_columns_one_after_the_other():
    with opened("ferry-review.html", still=True) as (window, _, __):
        make_narrow(window)
        if not window.has(name="Clips", role="list"):
            window.click(only_column(window, name="Library", role="list").find(part="Inbox", role="list item"))
        clips = only_column(window, name="Clips", role="list")
        window.click(clips.find(part=TITLE, role="list item"))
        only_column(window, name="Article text", role="text")
        window.find("Back to List", role="push button").press()
        only_column(window, name="Clips", role="list")
        window.find("Back to Library", role="push button").press()
        library = only_column(window, name="Library", role="list")
        window.click(library.find(part="All", role="list item"))
        only_column(window, name="Clips", role="list")


def test_a_claim_by_keyboard_alone():
    with Notebook() as notebook:
        with Window(notebook.path, still=True) as window:
            window.find(part="Inbox Is Empty", showing=False)
            copy(read_sample("ferry-review.html"))
            window.keys("ctrl+v")
            number(notebook, "clips", 1)
            window.keys("ctrl+q")
            assert window.ended() == 0
        with Window(notebook.path, still=True) as window:
            row = window.find(part=TITLE, role="list item")
            window.tab_to(row)
            window.keys("Return")
            text = window.find("Article text", role="text")
            wait_for(lambda: text.focused and WORDS in text.text, "the article with the focus")
            # What was found in the page stays selected when the bar goes, so that it can be marked.
            window.keys("ctrl+f")
            wait_for(lambda: not text.focused, "the find bar")
            window.type(WORDS)
            window.find("1 of 1")
            window.keys("Escape")
            wait_for(lambda: text.focused, "the article with the focus")
            start = text.index(WORDS)
            wait_for(lambda: text.selection == (start, start + len(WORDS)), "the words found, selected")
            window.keys("c")
            claim = number(notebook, "claims", 1)[0]
            assert claim["text"] == WORDS, claim
            wait_for(lambda: any(node.focused for node in window.all(part="Source", role="text")), "where the source is asked for")
            window.type("The register\n")
            field_of(notebook, "sources", "label", "The register")
            window.keys("Escape")
            wait_for(lambda: text.focused, "the article with the focus")
            field_of(notebook, "attributions", "source", notebook.list("sources")[0]["id"])


if __name__ == "__main__":
    tap.run(__name__)
