#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be so is refused, whichever way it comes in."""

import datetime
import os
import subprocess

import tap
from program import PROGRAM, Notebook

ARTICLE = """Northmere bridge stays open

The swing bridge at Northmere will stay open to boats until spring, Ruth Tallow said.
"""


def add(notebook, *words):
    return notebook.do("add", *words).one["id"]


def clip(notebook):
    return notebook.do("clip", "-", "--title", "Bridge", "--url", "https://harbour.example/bridge", stdin=ARTICLE).one["id"]


def refused(notebook, *words):
    result = notebook.try_(*words)
    assert result.status in (1, 2) and result.err.strip(), (words, result.status, result.out)
    return result.err


def test_ratings():
    with Notebook() as notebook:
        source = add(notebook, "source", "Ruth Tallow", "--reliability", "b2")
        assert notebook.do("show", source).one["reliability"] == "B2"
        for wrong in ("Z9", "A7", "G1", "AB", "2B", "good"):
            assert wrong in refused(notebook, "edit", source, "--reliability", wrong)
        assert notebook.do("show", source).one["reliability"] == "B2"
        for right in ("A", "6", "F 6", "C/3", ""):
            notebook.do("edit", source, "--reliability", right)


def test_checks_say_who_and_when():
    with Notebook() as notebook:
        claim = add(notebook, "claim", "The bridge is closed.")
        owner = notebook.list("contributors")[0]["name"]
        before = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=2)
        check = notebook.do("add", "check", "--claim", claim, "--method", "document").one
        assert check["by"] == owner
        at = datetime.datetime.fromisoformat(check["at"]["value"].replace("Z", "+00:00"))
        assert before <= at <= datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=2)
        check = notebook.do("add", "check", "--claim", claim, "--by", "Ann", "--at", "2020-02-03").one
        assert (check["by"], check["at"]["value"]) == ("Ann", "2020-02-03")


def test_the_trash_is_left_alone():
    with Notebook() as notebook:
        article = clip(notebook)
        claim = add(notebook, "claim", "The bridge is closed.")
        notebook.do("delete", article, claim)
        assert "Trash" in refused(notebook, "add", "annotation", "--clip", article, "--quote", "swing bridge")
        assert "Trash" in refused(notebook, "edit", claim, "--status", "verified")
        assert "Trash" in refused(notebook, "add", "check", "--claim", claim)
        assert notebook.list("annotations") == []
        notebook.do("restore", claim)
        notebook.do("edit", claim, "--status", "verified")
        notebook.do("delete", claim)


def test_a_name_means_one():
    with Notebook() as notebook:
        money = add(notebook, "tag", "Money")
        assert "Money" in refused(notebook, "add", "tag", "money")
        below = add(notebook, "tag", "Banks", "--parent", money)
        add(notebook, "tag", "Banks")
        assert len(notebook.list("tags")) == 3
        assert below in refused(notebook, "add", "claim", "The bridge is closed.", "--tags", "Banks")
        claim = notebook.do("add", "claim", "The bridge is closed.", "--tags", below).one
        assert claim["tags"] == [below]
        story = add(notebook, "story", "S 1")
        refused(notebook, "add", "story", "S 1")
        other = add(notebook, "story", "S 2")
        refused(notebook, "edit", other, "--title", "S 1")
        notebook.do("edit", story, "--title", "S 1", "--summary", "One")
        notebook.do("delete", story)
        add(notebook, "story", "S 1")


def test_calls_at_once_make_one_story():
    with Notebook() as notebook:
        add(notebook, "tag", "first")
        paths = [notebook.file(f"{n}.txt", ARTICLE + f"\nThe note was the number {n}.\n") for n in range(3)]
        calls = [subprocess.Popen([PROGRAM, "clip", "--notebook", notebook.path, "--story", "Bridges", path], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, env=dict(os.environ, LC_ALL="C.UTF-8")) for path in paths]
        ends = [(call.communicate(timeout=120), call.returncode) for call in calls]
        assert all(status == 0 for _, status in ends), ends
        (story,) = notebook.list("stories")
        assert len(notebook.list("clips", "--story", story["id"])) == 3


def test_fields_of_clips():
    with Notebook() as notebook:
        article = clip(notebook)
        assert "nonsense" in refused(notebook, "edit", article, "--kind", "nonsense")
        refused(notebook, "edit", article, "--dir", "up")
        for address in ("not a url", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "https://", "harbour.example/bridge"):
            refused(notebook, "edit", article, "--url", address)
            refused(notebook, "edit", article, "--canonical-url", address)
            refused(notebook, "clip", "-", "--url", address)
        assert len(notebook.list("clips")) == 1
        notebook.do("edit", article, "--kind", "interview", "--dir", "ltr", "--url", "https://harbour.example/a?b=[1]#c")


def test_blanks():
    with Notebook() as notebook:
        for words in (["claim", "   "], ["story", "\t"], ["tag", "\u00a0"], ["source", "\u200b "], ["entity", " "], ["event", " "]):
            assert "blank" in refused(notebook, "add", *words), words
        claim = add(notebook, "claim", "The bridge is closed.")
        refused(notebook, "edit", claim, "--text", " ")


def test_circles():
    with Notebook() as notebook:
        claim = add(notebook, "claim", "The bridge is closed.")
        for field in ("--supports", "--contradicts", "--same-as"):
            assert "itself" in refused(notebook, "edit", claim, field, claim), field
        source = add(notebook, "source", "Ruth Tallow")
        refused(notebook, "add", "attribution", "--claim", claim, "--source", source, "--via", source)
        refused(notebook, "add", "claim", "It is open.", "--source", source, "--via", source)
        assert notebook.list("attributions") == []


def test_what_ends_before_it_begins():
    with Notebook() as notebook:
        add(notebook, "entity", "Ruth Tallow", "--schema", "Person")
        add(notebook, "entity", "Bridge Company", "--schema", "Company")
        relation = ["relation", "--schema", "Directorship", "--from", "Ruth Tallow", "--to", "Bridge Company"]
        refused(notebook, "add", *relation, "--start", "2020", "--end", "2019")
        stored = add(notebook, *relation, "--start", "2020-05", "--end", "2020")
        refused(notebook, "edit", stored, "--end", "2020-04-30")
        refused(notebook, "add", "event", "A flood", "--date", "2020-03-02", "--end", "2020-03-01")
        add(notebook, "event", "A flood", "--date", "2020-03-02", "--end", "2020-03-02")


if __name__ == "__main__":
    tap.run(__name__)
