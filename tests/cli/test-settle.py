# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people change the same without knowing of each other, hand over bundles, and settle it."""

import contextlib

import tap
from program import Notebook, call


def claim_of(notebook):
    return notebook.list("claims")[0]


def hand_over(from_, to):
    path = from_.file("over.cuttings.zip")
    from_.do("export", "--all", "-o", path)
    return to.do("import", path).one


@contextlib.contextmanager
def at_odds(**fields):
    """Two notebooks with one claim, of which each has its own word on these fields: {field: (ours, theirs)}."""
    with Notebook() as ours, Notebook() as theirs:
        ours.do("add", "claim", "The tank leaked twice", "--status", "unchecked")
        hand_over(ours, theirs)
        ids = claim_of(ours)["id"]
        for field, (here, there) in fields.items():
            ours.do("edit", ids, f"--{field}", here)
            theirs.do("edit", ids, f"--{field}", there)
        hand_over(theirs, ours)
        yield ours, theirs, ids


def open_fields(notebook):
    return sorted(claim_of(notebook)["conflicts"] or {})


def test_what_waits_is_shown_with_who_and_when():
    with at_odds(status=("verified", "false"), place=("Norrvik", "Sundvik")) as (ours, _, ids):
        assert [one["id"] for one in ours.do("settle").lines] == [ids]
        text = call("settle", "--notebook", ours.path).out
        blocks = text.split("    place\n")
        assert len(blocks) == 2 and "status" in blocks[0] + blocks[1], text
        for words, where in (("Norrvik", "here"), ("Sundvik", "elsewhere"), ("Verified", "here"), ("False", "elsewhere")):
            line = next(line for line in text.splitlines() if words in line and ("* " in line or "- " in line))
            assert f"({where}" in line, (words, text)
        # The day of our own word is known.
        assert text.count("-") > 4


def test_what_stands_holds():
    with at_odds(status=("verified", "false")) as (ours, theirs, ids):
        stands = claim_of(ours)["status"]
        assert open_fields(ours) == ["status"]
        # To look at it settles nothing.
        assert [one["id"] for one in ours.do("settle", ids).lines] == [ids] and open_fields(ours) == ["status"]
        assert ours.try_("settle", "--standing").status == ours.try_("settle", "--standing", "--mine", ids).status == 2
        ours.do("settle", "--standing", ids)
        assert open_fields(ours) == [] and claim_of(ours)["status"] == stands
        hand_over(ours, theirs)
        assert open_fields(theirs) == [] and claim_of(theirs)["status"] == stands


def test_mine_and_theirs():
    for word, place in (("--mine", 0), ("--theirs", 1)):
        fields = {"status": ("verified", "false"), "place": ("Norrvik", "Sundvik")}
        with at_odds(**fields) as (ours, theirs, ids):
            ours.do("settle", word)
            for notebook in (ours, theirs):
                assert open_fields(notebook) == []
                assert {field: claim_of(notebook)[field] for field in fields} == {field: values[place] for field, values in fields.items()}
                hand_over(ours, theirs)
            # One act.
            ours.do("undo")
            assert open_fields(ours) == ["place", "status"]
            # Whose words they are is still known, and colleagues hear that it is open again.
            text = call("settle", "--notebook", ours.path).out
            assert text.count("(here") == 2 and text.count("(elsewhere") == 2, text
            hand_over(ours, theirs)
            assert open_fields(theirs) == ["place", "status"]
            ours.do("redo")
            hand_over(ours, theirs)
            assert open_fields(ours) == open_fields(theirs) == []
            assert ours.try_("settle", "--mine", "--theirs", ids).status == 2


def test_one_of_several_objects():
    with at_odds(status=("verified", "false")) as (ours, theirs, ids):
        ours.do("add", "claim", "Nobody was told")
        other = next(one["id"] for one in ours.list("claims") if one["id"] != ids)
        hand_over(ours, theirs)
        ours.do("edit", other, "--place", "Norrvik")
        theirs.do("edit", other, "--place", "Sundvik")
        hand_over(theirs, ours)
        assert len(ours.do("settle").lines) == 2
        ours.do("settle", "--mine", other)
        assert [one["id"] for one in ours.do("settle").lines] == [ids]


def test_what_was_deleted_for_good_is_not_offered():
    """Neither a value that names it nor the news of it makes anything name what is not there."""
    for stays in (0, 1):
        with Notebook() as ours, Notebook() as theirs:
            tag, *parents = (ours.do("add", "tag", label).one["id"] for label in ("Tanks", "Harbour", "Leaks"))
            hand_over(ours, theirs)
            ours.do("edit", tag, "--parent", parents[0])
            theirs.do("edit", tag, "--parent", parents[1])
            hand_over(theirs, ours)
            stands = next(one for one in ours.list("tags") if one["id"] == tag)["parent"]
            gone = stands if stays == 0 else next(one for one in parents if one != stands)
            ours.do("delete", gone)
            ours.do("purge", gone)
            text = call("settle", "--notebook", ours.path).out
            assert "not in this notebook" not in text and "Nothing" in text, text
            other = next(one for one in parents if one != gone)
            ours.do("settle", "--mine" if other == parents[0] else "--theirs")
            assert next(one for one in ours.list("tags") if one["id"] == tag)["parent"] == other
            ours.do("undo")
            # Nobody wrote the nothing that stands where the value itself is gone.
            ours.do("settle", *(["--standing", tag] if stays == 0 else ["--mine" if gone == parents[0] else "--theirs"]))
            after = next(one for one in ours.list("tags") if one["id"] == tag)
            assert after["parent"] is None and not after["conflicts"], after
            assert call("settle", "--notebook", ours.path).out.count("parent") == 0
            assert call("verify", "--notebook", ours.path).status == 0


def test_the_news_of_deletions_is_taken_back():
    """A bundle that says of nothing but what was deleted is an act like any other import."""
    with Notebook() as ours, Notebook() as theirs:
        story = ours.do("add", "story", "Harbour").one["id"]
        ours.do("add", "claim", "The board knew", "--stories", story)
        early = ours.file("early.cuttings.zip")
        ours.do("export", "--all", "-o", early)
        claim = claim_of(ours)["id"]
        ours.do("delete", claim)
        ours.do("delete", story)
        ours.do("purge", "--trash")
        late = ours.file("late.cuttings.zip")
        ours.do("export", "--all", "-o", late)
        theirs.do("add", "claim", "Nobody was told")
        theirs.do("import", late)
        undone = theirs.do("undo").one
        assert undone["undone"] == "Import", undone
        theirs.do("import", early)
        assert len(theirs.list("claims")) == 2
        # Once it was heard of, hearing of it again is nothing.
        theirs.do("import", late)
        assert len(theirs.list("claims")) == 1
        before = theirs.do("import", late).one
        assert not before["new"] and not before["changed"] and theirs.do("undo").one["undone"] == "Import"
        assert len(theirs.list("claims")) == 2


if __name__ == "__main__":
    tap.run(__name__)
