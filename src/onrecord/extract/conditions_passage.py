"""Routes shut, half open or open by phrases: "at a standstill", "let through only ambulances", "a ban on lorries".

The phrases are data (`resources/conditions/passage.yaml`) and are looked for in the text of a sentence; a rule that
reads the parse comes first.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.annotate.syntax import grammatical_subjects, is_passive, own_arms
from onrecord.extract.conditions_frame import begun, draft, since, verb_evidence
from onrecord.extract.conditions_kept_out import mover_phrase
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_phrases import Phrases
from onrecord.extract.conditions_routes import is_region, is_route, route_phrase
from onrecord.extract.conditions_signs import governing
from onrecord.extract.conditions_status import status
from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span
from onrecord.resources.cues import any_of
from onrecord.resources.lexicon import read_yaml


@dataclass(frozen=True, slots=True)
class Passage:
    """What phrases tell: `state`; `route` says whether the sentence must name a route."""

    state: str
    route: bool


_ONLY = r"(?:only|solely|nothing but|none but|no one but|nobody but)"
_STARS = r"(?:[\w’'-]+\s+){0,4}[\w’'-]+"


@functools.cache
def passages() -> Phrases[Passage]:
    """The rows of the table with their phrases, in its order."""
    source = files("onrecord") / "resources" / "conditions" / "passage.yaml"
    rows: list[dict[str, Any]] = read_yaml(source.read_text(encoding="utf-8"))
    return Phrases(((Passage(row["state"], row["of"] == "route"), row["words"]) for row in rows), _special)


def _special(word: str) -> str | None:
    """The pattern of a word that stands for others; null for a plain one."""
    if word == "<mover>":
        return rf"(?:(?!no\b)[\w’'-]+\s+){{0,2}}{_movers()}(?:\s+ha(?:s|ve|d))?"
    return {"<only>": _ONLY, "*": _STARS}.get(word)


@functools.cache
def _movers() -> str:
    """Words for what passes, singular and plural."""
    told = words("passing") | words("vehicles") | words("traffic") | {"pedestrian", "person", "livestock", "people"}
    forms = {form for word in told for form in (word, f"{word}s", re.sub(r"y$", "ies", word))}
    return any_of(forms)


def told_by_phrases(layers: Layers, paragraph: Paragraph) -> Iterator[ConditionDraft]:
    """The states of routes that phrases and bans tell in a paragraph."""
    doc = paragraph.parse
    for row, found in passages().find(doc.text):
        tokens = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        verb = None if tokens is None else governing(tokens[-1])
        if tokens is None or verb is None:
            continue
        route = _route(layers, paragraph, tokens)
        if row.route and route is None:
            continue
        yield _draft(layers, paragraph, verb, tokens, route, row.state)
    for token in doc:
        if token.lemma_.lower() in words("bans") and token.pos_ == "NOUN":
            yield from _banned(layers, paragraph, token)


def _route(layers: Layers, paragraph: Paragraph, tokens: Tokens) -> Token | None:
    """The route that the sentence names nearest to the words."""
    sentence = tokens[0].sent
    named = [t for t in sentence if is_route(layers, paragraph, t, "") and t.lower_ not in ("access", "passage")]
    return min(named, key=lambda t: abs(t.i - tokens.start), default=None)


def _draft(
    layers: Layers, paragraph: Paragraph, verb: Token, tokens: Tokens, route: Token | None, state: str,
    kept: tuple[Span, ...] = (),
) -> ConditionDraft:  # fmt: skip
    evidence = verb_evidence(verb)
    if not evidence.start <= tokens.start < evidence.end:
        evidence = verb.doc[min(evidence.start, tokens.start) : max(evidence.end, tokens.end)]
    told = status(verb)
    permitted = any(c.lower_ in ("can", "may", "could", "ca") for c in verb.children)
    movers = [
        t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in words("passing") | words("vehicles")
    ]
    only = any(t.lower_ in ("only", "but", "solely") for t in tokens)
    all_movers = [noun for first in movers[:1] for noun in coordinated(first)]
    passing = () if only or state == "blocked" else tuple(paragraph.span(mover_phrase(m)) for m in all_movers)
    if not passing and state != "open" and not only and (who := _held(verb)) is not None:
        passing = (paragraph.span(mover_phrase(who)),)
    return ConditionDraft(
        kind="access",
        place=None if route is None else paragraph.span(route_phrase(route)),
        state=state,
        restricted=kept or passing,
        since=since(layers, paragraph.span(evidence)) or _opened(layers, paragraph, verb, state),
        evidence=paragraph.span(evidence),
        status="asserted" if told == "hypothetical" and permitted else told,
        negated=False,
    )


def _held(verb: Token) -> Token | None:
    """Whom a passive verb keeps from passing: "drivers are turned away", "timber held up at the gate"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    if not is_passive(verb):
        return None
    found = next(iter(grammatical_subjects(verb)), None)
    return found if found is not None and not (found.lower_ in ("it", "that", "this") or _a_way(found)) else None


def _a_way(noun: Token) -> bool:
    return noun.lemma_.lower() in words("routes") | words("regions") or noun.ent_type_ in ("GPE", "LOC", "FAC")


def _opened(layers: Layers, paragraph: Paragraph, verb: Token, state: str) -> Span | None:
    """The day on which it began: of the verb, or of the sentence ("the first ferry to dock … came on Sunday")."""
    first = verb.sent.root if state == "open" and verb.tag_ == "VB" else verb
    while first.dep_ == "xcomp" and first.head.pos_ == "VERB":
        first = first.head  # "stopped running on Monday"
    return begun(layers, paragraph, first)


def _banned(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "a ban on the movement of livestock and lorries is in force", "the ban on lorries was lifted"."""
    barred = next((n for name, n in own_arms(noun) if name == "on"), None)
    verb = governing(noun)
    if barred is None or verb is None:
        return
    inside = next(
        (n for name, n in own_arms(barred) if name == "of" and barred.lemma_.lower() in words("movements")), barred
    )
    parts = coordinated(inside)
    moves = words("passing") | words("vehicles") | words("movements") | words("traffic")
    if not any(t.lemma_.lower() in moves for n in parts for t in (n, barred)):
        return
    ended = verb.lemma_.lower() in words("ending") | {"scrap", "cancel", "rescind", "expire"}
    route = next((t for t in noun.sent if is_route(layers, paragraph, t, "")), None)
    route = route or next(
        (n for name, n in own_arms(verb) if name in ("in", "on", "at") and is_region(layers, paragraph, n)), None
    )
    made = draft(layers, paragraph, "access", verb, verb_evidence(verb))
    yield ConditionDraft(
        kind="access",
        place=None if route is None else paragraph.span(route_phrase(route)),
        state="open" if ended else "restricted",
        restricted=tuple(paragraph.span(noun_phrase(n)) for n in parts),
        since=made.since or begun(layers, paragraph, verb),
        evidence=made.evidence,
        status=made.status,
        negated=made.negated,
    )
