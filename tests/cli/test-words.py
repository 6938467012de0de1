# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the command line is called: help, wrong words, exit statuses."""

import os
import tap
from program import Notebook, call

SUBCOMMANDS = "clip extract attribute entities list show add edit delete restore undo redo search export import place verify backup compact".split()


def test_overview_names_every_subcommand():
    result = call("help")
    assert result.status == 0
    for name in SUBCOMMANDS:
        assert f"\n  {name}" in result.out, name


def test_help_explains_each_subcommand():
    for name in SUBCOMMANDS:
        result = call("help", name)
        assert result.status == 0, (name, result.err)
        assert "--notebook" in result.out and f"cuttings {name}" in result.out, name


def test_version():
    assert call("--version").out.startswith("Cuttings ")


def test_unknown_subcommand_of_help_is_wrong_usage():
    assert call("help", "nonsense").status == 2


def test_unknown_option_is_wrong_usage():
    result = call("list", "clips", "--nonsense")
    assert result.status == 2
    assert "--nonsense" in result.err


def test_missing_words_are_wrong_usage():
    for words in (["clip"], ["extract"], ["attribute"], ["entities"], ["list"], ["list", "nonsense"], ["show"], ["add"], ["add", "nonsense"],
                  ["search"], ["export"], ["export", "-o", "x"], ["import"], ["verify"], ["backup"], ["delete"]):
        result = call(*words)
        assert result.status == 2, (words, result.status, result.err)
        assert result.err.strip(), words


def test_options_stand_on_either_side_of_the_subcommand():
    with Notebook() as notebook:
        assert call("--notebook", notebook.path, "--json", "add", "tag", "money").status == 0
        assert notebook.list("tags")[0]["label"] == "money"


def test_a_wrong_word_names_the_choices():
    with Notebook() as notebook:
        result = notebook.try_("add", "claim", "The bridge is closed.", "--status", "perhaps")
        assert result.status == 2
        assert "unverifiable" in result.err and "perhaps" in result.err
        assert notebook.list("claims") == []


def test_a_wrong_date_is_refused_and_nothing_stored():
    with Notebook() as notebook:
        notebook.do("protect", "status")
        assert notebook.try_("clip", "-", "--published", "yesterday", stdin="Words.").status == 2
        assert notebook.list("clips") == []


def test_a_missing_object_is_named():
    with Notebook() as notebook:
        result = notebook.try_("show", "0190ffff-0000-7000-8000-000000000000")
        assert result.status == 1 and result.err.strip()
        assert notebook.try_("edit", "nobody", "--name", "x").status == 1
        assert notebook.try_("delete", "nobody").status == 1


def test_a_file_that_is_no_notebook_is_refused_unharmed():
    with Notebook() as notebook:
        path = notebook.file("letter.txt", "Dear editor, this is not a notebook.\n" * 100)
        before = open(path, "rb").read()
        result = call("list", "clips", "--notebook", path)
        assert result.status == 1 and result.err.strip()
        assert open(path, "rb").read() == before


def test_quiet_prints_no_messages():
    with Notebook() as notebook:
        notebook.do("add", "tag", "x")
        result = notebook.try_("backup", "--quiet", notebook.file("copy.cuttings"))
        assert result.status == 0 and result.err == ""
        assert os.path.getsize(notebook.file("copy.cuttings")) > 0


if __name__ == "__main__":
    tap.run(__name__)
