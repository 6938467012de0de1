# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed at any moment, an export or a backup leaves no half file where it was to write, and an import no half of a bundle in the notebook.

CUTTINGS_KILL_ROUNDS says how often (200 when the code that writes was changed), CUTTINGS_KILL_SEED repeats a run."""

import hashlib
import json
import os
import random
import signal
import subprocess
import time

import tap
from program import PROGRAM, Notebook, call

ROUNDS = int(os.environ.get("CUTTINGS_KILL_ROUNDS", "16"))
SEED = int(os.environ.get("CUTTINGS_KILL_SEED", random.randrange(1 << 30)))
CLIPS = 120


def fill(notebook):
    """Articles with a mark each, enough for an export and an import to take a while."""
    articles = []
    for n in range(CLIPS):
        text = "\n\n".join(f"The harbour board met for the {n}.{p} time and decided nothing, said those who were in the room." for p in range(12))
        articles.append(json.dumps({"url": f"https://harbour.example/{n}", "title": f"Meeting {n}", "text": text, "tags": [f"tag {n % 9}"],
                                    "annotations": [{"quote": f"for the {n}.3 time", "start": text.index(f"for the {n}.3 time"),
                                                     "end": text.index(f"for the {n}.3 time") + len(f"for the {n}.3 time"), "note": "Ask."}]}))
    notebook.do("import", "--format", "ndjson", notebook.file("articles.ndjson", "\n".join(articles) + "\n"))


def kill_within(seconds, *words):
    """Starts the program and kills it at a random moment; returns whether it was done before."""
    child = subprocess.Popen([PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        child.wait(timeout=random.random() * seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
    return child.wait() == 0


def took(*words):
    start = time.monotonic()
    assert call(*words).status == 0
    return time.monotonic() - start


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def test_export():
    random.seed(SEED)
    print(f"# CUTTINGS_KILL_SEED={SEED}", flush=True)
    with Notebook() as notebook:
        fill(notebook)
        path = notebook.file("out.cuttings.zip")
        words = ["export", "--notebook", notebook.path, "--all", "--quiet", "-o", path]
        seconds = took(*words)
        whole = digest(path)
        done = 0
        for number in range(ROUNDS):
            before = b"what stood here before" if number % 2 else None
            if before is not None:
                notebook.file("out.cuttings.zip", before)
            elif os.path.exists(path):
                os.remove(path)
            done += kill_within(seconds * 1.1, *words)
            left = digest(path) if os.path.exists(path) else None
            assert left in (whole, hashlib.sha256(before).hexdigest() if before else None), (number, left)
        # What a kill leaves beside it is hidden, and in nobody's way until the next one takes it away.
        assert all(name.startswith(".") for name in os.listdir(notebook.folder) if ".part-" in name)
        assert took(*words) and digest(path) == whole and call("verify", path).status == 0
        assert call("verify", "--notebook", notebook.path).status == 0
        assert not [name for name in os.listdir(notebook.folder) if ".part-" in name], os.listdir(notebook.folder)
        assert done < ROUNDS, "nothing was killed"


def test_import():
    random.seed(SEED + 1)
    with Notebook() as notebook, Notebook() as probe:
        fill(notebook)
        path = notebook.file("out.cuttings.zip")
        notebook.do("export", "--all", "-o", path)
        seconds = took("import", "--notebook", probe.path, "--quiet", path)
        whole = len(probe.list("clips"))
        assert whole == CLIPS
        killed = 0
        for number in range(ROUNDS):
            with Notebook() as other:
                other.do("add", "claim", "Mine.")
                done = kill_within(seconds * 1.1, "import", "--notebook", other.path, "--quiet", path)
                counts = {len(other.list("clips")), len(other.list("annotations"))}
                assert counts in ({0}, {whole}), (number, counts)
                assert counts == {whole} or not done
                assert [claim["text"] for claim in other.list("claims")] == ["Mine."]
                if number % 6 == 0:
                    assert call("verify", "--notebook", other.path).status == 0
                    other.do("import", path)
                    assert len(other.list("clips")) == whole and call("verify", "--notebook", other.path).status == 0
                killed += not done
        assert killed > 0, "nothing was killed"


def test_backup():
    random.seed(SEED + 2)
    with Notebook() as notebook:
        fill(notebook)
        copy = notebook.file("copy.cuttings")
        words = ["backup", "--notebook", notebook.path, "--quiet", copy]
        seconds = took(*words)
        done = 0
        for number in range(ROUNDS):
            if number % 2 and os.path.exists(copy):
                os.remove(copy)
            done += kill_within(seconds * 1.1, *words)
            # The one before, a whole new one, or none.
            assert not os.path.exists(copy) or len(call("list", "clips", "--json", "--notebook", copy).lines) == CLIPS, number
        assert all(name.startswith(".") for name in os.listdir(notebook.folder) if ".part" in name), os.listdir(notebook.folder)
        assert took(*words) and call("verify", "--notebook", copy).status == 0
        # No half copy of it lies about, in which what is deleted for good would go on standing.
        assert not [name for name in os.listdir(notebook.folder) if ".part" in name], os.listdir(notebook.folder)
        assert done < ROUNDS, "nothing was killed"


if __name__ == "__main__":
    tap.run(__name__)
