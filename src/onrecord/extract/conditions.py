"""Conditions: states of affairs that a report describes.

Found by the words of `resources/conditions/lexicon.yaml` in the syntax that makes them a state of the world: a road
that is blocked, a shortage of something that people need; not a bill that is blocked, nor a shortage of ideas.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.conditions_access import access, promised_passage
from onrecord.extract.conditions_barriers import barriers
from onrecord.extract.conditions_clauses import in_full
from onrecord.extract.conditions_closure import closure
from onrecord.extract.conditions_counted import counted_otherwise
from onrecord.extract.conditions_damage import damage, security
from onrecord.extract.conditions_echoes import closures_again, halted
from onrecord.extract.conditions_flight import flight
from onrecord.extract.conditions_hardship import hardship
from onrecord.extract.conditions_harm import harm
from onrecord.extract.conditions_kept import states
from onrecord.extract.conditions_learned import LearnedConditions, bars
from onrecord.extract.conditions_needs import needs
from onrecord.extract.conditions_once import once
from onrecord.extract.conditions_passage import told_by_phrases
from onrecord.extract.conditions_past import is_asked, is_over
from onrecord.extract.conditions_plain import plain
from onrecord.extract.conditions_plight import plight
from onrecord.extract.conditions_queues import stuck, waiting
from onrecord.extract.conditions_reach import reach
from onrecord.extract.conditions_signs import told_by_signs
from onrecord.extract.conditions_supply import supply
from onrecord.extract.conditions_utilities import utility
from onrecord.extract.conditions_whom import with_whom
from onrecord.extract.drafts import ConditionDraft
from onrecord.extract.registry import Drafting
from onrecord.model import Span

_READERS = (
    access,
    closure,
    reach,
    barriers,
    needs,
    supply,
    utility,
    hardship,
    harm,
    flight,
    damage,
    security,
    plain,
    stuck,
    halted,
    plight,
)
_NAME = re.compile(r"\b[A-Z][\w-]+")


def all_conditions(layers: Layers) -> tuple[ConditionDraft, ...]:
    """The conditions of a document that rules or the learned reader tell, in text order."""
    return with_learned(layers, conditions(layers))


def beginning_of_conditions(layers: Layers) -> Drafting:
    """Those that rules tell; the rest of the work adds what the learned reader does."""
    return partial(with_learned, told=conditions(layers))


def conditions(layers: Layers) -> tuple[ConditionDraft, ...]:
    """The conditions of a document that rules tell, in text order."""
    told = list(_found(layers))
    if any(draft.kind == "access" and draft.state == "blocked" for draft in told):
        told += _further(told, [draft for paragraph in layers.paragraphs for draft in _echoes(layers, paragraph)])
    told += _further(told, [draft for paragraph in layers.paragraphs for draft in told_by_signs(layers, paragraph)])
    told += _further(told, [draft for paragraph in layers.paragraphs for draft in told_by_phrases(layers, paragraph)])
    told += _further(
        told, [draft for paragraph in layers.paragraphs for draft in counted_otherwise(layers, paragraph, tuple(told))]
    )
    whole = [draft for paragraph, one in _by_paragraph(layers, told) for draft in _whole(layers, paragraph, [one])]
    return states(sorted(_with_promised(once(whole), _promised(layers)), key=_place))


def with_learned(layers: Layers, told: tuple[ConditionDraft, ...]) -> tuple[ConditionDraft, ...]:
    """Those that rules told with what the learned reader adds, where its model is installed."""
    if layers.conditions is None or not layers.paragraphs:
        return told
    least, made = bars(layers, layers.conditions, told), list[ConditionDraft]()
    for paragraph in layers.paragraphs:
        learned = LearnedConditions(layers, paragraph, layers.conditions)
        inside = [d for d in told if paragraph.start <= d.evidence.start < paragraph.end]
        kept = [with_whom(paragraph, learned.completed(draft)) for draft in inside]
        found = once([*kept, *_whole(layers, paragraph, learned.found(kept, least))])
        made += [*found, *_further(list(found), list(counted_otherwise(layers, paragraph, found)))]
    return states(sorted(made, key=_place))


def _whole(layers: Layers, paragraph: Paragraph, told: Iterable[ConditionDraft]) -> Iterator[ConditionDraft]:
    """Conditions with the whole of what tells them, without those that are history or asked about."""
    for draft in told:
        full = _as_it_stands(in_full(layers, paragraph, draft))
        if not is_over(layers, paragraph, full) and not is_asked(paragraph, full):
            yield with_whom(paragraph, full)


def _as_it_stands(draft: ConditionDraft) -> ConditionDraft:
    """What "will not open", or "has not opened", is closed."""
    if draft.state != "open" or not draft.negated or draft.status not in ("asserted", "planned"):
        return draft
    return replace(draft, state="blocked", status="asserted", negated=False)


def _place(draft: ConditionDraft) -> tuple[Span, str]:
    return draft.evidence, draft.kind


def _by_paragraph(layers: Layers, told: Sequence[ConditionDraft]) -> Iterator[tuple[Paragraph, ConditionDraft]]:
    """Conditions with the paragraphs that they stand in, in text order."""
    for paragraph in layers.paragraphs:
        inside = (draft for draft in told if paragraph.start <= draft.evidence.start < paragraph.end)
        yield from ((paragraph, draft) for draft in sorted(inside, key=_place))


def _found(layers: Layers) -> Iterator[ConditionDraft]:
    for paragraph in layers.paragraphs:
        for token in paragraph.parse:
            if token.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") or token.lower_ == "without":
                for read in _READERS:
                    yield from read(layers, paragraph, token)


def _echoes(layers: Layers, paragraph: Paragraph) -> Iterator[ConditionDraft]:
    """What is told of a closed route in words that tell nothing elsewhere."""
    yield from waiting(layers, paragraph)
    yield from closures_again(layers, paragraph)


def _further(told: list[ConditionDraft], signs: list[ConditionDraft]) -> Iterator[ConditionDraft]:
    """What signs tell where no rule tells anything of the same words, once for the same words."""
    held = [(draft.kind in _ROUTES, draft.evidence) for draft in told]
    for draft in signs:
        of_routes = draft.kind in _ROUTES
        if not any(
            span == draft.evidence or (same == of_routes and span.overlap(draft.evidence)) for same, span in held
        ):
            held.append((of_routes, draft.evidence))
            yield draft


_ROUTES = ("access", "security")


def _promised(layers: Layers) -> list[tuple[frozenset[str], Span]]:
    """What may pass on which route, by the names in the words that promise it."""
    return [
        (frozenset(name.casefold() for name in _NAME.findall(words)), phrase)
        for paragraph in layers.paragraphs
        for words, phrase in promised_passage(paragraph)
    ]


def _with_promised(
    drafts: Sequence[ConditionDraft], promised: list[tuple[frozenset[str], Span]]
) -> Iterator[ConditionDraft]:
    """Closed routes with those whose passage was promised or described on the same route."""
    for draft in drafts:
        if draft.kind != "access" or draft.state == "open" or draft.place is None:
            yield draft
            continue
        names = {name.casefold() for name in _NAME.findall(draft.place.text)} - {"the", "corridor", "road", "crossing"}
        held = [span for route, span in promised if names & route]
        merged = {span.text.casefold(): span for span in (*draft.restricted, *held)}
        yield replace(draft, restricted=tuple(sorted(merged.values())))
