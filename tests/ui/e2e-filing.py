# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search, sorting, tags, Trash, claims and bundles, in the window."""

import sqlite3
from contextlib import closing

import sample
import tap
from program import Notebook
from task import card, choose, focus, mark, number, open_clip, opened, ready_button, titles
from window import Window, wait_for

ALL = ("ferry-denial.html", "ferry-inspections.html", "ferry-review.html")


def test_the_menu_of_a_clip_shows_all_its_entries_beside_it():
    with opened(*ALL, size=(1280, 800), still=True) as (window, _, __):
        open_clip(window, "Ferry line skipped")
        row = window.find(part="Ferry line skipped", role="list item")
        window.keys("shift+F10")
        menu, last = window.find(role="menu"), window.find("Move to Trash", role="menu item")
        wait_for(lambda: last.extents.y + last.extents.height <= menu.extents.y + menu.extents.height, "the last entry")
        assert abs(menu.extents.y - row.extents.y) < 2 * row.extents.height, (menu.extents, row.extents)


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


def test_a_newer_notebook_says_why_nothing_can_be_changed():
    with Notebook() as notebook:
        clip = sample.clip(notebook, ALL[0])
        notebook.do("add", "annotation", "--clip", clip, "--kind", "highlight", "--quote", "The report is wrong")
        notebook.do("add", "source", "Petra Lindqvist-Amari")
        with closing(sqlite3.connect(notebook.path)) as connection:
            connection.execute("PRAGMA user_version = 900")
        with Window(notebook.path, size=(1280, 800), still=True) as window:
            window.find(part="made by a newer Cuttings", role="label")
            wait_for(lambda: len(titles(window)) == 1, "the clip, to be read")
            assert not window.find("New Story", role="push button").sensitive
            assert not window.find("New Tag", role="push button").sensitive
            text = open_clip(window, "Tolvane Line denies")
            card(window, "Highlight")
            assert not window.has(name="Edit", role="push button"), "nothing to edit a card with"
            window.select_words(text, "Every one of our ships")
            wait_for(lambda: text.selection[0] < text.selection[1], "the selection")
            window.keys("h")
            window.keys("ctrl+4")
            window.click(window.find(part="Petra", role="list item"))
            assert not window.find("New Source", role="push button").sensitive
            assert not window.find(part="Protect", role="push button").sensitive
            assert not window.find("Named", showing=False, role="list item").sensitive


def test_sorting():
    with opened(*ALL) as (window, notebook, _):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        for choice, key, backwards in (("Title", "title", False), ("Publication Date", "published", True),
                                       ("Outlet", "site_name", False)):
            def sort_key(clip):
                value = clip[key]["value"] if key == "published" else clip[key]
                return value.casefold()
            expected = [clip["title"] for clip in sorted(notebook.list("clips"), key=sort_key, reverse=backwards)]
            window.click(window.find("Sort", role="push button"))
            choose(window, choice)
            wait_for(lambda: all(row.startswith(title) for row, title in zip(titles(window), expected)),
                     f"{expected} by {choice}")


def test_trash_leaves_the_margin_beside_the_text():
    with opened(*ALL, size=(1280, 800), still=True) as (window, _, __):
        text = open_clip(window, "Tolvane Line denies")

        def beside():
            margin = next(iter(window.all(name="Margin")), None)
            return margin is not None and margin.extents.x >= text.extents.x + text.extents.width
        wait_for(beside, "the margin beside the text")
        window.keys("ctrl+6")
        window.find(part="Trash Is Empty")
        assert beside(), "the margin stays"
        window.keys("ctrl+2")
        wait_for(lambda: len(titles(window)) == 3, "the clips again")
        assert beside(), "the margin is there again"


def row_menu(window, title):
    """Opens the menu of a clip in the list, by the keyboard."""
    focus(window, window.find(part=title, role="list item"))
    window.park_pointer()
    window.keys("shift+F10")


def test_a_clip_is_tagged_and_the_tag_taken_off():
    with opened(*ALL) as (window, notebook, ids):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        row_menu(window, "Register finds")
        choose(window, "Tag…")
        wait_for(lambda: any(node.focused for node in window.all(part="Tag, old or new", role="text")), "the entry")
        window.type("follow up\n")
        tag = number(notebook, "tags", 1)[0]
        assert tag["label"] == "follow up"
        number(notebook, "clips", 1, "--tag", tag["id"])
        window.click(window.find(part="follow up", role="list item"))
        wait_for(lambda: [title[:14] for title in titles(window)] == ["Register finds"], "the one clip with the tag")
        row_menu(window, "Register finds")
        choose(window, "Remove from Here")
        number(notebook, "clips", 0, "--tag", tag["id"])
        window.find(part="Nothing in Here Yet")
        window.keys("ctrl+z")
        number(notebook, "clips", 1, "--tag", tag["id"])
        wait_for(lambda: [title[:14] for title in titles(window)] == ["Register finds"], "the clip again")


def test_the_name_of_a_story_is_completed():
    with opened(*ALL) as (window, notebook, _):
        story = sample.add(notebook, "story", "--title", "Tolvane pressure")
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        row_menu(window, "Register finds")
        choose(window, "Add to Story…")
        wait_for(lambda: any(node.focused for node in window.all(part="Story, old or new", role="text")), "the entry")
        window.type("Tol\n")
        number(notebook, "clips", 1, "--story", story)
        number(notebook, "stories", 1)
        window.find(part="Added to “Tolvane pressure”")
        window.keys("ctrl+z")
        number(notebook, "clips", 0, "--story", story)


