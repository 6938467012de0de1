# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in German: what is seen first, the margin, and the menus, from the catalogue that was built."""

import tap
from task import card, mark, opened
from window import wait_for

GERMAN = {"LANGUAGE": "de"}
PAGE = "ferry-inspections.html"


def test_the_library_and_the_list():
    with opened(PAGE, settings=GERMAN) as (window, _, __):
        for name in ("Eingang", "Behauptungen", "Quellen", "Entitäten", "Papierkorb", "Recherchen", "Schlagwörter"):
            window.find(part=name)
        for name in ("Hauptmenü", "Ordnen"):
            window.find(name, role="push button")
        window.find("Ausschnitte", role="list")
        for name in ("Inbox", "Claims", "Sources", "Entities", "Trash", "Stories", "Sort", "Main Menu"):
            assert not window.has(name=name), name


def test_the_margin_and_what_can_be_undone():
    with opened(PAGE, settings=GERMAN) as (window, notebook, _):
        window.click(window.find(part="Ferry line skipped", role="list item"))
        text = window.find("Artikeltext", role="text")
        wait_for(lambda: "carries most" in text.text, "the article")
        window.find("Keine Markierungen")
        made = mark(window, notebook, text, "hull inspections of four", "h")
        # What is stored is the same in every language.
        assert made["kind"] == "highlight" and made["colour"] == "yellow"
        card(window, "Hervorhebung").find("Bearbeiten", role="push button")
        window.find(part="Rückgängig: ", role="push button")


def test_find_and_what_it_did_not_find():
    with opened(PAGE, settings=GERMAN) as (window, _, __):
        window.click(window.find(part="Ferry line skipped", role="list item"))
        window.find("Artikeltext", role="text")
        window.keys("ctrl+f")
        window.find("Auf der Seite suchen")
        window.type("zeppelin")
        window.find("Nicht gefunden")


if __name__ == "__main__":
    tap.run(__name__)
