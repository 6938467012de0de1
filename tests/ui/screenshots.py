# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/screenshots: every view of the window, from the sample articles.

usage: tests/support/on-display tests/ui/screenshots.py [NAME…]
with PYTHONPATH=tests/support, CUTTINGS_PROGRAM and GSETTINGS_SCHEMA_DIR of a build."""

import os
import shutil
import subprocess
import sys

import sample
from keyring import keyring
from program import SOURCE, Notebook
from task import make_locale, ready_button
from window import Window, turn, wait_for

FOLDER = os.environ.get("CUTTINGS_SCREENSHOTS", os.path.join(SOURCE, "data", "screenshots"))
NORMAL = (1280, 800)


class Shot:
    """A window on the sample notebook, to be pictured."""

    def __init__(self, size=NORMAL, view="inbox", clip=None, empty=False, arabic=False, scale=1, words=(),
                 **environment):
        self.size = size
        self.notebook = Notebook()
        self.ids = {} if empty else sample.fill(self.notebook)
        if arabic:
            self.ids["arabic"] = self.notebook.do("clip", "-", stdin=sample.ARABIC).one["id"]
            self.notebook.do("edit", self.ids["arabic"], "--published", "2026-03-13")
        self.environment = environment
        self.view = view
        self.scale = scale
        self.words = words
        self.clip = self.ids.get(clip, "")
        self.language = "C.UTF-8"
        if arabic:
            self.language = "ar_EG.UTF-8"
            self.environment.update(make_locale(self.notebook.folder, "ar_EG"))
        self._write_settings()
        with open(self._config("gtk-4.0/settings.ini"), "w", encoding="utf-8") as file:
            file.write(f"[Settings]\ngtk-xft-dpi={96 * 1024 * scale}\ngtk-cursor-blink=false\n"
                       "gtk-enable-animations=false\n")

    def _config(self, name):
        path = self.notebook.file("config/" + name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def _write_settings(self):
        with open(self._config("glib-2.0/settings/keyfile"), "w", encoding="utf-8") as file:
            file.write(f"[app/cuttings/Cuttings]\nlast-view='{self.view}'\nlast-clip='{self.clip}'\n"
                       f"window-width={self.size[0]}\nwindow-height={self.size[1]}\n")

    def __enter__(self):
        # What the display keeps of one picture would be in the next one.
        if shutil.which("xrdb"):
            subprocess.run(["xrdb", "-nocpp", "-merge"], input=f"Xft.dpi: {96 * self.scale}\n", text=True, check=True)
        self.window = Window(self.notebook.path, *self.words, settings=self.environment, language=self.language, still=False)
        self.window.__enter__()
        return self

    def __exit__(self, *error):
        self.window.__exit__(*error)
        self.notebook.__exit__()

    def open(self, title):
        """Opens the clip of that title and waits for its text."""
        item = self.window.find(part=title, role="list item")
        self.window.click(item)
        return self.text()

    def text(self):
        text = self.window.find("Article text", role="text")
        wait_for(lambda: len(text.text) > 100, "the article")
        return text

    def save(self, name, window_id=None):
        """Pictures the window alone, without the shadow around it, once two pictures in a row are the same."""
        path = os.path.join(FOLDER, name + ".png")
        subprocess.run(["xdotool", "mousemove", "1350", "850"], check=True)
        raw = os.path.join(self.notebook.folder, "raw.png")
        known = None

        def still():
            nonlocal known
            for _ in range(12):
                turn()
            subprocess.run(["import", "-window", window_id or self.window.id, raw], check=True)
            with open(raw, "rb") as file:
                before, known = known, subprocess.run(["convert", "png:-", "rgb:-"], stdin=file, capture_output=True,
                                                      check=True).stdout
            return before == known and len(set(known[i:i + 3] for i in range(0, len(known), 99))) > 16
        wait_for(still, "a window that is still")
        # The border stands in for the shadow on a display without a compositor.
        border = str(Window.border)
        subprocess.run(["convert", raw, "-shave", f"{border}x{border}", "+repage", "-strip", "+dither", "-colors", "255",
                        "-define", "png:compression-level=9", f"png8:{path}"], check=True)
        if shutil.which("optipng"):
            subprocess.run(["optipng", "-quiet", path], check=True)
        assert os.path.getsize(path) < 200_000, (name, os.path.getsize(path))
        print(f"{name}.png: {os.path.getsize(path) // 1024} kB", flush=True)


DARK = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}


def _reader(name, **look):
    with Shot(clip="inspections", view="all", **look) as shot:
        shot.text()
        shot.save(name)


def reader():
    _reader("reader")


def reader_dark():
    _reader("reader-dark", **DARK)


def proposals():
    with Shot(clip="review", view="all") as shot:
        text = shot.text()
        shot.window.click(text)
        shot.window.keys("p")
        wait_for(lambda: any(row.focused and row.name.startswith("Proposal") for row in shot.window.all(role="list item")), "a proposal")
        shot.save("proposals")


def _names(name, folded=False, **look):
    """The tray of proposed names, unfolded; in a narrow window the margin comes over the article."""
    with Shot(clip="review", view="all", **look) as shot:
        if folded:
            shot.open("Register finds")
            shot.window.keys("F9")
        shot.text()
        tray = wait_for(lambda: next(iter(shot.window.all(part="proposed names", role="push button")), None), "the tray")
        shot.window.click(tray)
        row = wait_for(lambda: next((row for row in shot.window.all(role="list item") if row.name.startswith("Proposed name")), None), "a name")
        shot.window.click(row)
        wait_for(lambda: row.focused, "a name with the focus")
        shot.save(name)


def names():
    _names("names")


def names_narrow():
    _names("names-narrow", folded=True, size=(360, 720))


def names_large():
    _names("names-large", folded=True, size=(720, 850), scale=2)


def names_rtl():
    _names("names-rtl", arabic=True)


def high_contrast():
    _reader("high-contrast", ADW_DEBUG_HIGH_CONTRAST="1")


def large_text():
    _reader("large-text", scale=2)


def _table(name, view, title, **look):
    with Shot(view=view, **look) as shot:
        item = shot.window.find(part=title)
        shot.window.click(item)
        for _ in range(20):
            turn()
        shot.save(name)


def claims():
    _table("claims", "claims", "Four ferries missed")


def claims_dark():
    _table("claims-dark", "claims", "Four ferries missed", **DARK)


def claims_narrow():
    _table("claims-narrow", "claims", "Four ferries missed", size=(360, 720))


def check_list():
    with Shot(view="check-list") as shot:
        shot.window.find(part="has not answered")
        shot.save("check-list")


def sources():
    _table("sources", "sources", "Two officials")


def _know(notebook, ids):
    """Adds what is known of the line: facts, relations, a name that is likely the same."""
    marks = {a["kind"]: a["id"] for a in notebook.list("annotations")}
    for schema, start, end, *words in (("Directorship", "rudd", "line", "--role", "managing director", "--start", "2019", "--evidence", marks["note"],
                                        "--evidence", marks["quote"]),
                                       ("UnknownLink", "line", "body", "--role", "licensed by", "--evidence", marks["highlight"])):
        notebook.do("add", "relation", "--schema", schema, "--from", ids[start], "--to", ids[end], *words)
    notebook.do("add", "fact", "--about", ids["line"], "--property", "incorporationDate", "--value", "1974", "--evidence", marks["quote"])
    notebook.do("add", "fact", "--about", ids["line"], "--property", "website", "--value", "https://tolvane.example")
    notebook.do("edit", ids["line"], "--summary", "Runs seven passenger ferries between Port Sennet and the Outer Ness islands.")
    sample.add(notebook, "entity", "--schema", "Company", "--name", "Tolvane Line Ltd")


def _entity(name, tab, ready, **look):
    """The page of an entity, one of its tabs."""
    shot = Shot(view="entities", **look)
    _know(shot.notebook, shot.ids)
    with shot:
        # Where the names are beyond the edge of the table, it is searched.
        if look.get("arabic"):
            shot.window.click(shot.window.find("Filter by words"))
            shot.window.type("the line")
        else:
            shot.window.click(shot.window.find("Tolvane Line", role="label"))
        shot.window.find("Menu of the Entity")
        shot.window.keys("Tab", f"alt+{tab}")
        shot.window.find(**ready)
        shot.save(name)


LIKELY = {"part": "Tolvane Line Ltd (Company)", "role": "list item"}
MENTIONED = {"part": "not yet linked", "role": "label"}
DRAWN = {"part": "around Tolvane Line"}
DATED = {"part": "Four ferries missed"}


def entities():
    _entity("entities", 1, LIKELY)


def entities_dark():
    _entity("entities-dark", 1, LIKELY, **DARK)


def entities_narrow():
    _entity("entities-narrow", 1, LIKELY, size=(360, 720))


def entities_large():
    _entity("entities-large", 1, LIKELY, size=(720, 850), scale=2)


def entities_rtl():
    _entity("entities-rtl", 1, LIKELY, arabic=True)


def entity_mentions():
    _entity("entity-mentions", 2, MENTIONED)


def entity_mentions_dark():
    _entity("entity-mentions-dark", 2, MENTIONED, **DARK)


def entity_mentions_narrow():
    _entity("entity-mentions-narrow", 2, MENTIONED, size=(360, 720))


def entity_timeline():
    _entity("entity-timeline", 3, DATED)


def entity_graph():
    _entity("entity-graph", 4, DRAWN)


def merge():
    shot = Shot(view="entities")
    _know(shot.notebook, shot.ids)
    with shot:
        shot.window.click(shot.window.find("Tolvane Line", role="label"))
        shot.window.find(**LIKELY).find("Merge…", role="push button").press()
        shot.window.find("What Comes Together", role="label", showing=False)
        _save_dialog(shot, "merge")


def _timeline(name, **look):
    shot = Shot(view="timeline", **look)
    add = shot.notebook.do
    for text, date in (("The Tolvane Line is founded", "1987"), ("The Maribel is launched", "1998-05"),
                       ("The Maritime Register takes over the inspections", "2011-01-01")):
        add("add", "event", "--text", text, "--date", date, "--entities", "Tolvane Line")
    add("add", "relation", "--schema", "Employment", "--from", "Anselm Rudd", "--to", "Tolvane Line", "--role", "captain",
        "--start", "2009", "--end", "2024-05")
    for year in range(2012, 2026):
        add("add", "claim", f"The hull of the Maribel was inspected in {year}", "--fact-date", f"{year}-09", "--stories", shot.ids["story"])
    for day in range(9, 14):
        add("add", "attribution", "--claim", shot.ids["fined"], "--clip", shot.ids["review"], "--quote", "had no valid hull certificate",
            "--source", "The Maritime Register", "--stance", "confirms", "--said-at", f"2026-03-{day:02}")
    with shot:
        shot.window.find(part="In View (")
        for _ in range(20):
            turn()
        shot.save(name)


def timeline():
    _timeline("timeline")


def timeline_dark():
    _timeline("timeline-dark", **DARK)


def timeline_narrow():
    _timeline("timeline-narrow", size=(360, 720))


def _disagree(notebook, ids):
    """A colleague has other words on a claim and a clip."""
    with Notebook() as colleague:
        path = notebook.file("over.cuttings.zip")
        notebook.do("export", "--all", "-o", path)
        colleague.do("import", path)
        for side, status, place, title in ((notebook, "verified", "Port Sennet", "Ferry line skipped four inspections"),
                                           (colleague, "false", "Outer Ness", "Ferry line skipped inspections, register says")):
            side.do("edit", ids["skipped"], "--status", status, "--place", place)
            side.do("edit", ids["inspections"], "--title", title)
        colleague.do("export", "--all", "-o", path)
        notebook.do("import", path)


def _conflicts(name, **look):
    shot = Shot(view="conflicts", **look)
    _disagree(shot.notebook, shot.ids)
    with shot:
        shot.window.find("Conflicts", role="list")
        shot.window.find(part="Written in this notebook")
        shot.save(name)


def conflicts():
    _conflicts("conflicts")


def conflicts_dark():
    _conflicts("conflicts-dark", **DARK)


def conflicts_narrow():
    _conflicts("conflicts-narrow", size=(360, 720))


def conflicts_large():
    _conflicts("conflicts-large", size=(720, 850), scale=2)


def conflicts_rtl():
    _conflicts("conflicts-rtl", arabic=True)


def _sealed(name, downs, ready, **look):
    with keyring("Ada", "Tom") as ring, Shot(clip="inspections", view="all", **look, **ring.env) as shot:
        shot.text()
        shot.window.keys("ctrl+e")
        shot.window.find(part="What leaves", showing=False)
        shot.window.to_dialog()
        shot.window.find(part="2 keys to choose from")
        shot.window.keys("alt+i", "alt+n", *["Down"] * downs, "Return")
        shot.window.find(part=ready)
        # Down to what has just appeared.
        shot.window.keys(*["Tab"] * 4)
        _save_dialog(shot, name)


def export_keys():
    _sealed("export-keys", 1, "Tom <")


def export_keys_dark():
    _sealed("export-keys-dark", 1, "Tom <", **DARK)


def export_passphrase():
    _sealed("export-passphrase", 2, "At least eight")


def _signed(name, damaged, choose, **look):
    """A colleague's signed bundle, opened or checked."""
    with keyring("Ada") as ring, Notebook() as colleague:
        sample.fill(colleague)
        bundle = colleague.file("ferries.cuttings.zip" + (".gpg" if choose == "passphrase" else ""))
        phrase = ("--bundle-passphrase-file", colleague.file("phrase", "correct horse battery\n")) if choose == "passphrase" else ()
        colleague.do("export", "--all", "--sign", *phrase, "-o", bundle, env=ring.env)
        if damaged:
            with open(bundle, "rb") as file:
                data = file.read()
            with open(bundle, "wb") as file:
                file.write(data.replace(b"crowns", b"florin"))
        with Shot(words=[] if choose == "check" else [bundle], **look, **ring.env) as shot:
            if choose == "check":
                shot.window.keys("F10")
                shot.window.find(part="Check a Bundle", role="menu item").press()
                chooser = shot.window.find("Check a Bundle", showing=False)
                shot.window.to_dialog("Check a Bundle")
                shot.window.type(bundle)
                ready_button(chooser, "Open").press()
                shot.window.find("What the check found", role="list", showing=False)
            else:
                shot.window.find(part="is encrypted with" if choose == "passphrase" else "Signed by", showing=False)
            _save_dialog(shot, name)


