# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`cuttings attribute`: who says what, of files and of standard input."""

import tap
from program import Notebook, call

TEXT = "Der Hafen – the harbour – is closed.\n“The wall will hold,” Ilse Marten said.\nTwo officials denied that it was tested."


def words(text, span):
    return text[span[0] : span[1]]


def test_keys_and_offsets():
    with Notebook() as notebook:
        path = notebook.file("a.txt", TEXT.encode())
        answer = call("attribute", "--json", "--language", "en", path).one
        assert answer["file"] == path and "error" not in answer
        first, second = answer["attributions"]
        assert words(TEXT, first["source"]) == "Ilse Marten"
        assert words(TEXT, first["cue"]) == "said"
        assert words(TEXT, first["content"]) == "“The wall will hold,”"
        assert [words(TEXT, part) for part in first["parts"]] == ["“The wall will hold,”"]
        assert (first["kind"], first["anonymous"], first["terms"], first["stance"]) == ("direct", False, None, "asserts")
        assert words(TEXT, second["source"]) == "Two officials"
        assert (second["kind"], second["anonymous"], second["stance"]) == ("indirect", True, "denies")


def test_a_line_for_every_file():
    with Notebook() as notebook:
        good = notebook.file("good.txt", TEXT.encode())
        bad = notebook.file("bad.txt", b"\xff\xfe\x00")
        empty = notebook.file("empty.txt", b"")
        gone = notebook.file("gone.txt")
        result = call("attribute", "--json", good, bad, empty, gone)
        assert result.status == 3
        lines = result.lines
        assert [line["file"] for line in lines] == [good, bad, empty, gone]
        assert ["error" in line for line in lines] == [False, True, False, True]
        assert lines[2]["attributions"] == []
        assert lines[3]["error"] == f"There is no file {gone}"
        assert "is a folder" in call("attribute", notebook.file("")).err
        assert call("attribute", bad).status == 1


def test_standard_input_and_plain_output():
    result = call("attribute", "--language", "en", "-", stdin=TEXT)
    assert result.status == 0
    assert "Ilse Marten · asserts · Direct speech" in result.out
    assert call("attribute", "--json", "--language", "en", "-", stdin=TEXT).one["file"] == "-"


def test_language():
    assert call("attribute", "--language", "tlh", "-", stdin=TEXT).status == 2
    assert call("attribute", "--language", "en-GB", "-", stdin=TEXT).status == 0
    assert call("attribute").status == 2


if __name__ == "__main__":
    tap.run(__name__)
