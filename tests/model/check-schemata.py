#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares src/model/cut-schemata-table.c with a copy of FollowTheMoney's model.

    npm pack @alephdata/followthemoney && tar xzf alephdata-followthemoney-*.tgz
    tests/model/check-schemata.py package/dist/defaultModel.json

prints each name, type, range or parent that differs; nothing when the table agrees. `Country` is ours.
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

import ftm  # noqa: E402


def differences(ours, model):
    for name, schema in ours.items():
        theirs = model.get(name)
        if name == "Country":
            continue
        if theirs is None:
            yield f"{name}: not there"
            continue
        for parent in schema["extends"]:
            if parent not in theirs["extends"]:
                yield f"{name}: does not extend {parent}"
        for prop, (kind, entity) in schema["properties"].items():
            other = theirs["properties"].get(prop)
            # An IBAN has a type of its own there.
            other_kind = other and {"iban": "identifier"}.get(other["type"], other["type"])
            if other is None or other.get("stub") or other_kind != kind or other.get("range") != entity:
                yield f"{name}.{prop}: {kind} {entity}, there {other}"
        edge = theirs.get("edge")
        if schema["ends"] and (edge is None or [edge["source"], edge["target"]] != schema["ends"]):
            yield f"{name}: ends {schema['ends']}, there {edge}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        model = json.load(file)["schemata"]
    ours = ftm.table_schemata()
    found = list(differences(ours, model))
    print("\n".join(found) if found else f"{len(ours)} schemata agree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
