"""Statements: who is reported to have said what."""

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.registry import Drafting
from onrecord.extract.statements_accounts import accounts
from onrecord.extract.statements_answers import answers, asked_between
from onrecord.extract.statements_completed import completed
from onrecord.extract.statements_formulas import without_formulas
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_handed_out import handed_out
from onrecord.extract.statements_indirect import indirect, listed, opening
from onrecord.extract.statements_inner import inner
from onrecord.extract.statements_interposed import interposed
from onrecord.extract.statements_learned import learned
from onrecord.extract.statements_letters import heads_mail, letters
from onrecord.extract.statements_merge import apart, laid_out, merged
from onrecord.extract.statements_nesting import drafts
from onrecord.extract.statements_posts import posts
from onrecord.extract.statements_quotes import Quotes, announcement, woven
from onrecord.extract.statements_repair import repaired, without_requests, without_titles
from onrecord.extract.statements_resolved import resolved
from onrecord.extract.statements_scraps import without_bringers, without_scraps
from onrecord.extract.statements_told_on import told_by_others, told_on
from onrecord.extract.statements_trailing import without_occasion
from onrecord.extract.statements_transcripts import turns
from onrecord.extract.statements_view import View, views

_SENTENCE = re.compile(r"\b[a-z]{2,} .*[.?!…”\"’']$", re.DOTALL)
"""A line of somebody's words, none that tells a place or an hour."""


def statements(layers: Layers) -> tuple[StatementDraft, ...]:
    """The statements of a document in text order, nested ones after the one they stand in.

    What the learned tagger found (the layer `attributions`, empty without its model) and what the rules find.
    """
    return _joined(layers, Groundwork.of(layers))


def beginning_of_statements(layers: Layers) -> Drafting:
    """What rules find and the layout shows; the rest of the work joins it with what the tagger found."""
    return partial(_joined, ground=Groundwork.of(layers))


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What finding statements begins with: the paragraphs as rules see them, what rules find, what the layout shows."""

    seen: tuple[View, ...]
    ruled: list[Found]
    shown: list[Found]

    @classmethod
    def of(cls, layers: Layers) -> Self:
        """Without the tagger's layers."""
        seen = tuple(views(layers))
        return cls(seen, by_rules(seen), shown_by_layout(layers))


def _joined(layers: Layers, ground: Groundwork) -> tuple[StatementDraft, ...]:
    seen, shown = ground.seen, ground.shown
    both = merged(ground.ruled, list(repaired(layers, learned(layers, seen))))
    both = without_scraps(layers, both, ground.ruled)
    asked = apart(asked_between(layers), [*both, *shown])
    both = resolved(layers, [*both, *asked])
    beside = without_titles(layers, shown, without_requests(layers, both))
    parted = without_formulas(layers, told_by_others(layers, laid_out(shown, beside)))
    parted = completed(layers, interposed(layers, seen, parted))
    told = [without_occasion(layers, one) for one in (*parted, *inner(layers, seen, parted))]
    told = [one for one in told_on(layers, told) if not heads_mail(layers, one)]
    return drafts(layers, without_bringers(layers, told))


def shown_by_layout(layers: Layers) -> list[Found]:
    """What the layout shows to be somebody's words: turns, posts, letters, releases."""
    spoken = turns(layers) or answers(layers)
    written = letters(layers) or handed_out(layers) or accounts(layers)
    return [*spoken, *_before(layers, written, spoken), *posts(layers)]


def _before(layers: Layers, written: list[Found], spoken: list[Found]) -> list[Found]:
    """What is handed out above a talk: up to its first turn, without lines that tell its place and hour."""
    if not spoken:
        return written
    start = spoken[0].content[0][0]
    above = [
        (one, tuple(p for p in one.content if p[1] <= start and _SENTENCE.search(layers.text, *p))) for one in written
    ]
    return [replace(one, content=parts) for one, parts in above if parts]


def by_rules(seen: tuple[View, ...]) -> list[Found]:
    """What the rules alone find in the paragraphs of a document."""
    quotes = Quotes()
    found: list[Found] = []
    announced: Bounds | None = None
    for view in seen:
        taken = quotes.read(view)
        own = list(indirect(view, taken, announced if _is_item(view) else None))
        found += list(own)
        if announced is not None and not taken and not any(one.source == announced for one in own):
            opened = list(opening(view, announced)) if _is_item(view) else []
            found += opened or ([] if own else list(listed(view, announced)))
        told = announcement(view)
        announced = told.source if told is not None else announced if _is_item(view) else None
    found += quotes.results()
    return found + woven(quotes.woven, found)


def _is_item(view: View) -> bool:
    """Whether a paragraph is an item of a list: it begins with a bullet, a figure or a small letter."""
    first = view.tokens[0].text if view.tokens else ""
    return not first[:1].isalpha() or first[:1].islower()
