# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contact book: what a source has said, and what is protected, by the keyboard alone but where a person would click."""

import contextlib
import os

import sample
import tap
from program import Notebook
from task import number
from window import Window, wait_for

PHRASE = "eight herons wade"
CONTACT = "Signal, after seven"
NAME = "Two officials of the Maritime Register"


@contextlib.contextmanager
def contact_book(protected=True, **settings):
    """A window on the sample's sources, one of them confidential. Gives it, the notebook and the ids."""
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        notebook.do("edit", ids["officials"], "--sensitivity", "confidential", "--contact", CONTACT, "--reliability", "B2")
        notebook.do("edit", ids["spokeswoman"], "--contact", "press@tolvane.example")
        if protected:
            notebook.do("protect", "set", "--passphrase-file", notebook.file("phrase", PHRASE + "\n"))
        keyfile = notebook.file("config/glib-2.0/settings/keyfile")
        os.makedirs(os.path.dirname(keyfile), exist_ok=True)
        lines = {"last-view": "'sources'", **{name.replace("_", "-"): str(value) for name, value in settings.items()}}
        with open(keyfile, "w", encoding="utf-8") as file:
            file.write("[app/cuttings/Cuttings]\n" + "".join(f"{name}={value}\n" for name, value in lines.items()))
        with Window(notebook.path) as window:
            window.find("Sources", role="list", showing=False)
            yield window, notebook, ids


def choose(window, part):
    """Chooses a row of the list by the keyboard."""
    row = window.find(part=part, role="list item")
    if not row.focused:
        window.click(row)
    wait_for(lambda: row.focused, f"the focus on {part}")


def unlock(window, phrase=PHRASE):
    window.keys("ctrl+shift+l")
    window.to_dialog("Unlock Sources")
    window.type(phrase + "\n")


def unlocked(window):
    window.find(part="are unlocked")
    window.to_window()


def shows_name(window):
    return window.has(part=NAME)


def shows_contact(window):
    """Whether there is a field for the contact: it is only there while revealed."""
    return window.has(part="Contact (never", role="text")


def test_a_locked_source_shows_nothing():
    with contact_book() as (window, _, __):
        window.find(part="are locked")
        choose(window, "Confidential source A")
        window.find(part="Who this is, is locked")
        assert not shows_name(window) and not shows_contact(window) and not window.has(part="officials")


def test_unlock_reveal_and_lock_by_the_keyboard():
    with contact_book() as (window, _, __):
        choose(window, "Confidential source A")
        unlock(window, "nine herons wade")
        window.find(part="not the passphrase", showing=False)
        window.type(PHRASE + "\n")
        unlocked(window)
        window.find(part="Who this is, is hidden")
        assert not shows_name(window)
        window.tab_to(window.find("Reveal", role="push button"))
        window.keys("space")
        wait_for(lambda: shows_name(window) and shows_contact(window), "the name and the contact")
        window.keys("Escape")
        wait_for(lambda: not shows_name(window) and not shows_contact(window), "the end of the reveal")
        window.tab_to(window.find("Reveal", role="push button"))
        window.keys("space")
        wait_for(lambda: shows_contact(window), "the contact again")
        window.keys("ctrl+shift+l")
        wait_for(lambda: not shows_name(window) and not shows_contact(window), "nothing when it locks")
        window.find(part="Who this is, is locked")


def test_a_reveal_closes_by_itself():
    with contact_book(protected=False, reveal_for=8) as (window, _, __):
        choose(window, "Confidential source A")
        window.find("Reveal", role="push button").press()
        wait_for(lambda: shows_contact(window), "the contact")
        wait_for(lambda: not shows_contact(window) and not shows_name(window), "that it closes by itself")


def test_it_locks_by_itself_and_closes_what_is_revealed():
    with contact_book(lock_after=20) as (window, _, __):
        choose(window, "Petra")
        unlock(window)
        unlocked(window)
        window.find("Reveal", role="push button").press()
        wait_for(lambda: shows_contact(window), "the contact")
        window.find(part="are locked")
        wait_for(lambda: not shows_contact(window), "nothing once it is locked")


def test_another_source_is_not_revealed():
    with contact_book(protected=False) as (window, _, __):
        choose(window, "Confidential source A")
        window.find("Reveal", role="push button").press()
        wait_for(lambda: shows_contact(window) and shows_name(window), "the contact")
        choose(window, "Petra")
        wait_for(lambda: not shows_contact(window) and not shows_name(window), "the end of the reveal")


def test_what_is_edited_in_a_reveal_is_kept():
    with contact_book() as (window, notebook, ids):
        choose(window, "Petra")
        unlock(window)
        unlocked(window)
        window.find("Reveal", role="push button").press()
        entry = window.find(part="Code name", role="text")
        window.click(entry)
        window.type("Heron\n")
        shown = ("--passphrase-file", notebook.file("phrase"))
        wait_for(lambda: notebook.do("show", ids["spokeswoman"], *shown).one["code_name"] == "Heron", "the code name")
        assert notebook.do("show", ids["spokeswoman"]).one["code_name"] is None


def test_a_passphrase_is_offered_and_set():
    with contact_book(protected=False) as (window, notebook, _):
        window.find(part="are not protected")
        window.find(part="Protect", role="push button").press()
        window.to_dialog("Set a Passphrase")
        window.find(part="cannot be recovered", showing=False)
        window.type("short")
        window.find(part="At least eight", showing=False)
        window.keys("ctrl+a")
        window.type(PHRASE)
        window.keys("Tab", "Tab")
        window.type(PHRASE + "\n")
        unlocked(window)
        wait_for(lambda: notebook.do("protect", "status").one["protected"], "the protection")


def test_a_source_is_found_rated_and_leads_to_the_passage():
    with contact_book(protected=False) as (window, notebook, ids):
        window.click(window.find("Filter by words"))
        window.type("petra")
        wait_for(lambda: not window.has(part="Maritime Register", role="label"), "one source")
        choose(window, "Petra")
        window.click(window.find("Reliability of the source"))
        window.park_pointer()
        window.keys("Down", "Down", "Return")
        wait_for(lambda: notebook.do("show", ids["spokeswoman"]).one["reliability"] == "B", "the rating")
        window.find(part="Usually reliable")
        window.click(window.find(part="Four ferries missed", role="list item"))
        text = window.find("Article text", role="text")
        wait_for(lambda: len(text.text) > 200, "the article")


def test_opposite_stances_are_flagged():
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        notebook.do("add", "attribution", "--claim", ids["skipped"], "--clip", ids["denial"], "--quote", "the law asks for",
                    "--source", ids["spokeswoman"], "--stance", "confirms", "--said-at", "2026-03-02")
        with Window(notebook.path) as window:
            window.find("Clips", role="list", showing=False)
            window.keys("ctrl+4")
            choose(window, "Petra")
            window.find(part="2 opposed")
            window.find(part="Says the opposite elsewhere: confirms, 2 Mar 2026", showing=False)
            assert len(notebook.list("sources")) == 5, "nothing is stored by looking"


if __name__ == "__main__":
    tap.run(__name__)
