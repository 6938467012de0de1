# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading in the window: finding in the article, and the place in it that comes back."""

import re

import sample
import tap
from program import Notebook
from task import open_clip, opened
from window import Window, wait_for

TITLE = "Ferry line skipped"
LONG = "A year of tide tables"
LINES = 150


def found(window):
    """(which, of how many) as the find bar says, or None where it says nothing of the kind."""
    for node in window.all(part=" of "):
        match = re.fullmatch(r"(\d+) of (\d+)", node.name)
        if match:
            return int(match[1]), int(match[2])
    return None


def find_is_open(window):
    return window.has(name="Find in page")


def long_text():
    lines = [LONG, "By Hedda Oskarsen", ""]
    for number in range(1, LINES + 1):
        lines += [f"Entry {number} of the tide book: the keeper wrote down the height of the water at the quay of Port "
                  f"Sennet at six in the morning, and whether the ferry of line {number % 7} could leave.", ""]
    return "\n".join(lines)


def first_line(text):
    """The entry of the tide book at the top of the window, by its number."""
    for number in range(1, LINES + 1):
        if text.letter(text.index(f"Entry {number} of"))[1] > text.extents.y:
            return number
    return LINES + 1


def is_near(text, place):
    """Whether the place is at the top, give or take the line or two by which the reader is content."""
    return abs(first_line(text) - place) <= 1


def test_find_in_the_article():
    with opened("ferry-inspections.html") as (window, _, __):
        text = open_clip(window, TITLE)
        window.keys("ctrl+f")
        wait_for(lambda: not text.focused, "the find bar with the focus")
        window.type("register")
        number = text.text.casefold().count("register")
        assert number >= 3, number
        wait_for(lambda: found(window) == (1, number), f"the first of {number} places")
        window.keys("Return")
        wait_for(lambda: found(window) == (2, number), "the next place by Enter")
        window.keys("ctrl+g")
        wait_for(lambda: found(window) == (3, number), "the next place by Ctrl+G")
        window.keys("shift+Return", "ctrl+shift+g")
        wait_for(lambda: found(window) == (1, number), "the places before")
        window.keys("shift+Return")
        wait_for(lambda: found(window) == (number, number), "the last place, from the first backwards")
        window.find("Next place", role="push button").press()
        wait_for(lambda: found(window) == (1, number), "the first place, from the last onwards")


def test_find_tells_that_there_is_nothing_and_goes_at_escape():
    with opened("ferry-inspections.html") as (window, _, __):
        text = open_clip(window, TITLE)
        window.keys("ctrl+f")
        wait_for(lambda: not text.focused, "the find bar with the focus")
        window.type("zeppelin")
        window.find("Not found")
        assert not window.find("Next place", role="push button").sensitive
        assert not window.find("Previous place", role="push button").sensitive
        window.keys("ctrl+a")
        window.type("register")
        wait_for(lambda: found(window) is not None, "places again")
        window.keys("Escape")
        wait_for(lambda: text.focused and not find_is_open(window), "the article without the find bar")


def test_the_place_comes_back_with_the_clip_and_at_the_next_start():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=long_text())
        sample.clip(notebook, "ferry-review.html")
        with Window(notebook.path) as window:
            text = open_clip(window, LONG)
            window.click(text)
            window.keys(*["Next"] * 6)
            place = wait_for(lambda: first_line(text) > 20 and first_line(text), "the text further down")
            window.click(window.find(part="Register finds", role="list item"))
            wait_for(lambda: "crowns" in text.text, "the other article")
            window.click(window.find(part=LONG, role="list item"))
            wait_for(lambda: LONG in text.text and is_near(text, place), f"entry {place} at the top again")
            window.keys("ctrl+q")
            assert window.ended() == 0
        with Window(notebook.path) as again:
            text = again.find("Article text", role="text")
            wait_for(lambda: LONG in text.text and is_near(text, place), f"entry {place} at the next start")


if __name__ == "__main__":
    tap.run(__name__)
