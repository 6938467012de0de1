# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marking in the window: keys, colours, overlaps, and taking everything back."""

import contextlib
import subprocess

import tap
from task import mark, number, open_clip, opened
from window import wait_for

PAGE = "ferry-inspections.html"
TITLE = "Ferry line skipped"
WORDS = {"h": ("highlight", "hull inspections of four"), "q": ("quote", "as if nothing had happened"),
         "c": ("claim", "carries most of the passengers"), "n": ("note", "three requests for comment"),
         "e": ("entity", "Anselm Rudd"), "question": ("question", "No accident was reported")}
COLOURS = ["yellow", "green", "blue", "purple", "red", "orange", "teal", "grey"]


def back_to(window, text):
    """From a card that took the focus, Escape goes back to the article."""
    for _ in range(4):
        if text.focused:
            return
        window.keys("Escape")
    wait_for(lambda: text.focused, "the article with the focus")


def test_each_key_makes_its_kind_and_can_be_taken_back():
    with opened(PAGE) as (window, notebook, _):
        text = open_clip(window, TITLE)
        for count, (key, (kind, words)) in enumerate(WORDS.items(), 1):
            made = mark(window, notebook, text, words, key)
            assert made["kind"] == kind, made
            assert made["selectors"][1]["exact"] == words, made
            if kind not in ("highlight", "quote"):
                wait_for(lambda: not text.focused, "the focus on the card")
            back_to(window, text)
            assert len(notebook.list("annotations")) == count
        assert len(notebook.list("claims")) == 1 and len(notebook.list("entities")) == 1
        for left in range(len(WORDS) - 1, -1, -1):
            window.keys("ctrl+z")
            number(notebook, "annotations", left)
        assert notebook.list("claims") == [] and notebook.list("entities") == []
        for there in range(1, len(WORDS) + 1):
            window.keys("ctrl+shift+z")
            number(notebook, "annotations", there)
        assert len(notebook.list("claims")) == 1 and len(notebook.list("entities")) == 1


def test_a_known_name_is_linked_by_one_key():
    with opened(PAGE) as (window, notebook, _):
        rudd = notebook.do("add", "entity", "Captain Rudd", "--schema", "Person", "--aliases", "Anselm Rudd").one["id"]
        text = open_clip(window, TITLE)
        # The caret is in the name, nothing is selected.
        window.select_words(text, "executive, Anselm")
        window.keys("Escape", "e")
        made = number(notebook, "annotations", 1)[0]
        assert made["kind"] == "entity" and made["entities"] == [rudd], made
        assert made["selectors"][1]["exact"] == "Anselm Rudd", made
        assert len(notebook.list("entities")) == 1
        window.keys("ctrl+z")
        number(notebook, "annotations", 0)
        # Of what is selected a part is enough.
        made = mark(window, notebook, text, "nselm Rud", "e")
        assert made["entities"] == [rudd] and made["selectors"][1]["exact"] == "Anselm Rudd", made
        assert len(notebook.list("entities")) == 1


def test_numbers_are_colours():
    with opened(PAGE) as (window, notebook, _):
        text = open_clip(window, TITLE)
        made = mark(window, notebook, text, "hull inspections of four", "1")
        used = [made["colour"]]
        for key in "2345678":
            window.keys(key)
            wait_for(lambda: notebook.list("annotations")[0]["colour"] not in used, f"the colour of {key}")
            used.append(notebook.list("annotations")[0]["colour"])
        assert len(set(used)) == 8, used
        window.keys("ctrl+z")
        wait_for(lambda: notebook.list("annotations")[0]["colour"] == used[6], "the colour before")


def test_escape_leaves_the_selection_and_marks_nothing():
    with opened(PAGE) as (window, notebook, _):
        text = open_clip(window, TITLE)
        window.select_words(text, "hull inspections of four")
        window.find(part="Highlight", role="push button")
        window.keys("Escape")
        wait_for(lambda: text.selection is None, "no selection")
        window.keys("h")
        window.select_words(text, "Anselm Rudd")
        assert notebook.list("annotations") == []


def test_the_bar_is_one_line_and_has_the_rest_behind_it():
    with opened(PAGE, size=(1280, 800)) as (window, notebook, _):
        text = open_clip(window, TITLE)
        window.select_words(text, "hull inspections of four")
        bar = window.find("Mark the selected words", role="tool bar")
        buttons = bar.all(role="push button")
        assert [button.name for button in buttons] == ["Highlight", "Quote", "Claim", "Note", "Entity", "Colours and More"], [button.name for button in buttons]
        assert all(abs(button.extents.y - buttons[0].extents.y) < buttons[0].extents.height / 2 for button in buttons)
        window.click(buttons[-1])
        window.find("Question", role="push button").press()
        made = number(notebook, "annotations", 1)[0]
        assert made["kind"] == "question" and made["selectors"][1]["exact"] == "hull inspections of four", made


@contextlib.contextmanager
def keyboard(layouts):
    subprocess.run(["setxkbmap", "-layout", layouts], check=True)
    try:
        yield
    finally:
        subprocess.run(["setxkbmap", "-layout", "us"], check=True)


def test_keys_mark_on_a_keyboard_with_other_letters():
    with keyboard("gr,us"), opened(PAGE) as (window, notebook, _):
        text = open_clip(window, TITLE)
        # By where the key is, since its letter is another: H and Q.
        assert mark(window, notebook, text, "hull inspections of four", "43")["kind"] == "highlight"
        assert mark(window, notebook, text, "Anselm Rudd", "24")["kind"] == "quote"


def test_marks_may_overlap():
    with opened(PAGE) as (window, notebook, _):
        text = open_clip(window, TITLE)
        mark(window, notebook, text, "hull inspections of four of its seven ferries", "h")
        mark(window, notebook, text, "four of its seven ferries last autumn", "q")
        ends = sorted((a["selectors"][0]["start"], a["selectors"][0]["end"]) for a in notebook.list("annotations"))
        assert ends[0][0] < ends[1][0] < ends[0][1] < ends[1][1], ends
        cards = [node for node in window.find("Annotations", role="list").all(role="footnote")
                 if not node.name.startswith("Proposal")]
        assert [node.name.split(":")[0] for node in cards] == ["Highlight", "Quote"], [node.name for node in cards]


if __name__ == "__main__":
    tap.run(__name__)
