#!/usr/bin/python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far `cuttings entities` agrees with texts in which the names are marked.

usage: measure-names.py [--details] [--tokenised] [--texts NAME,…] PROGRAM FILE…

A file holds texts, each behind a line "== NAME LANGUAGE"; names stand in brackets behind the letter of their kind, "[P Ann Lee]": P
person, O organisation, L place, M other. Lines that begin with "#" before the first text are comments.

Printed for each text and for all: precision, recall and F1 of the distinct names of a text (in whatever case); of marks that overlap,
whatever their kind; of marks with the same ends, whatever their kind; of marks with the same ends and kind. --details lists what differs.
--tokenised measures the texts with a space around every sign, as some collections have them."""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

KINDS = {"P": "person", "O": "organization", "L": "place", "M": "other"}
MARK = re.compile(r"\[([POLM]) ([^\]]+)\]")
SIGN = re.compile(r"(?<=\w)(?=[,;:!?\"”“()—]|['’]s\b)|(?<=[\"”“()—,;:])(?=\S)|(?<=[^\s.A-Z])(?=\.(?:\s|$))")


def read_texts(path):
    name, language, lines = None, None, []
    for line in pathlib.Path(path).read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            if name:
                yield name, language, "\n".join(lines).strip("\n")
            _, name, language = line.split(" ")
            lines = []
        elif name:
            lines.append(line)
    if name:
        yield name, language, "\n".join(lines).strip("\n")


def unmark(marked):
    text, marks, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append((len(text), len(text) + len(match[2]), KINDS[match[1]]))
        text += match[2]
        at = match.end()
    return text + marked[at:], marks


def tokenise(text, marks):
    """The same text with spaces around signs, and the marks where they are then."""
    cuts = sorted({match.start() for match in SIGN.finditer(text) if text[match.start() - 1 : match.start()] not in ("", " ")
                   and not any(start < match.start() < end for start, end, _ in marks)})
    moved = lambda at, closed: at + sum(1 for cut in cuts if cut < at or (cut == at and not closed))
    pieces, last = [], 0
    for cut in cuts:
        pieces.append(text[last:cut])
        last = cut
    pieces.append(text[last:])
    return " ".join(pieces), [(moved(start, False), moved(end, True), kind) for start, end, kind in marks]


class Count:
    def __init__(self):
        self.hit_wanted = self.hit_found = self.wanted = self.found = 0

    def add(self, hit_wanted, wanted, hit_found, found):
        self.hit_wanted += hit_wanted
        self.wanted += wanted
        self.hit_found += hit_found
        self.found += found

    def f1(self):
        recall = self.hit_wanted / self.wanted if self.wanted else 1.0
        precision = self.hit_found / self.found if self.found else 1.0
        return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall) if precision + recall else 0.0


MEASURES = ("distinct", "overlap", "exact", "typed")


def compare(text, wanted, found, counts):
    overlaps = lambda a, b: a[0] < b[1] and b[0] < a[1]
    words = lambda marks: {re.sub(r"\s+", " ", text[start:end]).casefold() for start, end, _ in marks}
    distinct_wanted, distinct_found = words(wanted), words(found)
    both = len(distinct_wanted & distinct_found)
    counts["distinct"].add(both, len(distinct_wanted), both, len(distinct_found))
    counts["overlap"].add(sum(any(overlaps(a, b) for b in found) for a in wanted), len(wanted),
                          sum(any(overlaps(a, b) for a in wanted) for b in found), len(found))
    both = len({mark[:2] for mark in wanted} & {mark[:2] for mark in found})
    counts["exact"].add(both, len(wanted), both, len(found))
    both = len(set(wanted) & set(found))
    counts["typed"].add(both, len(wanted), both, len(found))


def show(text, wanted, found):
    for mark in sorted(set(wanted) ^ set(found)):
        around = text[max(0, mark[0] - 25) : mark[0]] + "[" + text[mark[0] : mark[1]] + "]" + text[mark[1] : mark[1] + 20]
        print("   ", "missing" if mark in wanted else "too much", mark[2], "|", around.replace("\n", "⏎"))


def propose(program, text, language):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write(text)
        file.flush()
        result = subprocess.run([program, "entities", "--json", "--language", language, file.name], capture_output=True, check=True)
    return [(*entity["span"], entity["type"]) for entity in json.loads(result.stdout)["entities"]]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--tokenised", action="store_true")
    parser.add_argument("--texts")
    parser.add_argument("program")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    total = {measure: Count() for measure in MEASURES}
    line = "{:<20}" + " {:>22}" * len(MEASURES)
    print(line.format("", *MEASURES))
    for path in options.files:
        for name, language, marked in read_texts(path):
            if options.texts and name not in options.texts.split(","):
                continue
            text, wanted = unmark(marked)
            if options.tokenised:
                text, wanted = tokenise(text, wanted)
            found = propose(options.program, text, language)
            counts = {measure: Count() for measure in MEASURES}
            compare(text, wanted, found, counts)
            compare(text, wanted, found, total)
            print(line.format(name, *("{:.0f} {:.0f} {:.1f}".format(*counts[measure].f1()) for measure in MEASURES)))
            if options.details:
                show(text, wanted, found)
    print(line.format("all", *("{:.1f} {:.1f} {:.1f}".format(*total[measure].f1()) for measure in MEASURES)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
