# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys for GnuPG that are made for a test and gone with it."""

import contextlib
import os
import shutil
import subprocess
import tempfile


class Keyring:
    """A GnuPG folder of its own, with keys of these people."""

    def __init__(self, *people):
        self.folder = tempfile.mkdtemp(prefix="gpg-")
        self.env = {"GNUPGHOME": self.folder}
        for name in people:
            self.gpg("--passphrase", "", "--quick-generate-key", f"{name} <{name.lower()}@press.example>", "future-default", "default", "never")

    def gpg(self, *words, stdin=b""):
        done = subprocess.run(["gpg", "--batch", "--no-tty", "--quiet", "--pinentry-mode", "loopback", *words], input=stdin,
                              capture_output=True, env=dict(os.environ, **self.env), timeout=60)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def lock(self, name):
        """A key with a passphrase, for which GnuPG asks in a window that somebody closes."""
        self.gpg("--passphrase", "any words", "--quick-generate-key", f"{name} <{name.lower()}@press.example>", "future-default", "default", "never")
        asks = os.path.join(self.folder, "asks")
        with open(asks, "w", encoding="ascii") as script:
            script.write("#!/bin/sh\necho OK\nwhile read -r word _; do\n  case $word in\n"
                         "    GETPIN) echo 'ERR 83886179 Operation cancelled' ;;\n    BYE) echo OK; exit 0 ;;\n    *) echo OK ;;\n  esac\ndone\n")
        os.chmod(asks, 0o700)
        with open(os.path.join(self.folder, "gpg-agent.conf"), "w", encoding="utf-8") as settings:
            settings.write(f"pinentry-program {asks}\n")
        subprocess.run(["gpgconf", "--kill", "all"], env=dict(os.environ, **self.env), capture_output=True, check=False)

    def fingerprint(self, name):
        lines = self.gpg("--with-colons", "--list-keys", name).decode().splitlines()
        return next(line.split(":")[9] for line in lines if line.startswith("fpr:"))

    def close(self):
        subprocess.run(["gpgconf", "--kill", "all"], env=dict(os.environ, **self.env), capture_output=True, check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def keyring(*people):
    ring = Keyring(*people)
    try:
        yield ring
    finally:
        ring.close()
