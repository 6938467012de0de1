#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates of a notebook, a story and an entity in one line of time."""

import sample
import tap
from program import Notebook


def dates(items):
    return [(item["kind"], item["date"], item["precision"]) for item in items]


def test_whole_notebook():
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        items = notebook.list("timeline")
        dated = [item for item in items if item["date"]]
        assert items[:len(dated)] == dated, "what has no date comes last"
        assert dates(dated)[:2] == [("fact", "2025", "year"), ("fact", "2025-10", "month")], dates(dated)
        assert [item["kind"] for item in items if not item["date"]] == ["said"] * 5, dates(items)
        assert all(item["precision"] == "unknown" for item in items[len(dated):])
        assert {item["clip"] for item in dated if item["kind"] == "published"} == \
            {ids[name] for name in ("denial", "review", "inspections", "dredging")}
        fact = next(item for item in items if item["id"] == ids["skipped"])
        assert (fact["object"], fact["claim"]) == ("claim", ids["skipped"])


def test_said_and_relations():
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        said = notebook.do("add", "attribution", "--claim", ids["fined"], "--clip", ids["denial"], "--quote", "the law asks for",
                           "--source", ids["spokeswoman"], "--stance", "denies", "--said-at", "2026-03-12T10:00:00Z").lines[0]["id"]
        notebook.do("add", "relation", "--schema", "Employment", "--from", "Anselm Rudd", "--to", "Tolvane Line", "--role", "captain",
                    "--end", "2024-05")
        notebook.do("add", "event", "--text", "The Maribel is launched", "--date", "1998", "--end", "1999-02",
                    "--entities", "Tolvane Line")
        items = notebook.list("timeline")
        one = next(item for item in items if item["id"] == said)
        assert (one["date"], one["precision"], one["stance"], one["who"]) == \
            ("2026-03-12T10:00:00Z", "instant", "denies", "Petra Lindqvist-Amari"), one
        assert (items[0]["title"], items[0]["date"], items[0]["end"]) == ("The Maribel is launched", "1998", "1999-02"), items[0]
        served = next(item for item in items if item["kind"] == "relation")
        assert (served["date"], served["end"], served["title"]) == (None, "2024-05", "Anselm Rudd, Tolvane Line: captain"), served
        of_rudd = notebook.list("timeline", "--entity", "Anselm Rudd")
        assert {item["kind"] for item in of_rudd} == {"relation", "published"}, of_rudd


def test_story_and_words():
    with Notebook() as notebook:
        ids = sample.fill(notebook)
        items = notebook.list("timeline", "--story", "The Tolvane ferries")
        assert ids["dredging"] not in {item["clip"] for item in items}
        assert len(items) == 2 + 5 + 3, dates(items)
        assert notebook.try_("list", "timeline", "--story", "No such story").status == 1
        assert notebook.try_("list", "timeline", "--story", ids["story"], "--entity", ids["line"]).status == 2


if __name__ == "__main__":
    tap.run(__name__)
