"""What stands around a mention of a name that may be a state's: words before and behind it, its place in the parse."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from spacy.tokens import Token

from onrecord.annotate.layers import Entity, EntityLabel, Layers
from onrecord.resources.states import Grade, states

LABELS: tuple[EntityLabel, ...] = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC")
GRADES: tuple[Grade, ...] = ("certain", "likely", "hint")
REACH = 60
"""Characters that are looked at before and behind a name."""
_PARTS = re.compile(r"[\w’'.]+|,")
_WORDS = re.compile(r"[\w’'-]+")
_OWNER = re.compile(r"['’]s? ?")
_LINKS = ("of", "with", "between", "to")
_OPENS = ".?!:\n–—-;•"
_NEIGHBOURS = frozenset(["neighbour", "neighbor", "neighbouring", "neighboring"])


def begins(text: str, start: int) -> bool:
    """Whether a sentence or line begins at `start`, with or without marks."""
    before = text[max(0, start - 3) : start].rstrip(" “\"'‘(")
    return not before or before[-1] in _OPENS


def around(
    layers: Layers, start: int, end: int, entity: Entity | None, states_told: Collection[str], by_form: Collection[str]
) -> Iterator[str]:
    """Of the mention at `start`–`end` everything that holds of it (`SHARES` of `state_names`).

    `entity` is what the name was taken for; `states_told` are the names of other states, `by_form` those that a form
    of words told.
    """
    yield "untagged" if entity is None else f"tagged_{entity.label}"
    if entity is not None and entity.label == "PERSON" and entity.origin == "rule":
        yield "rule_person"
    text = layers.text
    if begins(text, start):
        yield "opens"
    yield from _before(text, start)
    yield from _behind(text, end)
    for state in states_told:
        joined = text.startswith((f" and {state}", f", {state}"), end)
        if joined or text.endswith((f"{state} and ", f"{state}, "), 0, start):
            yield "beside_told" if state in by_form else "beside_state"
    paragraph = layers.paragraph_at(start)
    token = None if paragraph is None else paragraph.token_at(end - 1)
    if token is not None:
        yield from _in_parse(token)


def _before(text: str, start: int) -> Iterator[str]:
    sorts = states().contexts
    parts = _PARTS.findall(text[max(0, start - REACH) : start].rpartition("\n")[2])
    if not parts:
        return
    last = parts[-1].lower() if text[start - 1] in "  " else ""
    yield f"after_{'neighbour' if last in _NEIGHBOURS else last}"
    title = last.rstrip(".") in sorts["title"]
    if title:
        yield "titled"
    if last == "," and len(parts) > 1 and parts[-2][:1].isupper():
        yield "comma_before"
    if text[start - 1] == " " and parts[-1][:1].isupper() and not title:
        yield "capital_before"
    linked = parts[:-1] if last == "the" else parts
    if len(linked) > 1 and last and linked[-1].lower() in _LINKS:
        head = linked[-2].lower()
        for name, sort in (
            ("tie_before", "tie"),
            ("office_of", "office"),
            ("place_of", "place"),
            ("body_of", "people"),
        ):
            if head in sorts[sort]:
                yield name
        if head in sorts["delegate"]:
            yield "delegate_of"
        if linked[-1].lower() == "of" and linked[-2][:1].isupper():
            yield "person_of"


def _behind(text: str, end: int) -> Iterator[str]:
    sorts = states().contexts
    rest = text[end : end + REACH].partition("\n")[0]
    owner = _OWNER.match(rest)
    after = rest[owner.end() :] if owner else rest
    words = _WORDS.findall(after)[:3]
    low = [word.lower() for word in words]
    office = any(word in sorts["office"] for word in low)
    people = any(word in sorts["people"] for word in low[:2])
    if owner:
        yield "owns"
        yield "owns_office" if office else "owns_people" if people else "owns_other"
    elif words and after[:1] == " " and words[0][:1].islower():
        if any(word in sorts["office"] for word in low[:2]):
            yield "beside_office"
        if low[0] in sorts["people"]:
            yield "beside_people"
        if low[0] in sorts["place"]:
            yield "beside_place"
    if words and words[0][:1].isupper():
        if after[:1] == " ":
            yield "capital_after"
        elif after[:2] == ", ":
            yield "comma_after"


def _in_parse(token: Token) -> Iterator[str]:
    sorts, stands, above = states().contexts, token.dep_, token.head
    yield f"is_{stands}"
    if stands in ("nsubj", "nsubjpass") and above.pos_ in ("VERB", "AUX"):
        if above.lemma_ in sorts["deed"]:
            yield "does"
        if above.lemma_ in sorts["say"]:
            yield "says"
    if stands in ("dobj", "dative", "pobj") or (stands == "nsubj" and above.dep_ == "ccomp"):
        verb = above.head if stands in ("pobj", "nsubj") else above
        if verb.lemma_ in sorts["ask"]:
            yield "asked"
        if verb.lemma_ in sorts["accuse"]:
            yield "accused"
