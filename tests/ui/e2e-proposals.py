# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text seems to say that somebody claims: offered in the margin, accepted, changed and dismissed by keys alone."""

import contextlib

import tap
from program import Notebook
from task import number, open_clip
from window import Window, wait_for

TEXT = """Harbour dues to rise, port says

By Ida Renn

The port authority will raise harbour dues in spring, its director said on Monday.

"We have waited three years with this," Director Maja Holm said. "Nobody can call it sudden."

Two shipowners told The Harbour Gazette that they were considering other ports, on condition of anonymity.

The city denied that it had been asked.

The harbour was deepened last month.
"""


@contextlib.contextmanager
def opened():
    with Notebook() as notebook:
        clip = notebook.do("clip", "-", "--published", "2026-03-10", stdin=TEXT.encode()).one["id"]
        with Window(notebook.path) as window:
            text = open_clip(window, "Harbour dues to rise")
            wait_for(lambda: cards(window), "proposals")
            yield window, notebook, clip, text


def cards(window):
    """The proposals in the margin, in order, by their names."""
    return [node for node in window.all(role="footnote") if node.name.startswith("Proposal: ")]


def rows(window):
    return [node for node in window.all(role="list item") if node.name.startswith("Proposal: ")]


def to_proposals(window, text):
    """From the article, P goes to the first proposal."""
    window.click(text)
    text.caret = 0
    wait_for(lambda: text.focused and text.caret == 0, "the caret in the article")
    window.keys("p")
    return wait_for(lambda: focused(window), "a proposal with the focus")


def focused(window):
    return next((row.name for row in rows(window) if row.focused), None)


def moved(window, name):
    return wait_for(lambda: focused(window) not in (None, name) and focused(window), "another proposal")


def test_accepting_makes_a_claim_with_its_source():
    with opened() as (window, notebook, clip, text):
        first = to_proposals(window, text)
        proposed = notebook.do("propose", clip).lines
        window.keys("Return")
        number(notebook, "claims", 1)
        claim = notebook.list("claims")[0]
        assert claim["text"] == proposed[0]["text"], claim
        assert claim["proposed_by"].startswith("cuttings attribute"), claim
        attribution = notebook.list("attributions")[0]
        assert notebook.do("show", attribution["source"]).one["label"] == proposed[0]["sources"][0]
        assert attribution["stance"] == proposed[0]["stance"], attribution
        assert moved(window, first) != first
        assert len(notebook.do("propose", clip).lines) == len(proposed) - 1
        window.keys("ctrl+z")
        number(notebook, "claims", 0)
        number(notebook, "sources", 0)
        wait_for(lambda: len(cards(window)) == len(proposed), "the proposal again")


def test_enter_takes_one_after_the_other_and_ends_in_the_article():
    with opened() as (window, notebook, clip, text):
        first = to_proposals(window, text)
        window.keys("Tab")
        now = moved(window, first)
        left = len(cards(window))
        # The first one was passed over: it comes after the last.
        while left > 1:
            window.keys("Return")
            left -= 1
            wait_for(lambda: len(cards(window)) == left, f"{left} proposals")
            now = moved(window, now)
        assert now == first
        window.keys("Return")
        wait_for(lambda: text.focused and not cards(window), "the article with the focus")
        made = number(notebook, "claims", len([one for one in notebook.list("claims")]))
        window.keys("Return", "Return")
        assert all("\n" not in one["text"] for one in made), made


