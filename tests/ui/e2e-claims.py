# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Claims view and the check list: sorted, filtered, walked and changed by whoever has only a keyboard or a screen reader."""

import contextlib
import os
import subprocess
import tempfile

import sample
import tap
from program import Notebook
from task import number, open_clip
from window import Window, wait_for

SKIPPED = "Four ferries missed"
FINED = "Three ferries had"


@contextlib.contextmanager
def claims(**how):
    """The Claims view on the sample. Gives the window, the notebook and the ids."""
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        with Window(notebook.path, **how) as window:
            window.find("Clips", role="list", showing=False)
            window.keys("ctrl+3")
            window.find(part=SKIPPED, role="label")
            yield window, notebook, ids


def row(window, part):
    return window.find(part=part, role="label")


def choose(window, part):
    window.click(row(window, part))
    claim = window.find("Claim", role="text")
    wait_for(lambda: part in claim.text, f"the claim {part}")


def order(window):
    """The claims in the table, from the top."""
    rows = [node for part in (SKIPPED, FINED) for node in window.all(part=part, role="label")]
    return [node.name[:len(SKIPPED)][:12] for node in sorted(rows, key=lambda node: node.extents.y)]


def holds_focus(node):
    return any(inner.focused for inner in node.all())


def press(window, name):
    """Names of buttons that have a mnemonic come twice in GTK 4.8."""
    wait_for(lambda: window.find(part=name, role="push button").sensitive, name)
    window.find(part=name, role="push button").press()


def test_words_leave_what_has_them():
    with claims() as (window, _, _):
        window.click(window.find("Filter by words"))
        window.type("hull inspection")
        wait_for(lambda: order(window) == [SKIPPED[:12]], "only one claim")
        window.keys("ctrl+a")
        window.type("nothing of the kind")
        window.find("Nothing Found")
        window.find(part="Clear Filter", role="push button").press()
        wait_for(lambda: len(order(window)) == 2, "both claims")


def test_a_click_on_a_heading_sorts():
    with claims() as (window, _, _):
        # The table's headings are to the left of the form, which has such a field, too.
        heading = min(window.all(name="Status", role="label"), key=lambda node: node.extents.x)
        window.click(heading)
        wait_for(lambda: order(window) == [FINED[:12], SKIPPED[:12]], "corroborated before disputed")
        # At another place: it is no double click.
        window.click(heading, x=4)
        wait_for(lambda: order(window) == [SKIPPED[:12], FINED[:12]], "disputed before corroborated")


def test_a_status_leaves_its_claims():
    with claims() as (window, _, _):
        window.click(window.find(name="Filter", role="label"))
        window.find("Every stance")
        window.keys("space", *["Down"] * 5, "Return")
        wait_for(lambda: order(window) == [SKIPPED[:12]], "the disputed claim alone")
        window.keys("Escape")
        window.find(part="Filter (1)")


def test_the_chain_leads_to_the_passage():
    with claims() as (window, _, _):
        choose(window, SKIPPED)
        chain = window.find("Chain of Attribution")
        wait_for(lambda: "Petra Lindqvist-Amari: denies, in Sennet Courier." in chain.description, "the chain in words")
        assert chain.find(part="Two officials", role="push button").name.count("origin 1") == 1
        chain.find(part="Sennet Courier", role="push button").press()
        text = window.find("Article text", role="text")
        wait_for(lambda: "told the Courier on Thursday" in text.text, "the article")


def test_a_check_is_logged_and_stays():
    with claims() as (window, notebook, ids):
        choose(window, SKIPPED)
        press(window, "Add a Check…")
        window.to_dialog("New Check")
        result = window.find(part="Result", role="text")
        wait_for(lambda: result.focused, "the focus on the result")
        window.type("The yard has no invoice for the Maribel")
        window.keys("ctrl+Return")
        made = [one for one in number(notebook, "checks", 2) if "yard" in one["result"]]
        assert [one["claim"] for one in made] == [ids["skipped"]] and made[0]["at"]["precision"] == "day"
        window.to_window()
        window.find(part="The yard has no invoice")


def test_claims_are_tied_and_untied():
    with claims() as (window, notebook, ids):
        choose(window, SKIPPED)
        entry = window.find("Words of the other claim", role="text")
        window.tab_to(entry, most=120)
        window.type("hull certificate")
        window.find(part=FINED, role="list item")
        window.keys("Return")
        wait_for(lambda: notebook.do("show", ids["skipped"]).one["contradicts"] == [ids["fined"]], "the tie")
        press(window, "Untie")
        wait_for(lambda: notebook.do("show", ids["skipped"]).one["contradicts"] in ([], None), "no tie")
        window.keys("ctrl+z")


def test_the_words_of_a_claim_are_changed_and_the_table_follows():
    with claims() as (window, notebook, ids):
        choose(window, SKIPPED)
        text = window.find("Claim", role="text")
        window.tab_to(text, most=120)
        window.keys("ctrl+a")
        window.type("Five ferries missed it")
        window.keys("ctrl+Return")
        wait_for(lambda: notebook.do("show", ids["skipped"]).one["text"] == "Five ferries missed it", "the words")
        row(window, "Five ferries missed it")
        assert text.focused


def test_a_gap_is_closed_from_the_check_list():
    with claims() as (window, notebook, ids):
        window.keys("ctrl+7")
        window.find(part="has not answered", role="label")
        press(window, "Follow Up…")
        window.to_dialog("Tolvane Line")
        answer = window.find(part="Answer", role="text")
        window.tab_to(answer)
        window.type("In September, says the line")
        window.keys("ctrl+Return")
        wait_for(lambda: notebook.list("enquiries")[0]["answer"] == "In September, says the line", "the answer")


