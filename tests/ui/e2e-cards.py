# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards of the margin: what they change, and that each change can be taken back by itself."""

import contextlib

import tap
from task import focus, card, mark, number, open_clip, opened
from window import wait_for

PAGE = "ferry-inspections.html"
TITLE = "Ferry line skipped"
WORDS = "hull inspections of four"


def only(notebook):
    return notebook.list("annotations")[0]


def words(annotation):
    return annotation["selectors"][1]["exact"]


@contextlib.contextmanager
def marked(key="h", kind="Highlight"):
    """A window with one mark, the card of which is open. Gives it, the notebook, the text, and how to get the card."""
    with opened(PAGE) as (window, notebook, _):
        text = open_clip(window, TITLE)
        mark(window, notebook, text, WORDS, key)
        if not card(window, kind).has(part="Delete", role="push button"):
            card(window, kind).find("Edit", role="push button").press()
        card(window, kind).find(part="Delete", role="push button")
        yield window, notebook, text, lambda: card(window, kind)


def undo(window, notebook, before, text):
    """Takes one act back, with the article having the focus."""
    wait_for(lambda: window.keys("Escape") or text.focused, "the article with the focus")
    window.keys("ctrl+z")
    wait_for(lambda: same(only(notebook), before), "the annotation as before")


def same(annotation, before):
    """Whether all that a person gave is as it was: when it was changed last is not."""
    return all(annotation[key] == before[key] for key in ("colour", "tags", "selectors", "body", "entities", "deleted"))


def test_another_colour_and_back():
    with marked() as (window, notebook, text, the_card):
        before = only(notebook)
        the_card().find(part="Red", role="push button").press()
        wait_for(lambda: only(notebook)["colour"] == "red", "the colour")
        undo(window, notebook, before, text)


def test_a_tag_and_back():
    with marked() as (window, notebook, text, the_card):
        before = only(notebook)
        window.tab_to(the_card().find("Tags", role="text"))
        window.type("ships\n")
        tag = number(notebook, "tags", 1)[0]
        wait_for(lambda: only(notebook)["tags"] == [tag["id"]], "the tag")
        tagged = only(notebook)
        the_card().find("Remove ships", role="push button").press()
        wait_for(lambda: only(notebook)["tags"] == [], "no tag")
        undo(window, notebook, tagged, text)
        the_card().find(part="Tags: ships", role="label")
        undo(window, notebook, before, text)
        # What was made for it goes with it.
        number(notebook, "tags", 0)


def test_other_ends_and_back():
    with marked() as (window, notebook, text, the_card):
        before = only(notebook)
        window.select_words(text, "four of its seven ferries")
        the_card().find(part="Use Selection", role="push button").press()
        wait_for(lambda: words(only(notebook)) == "four of its seven ferries", "the other words")
        undo(window, notebook, before, text)
        the_card().find(part=WORDS)


def test_ends_need_a_selection():
    with marked() as (window, notebook, text, the_card):
        before = only(notebook)
        the_card().find(part="Use Selection", role="push button").press()
        window.find(part="Select the words in the article first")
        assert only(notebook) == before


def test_deleted_and_back():
    with marked() as (window, notebook, text, the_card):
        before = only(notebook)
        the_card().find(part="Delete", role="push button").press()
        number(notebook, "annotations", 0)
        window.gone(part="Highlight", role="footnote")
        window.keys("ctrl+z")
        assert same(number(notebook, "annotations", 1)[0], before)
        the_card()


def test_a_note_is_kept_and_taken_back():
    with marked() as (window, notebook, text, the_card):
        before = only(notebook)
        window.tab_to(the_card().find("Note", role="text"))
        window.type("Which four?")
        wait_for(lambda: window.keys("Escape") or text.focused, "the article with the focus")
        wait_for(lambda: only(notebook)["body"] == "Which four?", "the note")
        undo(window, notebook, before, text)


def test_a_claim_is_tied_to_a_new_and_a_known_entity():
    with marked("c", "Claim") as (window, notebook, text, the_card):
        # Who says so is asked first; the entities stand above that.
        focus(window, the_card().find("Entities", role="text"))
        window.type("Tolvane Line\n")
        entity = number(notebook, "entities", 1)[0]
        assert entity["name"] == "Tolvane Line"
        wait_for(lambda: notebook.list("claims")[0]["entities"] == [entity["id"]], "the entity of the claim")
        the_card().find("Remove Tolvane Line", role="push button").press()
        wait_for(lambda: notebook.list("claims")[0]["entities"] == [], "the claim without it")
        window.tab_to(the_card().find("Entities", role="text"))
        window.type("Tolv")
        window.find(name="Tolvane Line", role="list item")
        window.keys("Down", "Return")
        wait_for(lambda: notebook.list("claims")[0]["entities"] == [entity["id"]], "the known entity")
        assert len(notebook.list("entities")) == 1


def attribution(notebook):
    return notebook.list("attributions")[0]


def test_a_source_is_kept_without_enter():
    with marked("c", "Claim") as (window, notebook, text, the_card):
        window.tab_to(the_card().find("Source", role="text"))
        window.type("Hedda Oskarsen")
        window.keys("Tab")
        source = number(notebook, "sources", 1)[0]
        assert source["label"] == "Hedda Oskarsen"
        wait_for(lambda: attribution(notebook)["source"] == source["id"], "the source of the claim")
        window.tab_to(the_card().find("Source", role="text"), "shift+Tab")
        window.keys("ctrl+a")
        window.type("The harbour office")
        window.click(text)
        wait_for(lambda: "The harbour office" in [one["label"] for one in notebook.list("sources")], "the other source")
        wait_for(lambda: attribution(notebook)["source"] != source["id"], "the other source of the claim")


def test_a_name_that_is_half_typed_waits_for_the_rest():
    with marked("c", "Claim") as (window, notebook, _, the_card):
        entry = the_card().find("Source", role="text")
        window.tab_to(entry)
        window.type("Hedda Osk")
        window.to_desktop()
        window.to_window()
        wait_for(lambda: entry.focused, "the entry with the focus again")
        assert notebook.list("sources") == []
        window.keys("Escape")
        wait_for(lambda: entry.text == "", "nothing typed")
        window.keys("Tab")
        assert notebook.list("sources") == []


if __name__ == "__main__":
    tap.run(__name__)
