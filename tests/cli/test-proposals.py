# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From proposals to origins: a story that was told by one paper and retold by two has one origin, whoever clips what."""

import os

import tap
from program import CORPUS, Notebook

SEED = os.path.join(CORPUS, "seed", "us-asks-allies-to-avoid-huawei.txt")

RETOLD = """Ports are asked to avoid Norland cranes

The government is reportedly trying to persuade ports to avoid Norland cranes.

Officials have spoken to port owners in three countries, The Harbour Gazette reported Thursday, citing unnamed sources.

A report alleged last month that gears had been swapped at Orbit and Halden, but the ministry and the firms denied that happened.
"""
ORIGINAL = """Government leans on ports over cranes

Officials have spoken to port owners in three countries, people familiar with the matter said.
"""
THIRD = """Cranes under suspicion

Officials have spoken to port owners in three countries, The Harbour Gazette reported, citing people familiar with the matter.
"""


def clip(notebook, text, outlet, published):
    clip = notebook.do("clip", "-", "--published", published, stdin=text.encode("utf-8")).one["id"]
    notebook.do("edit", clip, "--site-name", outlet)
    return clip


def accept(notebook, clip):
    notebook.do("propose", clip, "--accept", "all")
    assert notebook.do("propose", clip).lines == []


def claim(notebook, part):
    found = [item for item in notebook.list("claims") if part in item["text"]]
    assert found, (part, [item["text"] for item in notebook.list("claims")])
    return found


def origins(notebook, id):
    told = notebook.do("origins", id).one
    return told["low"], told["high"]


def test_what_one_paper_said_is_one_origin_however_often_it_is_retold():
    with Notebook() as notebook:
        accept(notebook, clip(notebook, RETOLD, "Crane Weekly", "2026-03-13"))
        first = claim(notebook, "port owners")[0]["id"]
        assert origins(notebook, first) == (1, 1)
        assert origins(notebook, claim(notebook, "avoid Norland cranes")[0]["id"]) == (1, 1)
        for text, outlet in ((ORIGINAL, "The Harbour Gazette"), (THIRD, "Dock News")):
            before = {item["id"] for item in notebook.list("claims")}
            accept(notebook, clip(notebook, text, outlet, "2026-03-12"))
            for item in claim(notebook, "port owners"):
                if item["id"] not in before:
                    notebook.do("edit", item["id"], "--same-as", first)
            assert origins(notebook, first) == (1, 1), outlet


def test_a_denial_belongs_to_what_it_denies():
    with Notebook() as notebook:
        accept(notebook, clip(notebook, RETOLD, "Crane Weekly", "2026-03-13"))
        alleged = claim(notebook, "ears had been swapped")
        assert len(alleged) == 1, alleged
        told = notebook.do("origins", alleged[0]["id"]).one
        assert told["denials"] == 3, told
        labels = {item["label"] for item in notebook.list("sources")}
        assert {"ministry", "Orbit", "Halden"} <= labels, labels


def test_a_number_that_no_proposal_has_is_refused_and_nothing_done():
    with Notebook() as notebook:
        id = clip(notebook, RETOLD, "Crane Weekly", "2026-03-13")
        for numbers in ("99", "1,99", "x", "0"):
            failed = notebook.try_("propose", id, "--accept", numbers)
            assert failed.status == 1 and "proposal" in failed.err, failed.err
        assert notebook.list("claims") == []


def test_dismissed_stays_dismissed():
    with Notebook() as notebook:
        id = clip(notebook, RETOLD, "Crane Weekly", "2026-03-13")
        before = notebook.do("propose", id).lines
        notebook.do("propose", id, "--dismiss", "1")
        assert [item["text"] for item in notebook.do("propose", id).lines] == [item["text"] for item in before[1:]]
        notebook.do("undo")
        assert len(notebook.do("propose", id).lines) == len(before)


def test_she_is_who_spoke_last():
    text = ("Quay to be dredged\n\n\"The work was late,\" the head of the register, Hanneke Dole-Petrov, told reporters. "
            "The line will pay a fine of 240 crowns, she said.\n")
    with Notebook() as notebook:
        proposed = notebook.do("propose", clip(notebook, text, "Dock News", "2026-03-13")).lines
        assert len(proposed) == 2 and proposed[0]["sources"] == proposed[1]["sources"], proposed
        assert "head of the register" in proposed[0]["sources"][0], proposed


def test_the_seed_article():
    if not os.path.exists(SEED):
        raise tap.Skip("the seed article is not here")
    with open(SEED, encoding="utf-8") as file:
        text = file.read()
    with Notebook() as notebook:
        id = clip(notebook, text, "CNET", "2018-11-23")
        proposed = notebook.do("propose", id).lines
        journal = [item for item in proposed if item["via"] == ["The Wall Street Journal"]]
        assert len(proposed) >= 9 and len(journal) >= 4, proposed
        assert any(item["sources"] == ["China", "Apple", "Amazon"] and item["stance"] == "denies" for item in proposed)
        assert any(item["stance"] == "responds" and "spokesperson" in item["sources"][0] for item in proposed)
        assert any(item["said_at"] == "2018-11-22" for item in journal)
        accept(notebook, id)
        for item in journal:
            assert origins(notebook, claim(notebook, item["text"][:40])[0]["id"]) == (1, 1), item


NAMED = """Pumps to be tested

The pumps were built by Halden Pumps Inc. of Lowfield, director Ilse Marten said on Monday.

Mrs. Marten said they hold. Shares of Halden fell in London, and nobody in the town had anything to say of it.
"""


def names(notebook, id):
    return {item["name"]: item for item in notebook.do("propose", id, "--names").lines}


def test_names_are_accepted_dismissed_and_taken_back():
    with Notebook() as notebook:
        id = notebook.do("clip", "-", stdin=NAMED.encode()).one["id"]
        found = names(notebook, id)
        assert {name: (item["schema"], len(item["spans"])) for name, item in found.items()} == {
            "Halden Pumps Inc.": ("Company", 2), "Lowfield": ("Address", 1), "Ilse Marten": ("Person", 2), "London": ("Address", 1)}, found
        assert all(item["known"] is None for item in found.values())
        notebook.do("propose", id, "--names", "--dismiss", str(found["London"]["number"]))
        assert set(names(notebook, id)) == set(found) - {"London"}
        made = notebook.do("propose", id, "--names", "--accept", "all").lines
        assert [entity["name"] for entity in made] == ["Halden Pumps Inc.", "Lowfield", "Ilse Marten"], made
        assert len(notebook.list("annotations")) == 5 and names(notebook, id) == {}
        notebook.do("undo")
        assert notebook.list("entities") == [] and notebook.list("annotations") == []
        notebook.do("undo")
        assert set(names(notebook, id)) == set(found)


def test_a_name_that_is_known_is_linked():
    with Notebook() as notebook:
        entity = notebook.do("add", "entity", "--name", "Ilse Marten", "--schema", "Person").one["id"]
        id = notebook.do("clip", "-", stdin=NAMED.encode()).one["id"]
        found = names(notebook, id)["Ilse Marten"]
        assert found["known"] == entity, found
        notebook.do("propose", id, "--names", "--accept", str(found["number"]))
        assert len(notebook.list("entities")) == 1
        assert [mark["entities"] for mark in notebook.list("annotations")] == [[entity], [entity]]


if __name__ == "__main__":
    tap.run(__name__)
