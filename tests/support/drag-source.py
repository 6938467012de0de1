#!/usr/bin/python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window full of something that can be dragged: drag-source.py TYPE < CONTENT. Ends when its window is closed."""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def main():
    content = Gdk.ContentProvider.new_for_bytes(sys.argv[1], GLib.Bytes.new(sys.stdin.buffer.read()))
    loop = GLib.MainLoop()
    window = Gtk.Window(title="Drag from here", decorated=False)
    window.set_default_size(120, 60)
    label = Gtk.Label(label="Drag from here")
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.set_content(content)
    label.add_controller(source)
    window.set_child(label)
    window.connect("close-request", lambda *_: loop.quit())
    window.present()
    loop.run()


main()
