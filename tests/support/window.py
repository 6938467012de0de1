# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window through the accessibility bus and the keyboard, as a person would.

Needs a display and a session bus of its own: see tests/ui/on-display. Nothing waits for a time: every
look-up waits for what it looks for, up to a limit that only a failure reaches."""

import os
import subprocess
import tempfile

from gi.repository import GLib

import accessible
from accessible import Atspi

LIMIT_SECONDS = 30
PATIENT_TURNS = 40  # until a key that moved no focus is one that does not


def turn(moment=15):
    """Lets the accessibility bus deliver what it has, for a moment of so many milliseconds."""
    done = []
    GLib.timeout_add(moment, lambda: done.append(1) or False)
    while not done:
        GLib.MainContext.default().iteration(True)


def wait_for(condition, what):
    """Calls condition until it gives something true, and returns that."""
    limit = GLib.get_monotonic_time() + LIMIT_SECONDS * 1000000
    error = None
    while (start := GLib.get_monotonic_time()) < limit:
        try:
            found = condition()
            if found:
                return found
        except GLib.Error as gone:  # the object went away while it was looked at
            error = gone
        # A look keeps the program from what it is waited for: it gets as much time for itself.
        turn(max(15, (GLib.get_monotonic_time() - start) // 1000))
    raise AssertionError(f"waited in vain for {what}" + (f" ({error.message})" if error else ""))


class Node(accessible.Node):
    """One accessible object, waited for."""

    def all(self, name=None, role=None, part=None, showing=True):
        return [Node(node.bus, node.reference) for node in super().all(name, role, part, showing)]

    def find(self, name=None, role=None, part=None, showing=True):
        return wait_for(lambda: next(iter(self.all(name, role, part, showing)), None), f"{role} {name or part}")

    def gone(self, **what):
        wait_for(lambda: not self.all(**what), f"the end of {what}")

    def press(self):
        """Activates it: what a click or Enter does."""
        self.act()
        turn()

    def type_into(self, text):
        """Replaces what an entry holds."""
        self.set_text(text)
        turn()


class Window(Node):
    """The program with a notebook and settings of its own."""

    border = 5  # the shadow around a window that no window manager frames

    def __init__(self, notebook, *words, settings=None, language="C.UTF-8", size=None, still=True, ready=True):
        self.folder = tempfile.mkdtemp(prefix="cuttings-window-", dir=os.path.dirname(notebook))
        environment = dict(os.environ)
        environment.pop("GTK_A11Y", None)
        environment.update(
            LC_ALL=language, GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GDK_DISABLE="gl",
            GSETTINGS_BACKEND="keyfile", G_DEBUG="fatal-criticals",
            GTK_THEME=environment.get("GTK_THEME", ""), NO_AT_BRIDGE="0",
            XDG_CONFIG_HOME=os.path.join(os.path.dirname(notebook), "config"),
            XDG_DATA_HOME=os.path.join(os.path.dirname(notebook), "data"),
            XDG_CACHE_HOME=os.path.join(os.path.dirname(notebook), "cache"),
            **(settings or {}))
        if not environment["GTK_THEME"]:
            del environment["GTK_THEME"]
        if still:
            self._stop_animations(environment["XDG_CONFIG_HOME"])
        self.log_path = os.path.join(self.folder, "log")
        self.log = open(self.log_path, "wb")
        program = environment.get("CUTTINGS_PROGRAM", "build/src/cuttings")
        self.process = subprocess.Popen([program, "--notebook", notebook, *words], env=environment,
                                        stdout=self.log, stderr=self.log)
        bus = accessible.Bus()
        super().__init__(bus, wait_for(lambda: self._find_program(bus), "the window"))
        self._focus()
        if ready:
            wait_for(lambda: not self.busy, "the notebook")

    @property
    def busy(self):
        """Whether the notebook is still being opened: until then there is nothing to do."""
        return any(child.has_state(Atspi.StateType.BUSY) for child in self.children())

    @staticmethod
    def _stop_animations(config):
        """While columns fold, a click lands on the one that is about to go: things are where they will be at once."""
        folder = os.path.join(config, "gtk-4.0")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as settings:
            settings.write("[Settings]\ngtk-enable-animations=false\n")

    def _find_program(self, bus):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.messages}")
        found = bus.find_program(self.process.pid)
        return found if found is not None and accessible.Node(bus, found).children() else None

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

    def to_dialog(self, title=None):
        """Gives the keyboard to the dialog that opened, as a window manager would; to that of a title where several are."""
        which = ["--name", f"^{title}$"] if title is not None else ["--pid", str(self.process.pid)]

        def dialog():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", *which], capture_output=True, text=True).stdout.split()
            return next((one for one in found if one != self.id), None)
        found = wait_for(dialog, "a dialog on the display")
        subprocess.run(["xdotool", "windowfocus", "--sync", found], check=True)
        return found

    def back_to_dialog(self, title):
        """As to_dialog, once what stood above the dialog has left the display: the focus goes astray with it."""
        def shown():
            return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                  capture_output=True, text=True).stdout.split()
        dialog = self.to_dialog(title)
        wait_for(lambda: set(shown()) == {self.id, dialog}, f"{title} alone on the display")
        self.to_dialog(title)

    def to_window(self):
        """Gives the keyboard back to the window."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self.id], check=True)

    def to_desktop(self):
        """Takes the keyboard from the window, as going to another program does."""
        root = subprocess.run(["xdotool", "search", "--maxdepth", "0", ".*"], capture_output=True, text=True, check=True).stdout.strip()
        subprocess.run(["xdotool", "windowfocus", root], check=True)
        wait_for(lambda: subprocess.run(["xdotool", "getwindowfocus"], capture_output=True, text=True).stdout.strip() != self.id,
                 "the window without the keyboard")

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
        """Clicks into the middle of it, or at a place within it, once it stays where it is."""
        place = self._settled(node)
        at = (place.x + (place.width // 2 if x is None else x) + self.border,
              place.y + (place.height // 2 if y is None else y) + self.border)
        subprocess.run(["xdotool", "mousemove", "--window", self.id, str(at[0]), str(at[1]), "click", "1"], check=True)
        turn()

    def drag(self, node, target):
        """From the middle of it to that of the target, as a hand would."""
        ends = [(place.x + place.width // 2 + self.border, place.y + place.height // 2 + self.border)
                for place in (self._settled(node), self._settled(target))]
        subprocess.run(["xdotool", "mousemove", "--window", self.id, *map(str, ends[0]), "mousedown", "1"], check=True)
        for step in range(1, 11):
            at = [a + (b - a) * step // 10 for a, b in zip(*ends)]
            subprocess.run(["xdotool", "mousemove", "--window", self.id, *map(str, at)], check=True)
            turn()
        subprocess.run(["xdotool", "mouseup", "1"], check=True)
        turn()

    @staticmethod
    def _settled(node):
        """Where it is, when two looks agree: a page that slides in or grows takes it elsewhere meanwhile."""
        before = None
        while before != (place := node.extents):
            before = place
            turn()
        return place

    def park_pointer(self):
        """Takes the pointer to where nothing follows it: a menu chooses what opens under it."""
        subprocess.run(["xdotool", "mousemove", "--window", self.id, "2", "2"], check=True)
        turn()

    def tab_to(self, node, key="Tab", most=40):
        """Moves the focus with a key until it is on node, as a person without a mouse does."""
        for _ in range(most):
            if node.focused:
                return
            before = self.bus.moves
            self.keys(key)
            for _ in range(PATIENT_TURNS):
                if self.bus.moves != before:
                    break
                turn()
        raise AssertionError(f"{most} times {key} did not reach {node.role} {node.name}")

    def type(self, text, pause=12):
        """Types a text; a line's end is the Enter key, which xdotool alone would not make of it."""
        for number, line in enumerate(text.split("\n")):
            if number > 0:
                subprocess.run(["xdotool", "key", "Return"], check=True)
            if line:
                subprocess.run(["xdotool", "type", "--delay", str(pause), line], check=True)
        turn()

    def select(self, node, start, end):
        """Selects [start, end) of a text view as a person does, from start to end."""
        if not node.focused:
            self.click(node)
        node.caret = start
        wait_for(lambda: node.caret == start, f"the caret at {start}")
        subprocess.run(["xdotool", "key", "--repeat", str(end - start), "--delay", "2", "shift+Right"], check=True)
        wait_for(lambda: node.selection == (start, end), f"the selection {start}–{end}")

    def select_words(self, node, words):
        assert node.text.count(words) == 1, (words, node.text.count(words))
        start = node.index(words)
        self.select(node, start, start + len(words))

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)

    def ended(self):
        """Waits for the end of the program, and gives its status."""
        wait_for(lambda: self.process.poll() is not None, "the end of the program")
        return self.process.returncode

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