def test_the_check_list_is_walked_and_closed_by_keys_alone():
    with claims() as (window, notebook, _):
        window.keys("ctrl+7")
        rows = window.find("Check List", role="list")
        wait_for(lambda: holds_focus(rows), "the focus in the list")
        follow = rows.find(part="has not answered", role="list item")
        assert SKIPPED in follow.name, follow.name
        assert any(row.name.startswith("Now (") for row in rows.all(role="list item"))
        window.tab_to(follow, "Down", 20)
        window.keys("Return")
        window.to_dialog("Tolvane Line")
        window.tab_to(window.find(part="Answer", role="text"))
        window.type("In September, says the line")
        window.keys("ctrl+Return")
        wait_for(lambda: notebook.list("enquiries")[0]["answer"] == "In September, says the line", "the answer")


def test_the_check_list_is_saved_as_a_document_by_keys_alone():
    with claims() as (window, notebook, _):
        path = notebook.file("list.md")
        window.keys("ctrl+7")
        wait_for(lambda: holds_focus(window.find("Check List", role="list")), "the focus in the list")
        menu = window.find("Save the Check List", role="push button")
        window.tab_to(menu.all("Save the Check List", role="push button")[-1], "shift+Tab", 20)
        window.keys("space")
        entry = window.find(part="Markdown", role="menu item")
        window.tab_to(entry, "Down", 6)
        window.keys("Return")
        window.to_dialog("Save the Check List")
        wait_for(lambda: any(node.focused for node in window.all(role="text", showing=False)), "the name's entry")
        window.keys("ctrl+a")
        window.type(path)
        window.keys("Return")
        wait_for(lambda: os.path.exists(path), "the file")
        window.to_window()
        window.find(part="Check list saved as list.md")
        with open(path, encoding="utf-8") as document:
            assert SKIPPED in document.read()


@contextlib.contextmanager
def in_folder():
    """GTK prints into a file of the folder that the program was started in, unless told otherwise."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield folder
        finally:
            os.chdir(before)


def test_the_check_list_is_printed_by_keys_alone():
    with in_folder() as folder, claims() as (window, _, __):
        window.keys("ctrl+7")
        wait_for(lambda: holds_focus(window.find("Check List", role="list")), "the focus in the list")
        window.keys("ctrl+p")
        window.to_dialog("Print")
        wait_for(lambda: window.all(part="Print to File", showing=False), "the printers")
        window.tab_to(next(row for row in window.all(role="table row", showing=False) if row.all(part="Print to File", showing=False)))
        window.keys("space")
        button = window.find(part="_Print", role="push button", showing=False)
        wait_for(lambda: button.sensitive, "a printer")
        window.keys("alt+p")
        path = os.path.join(folder, "output.pdf")

        def is_whole():
            if not os.path.exists(path):
                return False
            with open(path, "rb") as document:
                return document.read().rstrip().endswith(b"%%EOF")
        wait_for(is_whole, "the pages")
        window.to_window()


def test_a_claim_with_a_known_source_takes_under_six_keys():
    with Notebook() as notebook:
        source = sample.add(notebook, "source", "--label", "Petra Lindqvist-Amari", "--named", "yes")
        sample.clip(notebook, "ferry-denial.html")
        with Window(notebook.path) as window:
            text = open_clip(window, "Tolvane Line denies")
            window.select_words(text, "Every one of our ships had the papers")
            keys = ["c", "p", "e", "Return"]
            assert len(keys) < 6
            window.keys(keys[0])
            wait_for(lambda: not text.focused, "the card with the focus")
            entry = window.find("Source Source", role="text") if window.has(name="Source Source") else window.find("Source", role="text")
            wait_for(lambda: entry.focused, "the focus where the source is asked for")
            window.keys(*keys[1:])
            wait_for(lambda: [one["source"] for one in notebook.list("attributions")] == [source], "the source of the claim")
            assert [one["text"] for one in notebook.list("claims")] == ["Every one of our ships had the papers"]
            assert len(notebook.list("sources")) == 1


@contextlib.contextmanager
def claimed():
    """A notebook with a known source, its window, and the card of a new claim, which has the focus."""
    with Notebook() as notebook:
        source = sample.add(notebook, "source", "--label", "Petra Lindqvist-Amari", "--named", "yes")
        sample.clip(notebook, "ferry-denial.html")
        with Window(notebook.path) as window:
            text = open_clip(window, "Tolvane Line denies")
            window.select_words(text, "Every one of our ships had the papers")
            window.keys("c")
            wait_for(lambda: not text.focused, "the card with the focus")
            yield notebook, window, source


def test_a_completed_name_can_be_refused():
    with claimed() as (notebook, window, _):
        window.type("Petra")
        window.find("Petra Lindqvist-Amari", role="list item")
        window.keys("BackSpace", "Return")
        sources = number(notebook, "sources", 2)
        assert sorted(one["label"] for one in sources) == ["Petra", "Petra Lindqvist-Amari"]


def test_an_ending_is_typed_over_after_something_else_was_selected():
    """Whatever else becomes the primary selection takes the ending's own selection away."""
    with claimed() as (notebook, window, source):
        window.type("Pet")
        window.find("Petra Lindqvist-Amari", role="list item")
        subprocess.run(["xclip", "-selection", "primary"], input=b"of another window", check=True)
        window.type("ra Lind\n")
        wait_for(lambda: [one["source"] for one in notebook.list("attributions")] == [source], "the source of the claim")
        assert len(notebook.list("sources")) == 1


if __name__ == "__main__":
    tap.run(__name__)
