# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The names in a text: offered in a tray above the margin's cards, accepted, changed and dismissed by keys alone."""

import contextlib
import os

import tap
from program import Notebook
from task import number, open_clip
from window import Window, wait_for

TEXT = """Pumps to be tested

By Ida Renn

The pumps were built by Halden Pumps Inc. of Lowfield, director Ilse Marten said on Monday.

Mrs. Marten said they hold. Shares of Halden fell in London, and nobody in the town had anything to say of it.
"""


@contextlib.contextmanager
def opened():
    with Notebook() as notebook:
        clip = notebook.do("clip", "-", stdin=TEXT.encode()).one["id"]
        with Window(notebook.path) as window:
            text = open_clip(window, "Pumps to be tested")
            yield window, notebook, clip, text


def tray(window, n):
    label = "1 proposed name" if n == 1 else f"{n} proposed names"
    return wait_for(lambda: next(iter(window.all(label, role="toggle button") or window.all(label)), None), label)


def rows(window):
    return [node for node in window.all(role="list item") if node.name.startswith("Proposed name: ")]


def focused(window):
    return next((row.name for row in rows(window) if row.focused), None)


def moved(window, name):
    return wait_for(lambda: focused(window) not in (None, name) and focused(window), "another name")


def unfold(window, n=4):
    window.click(tray(window, n))
    wait_for(lambda: len(rows(window)) == n, "the names")
    window.click(rows(window)[0])
    return wait_for(lambda: focused(window), "a name with the focus")


def shoot(window, name):
    folder = os.environ.get("CUTTINGS_SCREENSHOTS")
    if folder:
        window.screenshot(os.path.join(folder, f"names-{name}.png"))


def test_accepting_makes_an_entity_with_its_passages():
    with opened() as (window, notebook, clip, text):
        shoot(window, "folded")
        first = unfold(window)
        assert first == "Proposed name: Halden Pumps Inc.: Company, 2 passages", first
        shoot(window, "unfolded")
        window.keys("Return")
        number(notebook, "entities", 1)
        assert notebook.list("entities")[0]["name"] == "Halden Pumps Inc."
        number(notebook, "annotations", 2)
        second = moved(window, first)
        assert second.startswith("Proposed name: Lowfield"), second
        tray(window, 3)
        window.keys("ctrl+z")
        number(notebook, "entities", 0)
        tray(window, 4)


def test_tab_goes_through_them_and_delete_dismisses_for_good():
    with opened() as (window, notebook, clip, text):
        first = unfold(window)
        window.keys("Tab")
        second = moved(window, first)
        window.keys("shift+Tab")
        assert moved(window, second) == first
        window.keys("Delete")
        tray(window, 3)
        assert moved(window, first) == second
        assert "Halden Pumps Inc." not in [item["name"] for item in notebook.do("propose", clip, "--names").lines]
        window.keys("ctrl+z")
        tray(window, 4)


def test_another_kind():
    with opened() as (window, notebook, clip, text):
        first = unfold(window)
        window.keys("e")
        wait_for(lambda: next((node for node in window.all(part="Kind of entity") if node.showing), None), "the kinds")
        shoot(window, "kinds")
        window.keys("space")
        wait_for(lambda: [node for node in window.all("Position") if node.showing], "the open list of kinds")
        window.keys("Down", "Return")
        changed = moved(window, first)
        assert changed == "Proposed name: Halden Pumps Inc.: Organisation, 2 passages", changed
        window.keys("Return")
        number(notebook, "entities", 1)
        assert notebook.list("entities")[0]["schema"] == "Organization"


def test_the_same_as_a_known_entity():
    with opened() as (window, notebook, clip, text):
        known = notebook.do("add", "entity", "Gatesby Group", "--schema", "Company").one["id"]
        first = unfold(window)
        window.keys("s")
        wait_for(lambda: next((node for node in window.all("Same as…", role="text") if node.focused), None), "the entry")
        window.type("Gate")
        wait_for(lambda: [node for node in window.all("Gatesby Group", role="list item") if node.showing], "the offer")
        shoot(window, "same-as")
        window.keys("Return")
        changed = moved(window, first)
        assert changed == "Proposed name: Halden Pumps Inc.: Known: Gatesby Group, 2 passages", changed
        window.keys("Return")
        number(notebook, "annotations", 2)
        number(notebook, "entities", 1)
        assert notebook.do("show", known).one["aliases"] == ["Halden Pumps Inc."]
        window.keys("ctrl+z")
        number(notebook, "annotations", 0)
        assert not notebook.do("show", known).one.get("aliases")


def test_all_at_once():
    with opened() as (window, notebook, clip, text):
        unfold(window)
        window.click(window.find("Accept All", role="push button"))
        number(notebook, "entities", 4)
        number(notebook, "annotations", 6)
        wait_for(lambda: not rows(window), "no names")
        window.keys("ctrl+z")
        number(notebook, "entities", 0)


if __name__ == "__main__":
    tap.run(__name__)
