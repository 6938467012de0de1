# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session manager for tests: what a desktop offers for holding up the end of the session."""

import contextlib
import threading

from gi.repository import Gio, GLib

NAME = "org.gnome.SessionManager"
INTERFACE = """<node><interface name='org.gnome.SessionManager'>
  <method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='o' direction='out'/></method>
  <method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
    <arg type='u' direction='in'/><arg type='u' direction='out'/></method>
  <method name='Uninhibit'><arg type='u' direction='in'/></method>
</interface></node>"""


class Session:
    """Who holds up the end: {cookie: (reason, flags)}; and all reasons there ever were."""

    def __init__(self):
        self.held = {}
        self.reasons = []

    def call(self, _bus, _sender, _path, _interface, method, words, invocation):
        words = words.unpack()
        if method == "Inhibit":
            cookie = len(self.reasons) + 1
            self.held[cookie] = (words[2], words[3])
            self.reasons.append(words[2])
            invocation.return_value(GLib.Variant("(u)", (cookie,)))
        elif method == "Uninhibit":
            self.held.pop(words[0])
            invocation.return_value(None)
        else:
            invocation.return_value(GLib.Variant("(o)", ("/org/gnome/SessionManager/Client1",)))


@contextlib.contextmanager
def session_manager():
    """One on the bus of the test. It answers in a thread of its own: the program waits for it while the test waits for the program."""
    session, ready = Session(), threading.Event()
    context = GLib.MainContext.new()
    loop = GLib.MainLoop.new(context, False)

    def serve():
        context.push_thread_default()
        bus = Gio.DBusConnection.new_for_address_sync(Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None),
                                                      Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                                                      | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        bus.register_object("/org/gnome/SessionManager", node.interfaces[0], session.call, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", (NAME, 0)), None, Gio.DBusCallFlags.NONE, -1, None)
        ready.set()
        loop.run()
        bus.close_sync(None)
        context.pop_thread_default()
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield session
    finally:
        loop.quit()
        thread.join()
