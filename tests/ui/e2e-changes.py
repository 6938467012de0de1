# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page changes after it was clipped: it is fetched again, compared, noted, and its marks are looked after."""

import contextlib
import subprocess

import tap
from program import Notebook
from task import mark, number, served
from window import Window, wait_for

TITLE = "Harbour board signs lease for the old grain quay"
KEPT = ["The board met behind closed doors on Tuesday evening and published its decision shortly before midnight, as its rules demand.",
        "Residents of the lower town had asked for a hearing in March, but were told that the matter concerned the board alone.",
        "The quay has stood empty since the last grain ship left it eleven years ago, and two of its four cranes were sold for scrap.",
        "A spokesman said that the lease would be laid before the town council at its first meeting after the summer."]
RENT = "The company will pay 41,000 crowns a year for the quay, according to the minutes, and may end the lease after five years."
GONE = "Two members of the board said they had not seen the contract before they were asked to vote on it."
NEW = "Fishermen who moor along the northern mole have asked for a light at its end, and for a crane of their own."
LIKE = "Two members of the board now say that they had seen the contract before they were asked to vote."


def page(title, paragraphs):
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>"
            f'<meta property="og:title" content="{title}"><meta property="og:type" content="article">'
            '<meta property="article:published_time" content="2026-05-06T08:00:00Z"></head>'
            f"<body><main><article><h1>{title}</h1>{text}</article></main></body></html>")


BEFORE = page(TITLE, [KEPT[0], RENT, KEPT[1], GONE, KEPT[2], KEPT[3]])
AFTER = page(TITLE + " at a higher rent", [KEPT[0], RENT.replace("41,000", "52,000"), KEPT[1], KEPT[2], NEW, KEPT[3]])


@contextlib.contextmanager
def clipped():
    """A window on a notebook that holds the page. Gives both, the pages served, and the text of the article."""
    pages = {"/quay": BEFORE}
    with served(pages) as address, Notebook() as notebook:
        notebook.do("clip", address + "/quay")
        with Window(notebook.path) as window:
            window.click(window.find(part=TITLE, role="list item"))
            text = window.find("Article text", role="text")
            wait_for(lambda: GONE in text.text, "the article")
            yield window, notebook, pages, text


def fetch_again(window, notebook, text):
    window.click(text)
    window.keys("ctrl+r")
    window.find(part="The page has changed")
    number(notebook, "captures", 2)
    wait_for(lambda: NEW in text.text, "the newer text")


def compare(window, text):
    window.click(text)
    window.keys("ctrl+d")
    return window.find("Changes", role="list")


def test_an_unchanged_page_makes_no_capture():
    with clipped() as (window, notebook, _, text):
        window.click(text)
        window.keys("ctrl+r")
        window.find(part="The page has not changed")
        assert len(notebook.list("captures")) == 1


def test_what_changed_is_shown_and_gone_through():
    with clipped() as (window, notebook, pages, text):
        pages["/quay"] = AFTER
        fetch_again(window, notebook, text)
        changes = compare(window, text)
        rows = wait_for(lambda: [row.name for row in changes.all(role="list item", showing=False)], "rows")
        told = "\n".join(rows)
        assert "Removed: “41,000”" in told and "Added: “52,000”" in told, told
        assert f"Removed: “{GONE}”" in told and f"Added: “{NEW}”" in told, told
        assert "Headline" in told and "at a higher rent" in told, told
        window.find(part="1 figure changed")
        window.find("4 changes")
        window.keys("n")
        window.find("Change 1 of 4")
        window.keys("alt+Down")
        window.find("Change 2 of 4")
        window.keys("p", "p")
        window.find("Change 4 of 4")
        window.keys("Escape")
        wait_for(lambda: text.focused, "the article with the focus")


def test_a_change_becomes_a_note():
    with clipped() as (window, notebook, pages, text):
        pages["/quay"] = AFTER
        fetch_again(window, notebook, text)
        compare(window, text)
        window.find("4 changes")
        window.keys("n", "n")
        window.find("Change 2 of 4")
        window.click(window.find("Make a Note on This Change", role="push button"))
        window.find("Figure Changed", role="menu item").press()
        note = number(notebook, "annotations", 1)[0]
        captures = {one["id"]: one for one in notebook.list("captures")}
        newest = max(captures.values(), key=lambda one: one["id"])
        assert note["kind"] == "note" and note["capture"] == newest["id"], note
        assert note["selectors"][1]["exact"] == "52,000", note
        assert note["body"].startswith("Figure changed") and "“41,000”" in note["body"], note
        window.keys("ctrl+z")
        number(notebook, "annotations", 0)


