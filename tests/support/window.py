# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window through the accessibility bus and the keyboard, as a person would.

Needs a display and a session bus of its own: see tests/ui/on-display. Nothing waits for a time: every
look-up waits for what it looks for, up to a limit that only a failure reaches."""

import os
import subprocess
import tempfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LIMIT_SECONDS = 30


def turn():
    """Lets the accessibility bus deliver what it has, for a moment."""
    done = []
    GLib.timeout_add(15, lambda: done.append(1) or False)
    while not done:
        GLib.MainContext.default().iteration(True)


def wait_for(condition, what):
    """Calls condition until it gives something true, and returns that."""
    limit = GLib.get_monotonic_time() + LIMIT_SECONDS * 1000000
    error = None
    while GLib.get_monotonic_time() < limit:
        try:
            found = condition()
            if found:
                return found
        except GLib.Error as gone:  # the object went away while it was looked at
            error = gone
        turn()
    raise AssertionError(f"waited in vain for {what}" + (f" ({error.message})" if error else ""))


class Node:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def description(self):
        return self.accessible.get_description() or ""

    def has_state(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def showing(self):
        """Whether it takes room in the window: GTK 4.8 says of nothing that it is showing."""
        if not self.has_state(Atspi.StateType.VISIBLE):
            return False
        size = self.extents
        return size.width > 0 and size.height > 0

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(child)

    def walk(self):
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            try:
                stack.extend(reversed(list(node.children())))
            except GLib.Error:
                continue

    def _matches(self, name, role, part, showing):
        try:
            if role is not None and self.role != role:
                return False
            if name is not None and self.name != name:
                return False
            if part is not None and part not in self.name:
                return False
            return self.showing or not showing
        except GLib.Error:
            return False

    def all(self, name=None, role=None, part=None, showing=True):
        return [node for node in self.walk() if node._matches(name, role, part, showing)]

    def has(self, **what):
        return bool(self.all(**what))

    def find(self, name=None, role=None, part=None, showing=True):
        return wait_for(lambda: next(iter(self.all(name, role, part, showing)), None), f"{role} {name or part}")

    def gone(self, **what):
        wait_for(lambda: not self.all(**what), f"the end of {what}")

    def press(self):
        """Activates it: what a click or Enter does."""
        actions = self.accessible.get_n_actions()
        assert actions > 0, f"{self.role} {self.name} cannot be pressed"
        self.accessible.do_action(0)
        turn()

    @property
    def text(self):
        return Atspi.Text.get_text(self.accessible, 0, -1)

    def type_into(self, text):
        """Replaces what an entry holds."""
        Atspi.EditableText.set_text_contents(self.accessible, text)
        turn()

    @property
    def extents(self):
        return Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)

    def tree(self, depth=0):
        """What a screen reader sees, one object a line."""
        try:
            lines = [f"{'  ' * depth}{self.role} {self.name!r}"]
            lines.extend(child.tree(depth + 1) for child in self.children())
        except GLib.Error:
            return f"{'  ' * depth}(gone)"
        return "\n".join(lines)


class Window(Node):
    """The program with a notebook and settings of its own."""

    border = 5  # the shadow around a window that no window manager frames

    def __init__(self, notebook, *words, settings=None, language="C.UTF-8", size=None):
        self.folder = tempfile.mkdtemp(prefix="cuttings-window-", dir=os.path.dirname(notebook))
        environment = dict(os.environ)
        environment.pop("GTK_A11Y", None)
        environment.update(
            LC_ALL=language, GSK_RENDERER="cairo", GSETTINGS_BACKEND="keyfile", G_DEBUG="fatal-criticals",
            GTK_THEME=environment.get("GTK_THEME", ""), NO_AT_BRIDGE="0",
            XDG_CONFIG_HOME=os.path.join(os.path.dirname(notebook), "config"),
            XDG_DATA_HOME=os.path.join(os.path.dirname(notebook), "data"),
            XDG_CACHE_HOME=os.path.join(os.path.dirname(notebook), "cache"),
            **(settings or {}))
        if not environment["GTK_THEME"]:
            del environment["GTK_THEME"]
        self.log_path = os.path.join(self.folder, "log")
        self.log = open(self.log_path, "wb")
        program = environment.get("CUTTINGS_PROGRAM", "build/src/cuttings")
        self.process = subprocess.Popen([program, "--notebook", notebook, *words], env=environment,
                                        stdout=self.log, stderr=self.log)
        super().__init__(None)
        self.accessible = wait_for(self._find_application, "the window")
        self._focus()

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.messages}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def _focus(self):
        def focus():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                   capture_output=True, text=True).stdout.split()
            if not found:
                found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "cuttings"],
                                       capture_output=True, text=True).stdout.split()
            if not found:
                return None
            self.id = found[-1]
            return subprocess.run(["xdotool", "windowfocus", self.id], capture_output=True).returncode == 0
        wait_for(focus, "the window on the display")

    def to_dialog(self):
        """Gives the keyboard to the dialog that opened, as a window manager would."""
        def dialog():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                   capture_output=True, text=True).stdout.split()
            return next((one for one in found if one != self.id), None)
        found = wait_for(dialog, "a dialog on the display")
        subprocess.run(["xdotool", "windowfocus", "--sync", found], check=True)
        return found

    def to_window(self):
        """Gives the keyboard back to the window."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self.id], check=True)

    @property
    def messages(self):
        self.log.flush()
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def keys(self, *keys):
        """Presses keys, named as xdotool names them (`ctrl+z`, `Escape`, `h`)."""
        subprocess.run(["xdotool", "key", "--delay", "8", *keys], check=True)
        turn()

    def click(self, node, x=None, y=None):
        """Clicks into the middle of it, or at a place within it."""
        place = node.extents
        at = (place.x + (place.width // 2 if x is None else x) + self.border,
              place.y + (place.height // 2 if y is None else y) + self.border)
        subprocess.run(["xdotool", "mousemove", "--window", self.id, str(at[0]), str(at[1]), "click", "1"], check=True)
        turn()

    def tab_to(self, node, key="Tab", most=40):
        """Moves the focus with Tab until it is on node, as a person without a mouse does."""
        for _ in range(most):
            if node.has_state(Atspi.StateType.FOCUSED):
                return
            self.keys(key)
        raise AssertionError(f"{most} times {key} did not reach {node.role} {node.name}")

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)
        turn()

    def select(self, node, start, end):
        """Selects [start, end) of a text view as a person does, from start to end."""
        if not node.has_state(Atspi.StateType.FOCUSED):
            self.click(node)
        Atspi.Text.set_caret_offset(node.accessible, start)
        wait_for(lambda: Atspi.Text.get_caret_offset(node.accessible) == start, f"the caret at {start}")
        subprocess.run(["xdotool", "key", "--repeat", str(end - start), "--delay", "2", "shift+Right"], check=True)

        def selected():
            if Atspi.Text.get_n_selections(node.accessible) != 1:
                return False
            found = Atspi.Text.get_selection(node.accessible, 0)
            return (found.start_offset, found.end_offset) == (start, end)
        wait_for(selected, f"the selection {start}–{end}")

    def select_words(self, node, words):
        text = node.text
        assert text.count(words) == 1, (words, text.count(words))
        start = text.index(words)
        self.select(node, start, start + len(words))

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            if "CUTTINGS_FAILURE_SHOT" in os.environ:
                self.screenshot(os.environ["CUTTINGS_FAILURE_SHOT"])
            try:
                print("# " + self.tree().replace("\n", "\n# "))
            except GLib.Error:
                pass
            print("# " + self.messages.replace("\n", "\n# "))
        self.close()
