# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures `cuttings anchor` on texts that are edited as newsrooms edit them, and prints what became of the marks.

usage: measure-anchors.py PROGRAM TEXT… [--seed N] [--show KIND,…] [--mode MODE]

Each TEXT is a file of plain text, or JSON lines with a member "text". Where a mark ought to be afterwards is known, because
each edit says which characters it kept and which ones it put in the place of others:

* what stands in the place of replaced characters of the mark belongs to the mark, also at its very ends; what was put in
  at its border does not;
* a mark whose words were taken out, or whose passage was written anew, has no place, whatever is alike elsewhere;
* where the selector itself leaves open which of several places is meant (no context, and the same words stand more than
  once or are fewer than 12 characters), a refusal is as good as the right place.

A mark counts as right within 2 code points at either end."""

import argparse
import collections
import json
import random
import re
import subprocess
import unicodedata

CONTEXT = 32
NEAR = 2
MODES = {"whole": 5, "no position": 3, "no context": 1, "quote alone": 1}
WORD = re.compile(r"\w+(?:['’]\w+)?")
SENTENCE = re.compile(r"[^\n.!?。؟]{12,}(?:[.!?。؟]+[\"”’»]?|$)", re.M)
FUNCTION_WORDS = ("the a an of to in on at by for with from and or but that which who as was were is are be been has have had it its he she they his "
                  "her their not this these after before over into than would will could said").split()


class Edited:
    """A text as a list of [character, offset in the text before (None: put in), whether it is that very character]."""

    def __init__(self, text):
        self.parts = [[c, i, True] for i, c in enumerate(text)]

    def at(self, offset):
        """The index of the part that came from @offset; of the next one when that is gone."""
        return next((n for n, part in enumerate(self.parts) if part[1] is not None and part[2] and part[1] >= offset), len(self.parts))

    def span(self, start, end):
        kept = [n for n, part in enumerate(self.parts) if part[1] is not None and start <= part[1] < end]
        return (kept[0], kept[-1] + 1) if kept else (self.at(start),) * 2

    def replace(self, start, end, words):
        """Offsets of the text before; start == end puts in."""
        first, last = self.span(start, end) if end > start else (self.at(start),) * 2
        origins = [start + n * (end - start) // max(1, len(words)) if end > start else None for n in range(len(words))]
        self.parts[first:last] = [[c, origin, False] for c, origin in zip(words, origins)]

    def put(self, index, words):
        self.parts[index:index] = [[c, None, False] for c in words]

    def text(self):
        return "".join(part[0] for part in self.parts)

    def place(self, start, end):
        inside = [n for n, part in enumerate(self.parts) if part[1] is not None and start <= part[1] < end]
        return (inside[0], inside[-1] + 1) if inside else None

    def kept(self, start, end):
        return sum(part[2] for part in self.parts if part[1] is not None and start <= part[1] < end) / (end - start)


class Case:
    """@before may be changed by the kind first (a twin put in); then a mark is made in it, then @edited."""

    def __init__(self, text, rng, world):
        self.text, self.rng, self.world = text, rng, world
        self.mark = None
        self.edited = None
        self.gone = False
        self.either = False
        self.stale = False

    def begin(self, mark):
        self.mark = mark
        self.edited = Edited(self.text)

    @property
    def quote(self):
        return self.text[slice(*self.mark)]

    def words_inside(self):
        return spans(WORD, self.text, *self.mark)

    def sentence(self):
        return next(((a, b) for a, b in sentences(self.text) if a <= self.mark[0] < b), self.mark)

    def paragraph(self):
        start = self.text.rfind("\n", 0, self.mark[0]) + 1
        end = self.text.find("\n", self.mark[1])
        return start, end if end >= 0 else len(self.text)


def spans(pattern, text, start=0, end=None):
    return [m.span() for m in pattern.finditer(text, start, len(text) if end is None else end)]


def sentences(text):
    found = []
    for start, end in spans(SENTENCE, text):
        while start < end and text[start].isspace():
            start += 1
        if end - start >= 25:
            found.append((start, end))
    return found


def is_name(text, span):
    return text[span[0]].isupper() and span[1] - span[0] > 3 and text[span[0] - 2:span[0]] not in (". ", "? ", "! ") and span[0] > 0 and text[span[0] - 1] != "\n"


def pick_mark(case, least=0, most=10 ** 6, whole=False):
    text, rng = case.text, case.rng
    for _ in range(60):
        start, end = rng.choice(case.sentences)
        kind = "sentence" if whole else rng.choice(["sentence", "phrase", "phrase", "phrase", "words", "word", "long", "clause"])
        inside = spans(WORD, text, start, end)
        if kind == "long":
            later = [b for a, b in case.sentences if start < a < start + 500]
            end = rng.choice(later) if later else end
        elif kind == "clause" and len(inside) > 6:
            a = rng.randrange(0, len(inside) - 5)
            start = inside[a][0]
        elif kind != "sentence" and len(inside) > 3:
            n = {"phrase": rng.randint(4, 14), "words": rng.randint(2, 3), "word": 1}.get(kind, 5)
            first = rng.randrange(max(1, len(inside) - n + 1))
            chosen = inside[first:first + n]
            if kind == "word" and chosen[0][1] - chosen[0][0] < 4:
                continue
            start, end = chosen[0][0], chosen[-1][1]
        if least <= end - start <= most:
            return start, end
    return None


# What is put in comes from the other texts of the run.

def other_sentence(case):
    return case.rng.choice(case.world["sentences"])


def other_name(case, not_this=""):
    return next(n for n in iter(lambda: case.rng.choice(case.world["names"]), None) if n.lower() != not_this.lower())


def other_word(case, not_this=""):
    return next(n for n in iter(lambda: case.rng.choice(case.world["words"]), None) if n.lower() != not_this.lower())


def misspelt(word, rng):
    at = rng.randrange(1, len(word)) if len(word) > 1 else 0
    kind = rng.choice("idsx")
    letter = rng.choice("aeioulnrst")
    if kind == "i":
        return word[:at] + letter + word[at:]
    if kind == "d" and len(word) > 3:
        return word[:at] + word[at + 1:]
    if kind == "x" and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    return word[:at] + (letter if word[at] != letter else "y") + word[at + 1:]


def misspell_in(case, start, end, times):
    for span in case.rng.sample(spans(WORD, case.text, start, end), min(times, len(spans(WORD, case.text, start, end)))):
        if span[0] >= start and span[1] <= end:
            case.edited.replace(*span, misspelt(case.text[slice(*span)], case.rng))


def put_shift(case):
    for _ in range(case.rng.randint(1, 4)):
        case.edited.put(0, other_sentence(case) + case.rng.choice([" ", "\n"]))


def maybe_shift(case):
    if case.rng.random() < 0.5:
        put_shift(case)


def with_names_changed(case, sentence):
    """The same sentence about somebody else: at least one name or figure is another; None if it has none."""
    names = [(a, b) for a, b in spans(WORD, sentence) if sentence[a].isupper() and b - a > 3 and a > 0]
    figures = spans(re.compile(r"\d+"), sentence)
    if not names and not figures:
        return None
    changed = sentence
    for a, b in sorted(names + [f for f in figures if not any(n[0] <= f[0] < n[1] for n in names)], reverse=True):
        old = sentence[a:b]
        new = other_name(case, old) if not old.isdigit() else next(n for n in iter(lambda: str(case.rng.randint(2, 99)), None) if n != old)
        changed = changed[:a] + new + changed[b:]
    return changed


# The kinds.

def untouched(case):
    case.begin(pick_mark(case))


def shifted(case):
    case.begin(pick_mark(case))
    put_shift(case)


def moved_on_by_cut(case):
    case.begin(pick_mark(case))
    before = [s for s in case.sentences if s[1] + 40 < case.mark[0]]
    for span in case.rng.sample(before, min(len(before), 2)):
        case.edited.replace(*span, "")


def name_misspelling(case):
    """A name inside is spelt in another way, here or everywhere."""
    case.begin(pick_mark(case, 12))
    names = [s for s in case.words_inside() if is_name(case.text, s)]
    if not names:
        return False
    span = case.rng.choice(names)
    old = case.text[slice(*span)]
    new = misspelt(old, case.rng)
    everywhere = case.rng.random() < 0.5
    for s in spans(re.compile(r"\b" + re.escape(old) + r"\b"), case.text):
        if everywhere or s == span:
            case.edited.replace(*s, new)
    maybe_shift(case)


def name_replaced(case):
    case.begin(pick_mark(case, 30))
    names = [s for s in case.words_inside() if is_name(case.text, s)]
    if not names:
        return False
    span = case.rng.choice(names)
    case.edited.replace(*span, other_name(case, case.text[slice(*span)]))
    maybe_shift(case)


def figure_corrected(case):
    for _ in range(30):
        case.begin(pick_mark(case, 12))
        figures = spans(re.compile(r"\d+(?:[.,]\d+)*"), case.text, *case.mark)
        if figures:
            span = case.rng.choice(figures)
            case.edited.replace(*span, str(case.rng.randint(2, 99) + (100 if span[1] - span[0] > 2 else 0)))
            maybe_shift(case)
            return None
    return False


def word_inserted(case):
    case.begin(pick_mark(case, 20))
    inside = case.words_inside()
    if len(inside) < 3:
        return False
    at = case.rng.choice(inside[1:])[0]
    case.edited.replace(at, at, " ".join(other_word(case) for _ in range(case.rng.choice([1, 1, 2]))) + " ")
    maybe_shift(case)


def word_removed(case):
    case.begin(pick_mark(case, 20))
    inside = case.words_inside()
    if len(inside) < 4:
        return False
    n = case.rng.randrange(len(inside))
    span = inside[n]
    case.edited.replace(*((span[0], inside[n + 1][0]) if n + 1 < len(inside) else (inside[n - 1][1], span[1])), "")
    maybe_shift(case)


def word_replaced(case):
    case.begin(pick_mark(case, 20))
    inside = case.words_inside()
    if len(inside) < 4:
        return False
    span = case.rng.choice(inside)
    case.edited.replace(*span, other_word(case, case.text[slice(*span)]))
    maybe_shift(case)


def end_replaced(case):
    """The first or last word or two are others now."""
    case.begin(pick_mark(case, 30))
    inside = case.words_inside()
    if len(inside) < 5:
        return False
    n = case.rng.choice([1, 1, 2])
    start, end = (inside[0][0], inside[n - 1][1]) if case.rng.random() < 0.5 else (inside[-n][0], inside[-1][1])
    case.edited.replace(start, end, " ".join(other_word(case) for _ in range(n)))
    maybe_shift(case)


def sentence_inside(case):
    case.begin(pick_mark(case, 90))
    inside = case.words_inside()
    if len(inside) < 10:
        return False
    borders = [a for a, b in sentences(case.text) if case.mark[0] + 30 < a < case.mark[1] - 30]
    at = case.rng.choice(borders) if borders else case.rng.choice(inside[3:-3])[0]
    case.edited.replace(at, at, other_sentence(case) + " ")
    maybe_shift(case)


def advertisement_inside(case):
    case.begin(pick_mark(case, 90))
    inside = case.words_inside()
    if len(inside) < 10:
        return False
    at = case.rng.choice(inside[3:-3])[0]
    case.edited.replace(at, at, case.rng.choice(["\nAdvertisement\n", "\nRead more: " + other_sentence(case) + "\n", "\nAdvertisement - continue reading below\n"]))


def typos_fixed(case):
    case.begin(pick_mark(case, 16))
    misspell_in(case, *case.mark, case.rng.choice([1, 1, 2, 3]) if case.mark[1] - case.mark[0] > 50 else 1)
    maybe_shift(case)


def typography(case):
    case.begin(pick_mark(case))
    table = str.maketrans({"'": "’", '"': "“", "-": "–", "’": "'", "“": '"', "”": '"', "–": "-", "—": "--", "…": "..."})
    for part in case.edited.parts:
        new = part[0].translate(table)
        if len(new) == 1:
            part[0] = new
        elif part[0] == "—":
            part[0] = "–"
        if part[0] == " " and case.rng.random() < 0.1:
            part[0] = " "
    maybe_shift(case)


def spaces(case):
    """Doubled blanks, line ends for blanks."""
    case.begin(pick_mark(case))
    for a, b in reversed(spans(re.compile(r" "), case.text)):
        if case.rng.random() < 0.15:
            case.edited.replace(a, b, case.rng.choice(["  ", "\n", " \n ", "\t"]))


def letter_case(case):
    case.begin(pick_mark(case))
    start, end = case.sentence()
    for part in case.edited.parts[start:end]:
        if len(part[0].upper()) == 1:
            part[0] = part[0].upper()
    maybe_shift(case)


def decomposed(case):
    """Accents that are characters of their own, in the text or in the quote's neighbourhood."""
    text = list(case.text)
    for a, b in case.rng.sample(spans(WORD, case.text), 30):
        text[a] = {"e": "é", "a": "ä", "o": "ö", "u": "ü", "c": "ç", "n": "ñ"}.get(text[a], text[a])
    case.text = "".join(text)
    case.sentences = sentences(case.text)
    case.begin(pick_mark(case))
    new = []
    for c, origin, same in case.edited.parts:
        new.extend([d, origin, same] for d in unicodedata.normalize("NFD", c))
    case.edited.parts = new
    maybe_shift(case)


