# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler cannot hold: who includes whom, how long things grow, and that headers say what they do.

Nothing here parses C. The layout that .clang-format writes is relied on: a function's body begins and ends
with a brace in the first column."""

import os
import pathlib
import re

import tap

SOURCE = pathlib.Path(os.environ.get("CUTTINGS_SOURCE", pathlib.Path(__file__).parents[2]))
SRC = SOURCE / "src"

# From the lowest line up; what stands in one line does not know the others of it.
LINES = [
    ["model"],
    ["text", "reason"],
    ["propose", "vault", "sign"],
    ["html", "net", "store", "bundle", "pdf", "process"],
    ["saved", "imports"],
    ["notebook"],
    ["cli", "ui"],
]
LEVELS = {folder: level for level, line in enumerate(LINES) for folder in line}

# What each folder knows of the world outside. "html" may not know SQLite, and so on.
FOREIGN = {
    "sqlite3.h": {"store"},
    "libsoup/": {"net"},
    "gumbo.h": {"html"},
    "uchardet": {"html"},
    "brotli/": {"net"},
    "gmime/": {"saved"},
    "archive.h": {"bundle", "imports"},
    "archive_entry.h": {"bundle", "imports"},
    "cmark.h": {"imports"},
    "csv.h": {"imports"},
    "libxml/": {"imports"},
    "yaml.h": {"imports"},
    "poppler.h": {"pdf"},
    "zip.h": {"bundle"},
    "nettle/": {"model"},
    "sodium.h": {"vault"},
    "libstemmer.h": {"text"},
    "gpgme.h": {"sign"},
    "zstd.h": {"store"},
    "gtk/": {"ui"},
    "gdk/": {"ui"},
    "gsk/": {"ui"},
    "adwaita.h": {"ui"},
    "pango/": {"ui"},
}
# The window's headers are the window's own: GTK stands in them. Of the rest none stands in a header.
IN_HEADERS = {"gtk/": {"ui"}, "gdk/": {"ui"}, "gsk/": {"ui"}, "adwaita.h": {"ui"}, "pango/": {"ui"}}

MAX_FILE_LINES = 1000
MAX_FUNCTION_LINES = 100

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
SPDX = ("SPDX-FileCopyrightText: The Cuttings authors", "SPDX-License-Identifier: GPL-3.0-or-later")


def sources(*suffixes, below=("src",)):
    found = [path for folder in below for path in sorted((SOURCE / folder).rglob("*")) if path.suffix in suffixes]
    assert found, "no sources: is CUTTINGS_SOURCE right?"
    return found


def folder_of(path):
    parts = path.relative_to(SRC).parts
    return parts[0] if len(parts) > 1 else ""


def name_of(path):
    return str(path.relative_to(SOURCE))


def includes(path):
    text = path.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start(2)) + 1, match.group(2)


def report(problems):
    assert not problems, "\n" + "\n".join(problems)


def functions(path):
    """(first line, last line) of each function's body, braces included."""
    start = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("{"):
            start = number
        elif line.startswith("}") and start is not None:
            # "};" ends a table or a type, whose length is not counted.
            if line.rstrip() == "}":
                yield start, number
            start = None


def test_every_folder_has_its_layer():
    unknown = [path.name for path in SRC.iterdir() if path.is_dir() and path.name not in LEVELS]
    report([f"src/{name} is in no layer: add it to LINES in {name_of(pathlib.Path(__file__))}" for name in unknown])


def test_header_names_are_unique():
    seen = {}
    problems = []
    for path in sources(".h"):
        if path.name in seen:
            problems.append(f"{name_of(path)}: the name is taken by {name_of(seen[path.name])}")
        seen[path.name] = path
    report(problems)


def test_no_folder_includes_a_higher_one_or_a_sibling():
    homes = {}
    for path in sources(".h"):
        homes.setdefault(path.name, set()).add(folder_of(path))
    problems = []
    for path in sources(".c", ".h"):
        own = folder_of(path)
        for number, header in includes(path):
            folders = homes.get(os.path.basename(header), set())
            for other in folders if own and own not in folders else ():
                if LEVELS[other] < LEVELS[own]:
                    continue
                problems.append(f"{name_of(path)}:{number}: {own} includes {header} of {other}")
    report(problems)


def test_libraries_stay_in_their_folder():
    problems = []
    for path in sources(".c", ".h"):
        public = path.suffix == ".h" and not path.stem.endswith("-private")
        allowed_in = IN_HEADERS if public else FOREIGN
        for number, header in includes(path):
            for foreign in FOREIGN:
                hit = header.startswith(foreign) if foreign.endswith("/") else os.path.basename(header).startswith(foreign)
                if hit and folder_of(path) not in allowed_in.get(foreign, set()):
                    problems.append(f"{name_of(path)}:{number}: <{header}> does not belong here")
    report(problems)


def test_no_file_is_too_long():
    problems = []
    for path in sources(".c", ".h"):
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > MAX_FILE_LINES:
            problems.append(f"{name_of(path)}: {length} lines, at most {MAX_FILE_LINES}")
    report(problems)


def test_no_function_is_too_long():
    problems = []
    counted = 0
    for path in sources(".c"):
        for first, last in functions(path):
            counted += 1
            if last - first - 1 > MAX_FUNCTION_LINES:
                problems.append(f"{name_of(path)}:{first}: a function of {last - first - 1} lines, at most {MAX_FUNCTION_LINES}")
    assert counted > 100, f"only {counted} functions found: has the layout changed?"
    report(problems)


def test_every_file_says_its_licence():
    problems = []
    for path in sources(".c", ".h", ".py", below=("src", "tests")):
        head = path.read_text(encoding="utf-8").splitlines()[:3]
        if not all(any(words in line for line in head) for words in SPDX):
            problems.append(f"{name_of(path)}: no SPDX lines at its head")
    report(problems)


def test_headers_say_what_they_are_for():
    """A comment besides the licence, and a pragma against a second inclusion."""
    problems = []
    for path in sources(".h"):
        text = path.read_text(encoding="utf-8")
        comments = [comment for comment in re.findall(r"/\*.*?\*/", text, re.DOTALL) if "SPDX" not in comment]
        if not comments:
            problems.append(f"{name_of(path)}: no comment")
        # A precompiled one is compiled by itself, and cannot have the pragma.
        if "#pragma once" not in text and path.parent.name != "pch":
            problems.append(f"{name_of(path)}: no #pragma once")
    report(problems)


def test_global_variables_are_constant():
    """At file level `static` data without const is a variable that every thread shares."""
    ok = re.compile(r"\b(const|GParamSpec|GQuark|guint signals)\b|G_DEFINE|\(|_once\b|signals\[|properties\[")
    problems = []
    for path in sources(".c"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.match(r"static\s+[A-Za-z_][\w\s\*]*\s\*?\w+(\[[^\]]*\])*\s*(=|;)", line) and not ok.search(line):
                problems.append(f"{name_of(path)}:{number}: {line.strip()}")
    report(problems)


if __name__ == "__main__":
    tap.run(__name__)
