# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of an entity: what is known of it, its relations, what it is merged with; whole journeys by the keyboard alone."""

import contextlib

import sample
import tap
from program import Notebook
from task import number
from window import Window, wait_for


@contextlib.contextmanager
def entities(*companies):
    """A window on the sample's entities, and more companies of these names. Gives it, the notebook and the ids."""
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        for name in companies:
            sample.add(notebook, "entity", "--schema", "Company", "--name", name)
        with Window(notebook.path) as window:
            window.find("Clips", role="list", showing=False)
            window.keys("ctrl+5")
            window.find("Menu of the Entity")
            yield window, notebook, ids


def choose(window, name):
    """Chooses an entity in the table."""
    window.click(window.find(name, role="label"))
    title(window, name)


def title(window, name):
    """Waits for the page of the entity of that name."""
    wait_for(lambda: len(window.all(name, role="label")) >= 2, f"the page of {name}")


def from_menu(window, part):
    """Chooses an entry of the page's menu."""
    window.park_pointer()
    window.click(window.find("Menu of the Entity", role="push button"))
    window.park_pointer()
    entry = wait_for(lambda: next((node for node in window.all(part=part) if "menu item" in node.role), None), f"the entry {part}")
    entry.press()


def test_an_entity_is_made_and_related_by_the_keyboard_alone():
    with entities() as (window, notebook, ids):
        window.tab_to(window.find("New Entity", role="push button"))
        window.keys("space")
        name = window.find(part="Name", role="text")
        wait_for(lambda: name.focused, "the focus in the name")
        window.type("Sennet Holding\n")
        made = wait_for(lambda: next((e for e in notebook.list("entities") if e["name"] == "Sennet Holding"), None), "the entity")
        title(window, "Sennet Holding")
        add = window.find("Add a Relation", role="push button")
        window.tab_to(add, key="shift+Tab")
        window.keys("space")
        window.to_dialog("New Relation")
        other = window.find(part="Other entity", role="text", showing=False)
        kind = window.find(part="Kind of relation", role="combo box", showing=False).find(role="push button", showing=False)
        wait_for(lambda: kind.focused, "the focus in the kind")
        window.keys("space", "Home", "Return")
        window.tab_to(other)
        pick(window, "Tolvane L", "Tolvane Line")
        window.keys("ctrl+Return")
        relation = wait_for(lambda: notebook.list("relations"), "the relation")[0]
        assert (relation["from"], relation["to"], relation["schema"]) == (made["id"], ids["line"], "Ownership"), relation
        window.to_window()
        window.find(part="Tolvane Line, Owns", role="list item")
        window.keys("ctrl+z")
        number(notebook, "relations", 0)
        window.find(part="It is related to nobody")


def test_a_name_that_was_typed_last_is_in_what_is_stored():
    with entities() as (window, notebook, ids):
        choose(window, "Tolvane Line")
        window.find("Add a Relation", role="push button").press()
        window.to_dialog("New Relation")
        window.tab_to(window.find(part="Other entity", role="text", showing=False))
        window.type("Sennet Holding")
        window.keys("ctrl+Return")
        relation = number(notebook, "relations", 1)[0]
        made = next(one for one in notebook.list("entities") if one["name"] == "Sennet Holding")
        assert made["id"] in (relation["from"], relation["to"]), relation


def test_a_relation_leads_to_its_other_end_and_its_evidence():
    with entities() as (window, notebook, ids):
        mark = next(a["id"] for a in notebook.list("annotations") if a["kind"] == "highlight")
        notebook.do("add", "relation", "--schema", "Directorship", "--from", ids["rudd"], "--to", ids["line"], "--role",
                    "harbour master", "--start", "2019", "--evidence", mark)
        choose(window, "Tolvane Line")
        row = window.find(part="Anselm Rudd, Directed by · harbour master · since 2019", role="list item")
        row.find("Show the Passage", role="push button").press()
        text = window.find("Article text", role="text")
        wait_for(lambda: len(text.text) > 200, "the article")
        window.keys("ctrl+5")
        window.click(window.find(part="Anselm Rudd, Directed by", role="list item"), x=20)
        title(window, "Anselm Rudd")
        window.find(part="Tolvane Line, Directs · harbour master", role="list item").find("Delete Relation").press()
        number(notebook, "relations", 0)
        # The window hears of it a little later than the file.
        window.gone(part="Tolvane Line, Directs · harbour master", role="list item")
        window.keys("ctrl+z")
        number(notebook, "relations", 1)