def astral(case):
    text = case.text
    for a, b in sorted(case.rng.sample(spans(WORD, case.text), 12), reverse=True):
        text = text[:a] + case.rng.choice(["😀 ", "🚢🚢 ", "👩‍👩‍👧 ", "🇳🇱 ", "𝔸𝔹 "]) + text[a:]
    case.text = text
    case.sentences = sentences(text)
    case.begin(pick_mark(case))
    case.rng.choice([maybe_shift, lambda c: misspell_in(c, *c.mark, 1) if c.mark[1] - c.mark[0] > 16 else None])(case)


def paragraph_moved(case):
    case.begin(pick_mark(case))
    start, end = case.paragraph()
    part = case.edited.parts[start:end]
    if end - start > len(case.text) / 2:
        return False
    del case.edited.parts[start:end]
    others = [0] + [n + 1 for n, p in enumerate(case.edited.parts) if p[0] == "\n"] + [len(case.edited.parts)]
    at = case.rng.choice(others)
    case.edited.parts[at:at] = [["\n", None, False]] + part + [["\n", None, False]]


def context_rewritten(case, before, after):
    sentence = case.sentence()
    if before:
        case.edited.replace(max(0, min(case.mark[0] - 60, sentence[0])), case.mark[0], other_sentence(case) + " ")
    if after:
        case.edited.replace(case.mark[1], min(len(case.text), max(case.mark[1] + 60, sentence[1])), " " + other_sentence(case))
    maybe_shift(case)


