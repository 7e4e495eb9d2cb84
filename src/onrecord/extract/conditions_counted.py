"""Another figure for what was told just before: "Velmar puts the number at thirty", "officials spoke of four".

The figure is of the same sort as the one that the paragraph tells last; whose word it stands on the clause says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.syntax import child, own_arms
from onrecord.extract.conditions_frame import draft, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.drafts import ConditionDraft

_KINDS = ("casualties", "displacement", "humanitarian")
_AHEAD = frozenset(["will", "would", "may", "might", "could", "should", "must", "to"])


def counted_otherwise(layers: Layers, paragraph: Paragraph, told: Sequence[ConditionDraft]) -> Iterator[ConditionDraft]:
    """What a paragraph tells of a figure in other figures."""
    for verb in paragraph.parse:
        if verb.pos_ == "VERB" and (number := _figure(verb)) is not None:
            before = [
                one
                for one in told
                if one.kind in _KINDS and one.quantity is not None
                and paragraph.start <= one.evidence.start
                and one.evidence.end <= paragraph.start + verb.idx
            ]  # fmt: skip
            if before:
                last = max(before, key=lambda one: one.evidence)
                made = draft(layers, paragraph, last.kind, verb, verb_evidence(verb), sectors=last.sectors)
                yield replace(made, quantity=paragraph.span(verb.doc[number.i : number.i + 1]), place=last.place)


def _figure(verb: Token) -> Token | None:
    """The bare number that a verb of counting gives; null where it counts something that it names."""
    subject, given = child(verb, "nsubj"), child(verb, "dobj")
    if subject is None or any(c.lower_ in _AHEAD for c in verb.children if c.dep_ == "aux"):
        return None
    lemma = verb.lemma_.lower()
    if lemma in words("putting_at") and (given is None or given.lemma_.lower() in words("tallies")):
        return next((n for name, n in own_arms(verb) if name in ("at", "as") and n.like_num), None)
    if lemma in words("speaking_of"):
        return next((n for name, n in own_arms(verb) if name == "of" and n.like_num), None)
    return given if lemma in words("counting") and given is not None and given.like_num else None