def test_a_fact_about_a_relation():
    with entities() as (window, notebook, ids):
        tie = notebook.do("add", "relation", "--schema", "Directorship", "--from", ids["rudd"], "--to", ids["line"]).one["id"]
        choose(window, "Tolvane Line")
        window.find(part="Anselm Rudd, Directed by", role="list item").find("Add a Fact about the Relation", role="push button").press()
        window.to_dialog("New Fact")
        choice = window.find(part="Property", role="combo box", showing=False).find(role="push button", showing=False)
        wait_for(lambda: choice.focused, "the focus in the property")
        window.keys("space")
        window.type("Stat")
        wait_for(lambda: not choice_list(window).has(name="Secretary", role="label"), "the property that was typed")
        # The ends of the relation are no facts about it.
        assert not choice_list(window).has(name="Director", role="label")
        window.keys("Return")
        window.tab_to(window.find(part="Value", role="text", showing=False))
        window.type("acting")
        window.keys("ctrl+Return")
        fact = number(notebook, "facts", 1)[0]
        assert (fact["about"], fact["property"], fact["value"]) == (tie, "status", "acting"), fact
        window.to_window()
        row = window.find(part="acting, Status", role="list item")
        row.find("Edit Fact", role="push button").press()
        window.to_dialog("Edit Fact")
        window.tab_to(window.find(part="Value", role="text", showing=False))
        window.keys("ctrl+a")
        window.type("full")
        window.keys("ctrl+Return")
        window.to_window()
        window.find(part="full, Status", role="list item").find("Delete Fact", role="push button").press()
        number(notebook, "facts", 0)
        window.gone(part="full, Status", role="list item")
        number(notebook, "relations", 1)


def pick(window, start, name):
    """Types the start of a name into the entry with the focus, and takes the first offer."""
    wait_for(lambda: any(node.focused for node in window.all(role="text")), "the entry with the focus")
    window.type(start)
    wait_for(lambda: any(node.extents.height > 0 for node in window.all(name, role="list item", showing=False)), f"the offer of {name}")
    window.keys("Down", "Return")


def choice_list(window):
    """The open list of the drop-down that has one with a search entry."""
    return window.find(part="Property", role="combo box", showing=False)


def test_a_fact_is_refused_with_the_reason_and_then_kept_with_its_proof():
    with entities() as (window, notebook, ids):
        choose(window, "Anselm Rudd")
        window.find("Add a Fact", role="push button").press()
        window.to_dialog("New Fact")
        choice = window.find(part="Property", role="combo box", showing=False).find(role="push button", showing=False)
        wait_for(lambda: choice.focused, "the focus in the property")
        window.keys("space")
        window.type("Death")
        wait_for(lambda: not choice_list(window).has(name="Nationality", role="label"), "the property that was typed")
        window.keys("Return")
        value = window.find(part="Value", role="text", showing=False)
        window.tab_to(value)
        window.type("33 March")
        window.find(part="is not accepted as “Death date”", role="label", showing=False)
        window.keys("ctrl+Return")
        wait_for(lambda: len(window.all(part="is not accepted as “Death date”", role="label", showing=False)) == 2, "the refusal")
        assert notebook.list("facts") == []
        window.tab_to(value)
        window.keys("ctrl+a")
        window.type("1997-03")
        window.gone(part="is not accepted", role="label")
        window.tab_to(window.find("Evidence", role="text", showing=False))
        window.type("Anselm")
        window.keys("Return")
        window.find("Remove Anselm Rudd", role="push button", showing=False)
        window.keys("ctrl+Return")
        fact = number(notebook, "facts", 1)[0]
        mark = next(a for a in notebook.list("annotations") if a["kind"] == "entity")
        assert (fact["property"], fact["value"], fact["evidence"]) == ("deathDate", "1997-03", [mark["id"]]), fact
        window.to_window()
        row = window.find(part="March 1997, Death date", role="list item")
        window.click(row.find("Delete Fact"))
        number(notebook, "facts", 0)
        window.find(part="No fact is known")
        window.keys("ctrl+z")
        number(notebook, "facts", 1)


