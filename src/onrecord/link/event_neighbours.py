"""Whom the closing of a way between two states concerns: "Peru shut the Tarn bridge", in a report on two states."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extract.conditions_lexicon import words
from onrecord.extract.drafts import EventDraft
from onrecord.link.event_owners import state_named
from onrecord.link.linkers import Linkers, states_of
from onrecord.link.sides import the_two
from onrecord.model import Actor

_PUBLIC = frozenset(["GOV", "MIL", "COP"])


@cache
def _ways() -> re.Pattern[str]:
    """What lies or runs between two states."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words('between_states')))})s?\b", re.IGNORECASE)


@cache
def _traffic() -> frozenset[str]:
    """What goes that way, and is nobody."""
    return words("vehicles") | words("heavy") | words("freight") | words("cargo") | words("traffic")


def with_neighbour(
    draft: EventDraft, actors: tuple[Actor, ...], recipients: tuple[Actor, ...], linkers: Linkers
) -> tuple[Actor, ...]:
    """The recipients of a closing that names nobody, with the other one of the two states that the report is about."""
    if (draft.event, draft.mode) != ("COERCE", "restrict") or any(not _thing(one, linkers) for one in recipients):
        return recipients
    acting = [named for actor in actors if (named := _public(actor, linkers)) is not None]
    own = {code for actor in acting for code in states_of(actor)}
    if not own or not _closes_way(draft, linkers):
        return recipients
    stage = linkers.actors.stage
    theirs = [one for one in the_two(stage.noticed, stage.known) if not own & states_of(one)]
    return (*recipients, *theirs) if len(theirs) == 1 else recipients


def _closes_way(draft: EventDraft, linkers: Linkers) -> bool:
    """Whether the clause tells of a way, or takes one up that its sentence tells of."""
    sentence = linkers.layers.sentence_at(draft.anchor.start)
    return bool(_ways().search(draft.evidence.text)) or (
        sentence is not None and bool(_ways().search(linkers.layers.text[sentence.start : sentence.end]))
    )


def _public(actor: Actor, linkers: Linkers) -> Actor | None:
    """A state, what acts for it, or the state that the words for somebody name as his ("Velmari customs")."""
    if actor.kind == "state" or (actor.sector in _PUBLIC and states_of(actor)):
        return actor
    return state_named(actor, linkers) if actor.sector is None or actor.sector in _PUBLIC else None


def _thing(actor: Actor, linkers: Linkers) -> bool:
    if actor.kind == "people" and not states_of(actor) and actor.mention is not None:
        tokens = linkers.layers.tokens(actor.mention)
        return tokens is not None and tokens.root.lemma_.lower() in _traffic()
    return actor.kind == "unknown" and actor.resolved_by == "unresolved"
