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


def is_in_sight(window, node):
    text = window.find("Article text", role="text").extents
    place = node.extents
    return place.y >= text.y - 1 and place.y + place.height <= text.y + text.height + 1


def test_the_head_is_read_and_used_by_keys():
    with Notebook() as notebook:
        notebook.do("clip", "-", stdin=long_text().encode())
        with Window(notebook.path, still=True) as window:
            text = open_clip(window, LONG)
            window.click(text)
            window.keys("ctrl+End")
            date = window.find(part="Add date", role="push button", showing=False)
            wait_for(lambda: not is_in_sight(window, date), "the head out of sight")
            window.tab_to(date, "shift+Tab", 6)
            wait_for(lambda: is_in_sight(window, date), "the date in sight")
            window.keys("Return")
            entry = window.find("Publication date", role="text")
            wait_for(lambda: entry.focused, "the entry of the date")
            window.type("2026-03-01")
            window.keys("Return")
            wait_for(lambda: (notebook.list("clips")[0]["published"] or {}).get("value") == "2026-03-01", "the date")
            window.tab_to(text, "Tab", 6)
            window.keys("ctrl+End")
            wait_for(lambda: first_line(text) > 100, "the end of the text")
            window.keys("ctrl+Home")
            wait_for(lambda: is_in_sight(window, window.find(LONG, role="heading", showing=False)), "the headline")


def test_the_head_stands_above_each_article():
    headlines = ("Tides", "A headline that takes two lines of the column", "A headline of so many words that it takes line after line " * 2)
    texts = dict(enumerate(long_text().split("\n\n")[1:4]))
    with Notebook() as notebook:
        for number, title in enumerate(headlines):
            notebook.do("clip", "-", "--title", title.strip(), stdin=(texts[number] + "\n\n" + texts[number][:60]).encode())
        with Window(notebook.path) as window:
            gap = None
            for number in (0, 1, 2, 1, 0, 2, 0):
                title = headlines[number].strip()
                window.click(window.find(part=title, role="list item"))
                text = window.find("Article text", role="text")
                wait_for(lambda: text.text.startswith(texts[number][:20]), f"the text of {title}")
                head = window.find(title, role="heading")
                evidence = window.find(part="SHA-256", role="push button")
                gap = gap or text.letter(0)[1] - evidence.extents.y
                wait_for(lambda: text.letter(0)[1] - evidence.extents.y == gap and head.extents.y > text.extents.y,
                         f"{title} and its evidence {gap} pixels above the words")


def test_f6_goes_from_column_to_column_and_back():
    with opened("ferry-inspections.html") as (window, _, __):
        text = open_clip(window, TITLE)
        library = window.find("Library", role="list")
        columns = {"library": library, "list": window.find("Clips", role="list"), "text": text, "margin": window.find("Margin")}

        def now():
            return next((name for name, node in columns.items() if node.focused or any(one.focused for one in node.all())), "another")
        window.click(text)
        for key, expected in (("F6", "margin"), ("F6", "library"), ("shift+F6", "margin"), ("shift+F6", "text")):
            window.keys(key)
            wait_for(lambda: now() == expected, f"{expected} after {key}")
        window.keys("ctrl+4")
        wait_for(lambda: window.find(part="Sources", role="list item").selected, "the sources")
        window.keys("F6")
        wait_for(lambda: now() == "library", "the library")
        window.keys("F6")
        wait_for(lambda: now() == "another", "the sources")
        # The arrow keys pass by; what is shown stays marked until Enter goes elsewhere.
        window.keys("shift+F6")
        wait_for(lambda: now() == "library", "the library")
        window.keys("Down")
        wait_for(lambda: window.find(part="Entities", role="list item").focused, "the row below")
        assert window.find(part="Sources", role="list item").selected
        window.keys("Return")
        wait_for(lambda: window.find(part="Entities", role="list item").selected, "the entities")


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


USED = ("push button", "toggle button", "combo box", "check box", "text", "list item", "slider", "spin button")


def speechless(window):
    """What the focus can come to, or is walked over, that has no name, the name of a class, or its name twice."""
    found = []
    for node in (node for role in USED for node in window.all(role=role)):
        name = node.name
        if not name or re.match("(Gtk|Adw|Cut)[A-Z]", name) or re.search(r"(^|\s)_|^(.+) \2$", name):
            found.append((node.role, name))
    return found


def test_everything_has_a_name_to_be_read_out():
    with opened("ferry-denial.html", "ferry-inspections.html", size=(1280, 800), still=True) as (window, notebook, _):
        notebook.do("add", "source", "Petra Lindqvist-Amari")
        notebook.do("add", "entity", "Tolvane Line", "--schema", "Company")
        open_clip(window, "Tolvane Line denies")
        window.find(part="name", role="push button")
        assert speechless(window) == []
        for key, part in (("ctrl+4", "Petra"), ("ctrl+5", "Tolvane Line"), ("ctrl+6", "Trash Is Empty")):
            window.keys(key)
            window.find(part=part)
            assert speechless(window) == [], key


if __name__ == "__main__":
    tap.run(__name__)