def import_signed():
    _signed("import-signed", False, "import")


def import_passphrase():
    _signed("import-passphrase", False, "passphrase")


def check_bundle():
    _signed("check-bundle", False, "check")


def check_damaged():
    _signed("check-damaged", True, "check", **DARK)


def export():
    with Shot(clip="inspections", view="all") as shot:
        shot.text()
        shot.window.keys("ctrl+e")
        shot.window.find(part="What leaves", showing=False)
        _save_dialog(shot, "export")


def _area(window_id):
    shape = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window_id], capture_output=True, text=True).stdout
    sizes = dict(line.split("=") for line in shape.split() if "=" in line)
    return int(sizes.get("WIDTH", 0)) * int(sizes.get("HEIGHT", 0))


def _save_dialog(shot, name):
    """Pictures the dialog, which is a window of its own: the smaller one."""
    def dialog():
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(shot.window.process.pid)],
                               capture_output=True, text=True).stdout.split()
        return min(found, key=_area) if len(found) > 1 else None
    shot.save(name, wait_for(dialog, "the dialog"))


def import_():
    with Notebook() as colleague:
        sample.fill(colleague)
        bundle = colleague.file("ferries.cuttings.zip")
        colleague.do("export", "--format", "bundle", "--all", "-o", bundle)
        with Shot(words=[bundle]) as shot:
            shot.window.find(part="Import", role="push button", showing=False)
            _save_dialog(shot, "import")


