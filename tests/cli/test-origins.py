#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has it from whom: origins, reprints, gaps, checks that only grow, and dates in texts."""

import tap
from program import Notebook, call

ORIGINAL = """Harbour board admits second leak

The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the first, two officials said on Thursday.

“We were told on the ninth,” said Jon Berg, who chairs the board. The minutes name two officials who knew earlier, and say that neither was asked to write a report about it.

The board did not answer questions about the age of the tank. Its last inspection was in 2011, the register shows, and the next one had been put off three times since then.
"""

RETELLING = """Second oil leak at Norrvik, paper says

A second tank has leaked into the harbour of Norrvik, the Norrvik Courier reported on Friday, citing unnamed officials. The board had denied a first leak only a week before.

Nobody at the board could be reached for comment over the weekend.
"""

REPRINT = """Norrvik tank leaked, too

NORRVIK — The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the first, two officials said on Thursday.

“We were told on the ninth,” said Jon Berg, who chairs the board. The minutes name two officials who knew earlier, and say that neither was asked to write a report about it.
"""

INDEPENDENT = """Diver finds oil under the second tank

A diver of the coast guard found oil under the second of the three tanks on Monday, and took samples from two places. The samples are the same as those that the guard took in spring, its commander, Ada Lind, told this paper.

She had asked for the dive after fishermen complained about the smell of their nets.
"""


def clip(notebook, text, outlet, published="2021-03-12"):
    made = notebook.do("clip", "-", "--published", published, stdin=text).one["id"]
    notebook.do("edit", made, "--site-name", outlet)
    return made


def say(notebook, claim, where, quote, *words):
    return notebook.do("add", "attribution", "--claim", claim, "--clip", where, "--quote", quote, *words).one["id"]


def origins(notebook, claim):
    return notebook.do("origins", claim).one


def count(notebook, claim):
    found = origins(notebook, claim)
    return found["low"], found["high"]