def test_tab_goes_through_them_and_delete_dismisses_for_good():
    with opened() as (window, notebook, clip, text):
        first = to_proposals(window, text)
        window.keys("Tab")
        second = moved(window, first)
        window.keys("shift+Tab")
        assert moved(window, second) == first
        for _ in range(4):
            if not focused(window):
                break
            window.keys("shift+Tab")
        wait_for(lambda: not focused(window), "the way back out of the margin")
        to_proposals(window, text)
        before = len(notebook.do("propose", clip).lines)
        window.keys("Delete")
        wait_for(lambda: len(notebook.do("propose", clip).lines) == before - 1, "one proposal less")
        wait_for(lambda: first not in [card.name for card in cards(window)], "the card gone")
        assert notebook.list("claims") == []
        assert moved(window, first) == second
        window.keys("ctrl+z")
        wait_for(lambda: len(notebook.do("propose", clip).lines) == before, "the proposal again")


def test_changed_before_it_is_accepted():
    with opened() as (window, notebook, clip, text):
        to_proposals(window, text)
        window.keys("e")
        entry = wait_for(lambda: next((node for node in window.all(role="text") if node.name in ("Claim", "Claim Claim") and node.focused), None),
                         "the claim to be typed")
        window.keys("ctrl+a")
        window.type("Dues rise in spring")
        window.keys("Return")
        number(notebook, "claims", 1)
        assert notebook.list("claims")[0]["text"] == "Dues rise in spring"
        assert entry is not None


def test_a_date_becomes_an_event():
    with opened() as (window, notebook, clip, text):
        first = to_proposals(window, text)
        date = next(card.name for card in cards(window) if "an event" in card.name)
        assert "The harbour was deepened last month." in date, date
        for _ in range(len(cards(window))):
            if first == date:
                break
            window.keys("Tab")
            first = moved(window, first)
        assert first == date, first
        window.keys("Return")
        number(notebook, "events", 1)
        event = notebook.list("events")[0]
        assert (event["text"], event["date"]["value"]) == ("The harbour was deepened last month.", "2026-02"), event
        selectors = notebook.do("show", event["evidence"][0]).one["selectors"]
        assert event["text"] in [selector.get("exact") for selector in selectors], selectors
        window.keys("ctrl+z")
        number(notebook, "events", 0)


def field(window, name):
    return wait_for(lambda: next((node for node in window.all(role="text") if node.name.startswith(name) and node.focused), None), name)


def test_the_form_knows_the_sources_by_name():
    with opened() as (window, notebook, clip, text):
        known = notebook.do("add", "source", "Maja Holmberg").one["id"]
        to_proposals(window, text)
        window.keys("e")
        field(window, "Claim")
        window.keys("Tab")
        field(window, "Sources")
        window.keys("ctrl+a")
        window.type("The board; Maja")
        window.keys("Return")
        number(notebook, "attributions", 2)
        sources = [attribution["source"] for attribution in notebook.list("attributions")]
        assert known in sources, sources
        assert sorted(source["label"] for source in notebook.list("sources")) == ["Maja Holmberg", "The board"]


def test_a_wrong_date_is_said_and_nothing_is_lost():
    with opened() as (window, notebook, clip, text):
        to_proposals(window, text)
        window.keys("e")
        field(window, "Claim")
        for name in ("Sources", "Via", None, None, "Said on"):
            window.keys("Tab")
            if name is not None:
                entry = field(window, name)
        window.keys("ctrl+a")
        window.type("Thursdayish")
        window.keys("Return")
        wait_for(lambda: window.all(part="Thursdayish", role="label"), "what is wrong with it")
        assert notebook.list("claims") == []
        entry.press()
        window.keys("ctrl+a")
        window.type("2026-03-08")
        window.keys("Return")
        number(notebook, "attributions", 1)
        assert notebook.list("attributions")[0]["said_at"]["value"] == "2026-03-08"


def test_the_menu_turns_them_off():
    with opened() as (window, notebook, clip, text):
        window.click(window.find("Article Menu", role="push button"))
        wait_for(lambda: next((node for node in window.all(part="Show Proposals") if "menu item" in node.role), None),
                 "the menu").press()
        wait_for(lambda: not cards(window), "no proposals")
        assert notebook.do("propose", clip).lines


if __name__ == "__main__":
    tap.run(__name__)
