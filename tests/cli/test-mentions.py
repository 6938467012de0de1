# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where known names stand, and linking them, as processes."""

import tap
from program import Notebook, call

FIRST = """Harbour master resigns

Ruth Tallow has resigned as harbour master of Norrvik, the Harbour Post reported on Monday. Nobody said why.

“I was never asked,” Tallow said. The Norrvik Towing Company did not comment.
"""
SECOND = """Tugs lie idle

The tugs of the Norrvik Towing Company lie idle since Ruth Tallow’s report. NORRVIK TOWING COMPANY is the only one that has any.
"""


def clip(notebook, text):
    return notebook.do("clip", "-", stdin=text.encode("utf-8")).one["id"]


def words(notebook, *filters):
    return [item["words"] for item in notebook.do("list", "mentions", *filters).lines]


def test_names_are_found_in_clips_before_and_after():
    with Notebook() as notebook:
        first = clip(notebook, FIRST)
        tallow = notebook.do("add", "entity", "Ruth Tallow", "--schema", "Person").one["id"]
        second = clip(notebook, SECOND)
        assert words(notebook, "--entity", "Ruth Tallow") == ["Ruth Tallow", "Ruth Tallow", "Tallow"]
        assert words(notebook, "--entity", tallow, "--clip", first) == ["Ruth Tallow", "Tallow"]
        assert words(notebook, "--clip", second) == ["Ruth Tallow"]
        assert words(notebook, "--limit", "1", "--offset", "1") == ["Ruth Tallow"]
        found = notebook.do("list", "mentions", "--clip", first).lines[1]
        assert found["short"] and not found["ambiguous"] and found["annotation"] is None, found
        assert found["entity"] == tallow and found["clip"] == first and "Tallow said" in found["snippet"], found
        text = call("list", "--notebook", notebook.path, "mentions", "--entity", tallow)
        assert text.status == 0 and "not linked" in text.out, text.out


def test_linking_one_those_of_a_clip_and_all():
    with Notebook() as notebook:
        first, second = clip(notebook, FIRST), clip(notebook, SECOND)
        company = notebook.do("add", "entity", "Norrvik Towing Company", "--schema", "Company").one["id"]
        found = notebook.do("list", "mentions", "--entity", company).lines
        assert [item["words"] for item in found] == ["Norrvik Towing Company", "NORRVIK TOWING COMPANY", "Norrvik Towing Company"]
        made = notebook.do("link", company, "--clip", second, "--at", str(found[1]["start"])).one
        assert made["kind"] == "entity" and made["entities"] == [company] and made["proposed_by"] == "mentions-1", made
        assert len(words(notebook, "--entity", company, "--unlinked")) == 2
        assert notebook.do("link", company, "--clip", second).one == {"linked": 1}
        assert notebook.do("link", company, "--all").one == {"linked": 1}
        assert words(notebook, "--entity", company, "--unlinked") == []
        assert all(item["annotation"] for item in notebook.do("list", "mentions", "--entity", company).lines)
        assert notebook.do("link", company, "--all").one == {"linked": 0}
        notebook.do("undo")
        assert [item["clip"] for item in notebook.do("list", "mentions", "--unlinked").lines] == [first]


def test_what_is_somebody_else_stays_so():
    with Notebook() as notebook:
        first = clip(notebook, FIRST)
        other = notebook.do("add", "entity", "Ruth Tallow").one["id"]
        at = notebook.do("list", "mentions", "--entity", other).lines[0]["start"]
        notebook.do("link", other, "--clip", first, "--at", str(at), "--not")
        assert words(notebook, "--entity", other) == ["Tallow"]
        notebook.do("undo")
        assert words(notebook, "--entity", other) == ["Ruth Tallow", "Tallow"]


def test_wrong_words_are_told():
    with Notebook() as notebook:
        first = clip(notebook, FIRST)
        notebook.do("add", "entity", "Ruth Tallow")
        for call in (("link",), ("link", "Ruth Tallow"), ("link", "Ruth Tallow", "--all", "--clip", first),
                     ("link", "Ruth Tallow", "--at", "3", "--all"), ("link", "Ruth Tallow", "--clip", first, "--not")):
            assert notebook.try_(*call).status == 2, call
        for call in (("link", "Nobody", "--all"), ("link", "Ruth Tallow", "--clip", first, "--at", "0"),
                     ("list", "mentions", "--entity", "Nobody")):
            failed = notebook.try_(*call)
            assert failed.status == 1 and failed.err, call


if __name__ == "__main__":
    tap.run(__name__)
