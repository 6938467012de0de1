# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the readability corpus through the program, from files and from a local server."""

import functools
import glob
import http.server
import os
import re
import threading
import tap
from program import CORPUS, Notebook, call


def pages():
    found = sorted(glob.glob(os.path.join(CORPUS, "readability", "*", "source.html")))
    if not found:
        raise tap.Skip("the corpus is not here")
    return found


def expected_words(page):
    with open(os.path.join(os.path.dirname(page), "expected.html"), encoding="utf-8") as file:
        return len(re.sub(r"<[^>]*>", " ", file.read()).split())


def test_extract_answers_one_line_a_page_with_text():
    found = pages()
    lines = call("extract", "--json", "--url", "http://fakehost/test/page.html", *found, timeout=600).lines
    assert [line["file"] for line in lines] == found
    for page, line in zip(found, lines):
        assert "error" not in line, (page, line.get("error"))
        if expected_words(page) > 20:
            assert len(line["text"].split()) > 10, page


def test_clip_every_page_from_its_file():
    found = pages()
    with Notebook() as notebook:
        clipped = notebook.do("clip", *found, timeout=600).lines
        assert len(clipped) == len(found) and len(notebook.list("clips")) == len(found)
        assert call("verify", "--notebook", notebook.path).status == 0


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def test_clip_every_page_from_a_local_server():
    found = pages()
    handler = functools.partial(Quiet, directory=os.path.join(CORPUS, "readability"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        with Notebook() as notebook:
            urls = [f"{base}/{os.path.basename(os.path.dirname(page))}/source.html" for page in found]
            clipped = notebook.do("clip", "--no-pictures", *urls, timeout=600).lines
            assert len(clipped) == len(found)
            assert {line["status"] for line in clipped} == {"new"}
            for capture in notebook.list("captures"):
                assert capture["status"] == 200 and capture["final_url"].startswith(base) and capture["headers"]
    finally:
        server.shutdown()


if __name__ == "__main__":
    tap.run(__name__)