def before_rewritten(case):
    case.begin(pick_mark(case, 8))
    if case.mark[0] < 40:
        return False
    context_rewritten(case, True, False)


def after_rewritten(case):
    case.begin(pick_mark(case, 8))
    context_rewritten(case, False, True)


def both_rewritten(case):
    case.begin(pick_mark(case, 30))
    if case.mark[0] < 40:
        return False
    context_rewritten(case, True, True)


def both_rewritten_short(case):
    """So little of it is left that a refusal is no fault either."""
    case.begin(pick_mark(case, 8, 30))
    case.either = True
    if case.mark[0] < 40:
        return False
    context_rewritten(case, True, True)


def next_to_it(case):
    """Something is put in right before or after the mark, or both."""
    case.begin(pick_mark(case))
    which = case.rng.choice(["before", "after", "both"])
    if which != "before":
        case.edited.replace(case.mark[1], case.mark[1], " " + case.rng.choice([other_word(case), other_sentence(case)]))
    if which != "after":
        case.edited.replace(case.mark[0], case.mark[0], case.rng.choice([other_word(case), other_sentence(case)]) + " ")


def blocks_joined(case):
    case.begin(pick_mark(case))
    for part in case.edited.parts:
        if part[0] == "\n":
            part[0] = " "


def blocks_split(case):
    case.begin(pick_mark(case))
    for a, b in case.sentences:
        if a > 0 and case.text[a - 1] == " ":
            case.edited.parts[a - 1][0] = "\n"


