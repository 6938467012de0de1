#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed is done whole or refused: no word is dropped, no file passed over."""

import json
import os

import tap
from program import Notebook, call


def make_bundle(notebook):
    notebook.do("add", "claim", "The bridge is closed.")
    path = notebook.file("good.cuttings.zip")
    notebook.do("export", "-o", path, "--all")
    return path


def test_every_bundle_is_verified():
    with Notebook() as notebook:
        good = make_bundle(notebook)
        bad = notebook.file("bad.zip", "no bundle at all")
        for words in ([good, bad], [bad, good]):
            result = call("verify", *words)
            assert result.status == 1, (result.status, result.out)
            assert "bad.zip" in result.out + result.err
            answers = call("verify", "--json", *words).lines
            assert {answer["file"]: answer["ok"] for answer in answers} == {good: True, bad: False}, answers
        assert call("verify", good, good).status == 0


def test_what_is_not_there_is_named_in_a_sentence():
    with Notebook() as notebook:
        notebook.do("add", "claim", "The tank leaked")
        assert "There is no story “The Tank” in the notebook" in notebook.try_("clip", "--again", "--story", "The Tank").err
        assert "There is no source “Ada Lind” in the notebook" in notebook.try_("search", "source:\"Ada Lind\" tank").err


def test_words_too_many_are_refused():
    with Notebook() as notebook:
        result = notebook.try_("add", "claim", "The", "US", "asks")
        assert result.status == 2 and "US" in result.err, result.err
        notebook.do("add", "claim", "One")
        notebook.do("add", "claim", "Two")
        for words in (["undo", "5"], ["redo", "2"], ["compact", "now"]):
            assert notebook.try_(*words).status == 2, words
        assert len(notebook.list("claims")) == 2


def test_every_object_is_shown():
    with Notebook() as notebook:
        ids = [notebook.do("add", "claim", text).one["id"] for text in ("One", "Two")]
        assert [shown["id"] for shown in notebook.do("show", *ids).lines] == ids


def test_a_misspelt_subcommand_is_named():
    for words in (["exprt", "--all"], ["lst", "clips"], ["--json", "serch", "bridge"]):
        result = call(*words)
        assert result.status == 2, (words, result.status, result.err)
        assert [word for word in words if word in result.err and word[0] != "-"], result.err


def test_options_with_values_stand_before_the_subcommand():
    with Notebook() as notebook:
        for text in ("The bridge is closed.", "The bridge is open."):
            notebook.do("add", "claim", text)
        result = call("--limit", "1", "--notebook", notebook.path, "--json", "search", "bridge")
        assert result.status == 0 and len(result.lines) == 1, (result.out, result.err)


