"""Whose they are to whom something is done: beside a state's soldiers that are accused, its freight that is seized, the
state; beside the council that is asked to sit, its organisation; for an adjective alone, the state."""

from __future__ import annotations

from onrecord.annotate.metonymy import names_agreement
from onrecord.annotate.syntax import child
from onrecord.link.linkers import Linkers, distinct, identity, states_of
from onrecord.link.posts_words import is_for_others
from onrecord.link.referents import Polity
from onrecord.link.voices_of import OFFICIAL, principal
from onrecord.model import Actor, Span
from onrecord.resources import countries, organizations

WORDS = frozenset(["ACCUSE", "THREATEN", "REQUEST"])
"""Acts of words by which a state's armed forces stand for the state."""
PROMISES = frozenset(["AGREE", "CONCEDE"])
"""Acts of words that, where they serve people or things of a state, are turned to the state."""
DEEDS = frozenset(["ASSAULT", "COERCE", "SANCTION"])
"""Deeds that, done to a thing of a state, are done to the state."""
ON_THINGS = DEEDS | {"RETREAT"}
"""These, and what is undone: "lifted its ban on Ostrian wheat"."""
ARMED = frozenset(["MIL", "SPY", "COP"])
GUARDS = frozenset(["guard", "customs", "officer"])
"""Nouns of those who serve a state whose people they are named after, and serve others too."""


def with_owners(
    event: str, mode: str | None, recipients: tuple[Actor, ...], linkers: Linkers, actors: tuple[Actor, ...] = ()
) -> tuple[Actor, ...]:
    """The recipients of an act with those whose they are."""
    named = tuple(_state_alone(actor, linkers) or actor for actor in recipients)
    owners = [owner for actor in named if (owner := _owner(event, mode, actor, linkers)) is not None]
    if event in WORDS or event in PROMISES:
        own = {code for actor in actors if actor.sector in OFFICIAL for code in states_of(actor)}
        abroad = bool(own) or any(actor.kind == "organization" for actor in actors)
        asked = [
            state for one in named if abroad and one.kind == "person" and (state := principal(one, None)) is not None
        ]
        owners = [owner for owner in (*owners, *asked) if not own & states_of(owner)]
    known = {identity(actor) for actor in named}
    if not owners and event in DEEDS and (state := _struck(named, actors, linkers)) is not None:
        owners = [state]
    if event in DEEDS and len(named) > 1:
        named = tuple(actor for actor in named if not _at_home(actor, actors))
    return distinct([*named, *(owner for owner in owners if identity(owner) not in known)])


def _at_home(struck: Actor, actors: tuple[Actor, ...]) -> bool:
    """Whether somebody is the very state that did a deed to another, and so only where it was done: "Velmari jets
    bombed a market in Velmar"."""
    own = {code for actor in actors for code in states_of(actor)}
    return struck.kind == "state" and states_of(struck) <= own


def with_senders(event: str, actors: tuple[Actor, ...], linkers: Linkers) -> tuple[Actor, ...]:
    """The actors of an event, beside a mere thing that acts the state whose it is ("Velmari jets bombed …"), and beside
    a state's own forces the state for which they did the deed ("Velmari police arrested two engineers")."""
    things = [actor for actor in actors if actor.kind == "unknown" and actor.resolved_by == "unresolved"]
    states = [state for thing in things if (state := state_named(thing, linkers)) is not None]
    if event in DEEDS:
        states += [state for one in actors if (state := _sent_by(one, linkers)) is not None]
    known = {identity(actor) for actor in actors}
    return distinct([*actors, *(state for state in states if identity(state) not in known)])


def _sent_by(actor: Actor, linkers: Linkers) -> Actor | None:
    """The one state whose forces, police or guards somebody is, by his sector: an armed group's is none of these."""
    if actor.kind not in ("people", "group") or len(states_of(actor)) != 1 or not _armed(actor, linkers):
        return None
    named = state_named(actor, linkers)
    if named is not None and states_of(named) & states_of(actor):
        return named  # in "soldiers from Norland and Sund" it is the first for both
    if not actor.country or actor.mention is None:
        return None
    return linkers.actors.stage.known.state(Polity.of(actor.country[0])).actor(None, "coreference")


def _armed(actor: Actor, linkers: Linkers) -> bool:
    """Whether an actor is a state's armed service, by its sector or, where it has none, by its noun."""
    if actor.sector is not None or actor.mention is None:
        return actor.sector in ARMED
    tokens = linkers.layers.tokens(actor.mention)
    return tokens is not None and tokens.root.lemma_.lower() in GUARDS


