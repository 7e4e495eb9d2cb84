"""Statements: who is reported to have said what."""

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements_found import Found
from onrecord.extract.statements_indirect import indirect
from onrecord.extract.statements_learned import learned
from onrecord.extract.statements_merge import laid_out, merged
from onrecord.extract.statements_nesting import drafts
from onrecord.extract.statements_quotes import Quotes, woven
from onrecord.extract.statements_transcripts import handed_out, turns
from onrecord.extract.statements_view import View, views


def statements(layers: Layers) -> tuple[StatementDraft, ...]:
    """The statements of a document in text order, nested ones after the one they stand in.

    What the learned tagger found (the layer `attributions`, empty without its model) and what the rules find.
    """
    seen = tuple(views(layers))
    shown = [*turns(layers), *handed_out(layers)]
    return drafts(layers, laid_out(shown, merged(by_rules(seen), learned(layers, seen))))


def by_rules(seen: tuple[View, ...]) -> list[Found]:
    """What the rules alone find in the paragraphs of a document."""
    quotes = Quotes()
    found: list[Found] = []
    for view in seen:
        taken = quotes.read(view)
        found += indirect(view, taken)
    found += quotes.results()
    return found + woven(quotes.woven, found)
