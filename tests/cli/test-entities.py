# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`cuttings entities`: the names in files and in standard input."""

import os

import tap
from program import CORPUS, Notebook, call

TEXT = "Der Hafen – the harbour – is closed.\n“The wall will hold,” Ilse Marten said in Lowfield.\nMrs. Marten runs Halden Pumps Inc. for its Chinese owner."
PAGE = """Harbour to close

Ann Reed
2 min read
Halden Pumps built the wall, said Jonas Abel.

See all photos

Watch this: Marvel Heroes at Lowfield

The plant in Texas is old, and nobody has ever tried to open it again since the flood, he said.
"""


def words(text, span):
    return text[span[0] : span[1]]


def test_keys_and_offsets():
    with Notebook() as notebook:
        path = notebook.file("a.txt", TEXT.encode())
        answer = call("entities", "--json", "--language", "en", path).one
        assert answer["file"] == path and "error" not in answer
        found = [(words(TEXT, name["span"]), name["type"], name["name"], name["schema"]) for name in answer["entities"]]
        assert found[-5:] == [
            ("Ilse Marten", "person", "Ilse Marten", "Person"),
            ("Lowfield", "place", "Lowfield", "Address"),
            ("Marten", "person", "Ilse Marten", "Person"),
            ("Halden Pumps Inc.", "organization", "Halden Pumps Inc.", "Company"),
            ("Chinese", "other", "Chinese", None),
        ], found
        groups = [name["group"] for name in answer["entities"]]
        assert groups[-5] == groups[-3] and len(set(groups[-5:])) == 4


def test_a_line_for_every_file():
    with Notebook() as notebook:
        good = notebook.file("good.txt", TEXT.encode())
        bad = notebook.file("bad.txt", b"\xff\xfe\x00")
        empty = notebook.file("empty.txt", b"")
        gone = notebook.file("gone.txt")
        result = call("entities", "--json", good, bad, empty, gone)
        assert result.status == 3
        lines = result.lines
        assert [line["file"] for line in lines] == [good, bad, empty, gone]
        assert ["error" in line for line in lines] == [False, True, False, True]
        assert lines[2]["entities"] == []
        assert call("entities", bad).status == 1


def test_standard_input_and_plain_output():
    result = call("entities", "--language", "en", "-", stdin=TEXT)
    assert result.status == 0
    assert "Ilse Marten · person · 2" in result.out
    assert call("entities", "--json", "-", stdin=TEXT).one["file"] == "-"


def test_any_language():
    answer = call("entities", "--json", "--language", "fr", "-", stdin="Hier, Pierre Dubois est parti pour Lyon.").one
    assert [name["name"] for name in answer["entities"]] == ["Pierre Dubois", "Lyon"]
    assert call("entities").status == 2


def test_furniture_of_a_pasted_page_is_left_out():
    answer = call("entities", "--json", "--language", "en", "-", stdin=PAGE).one
    assert [words(PAGE, name["span"]) for name in answer["entities"]] == ["Halden Pumps", "Jonas Abel", "Texas"], answer


def test_the_seed_article():
    path = os.path.join(CORPUS, "seed", "us-asks-allies-to-avoid-huawei.txt")
    if not os.path.exists(path):
        raise tap.Skip("the seed article is not here")
    answer = call("entities", "--json", path).one
    groups = {name["name"]: (name["type"], name["schema"]) for name in answer["entities"]}
    for name in ("US", "Germany", "Italy", "Japan", "China"):
        assert groups[name] == ("place", "Country"), (name, groups)
    for name in ("Huawei", "Apple", "Amazon"):
        assert groups[name] == ("organization", "Company"), (name, groups)
    assert groups["The Wall Street Journal"][0] == "organization"
    assert groups["National Security Agency"] == ("organization", "PublicBody")
    assert groups["Donald Trump"] == ("person", "Person")
    assert groups["American"][0] == groups["Chinese"][0] == "other"
    for name in ("Marvel", "DC", "Star Wars", "Culture", "Video Games", "SOPA Images", "Android", "MateBook", "Sean Keane"):
        assert not any(name in group for group in groups), (name, groups)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert sum(words(text, name["span"]) in ("Donald Trump", "Trump") for name in answer["entities"]) == 2


if __name__ == "__main__":
    tap.run(__name__)
