#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks files of FollowTheMoney: against our own table of schemata, or against a copy of its model.

    npm pack @alephdata/followthemoney && tar xzf alephdata-followthemoney-*.tgz
    tests/support/ftm.py package/dist/defaultModel.json FILE.ftm.ndjson

prints each problem; nothing wrong gives the number of lines.
"""

import json
import os
import re
import sys

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "model", "cut-schemata-table.c")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?$")
COUNTRY = re.compile(r"[a-z]{2,4}(-[a-z]+)?$")
# What an article has; clips have a schema of their own.
ARTICLE = {"title": ("string", None), "author": ("string", None), "publisher": ("string", None), "publishedAt": ("date", None),
           "summary": ("text", None), "language": ("string", None), "sourceUrl": ("url", None), "retrievedAt": ("date", None)}


def table_schemata():
    """Our table: name → what it extends, its own properties (type, range) and its ends."""
    with open(TABLE, encoding="utf-8") as file:
        text = file.read()
    lists = {}
    for name, body in re.findall(r"CutProperty (\w+)\[\] = \{\n(.*?)\n\};", text, re.S):
        rows = re.findall(r'\{ "(\w+)", CUT_VALUE_(\w+), (?:NULL|"(\w+)"),', body)
        lists[name] = {name: (kind.lower(), entity or None) for name, kind, entity in rows}
    schemata = {}
    for body in re.findall(r"  \{\n(    \.name.*?)\n  \},", text, re.S):
        extends = re.search(r"\.extends = \{ (.*?) \}", body)
        properties = re.search(r"\.properties = (\w+)", body)
        schemata[re.search(r'\.name = "(\w+)"', body)[1]] = {
            "extends": re.findall(r'"(\w+)"', extends[1]) if extends else [],
            "properties": lists[properties[1]] if properties else {},
            "ends": re.findall(r'\.(?:from|to) = "(\w+)"', body),
        }
    return schemata


def model_schemata(path):
    """A copy of the model: the same shape."""
    with open(path, encoding="utf-8") as file:
        model = json.load(file)["schemata"]
    return {
        name: {
            "extends": schema["extends"],
            "properties": {key: (prop["type"], prop.get("range")) for key, prop in schema["properties"].items() if not prop.get("stub")},
            "ends": [schema["edge"]["source"], schema["edge"]["target"]] if schema.get("edge") else [],
        }
        for name, schema in model.items()
    }


def line_of(schemata, name):
    """The schema and all it extends."""
    line = [name]
    for other in line:
        line += [parent for parent in schemata[other]["extends"] if parent not in line]
    return line


def value_problem(kind, value):
    if not isinstance(value, str) or not value.strip():
        return "no text"
    if kind == "date" and not DATE.match(value):
        return "no date without zone"
    if kind == "country" and not COUNTRY.match(value):
        return "no lower-case code"
    if kind == "url" and not re.match(r"(https?|ftp)://[^/\s]+", value):
        return "no address"
    if kind == "number" and not re.match(r"-?\d+(\.\d+)?$", value):
        return "no number"
    if kind == "phone" and not re.match(r"\+?\d+$", value):
        return "no bare number"
    return None


def problems(objects, schemata):
    """A sentence for each thing that is wrong in the objects of one file."""
    by_id = {entity["id"]: entity for entity in objects}
    if len(by_id) != len(objects):
        yield "an id is there twice"
    for entity in objects:
        where = f"{entity['schema']} {entity['id']}"
        known = dict(ARTICLE) if entity["schema"] == "Article" else {}
        if entity["schema"] != "Article" and entity["schema"] not in schemata:
            yield f"{where}: no such schema"
            continue
        for name in line_of(schemata, entity["schema"]) if entity["schema"] != "Article" else []:
            for key, prop in schemata[name]["properties"].items():
                known.setdefault(key, prop)
        if "Thing" in (line_of(schemata, entity["schema"]) if entity["schema"] != "Article" else []):
            known.setdefault("proof", ("entity", "Document"))
        for key, values in entity["properties"].items():
            if key not in known:
                yield f"{where}: has no property {key}"
                continue
            if not isinstance(values, list) or not values or len(set(values)) != len(values):
                yield f"{where}.{key}: {values!r} is no list of values, each once"
                continue
            kind, entity_range = known[key]
            for value in values:
                if kind != "entity":
                    problem = value_problem(kind, value)
                    if problem:
                        yield f"{where}.{key}: {value!r}: {problem}"
                elif value not in by_id:
                    yield f"{where}.{key}: {value} is not in the file"
                elif entity_range != "Document" and entity_range not in line_of(schemata, by_id[value]["schema"]):
                    yield f"{where}.{key}: {by_id[value]['schema']} is no {entity_range}"
        for end in schemata[entity["schema"]]["ends"] if entity["schema"] != "Article" else []:
            if len(entity["properties"].get(end, [])) != 1:
                yield f"{where}: has no one {end}"


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def main():
    schemata = model_schemata(sys.argv[1])
    status = 0
    for path in sys.argv[2:]:
        objects = read(path)
        found = list(problems(objects, schemata))
        status |= bool(found)
        print("\n".join(found) if found else f"{path}: {len(objects)} lines, nothing wrong")
    return status


if __name__ == "__main__":
    sys.exit(main())