def sentence_removed(case):
    case.begin(pick_mark(case, 12))
    case.gone = True
    start, end = case.sentence()
    case.edited.replace(start, max(end, case.mark[1]), "")
    maybe_shift(case)


def mark_removed(case):
    """The words alone are taken out, their context stays."""
    case.begin(pick_mark(case))
    case.gone = True
    case.edited.replace(*case.mark, "")
    maybe_shift(case)


def short_removed(case):
    case.begin(pick_mark(case, 3, 12))
    case.gone = True
    case.edited.replace(*(case.mark if case.rng.random() < 0.5 else case.sentence()), "")
    maybe_shift(case)


def paragraph_removed(case):
    case.begin(pick_mark(case, 12))
    case.gone = True
    case.edited.replace(*case.paragraph(), "")


def sentence_rewritten(case):
    case.begin(pick_mark(case, 12))
    case.gone = True
    start, end = case.sentence()
    case.edited.replace(start, max(end, case.mark[1]), other_sentence(case))
    maybe_shift(case)


def paragraph_rewritten(case):
    case.begin(pick_mark(case, 12))
    case.gone = True
    case.edited.replace(*case.paragraph(), " ".join(other_sentence(case) for _ in range(case.rng.randint(1, 3))))


def put_in_new_words(case):
    """The sentence is said in other words: only its small words and its names are kept, not in their order."""
    case.begin(pick_mark(case, 40))
    case.gone = True
    start, end = case.sentence()
    end = max(end, case.mark[1])
    kept = [w for w in WORD.findall(case.text[start:end]) if w.lower() in FUNCTION_WORDS or w[0].isupper()]
    new = [other_word(case) for _ in range(len(WORD.findall(case.text[start:end])) - len(kept))]
    mixed = kept + new
    case.rng.shuffle(mixed)
    case.edited.replace(start, end, " ".join(mixed).capitalize() + ".")


