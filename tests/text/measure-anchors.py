# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures `cuttings anchor` on texts that are edited as newsrooms edit them, and prints what became of the marks.

usage: measure-anchors.py PROGRAM TEXT… [--seed N] [--show KIND]

Each TEXT is a file of plain text, or JSON lines with a member "text". Where each mark ought to be afterwards is known,
because each edit says which characters it kept."""

import argparse
import collections
import json
import random
import re
import subprocess


class Edited:
    """A text as a list of (character, its offset in the text before, or None)."""

    def __init__(self, text):
        self.parts = [(c, i) for i, c in enumerate(text)]

    def replace(self, start, end, words):
        self.parts[start:end] = [(c, None) for c in words]

    def text(self):
        return "".join(c for c, _ in self.parts)

    def place(self, start, end):
        kept = [i for i, (_, origin) in enumerate(self.parts) if origin is not None and start <= origin < end]
        if not kept or len(kept) < 0.5 * (end - start):
            return None
        return kept[0], kept[-1] + 1


def sentences(text):
    return [m.span() for m in re.finditer(r"[^\n.!?]{30,}[.!?]", text)]


def words(text, start, end):
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"\w+", text[start:end])]


def pick_mark(text, rng):
    kind = rng.choice(["sentence", "phrase", "phrase", "word", "words"])
    spans = sentences(text)
    if not spans:
        return None
    start, end = rng.choice(spans)
    while text[start].isspace():
        start += 1
    inside = words(text, start, end)
    if kind == "sentence" or len(inside) < 4:
        return start, end
    if kind == "word":
        inside = [w for w in inside if w[1] - w[0] > 4] or inside
    n = {"phrase": rng.randint(5, 14), "word": 1, "words": rng.randint(2, 3)}[kind]
    first = rng.randrange(max(1, len(inside) - n + 1))
    return inside[first][0], inside[min(len(inside), first + n) - 1][1]


FILLER = ["The agency later clarified its position in a written note.", "A spokesman did not reply to a request for comment.",
          "More details are expected in the coming days, people close to the talks said."]


def none(e, text, mark, rng):
    pass


def shift(e, text, mark, rng):
    e.replace(0, 0, " ".join(FILLER) + "\n")


def typo_inside(e, text, mark, rng):
    at = rng.randrange(mark[0], mark[1])
    e.replace(at, at + 1, rng.choice("abcdefgh"))


def word_replaced(e, text, mark, rng):
    inside = words(text, *mark)
    if len(inside) > 3:
        e.replace(*rng.choice(inside), rng.choice(["reportedly", "later", "several", "official"]))


def word_inserted(e, text, mark, rng):
    inside = words(text, *mark)
    if len(inside) > 2:
        at = rng.choice(inside[1:])[0]
        e.replace(at, at, rng.choice(["reportedly ", "also ", "in a statement "]))


def word_deleted(e, text, mark, rng):
    inside = words(text, *mark)
    if len(inside) > 4:
        start, end = rng.choice(inside[1:-1])
        e.replace(start, end + 1, "")


def typography(e, text, mark, rng):
    table = str.maketrans({"'": "’", '"': "“", "-": "–", "’": "'", "“": '"', "”": '"'})
    for i, (c, origin) in enumerate(e.parts):
        e.parts[i] = (c.translate(table), origin)


def context_rewritten(e, text, mark, rng):
    e.replace(mark[1], min(len(text), mark[1] + 60), " " + rng.choice(FILLER))


def context_before_rewritten(e, text, mark, rng):
    e.replace(max(0, mark[0] - 60), mark[0], rng.choice(FILLER) + " ")


def both_contexts(e, text, mark, rng):
    context_rewritten(e, text, mark, rng)
    context_before_rewritten(e, text, mark, rng)


def sentence_of(text, mark):
    for start, end in sentences(text):
        if start <= mark[0] < end:
            return start, max(end, mark[1])
    return mark


def sentence_removed(e, text, mark, rng):
    e.replace(*sentence_of(text, mark), "")


def sentence_rewritten(e, text, mark, rng):
    e.replace(*sentence_of(text, mark), " " + rng.choice(FILLER))


def paragraph_of(text, mark):
    start = text.rfind("\n", 0, mark[0]) + 1
    end = text.find("\n", mark[1])
    return start, end if end >= 0 else len(text)


def paragraph_removed(e, text, mark, rng):
    e.replace(*paragraph_of(text, mark), "")


def paragraph_moved(e, text, mark, rng):
    start, end = paragraph_of(text, mark)
    part = e.parts[start:end]
    del e.parts[start:end]
    e.parts.extend([("\n", None)] + part)


def sentence_inside(e, text, mark, rng):
    inside = words(text, *mark)
    if len(inside) > 6:
        at = inside[len(inside) // 2][0]
        e.replace(at, at, rng.choice(FILLER) + " ")


def name_corrected(e, text, mark, rng):
    inside = [(a, b) for a, b in words(text, *mark) if text[a].isupper() and b - a > 3]
    if inside:
        a, b = rng.choice(inside)
        e.replace(a + 1, a + 3, rng.choice(["ar", "ol", "es"]))


def figure_corrected(e, text, mark, rng):
    inside = [m for m in re.finditer(r"\d+", text[mark[0]:mark[1]])]
    if inside:
        m = rng.choice(inside)
        e.replace(mark[0] + m.start(), mark[0] + m.end(), str(rng.randint(2, 99)))


def advertisement(e, text, mark, rng):
    e.replace(mark[0], mark[0], "Advertisement. Story continues below. ")


def paragraph_split(e, text, mark, rng):
    inside = words(text, *mark)
    if len(inside) > 3:
        at = inside[len(inside) // 2][0]
        e.replace(at - 1, at, "\n")


def twin_left(e, text, mark, rng):
    """The sentence goes; one like it, about somebody else, stays elsewhere."""
    start, end = sentence_of(text, mark)
    twin = re.sub(r"\d+", "7", re.sub(r"\b[A-Z]\w{2,}", "Norwood", text[start:end]))
    e.replace(start, end, "")
    if twin != text[start:end]:
        e.replace(len(e.parts), len(e.parts), "\n" + FILLER[0] + " " + twin)


def truncated(e, text, mark, rng):
    del e.parts[len(e.parts) * 2 // 3:]


def many_edits(e, text, mark, rng):
    for start, end in reversed(words(text, 0, len(text))):
        if rng.random() < 0.06:
            e.replace(start, end, rng.choice(["others", "said", "reported", "new"]))


EDITS = [none, shift, typo_inside, word_replaced, word_inserted, word_deleted, typography, context_rewritten, context_before_rewritten, both_contexts,
         sentence_removed, sentence_rewritten, paragraph_removed, paragraph_moved, sentence_inside, name_corrected, figure_corrected,
         advertisement, paragraph_split, twin_left, truncated, many_edits]
GONE = {sentence_removed, sentence_rewritten, paragraph_removed, twin_left}


def read_texts(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            if path.endswith(".jsonl"):
                yield from (json.loads(line)["text"] for line in file)
            else:
                yield file.read()


def make_cases(texts, rng, per_text):
    for number, text in enumerate(texts):
        if len(text) < 600:
            continue
        for edit in EDITS:
            for _ in range(per_text):
                mark = pick_mark(text, rng)
                if mark is None:
                    continue
                edited = Edited(text)
                edit(edited, text, mark, rng)
                place = None if edit in GONE else edited.place(*mark)
                context = rng.choice([32, 32, 32, 0])
                selectors = [{"type": "TextQuoteSelector", "exact": text[mark[0]:mark[1]],
                              "prefix": text[max(0, mark[0] - context):mark[0]], "suffix": text[mark[1]:mark[1] + context]}]
                if rng.random() < 0.7:
                    selectors.insert(0, {"type": "TextPositionSelector", "start": mark[0], "end": mark[1]})
                yield {"edit": edit.__name__, "context": context, "place": place, "new": edited.text(), "selectors": selectors,
                       "exact": text[mark[0]:mark[1]]}


def judge(case, anchor):
    """right, refused (rightly), lost (should have been found), wrong, near (right words, ends off)."""
    place = case["place"]
    if anchor is None:
        return "refused" if place is None else "lost"
    found = anchor["start"], anchor["end"]
    if place is None:
        # The same words may well stand elsewhere too: on the very words no harm is done to the reader, but it is no answer.
        return "wrong"
    if abs(found[0] - place[0]) <= 2 and abs(found[1] - place[1]) <= 2:
        return "right"
    if found[0] < place[1] and place[0] < found[1]:
        return "near"
    return "wrong"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--show")
    parser.add_argument("--show-result", default="wrong,near,lost")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    texts = list(read_texts(options.texts))
    rng.shuffle(texts)
    cases = list(make_cases(texts[:options.most], rng, 3))
    lines = "".join(json.dumps({"id": i, "text": c["new"], "selectors": [c["selectors"]]}) + "\n" for i, c in enumerate(cases))
    done = subprocess.run([options.program, "anchor", "--json", "-"], input=lines, capture_output=True, text=True, check=True)
    table = collections.defaultdict(collections.Counter)
    for case, line in zip(cases, done.stdout.splitlines()):
        answer = json.loads(line)["anchors"][0]
        result = judge(case, answer)
        for name in (case["edit"], "all", "with context" if case["context"] else "without"):
            table[name][result] += 1
        if options.show == case["edit"] and result in options.show_result.split(","):
            print(result, case["context"], repr(case["exact"][:160]), "->", answer and repr(case["new"][answer["start"]:answer["end"]][:200]), answer and answer["score"],
                  "| should:", case["place"] and repr(case["new"][slice(*case["place"])][:160]))
    for name, counts in table.items():
        total = sum(counts.values())
        good = counts["right"] + counts["refused"]
        print(f"{name:26} {total:5}  good {good / total:6.1%}  wrong {counts['wrong'] / total:6.1%}  near {counts['near'] / total:6.1%}  "
              f"lost {counts['lost'] / total:6.1%}")


main()
