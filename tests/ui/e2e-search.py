# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching in the window: filters as chips, saved searches, what was found."""

import contextlib
import json
import os
import subprocess
import time

import sample
import tap
from program import Notebook
from task import number, titles
from window import Window, wait_for


@contextlib.contextmanager
def filled():
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        notebook.do("edit", ids["review"], "--tags", ids["tag"])
        with Window(notebook.path) as window:
            window.keys("ctrl+2")
            wait_for(lambda: len(titles(window)) == 4, "four clips")
            window.keys("ctrl+k")
            yield window, notebook, ids


def entry(window):
    return window.find("Search", role="entry")


def words(window):
    """What stands in the entry, by the clipboard: GTK 4.8 does not tell it of a search entry."""
    window.keys("ctrl+a", "ctrl+c")

    def read():
        done = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True)
        return done if done.returncode == 0 else None
    return wait_for(read, "the clipboard").stdout


def found(window, count):
    window.find(f"{count} found", role="status bar")


def only(window, *starts):
    def right():
        return [row[:len(start)] for row, start in zip(titles(window), starts)] == list(starts) and len(titles(window)) == len(starts)
    wait_for(right, f"just {starts}")


def test_filters_become_chips():
    with filled() as (window, _, ids):
        window.type("tag:")
        window.find("to check", role="list item")
        window.keys("Return")
        window.find("Remove Tag: to check", role="push button")
        only(window, "Register finds")
        found(window, 1)
        window.keys("minus")
        window.type("site:")
        wait_for(lambda: window.all(part="Courier", role="list item"), "the outlet offered")
        window.keys("Return")
        window.find(part="Remove Not Outlet: ", role="push button")
        window.type("before:2020 ferry ")
        window.find("Remove Before: 2020", role="push button")
        assert words(window) == "ferry "
        window.find(part="Nothing Found")
        window.find("Remove Filters", role="push button").press()
        wait_for(lambda: not window.all(part="Remove Not Outlet", role="push button"), "no chips")
        wait_for(lambda: len(titles(window)) > 1, "what the word alone finds")


def test_chips_by_keyboard():
    with filled() as (window, _, __):
        window.type("tag:check after:2019 ")
        window.find("Remove After: 2019", role="push button")
        window.keys("Left")
        last = window.find("Remove After: 2019", role="push button")
        wait_for(lambda: last.focused, "the last chip with the focus")
        window.keys("Left")
        wait_for(lambda: window.find("Remove Tag: check", role="push button").focused, "the one before it")
        window.keys("Delete")
        wait_for(lambda: window.find("Remove After: 2019", role="push button").focused, "the focus on what is left")
        window.keys("Right")
        wait_for(lambda: entry(window).focused, "the entry")
        window.keys("BackSpace")
        wait_for(lambda: not window.all(part="Remove After", role="push button"), "no chip")
        wait_for(lambda: len(titles(window)) == 4, "all clips")
        window.type("so")
        window.find("Source", role="list item")
        window.keys("Down", "Return")
        window.find("The Meridian", role="list item")
        assert words(window) == "source:"
        window.keys("End")
        window.type("mini")
        window.gone(name="The Meridian", role="list item")
        window.keys("Escape", "Escape")
        wait_for(lambda: not window.has(part=" found", role="status bar"), "the end of the search")


def test_other_kinds_are_listed_and_opened():
    with filled() as (window, _, __):
        window.type("kind:claim certificate")
        window.keys("Return")
        only(window, "Three ferries had")
        window.keys("Down", "Return")
        window.find(part="Three ferries had", role="label")
        window.find("Filter by words", role="entry")


def place(window):
    """(which, of how many) as the find bar says."""
    for node in window.all(part=" of ", role="status bar"):
        parts = node.name.split(" of ")
        if len(parts) == 2 and all(part.isdigit() for part in parts):
            return tuple(map(int, parts))
    return None


def test_what_was_found_is_shown_in_the_article():
    with filled() as (window, _, __):
        window.type("tag:check sea\u0301* OR certifi* ".replace("\u0301", ""))
        only(window, "Register finds")
        window.keys("Down")
        row = window.find(part="Register finds", role="list item")
        window.tab_to(row, "Down")
        window.keys("ctrl+space")
        first = wait_for(lambda: place(window), "which of how many places")
        assert first[0] == 1 and first[1] > 1, first
        text = window.find("Article text", role="text")
        assert text.text.casefold().count("certifi") <= first[1]
        window.keys("F3")
        wait_for(lambda: place(window) == (2, first[1]), "the second place")
        window.keys("shift+F3", "shift+F3")
        wait_for(lambda: place(window) == (first[1], first[1]), "the last place, round the start")
        window.keys("ctrl+k", "Escape")
        wait_for(lambda: len(titles(window)) == 4, "all clips")
        window.click(window.find(part="Tolvane Line denies", role="list item"))
        wait_for(lambda: place(window) is None, "no places in a clip that was not searched for")


def test_a_word_is_found_while_it_is_typed():
    """By what begins with it, until it is finished; and so it is marked in the article."""
    with filled() as (window, notebook, _):
        window.type("hull certif")
        found(window, 3)
        window.click(window.find(part="Register finds", role="list item"))
        wait_for(lambda: (place(window) or (0, 0))[1] > 1, "the places of both words")
        window.keys("ctrl+k", "End")
        window.type(" ")
        window.find(part="Nothing Found")
        window.keys("BackSpace", "BackSpace")
        window.type("ii")
        window.find(part="Nothing Found")
        window.keys("ctrl+a")
        window.type("hull certif")
        found(window, 3)
        window.find("Save Search", role="push button").press()
        wait_for(lambda: window.find("Save Search", role="text").focused, "the name to be typed")
        window.type("Hulls\n")
        assert number(notebook, "saved-searches", 1)[0]["query"] == "hull certif"