def add_twin(case, twin):
    """Puts @twin into the text before, at another sentence's place."""
    start, end = case.sentence()
    others = [a for a, b in case.sentences if a > end + 200 or b < start - 200]
    if not others:
        return False
    at = case.rng.choice(others)
    case.text = case.text[:at] + twin + " " + case.text[at:]
    grown = len(twin) + 1 if at <= case.mark[0] else 0
    case.sentences = sentences(case.text)
    case.begin((case.mark[0] + grown, case.mark[1] + grown))
    return True


def make_twin(case, least=20):
    for _ in range(30):
        mark = pick_mark(case, least, 250)
        if mark is None:
            return False
        case.begin(mark)
        start, end = case.sentence()
        twin = with_names_changed(case, case.text[start:end])
        if twin is not None and case.mark[1] <= end:
            return add_twin(case, twin)
    return False


def twin_left(case):
    """A sentence like it, about somebody else, stands elsewhere; that of the mark goes."""
    if not make_twin(case):
        return False
    case.gone = True
    start, end = case.sentence()
    known = case.text[max(start, case.mark[0] - CONTEXT):min(end, case.mark[1] + CONTEXT)]
    if case.text.count(known) > 1:  # nobody could tell
        return False
    case.edited.replace(start, end, case.rng.choice(["", other_sentence(case)]))
    maybe_shift(case)


def twin_beside(case):
    """The same, but the sentence of the mark stays, with a slip put right."""
    if not make_twin(case):
        return False
    misspell_in(case, *case.mark, case.rng.choice([0, 1]))
    maybe_shift(case)


def make_repeat(case):
    mark = pick_mark(case, 12, 250)
    if mark is None:
        return False
    case.begin(mark)
    return add_twin(case, case.text[slice(*case.sentence())])


def repeated(case):
    """The sentence stands twice, and the context has a slip now and then."""
    if not make_repeat(case):
        return False
    start, end = case.mark
    if case.rng.random() < 0.5:
        misspell_in(case, max(0, start - 30), start, 1)
        misspell_in(case, end, end + 30, 1)
    maybe_shift(case)
    case.either = start - case.sentence()[0] > CONTEXT and case.sentence()[1] - end > CONTEXT


def common_words_removed(case):
    """Words that stand more than once: those of the mark go. Longer ones nobody can tell from words that were moved."""
    several = collections.defaultdict(list)
    for a, b in case.sentences:
        inside = spans(WORD, case.text, a, b)
        for n, (start, _) in enumerate(inside):
            for m in range(n, min(n + 4, len(inside))):
                if 4 <= inside[m][1] - start < 24:
                    several[case.text[start:inside[m][1]]].append((start, inside[m][1]))
    chosen = [s for s in several.values() if len(s) > 1]
    if not chosen:
        return False
    case.begin(case.rng.choice(case.rng.choice(chosen)))
    case.gone = True
    case.edited.replace(*case.rng.choice([case.mark, case.sentence()]), "")
    maybe_shift(case)


def old_spelling_elsewhere(case):
    """A name that stands more than once is the mark, and is corrected there alone."""
    names = collections.defaultdict(list)
    for span in spans(re.compile(r"[A-Z]\w{3,}(?: [A-Z]\w{3,})?"), case.text):
        names[case.text[slice(*span)]].append(span)
    several = [s for s in names.values() if len(s) > 1]
    if not several:
        return False
    case.begin(case.rng.choice(case.rng.choice(several)))
    span = case.rng.choice(case.words_inside())
    case.edited.replace(*span, misspelt(case.text[slice(*span)], case.rng))
    case.either = case.mark[1] - case.mark[0] < 6
    maybe_shift(case)


