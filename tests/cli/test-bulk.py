# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Much at once: lists of addresses, articles a line; how far it is, stopping it, and going on."""

import contextlib
import gzip
import http.server
import json
import os
import pty
import signal
import subprocess
import threading

import tap
from program import PROGRAM, Notebook, call

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Meeting {0}</title></head><body><article><h1>Meeting {0}</h1>
<p>The harbour board of Norrvik met for the {0}. time and admitted that a tank had leaked in March, a week after it denied it.</p>
<p>According to minutes seen by this newspaper, two officials knew earlier, and neither was asked to write a report about it.</p>
<p>The board did not answer questions about the age of tank {0}. The register shows three delays of its inspection.</p>
</article></body></html>"""


@contextlib.contextmanager
def server(gate=None):
    """Serves /N as an article, and nothing else; /slow/N once @gate is open; /other/N with other bytes each time, no more of
    them than "allowed". Yields its address, the most that were asked at once, and what was asked for."""
    state = {"now": 0, "most": 0, "waiting": 0, "asked": [], "answered": 0, "allowed": float("inf"), "over": 0}
    guard = threading.Condition()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            with guard:
                state["now"] += 1
                state["asked"].append(self.path)
                state["most"] = max(state["most"], state["now"])
                guard.notify_all()
                # Where @gate is a number, nobody is answered before so many ask.
                if isinstance(gate, int):
                    guard.wait_for(lambda: state["most"] >= gate, timeout=60)
                if self.path.startswith("/other/"):
                    over = state["over"]
                    guard.wait_for(lambda: state["answered"] < state["allowed"] or state["over"] > over, timeout=60)
                    state["answered"] += 1
            if self.path.startswith("/slow/"):
                with guard:
                    state["waiting"] += 1
                    guard.notify_all()
                gate.wait(60)
            name = self.path.rsplit("/", 1)[-1]
            # Who asked may be gone.
            with contextlib.suppress(OSError):
                self.send_response(200 if name.isdigit() else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(PAGE.format(name).encode())
                if self.path.startswith("/other/"):
                    self.wfile.write(f"<!-- {len(state['asked'])} -->".encode())
            with guard:
                state["now"] -= 1
                guard.notify_all()

        def log_message(self, *_):
            pass

    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.daemon_threads = True
    threading.Thread(target=served.serve_forever, daemon=True).start()
    state["guard"] = guard
    try:
        yield f"http://127.0.0.1:{served.server_port}", state
    finally:
        served.shutdown()
        served.server_close()


def statuses(lines):
    return sorted(line["status"] for line in lines)


def test_a_list_of_addresses_and_files():
    with server() as (site, _), Notebook() as notebook:
        page = notebook.file("saved.html", PAGE.format(77))
        lines = f"\ufeff# what to read\n\n{site}/1\r\n  {site}/2  \n{site}/nowhere\n{page}\n{site}/1\n#{site}/3\n"
        chosen = notebook.file("list.txt", lines)
        done = notebook.try_("clip", "--jobs", "3", "@" + chosen)
        assert done.status == 3 and f"{site}/nowhere" in done.err, (done.status, done.err)
        # What stands in place of a page that is not there is kept, and still it failed.
        assert statuses(done.lines) == ["new", "new", "new", "new", "unchanged"], done.lines
        assert [line.get("verdict") for line in done.lines if line["url"] == site + "/nowhere"] == ["error-page"], done.lines
        again = notebook.try_("clip", "@-", stdin=lines)
        assert again.status == 3 and statuses(again.lines) == ["unchanged"] * 5
        assert len(notebook.list("clips")) == len(notebook.list("captures")) == 4
        assert call("verify", "--notebook", notebook.path).status == 0
        # Without a terminal there is no progress in what is written.
        assert "\r" not in done.err and "Clipped" not in done.err


def test_lists_that_say_nothing():
    with Notebook() as notebook:
        empty = notebook.file("empty.txt", "\n# nothing yet\n")
        for words, status, said in ((["@" + empty], 1, "no address"), (["@" + notebook.file("none.txt")], 1, "cannot be read"),
                                    (["-", "@-"], 2, "once"), (["--jobs", "0", "x"], 2, "from 1 to 16"), (["--jobs", "17", "x"], 2, "from 1 to 16")):
            result = notebook.try_("clip", *words, stdin="")
            assert result.status == status and said in result.err, (words, result.status, result.err)
        # In a list a hyphen is a file's name like any other.
        result = notebook.try_("clip", "@-", stdin="-\n")
        assert result.status == 1 and "no file" in result.err, result.err


def test_so_many_at_a_time():
    with server(gate=5) as (site, state), Notebook() as notebook:
        done = notebook.do("clip", "--no-pictures", "--jobs", "5", "@-", stdin="".join(f"{site}/{n}\n" for n in range(12)))
        assert statuses(done.lines) == ["new"] * 12 and state["most"] == 5, state


def start(*words, **kwargs):
    return subprocess.Popen([PROGRAM, *words], env=dict(os.environ, LC_ALL="C.UTF-8"), stdout=subprocess.PIPE, **kwargs)


def test_stopped_and_gone_on():
    gate = threading.Event()
    with server(gate) as (site, state), Notebook() as notebook:
        chosen = notebook.file("list.txt", f"{site}/1\n" + "".join(f"{site}/slow/{n}\n" for n in range(2, 7)))
        child = start("clip", "--notebook", notebook.path, "--json", "--jobs", "2", "@" + chosen, stderr=subprocess.PIPE)
        first = json.loads(child.stdout.readline())
        with state["guard"]:
            assert state["guard"].wait_for(lambda: state["waiting"] == 2, timeout=60)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
        gate.set()
        assert child.returncode == 3 and out == b"" and b"stopped; 5 were not clipped" in err, (child.returncode, out, err)
        assert [clip["id"] for clip in notebook.list("clips")] == [first["id"]]
        assert statuses(notebook.do("clip", "@" + chosen).lines) == ["new"] * 5 + ["unchanged"]
        assert len(notebook.list("captures")) == 6 and call("verify", "--notebook", notebook.path).status == 0


def test_two_versions_of_a_page_are_two_captures():
    with Notebook() as notebook:
        pages = [notebook.file(f"saved-{n}.html", PAGE.format(n)) for n in range(3)]
        done = notebook.do("clip", "--url", "https://harbour.example/meeting", *pages)
        assert statuses(done.lines) == ["new", "new-capture", "new-capture"], done.lines
        assert len(notebook.list("captures")) == 3 and len(notebook.list("clips")) == 1


def test_killed_at_any_moment_nothing_comes_twice():
    """Also where a page has other bytes each time: what a run of the list captured is not fetched again by the one that goes on with it."""
    with server() as (site, state), Notebook() as notebook:
        addresses = [f"{site}/other/{n}" for n in range(24)]
        chosen = notebook.file("list.txt", "".join(f"{address}\n" for address in [*addresses, addresses[0], addresses[5] + "#part"]))
        for n in (1, 3, 6):
            # However late it is killed, it has no more than these and one for each job.
            state["allowed"] = state["answered"] + n + 3
            child = start("clip", "--notebook", notebook.path, "--json", "--no-pictures", "--jobs", "3", "@" + chosen)
            for _ in range(n):
                next(line for line in child.stdout if b'"new"' in line)
            child.kill()
            child.wait(60)
            child.stdout.close()
            # Whoever was asked by a child that is gone goes home.
            with state["guard"]:
                state["over"] += 1
                state["guard"].notify_all()
                assert state["guard"].wait_for(lambda: state["now"] == 0, timeout=60)
        state["allowed"] = float("inf")
        before = {capture["clip"] for capture in notebook.list("captures")}
        asked = len(state["asked"])
        done = notebook.try_("clip", "--no-pictures", "@" + chosen)
        assert done.status == 0 and "stopped before" in done.err, (done.status, done.err)
        assert statuses(done.lines) == ["new"] * (24 - len(before)) + ["unchanged"] * (len(before) + 2), (before, done.lines)
        assert len(state["asked"]) - asked == 24 - len(before), state["asked"][asked:]
        assert len(notebook.list("clips")) == len(notebook.list("captures")) == 24
        # All of it was done: the same list is another run, and sees what changed.
        again = notebook.try_("clip", "--no-pictures", "@" + chosen)
        assert "stopped" not in again.err and statuses(again.lines) == ["new-capture"] * 24 + ["unchanged"] * 2, (again.err, again.lines)


def test_how_far_it_is_stands_on_a_terminal():
    gate = threading.Event()
    with server(gate) as (site, _), Notebook() as notebook:
        shown, terminal = pty.openpty()
        child = start("clip", "--notebook", notebook.path, "@-", stdin=subprocess.PIPE, stderr=terminal)
        os.close(terminal)
        child.stdin.write(f"{site}/1\n{site}/slow/2\n".encode())
        child.stdin.close()
        seen = b""
        while b"Clipped 1 of 2" not in seen or b"a second" not in seen or b"left" not in seen:
            seen += os.read(shown, 4096)
        gate.set()
        with contextlib.suppress(OSError):
            while part := os.read(shown, 4096):
                seen += part
        assert child.wait(60) == 0
        # The line is gone at the end.
        assert seen.rstrip().endswith(b"\x1b[K"), seen[-80:]
        os.close(shown)
        child.stdout.close()


def test_words_that_are_left_out():
    with Notebook() as notebook:
        both = notebook.do("clip", "-", stdin="The harbour\n\nThe harbour office met the ferry at the pier in the rain of March.").one["id"]
        one = notebook.do("clip", "-", stdin="The ferry\n\nThe ferry left the pier on Friday with forty people, said the register.").one["id"]

        def found(*words):
            return {line["id"] for line in notebook.do("search", "--kind", "clip", *words).lines}

        assert found("ferry") == {both, one}
        assert found("ferry", "-harbour") == found("-harbour", "ferry") == found("ferry", "-harbour", "--limit", "9") == {one}
        assert found("ferry", "-jqk") == {both, one}
        assert found("--", "ferry", "-harbour") == found("ferry", "--limit=9", "--", "-harbour") == {one}
        # Options of one letter stand before the words, among them or behind them; behind two hyphens all are words.
        assert {line["id"] for line in notebook.do("search", "-k", "clip", "--", "ferry", "-harbour").lines} == {one}
        early = call("-n", notebook.path, "-j", "search", "--kind", "clip", "ferry", "-harbour")
        late = call("search", "ferry", "-harbour", "-k", "clip", "-j", "-n", notebook.path)
        assert late.out == early.out and late.status == 0, late
        assert early.status == 0 and [line["id"] for line in early.lines] == [one], early.err
        assert "Usage" in call("search", "--help").out and "--limit" in call("help", "search").out
        assert notebook.try_("search", "ferry", "--nonsense").status == 2


def articles(first, last, words="met and decided nothing"):
    """Lines of articles with a tag, a name and a mark each."""
    lines = []
    for n in range(first, last):
        text = f"The harbour board of Norrvik {words} in meeting {n}.\n\n" + "\n\n".join(
            f"Paragraph {p} of meeting {n}, said those who were in the room, of whom there were many." for p in range(6))
        quote = f"in meeting {n}.\n\nParagraph 0 of meeting {n}"
        lines.append(json.dumps({"url": f"https://harbour.example/{n}", "title": f"Meeting {n}", "text": text, "html": f"<p>{text}</p>",
                                 "tags": [f"tag {n % 9}"], "entities": [{"name": "Norrvik", "kind": "place"}],
                                 "annotations": [{"quote": quote, "start": text.index(quote), "end": text.index(quote) + len(quote)}]}))
    return "\n".join(lines) + "\n"


def counts(notebook):
    return {kind: len(notebook.list(kind)) for kind in ("clips", "captures", "annotations", "tags", "entities")}


def last_line(result):
    return json.loads(result.out.splitlines()[-1])


def test_lines_that_are_bad():
    good = articles(0, 3).splitlines()
    text = "\n".join([good[0], "", "{", good[1], '{"url": "https://harbour.example/x", "text": "  \\n "}', good[2]]) + "\n"
    with Notebook() as notebook:
        path = notebook.file("articles.ndjson", text)
        # The counts are the last line without --json, too.
        done = call("import", "--notebook", notebook.path, "--format", "ndjson", path)
        last = last_line(done)
        assert done.status == 3 and "line 3:" in done.err and "line 5:" in done.err, done.err
        assert {key: last[key] for key in ("read", "stored", "updated", "failed")} == {"read": 5, "stored": 3, "updated": 0, "failed": 2}
        again = notebook.try_("import", "--format", "ndjson", path)
        assert again.status == 3 and last_line(again)["stored"] == last_line(again)["updated"] == 0
    with Notebook() as notebook:
        done = notebook.try_("import", "--strict", "--format", "ndjson", notebook.file("articles.ndjson", text))
        assert done.status == 3 and "line 3:" in done.err and "line 5" not in done.err and "Stopped at line 3" in done.err, done.err
        assert [last_line(done)[key] for key in ("read", "stored", "failed")] == [2, 1, 1] and len(notebook.list("clips")) == 1
        done = notebook.try_("import", "--strict", "--format", "ndjson", "-", stdin="nothing\n" + good[1])
        assert done.status == 1 and last_line(done)["failed"] == 1 and len(notebook.list("clips")) == 1
        nothing = notebook.do("import", "--format", "ndjson", "-", stdin="")
        assert last_line(nothing)["read"] == last_line(nothing)["stored"] == 0
        assert notebook.try_("import", "--format", "ndjson", "/nowhere").status == 1


def test_a_line_that_never_ends():
    """It is passed over, as any other that is bad, and what comes behind it is read."""
    with Notebook() as notebook:
        one, other = articles(1, 2), articles(2, 3)
        child = start("import", "--notebook", notebook.path, "--format", "ndjson", "-", stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        child.stdin.write(one.encode() + b'{"url": "https://harbour.example/long", "text": "')
        for _ in range(100):
            child.stdin.write(b"tank " * (1 << 18))
        out, err = child.communicate(b'"}\n' + other.encode(), timeout=120)
        assert child.returncode == 3 and b"line 2: It is longer than 96 MiB" in err, (child.returncode, out, err)
        assert counts(notebook)["clips"] == 2, counts(notebook)


def test_what_is_packed_is_said_once():
    with Notebook() as notebook:
        packed = notebook.file("articles.gz", gzip.compress(articles(1, 3).encode()))
        result = notebook.try_("import", "--format", "ndjson", packed)
        assert result.status == 1 and "gunzip" in result.err and result.err.count("\n") == 1, result.err


def test_a_mark_over_two_paragraphs():
    with Notebook() as notebook:
        notebook.do("import", "--format", "ndjson", "-", stdin=articles(4, 5))
        mark = next(mark for mark in notebook.list("annotations") if mark["kind"] == "highlight")
        assert mark["selectors"][1]["exact"] == "in meeting 4.\nParagraph 0 of meeting 4", mark


def test_a_notebook_that_was_empty_before():
    with Notebook() as notebook:
        # At its end each call lets SQLite count its tables, here all but empty ones.
        notebook.do("add", "tag", "harbour")
        assert not notebook.list("clips")
        notebook.do("import", "--format", "ndjson", "-", stdin=articles(0, 700))
        assert len(notebook.list("clips")) == 700


def test_lines_killed_at_any_moment():
    n = 1400
    with Notebook() as whole, Notebook() as notebook:
        path = notebook.file("articles.ndjson", articles(0, n))
        words = ["import", "--notebook", notebook.path, "--format", "ndjson", "--quiet", path]
        whole.do("import", "--format", "ndjson", path)
        expected = counts(whole)
        assert expected["clips"] == expected["captures"] == n and expected["annotations"] == 2 * n
        killed, reached = 0, 0
        # Each time it is killed once more of the file is there than before, at whatever the program does then.
        while killed < 8:
            child = start(*words, stderr=subprocess.DEVNULL)
            try:
                child.wait(timeout=0.4 + 0.35 * killed)
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
            ended = child.wait()
            child.stdout.close()
            killed += 1
            if os.path.exists(notebook.path):
                now = counts(notebook)
                assert reached <= now["clips"] == now["captures"] and now["annotations"] == 2 * now["clips"], (reached, now)
                reached = now["clips"]
            if ended == 0:
                break
        done = notebook.do(*words[:1], "--format", "ndjson", path)
        assert last_line(done)["read"] == n and last_line(done)["stored"] == n - reached and last_line(done)["updated"] == 0
        assert counts(notebook) == expected
        assert call("verify", "--notebook", notebook.path).status == 0


def test_lines_stopped_and_gone_on():
    with Notebook() as notebook:
        child = start("import", "--notebook", notebook.path, "--json", "--format", "ndjson", "-", stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        child.stdin.write(articles(0, 1200).encode())
        child.stdin.flush()
        # The file is not at its end, so it is still at it when the first lines are there.
        while not os.path.exists(notebook.path) or not call("list", "clips", "--notebook", notebook.path).out:
            pass
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
        last = json.loads(out.splitlines()[-1])
        assert child.returncode == 3 and b"Stopped" in err and 0 < last["stored"] <= 1200, (child.returncode, out, err)
        assert len(notebook.list("clips")) == last["stored"]
        rest = notebook.do("import", "--format", "ndjson", "-", stdin=articles(0, 1200))
        assert last_line(rest)["stored"] == 1200 - last["stored"] and len(notebook.list("captures")) == 1200
        # What was imported is taken back like any act.
        notebook.do("undo")
        assert len(notebook.list("clips")) < 1200 and call("verify", "--notebook", notebook.path).status == 0


if __name__ == "__main__":
    tap.run(__name__)
