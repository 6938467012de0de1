# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that are no articles, and articles of several pages, on the command line."""

import contextlib
import http.server
import json
import os
import threading

import tap
from program import SOURCE, Notebook

PAGES = os.path.join(SOURCE, "tests", "data", "html", "verdict")
PARAGRAPHS = {
    "/story": "The council of Northmere voted on Monday to keep the swing bridge open to boats until the spring comes.",
    "/story/2": "Two officials said that the motor would be looked at again in March, before the second vote is taken.",
    "/story/3": "Residents of the north bank now walk twenty minutes to the ferry, and the school starts at nine o’clock.",
}


def page(name):
    return os.path.join(PAGES, name + ".html")


def refused(notebook, status, *words):
    done = notebook.try_(*words)
    assert done.status == status, (done.status, done.err)
    return done


def test_extract_walls():
    with Notebook() as notebook:
        names = ["bot-wall--denied", "cookie-wall--german", "error-page--404", "script-only--mount", "no-text--picture"]
        for name in names:
            done = refused(notebook, 1, "extract", page(name))
            assert done.one["verdict"] == name.split("--")[0], done.one
            assert done.one["error"] and "text" not in done.one and "html" not in done.one
            assert done.one["title"], done.one
            assert done.one["error"] in done.err
        assert refused(notebook, 1, "extract", page("script-only--mount")).one["excerpt"] == "The council voted on Monday."


def test_extract_part_of_text():
    with Notebook() as notebook:
        for name in ["paywall--jsonld", "front-page--root"]:
            done = notebook.do("extract", page(name))
            assert done.one["verdict"] == name.split("--")[0]
            assert done.one["text"] and done.one["warning"] and "error" not in done.one
        whole = notebook.do("extract", page("article--full-behind-flag")).one
        assert "verdict" not in whole and "warning" not in whole


def test_some_fail():
    with Notebook() as notebook:
        done = refused(notebook, 3, "extract", page("bot-wall--denied"), page("article--found"))
        assert ["error" in line for line in done.lines] == [True, False]


def test_clip_wall():
    with Notebook() as notebook:
        done = notebook.do("clip", page("bot-wall--denied"), "--url", "https://harbour.example/a")
        assert done.one["verdict"] == "bot-wall" and len(done.one["warnings"]) == 1 and done.one["warnings"][0] in done.err
        capture = notebook.do("show", done.one["capture"]).one
        assert capture["verdict"] == "bot-wall" and capture["warning"] == done.one["warnings"][0]
        again = notebook.do("clip", "-", "--url", "https://harbour.example/a",
                            stdin="Bridge stays open\n\n" + "\n\n".join(PARAGRAPHS.values())).one
        assert again["id"] == done.one["id"] and "verdict" not in again and again["warnings"] == []
        assert again["title"] == "Bridge stays open", again
        assert notebook.do("verify", "--notebook", notebook.path).one["ok"]