def empty():
    with Shot(empty=True) as shot:
        shot.window.find(part="Inbox Is Empty")
        shot.save("empty")


def search():
    with Shot(clip="review", view="all") as shot:
        shot.text()
        shot.window.keys("ctrl+k")
        shot.window.type("certificate")
        wait_for(lambda: len(shot.window.all(role="list item", part=" · ")) >= 1, "what was found")
        shot.save("search")


def narrow():
    with Shot(size=(360, 720), clip="inspections", view="all") as shot:
        shot.open("Ferry line skipped")
        shot.save("narrow")


def rtl():
    with Shot(clip="arabic", view="all", arabic=True) as shot:
        shot.text()
        shot.save("rtl")


def _page(rent, paragraph):
    return ("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Old grain quay is let</title>"
            '<meta property="article:published_time" content="2026-05-06T08:00:00Z"></head><body><article><h1>Old grain quay is let</h1>'
            "<p>The harbour board met behind closed doors on Tuesday evening and published its decision before midnight.</p>"
            f"<p>The company will pay {rent} crowns a year for the quay, according to the minutes, and may end the lease after five years.</p>"
            "<p>The quay has stood empty since the last grain ship left it eleven years ago, and two of its four cranes were sold.</p>"
            f"<p>{paragraph}</p>"
            "<p>A spokesman said that the lease would be laid before the town council after the summer.</p></article></body></html>")