def test_a_relation_whose_ends_do_not_fit_is_refused():
    with entities() as (window, notebook, ids):
        choose(window, "Anselm Rudd")
        window.find("Add a Relation", role="push button").press()
        window.to_dialog("New Relation")
        kind = window.find(part="Kind of relation", role="combo box", showing=False).find(role="push button", showing=False)
        wait_for(lambda: kind.focused, "the focus in the kind")
        window.keys("space", "Home", "Return")
        window.tab_to(window.find(part="Other entity", role="text", showing=False))
        pick(window, "Port Se", "Port Sennet")
        window.keys("ctrl+Return")
        window.find(part="must be of the kind", role="label", showing=False)
        assert notebook.list("relations") == []


def test_the_table_is_filtered_and_a_claim_leads_to_its_passage():
    with entities() as (window, _, __):
        window.click(window.find("Filter by words"))
        window.type("the line")
        wait_for(lambda: not window.has(part="Anselm", role="label"), "one entity")
        choose(window, "Tolvane Line")
        window.click(window.find(part="Four ferries missed", role="list item"), x=20)
        text = window.find("Article text", role="text")
        wait_for(lambda: len(text.text) > 200, "the article")


def test_signs_of_markup_are_shown_as_they_are():
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        company = sample.add(notebook, "entity", "--schema", "Company", "--name", "Marsh & Sons")
        notebook.do("add", "relation", "--schema", "Directorship", "--from", ids["rudd"], "--to", company, "--role", "Head of R & D")
        with Window(notebook.path) as window:
            window.find("Clips", role="list", showing=False)
            window.keys("ctrl+5")
            window.find("Menu of the Entity")
            choose(window, "Marsh & Sons")
            window.find(part="Head of R & D", role="label", showing=False)


def test_what_is_in_the_trash_says_so_and_comes_back():
    with entities() as (window, notebook, ids):
        choose(window, "Port Sennet")
        from_menu(window, "Move to Trash")
        number(notebook, "entities", 3)
        window.find(part="Moved to Trash")
        window.keys("ctrl+z")
        number(notebook, "entities", 4)


def linked(notebook, entity):
    return [a for a in notebook.list("annotations") if entity in a["entities"] and not a["deleted"]]


def show_mentions(window, name):
    """Chooses an entity and shows its second tab."""
    choose(window, name)
    window.keys("Tab", "alt+2")
    return window.find("Mentions", role="list", showing=False)


def test_mentions_are_linked_one_by_one_and_all_and_taken_back():
    with entities() as (window, notebook, ids):
        show_mentions(window, "Tolvane Line")
        window.find(part="9 not yet linked")
        row = window.find(part="The Tolvane Line, which carries", role="list item")
        window.click(row, x=20)
        wait_for(lambda: row.focused, "the focus on the mention")
        window.keys("l")
        window.find(part="8 not yet linked")
        assert len(linked(notebook, ids["line"])) == 1
        window.find("Link All Here", role="push button").press()
        wait_for(lambda: len(linked(notebook, ids["line"])) == 4, "the mentions of one clip")
        window.find("Link All", role="push button").press()
        wait_for(lambda: len(linked(notebook, ids["line"])) == 9, "all mentions")
        window.find(part="0 not yet linked")
        window.find(part="mentions linked", showing=False)
        window.keys("ctrl+z")
        wait_for(lambda: len(linked(notebook, ids["line"])) == 4, "what was linked before")
        window.find(part="5 not yet linked")


