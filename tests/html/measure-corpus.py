#!/usr/bin/python3
# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far `cuttings extract` agrees with the expected results of the reader test pages.

    measure-corpus.py PROGRAM FOLDER [NAME...]

PROGRAM is the path of `cuttings`; FOLDER holds one folder a page (source.html, expected.html,
expected-metadata.json). Prints each disagreement, then the shares. What is expected there is
another program's answer: it keeps captions and credits, which the text of a notebook leaves out,
so the text is compared without the figures, and the HTML with them.
"""
import collections
import datetime
import html.parser
import json
import os
import re
import subprocess
import sys

ADDRESS = 'http://fakehost/test/page.html'
NOT_SHOWN = {'script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'button'}
VOID = {'img', 'br', 'hr', 'meta', 'link', 'input', 'source', 'wbr', 'area', 'base', 'col', 'embed'}


class Page(html.parser.HTMLParser):
    """The words and pictures of a piece of HTML."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.words, self.outside_figures, self.pictures, self.unsafe = [], [], [], []
        self.skip, self.figures = [], 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in ('script', 'meta', 'style', 'form') or any(n.startswith('on') for n, _ in attributes):
            self.unsafe.append(tag)
        if tag == 'img':
            self.pictures.append(dict(attributes).get('src') or '')
        if tag in NOT_SHOWN and tag not in VOID:
            self.skip.append(tag)
        self.figures += tag == 'figure'

    def handle_endtag(self, tag):
        if self.skip and self.skip[-1] == tag:
            self.skip.pop()
        self.figures -= tag == 'figure' and self.figures > 0

    def handle_data(self, data):
        if not self.skip:
            self.words += split(data)
            self.outside_figures += [] if self.figures else split(data)


def split(text):
    return re.findall(r'[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+', (text or '').casefold())


def overlap(ours, theirs):
    """Precision, recall and F1 of two lists of words."""
    common = sum((collections.Counter(ours) & collections.Counter(theirs)).values())
    precision = common / len(ours) if ours else float(not theirs)
    recall = common / len(theirs) if theirs else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if common else float(not ours and not theirs)


def moment(text):
    text = re.sub(r'([+-]\d\d)(\d\d)$', r'\1:\2', (text or '').strip().replace('Z', '+00:00').replace(' ', 'T', 1))
    try:
        value = datetime.datetime.fromisoformat(text)
    except ValueError:
        return text
    return value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)


def picture_name(address):
    return re.sub(r'^https?://[^/]*', '', address).split('?')[0]


def same_field(field, ours, theirs):
    if field == 'publishedTime':
        return moment(ours) == moment(theirs)
    if field in ('lang', 'dir'):
        return (ours or '').lower() == (theirs or '').lower()
    if field == 'byline' and ours and theirs:
        return overlap(split(ours), split(theirs))[2] > 0.66
    return split(ours) == split(theirs)


FIELDS = {'title': 'title', 'byline': 'byline', 'siteName': 'site_name', 'publishedTime': 'published',
          'lang': 'language', 'dir': 'dir', 'excerpt': 'excerpt'}


def compare(name, folder, article, tally):
    with open(os.path.join(folder, name, 'expected-metadata.json')) as file:
        expected = json.load(file)
    with open(os.path.join(folder, name, 'expected.html'), encoding='utf-8') as file:
        theirs = Page(file.read())
    ours = Page(article['html'] or '')
    text = overlap(split(article['text']), theirs.outside_figures)
    body = overlap(ours.words, theirs.words)
    kept = {picture_name(address) for address in ours.pictures}
    wanted = {picture_name(a) for a in theirs.pictures if a and not a.startswith('data:')}
    for key, value in zip(('text precision', 'text recall', 'text F1'), text):
        tally[key].append(value)
    tally['html F1'].append(body[2])
    tally['pictures'] += [address in kept for address in wanted]
    tally['clean'].append(not ours.unsafe)
    print(f'{name:36} text P {text[0]:.3f} R {text[1]:.3f} F1 {text[2]:.3f}  html {body[2]:.3f}  '
          f'pictures {len(wanted & kept)}/{len(wanted)}')
    for field, key in FIELDS.items():
        same = same_field(field, article[key], expected.get(field))
        if expected.get(field):
            tally[field].append(same)
        if not same:
            print(f'    {field}: {article[key]!r}, expected {expected.get(field)!r}')


def main():
    program, folder, *names = sys.argv[1:]
    names = names or sorted(n for n in os.listdir(folder) if os.path.isdir(os.path.join(folder, n)))
    paths = [os.path.join(folder, name, 'source.html') for name in names]
    lines = subprocess.run([program, 'extract', '--json', '--url', ADDRESS, *paths], stdout=subprocess.PIPE,
                           text=True, check=False).stdout.splitlines()
    tally = collections.defaultdict(list)
    for name, line in zip(names, lines):
        article = json.loads(line)
        if article.get('error'):
            print(f'{name}: {article["error"]}')
            continue
        compare(name, folder, article, tally)
    for key, values in tally.items():
        print(f'{key:16} {sum(values) / len(values):.4f}  of {len(values)}')


if __name__ == '__main__':
    main()
