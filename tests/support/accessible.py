# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of a program, asked for over the accessibility bus.

A window is some five hundred objects and nearly all a question costs is the wait for its answer, so a look through
the window asks all of them at once for what is inside of them, and takes their names and roles in one answer from the
list that the program keeps for screen readers. What is inside cannot be had from that list: it has only what was asked
for before, and GTK 4.8 does not say in it what is hidden. Nothing is remembered from one look to the next."""

import collections

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
ACCESSIBLE = "org.a11y.atspi.Accessible"
CACHE = "org.a11y.atspi.Cache"
CACHE_PATH = "/org/a11y/atspi/cache"
TEXT = "org.a11y.atspi.Text"
PROPERTIES = "org.freedesktop.DBus.Properties"
PATIENCE_MS = 20000


Place = collections.namedtuple("Place", "x y width height")


class Bus:
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                     Gio.DBusCallFlags.NONE, PATIENCE_MS, None).unpack()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.waiting = 0
        self.moves = 0  # of the focus, so far
        self._follow_focus()

    def _follow_focus(self):
        self.ask((REGISTRY, "/org/a11y/atspi/registry"), REGISTRY, "RegisterEvent",
                 GLib.Variant("(sass)", ("object:state-changed:focused", [], "")))
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused",
                                         Gio.DBusSignalFlags.NONE, self._focus_moved)

    def _focus_moved(self, connection, sender, path, interface, signal, arguments):
        if arguments.unpack()[1] == 1:
            self.moves += 1

    def ask(self, reference, interface, method, arguments=None):
        """Gives what the method returns. Raises GLib.Error where the object is gone."""
        return self.connection.call_sync(reference[0], reference[1], interface, method, arguments, None,
                                         Gio.DBusCallFlags.NONE, PATIENCE_MS, None).unpack()

    def send(self, reference, interface, method, arguments, answered):
        """As ask, but calls answered with the answer, and never where the object is gone."""
        def done(connection, result):
            self.waiting -= 1
            try:
                answer = connection.call_finish(result).unpack()
            except GLib.Error:
                return
            answered(answer)
        self.waiting += 1
        self.connection.call(reference[0], reference[1], interface, method, arguments, None,
                             Gio.DBusCallFlags.NONE, PATIENCE_MS, None, done)

    def list(self, program):
        """What the program at that address keeps a list of, by reference."""
        answer = self.connection.call_sync(program, CACHE_PATH, CACHE, "GetItems", None, None, Gio.DBusCallFlags.NONE,
                                           PATIENCE_MS, None).get_child_value(0)
        listed = (_read_listed(answer.get_child_value(i)) for i in range(answer.n_children()))
        return {one.reference: one for one in listed}

    def settle(self):
        """Waits until all that was sent is answered."""
        while self.waiting:
            GLib.MainContext.default().iteration(True)

    def find_program(self, pid):
        """The program with that id, or None as long as it is not on the bus."""
        for reference in self.ask((REGISTRY, ROOT), ACCESSIBLE, "GetChildren")[0]:
            try:
                found, = self.ask(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                                  "GetConnectionUnixProcessID", GLib.Variant("(s)", (reference[0],)))
            except GLib.Error:
                continue
            if found == pid:
                return reference
        return None


Listed = collections.namedtuple("Listed", "reference name role")


def _read_listed(item):
    """Only what is looked at: to unpack all of it takes longer than the answer."""
    return Listed(item.get_child_value(0).unpack(), item.get_child_value(6).get_string(), item.get_child_value(7).get_uint32())


class Node:
    """One accessible object."""

    def __init__(self, bus, reference):
        self.bus = bus
        self.reference = reference

    def _ask(self, interface, method, signature=None, *arguments):
        return self.bus.ask(self.reference, interface, method,
                            GLib.Variant(signature, arguments) if signature else None)

    @property
    def name(self):
        return self._ask(PROPERTIES, "Get", "(ss)", ACCESSIBLE, "Name")[0]

    @property
    def description(self):
        return self._ask(PROPERTIES, "Get", "(ss)", ACCESSIBLE, "Description")[0]

    @property
    def role(self):
        return Atspi.role_get_name(Atspi.Role(self._ask(ACCESSIBLE, "GetRole")[0]))

    def has_state(self, state):
        low, high = self._ask(ACCESSIBLE, "GetState")[0]
        return bool((low | high << 32) >> int(state) & 1)

    @property
    def focused(self):
        return self.has_state(Atspi.StateType.FOCUSED)

    @property
    def selected(self):
        return self.has_state(Atspi.StateType.SELECTED)

    @property
    def sensitive(self):
        return self.has_state(Atspi.StateType.SENSITIVE)

    @property
    def showing(self):
        """Whether it takes room in the window: GTK 4.8 says of nothing that it is showing."""
        if not self.has_state(Atspi.StateType.VISIBLE):
            return False
        size = self.extents
        return size.width > 0 and size.height > 0

    @property
    def extents(self):
        """Where it is in its window."""
        return Place(*self._ask("org.a11y.atspi.Component", "GetExtents", "(u)", 1)[0])

    def children(self):
        return [Node(self.bus, reference) for reference in self._ask(ACCESSIBLE, "GetChildren")[0]]

    # Looking through what is inside.

    def _look(self):
        """All objects of the program as it lists them, and what is inside of each that is inside of this."""
        inside = {}

        def ask(reference):
            def known(answer):
                inside[reference] = answer[0]
                for child in answer[0]:
                    ask(child)
            self.bus.send(reference, ACCESSIBLE, "GetChildren", None, known)
        ask(self.reference)
        self.bus.settle()
        return self.bus.list(self.reference[0]), inside

    def _in_order(self, inside):
        stack, order = [self.reference], []
        while stack:
            reference = stack.pop()
            order.append(reference)
            stack.extend(reversed(inside.get(reference, [])))
        return order

    def _with_role(self, role):
        listed, inside = self._look()
        return [one for one in self._in_order(inside)
                if one in listed and Atspi.role_get_name(Atspi.Role(listed[one].role)) == role]

    def _with_name(self, matches):
        listed, inside = self._look()
        return [one for one in self._in_order(inside) if one in listed and matches(listed[one].name)]

    def _is_there(self, name, part, showing):
        try:
            if name is not None and self.name != name or part is not None and part not in self.name:
                return False
            return not showing or self.showing
        except GLib.Error:
            return False

    def all(self, name=None, role=None, part=None, showing=True):
        """All inside of that name, or with that in its name, and role, from the top."""
        if role is not None:
            found = self._with_role(role)
        elif name is not None or part is not None:
            found = self._with_name(lambda other: other == name if name is not None else part in other)
        else:
            found = self._in_order(self._look()[1])
        nodes = [Node(self.bus, reference) for reference in found]
        return [node for node in nodes if node._is_there(name, part, showing)]

    def has(self, **what):
        return bool(self.all(**what))

    def tree(self):
        """What a screen reader sees, one object a line."""
        listed, inside = self._look()
        lines, stack = [], [(self.reference, 0)]
        while stack:
            reference, depth = stack.pop()
            one = listed.get(reference)
            role = Atspi.role_get_name(Atspi.Role(one.role)) if one is not None else "gone"
            lines.append(f"{'  ' * depth}{role} {(one.name if one is not None else '')!r}")
            stack.extend((child, depth + 1) for child in reversed(inside.get(reference, [])))
        return "\n".join(lines)

    # Acting.

    def act(self):
        self._ask("org.a11y.atspi.Action", "DoAction", "(i)", 0)

    # Text.

    @property
    def text(self):
        return self._ask(TEXT, "GetText", "(ii)", 0, -1)[0]

    def index(self, words):
        """Where words start. GTK 4.8 leaves out what is hidden when it gives a text, and counts it in every offset."""
        offset = self.text.index(words)
        hidden = self._ask(PROPERTIES, "Get", "(ss)", TEXT, "CharacterCount")[0] - len(self.text)
        for skipped in range(max(hidden, 0) + 1):
            start = offset + skipped
            if self._ask(TEXT, "GetText", "(ii)", start, start + len(words))[0] == words:
                return start
        raise ValueError(f"{words} is not in {self.name}")

    def set_text(self, text):
        self._ask("org.a11y.atspi.EditableText", "SetTextContents", "(s)", text)

    @property
    def caret(self):
        return self._ask(PROPERTIES, "Get", "(ss)", TEXT, "CaretOffset")[0]

    @caret.setter
    def caret(self, offset):
        self._ask(TEXT, "SetCaretOffset", "(i)", offset)

    @property
    def selection(self):
        """(start, end) of what is selected, or None."""
        if self._ask(TEXT, "GetNSelections")[0] != 1:
            return None
        return tuple(self._ask(TEXT, "GetSelection", "(i)", 0))

    def letter(self, offset):
        """Where a letter is in the window: (x, y, width, height)."""
        return tuple(self._ask(TEXT, "GetCharacterExtents", "(iu)", offset, 1))
