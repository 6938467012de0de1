# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dragging from another program's window into ours, as a hand would."""

import contextlib
import os
import subprocess

from program import SOURCE
from window import turn, wait_for


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True).stdout.split()


@contextlib.contextmanager
def drag_source(kind, content):
    """Another program's window at the right of the display, of which all can be dragged. Gives where its middle is."""
    program = os.path.join(SOURCE, "tests", "support", "drag-source.py")
    with subprocess.Popen(["/usr/bin/python3", program, kind], stdin=subprocess.PIPE) as process:
        process.stdin.write(content.encode("utf-8"))
        process.stdin.close()
        found = wait_for(lambda: xdotool("search", "--onlyvisible", "--name", "^Drag from here$"), "what is dragged")[0]
        xdotool("windowmove", "--sync", found, 1220, 780)
        try:
            yield 1280, 810
        finally:
            process.terminate()


def drag_to(window, place):
    """Drags from a place of the display into the window and lets go there."""
    target = (300, 400)
    xdotool("mousemove", *place, "mousedown", 1)
    for step in range(1, 11):
        xdotool("mousemove", *(a + (b - a) * step // 10 for a, b in zip(place, target)))
        turn()
    # The two programs agree on what is dropped while it moves over the window.
    for step in range(10):
        xdotool("mousemove", target[0] + step % 2, target[1])
        turn()
    xdotool("mouseup", 1)
