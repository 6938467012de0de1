#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A thousand clips with 100 MB of pages and pictures: a bundle of them, written and taken in, beside what sha256sum and zip take for the same bytes.

All in processor time, in one run. The first export has nothing to protect, the second looks for the names of two sources."""

import base64
import os
import random
import shutil
import subprocess
import tempfile
import zipfile
import zlib

PROGRAM = os.environ["CUTTINGS_PROGRAM"]
CLIPS = int(os.environ.get("CUTTINGS_BENCH_CLIPS", "1000"))


def measure(*words, **kwargs):
    """Seconds of processor time, megabytes of memory at most."""
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, **kwargs)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, words
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def chunk(kind, data):
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def picture(chance):
    rows = b"".join(b"\0" + chance.randbytes(300) for _ in range(100))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", (100).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0]))
            + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))


def page(chance, words, number):
    """An article as browsers save it: some text, more script, a picture."""
    text = "".join("<p>" + " ".join(chance.choices(words, k=60)) + ".</p>\n" for _ in range(12))
    script = "".join(f"var {a}_{n}={{{b}:'{c}',n:{chance.random()}}};" for n, (a, b, c) in enumerate(zip(*(chance.choices(words, k=1000) for _ in "abc"))))
    address = f"https://harbour{number % 37}.example/{number}"
    html = (f"<!DOCTYPE html><html lang=en><head><title>Page {number}</title><script>{script}</script></head><body><article><h1>Page {number}</h1>{text}"
            f"<figure><img src='{address}.png' width=600 height=400><figcaption>A picture</figcaption></figure></article></body></html>")
    head = 'Content-Type: multipart/related; type="text/html"; boundary="b"'
    return (f"Snapshot-Content-Location: {address}\r\nSubject: Page\r\nDate: Tue, 12 Mar 2024 08:00:00 -0000\r\nMIME-Version: 1.0\r\n{head}\r\n\r\n--b\r\n"
            f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: {address}\r\n\r\n{html}\r\n--b\r\n"
            f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: {address}.png\r\n\r\n"
            f"{base64.encodebytes(picture(chance)).decode()}\r\n--b--\r\n").encode()


def fill(folder, notebook):
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 10))) for _ in range(6000)]
    paths = []
    for number in range(CLIPS):
        paths.append(os.path.join(folder, f"{number}.mhtml"))
        with open(paths[-1], "wb") as file:
            file.write(page(chance, words, number))
    measure(PROGRAM, "clip", "--notebook", notebook, "--quiet", *paths)


def main():
    folder = tempfile.mkdtemp(prefix="cuttings-bench-")
    at = lambda name: os.path.join(folder, name)  # noqa: E731
    notebook = at("notebook.cuttings")
    fill(folder, notebook)
    plain = measure(PROGRAM, "export", "--notebook", notebook, "--all", "--quiet", "-o", at("plain.cuttings.zip"))
    for name, number in (("Mira Tannert", "+49 30 5554719"), ("Jonas Valerian", "+44 20 7946 0912")):
        measure(PROGRAM, "add", "source", name, "--kind", "person", "--sensitivity", "confidential", "--contact", number, "--notebook", notebook)
    searched = measure(PROGRAM, "export", "--notebook", notebook, "--all", "--quiet", "-o", at("searched.cuttings.zip"))
    with zipfile.ZipFile(at("plain.cuttings.zip")) as bundle:
        bundle.extractall(at("unpacked"))
    files = [os.path.join(root, name) for root, _, names in os.walk(at("unpacked")) for name in names]
    size = sum(map(os.path.getsize, files))
    base = measure("xargs", "-0", "sha256sum", "--", stdin=subprocess.Popen(["find", at("unpacked"), "-type", "f", "-print0"], stdout=subprocess.PIPE).stdout)[0]
    base += measure("zip", "-q", "-r", at("zipped.zip"), ".", cwd=at("unpacked"))[0]
    taken = measure(PROGRAM, "import", "--notebook", at("other.cuttings"), "--quiet", at("plain.cuttings.zip"))
    print(f"{len(files)} files, {size / 1e6:.0f} MB; sha256sum and zip {base:.2f} s")
    for name, (seconds, memory), limit in (("export, nothing protected", plain, 1.5), ("export, two sources protected", searched, 1.5), ("import", taken, 2.5)):
        print(f"{name}: {seconds:.2f} s, {seconds / base:.2f} times (held to {limit}), {memory:.0f} MB (held to 200)")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