def _owner(event: str, mode: str | None, actor: Actor, linkers: Linkers) -> Actor | None:
    """Whose a recipient is, where an act on him is one on them too; None where it is his alone."""
    if event == "REQUEST" and mode == "meet" and actor.kind == "organization":
        return _whole(actor, linkers)
    forces = event in WORDS and actor.kind in ("people", "group") and _armed(actor, linkers)
    thing = event in ON_THINGS and actor.kind == "unknown" and actor.resolved_by == "unresolved"
    served = (
        event in PROMISES and actor.kind in ("people", "unknown") and actor.resolved_by in ("unresolved", "demonym")
    )
    return state_named(actor, linkers) if forces or thing or served else None


def _struck(recipients: tuple[Actor, ...], actors: tuple[Actor, ...], linkers: Linkers) -> Actor | None:
    """The foreign state in which a deed struck mere things ("Velmari jets hit a market in Ardenia")."""
    own = {code for actor in actors for code in states_of(actor)}
    if not own or not recipients or any(r.kind != "unknown" or r.resolved_by != "unresolved" for r in recipients):
        return None
    state = next((s for actor in recipients if (s := _standing_in(actor, linkers)) is not None), None)
    return state if state is not None and not own & states_of(state) else None


def _standing_in(thing: Actor, linkers: Linkers) -> Actor | None:
    """The state told right after the words for a thing, or before its name: "a village in X", "the Xian port of Y"."""
    words = thing.mention
    paragraph = linkers.layers.paragraph_at(words.start) if words is not None else None
    tokens = paragraph.tokens(words) if paragraph is not None and words is not None else None
    if paragraph is None or tokens is None or tokens.root.pos_ not in ("NOUN", "PROPN"):
        return None
    root = tokens.root
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ == "NOUN":
        kind = root.head.head
        return _state_within(paragraph.span(kind.doc[kind.left_edge.i : kind.i + 1]), linkers)
    after = root.doc[tokens.end] if tokens.end < len(root.doc) else None
    place = child(after, "pobj") if after is not None and after.lower_ in ("in", "of") else None
    if after is None or place is None or after.head not in (root, root.head):
        return None
    return _state_within(paragraph.span(root.doc[after.i + 1 : place.right_edge.i + 1]), linkers)


def _whole(actor: Actor, linkers: Linkers) -> Actor | None:
    """The organisation that a body is an organ of, by the table or by its own words ("the League's council")."""
    known = linkers.actors.stage.known
    row = organizations.by_id(actor.id or "")
    parent = organizations.by_id(row.part_of) if row is not None else None
    if parent is not None:
        return known.organization(parent).actor(None, "name")
    words = actor.mention
    paragraph = linkers.layers.paragraph_at(words.start) if words is not None else None
    tokens = paragraph.tokens(words) if paragraph is not None and words is not None else None
    owner = child(tokens.root, "poss") if tokens is not None else None
    if owner is None or paragraph is None or owner.pos_ != "PROPN":
        return None
    entity = linkers.actors.stage.names.at(paragraph, owner)
    whose = known.entity(entity) if entity is not None and entity.label == "ORG" else None
    return whose.actor(None, "name") if whose is not None and whose.kind == "organization" else None


def state_named(actor: Actor, linkers: Linkers) -> Actor | None:
    """The state that the words for somebody name as his."""
    if actor.mention is None or (actor.candidates and actor.kind == "unknown"):
        return None  # "Brussels", of nobody in particular
    return _state_within(actor.mention, linkers)


def _state_within(words: Span, linkers: Linkers) -> Actor | None:
    if names_agreement(words.text):
        return None
    stage = linkers.actors.stage
    for entity in stage.names.entities.within(words.start, words.end):
        if is_for_others(linkers.layers.text, entity.end):
            continue  # "an Iran-allied group"
        polity = stage.names.polity(entity) if entity.label in ("NORP", "GPE") else None
        country = countries.by_code(polity.codes[0]) if polity is not None and len(polity.codes) == 1 else None
        if polity is not None and (country is not None or stage.names.is_state(polity)):
            return stage.known.state(polity).actor(linkers.layers.span(entity.start, entity.end), "name")
    return None


def _state_alone(actor: Actor, linkers: Linkers) -> Actor | None:
    """The state of an adjective that stands for it ("dismissed a Cambodian statement")."""
    words = actor.mention
    if words is None or " " in words.text or not words.text[:1].isupper() or actor.name not in (None, words.text):
        return None
    if actor.kind != "unknown":
        return None
    found = state_named(actor, linkers)
    return found if found is not None and found.mention == words else None
