# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The seed article by hand: pasted, dated, five claims with their chain, a denial by three, ten entities; exported and
imported into an empty notebook, which then lists the same."""

import json
import os
import subprocess

import tap
from program import CORPUS, Notebook, call
from window import Window, turn, wait_for

SEED = os.path.join(CORPUS, "seed", "us-asks-allies-to-avoid-huawei.txt")

KINDS = "stories clips captures annotations claims attributions sources entities relations tags checks events".split()

# The opening and closing words of each passage that is marked.
CLAIMS = [
    ("The US government is reportedly trying", "to avoid Huawei equipment."),
    ("Officials have spoken to their counterparts", "is already in use"),
    ("The US is reportedly particularly worried", "possible Chinese meddling."),
    ("since most nonsensitive communication", "via commercial networks"),
    ("It's also looking into increasing financial aid", "avoid Chinese-made equipment"),
]
DENIED = ("A report alleged last month", "during the manufacturing process")
DENIERS = ["China", "Apple", "Amazon"]
ENTITIES = ["Huawei", "The Wall Street Journal", "Germany", "Italy", "Japan", "National Security Agency", "China",
            "Donald Trump", "Apple", "Amazon"]


def passage(text, words):
    start = text.index(words[0])
    return start, text.index(words[1], start) + len(words[1])


def paste(window, text):
    """Puts the text on the clipboard and pastes it into the window."""
    subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode("utf-8"), check=True)
    window.keys("ctrl+v")


def field(card, name):
    """The entry with that label: GTK names some of them twice, once for each label."""
    return wait_for(lambda: next((node for node in card.all(role="text") if node.name in (name, f"{name} {name}")), None), name)


def fill(window, node, text):
    window.tab_to(node)
    window.keys("ctrl+a")
    window.type(text)
    window.keys("Return")


def one_more(notebook, kind, number):
    return wait_for(lambda: len(notebook.list(kind)) == number and notebook.list(kind), f"{number} {kind}")


def open_card(window, annotation):
    """The margin's card of the annotation just made."""
    words = annotation["selectors"][1]["exact"]
    card = wait_for(lambda: next((node for node in window.all(role="footnote") if node.name == f"Claim: {words}"), None), "the card")
    # A key pressed before the focus has come there moves on from where it comes to.
    wait_for(lambda: any(node.focused for node in card.all(role="text")), "the focus in the card")
    return card


def newest(objects, known):
    return next(item for item in objects if item["id"] not in known)


def mark(window, notebook, text, words, key):
    known = {item["id"] for item in notebook.list("annotations")}
    window.select(text, *passage(text.text, words))
    window.keys(key)
    return newest(one_more(notebook, "annotations", len(known) + 1), known)


def attribute(window, notebook, card, attribution, source, via=None):
    fill(window, field(card, "Source"), source)
    wait_for(lambda: notebook.do("show", attribution).one["source"], "the source")
    if via is not None:
        fill(window, field(card, "Via"), via)
        wait_for(lambda: notebook.do("show", attribution).one["via"], "the via")


def test_the_seed_article_by_hand():
    if not os.path.exists(SEED):
        raise tap.Skip("the seed article is not here")
    with open(SEED, encoding="utf-8") as file:
        seed = file.read()
    with Notebook() as notebook, Notebook() as other:
        with Window(notebook.path) as window:
            window.find(name="Clips", role="list", showing=False)
            paste(window, seed)
            clip = one_more(notebook, "clips", 1)[0]
            assert clip["title"] == "US asks allies to avoid Huawei" and clip["authors"] == ["Sean Keane"]
            text = window.find("Article text", role="text")
            wait_for(lambda: "persuade" in text.text, "the article")
            set_date(window, notebook, clip["id"])
            add_claims(window, notebook, text)
            add_denial(window, notebook, text)
            add_entities(window, notebook, text)
        bundle = notebook.file("seed.cuttings.zip")
        notebook.do("export", "--format", "bundle", "--all", "-o", bundle)
        assert call("verify", bundle).status == 0
        with Window(other.path, bundle) as window:
            wait_for(lambda: next((n for n in window.all(role="push button") if n.name.endswith("Import")
                                   and n.sensitive), None), "Import").press()
            one_more(other, "clips", 1)
        for kind in KINDS:
            assert json.dumps(other.list(kind), sort_keys=True) == json.dumps(notebook.list(kind), sort_keys=True), kind
        # Whoever imports is a contributor, too.
        assert all(person in other.list("contributors") for person in notebook.list("contributors"))
        assert call("verify", "--notebook", other.path).status == 0
        assert call("verify", "--notebook", notebook.path).status == 0


