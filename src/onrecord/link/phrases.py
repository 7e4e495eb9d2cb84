"""Noun phrases that name nobody the room knows: what can still be said of them."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.metonymy import names_agreement
from onrecord.link.names import Names
from onrecord.link.posts_words import is_for_others
from onrecord.link.referents import Polity
from onrecord.model import Actor, Span
from onrecord.model.vocabulary import ActorKind, CountryBy

_BARE = frozenset(["DET", "NUM", "PUNCT", "ADP", "ADV", "CCONJ", "SPACE", "PRON", "PART"])


def unnamed(names: Names, span: Span) -> Actor:
    """The actor of a phrase without a known name: its words where they tell a group, its state where they name one."""
    paragraph = names.layers.paragraph_at(span.start)
    tokens = paragraph.tokens(span) if paragraph is not None else None
    if paragraph is None or tokens is None:
        return Actor(mention=span)
    head = tokens.root
    polity = None if names_agreement(span.text) else _polity(names, span)
    country = polity.codes if polity is not None else ()
    state = polity.name if polity is not None and not country and names.is_state(polity) else None
    by: CountryBy | None = "words" if country or state else None
    plural = head.tag_ in ("NNS", "NNPS")
    proper = head.pos_ == "PROPN"
    if head.pos_ not in ("NOUN", "PROPN") or not (plural or proper):
        return Actor(mention=span, country=country, state=state, country_by=by)
    kind: ActorKind = "people" if plural and not proper else "unknown"
    return Actor(
        mention=span, name=bare_words(tokens[0], head.i), kind=kind, country=country, state=state, country_by=by
    )


def bare_words(first: Token, last: int) -> str:
    """The words from `first` to the token `last`, without articles, numbers and the like in front."""
    doc, start = first.doc, first.i
    while start < last and doc[start].pos_ in _BARE:
        start += 1
    return " ".join(doc[start : last + 1].text.split())


def _polity(names: Names, span: Span) -> Polity | None:
    """The first state that words name, by its name or its people."""
    named = (e for e in names.entities.within(span.start, span.end) if e.label in ("NORP", "GPE"))
    own = (entity for entity in named if not is_for_others(names.layers.text, entity.end))  # "an Iran-backed group"
    return next((polity for entity in own if (polity := names.polity(entity)) is not None), None)
