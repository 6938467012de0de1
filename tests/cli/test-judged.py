# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of a search, judged: queries whose best answers are known, beside the BM25 of SQLite over the same words."""

import json
import math
import os
import sqlite3

import tap
from program import SOURCE, Notebook

FOLDER = os.path.join(SOURCE, "tests", "data", "search")
ROWS = 10


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def gain(grades):
    """Discounted cumulated gain (K. Järvelin and J. Kekäläinen, 2002)."""
    return sum((2 ** grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:ROWS]))


def judge(found, good):
    """1 where no other order of all answers would be better."""
    return gain([good.get(name, 0) for name in found]) / gain(sorted(good.values(), reverse=True))


def average(answers, queries):
    return sum(judge(found, query["good"]) for found, query in zip(answers, queries)) / len(queries)


def search(articles, queries):
    """What the program answers to each."""
    with Notebook() as notebook:
        lines = [{"url": f"https://news.example/{article['id']}", **article} for article in articles]
        notebook.do("import", "--format", "ndjson", notebook.file("articles.ndjson", "\n".join(map(json.dumps, lines))))
        names = {clip["id"]: clip["url"].rpartition("/")[2] for clip in notebook.list("clips")}
        file = notebook.file("queries.jsonl", "\n".join(json.dumps({"q": query["q"]}) for query in queries))
        return [[names[hit["id"]] for hit in line["hits"]] for line in notebook.do("search", "--kind", "clip", "--batch", file).lines]


def rank(articles, queries, *weights):
    """What BM25 alone answers."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE search USING fts5 (name UNINDEXED, title, body)")
    for article in articles:
        database.execute("INSERT INTO search VALUES (?, ?, ?)", (article["id"], article["title"], article["text"]))
    answers = []
    for query in queries:
        words = query["q"] if '"' in query["q"] else " ".join(f'"{word}"' for word in query["q"].split())
        answers.append([row[0] for row in database.execute(
            f"SELECT name FROM search WHERE search MATCH ? ORDER BY bm25 (search, 0, {weights[0]}, {weights[1]}), rowid", (words,))])
    return answers


def test_the_order_is_better_than_bm25():
    articles, queries = read("articles.jsonl"), read("queries.jsonl")
    ours = average(search(articles, queries), queries)
    plain = average(rank(articles, queries, 1, 1), queries)
    titled = average(rank(articles, queries, 10, 1), queries)
    print(f"# {len(queries)} queries: {ours:.3f}; BM25 {plain:.3f}, with titles weighed {titled:.3f}")
    assert ours >= plain and ours >= titled, (ours, plain, titled)


def test_the_newer_of_two_as_good_comes_first():
    """Whatever came first into the notebook."""
    articles = [{"id": "middle", "title": "Dog tax", "text": "The dog tax rises in Harle.", "published": "2020-05-01"},
                {"id": "new", "title": "Dog tax", "text": "The dog tax rises in Harle.", "published": "2024-05-01"},
                {"id": "old", "title": "Dog tax", "text": "The dog tax rises in Harle.", "published": "1998-05-01"}]
    for turned in (articles, articles[::-1]):
        assert search(turned, [{"q": "dog tax"}]) == [["new", "middle", "old"]]


def test_what_answers_better_comes_before_what_is_new():
    articles = [{"id": "old", "title": "Dog tax rises", "text": "The dog tax rises. The tax was 45.", "published": "1998-05-01"},
                {"id": "new", "title": "From the council", "published": "2024-05-01",
                 "text": "The council spoke of the school, the harbour and the bridge. It put off the dog tax. The next meeting is in April."}]
    assert search(articles, [{"q": "dog tax"}]) == [["old", "new"]]


if __name__ == "__main__":
    tap.run(__name__)
