# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting from the window, file chooser included, and what is dropped onto it."""

import os

import sample
import tap
from program import Notebook, call
from task import number, opened, titles
from window import Window, wait_for

ALL = ("ferry-denial.html", "ferry-inspections.html", "ferry-review.html")


def ready_button(window, name):
    """The button of that name, as soon as it can be pressed."""
    return wait_for(lambda: next((node for node in window.all(part=name, role="push button") if node.sensitive), None),
                    f"the button {name}")


def export_to(window, path):
    """Goes from the window through the dialog and the file chooser, by keyboard where one types."""
    window.keys("ctrl+e")
    window.find("What leaves the notebook", role="list")
    ready_button(window, "Export…").press()
    chooser = window.find("Save the Bundle", showing=False)
    window.to_dialog("Save the Bundle")
    wait_for(lambda: any(node.focused for node in chooser.all(role="text")), "the name's entry")
    window.keys("ctrl+a")
    window.type(path)
    ready_button(chooser, "Save").press()


def test_a_bundle_is_exported():
    with opened(*ALL) as (window, notebook, _):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        path = notebook.file("ferries.cuttings.zip")
        export_to(window, path)
        window.find(part="Exported to ferries.cuttings.zip")
        assert call("verify", path).status == 0
        with Notebook() as other:
            other.do("import", path)
            assert len(other.list("clips")) == 3
        window.gone(name="What leaves the notebook")


def test_what_cannot_be_written_is_told():
    with opened(*ALL) as (window, notebook, _):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        # No right makes a file there, so that this is seen whoever runs the test.
        export_to(window, "/proc/ferries.cuttings.zip")
        window.find("Nothing Was Exported")
        ready_button(window, "Close").press()
        # The choices are still there to try another place.
        ready_button(window, "Export…")


def test_the_dialog_says_what_leaves_and_for_whom():
    with opened(*ALL) as (window, _, __):
        wait_for(lambda: len(titles(window)) == 3, "three clips")
        window.keys("ctrl+e")
        leaves = window.find("What leaves the notebook", role="list")
        wait_for(lambda: leaves.has(part="3"), "three clips in the preview")
        window.to_dialog()
        window.keys("Escape")
        window.gone(name="What leaves the notebook")


if __name__ == "__main__":
    tap.run(__name__)
