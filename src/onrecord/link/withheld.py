"""Sources that keep back who they are: "a government source", "a Tarvian source", "a source in the army"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.home_bodies import is_of_authority
from onrecord.model import Actor, Span
from onrecord.resources.institutions import body_noun

if TYPE_CHECKING:
    from onrecord.link.stage import Stage


def withheld_source(stage: Stage, source: Span) -> Actor:
    """The actor of such words, without a name: of the state they name before the noun.

    An authority's source for which none is named is of the state that the report is written from.
    """
    paragraph = stage.layers.paragraph_at(source.start)
    tokens = None if paragraph is None else paragraph.tokens(source)
    if paragraph is None or tokens is None:
        return Actor(mention=source)
    head = paragraph.start + tokens.root.idx
    named = [p for e in stage.names.entities.within(source.start, head) if (p := stage.names.polity(e)) is not None]
    if named:
        told = stage.names.is_state(named[0]) or bool(named[0].codes)
        state = named[0].name if told and not named[0].codes else None
        return Actor(mention=source, country=named[0].codes, state=state, country_by="words" if told else None)
    before = [token for token in tokens if token.i < tokens.root.i]
    word = next((token.lower_ for token in before if is_of_authority(token.lower_)), None)
    if word is None:
        return Actor(mention=source)
    noun = body_noun([word])
    sector = noun.sector if noun is not None else "GOV"
    home = stage.home
    if home is None:
        return Actor(mention=source, sector=sector)
    state = None if home.codes else home.name
    return Actor(mention=source, country=home.codes, state=state, country_by="report", sector=sector)