class Site(http.server.BaseHTTPRequestHandler):
    """A site on this machine: what it answers is what answer() of those below says."""

    def do_GET(self):
        status, kind, body = self.answer()
        data = body.encode()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/closed")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def served(handler):
    """Gives the address of the site."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


HTML = "text/html; charset=utf-8"
STORY = "<article><h1>Bridge stays open</h1><p>" + "</p><p>".join(PARAGRAPHS.values()) + "</p></article>"

ERRORS = {"/gone": (404, "<h1>Sorry</h1><p>We moved house and lost some of our boxes on the way, among them this one.</p>"),
          "/closed": (403, "<h1>Members</h1><p>Only those who have a key may come in here, says the keeper of the door.</p>"),
          "/broken": (503, "<h1>Back soon</h1><p>Our press is being oiled. Come again in an hour or two, and bring a friend.</p>"),
          "/silent": (404, "")}


class Refusals(Site):
    mended = False

    def answer(self):
        status, body = (200, STORY) if Refusals.mended else ERRORS[self.path]
        return status, HTML, f"<html><head><title>Harbour paper</title></head><body>{body}</body></html>" if body else ""


def test_refusals():
    with served(Refusals) as base, Notebook() as notebook:
        for path in ("/gone", "/closed", "/broken"):
            status, words = ERRORS[path]
            done = refused(notebook, 1, "clip", base + path)
            assert done.one["status"] == "new" and done.one["verdict"] == "error-page", done.one
            assert str(status) in done.err and base + path in done.err, done.err
            capture = notebook.do("show", done.one["capture"]).one
            assert int(capture["status"]) == status and capture["verdict"] == "error-page", capture
            assert words.split("<p>")[1][:30] in json.dumps(capture) or capture["sha256"] == done.one["sha256"]
        assert len(notebook.list("clips")) == 3
        # Without a word there is nothing to keep.
        assert "404" in refused(notebook, 1, "clip", base + "/silent").err and len(notebook.list("clips")) == 3
        both = refused(notebook, 3, "clip", base + "/gone", page("article--found"))
        assert sorted(line["status"] for line in both.lines) == ["new", "unchanged"], both.lines
        Refusals.mended = True
        there = notebook.do("clip", base + "/broken").one
        assert there["status"] == "new-capture" and there["title"] == "Bridge stays open" and "verdict" not in there, there
        assert notebook.do("verify", "--notebook", notebook.path).one["ok"]


class Moods(Site):
    """A page that is there once, two that lead to one that is closed, and an answer for programs."""
    asked = 0

    def answer(self):
        Moods.asked += 1
        if self.path == "/a" and Moods.asked == 1:
            return 200, HTML, STORY
        if self.path in ("/a", "/closed"):
            return 503, HTML, f"<h1>Back soon</h1><p>Our press is being oiled, for the {Moods.asked}th time. Come again later.</p>"
        if self.path.startswith("/old"):
            return 302, HTML, ""
        return 404, "application/json", '{"error": "not found"}'


def test_a_refusal_is_no_news_of_what_is_there():
    with served(Moods) as base, Notebook() as notebook:
        good = notebook.do("clip", base + "/a").one
        for _ in range(2):
            assert "503" in refused(notebook, 1, "clip", base + "/a").err
        assert len(notebook.list("captures")) == 1 and notebook.do("show", good["id"]).one["title"] == good["title"]
        ids = {refused(notebook, 1, "clip", base + path).one["id"] for path in ("/old-1", "/old-2")}
        assert len(ids) == 2 and good["id"] not in ids
        assert "404" in refused(notebook, 1, "clip", base + "/data").err and len(notebook.list("clips")) == 3


class Pages(Site):
    def answer(self):
        text = PARAGRAPHS.get(self.path)
        number = int(self.path.rsplit("/", 1)[1]) if self.path[-1].isdigit() else 1
        if not text:
            return 404, HTML, ""
        return 200, HTML, (f"<html><head><title>Bridge stays open</title><link rel=next href=/story/{number + 1}></head>"
                           f"<body><article><h1>Bridge stays open</h1><p>{text}</p><p>{text[::-1]}</p></article></body></html>")


def test_pages():
    with served(Pages) as base, Notebook() as notebook:
        done = notebook.do("clip", base + "/story").one
        assert len(done["warnings"]) == 1 and base + "/story/4" in done["warnings"][0], done
        resources = notebook.do("show", done["capture"]).one["resources"]
        resources = json.loads(resources) if isinstance(resources, str) else resources
        assert [r["url"] for r in resources] == [base + "/story/2", base + "/story/3"]
        assert all(len(r["sha256"]) == 64 and r["content_type"].startswith("text/html") for r in resources)
        assert notebook.do("search", "residents").one["id"] == done["id"]
        bundle = notebook.file("out.cuttings.zip")
        notebook.do("export", "--format", "bundle", "-o", bundle, "--all")
        assert notebook.do("verify", bundle).one["ok"]
        with Notebook() as other:
            other.do("import", bundle)
            assert other.do("verify", "--notebook", other.path).one["ok"]
            theirs = other.do("show", done["capture"]).one
            assert theirs["warning"] == done["warnings"][0]


if __name__ == "__main__":
    tap.run(__name__)
