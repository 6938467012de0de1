#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to start, beside a window of the same kind that is filled with what is made up; by turns, in one run.

usage: bench-start.py DUMMY [NOTEBOOK…]
Without a notebook one of a few clips is made. With two, the ratio between them is printed, too. The processor time is that of the
whole program until the step: on a busy machine the clock on the wall counts what others did."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["CUTTINGS_PROGRAM"]
ROUNDS = int(os.environ.get("CUTTINGS_BENCH_ROUNDS", "9"))
CLIPS = 200


def start(*words):
    environment = dict(os.environ, T0_NS=str(time.monotonic_ns()))
    done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def make_notebook(folder):
    path = os.path.join(folder, "notebook.cuttings")
    articles = "".join(json.dumps({"url": f"https://harbour.example/{n}", "title": f"Article {n} of the harbour board",
                                   "text": "The harbour board has admitted that a second tank leaked.\n\n" * 40}) + "\n" for n in range(CLIPS))
    subprocess.run([PROGRAM, "import", "--notebook", path, "--format", "ndjson", "-"], input=articles.encode(), stdout=subprocess.DEVNULL, check=True)
    return path


def middle(runs, key):
    return statistics.median(run[key] for run in runs)


def report(name, runs, dummy):
    later = statistics.median(run["list_ready_ms"] - run["map_ms"] for run in runs)
    print(f"start: {name}: on the screen after {middle(runs, 'map_ms'):.0f} ms, {middle(runs, 'map_ms') / middle(dummy, 'map_ms'):.2f} x the dummy, "
          f"{middle(runs, 'map_cpu_ms') / middle(dummy, 'map_cpu_ms'):.2f} x on the processor (goal 1.3)")
    print(f"start: {name}: list filled {later:.0f} ms later (goal 100), "
          f"{statistics.median(run['list_ready_cpu_ms'] - run['map_cpu_ms'] for run in runs):.0f} ms on the processor; "
          f"{middle(runs, 'rss_mb') - middle(dummy, 'rss_mb'):+.0f} MB (goal 25)", flush=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        notebooks = sys.argv[2:] or [make_notebook(folder)]
        dummy, ours = [], {path: [] for path in notebooks}
        for _ in range(ROUNDS):
            dummy.append(start(sys.argv[1], "10000"))
            for path in notebooks:
                ours[path].append(start(PROGRAM, "--notebook", path, "bench-startup"))
    print(f"start: dummy: on the screen after {middle(dummy, 'map_ms'):.0f} ms, {middle(dummy, 'map_cpu_ms'):.0f} ms on the processor, {middle(dummy, 'rss_mb'):.0f} MB")
    for path, runs in ours.items():
        report(os.path.basename(path), runs, dummy)
    if len(notebooks) > 1:
        first, last = (middle(ours[path], "map_cpu_ms") for path in (notebooks[0], notebooks[-1]))
        print(f"start: the last notebook takes {last / first:.2f} x the first on the processor until it is on the screen (goal 1.1)")


if __name__ == "__main__":
    main()