def test_forms_of_words_are_found_and_marked():
    """As soon as the preferences say so, in the list and in the article."""
    with filled() as (window, _, __):
        window.type("certificate ")
        found(window, 2)
        window.click(window.find(part="Tolvane Line denies", role="list item"))
        wait_for(lambda: place(window) == (1, 1), "the one place of the word as it is")
        window.keys("ctrl+comma")
        window.to_dialog()
        window.tab_to(window.find("Find Forms of Words", role="list item"))
        window.keys("Return")
        found(window, 3)
        window.keys("Escape")
        window.to_window()
        count = wait_for(lambda: (place(window) or (0, 1))[1] > 1 and place(window)[1], "the places of its forms")
        text = window.find("Article text", role="text").text
        assert count == text.casefold().count("certificate"), (count, text)
        # It goes on from the word as it is, which was shown before.
        shown = place(window)[0]
        window.keys("F3")
        wait_for(lambda: place(window) == (shown % count + 1, count), "the next of them")


def test_another_spelling_is_offered():
    with filled() as (window, _, __):
        window.type("certifcates")
        button = window.find(part="Did you mean “certificates”?", role="push button")
        button.press()
        wait_for(lambda: titles(window), "what that finds")
        assert words(window) == "certificates"


def test_the_order_is_chosen():
    """And stays at the next start."""
    with filled() as (window, notebook, _):
        window.type("ferry OR ferries OR dredging ")
        found(window, 4)
        window.tab_to(window.find("Order of what was found", role="combo box").find(role="push button"))
        window.keys("space")
        window.keys("Down", "Return")
        dated = sorted(notebook.list("clips"), key=lambda clip: clip["published"]["value"], reverse=True)
        only(window, *[clip["title"][:12] for clip in dated])
        window.keys("ctrl+q")
        assert window.ended() == 0, window.messages
        with Window(notebook.path) as again:
            again.keys("ctrl+k")
            again.type("ferry OR ferries OR dredging ")
            only(again, *[clip["title"][:12] for clip in dated])


def test_a_search_is_saved_renamed_deleted_and_back():
    with filled() as (window, notebook, ids):
        window.type("tag:check hull ")
        only(window, "Register finds")
        window.find("Save Search", role="push button").press()
        wait_for(lambda: window.find("Save Search", role="text").focused, "the name to be typed")
        window.type("Hulls\n")
        saved = number(notebook, "saved-searches", 1)[0]
        assert (saved["title"], saved["query"]) == ("Hulls", "tag:check hull "), saved
        window.find("Hulls, 1", role="list item")
        window.keys("ctrl+k", "Escape")
        wait_for(lambda: len(titles(window)) == 4, "all clips")
        notebook.do("edit", ids["denial"], "--tags", ids["tag"])
        window.click(window.find(part="Hulls", role="list item"))
        window.find("Remove Tag: check", role="push button")
        wait_for(lambda: len(titles(window)) == 2, "both clips with the tag")
        window.keys("F2")
        wait_for(lambda: window.find("Rename", role="text").focused, "the name to be changed")
        window.keys("ctrl+a")
        window.type("Keels\n")
        wait_for(lambda: notebook.list("saved-searches")[0]["title"] == "Keels", "the new name")
        window.find(part="Keels", role="list item")
        window.tab_to(window.find(part="Keels", role="list item"))
        window.keys("Delete")
        number(notebook, "saved-searches", 0)
        window.gone(part="Keels", role="list item")
        window.keys("ctrl+z")
        number(notebook, "saved-searches", 1)
        window.find(part="Keels", role="list item")


def measure_start(notebook, *words):
    home = os.path.dirname(notebook.path)
    environment = dict(os.environ, GSETTINGS_BACKEND="memory", XDG_CACHE_HOME=home, XDG_CONFIG_HOME=home, G_DEBUG="fatal-criticals",
                       T0_NS=str(time.clock_gettime_ns(time.CLOCK_MONOTONIC)))
    done = subprocess.run([environment.get("CUTTINGS_PROGRAM", "build/src/cuttings"), *words], env=environment, capture_output=True, text=True,
                          timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_start_is_measured():
    """In the order of its steps; what opened the window closes it."""
    with Notebook() as notebook:
        sample.fill(notebook)
        assert measure_start(notebook, "--benchmark-startup", "--notebook", notebook.path)["list_ready_ms"] > 0
        assert measure_start(notebook, "-n", notebook.path, "--benchmark-startup")["first_frame_ms"] > 0
        times = measure_start(notebook, "--notebook", notebook.path, "bench-startup")
        rss = times.pop("rss_mb")
        assert 0 < times.pop("map_cpu_ms") <= times.pop("list_ready_cpu_ms")
        steps = [times[name] for name in ("main_ms", "init_ms", "activate_ms", "map_ms")]
        assert steps == sorted(steps) and len(times) == 6, times
        assert times["map_ms"] <= times["first_frame_ms"] <= times["list_ready_ms"], times
        assert 0 < times["main_ms"] and 10 < rss < 2000, (times, rss)


if __name__ == "__main__":
    tap.run(__name__)
