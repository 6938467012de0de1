# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph of an entity: walked through by the keyboard alone, as a screen reader hears it; filtered, opened, saved."""

import contextlib
import os
import xml.etree.ElementTree

import sample
import tap
from program import Notebook
from window import Window, wait_for

QUOTE = "Anselm Rudd"
ARROWS = ("Right", "Down", "Left", "Up")
SVG = "{http://www.w3.org/2000/svg}"


def tie(notebook, ids):
    """Makes of the sample's entities some that know each other."""
    mark = next(one["id"] for one in notebook.list("annotations") if ids["rudd"] in (one["entities"] or []))
    sample.add(notebook, "relation", "--schema", "Directorship", "--from", ids["rudd"], "--to", ids["line"], "--role", "harbour master",
               "--start", "2019", "--end", "2021", "--evidence", mark)
    sample.add(notebook, "relation", "--schema", "Membership", "--from", ids["rudd"], "--to", ids["body"], "--start", "2023")
    notebook.do("edit", ids["skipped"], "--entities", ids["line"], "--entities", ids["port"])


@contextlib.contextmanager
def graph(**how):
    """The graph of the Tolvane Line. Gives the window, the notebook and the ids."""
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        tie(notebook, ids)
        with Window(notebook.path, **how) as window:
            window.find("Clips", role="list", showing=False)
            window.keys("ctrl+5")
            window.click(window.find("Tolvane Line", role="label"))
            wait_for(lambda: len(window.all("Tolvane Line", role="label")) >= 2, "the page of the line")
            window.keys("Tab", "alt+4")
            window.find("Graph of Entities")
            yield window, notebook, ids


def at(window):
    """What stands for the node or edge that the graph has its focus on, or would have."""
    return wait_for(lambda: next(iter(window.find("Graph of Entities").all(role="push button")), None), "a node")


def first_passage(window):
    """Of the tie that was opened."""
    return window.find("Passages", role="list").find(role="list item")


def enter(window):
    window.tab_to(at(window))


def go_to(window, name):
    """Walks until the focus is on the entity of that name: first to whom is tied to it, whichever way that is."""
    start = at(window).name.split(",")[0]
    for key in ARROWS:
        before = at(window).name
        window.keys(key)
        if at(window).name.startswith(f"{name},"):
            return
        if at(window).name != before:
            for back in ARROWS:
                if at(window).name.startswith(f"{start},"):
                    break
                window.keys(back)
    raise AssertionError(f"no key led to {name}; the last was {at(window).name}")


def count(window, n):
    wait_for(lambda: window.has(part=f"{n} entities around") or (n == 1 and window.has(part="1 entity around")), f"{n} entities")


def test_the_graph_says_who_is_tied_to_whom():
    with graph() as (window, _, __):
        count(window, 2)
        assert "2 entities around Tolvane Line" in window.find("Graph of Entities").description
        name = at(window).name
        assert name.startswith("Tolvane Line, Company, in the centre"), name
        assert "Anselm Rudd to Tolvane Line: Directorship (harbour master), 2019 to 2021" in name, name
        assert "Named in 1 claim together" in name, name


def test_a_neighbour_is_walked_to_and_put_in_the_centre():
    with graph() as (window, _, __):
        enter(window)
        go_to(window, "Anselm Rudd")
        wait_for(lambda: at(window).focused, "the focus on the neighbour")
        window.keys("Return")
        wait_for(lambda: at(window).name.startswith("Anselm Rudd, Person, in the centre"), "the neighbour in the centre")
        count(window, 2)
        assert "Maritime Register" in at(window).name
        assert at(window).focused
        # What was there stays, and can be gone back to.
        window.find("Put Tolvane Line in the Centre", role="push button").press()
        wait_for(lambda: at(window).name.startswith("Tolvane Line, Company, in the centre") or "Tolvane Line" in at(window).name, "the line")


def test_an_edge_opens_what_proves_it():
    with graph() as (window, _, __):
        enter(window)
        window.keys("Tab")
        wait_for(lambda: at(window).name.startswith("Anselm Rudd to Tolvane Line: Directorship"), "the edge")
        assert at(window).focused
        window.keys("Return")
        passage = first_passage(window)
        assert passage.name.startswith(QUOTE)
        wait_for(lambda: passage.focused, "the focus on the passage")
        window.keys("Return")
        text = window.find("Article text", role="text")
        wait_for(lambda: QUOTE in text.text, "the article")


def test_escape_leads_back_to_the_edge():
    with graph() as (window, _, __):
        enter(window)
        window.keys("Tab", "Return")
        wait_for(lambda: first_passage(window).focused, "the passage")
        window.keys("Escape")
        wait_for(lambda: at(window).focused, "the focus on the graph")
        assert at(window).name.startswith("Anselm Rudd to Tolvane Line")


def test_steps_kinds_and_time_filter():
    with graph() as (window, _, __):
        count(window, 2)
        window.click(window.find(name="Filter", role="label"))
        steps = window.find("Steps from the centre", role="spin button")
        wait_for(lambda: steps.focused or any(node.focused for node in steps.all()), "the focus on the steps")
        window.keys("Up")
        count(window, 3)
        window.tab_to(window.find("Same claim", role="check box"))
        window.keys("space")
        count(window, 2)
        until = window.find(part="Until", role="text")
        window.tab_to(until)
        window.type("2020")
        # Since 2023 comes later.
        count(window, 1)
        window.keys("Escape")
        window.find(part="Filter (3)")


def test_the_same_is_there_as_a_list():
    with graph() as (window, _, __):
        window.find("Show as a List", role="push button").press()
        row = window.find(part="Anselm Rudd to Tolvane Line", role="label")
        window.click(row)
        assert first_passage(window).name.startswith(QUOTE)


def test_it_is_saved_as_svg():
    with graph() as (window, notebook, _):
        count(window, 2)
        path = notebook.file("ferries.svg")
        window.park_pointer()
        window.click(window.find("Save as a Picture"))
        window.find(part="Save as SVG", role="menu item").press()
        chooser = window.find("Save the Graph", showing=False)
        window.to_dialog("Save the Graph")
        wait_for(lambda: any(node.focused for node in chooser.all(role="text")), "the name's entry")
        window.keys("ctrl+a")
        window.type(path)
        wait_for(lambda: next((node for node in chooser.all(part="Save", role="push button") if node.sensitive), None), "the button").press()
        wait_for(lambda: os.path.exists(path), "the file")
        window.find(part="Graph saved as ferries.svg")
        document = xml.etree.ElementTree.parse(path).getroot()
        words = [text.text for text in document.iter(f"{SVG}text")]
        assert sorted(words) == ["Anselm Rudd", "Directorship (harbour master)", "Port Sennet", "Tolvane Line"], words
        assert len(document.findall(f"{SVG}g[@class='tie']")) == 2


if __name__ == "__main__":
    tap.run(__name__)
