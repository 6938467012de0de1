# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Web Annotation Data Model (W3C Recommendation, 23 February 2017) says MUST hold, a check for each sentence.

A check is a generator of faults; the number in its name is the section of the Recommendation."""

import inspect
import re
import sys

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
               "linking", "moderating", "questioning", "replying", "tagging"}
AGENTS = {"Person", "Organization", "Software"}
CLASSES = {"Dataset", "Image", "Video", "Sound", "Text"}
SELECTORS = {"FragmentSelector", "CssSelector", "XPathSelector", "TextQuoteSelector", "TextPositionSelector", "DataPositionSelector",
             "SvgSelector", "RangeSelector"}
SINGLE = ["created", "modified", "generated", "canonical", "bodyValue", "stylesheet"]
TIME = re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z")
TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|[ix](-[A-Za-z0-9]{1,8})+")
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
MEDIA = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(\s*;.*)?")


def many(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def is_iri(value):
    return isinstance(value, str) and IRI.fullmatch(value) is not None


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_time(value):
    return isinstance(value, str) and TIME.fullmatch(value) is not None


def identifies(value):
    return is_iri(value) or (isinstance(value, dict) and is_iri(value.get("id")))


def types(value):
    return [t for t in many(value.get("type")) if isinstance(t, str)] if isinstance(value, dict) else []


def resources(annotation):
    """Bodies and targets, the members of choices and lists among them."""
    waiting = many(annotation.get("body")) + many(annotation.get("target"))
    while waiting:
        resource = waiting.pop()
        yield resource
        if isinstance(resource, dict):
            waiting += many(resource.get("items"))


def objects(annotation):
    return [r for r in resources(annotation) if isinstance(r, dict)]


def specific(annotation):
    return [r for r in objects(annotation) if "SpecificResource" in types(r) or "source" in r]


def textual(annotation):
    return [r for r in objects(annotation) if "TextualBody" in types(r) or "value" in r]


def selectors(annotation):
    waiting = [s for r in specific(annotation) for s in many(r.get("selector"))]
    while waiting:
        selector = waiting.pop()
        yield selector
        if isinstance(selector, dict):
            waiting += many(selector.get("refinedBy")) + many(selector.get("startSelector")) + many(selector.get("endSelector"))


def states(annotation):
    waiting = [s for r in specific(annotation) for s in many(r.get("state"))]
    while waiting:
        state = waiting.pop()
        yield state
        if isinstance(state, dict):
            waiting += many(state.get("refinedBy"))


def agents(annotation):
    for place in [annotation] + objects(annotation):
        for key in ("creator", "generator"):
            yield from many(place.get(key))


# The annotation.

def annotation_3_1_context(a):
    contexts = many(a.get("@context"))
    if CONTEXT not in contexts:
        yield "one @context must be the annotations'"
    if len(contexts) == 1 and not isinstance(a["@context"], str):
        yield "a single @context must be a string"


def annotation_3_1_id(a):
    if not is_iri(a.get("id")):
        yield "exactly one id that is an IRI"


def annotation_3_1_type(a):
    if "Annotation" not in types(a):
        yield "one type must be Annotation"


def annotation_3_1_target(a):
    if not many(a.get("target")):
        yield "one target or more"


def annotation_3_1_resources(a):
    for resource in resources(a):
        if not isinstance(resource, (str, dict)) or (isinstance(resource, str) and not is_iri(resource)):
            yield f"a body or target is an IRI or an object: {resource}"


def annotation_3_2_1_external(a):
    for r in objects(a):
        if not specific(a) and not textual(a) and not is_iri(r.get("id")):
            yield "an external resource has an IRI"


def annotation_3_2_1_media(a):
    for r in objects(a):
        if any(not isinstance(f, str) or MEDIA.fullmatch(f) is None for f in many(r.get("format"))):
            yield "a format is a media type"


def annotation_3_2_1_language(a):
    for r in objects(a):
        if any(not isinstance(tag, str) or TAG.fullmatch(tag) is None for tag in many(r.get("language"))):
            yield "a language is a BCP 47 tag"


def annotation_3_2_1_processing(a):
    for r in objects(a):
        if "processingLanguage" in r and (not isinstance(r["processingLanguage"], str) or TAG.fullmatch(r["processingLanguage"]) is None):
            yield "one processingLanguage at most"


def annotation_3_2_1_direction(a):
    for r in objects(a):
        if "textDirection" in r and r["textDirection"] not in ("ltr", "rtl", "auto"):
            yield "one textDirection of ltr, rtl, auto"


def annotation_3_2_2_classes(a):
    for r in objects(a):
        if any(not isinstance(t, str) for t in many(r.get("type"))):
            yield "types are strings"


def annotation_3_2_4_embedded(a):
    for r in textual(a):
        if not isinstance(r.get("value"), str):
            yield "an embedded body has one value that is a string"


def annotation_3_2_4_id(a):
    for r in textual(a):
        if "id" in r and not is_iri(r["id"]):
            yield "an embedded body has no id or one IRI"


def annotation_3_2_5_body_value(a):
    if "bodyValue" in a and not isinstance(a["bodyValue"], str):
        yield "bodyValue is one string"
    if "bodyValue" in a and "body" in a:
        yield "bodyValue stands without a body"


def annotation_3_2_6_choice(a):
    for r in objects(a):
        if "Choice" in types(r) and not many(r.get("items")):
            yield "a Choice has items"


def annotation_3_3_1_lifecycle(a):
    for place in [a] + objects(a):
        for key in ("created", "modified", "generated"):
            if key in place and not is_time(place[key]):
                yield f"{key} is one time in UTC with Z: {place[key]}"


def annotation_3_3_1_agents(a):
    for agent in agents(a):
        if not is_iri(agent) and not isinstance(agent, dict):
            yield "an agent is an IRI or an object"


def annotation_3_3_2_agent(a):
    for agent in (x for x in agents(a) if isinstance(x, dict)):
        if "id" in agent and not is_iri(agent["id"]):
            yield "an agent has no id or one IRI"
        if not AGENTS.issuperset(types(agent)):
            yield "an agent is a Person, Organization or Software"


def annotation_3_3_2_agent_names(a):
    for agent in (x for x in agents(a) if isinstance(x, dict)):
        if any(not isinstance(n, str) for n in many(agent.get("name"))):
            yield "names of agents are strings"
        if "nickname" in agent and not isinstance(agent["nickname"], str):
            yield "one nickname at most"


def annotation_3_3_2_agent_email(a):
    for agent in (x for x in agents(a) if isinstance(x, dict)):
        if any(not isinstance(m, str) or not m.startswith("mailto:") for m in many(agent.get("email"))):
            yield "an email is a mailto: IRI"
        if any(not identifies(h) for h in many(agent.get("homepage"))):
            yield "a homepage is an IRI"


def annotation_3_3_3_audience(a):
    for audience in many(a.get("audience")):
        if not isinstance(audience, dict):
            yield "an audience is an object"
        elif any(":" not in t for t in types(audience)) or any(":" not in k for k in audience if k not in ("id", "type")):
            yield "an audience is described in schema.org's words"


def annotation_3_3_5_motivation(a):
    for motivation in many(a.get("motivation")):
        if motivation not in MOTIVATIONS and not is_iri(motivation):
            yield f"a motivation is one of the model's, or an IRI: {motivation}"


def annotation_3_3_5_purpose(a):
    for r in objects(a):
        for purpose in many(r.get("purpose")):
            if purpose not in MOTIVATIONS and not is_iri(purpose):
                yield f"a purpose is a motivation: {purpose}"
        if "purpose" in r and r not in specific(a) + textual(a):
            yield "a purpose stands on embedded or specific resources alone"


def annotation_3_3_6_rights(a):
    for place in [a] + objects(a):
        if any(not identifies(r) for r in many(place.get("rights"))):
            yield "rights are IRIs"


def annotation_3_3_7_other_identities(a):
    for place in [a] + objects(a):
        if "canonical" in place and not identifies(place["canonical"]):
            yield "canonical is one IRI"
        if any(not identifies(v) for v in many(place.get("via"))):
            yield "via are IRIs"


def annotation_single_values(a):
    for key in SINGLE:
        if isinstance(a.get(key), list):
            yield f"{key} has one value at most"


# Specific resources.

def annotation_4_source(a):
    for r in specific(a):
        if not identifies(r.get("source")):
            yield "exactly one source that is an IRI"


def annotation_4_id(a):
    for r in specific(a):
        if "id" in r and not is_iri(r["id"]):
            yield "a specific resource has no id or one IRI"


def annotation_4_2_selectors(a):
    for selector in selectors(a):
        if not is_iri(selector) and not (isinstance(selector, dict) and (types(selector) or is_iri(selector.get("id")))):
            yield "a selector is an IRI or an object with a type"


def annotation_4_2_types(a):
    for selector in (s for s in selectors(a) if isinstance(s, dict)):
        if len(SELECTORS.intersection(types(selector))) != 1:
            yield f"exactly one type of selector: {selector.get('type')}"


def values_of(a, kind, *keys):
    for selector in selectors(a):
        if isinstance(selector, dict) and kind in types(selector):
            for key in keys:
                yield key, selector.get(key), selector


def annotation_4_2_1_fragment(a):
    for key, value, _ in values_of(a, "FragmentSelector", "value"):
        if not isinstance(value, str):
            yield "a FragmentSelector has one value"
    for key, value, _ in values_of(a, "FragmentSelector", "conformsTo"):
        if value is not None and not identifies(value):
            yield "conformsTo is an IRI"


def annotation_4_2_2_css_and_xpath(a):
    for kind in ("CssSelector", "XPathSelector"):
        if any(not isinstance(value, str) for _, value, _ in values_of(a, kind, "value")):
            yield f"a {kind} has one value"


def annotation_4_2_4_exact(a):
    if any(not isinstance(value, str) or value == "" for _, value, _ in values_of(a, "TextQuoteSelector", "exact")):
        yield "a TextQuoteSelector has exactly one exact"


def annotation_4_2_4_around(a):
    if any(value is not None and not isinstance(value, str) for _, value, _ in values_of(a, "TextQuoteSelector", "prefix", "suffix")):
        yield "prefix and suffix are one string at most"


def annotation_4_2_5_position(a):
    for kind in ("TextPositionSelector", "DataPositionSelector"):
        for key, value, selector in values_of(a, kind, "start", "end"):
            if not is_count(value):
                yield f"a {kind} has exactly one {key}, a number not below zero"
            elif is_count(selector.get("start")) and is_count(selector.get("end")) and selector["end"] < selector["start"]:
                yield "the end is not before the start"


def annotation_4_2_8_svg(a):
    if any(not isinstance(value, str) and not is_iri(selector.get("id")) for _, value, selector in values_of(a, "SvgSelector", "value")):
        yield "an SvgSelector has a value or an IRI"


def annotation_4_2_9_range(a):
    for key, value, _ in values_of(a, "RangeSelector", "startSelector", "endSelector"):
        if len(many(value)) != 1:
            yield f"a RangeSelector has exactly one {key}"


def annotation_4_3_states(a):
    for state in states(a):
        if not is_iri(state) and not (isinstance(state, dict) and (types(state) or is_iri(state.get("id")))):
            yield "a state is an IRI or an object with a type"


def time_states(a):
    return [s for s in states(a) if isinstance(s, dict) and "TimeState" in types(s)]


def annotation_4_3_1_dates(a):
    for state in time_states(a):
        for key in ("sourceDate", "sourceDateStart", "sourceDateEnd"):
            if any(not is_time(value) for value in many(state.get(key))):
                yield f"{key} is a time in UTC with Z"


def annotation_4_3_1_date_needed(a):
    for state in time_states(a):
        if "sourceDate" not in state and "sourceDateStart" not in state:
            yield "a TimeState has a sourceDate or a range"


def annotation_4_3_1_range(a):
    for state in time_states(a):
        if ("sourceDateStart" in state) != ("sourceDateEnd" in state):
            yield "a range has a start and an end"
        if "sourceDate" in state and "sourceDateStart" in state:
            yield "a sourceDate stands without a range"
        if isinstance(state.get("sourceDateStart"), list) or isinstance(state.get("sourceDateEnd"), list):
            yield "a range has one start and one end"


def annotation_4_3_1_cached(a):
    for state in time_states(a):
        if any(not identifies(c) for c in many(state.get("cached"))):
            yield "cached copies are IRIs"


def annotation_4_3_2_headers(a):
    for state in states(a):
        if isinstance(state, dict) and "HttpRequestState" in types(state) and not isinstance(state.get("value"), str):
            yield "an HttpRequestState has one value"


def annotation_4_4_style_class(a):
    for r in specific(a):
        if any(not isinstance(c, str) for c in many(r.get("styleClass"))):
            yield "styleClass are strings"
        if "styleClass" in r and "stylesheet" not in a:
            yield "a styleClass means something in a stylesheet of the annotation alone"


def annotation_4_4_stylesheet(a):
    sheet = a.get("stylesheet")
    if sheet is not None and not identifies(sheet) and not (isinstance(sheet, dict) and isinstance(sheet.get("value"), str)):
        yield "a stylesheet is one IRI or one embedded text"
    if isinstance(sheet, dict) and "CssStylesheet" not in types(sheet):
        yield "a stylesheet is a CssStylesheet"


def annotation_4_5_rendered(a):
    for r in specific(a):
        if any(not identifies(v) and not isinstance(v, dict) for v in many(r.get("renderedVia"))):
            yield "renderedVia are IRIs or objects"


def annotation_4_6_scope(a):
    for r in specific(a):
        if any(not identifies(s) for s in many(r.get("scope"))):
            yield "scopes are IRIs"


# Collections and pages.

def collection_5_1_context(c):
    yield from annotation_3_1_context(c)


def collection_5_1_id(c):
    yield from annotation_3_1_id(c)


def collection_5_1_type(c):
    if "AnnotationCollection" not in types(c):
        yield "one type must be AnnotationCollection"


def collection_5_1_label(c):
    if any(not isinstance(label, str) for label in many(c.get("label"))):
        yield "labels are strings"


def collection_5_1_total(c):
    if "total" in c and not is_count(c["total"]):
        yield "total is one number not below zero"


def collection_5_1_first(c):
    if c.get("total") != 0 and not identifies(c.get("first")):
        yield "a collection that is not empty has exactly one first page"


def collection_5_1_last(c):
    if "last" in c and not identifies(c["last"]):
        yield "last is one IRI"


def collection_5_1_lifecycle(c):
    yield from annotation_3_3_1_lifecycle(c)


def collection_5_1_agents(c):
    yield from annotation_3_3_2_agent(c)


def collection_5_1_count(c):
    if isinstance(c.get("first"), dict) and "next" not in c["first"] and c.get("total") != len(many(c["first"].get("items"))):
        yield "total is the number of annotations"


def page_5_2_context(p):
    yield from annotation_3_1_context(p)


def page_5_2_id(p):
    yield from annotation_3_1_id(p)


def page_5_2_type(p):
    if "AnnotationPage" not in types(p):
        yield "one type must be AnnotationPage"


def page_5_2_part_of(p):
    if not isinstance(p.get("partOf"), dict) or not is_iri(p["partOf"].get("id")):
        yield "partOf is one object with an IRI"


def page_5_2_part_of_type(p):
    if isinstance(p.get("partOf"), dict) and "AnnotationCollection" not in types(p["partOf"]):
        yield "a page is part of a collection"


def page_5_2_part_of_total(p):
    part = p.get("partOf")
    if isinstance(part, dict) and "total" in part and not is_count(part["total"]):
        yield "the total of a collection is one number not below zero"


def page_5_2_items(p):
    if not isinstance(p.get("items"), list):
        yield "items is a list"


def page_5_2_items_are_annotations(p):
    for item in many(p.get("items")):
        if not is_iri(item) and "Annotation" not in types(item):
            yield "an item is an IRI or an annotation"


def page_5_2_items_whole(p):
    if len({isinstance(item, str) for item in many(p.get("items"))}) > 1:
        yield "items are all IRIs or all annotations"


def page_5_2_items_differ(p):
    ids = [item if isinstance(item, str) else item.get("id") for item in many(p.get("items"))]
    if len(ids) != len(set(ids)):
        yield "an annotation stands in a page once"


def page_5_2_next(p):
    if "next" in p and not identifies(p["next"]):
        yield "next is one IRI"


def page_5_2_previous(p):
    if "prev" in p and not identifies(p["prev"]):
        yield "prev is one IRI"


def page_5_2_start(p):
    if "startIndex" in p and not is_count(p["startIndex"]):
        yield "startIndex is one number not below zero"


def page_5_2_no_collection_properties(p):
    if "first" in p or "last" in p:
        yield "first and last belong to the collection"


def page_5_2_lifecycle(p):
    yield from annotation_3_3_1_lifecycle(p)


def checks(prefix):
    return [f for name, f in inspect.getmembers(sys.modules[__name__], inspect.isfunction) if re.match(prefix + r"_(\d|single)", name)]


def faults(thing, prefix):
    return [f"{check.__name__}: {fault}" for check in checks(prefix) for fault in check(thing)]


def judge(collection):
    """All that is wrong with a collection whose first page is embedded, its page and its annotations. What is embedded inherits the context."""
    found = faults(collection, "collection")
    page = collection.get("first")
    if isinstance(page, dict):
        page = {"@context": collection.get("@context"), **page}
        found += faults(page, "page")
        for item in page.get("items", []):
            found += [f"{item.get('id')}: {fault}" for fault in faults({"@context": collection.get("@context"), **item}, "annotation")]
    return found