def test_a_removed_claim_is_noted_on_the_older_capture():
    with clipped() as (window, notebook, pages, text):
        pages["/quay"] = AFTER
        fetch_again(window, notebook, text)
        compare(window, text)
        window.find("4 changes")
        window.keys("n", "n", "n")
        window.find("Change 3 of 4")
        window.click(window.find("Make a Note on This Change", role="push button"))
        window.find("Claim Removed", role="menu item").press()
        note = number(notebook, "annotations", 1)[0]
        oldest = min(notebook.list("captures"), key=lambda one: one["id"])
        assert note["capture"] == oldest["id"] and note["selectors"][1]["exact"] == GONE, note
        assert note["body"].startswith("Claim removed"), note


def test_an_orphan_is_attached_by_hand():
    with clipped() as (window, notebook, pages, text):
        made = mark(window, notebook, text, GONE, "q")
        kept = mark(window, notebook, text, "four cranes", "q")
        pages["/quay"] = AFTER
        fetch_again(window, notebook, text)
        tray = window.find(part="1 orphan")
        window.find(part="Moved", role="footnote")
        window.click(tray)
        window.find(part=GONE[:40])
        words = "asked for a light at its end"
        window.select_words(text, words)
        window.find("Attach Here", role="push button").press()
        window.gone(part="1 orphan")
        placement = number(notebook, "placements", 1)[0]
        assert placement["annotation"] == made["id"] and placement["status"] == "changed", placement
        assert placement["end"] - placement["start"] == len(words), placement
        assert {one["id"]: one["selectors"] for one in notebook.list("annotations")} == {
            one["id"]: one["selectors"] for one in (made, kept)}
        window.keys("ctrl+z")
        number(notebook, "placements", 0)
        window.find(part="1 orphan")


def test_an_unsure_place_is_confirmed():
    with clipped() as (window, notebook, pages, text):
        made = mark(window, notebook, text, GONE, "q")
        pages["/quay"] = AFTER.replace(NEW, NEW + "</p><p>" + LIKE)
        fetch_again(window, notebook, text)
        window.click(window.find(part="1 unsure mark"))
        window.find(part="Perhaps here")
        window.find("This Is the Place", role="push button").press()
        placement = number(notebook, "placements", 1)[0]
        window.gone(part="1 unsure mark")
        assert placement["annotation"] == made["id"] and placement["status"] == "changed", placement
        window.keys("ctrl+z")
        window.find(part="1 unsure mark")


def test_an_orphan_is_kept_as_one():
    with clipped() as (window, notebook, pages, text):
        mark(window, notebook, text, GONE, "q")
        pages["/quay"] = AFTER
        fetch_again(window, notebook, text)
        window.click(window.find(part="1 orphan"))
        window.find("Keep as Orphan", role="push button").press()
        window.gone(part="1 orphan")
        window.find(part="Not in this capture", role="footnote")
        window.keys("ctrl+z")
        window.find(part="1 orphan")


def test_a_selection_and_a_story_are_fetched_again():
    pages = {"/quay": BEFORE, "/mole": page("The northern mole is closed for repairs", KEPT)}
    with served(pages) as address, Notebook() as notebook:
        story = notebook.do("add", "story", "Quay").one["id"]
        for path in pages:
            notebook.do("clip", address + path, "--story", story)
        pages["/quay"] = AFTER
        with Window(notebook.path) as window:
            window.click(window.find("Quay, 2", role="list item"))
            window.click(window.find(part="northern mole", role="list item"))
            window.keys("ctrl+a", "shift+F10")
            window.find("Fetch Again", role="menu item").press()
            window.find(part="1 of 2 pages have changed")
            number(notebook, "captures", 3)
            del pages["/mole"]
            window.click(window.find("Quay, 2", role="list item"))
            window.keys("shift+F10")
            window.find("Fetch All Again", role="menu item").press()
            window.find(part="1 page is no longer there")
            number(notebook, "captures", 3)


def test_the_captures_are_listed():
    with clipped() as (window, notebook, pages, text):
        pages["/quay"] = AFTER
        fetch_again(window, notebook, text)
        window.click(window.find("2 captures", role="push button"))
        items = window.find("Captures", role="list")
        wait_for(lambda: any("words changed" in row.name for row in items.all(role="list item")), "how many words changed")
        assert any("First capture" in row.name for row in items.all(role="list item"))


if __name__ == "__main__":
    tap.run(__name__)
