"""Cities among the parties of an event: one that is only struck or left is no government that acts or suffers.

"A bomb struck Kabul" was not done by Afghanistan's government, nor to it: the deed hit the state whose city it is, as a
deed done to any thing of a state does; a march from Cairo turns to nobody there.
"""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.phrases import first_of
from onrecord.codebook.plover import VERBAL
from onrecord.link.event_owners import DEEDS
from onrecord.link.linkers import Linkers, distinct
from onrecord.model import Actor
from onrecord.resources.metonymy import metonymy

_TAKEN = ("dobj", "nsubj", "nsubjpass", "attr", "ROOT", "npadvmod")
_ON_GROUND = DEEDS | {"PROTEST", "MOBILIZE", "RETREAT", "AID"}
"""Events that happen at a place; a visit to a capital, or a word turned to it, is its government's."""
_NOWHERE = VERBAL | {"RETREAT", "MOBILIZE"}
_WALKED = ("PROTEST", "RETREAT")
_WAYS = ("to", "from", "into", "in", "at", "through", "toward", "towards", "across")
"""Prepositions by which a march or a retreat goes or stays somewhere."""
_AT = ("in", "at", "near", "outside", "inside", "across", "around", "throughout")
"""Prepositions by which anything happens somewhere: "a blast in Kabul" was done to nobody there in particular."""
_MISSIONS = frozenset(
    (
        "embassy embassies consulate consulates mission missions ambassador envoy diplomat diplomats government"
        " authority authorities ruler rulers leader leaders leadership official officials regime administration"
    ).split()
)
"""What is sent to a government, or is one, behind which "in Kabul" tells to or of whom."""


def without_cities(event: str, actors: tuple[Actor, ...], linkers: Linkers) -> tuple[Actor, ...]:
    """The actors of an event that are no mere places."""
    return tuple(a for a in without_spots(actors, linkers) if _place(event, a, linkers) is None)


def without_spots(parties: tuple[Actor, ...], linkers: Linkers) -> tuple[Actor, ...]:
    """The parties of any event without the towns where it is done: "met him in Paris", "the road
    between Lae and Wau"."""
    return tuple(party for party in parties if not _is_spot(party, linkers))


def _is_spot(actor: Actor, linkers: Linkers) -> bool:
    """Whether the words for somebody are only a town's name behind a word for where; a country's name is a state's."""
    words, layers = actor.mention, linkers.layers
    if words is None or actor.kind == "state":
        return False
    toponym = layers.toponym_at(words.end - 1)
    if toponym is None or toponym.use != "literal" or (toponym.start, toponym.end) != (words.start, words.end):
        return False
    tokens = layers.tokens(words)
    head = None if tokens is None else first_of(tokens.root, beside=True)
    if head is None or head.dep_ != "pobj":
        return False
    preposition = head.head
    if preposition.lower_ == "between":
        return preposition.head.lower_ in metonymy().routes
    return preposition.lower_ in _AT and preposition.head.lower_ not in _MISSIONS


def with_states(event: str, mode: str | None, recipients: tuple[Actor, ...], linkers: Linkers) -> tuple[Actor, ...]:
    """The recipients of an event; for a city that is only its place the state, where a deed was done to it, or a
    mission there is closed."""
    found: list[Actor] = []
    for actor in recipients:
        head = _place(event, actor, linkers)
        if head is None:
            found.append(actor)
        elif (event in DEEDS and head.dep_ in _TAKEN) or (event, mode) == ("SANCTION", "withdraw"):
            state = _state(actor, linkers)
            found += [] if state is None else [state]
    return distinct(found)


def without_places(event: str, recipients: tuple[Actor, ...], linkers: Linkers) -> tuple[Actor, ...]:
    """The recipients of an act without towns and rivers to which no words are turned and from which somebody leaves:
    "promised to send a doctor to Rakhiv", "withdrew its guns from the Drina"."""
    if event not in _NOWHERE:
        return recipients
    moved = event not in VERBAL
    return tuple(r for r in recipients if r.kind != "unknown" or r.country or not _on_map(r, linkers, moved))


def _on_map(actor: Actor, linkers: Linkers, moved: bool) -> bool:
    """Whether the words for somebody end in a name that is used for a place here; where one moves, whether they have
    one ("the Drina river")."""
    words = actor.mention
    if words is None:
        return False
    names = [t for t in linkers.layers.toponyms_in(words.start, words.end) if t.use == "literal"]
    return any(moved or t.end == words.end for t in names)


def _place(event: str, actor: Actor, linkers: Linkers) -> Token | None:
    """The word by which a city stands in the clause, where it is only the event's place; None for all others."""
    if event not in _ON_GROUND or actor.kind != "government" or actor.resolved_by != "metonym" or actor.mention is None:
        return None
    stage, words = linkers.actors.stage, actor.mention
    mention = next((m for m in stage.noticed if words.start <= m.start < words.end and m.literal), None)
    noun = stage.heads.get(mention.head) if mention is not None else None
    head = None if noun is None else first_of(noun, beside=True)
    if head is None or head.dep_ in _TAKEN:
        return head
    ways = _AT + _WAYS if event in _WALKED else _AT
    if head.dep_ == "pobj" and head.head.lower_ == "of" and event not in DEEDS:
        return head if head.head.head.lower_ in metonymy().place_parts else None  # "patrolled the streets of Lima"
    return head if head.dep_ == "pobj" and head.head.lower_ in ways else None


def _state(actor: Actor, linkers: Linkers) -> Actor | None:
    stage = linkers.actors.stage
    if actor.mention is None:
        return None
    for entity in stage.names.entities.within(actor.mention.start, actor.mention.end):
        if (polity := stage.names.polity(entity)) is not None:
            return stage.known.state(polity).actor(actor.mention, "metonym")
    return None
