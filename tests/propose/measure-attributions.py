#!/usr/bin/python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far `cuttings attribute` agrees with annotated articles.

usage: measure-attributions.py [--kept-aside | --all] [--details FILE] PROGRAM FILE.jsonl

A line of the file is an article: {"id", "text", "attributions": [[source, cue, content], ...]}, each of the three a list of
[start, end] in code points, the source possibly empty. Without an option every tenth article by its id (numbers 7, 17, 27 …) is
left out, so that rules can be tuned on the others; --kept-aside measures these alone.

One expected and one proposed attribution match when their contents overlap by at least half (Jaccard over the words of the
text; --strict in the last column: 0.8) and the source is touched by the proposed one, or both have none. Pairs are chosen one to
one, the greatest overlap first. "contents only" leaves the source out of it."""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

WORD = re.compile(r"\w+")
UNNAMED = re.compile(
    r"\b(officials?|sources?|aides?|insiders?|diplomats?|advis[eo]rs?|operatives?|strategists?|staffers?|people|person|lawmakers?|executives?"
    r"|employees|experts|analysts|critics|supporters|allies|observers|investigators?)\b",
    re.IGNORECASE,
)


def tokens_of(text):
    return [match.span() for match in WORD.finditer(text)]


def cover(spans, words):
    """The numbers of the words that lie in the spans."""
    found = set()
    for start, end in spans:
        low, high = 0, len(words)
        while low < high:
            middle = (low + high) // 2
            if words[middle][1] <= start:
                low = middle + 1
            else:
                high = middle
        while low < len(words) and words[low][0] < end:
            found.add(low)
            low += 1
    return frozenset(found)


class Attribution:
    def __init__(self, text, words, source, content, cue, anonymous=None, form=None):
        self.source = cover(source, words)
        self.content = cover(content, words)
        self.cue = " / ".join(text[start:end] for start, end in cue)
        self.source_text = " / ".join(text[start:end] for start, end in source)
        self.spans = content
        self.text = " / ".join(text[start:end] for start, end in content)
        self.form = form or form_of(text, content)
        self.anonymous = anonymous


def form_of(text, content):
    """direct: nothing but quotation; mixed: some of it."""
    whole = " ".join(text[start:end] for start, end in content).strip()
    marks = "\"“”‘’'«»"
    if not re.search(r"[\"“”«»]|''|(?<!\w)['‘]", whole):
        return "indirect"
    bare = re.sub(r"“[^”]*(”|$)|\"[^\"]*(\"|$)|''.*?(''|$)|‘[^’]*(’|$)", " ", whole)
    return "mixed" if WORD.search(bare) else "direct"


def is_unnamed(source):
    """Whether an expected source's own words leave it without a name: a noun of people cited so ("officials"), with no name
    behind it ("strategist Ann Reed", "an adviser, Ann Reed,") and none that it explains ("Ann Reed, an adviser")."""
    noun = UNNAMED.search(source)
    if not noun:
        return False
    before, behind = source[: noun.start()], source[noun.end() :]
    return not re.search(r"[A-Z][^,]*,", before) and not re.match(r",? [A-Z][\w.’'-]+ [A-Z]", behind)


def jaccard(left, right):
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def fits(expected, proposed):
    if not expected.source:
        return not proposed.source
    return bool(expected.source & proposed.source)


def pair(expected, proposed, threshold, with_source):
    """One to one, the greatest overlap first."""
    candidates = []
    for i, left in enumerate(expected):
        for j, right in enumerate(proposed):
            overlap = jaccard(left.content, right.content)
            if overlap >= threshold and (not with_source or fits(left, right)):
                candidates.append((-overlap, i, j))
    pairs = {}
    taken = set()
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def propose(program, articles):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, article in enumerate(articles):
            path = pathlib.Path(folder, f"{number}.txt")
            path.write_text(article["text"], encoding="utf-8", newline="")
            names.append(str(path))
        answer = []
        for start in range(0, len(names), 200):
            call = [program, "attribute", "--json", "--language", "en", *names[start : start + 200]]
            run = subprocess.run(call, check=True, stdout=subprocess.PIPE, encoding="utf-8")
            answer += [json.loads(line) for line in run.stdout.split("\n") if line]
    assert len(answer) == len(articles)
    return [line["attributions"] for line in answer]


def describe(kind, article, attribution, found):
    return {
        "kind": kind,
        "id": article["id"],
        "source": attribution.source_text,
        "found": found,
        "cue": attribution.cue,
        "content": attribution.text,
        "spans": attribution.spans,
    }


def ratio(part, whole):
    return 100.0 * part / whole if whole else 0.0


def report(name, right, proposed, expected):
    precision, recall = ratio(right, proposed), ratio(right, expected)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    print(f"{name:<34} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}   ({right} right, {proposed} proposed, {expected} expected)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kept-aside", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--details")
    parser.add_argument("program")
    parser.add_argument("file")
    options = parser.parse_args()
    with open(options.file, encoding="utf-8") as lines:
        articles = sorted((json.loads(line) for line in lines), key=lambda article: article["id"])
    if not options.all:
        articles = [article for i, article in enumerate(articles) if (i % 10 == 7) == options.kept_aside]
    total = collections.Counter()
    details = []
    for article, proposals in zip(articles, propose(options.program, articles)):
        text = article["text"]
        words = tokens_of(text)
        expected = [Attribution(text, words, s, k, c) for s, c, k in article["attributions"]]
        proposed = [
            Attribution(
                text, words, [p["source"]] if p["source"] else [], p["parts"], [p["cue"]] if p["cue"] else [], p["anonymous"], p["kind"]
            )
            for p in proposals
        ]
        total["expected"] += len(expected)
        total["proposed"] += len(proposed)
        right = pair(expected, proposed, 0.5, True)
        total["right"] += len(right)
        total["strict"] += len(pair(expected, proposed, 0.8, True))
        contents = pair(expected, proposed, 0.5, False)
        total["contents"] += len(contents)
        for i, attribution in enumerate(expected):
            total["expected", attribution.form] += 1
            total["right", attribution.form] += i in right
        for attribution in proposed:
            total["proposed", attribution.form] += 1
        for j in right.values():
            total["right proposed", proposed[j].form] += 1
        for i, j in contents.items():
            # Only where the spans are right is there anything to tell.
            if i in right and expected[i].source:
                gold = is_unnamed(expected[i].source_text)
                total["unnamed", gold, proposed[j].anonymous] += 1
                if gold != proposed[j].anonymous:
                    found = str(proposed[j].anonymous)
                    details.append(describe("anonymous", article, expected[i], found))
        details += [describe("right", article, proposed[j], None) for j in right.values()]
        taken = set(right.values())
        for i, attribution in enumerate(expected):
            if i not in right:
                why = "source" if i in contents else "missed"
                found = proposed[contents[i]].source_text if i in contents else None
                details.append(describe(why, article, attribution, found))
        for j, attribution in enumerate(proposed):
            if j not in taken:
                details.append(describe("wrong", article, attribution, None))
    print(f"{len(articles)} articles, {total['expected']} attributions expected")
    report("whole attributions", total["right"], total["proposed"], total["expected"])
    report("  with contents overlapping 0.8", total["strict"], total["proposed"], total["expected"])
    report("contents only", total["contents"], total["proposed"], total["expected"])
    for form in ("direct", "mixed", "indirect"):
        precision = ratio(total["right proposed", form], total["proposed", form])
        recall = ratio(total["right", form], total["expected", form])
        print(f"  {form:<32} P {precision:5.1f}  R {recall:5.1f}           ({total['expected', form]} expected)")
    hit = total["unnamed", True, True]
    report("anonymous, where spans are right", hit, hit + total["unnamed", False, True], hit + total["unnamed", True, False])
    if options.details:
        with open(options.details, "w", encoding="utf-8") as out:
            for detail in details:
                out.write(json.dumps(detail, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
