# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notebook with the sample articles of data/samples, marked and linked."""

import os

from program import SOURCE

SAMPLES = os.path.join(SOURCE, "data", "samples")

# A text of the other direction, of the same invented harbour.
ARABIC = """شركة العبارات تنفي الإبحار بلا شهادات

قالت شركة تولفان للعبارات يوم الخميس إن كل سفنها كانت تحمل الأوراق التي يطلبها القانون طوال العام الماضي.

وقال مسؤولان في السجل البحري، طلبا عدم ذكر اسميهما، إن شهادات أربع سفن انتهت في أكتوبر.

وأعلنت وزارة الممرات المائية أنها فتحت مراجعة لأوراق 58 عبارة تملكها إحدى عشرة شركة، وأن النتيجة ستنشر في الربيع.
"""


def sample(name):
    return os.path.join(SAMPLES, name)


def clip(notebook, name, *words):
    """Returns: the id of the clip"""
    return notebook.do("clip", sample(name), *words).one["id"]


def add(notebook, kind, *words):
    """Returns: the id of what was added"""
    return notebook.do("add", kind, *words).lines[0]["id"]


def mark(notebook, clip_id, kind, colour, quote, *words):
    return add(notebook, "annotation", "--clip", clip_id, "--kind", kind, "--colour", colour, "--quote", quote, *words)


def claim(notebook, clip_id, text, quote, source, stance, terms):
    return add(notebook, "claim", "--clip", clip_id, "--quote", quote, "--text", text, "--source", source,
               "--terms", terms, "--stance", stance)


def fill(notebook):
    """Fills an empty notebook. Returns: ids by name"""
    ids = {"story": add(notebook, "story", "--title", "The Tolvane ferries"),
           "tag": add(notebook, "tag", "to check")}
    with open(sample("pasted-dredging.txt"), encoding="utf-8") as file:
        ids["dredging"] = notebook.do("clip", "-", "--published", "2026-03-19", stdin=file.read()).one["id"]
    for name in ("denial", "review", "inspections"):
        ids[name] = clip(notebook, f"ferry-{name}.html", "--story", ids["story"])
    _add_names(notebook, ids)
    _add_claims(notebook, ids)
    _add_marks(notebook, ids)
    return ids


def _add_names(notebook, ids):
    ids["officials"] = add(notebook, "source", "--kind", "person", "--label", "Two officials of the Maritime Register")
    ids["spokeswoman"] = add(notebook, "source", "--kind", "spokesperson", "--label", "Petra Lindqvist-Amari",
                             "--named", "yes")
    ids["register"] = add(notebook, "source", "--kind", "government", "--label", "The Maritime Register",
                          "--named", "yes")
    ids["meridian"] = add(notebook, "source", "--kind", "publication", "--label", "The Meridian", "--named", "yes")
    ids["ministry"] = add(notebook, "source", "--kind", "government", "--label", "Ministry of Waterways", "--named", "yes")
    ids["line"] = add(notebook, "entity", "--schema", "Company", "--name", "Tolvane Line", "--aliases", "the line")
    ids["body"] = add(notebook, "entity", "--schema", "PublicBody", "--name", "Maritime Register")
    ids["port"] = add(notebook, "entity", "--schema", "Address", "--name", "Port Sennet")
    ids["rudd"] = add(notebook, "entity", "--schema", "Person", "--name", "Anselm Rudd")


def _add_claims(notebook, ids):
    ids["skipped"] = claim(notebook, ids["inspections"], "Four ferries missed their hull inspection in autumn 2025",
                           "skipped the yearly hull inspections of four of its seven ferries last autumn",
                           ids["officials"], "alleges", "anonymous")
    notebook.do("add", "attribution", "--claim", ids["skipped"], "--clip", ids["denial"], "--quote",
                "Every one of our ships had the papers that the law asks for", "--source", ids["spokeswoman"],
                "--terms", "on-record", "--stance", "denies")
    ids["fined"] = claim(notebook, ids["review"], "Three ferries had no valid hull certificate for 19 to 61 days",
                         "Three passenger ferries of the Tolvane Line had no valid hull certificate for between 19"
                         " and 61 days last year", ids["register"], "confirms", "on-record")
    # The Courier retells what The Meridian had: the same officials, one step further.
    notebook.do("add", "attribution", "--claim", ids["skipped"], "--clip", ids["denial"], "--quote",
                "hull inspections of four ferries had been skipped in the autumn", "--source", ids["officials"],
                "--via", ids["meridian"], "--terms", "anonymous", "--stance", "alleges")
    notebook.do("add", "attribution", "--claim", ids["skipped"], "--clip", ids["denial"], "--quote",
                "The Ministry of Waterways declined to comment on the matter", "--source", ids["ministry"],
                "--stance", "declines-to-comment")
    notebook.do("edit", ids["skipped"], "--status", "disputed", "--importance", "key", "--fact-date", "2025-10",
                "--stories", ids["story"])
    notebook.do("edit", ids["fined"], "--stories", ids["story"], "--fact-date", "2025")
    notebook.do("add", "check", "--claim", ids["skipped"], "--method", "document", "--at", "2026-03-16",
                "--result", "The extract lists the last inspection of the Maribel as 3 October 2024", "--evidence", ids["inspections"])
    notebook.do("add", "enquiry", "--claim", ids["skipped"], "--whom", "Tolvane Line", "--question",
                "When was the Maribel inspected in 2025, and who signed?", "--asked-at", "2026-03-17", "--channel", "e-mail",
                "--deadline", "2026-03-19", "--outcome", "pending")
    notebook.do("edit", ids["fined"], "--status", "corroborated")
    for name in ("skipped", "fined"):
        notebook.do("edit", ids[name], "--entities", ids["line"])


def _add_marks(notebook, ids):
    mark(notebook, ids["inspections"], "highlight", "yellow", "certificates of the four ships had expired in October")
    mark(notebook, ids["inspections"], "quote", "green", "They went on sailing as if nothing had happened")
    mark(notebook, ids["inspections"], "note", "purple", "three requests for comment on Tuesday and Wednesday",
         "--body", "Ask for the mails: when were they sent, and to whom?")
    mark(notebook, ids["inspections"], "entity", "blue", "Anselm Rudd", "--entities", ids["rudd"])
    mark(notebook, ids["dredging"], "question", "purple", "The samples taken before the tender did not reach the rock")
