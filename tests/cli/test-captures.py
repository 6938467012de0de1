# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that changes: fetched again, its captures listed, its marks placed, its bundle and its chain of custody."""

import http.server
import os
import sqlite3
import threading
import zipfile

import tap
from program import Notebook, call

HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><article><h1>{title}</h1>"
FIRST = ("<p>The swing bridge at Northmere will stay open to boats until spring, two officials said on Wednesday, "
         "after its motor had failed for the third time in one winter.</p>")
SECOND = ("<p>The company denied that the motor had failed, and said that fewer than two hundred people had crossed "
          "on foot in all of December.</p>")
MORE = ("<p>On Friday the county closed both towpaths and asked a diver to look at the eastern pier, where a crack "
        "had been seen from a passing barge.</p>")
WALL = ("<!DOCTYPE html><html lang=en><head><title>Just a moment...</title></head><body>"
        "<p>Checking your browser before you go on.</p><form class=challenge-form></form></body></html>")


def page(*body, title="Swing bridge stays open"):
    return HEAD.format(title=title) + "".join(body) + "</article>"


class Site:
    """Pages by path, each as it was set last; a number is a status."""

    def __enter__(self):
        self.pages = {}
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                found = site.pages.get(self.path, 404)
                body = b"<p>No" if isinstance(found, int) else found.encode()
                self.send_response(found if isinstance(found, int) else 200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def url(self, path):
        return f"http://127.0.0.1:{self.server.server_port}{path}"


def verify(notebook, *words):
    return call("verify", "--notebook", notebook.path, "--json", *words)


def test_again_says_what_changed():
    with Site() as site, Notebook() as notebook:
        site.pages["/a"] = page(FIRST)
        clip = notebook.do("clip", site.url("/a")).one["id"]
        assert notebook.do("clip", "--again", clip).one["status"] == "unchanged"
        site.pages["/a"] = page(FIRST, MORE, title="Bridge stays open")
        again = notebook.do("clip", "--again", clip[:23]).one
        assert again["status"] == "new-capture" and again["id"] == clip and again["shown"]
        assert again["changed"]["text"] == "other-text" and again["changed"]["headline"]
        assert again["changed"]["words_added"] > 20
        site.pages["/a"] = 404
        gone = notebook.do("clip", "--again", clip)
        assert gone.one["status"] == "gone" and "404" in gone.err
        versions = notebook.list("captures", clip)
        assert [v["changed"] and v["changed"]["text"] for v in versions] == [None, "other-text"]
        assert [v["shown"] for v in versions] == [False, True]
        assert versions[1]["previous"] == versions[0]["id"] and versions[0]["text_sha256"]
        shown = notebook.do("show", versions[1]["id"]).one
        assert shown["changed"] == versions[1]["changed"]
        assert verify(notebook).one == {"ok": True, "problems": [], "warnings": []}


def test_a_story_is_fetched_again_and_each_failure_is_named():
    with Site() as site, Notebook() as notebook:
        for name in ("a", "b", "c"):
            site.pages["/" + name] = page(FIRST, SECOND, title="Page " + name)
            notebook.do("clip", site.url("/" + name), "--story", "Bridges")
        site.pages["/a"] = page(FIRST, MORE, title="Page a")
        site.pages["/b"] = 503
        result = notebook.try_("clip", "--again", "--story", "Bridges")
        assert result.status == 3, (result.status, result.err)
        assert sorted(line["status"] for line in result.lines) == ["new-capture", "unchanged"]
        assert "503" in result.err
        nothing = notebook.try_("clip", "--again", "--story", "Nobody's")
        assert nothing.status == 1
        notebook.do("add", "story", "Ferries")
        assert notebook.try_("clip", "--again", "--story", "Ferries").status == 1


def test_a_wall_never_takes_the_place_of_the_article():
    with Site() as site, Notebook() as notebook:
        site.pages["/a"] = page(FIRST, SECOND)
        clip = notebook.do("clip", site.url("/a")).one["id"]
        site.pages["/a"] = WALL
        wall = notebook.do("clip", "--again", clip).one
        assert wall["status"] == "new-capture" and wall["verdict"] == "bot-wall" and not wall["shown"]
        assert "two officials" in notebook.do("show", clip).one["text"]
        assert notebook.do("search", "officials").one["id"] == clip
        assert notebook.list("captures", clip)[0]["shown"]


def test_marks_are_placed_and_a_person_decides():
    with Site() as site, Notebook() as notebook:
        site.pages["/a"] = page(FIRST, SECOND)
        clip = notebook.do("clip", site.url("/a")).one["id"]
        moved = notebook.do("add", "annotation", "--clip", clip, "--kind", "highlight", "--quote", "will stay open to boats until spring").one
        gone = notebook.do("add", "annotation", "--clip", clip, "--kind", "highlight", "--quote", "fewer than two hundred people had crossed").one
        site.pages["/a"] = page(MORE, FIRST)
        second = notebook.do("clip", "--again", clip).one["capture"]
        places = notebook.do("show", moved["id"]).one["places"]
        assert [p["status"] for p in places] == ["exact", "moved"] and places[1]["capture"] == second
        assert [p["status"] for p in notebook.do("show", gone["id"]).one["places"]] == ["exact", "orphan"]
        said = notebook.do("place", gone["id"], "--quote", "asked a diver to look at the eastern pier").one
        assert said["status"] == "changed" and said["placement"] and said["confirmed_by"]
        assert notebook.do("place", gone["id"], "--orphan").one["status"] == "orphan"
        notebook.do("undo")
        assert notebook.do("show", gone["id"]).one["places"][1]["status"] == "changed"
        assert notebook.do("show", gone["id"]).one["selectors"] == gone["selectors"]
        assert notebook.do("place", gone["id"], "--release").one["status"] == "orphan"
        assert notebook.try_("place", gone["id"], "--release").status == 1
        assert notebook.try_("place", gone["id"]).status == 2
        assert notebook.try_("place", clip, "--orphan").status == 1
        assert verify(notebook).one["ok"]


def test_a_placement_travels_and_the_page_shows_marks_where_they_stand():
    with Site() as site, Notebook() as notebook, Notebook() as other:
        site.pages["/a"] = page(FIRST, SECOND)
        clip = notebook.do("clip", site.url("/a")).one["id"]
        moved = notebook.do("add", "annotation", "--clip", clip, "--kind", "highlight", "--quote", "will stay open to boats until spring").one
        gone = notebook.do("add", "annotation", "--clip", clip, "--kind", "highlight", "--quote", "fewer than two hundred people had crossed").one
        site.pages["/a"] = page(MORE, FIRST)
        notebook.do("clip", "--again", clip)
        notebook.do("place", gone["id"], "--quote", "asked a diver to look at the eastern pier")
        out = os.path.join(notebook.folder, "out.cuttings.zip")
        first = notebook.do("export", "-o", out, clip).one
        again = notebook.do("export", "-o", os.path.join(notebook.folder, "again.cuttings.zip"), clip).one
        assert first["sha256"] == again["sha256"]
        with zipfile.ZipFile(out) as bundle:
            names = bundle.namelist()
            article = bundle.read(next(n for n in names if "/articles/" in n)).decode()
            info = bundle.read(next(n for n in names if n.endswith("bag-info.txt"))).decode()
        assert "will stay open to boats until spring</mark>" in article.replace("\n", " "), article
        assert "asked a diver to look at the eastern pier</mark>" in article.replace("\n", " "), article
        head = next(line.split(": ")[1] for line in info.splitlines() if line.startswith("Cuttings-Custody-Head"))
        assert verify(notebook, "--custody-head", head).one["ok"]
        other.do("import", out)
        places = other.do("show", gone["id"]).one["places"]
        assert places[1]["status"] == "changed" and places[1]["placement"]
        assert other.do("show", moved["id"]).one["places"][1]["status"] == "moved"
        assert verify(other).one["ok"]
        # Who imported it into an empty notebook goes on with the same chain.
        assert verify(other, "--custody-head", head).one["ok"]
        assert [p["path"] for p in verify(other, "--custody-head", "0" * 64).one["problems"]] == ["custody/head"]


def test_each_break_of_the_chain_is_named():
    with Site() as site, Notebook() as notebook:
        site.pages["/a"] = page(FIRST)
        clip = notebook.do("clip", site.url("/a")).one["id"]
        site.pages["/a"] = page(FIRST, MORE)
        notebook.do("clip", "--again", clip)
        notebook.do("clip", "--again", clip)
        with sqlite3.connect(notebook.path) as db:
            assert [row[0] for row in db.execute("SELECT action FROM custody")] == ["captured", "captured-again", "unchanged"]
            assert not any("bridge" in str(row).lower() for row in db.execute("SELECT * FROM custody"))
            db.executescript("DROP TRIGGER capture_is_kept; DROP TRIGGER custody_is_kept;"
                             "UPDATE capture SET url = 'https://other.example/' WHERE previous IS NULL;"
                             "UPDATE custody SET time = 0 WHERE seq = 3;")
        db.close()
        result = verify(notebook)
        assert result.status == 1
        problems = {p["path"].split("/")[0] + ": " + p["problem"][:20] for p in result.one["problems"]}
        paths = [p["path"] for p in result.one["problems"]]
        assert "custody/3" in paths and "guard/capture_is_kept" in paths and "guard/custody_is_kept" in paths, problems
        assert any(p.startswith("capture/") for p in paths), problems


if __name__ == "__main__":
    tap.run(__name__)