def stale_position(case):
    case.begin(pick_mark(case))
    case.stale = True
    maybe_shift(case)


def truncated(case):
    case.begin(pick_mark(case, 12))
    cut = len(case.text) * 2 // 3
    if case.mark[0] < cut < case.mark[1]:
        return False
    case.gone = case.mark[0] >= cut
    del case.edited.parts[cut:]


def many_words_replaced(case):
    case.begin(pick_mark(case))
    for start, end in reversed(spans(WORD, case.text)):
        if case.rng.random() < 0.05:
            case.edited.replace(start, end, other_word(case))


def many_edits(case):
    """A revision: sentences cut, put in and moved, words replaced and slips put right; none of it aimed at the mark."""
    case.begin(pick_mark(case))
    sentence = case.sentence()
    for start, end in reversed(case.sentences):
        if start < case.mark[1] and case.mark[0] < end:
            continue
        chance = case.rng.random()
        if chance < 0.1:
            case.edited.replace(start, end, "")
        elif chance < 0.2:
            case.edited.replace(start, start, other_sentence(case) + " ")
        elif chance < 0.3:
            misspell_in(case, start, end, 2)
    for start, end in case.words_inside():
        if case.rng.random() < 0.04 and len(case.words_inside()) > 6:
            case.edited.replace(start, end, other_word(case))


KINDS = [untouched, shifted, moved_on_by_cut, name_misspelling, name_replaced, figure_corrected, word_inserted, word_removed, word_replaced,
         end_replaced, sentence_inside, advertisement_inside, typos_fixed, typography, spaces, letter_case, decomposed, astral, paragraph_moved,
         before_rewritten, after_rewritten, both_rewritten, both_rewritten_short, next_to_it, blocks_joined, blocks_split, sentence_removed,
         mark_removed, short_removed, paragraph_removed, sentence_rewritten, paragraph_rewritten, put_in_new_words, twin_left, twin_beside,
         repeated, common_words_removed, old_spelling_elsewhere, stale_position, truncated, many_words_replaced, many_edits]