def changes():
    shot = Shot(view="all")
    for rent, paragraph in (("41,000", "Two members of the board said they had not seen the contract before they were asked to vote on it."),
                            ("52,000", "Fishermen who moor along the northern mole have asked for a crane of their own.")):
        path = shot.notebook.file("quay.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(_page(rent, paragraph))
        shot.notebook.do("clip", "--url", "https://harbour.example/quay", path)
    with shot:
        shot.open("Old grain quay is let")
        shot.window.keys("ctrl+d")
        shot.window.find("Changes", role="list")
        shot.save("changes")


SHOTS = {"reader": reader, "reader-dark": reader_dark, "proposals": proposals, "high-contrast": high_contrast, "claims": claims,
         "names": names, "names-narrow": names_narrow, "names-large": names_large, "names-rtl": names_rtl,
         "claims-dark": claims_dark, "claims-narrow": claims_narrow, "check-list": check_list, "sources": sources, "entities": entities,
         "entities-dark": entities_dark, "entities-narrow": entities_narrow, "entities-large": entities_large, "entities-rtl": entities_rtl,
         "entity-mentions": entity_mentions, "entity-mentions-dark": entity_mentions_dark, "entity-mentions-narrow": entity_mentions_narrow,
         "entity-timeline": entity_timeline, "entity-graph": entity_graph, "merge": merge, "timeline": timeline,
         "conflicts": conflicts, "conflicts-dark": conflicts_dark, "conflicts-narrow": conflicts_narrow, "conflicts-large": conflicts_large,
         "conflicts-rtl": conflicts_rtl, "export-keys": export_keys, "export-keys-dark": export_keys_dark,
         "export-passphrase": export_passphrase, "import-signed": import_signed, "import-passphrase": import_passphrase,
         "check-bundle": check_bundle, "check-damaged": check_damaged,
         "timeline-dark": timeline_dark, "timeline-narrow": timeline_narrow, "export": export, "import": import_,
         "empty": empty, "changes": changes, "search": search, "narrow": narrow, "large-text": large_text, "rtl": rtl}

if __name__ == "__main__":
    for wanted in sys.argv[1:] or SHOTS:
        SHOTS[wanted]()
