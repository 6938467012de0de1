# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the pages of the help hang together, and name keys that there are.

usage: check-pages.py FOLDER HELP-OVERLAY.UI"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

MALLARD = "{http://projectmallard.org/1.0/}"
NAMED = {"Ctrl": "control", "Alt": "alt", "Shift": "shift", "Enter": "return", "+": "plus", "−": "minus", "?": "question"}
# Of the desktop, not of this program.
OTHERS = {"escape", "f9"}


def read(folder):
    return {path.stem: ElementTree.parse(path).getroot() for path in sorted(pathlib.Path(folder).glob("*.page"))}


def places(pages):
    """Everything that can be referred to: a page, or a section of one."""
    found = set(pages)
    for name, page in pages.items():
        found.update(f"{name}#{section.get('id')}" for section in page.iter(MALLARD + "section"))
    return found


def broken_references(pages):
    known = places(pages)
    return [f"{name}: {link.get('xref')}" for name, page in pages.items() for link in page.iter(MALLARD + "link")
            if link.get("xref") not in known]


def unreachable(pages):
    guided = {name for name, page in pages.items()
              if any(link.get("type") == "guide" for link in page.iter(MALLARD + "link"))}
    return sorted(set(pages) - guided - {"index"})


def wrong_ids(pages):
    return [name for name, page in pages.items() if page.get("id") != name]


def spoken_keys(overlay):
    """The keys of the shortcuts window, each as the set of its parts."""
    text = " ".join(node.text or "" for node in ElementTree.parse(overlay).iter("property") if node.get("name") == "accelerator")
    keys = set()
    # "<Alt>1...4" is a key with the first of them, and with the last.
    for one in re.sub(r"(\S*)(\w)\.\.\.(\w)", r"\1\2 \1\3", text).split():
        keys.add(frozenset(part.lower() for part in re.findall(r"[A-Za-z0-9_]+", one)))
    return keys


def unknown_keys(pages, overlay):
    known = spoken_keys(overlay)
    unknown = []
    for name, page in pages.items():
        inner = {id(key) for sequence in page.iter(MALLARD + "keyseq") for key in sequence}
        spoken = [[key.text for key in sequence] for sequence in page.iter(MALLARD + "keyseq")]
        spoken += [[key.text] for key in page.iter(MALLARD + "key") if id(key) not in inner]
        for keys in spoken:
            parts = frozenset(NAMED.get(key, key).lower() for key in keys)
            if parts not in known and not parts <= OTHERS and not (len(parts) == 1 and next(iter(parts)).isdigit()):
                unknown.append(f"{name}: {'+'.join(keys)}")
    return unknown


def main():
    pages = read(sys.argv[1])
    checks = [("each page is called like its file", wrong_ids(pages)), ("each reference leads somewhere", broken_references(pages)),
              ("each page is reached from the first", unreachable(pages)), ("each key is one of the program", unknown_keys(pages, sys.argv[2]))]
    print(f"1..{len(checks)}")
    for number, (what, faults) in enumerate(checks, 1):
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ' if faults else ''}ok {number} - {what}")
    return 1 if any(faults for _, faults in checks) or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