def set_date(window, notebook, clip):
    window.find(name="Add date", role="push button").press()
    entry = window.find(part="ublication date", role="text")
    fill(window, entry, "23 Nov 2018")
    published = wait_for(lambda: notebook.do("show", clip).one["published"], "the date")
    assert published == {"value": "2018-11-23", "precision": "day", "from": "user"}


def add_claims(window, notebook, text):
    for number, words in enumerate(CLAIMS, 1):
        annotation = mark(window, notebook, text, words, "c")
        card = open_card(window, annotation)
        attribution = next(a for a in notebook.list("attributions") if a["annotation"] == annotation["id"])
        attribute(window, notebook, card, attribution["id"], "Unnamed sources", "The Wall Street Journal")
        back_to(window, text)
        assert len(notebook.list("claims")) == number
    sources = {s["label"]: s for s in notebook.list("sources")}
    assert set(sources) == {"Unnamed sources", "The Wall Street Journal"}, sources
    for attribution in notebook.list("attributions"):
        assert attribution["source"] == sources["Unnamed sources"]["id"]
        assert attribution["via"] == [sources["The Wall Street Journal"]["id"]]


def last_field(card, name, number):
    """The last of the so many entries of that name: that of the attribution just added."""
    def find():
        found = card.all(name=name, role="text")
        return found[-1] if len(found) == number else None
    return wait_for(find, f"{number} entries for {name}")


def add_denial(window, notebook, text):
    annotation = mark(window, notebook, text, DENIED, "c")
    card = open_card(window, annotation)
    first = next(a for a in notebook.list("attributions") if a["annotation"] == annotation["id"])
    attribute(window, notebook, card, first["id"], "A report")
    for number, denier in enumerate(DENIERS, 2):
        known = {a["id"] for a in notebook.list("attributions")}
        card.find(part="Add Attribution", role="push button").press()
        added = newest(one_more(notebook, "attributions", len(known) + 1), known)["id"]
        fill(window, last_field(card, "Source", number), denier)
        wait_for(lambda: notebook.do("show", added).one["source"], denier)
        window.keys("Tab", "Return", *["Down"] * 4, "Return")
        wait_for(lambda: notebook.do("show", added).one["stance"] == "denies", f"the denial by {denier}")
    back_to(window, text)
    labels = {s["id"]: s["label"] for s in notebook.list("sources")}
    stances = {labels[a["source"]]: a["stance"] for a in notebook.list("attributions") if a["claim"] == first["claim"]}
    assert stances == {"A report": "asserts", "China": "denies", "Apple": "denies", "Amazon": "denies"}


def back_to(window, text):
    """The card that was just made takes the focus; Escape gives it back to the article."""
    wait_for(lambda: not text.focused, "the card with the focus")
    for _ in range(4):
        if text.focused:
            return
        window.keys("Escape")
    wait_for(lambda: text.focused, "the article with the focus")


def add_entities(window, notebook, text):
    body = text.text.index("The US government is reportedly trying")
    for number, name in enumerate(ENTITIES, 1):
        start = text.text.index(name, body)
        window.select(text, start, start + len(name))
        window.keys("e")
        one_more(notebook, "entities", number)
        wait_for(lambda: [n for n in window.all(role="footnote", showing=False) if n.name.startswith("Entity: ")
                          and name in n.name], f"the card of {name}")
    assert {e["name"] for e in notebook.list("entities")} == set(ENTITIES)
    tied = [a for a in notebook.list("annotations") if a["kind"] == "entity" and a["entities"]]
    assert len(tied) == len(ENTITIES)


if __name__ == "__main__":
    tap.run(__name__)
