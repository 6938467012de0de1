# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls the program as a person at a terminal would, on a notebook of its own."""

import json
import os
import shutil
import subprocess
import tempfile

PROGRAM = os.environ.get("CUTTINGS_PROGRAM", "build/src/cuttings")
CORPUS = os.environ.get("CUTTINGS_CORPUS", "")
SOURCE = os.environ.get("CUTTINGS_SOURCE", ".")


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8", "replace")

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines() if line]

    @property
    def one(self):
        lines = self.lines
        assert len(lines) == 1, (lines, self.err)
        return lines[0]


def call(*words, stdin=b"", env=None, timeout=120):
    """One call of the program, as it is given."""
    if isinstance(stdin, str):
        stdin = stdin.encode("utf-8")
    environment = dict(os.environ, LC_ALL="C.UTF-8", **(env or {}))
    done = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, env=environment, timeout=timeout)
    assert done.returncode in (0, 1, 2, 3), (words, done.returncode, done.stderr)
    return Result(done)


class Notebook:
    """A notebook in a folder of its own, gone at the end."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="cuttings-test-")
        self.path = os.path.join(self.folder, "notebook.cuttings")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def file(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as out:
                out.write(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def try_(self, *words, **kwargs):
        return call(words[0], "--notebook", self.path, "--json", *words[1:], **kwargs)

    def do(self, *words, **kwargs):
        result = self.try_(*words, **kwargs)
        assert result.status == 0, (result.status, result.err[-2000:], words[:12], result.out[-2000:])
        return result

    def list(self, kind, *filters):
        return self.do("list", kind, *filters).lines