def test_an_undo_that_was_done_is_not_offered_again():
    with opened(*ALL) as (window, notebook, _):
        focus(window, window.find(part="Register finds", role="list item"))
        window.keys("Delete")
        window.find(part="moved to Trash")
        window.keys("ctrl+z")
        window.find(part="Undone")
        wait_for(lambda: not window.has(part="Undone"), "the end of that")
        assert not window.has(part="moved to Trash")
        number(notebook, "clips", 3)


def test_the_next_row_comes_when_one_is_put_away():
    with opened(*ALL) as (window, notebook, _):
        titles = [row.name for row in window.find("Clips", role="list").all(role="list item")]
        focus(window, window.find(part="Register finds", role="list item"))
        place = next(i for i, title in enumerate(titles) if "Register finds" in title)
        window.keys("Delete")
        number(notebook, "clips", 2)
        left = [title for title in titles if "Register finds" not in title]
        following = left[min(place, 1)]
        wait_for(lambda: any(row.selected and row.name == following
                             for row in window.find("Clips", role="list").all(role="list item")), "the next row")
        window.keys("Delete")
        number(notebook, "clips", 1)


def test_all_that_is_chosen_is_dragged_to_a_story():
    with Notebook() as notebook:
        ids = [sample.clip(notebook, name) for name in ALL]
        story = notebook.do("add", "story", "The tank").lines[0]["id"]
        notebook.do("add", "claim", "The tank leaked", "--stories", story)
        with Window(notebook.path, size=(1280, 800), still=True) as window:
            focus(window, window.find(part="Register finds", role="list item"))
            window.keys("ctrl+a")
            wait_for(lambda: all(row.selected for row in window.find("Clips", role="list").all(role="list item")), "all chosen")
            window.drag(window.find(part="Ferry line skipped", role="list item"), window.find(part="The tank", role="list item"))
            window.find(part="3 clips filed")
            # So many its view lists, without the claim; also after an undo.
            window.find("The tank, 3", role="list item")
            window.keys("ctrl+z")
            window.find("The tank", role="list item")
            window.keys("ctrl+shift+z")
            window.find("The tank, 3", role="list item")
            assert {clip["id"] for clip in number(notebook, "clips", 3, "--story", story)} == set(ids)


def test_tab_leaves_the_list():
    with opened(*ALL) as (window, _, __):
        open_clip(window, "Register finds")
        focus(window, window.find(part="Register finds", role="list item"))
        clips = window.find("Clips", role="list")
        window.keys("Tab")
        wait_for(lambda: not any(node.focused for node in clips.all()), "the focus elsewhere")
        window.keys("shift+Tab")
        wait_for(lambda: any(node.focused for node in clips.all()), "the focus in the list")


def test_tags_in_the_details_of_a_clip():
    with opened("ferry-review.html") as (window, notebook, _):
        open_clip(window, "Register finds")
        focus(window, window.find(part="Register finds", role="list item"))
        window.keys("alt+Return")
        window.find("Details", role="frame")
        window.to_dialog()
        entry = window.find("Details", role="frame").find("Tags", role="text")
        window.tab_to(entry)
        window.type("follow up\n")
        tag = number(notebook, "tags", 1)[0]
        wait_for(lambda: notebook.list("clips")[0]["tags"] == [tag["id"]], "the tag of the clip")
        window.find("Remove follow up", role="push button").press()
        wait_for(lambda: notebook.list("clips")[0]["tags"] == [], "the clip without it")


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


def test_deleting_for_good_is_asked_for():
    with opened(*ALL) as (window, notebook, ids):
        notebook.do("add", "annotation", "--clip", ids[2], "--kind", "note", "--quote", "accepts the fine", "--body", "Ask")
        for title in ("Tolvane Line denies", "Register finds"):
            focus(window, window.find(part=title, role="list item"))
            window.keys("Delete")
            window.find(part="moved to Trash")
        number(notebook, "clips", 1)
        window.keys("ctrl+6")
        wait_for(lambda: len(titles(window)) == 2, "two clips in the Trash")
        window.click(window.find(part="Register finds", role="list item"))
        row_menu(window, "Register finds")
        choose(window, "Delete for Good…")
        window.find(part="Delete for Good?")
        window.find(part="1 annotation")
        window.find(part="cannot be undone")
        ready_button(window, "_Cancel").press()
        number(notebook, "clips", 2, "--trash")
        window.click(window.find(part="Register finds", role="list item"))
        row_menu(window, "Register finds")
        choose(window, "Delete for Good…")
        window.find(part="Delete for Good?")
        ready_button(window, "_Delete for Good").press()
        number(notebook, "clips", 1, "--trash")
        window.find(part="1 object deleted for good")
        wait_for(lambda: [title[:12] for title in titles(window)] == ["Tolvane Line"], "the other clip")
        number(notebook, "annotations", 0)
        assert not window.has(part="Register finds")
        ready_button(window, "Empty Trash…").press()
        window.find(part="Empty the Trash?")
        ready_button(window, "_Empty Trash").press()
        number(notebook, "clips", 0, "--trash")
        window.find(part="Trash Is Empty")
        number(notebook, "clips", 1)
        # What could be undone was of what is gone.
        wait_for(lambda: not any(button.name.startswith("Undo Move") for button in window.all(role="push button")), "nothing of it to be undone")
        assert notebook.do("verify").one["ok"] is True


def test_what_takes_the_room_is_said_and_given_back():
    with opened(*ALL) as (window, _, __):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        window.keys("ctrl+comma")
        window.find(part="What Takes the Room", role="list item")
        wait_for(lambda: window.has(part="kB") or window.has(part="MB"), "its size")
        for part in ("Pages as captured", "Texts of articles", "Search index", "Undo history", "Unused"):
            window.find(part=part, showing=False)
        ready_button(window, "Co_mpact").press()
        window.find(part="Nothing unused is left", showing=False)


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