def read_texts(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            if path.endswith(".jsonl"):
                yield from (json.loads(line)["text"] for line in file)
            else:
                yield file.read()


def make_world(texts):
    found = [t[a:b] for t in texts for a, b in sentences(t) if b - a < 250]
    words = [w for t in texts for w in re.findall(r"(?<=[a-z,] )[a-z]{3,}", t)]
    names = [w for t in texts for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", t)]
    return {"sentences": found, "words": words or ["word", "other"], "names": names or ["Norwood", "Harbin"]}


def stands_once(text, quote):
    fold = lambda s: " ".join(s.lower().split())
    return fold(text).count(fold(quote)) == 1


def finish(case, kind, mode):
    start, end = case.mark
    text = case.text
    edited = case.edited
    new = edited.text()
    with_context = mode in ("whole", "no position")
    quote = {"type": "TextQuoteSelector", "exact": text[start:end]}
    if with_context:
        quote.update(prefix=text[max(0, start - CONTEXT):start], suffix=text[end:end + CONTEXT])
    selectors = [quote]
    if mode in ("whole", "no context"):
        away = case.rng.choice([10 ** 7, len(text) // 2, max(0, start - 3000), 0]) if case.stale else start
        selectors.insert(0, {"type": "TextPositionSelector", "start": away, "end": away + end - start})
    place = None if case.gone else edited.place(start, end)
    either = case.either or (place is not None and edited.kept(start, end) < 0.5)
    if not with_context and (end - start < 12 or not stands_once(text, text[start:end]) or not stands_once(new, text[start:end])):
        either = True
    return {"kind": kind.__name__, "mode": mode, "place": place, "either": either, "new": new, "selectors": selectors, "exact": text[start:end], "old": text,
            "prefix": text[max(0, start - CONTEXT):start], "suffix": text[end:end + CONTEXT]}


def is_undecidable(one):
    """Nobody could tell: the words stand elsewhere too, and what the selector says about their context fits there as well."""
    quote = one["selectors"][-1]
    before, after = quote.get("prefix", "")[-12:], quote.get("suffix", "")[:12]
    exact, new = one["exact"], one["new"]
    if "prefix" in quote and one["old"].count(before + exact + after) > 1 and len(exact) > 3:
        return True
    found = [m.start() for m in re.finditer(re.escape(exact), new)]
    elsewhere = [at for at in found if one["place"] is None or abs(at - one["place"][0]) > NEAR]
    if "prefix" not in quote:
        return len(elsewhere) == len(found) > 0
    if one["place"] is not None or len(exact) < 12:
        return False
    return any(new[:at].endswith(before) or new[at + len(exact):].startswith(after) for at in elsewhere)


def make_cases(texts, world, rng, per_text, kinds):
    for text in texts:
        found = sentences(text)
        if len(text) < 1000 or len(found) < 8:
            continue
        for kind in kinds:
            for _ in range(per_text):
                case = Case(text, rng, world)
                case.sentences = found
                try:
                    done = kind(case)
                except (TypeError, ValueError):  # no mark of the length that is wanted
                    continue
                if done is False or case.mark is None:
                    continue
                one = finish(case, kind, rng.choices(list(MODES), MODES.values())[0])
                if not is_undecidable(one):
                    yield one


def judge(case, anchor):
    """right, refused (rightly), lost (should have been found), wrong, near (right words, an end more than 2 characters off)."""
    place = case["place"]
    if anchor is None:
        return "refused" if place is None or case["either"] else "lost"
    if place is None:
        return "wrong"
    found = anchor["start"], anchor["end"]
    if abs(found[0] - place[0]) <= NEAR and abs(found[1] - place[1]) <= NEAR:
        return "right"
    return "near" if found[0] < place[1] and place[0] < found[1] else "wrong"


def show(case, answer, result):
    new = case["new"]
    around = lambda a, b: repr(new[max(0, a - 50):a]) + " [[" + repr(new[a:b]) + "]] " + repr(new[b:b + 50])
    print(f"--- {case['kind']} {result} ({case['mode']}) score {answer and answer['score']}")
    print("  quote ", repr(case["prefix"]), "[[" + repr(case["exact"]) + "]]", repr(case["suffix"]))
    print("  found ", answer and around(answer["start"], answer["end"]))
    print("  should", case["place"] and around(*case["place"]))


def print_row(name, counts):
    total = sum(counts.values())
    good = counts["right"] + counts["refused"]
    print(f"{name:24} {total:6}  good {good / total:6.1%}  wrong {counts['wrong'] / total:6.1%}  near {counts['near'] / total:6.1%}  "
          f"lost {counts['lost'] / total:6.1%}")


def print_orphans(results):
    """Precision: of those refused, how many had no place. Recall: of those without a place, how many were refused."""
    refused = sum(r in ("refused", "lost") for _, r in results)
    rightly = sum(r == "refused" for _, r in results)
    gone = sum(c["place"] is None for c, _ in results)
    found = sum(c["place"] is None and r == "refused" for c, r in results)
    print(f"orphans: precision {rightly / max(1, refused):.1%}, recall {found / max(1, gone):.1%}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=75)
    parser.add_argument("--per-text", type=int, default=2)
    parser.add_argument("--kinds", default="")
    parser.add_argument("--show", default="")
    parser.add_argument("--show-result", default="wrong,near,lost")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    texts = list(read_texts(options.texts))
    rng.shuffle(texts)
    kinds = [k for k in KINDS if not options.kinds or k.__name__ in options.kinds.split(",")]
    cases = list(make_cases(texts[:options.most], make_world(texts), rng, options.per_text, kinds))
    lines = "".join(json.dumps({"id": i, "text": c["new"], "selectors": [c["selectors"]]}) + "\n" for i, c in enumerate(cases))
    done = subprocess.run([options.program, "anchor", "--json", "-"], input=lines, capture_output=True, text=True, check=True)
    table = collections.defaultdict(collections.Counter)
    results = []
    for case, line in zip(cases, done.stdout.splitlines()):
        answer = json.loads(line)["anchors"][0]
        result = judge(case, answer)
        results.append((case, result))
        for name in (case["kind"], case["mode"], "all", *(["with context"] if case["mode"] in ("whole", "no position") else [])):
            table[name][result] += 1
        if (options.show == "all" or case["kind"] in options.show.split(",")) and result in options.show_result.split(","):
            show(case, answer, result)
    for name in [k.__name__ for k in kinds] + list(MODES) + ["with context", "all"]:
        if table[name]:
            print_row(name, table[name])
    print_orphans(results)


main()
