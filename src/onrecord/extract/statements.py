"""Statements: who is reported to have said what."""

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_indirect import indirect, listed, opening
from onrecord.extract.statements_inner import inner
from onrecord.extract.statements_learned import learned
from onrecord.extract.statements_merge import laid_out, merged
from onrecord.extract.statements_nesting import drafts
from onrecord.extract.statements_quotes import Quotes, announcement, woven
from onrecord.extract.statements_repair import repaired, without_requests
from onrecord.extract.statements_scraps import without_bringers, without_scraps
from onrecord.extract.statements_told_on import told_by_others, told_on
from onrecord.extract.statements_trailing import without_occasion
from onrecord.extract.statements_transcripts import handed_out, turns
from onrecord.extract.statements_view import View, views


def statements(layers: Layers) -> tuple[StatementDraft, ...]:
    """The statements of a document in text order, nested ones after the one they stand in.

    What the learned tagger found (the layer `attributions`, empty without its model) and what the rules find.
    """
    seen = tuple(views(layers))
    shown = [*turns(layers), *handed_out(layers)]
    both = without_scraps(layers, merged(by_rules(seen), list(repaired(layers, learned(layers, seen)))))
    parted = told_by_others(layers, laid_out(shown, without_requests(layers, both)))
    told = [without_occasion(layers, one) for one in (*parted, *inner(layers, seen, parted))]
    return drafts(layers, without_bringers(layers, told_on(layers, told)))


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
