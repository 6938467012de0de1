# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the functions of a module whose names start with test_ and prints TAP.

A function skips by raising Skip with the reason. Everything else that is raised fails it."""

import inspect
import sys
import traceback


class Skip(Exception):
    pass


def run(module_name, only=None):
    module = sys.modules[module_name]
    tests = [
        (name, function)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("test_") and function.__module__ == module_name
    ]
    tests.sort(key=lambda pair: pair[1].__code__.co_firstlineno)
    if only:
        tests = [pair for pair in tests if pair[0] in only]
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        title = name[len("test_"):].replace("_", " ")
        try:
            function()
            print(f"ok {number} - {title}", flush=True)
        except Skip as reason:
            print(f"ok {number} - {title} # SKIP {reason}", flush=True)
        except BaseException:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
            print(f"not ok {number} - {title}", flush=True)
    sys.exit(1 if failed else 0)