def test_the_benchmark_is_no_word_of_a_search():
    with Notebook() as notebook:
        notebook.do("add", "claim", "What bench-startup prints.")
        result = notebook.do("search", "bench-startup", env={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
        assert len(result.lines) == 1, result.out


def test_the_window_takes_the_notebook_by_its_letter():
    with Notebook() as notebook:
        for option in ("--notebook", "-n"):
            # There is no display: that is what it fails at, with a warning of GTK that is not to end it.
            result = call(option, notebook.path, env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "G_DEBUG": ""})
            assert result.status != 0 and option not in result.err, result.err


def test_a_file_that_fails_is_in_the_answer():
    with Notebook() as notebook:
        good = make_bundle(notebook)
        missing = notebook.file("missing.zip")
        result = notebook.try_("import", good, missing)
        assert result.status == 3
        first, second = result.lines
        assert first["failed"] == []
        (sentence,) = second["failed"]
        assert "missing.zip" in sentence
        result = notebook.try_("import", missing)
        assert result.status == 1 and "missing.zip" in result.one["failed"][0]


def anchor(*lines):
    with Notebook() as notebook:
        path = notebook.file("asked.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        return call("anchor", path)


def test_a_position_alone_is_answered():
    position = {"type": "TextPositionSelector", "start": 4, "end": 10}
    beyond = {"type": "TextPositionSelector", "start": 4, "end": 100}
    result = anchor({"id": 1, "text": "The bridge is closed.", "selectors": [[position], [beyond]]})
    assert result.status == 0, result.err
    first, second = result.one["anchors"]
    assert (first["start"], first["end"], first["status"]) == (4, 10, "unsure")
    assert second is None


def test_selectors_of_wrong_types_are_named():
    good = {"type": "TextQuoteSelector", "exact": "bridge is closed."}
    for bad in (7, "bridge", {"type": "CssSelector"}, [], {"type": "TextQuoteSelector", "exact": 7},
                {"type": "TextPositionSelector", "start": "x", "end": 3}, {"type": "TextPositionSelector", "start": 9, "end": 3}):
        result = anchor({"id": 1, "text": "The bridge is closed.", "selectors": [[good], [bad] if isinstance(bad, dict) else bad]})
        answer = result.one
        assert result.status != 0 and "2" in answer["error"], (bad, answer)
        assert answer["anchors"][0]["start"] == 4 and answer["anchors"][1] is None, answer


def test_words_that_do_not_stand_in_a_text_are_told_from_those_that_do_twice():
    with Notebook() as notebook:
        clip = notebook.do("clip", "-", stdin="The bridge\n\nThe bridge is closed, and the ferry is late today.").one["id"]
        for words, reason in (["--quote", "the ferry is early"], "does not stand in the text of the clip"), \
                (["--quote", "The bridge"], "exactly once"), (["--start", "3", "--end", "999"], "; --end 999 is behind it"):
            result = notebook.try_("add", "annotation", "--clip", clip, *words)
            assert result.status == 1 and reason in result.err, (words, result)
        assert notebook.try_("add", "annotation", "--clip", clip, "--start", "3", "--end", "2").status == 2


def test_wrong_values_are_wrong_usage():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "The bridge is closed.").one["id"]
        for words in (["edit", claim, "--fact-date", "soon"], ["edit", claim, "--status", "perhaps"], ["edit", "--title", "x"],
                      ["list", "claims", "--order", "colour"], ["list", "claims", "--where", "colour"], ["list", "claims", "--limit", "0"],
                      ["list", "claims", "--limit", "-2"], ["search", "--limit", "0", "bridge"], ["list", "claims", "--offset", "-1"],
                      ["export", "--all", "--format", "bogus", "-o", notebook.file("out")], ["import", "--format", "bogus", notebook.path]):
            result = notebook.try_(*words)
            assert result.status == 2 and result.err.strip(), (words, result.status, result.err)
        assert notebook.do("show", claim).one["status"] == "unchecked"
        assert len(notebook.list("claims", "--limit", "1")) == 1


def test_help_tells_the_options_of_a_kind():
    assert "--status" in call("help", "add", "claim").out
    source = call("help", "add", "source").out
    assert "--reliability" in source and "--status" not in source
    assert "--status" in call("help", "edit", "claim").out
    for words in (["help", "add"], ["help", "edit"]):
        general = call(*words).out
        assert "--status" not in general and "claim" in general, general
    annotation = call("help", "add", "annotation").out
    assert "--quote" in annotation and "--selectors" not in annotation and "--capture" not in annotation
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "The bridge is closed.").one["id"]
        assert "--status" in call("edit", claim, "--help", "--notebook", notebook.path).out
        assert "--status" in call("edit", "--notebook", notebook.path, claim, "--help").out


PAGE = """<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>
<p>The swing bridge at Northmere will stay open to boats until spring, the harbour office said on Thursday in a long note.</p>
<p>Nobody had asked those who cross it on foot each morning, and who now have to walk round by the old quay.</p></article></body></html>"""


def test_a_page_is_extracted_from_standard_input():
    result = call("extract", "--json", "-", stdin=PAGE)
    assert result.status == 0, result.err
    assert "swing bridge" in result.one["text"]


def test_texts_in_utf_16_are_read():
    text = "The bridge is closed, Ruth Tallow said on 3 March 2018."
    with Notebook() as notebook:
        for codec in ("utf-16-le", "utf-16-be"):
            mark = b"\xff\xfe" if codec == "utf-16-le" else b"\xfe\xff"
            path = notebook.file(codec + ".txt", mark + text.encode(codec))
            assert call("attribute", "--json", path).one["attributions"], codec
            start, end = call("dates", "--json", "--published", "2018-03-05", path).one["dates"][0]["span"]
            assert text[start:end] == "3 March 2018", text[start:end]
            assert call("entities", "--json", path).one["entities"], codec


def test_names_of_files_are_any_bytes():
    with Notebook() as notebook:
        name = os.fsencode(notebook.folder) + b"/caf\xe9.txt"
        with open(name, "wb") as out:
            out.write(b"The bridge is closed, Ruth Tallow said.")
        result = call("attribute", "--json", name)
        assert result.status == 0 and result.one["attributions"], result.err
        assert notebook.do("clip", name).one["status"] == "new"
        assert notebook.try_("add", "claim", b"caf\xe9").status == 2


def test_filters_that_are_not_understood_are_named():
    with Notebook() as notebook:
        notebook.do("add", "claim", "A bad bridge.")
        for query, word in (("before:yesterday", "before:yesterday"), ("before:", "before:"), ("status:bogus", "status:bogus"),
                            ("story:nope", "nope"), ("kind:thing", "kind:thing"), ("before:bad", "before:bad")):
            result = notebook.do("search", query)
            assert word in result.err, (query, result.err)
        result = notebook.do("search", "bridge", "status:unchecked", "after:2018")
        assert result.err.strip() == "Nothing was found.", result.err


if __name__ == "__main__":
    tap.run(__name__)
