#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline: walked, zoomed, filtered and completed by whoever has only a keyboard or a screen reader."""

import contextlib
import subprocess

import sample
import tap
from program import Notebook
from window import Window, wait_for

FACT = "Four ferries missed their hull inspection in autumn 2025"
LAUNCH = "The Maribel is launched"


@contextlib.contextmanager
def timeline(fill=True, **how):
    """The timeline of the sample. Gives the window, the notebook and the ids."""
    with Notebook() as notebook:
        ids = sample.fill(notebook) if fill else {}
        if fill:
            notebook.do("add", "event", "--text", LAUNCH, "--date", "1998-05", "--entities", "Tolvane Line")
            ids["said"] = notebook.do("add", "attribution", "--claim", ids["fined"], "--clip", ids["denial"], "--quote", "the law asks for",
                                      "--source", ids["spokeswoman"], "--stance", "denies", "--said-at", "2026-03-12").lines[0]["id"]
        with Window(notebook.path, **how) as window:
            window.find("Library", role="list")
            window.keys("ctrl+8")
            if fill:
                in_view(window, 8)
            yield window, notebook, ids


def in_view(window, n):
    window.find(f"In View ({n})", role="push button")


def chart(window):
    return window.find("Timeline", role="panel")


def focused(window):
    """What the screen reader reads of the mark with the focus."""
    return next((node.name for node in chart(window).all(role="push button") if node.focused), "")


def walk(window, key, part):
    window.keys(key)
    wait_for(lambda: part in focused(window), f"{part} after {key}, not {focused(window)}")


def toggle(window, kind):
    window.tab_to(window.find(kind, role="check box"))
    window.keys("space")


def start(window):
    window.tab_to(window.find("Show Less Time", role="push button"))
    window.keys("Tab")
    wait_for(lambda: focused(window), "the focus on a mark")


def test_walked_with_keys_and_read_out():
    with timeline() as (window, _, _):
        start(window)
        walk(window, "Home", f"{LAUNCH}. Event. May 1998")
        walk(window, "Right", "Three ferries had no valid hull certificate for 19 to 61 days. Fact. 2025")
        walk(window, "Down", "Said · Petra Lindqvist-Amari: denies. 12 Mar 2026")
        walk(window, "Down", "4 items: Published, 12 Mar 2026 – 2 Apr 2026")
        walk(window, "Up", "Petra Lindqvist-Amari")
        # The list has chosen the same.
        window.find(part="Petra Lindqvist-Amari: denies. 12 Mar 2026", role="list item")


def test_what_stands_together_parts_and_opens():
    with timeline() as (window, _, ids):
        start(window)
        walk(window, "End", "4 items: Published")
        window.keys("Return")
        in_view(window, 5)
        wait_for(lambda: focused(window).startswith("Ferry line skipped hull inspections, officials say. Published · The Meridian"), "the first one")
        walk(window, "Right", "Tolvane Line denies sailing without certificates. Published")
        walk(window, "Left", "Ferry line skipped hull inspections")
        window.keys("Return")
        text = window.find("Article text", role="text")
        wait_for(lambda: "skipped the yearly hull inspections" in text.text, "the article")


def test_a_saying_opens_its_passage_and_a_fact_its_claim():
    with timeline() as (window, _, _):
        start(window)
        walk(window, "Home", LAUNCH)
        walk(window, "Down", "Petra Lindqvist-Amari: denies")
        window.keys("Return")
        text = window.find("Article text", role="text")
        wait_for(lambda: "told the Courier on Thursday" in text.text, "the article")
        window.keys("ctrl+8")
        window.click(window.find(part=f"{FACT}. Fact. October 2025", role="list item"))
        claim = window.find("Claim", role="text")
        wait_for(lambda: FACT in claim.text, "the claim")


def test_zoom_follows_the_keys_and_the_list_follows_it():
    with timeline() as (window, _, _):
        start(window)
        walk(window, "Home", LAUNCH)
        window.keys(*["plus"] * 8)
        in_view(window, 1)
        window.find(part=f"{LAUNCH}. Event", role="list item")
        window.keys("Page_Down")
        in_view(window, 0)
        window.keys("0")
        in_view(window, 8)
        window.find("Show Less Time", role="push button").press()
        wait_for(lambda: not window.has(name="In View (8)"), "less in view")
        window.find("Show All", role="push button").press()
        in_view(window, 8)


def scroll(window, button, *held):
    """Turns the wheel over the chart, while keys are held."""
    place = chart(window).extents
    at = (str(place.x + place.width // 16 + window.border), str(place.y + place.height // 2 + window.border))
    down = [word for key in held for word in ("keydown", key)]
    up = [word for key in held for word in ("keyup", key)]
    subprocess.run(["xdotool", "mousemove", "--window", window.id, *at, *down, "click", "--repeat", "12", "--delay", "10", button, *up], check=True)


def test_the_wheel_zooms_at_the_pointer_and_pans():
    with timeline() as (window, _, _):
        scroll(window, "4", "ctrl")
        in_view(window, 1)
        window.find(part=f"{LAUNCH}. Event", role="list item")
        scroll(window, "5")
        in_view(window, 0)
        scroll(window, "4")
        in_view(window, 1)
        scroll(window, "5", "ctrl")
        in_view(window, 8)


def test_filtered_by_kind_and_scope():
    with timeline() as (window, notebook, _):
        window.click(window.find(name="Filter", role="label"))
        toggle(window, "Event")
        in_view(window, 7)
        toggle(window, "Published")
        in_view(window, 3)
        window.find(part="Filter (1)")
        window.tab_to(window.find("Every entity", role="text"))
        window.type("Anselm")
        window.find(part="Anselm Rudd", role="list item")
        window.keys("Return")
        window.find("Nothing Found")
        window.keys("Escape")
        window.find(part="Clear Filter", role="push button").press()
        in_view(window, 8)


def test_of_a_story():
    with timeline() as (window, _, _):
        row = window.find(part="The Tolvane ferries", role="list item")
        window.tab_to(row) if row.focused else window.click(row)
        window.keys("shift+F10")
        window.find("Timeline", role="menu item").press()
        # The dredging is no part of it.
        in_view(window, 6)
        window.find("The Tolvane ferries", role="label")
        # From the list at the side it is that of the whole notebook again.
        window.click(next(row for row in window.all(role="list item") if row.name.startswith("Timeline") or row.all("Timeline", role="label")))
        window.find("Whole Notebook", role="label")
        in_view(window, 8)


def test_what_has_no_date_gets_one():
    with timeline() as (window, notebook, ids):
        window.find("Without Date (5)", role="push button").press()
        window.find(part="Ministry of Waterways: declines to comment. No date", role="list item")
        rows = window.all(part="No date", role="list item")
        rows[0].find(part="Set Date", role="push button").press()
        window.find(part="Date, such as", role="text")
        window.type("last week\n")
        window.find(part="“last week” is not a date", showing=False)
        window.find(part="Set Date", role="push button").press()
        window.find(part="Date, such as", role="text")
        window.type("2026-03-10\n")
        window.find("Without Date (4)", role="push button")
        dates = [item["date"] for item in notebook.list("timeline") if item["kind"] == "said"]
        assert sorted(date for date in dates if date) == ["2026-03-10", "2026-03-12"], dates
        window.keys("ctrl+z")
        window.find("Without Date (5)", role="push button")


def test_an_empty_one_says_what_to_do():
    with timeline(fill=False) as (window, notebook, _):
        window.find("No Dates Yet")
        window.find(part="Clip an article", role="label")


if __name__ == "__main__":
    tap.run(__name__)
