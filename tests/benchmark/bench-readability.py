#!/usr/bin/python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many pages a second our extraction reads, and Readability.js (npm) on the same pages.

    bench-readability.py BENCH_EXTRACT

Readability.js and its DOMs are taken from the folder that CUTTINGS_NODE_MODULES names (one that holds
node_modules/), or, when CUTTINGS_BENCH_NPM is 1, installed by npm into a temporary folder. Pages are those of
CUTTINGS_CORPUS, else the test pages of this tree. Skipped, with the reason, where something is missing.
"""
import glob
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = 3
SKIPPED = 77


def skip(reason):
    print(f'readability: skipped: {reason}')
    sys.exit(SKIPPED)


def find_pages():
    corpus = os.environ.get('CUTTINGS_CORPUS', '')
    pages = sorted(glob.glob(os.path.join(corpus, 'readability', '*', 'source.html'))) if corpus else []
    return pages or sorted(glob.glob(os.path.join(HERE, '..', 'data', 'html', '*.html')))


def install(folder):
    if shutil.which('npm') is None:
        skip('npm is not installed')
    try:
        done = subprocess.run(['npm', 'install', '--no-audit', '--no-fund', '@mozilla/readability', 'jsdom', 'linkedom'],
                              cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=180, check=False)
    except subprocess.TimeoutExpired:
        skip('npm did not answer in time')
    if done.returncode != 0:
        skip('npm could not install: ' + (done.stdout.strip().splitlines() or ['no reason given'])[-1])


def measure_ours(program, pages):
    output = subprocess.run([program, *pages], stdout=subprocess.PIPE, text=True, check=True).stdout
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rate = float(re.search(r'([\d.]+) pages/s;', output).group(1))
    print(f'readability: ours: {len(pages)} pages, {rate:.1f} pages/s, {memory:.0f} MiB at most')
    return rate


def measure_theirs(dom, pages, modules):
    done = subprocess.run(['node', os.path.join(HERE, 'bench-readability.mjs'), dom, str(ROUNDS), *pages],
                          env={**os.environ, 'CUTTINGS_NODE_MODULES': modules}, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        skip(f'node cannot run Readability.js with {dom}')
    return json.loads(done.stdout)


def main():
    program = sys.argv[1]
    modules = os.environ.get('CUTTINGS_NODE_MODULES')
    if shutil.which('node') is None:
        skip('node is not installed')
    if modules is None and os.environ.get('CUTTINGS_BENCH_NPM') != '1':
        skip('set CUTTINGS_BENCH_NPM=1 to let npm install Readability.js into a temporary folder')
    with tempfile.TemporaryDirectory(prefix='cuttings-bench-') as folder:
        if modules is None:
            install(folder)
        pages = find_pages()
        ours = measure_ours(program, pages)
        for dom in ('linkedom', 'jsdom'):
            theirs = measure_theirs(dom, pages, modules or folder)
            print(f'readability: Readability.js with {dom}: {theirs["perSecond"]:.1f} pages/s, {theirs["memory"]:.0f} MiB at most, '
                  f'{theirs["failed"]} without an article; ours is {ours / theirs["perSecond"]:.1f} times as fast')


if __name__ == '__main__':
    main()