def test_four_papers():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "A second tank leaked in March", "--importance", "key").one["id"]
        notebook.do("add", "source", "two officials", "--kind", "government", "--named", "no")
        notebook.do("add", "source", "The Norrvik Courier", "--kind", "publication", "--named", "yes")
        notebook.do("add", "source", "Ada Lind", "--kind", "person", "--named", "yes")
        first = clip(notebook, ORIGINAL, "Norrvik Courier", "2021-03-11")
        say(notebook, claim, first, "a second tank leaked in March", "--source", "two officials", "--stance", "asserts")
        assert count(notebook, claim) == (1, 1)
        say(notebook, claim, clip(notebook, RETELLING, "Evening Post"), "A second tank has leaked into the harbour",
            "--source", "two officials", "--via", "The Norrvik Courier", "--stance", "reports")
        assert count(notebook, claim) == (1, 1)
        copy = clip(notebook, REPRINT, "Coast Herald")
        say(notebook, claim, copy, "a second tank leaked in March", "--stance", "reports")
        assert count(notebook, claim) == (1, 1)
        say(notebook, claim, clip(notebook, INDEPENDENT, "Harbour Radio"), "found oil under the second of the three tanks",
            "--source", "Ada Lind", "--stance", "confirms")
        found = origins(notebook, claim)
        assert (found["low"], found["high"], found["denials"]) == (2, 2, 0), found
        assert {origin["kind"] for origin in found["origins"]} == {"unnamed", "source"}
        assert found["tree"]["kind"] == "claim" and len(found["tree"]["children"]) == 4
        assert {gap["kind"] for gap in found["gaps"]} >= {"not-checked", "speaker-unnamed"}

        pairs = notebook.do("list", "reprints").lines
        assert len(pairs) == 1 and pairs[0]["state"] == "proposed" and pairs[0]["containment"] > 0.8, pairs
        assert (pairs[0]["clip"], pairs[0]["original"]) == (copy, first)
        notebook.do("add", "dismissal", "--kind", "reprint", "--clip", copy, "--other", first)
        assert notebook.do("list", "reprints").one["state"] == "dismissed"
        assert count(notebook, claim) == (3, 3)
        notebook.do("undo")
        notebook.do("edit", copy, "--reprint-of", first)
        assert notebook.do("list", "reprints", copy).one["state"] == "accepted"
        assert count(notebook, claim) == (2, 2)


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Second oil leak at Norrvik, paper says</title>
<meta property="og:site_name" content="Evening Post"></head><body><article><h1>Second oil leak at Norrvik, paper says</h1>
<p>A second tank has leaked into the harbour of Norrvik, the Norrvik Courier
<a href="https://courier.example/second-leak">reported on Friday</a>, citing unnamed officials who had seen the minutes.</p>
<p>Nobody at the board could be reached for comment over the weekend, and the county sent no answer to a list of questions.</p>
</article></body></html>"""


def test_original_to_clip():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "A second tank leaked").one["id"]
        notebook.do("add", "source", "officials", "--kind", "government", "--named", "no")
        notebook.do("add", "source", "Norrvik Courier", "--kind", "publication", "--named", "yes")
        made = notebook.do("clip", notebook.file("post.html", PAGE), "--url", "https://post.example/leak").one["id"]
        say(notebook, claim, made, "A second tank has leaked", "--source", "officials", "--via", "Norrvik Courier", "--stance", "asserts")
        gaps = [gap for gap in origins(notebook, claim)["gaps"] if gap["kind"] == "original-not-clipped"]
        assert len(gaps) == 1 and gaps[0]["url"] == "https://courier.example/second-leak", gaps


def test_chains_with_cycles_end():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "A tank leaked").one["id"]
        one = clip(notebook, ORIGINAL, "One")
        two = clip(notebook, RETELLING, "Two")
        say(notebook, claim, one, "a second tank leaked", "--via", two, "--stance", "reports")
        say(notebook, claim, two, "A second tank has leaked", "--via", one, "--stance", "reports")
        found = origins(notebook, claim)
        assert (found["low"], found["high"]) == (1, 1) and found["origins"][0]["kind"] == "cycle", found


def test_words_for_people():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "A tank leaked").one["id"]
        notebook.do("add", "source", "The company", "--kind", "body", "--named", "yes")
        say(notebook, claim, clip(notebook, ORIGINAL, "One"), "a second tank leaked", "--source", "The company", "--stance", "denies")
        told = call("origins", "--notebook", notebook.path, claim)
        assert told.status == 0 and "The company → One: denies" in told.out and "0 origins" in told.out, told.out
        assert notebook.try_("origins", "ffffffff").status == 1
        assert call("origins", "--notebook", notebook.path).status == 2


def test_checks_only_grow():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "A tank leaked").one["id"]
        check = notebook.do("add", "check", "--claim", claim, "--method", "document", "--result", "In the minutes").one["id"]
        changed = notebook.try_("edit", check, "--result", "Not in the minutes")
        assert changed.status == 1 and "never changed" in changed.err, changed.err
        deleted = notebook.try_("delete", check)
        assert deleted.status == 1 and "only grows" in deleted.err, deleted.err
        notebook.do("undo")
        assert notebook.list("checks") == []


def test_claims_are_tied():
    with Notebook() as notebook:
        claim = notebook.do("add", "claim", "A tank leaked").one["id"]
        other = notebook.do("add", "claim", "No tank leaked", "--contradicts", claim).one
        assert other["contradicts"] == [claim]
        asked = notebook.do("add", "enquiry", "Did it leak?", "--claim", claim, "--whom", "The mayor", "--deadline", "2021-03-01").one
        overdue = [gap for gap in origins(notebook, claim)["gaps"] if gap["kind"] == "enquiry-overdue"]
        assert overdue and overdue[0]["object"] == asked["id"] and overdue[0]["act"] == "follow-up", overdue
        notebook.do("edit", asked["id"], "--outcome", "answered", "--answer", "It did.")
        assert not [gap for gap in origins(notebook, claim)["gaps"] if gap["kind"] == "enquiry-overdue"]


def test_dismissals_stay_home():
    with Notebook() as notebook:
        made = clip(notebook, ORIGINAL, "One")
        notebook.do("add", "dismissal", "--clip", made, "--kind", "date", "--words", "Thursday", "--start", "5", "--end", "13")
        assert notebook.list("dismissals")[0]["fingerprint"]
        bundle = notebook.file("out.cuttings.zip")
        written = notebook.do("export", "--format", "bundle", "--all", "-o", bundle).one
        assert "dismissals" not in written["written"], written
        with Notebook() as other:
            other.do("import", bundle)
            assert other.list("dismissals") == []


def test_dates():
    with Notebook() as notebook:
        path = notebook.file("a.txt", "The board met on Thursday. Last month, in 2015, and by the end of the year.\n")
        lines = call("dates", "--json", "--published", "2018-11-23", path, path).lines
        assert len(lines) == 2 and lines[0]["file"] == path
        assert [(date["value"], date["precision"]) for date in lines[0]["dates"]] == [
            ("2018-11-22", "day"), ("2018-10", "month"), ("2015", "year"), ("2018-12-31", "before")], lines[0]
        assert lines[0]["dates"][0]["span"] == [17, 25]
        bare = call("dates", "--json", path).one["dates"]
        assert [(date["value"], date["precision"]) for date in bare][:3] == [(None, "unknown"), (None, "unknown"), ("2015", "year")]
        missing = call("dates", "--json", notebook.file("none.txt"), path)
        assert missing.status == 3 and "error" in missing.lines[0] and "dates" in missing.lines[1]
        assert call("dates", "--published", "soon", path).status == 2
        german = call("dates", "--json", "--language", "de", "--published", "2018-11-23", "-", stdin="Am Mittwoch, vor zwei Wochen.").one
        assert [date["value"] for date in german["dates"]] == ["2018-11-21", "2018-11-09"], german


if __name__ == "__main__":
    tap.run(__name__)