def test_a_mention_is_refused_and_another_one_shown_in_its_text():
    with entities() as (window, notebook, ids):
        show_mentions(window, "Tolvane Line")
        row = window.find(part="The line carried 412,000", role="list item")
        window.click(row, x=20)
        wait_for(lambda: row.focused, "the focus on the mention")
        window.keys("Delete")
        window.find(part="8 not yet linked")
        window.gone(part="The line carried 412,000", role="list item")
        row = window.find(part="The Tolvane Line did not respond", role="list item")
        window.click(row, x=20)
        wait_for(lambda: row.focused, "the focus on the mention")
        window.keys("Return")
        text = window.find("Article text", role="text")
        start = wait_for(lambda: "did not respond" in text.text and text.index("Tolvane Line did not respond"), "the article")
        wait_for(lambda: text.selection == (start, start + len("Tolvane Line")), "the words, selected")


def test_a_likely_duplicate_is_parted_merged_and_taken_back():
    with entities("Tolvane Line Ltd") as (window, notebook, ids):
        choose(window, "Tolvane Line")
        row = window.find(part="Tolvane Line Ltd (Company)", role="list item")
        row.find("Not the Same", role="push button").press()
        window.gone(part="Tolvane Line Ltd (Company)", role="list item")
        wait_for(lambda: notebook.do("show", ids["line"]).one["not_same_as"] != [], "that they are parted")
        window.keys("ctrl+z")
        window.find(part="Tolvane Line Ltd (Company)", role="list item").find("Merge…", role="push button").press()
        window.to_dialog("Merge Entities")
        window.find("What Comes Together", role="label", showing=False)
        window.find(part="the line; Tolvane Line Ltd", role="label", showing=False)
        window.keys("ctrl+Return")
        number(notebook, "entities", 4)
        line = notebook.do("show", ids["line"]).one
        assert "Tolvane Line Ltd" in line["aliases"], line
        window.to_window()
        window.find(part="Merged")
        window.keys("ctrl+z")
        number(notebook, "entities", 5)
        window.find(part="Tolvane Line Ltd (Company)", role="list item")


def test_all_likely_duplicates_are_listed():
    with entities("Tolvane Line Ltd") as (window, notebook, ids):
        window.find("Likely the Same", role="push button").press()
        window.to_dialog("Likely the Same")
        pair = "Tolvane Line (Company) and Tolvane Line Ltd (Company)"
        window.find(part=pair, role="list item", showing=False)

        def is_parted():
            # The list may be made anew while it is looked at; then the button that was found is gone.
            for row in window.all(part=pair, role="list item", showing=False):
                for button in row.all("Not the Same", role="push button", showing=False):
                    button.press()
            return notebook.do("show", ids["line"]).one["not_same_as"] != []
        wait_for(is_parted, "that they are parted")
        window.find(part="No two entities look like", showing=False)
        window.keys("Escape")
        window.to_window()


def test_what_was_parted_is_merged_only_after_a_second_look():
    with entities("Tolvane Line Ltd") as (window, notebook, ids):
        other = next(e["id"] for e in notebook.list("entities") if e["name"] == "Tolvane Line Ltd")
        choose(window, "Tolvane Line")
        window.find(part="Tolvane Line Ltd (Company)", role="list item").find("Not the Same", role="push button").press()
        window.gone(part="Tolvane Line Ltd (Company)", role="list item")
        from_menu(window, "Merge With")
        window.to_dialog("Merge Entities")
        wait_for(lambda: any(node.focused for node in window.all(role="text")), "the entry with the focus")
        window.type("Tolvane Line Ltd\n")
        window.find("What Comes Together", role="label", showing=False)
        window.keys("ctrl+Return")
        window.find("Merge Nevertheless", role="push button", showing=False)
        assert len(notebook.list("entities")) == 5
        window.keys("ctrl+Return")
        number(notebook, "entities", 4)
        assert notebook.do("show", other).one["merged_into"] == ids["line"]


if __name__ == "__main__":
    tap.run(__name__)
