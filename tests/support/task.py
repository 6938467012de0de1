# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of a person's tasks share."""

import contextlib
import http.server
import os
import subprocess
import threading

import sample
from program import Notebook
from window import Window, turn, wait_for


@contextlib.contextmanager
def served(pages):
    """Serves {path: html} on loopback. Gives the address."""
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = pages.get(self.path, "").encode("utf-8")
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def read_sample(name):
    with open(sample.sample(name), encoding="utf-8") as file:
        return file.read()


@contextlib.contextmanager
def opened(*names, **how):
    """A window on a notebook that holds these samples. Gives both, and the ids of the clips."""
    with Notebook() as notebook:
        ids = [sample.clip(notebook, name) for name in names]
        with Window(notebook.path, **how) as window:
            yield window, notebook, ids


def copy(text):
    """Puts text on the clipboard."""
    subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode("utf-8"), check=True)


def open_clip(window, title):
    """Opens the clip of that title by a click. Gives the text of the article."""
    window.click(window.find(part=title, role="list item"))
    text = window.find("Article text", role="text")
    wait_for(lambda: len(text.text) > 200, f"the text of {title}")
    return text


def number(notebook, kind, count, *filters):
    """Waits until the notebook holds so many of a kind, and gives them."""
    found = []

    def right():
        found[:] = notebook.list(kind, *filters)
        return len(found) == count
    try:
        wait_for(right, f"{count} {kind}")
    except AssertionError as error:
        raise AssertionError(f"{error}; there are {len(found)}: {found}") from None
    return list(found)


def field_of(notebook, kind, name, value):
    """Waits until the only one of a kind has this value."""
    wait_for(lambda: [one[name] for one in notebook.list(kind)] == [value], f"{kind} with {name} {value}")


def focus(window, node):
    """Gives an object of the window the focus by a click, once more where it was still moving."""
    def focused():
        if node.focused:
            return True
        window.click(node)
        for _ in range(10):
            turn()
        if not node.focused:
            # A dialog that left the display late took the keys with it: a window manager gives them to what is clicked.
            window.to_window()
        return node.focused
    wait_for(focused, f"the focus on {node.name}")


def mark(window, notebook, text, words, key):
    """Selects words and presses a key. Gives the annotation."""
    known = {one["id"] for one in notebook.list("annotations")}
    window.select_words(text, words)
    window.keys(key)
    found = number(notebook, "annotations", len(known) + 1)
    return next(one for one in found if one["id"] not in known)


def card(window, kind):
    """The card of the margin whose name starts with the label of that kind."""
    return wait_for(lambda: next((node for node in window.all(role="footnote") if node.name.startswith(kind)), None),
                    f"the card of {kind}")


def titles(window):
    """The titles in the list of clips, from the top."""
    rows = window.find("Clips", role="list").all(role="list item")
    return [row.name for row in sorted(rows, key=lambda row: row.extents.y)]


def choose(window, part):
    """Goes down the open menu to the entry that has this in its name, and presses Enter."""
    window.park_pointer()
    entry = wait_for(lambda: next((node for node in window.all(part=part) if "menu item" in node.role), None),
                     f"the entry {part}")
    # The first entry takes the focus when the menu is there, and would take it back from keys that came before.
    wait_for(lambda: any(node.focused for node in window.all() if "menu item" in node.role), "the menu with the focus")
    window.tab_to(entry, "Down")
    window.keys("Return")
    wait_for(lambda: not any("menu item" in node.role for node in window.all(part=part)), "the end of the menu")


def ready_button(window, name):
    """The button of that name, as soon as it can be pressed."""
    return wait_for(lambda: next((node for node in window.all(part=name, role="push button") if node.sensitive), None),
                    f"the button {name}")


def resize(window, width, height):
    subprocess.run(["xdotool", "windowsize", "--sync", window.id, str(width), str(height)], check=True)


def make_locale(folder, name):
    """Makes a locale that the machine may lack. Gives the environment that has it, or None where it cannot be made."""
    place = os.path.join(folder, "locales")
    os.makedirs(place, exist_ok=True)
    made = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(place, name + ".UTF-8")],
                          capture_output=True)
    return {"LOCPATH": place} if made.returncode == 0 else None
