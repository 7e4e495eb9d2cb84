"""Whose a speaker is, as the tagger tells it: the state whose names it points at, over all that he says.

One statement's pointing is spread over every mention of his state and of its people ("Ecuador … the Ecuadorian"); what
falls on any of them counts for it, and the mean over all statements of one speaker says more than each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from onrecord.annotate.speech_readings import SpeechReading
from onrecord.link.linkers import Linkers, identity
from onrecord.link.names import Names
from onrecord.link.provinces import is_a_place
from onrecord.link.referents import OF_STATE, Polity
from onrecord.link.told_words import names as pointed_names
from onrecord.model import Actor, Statement

STATE = 0.5
"""Least share that falls on a state's names where nothing tells a speaker's."""
_BETWEEN = re.compile(r"\b(?:mediator|facilitator|conciliator|arbitrator|go-between|observer|monitor)\b", re.IGNORECASE)
"""Offices of those who stand between states: the one that words point at is not theirs."""
_OWNED = re.compile(r"[A-Z][\w-]+['’]s? ")
"""How the words for somebody begin that tell whose he is, though by no name that is known for a state's."""
_COUNTERPART = re.compile(r"\b(?:his|her|their|whose) ([\w-]+) (?:counterpart|colleague|opposite number)")
"""Words by which one is told of who is of another state than those he deals with."""
Shares = dict[Polity, float]


def with_states(
    statements: Sequence[Statement], readings: Sequence[SpeechReading | None], linkers: Linkers
) -> list[Statement]:
    """Statements whose speakers have the state that the tagger is sure of, where the words for them tell none."""
    shares = _shares(zip(statements, readings, strict=True), linkers)
    return [s if s.speaker is None else replace(s, speaker=_owned(s.speaker, shares, linkers)) for s in statements]


def _shares(pairs: Iterable[tuple[Statement, SpeechReading | None]], linkers: Linkers) -> dict[str, Shares]:
    """By speaker: the mean share of each state over his statements."""
    names = linkers.actors.stage.names
    abroad = _abroad(linkers)
    told: dict[int, Polity | None] = {}  # the states that names may tell, by where these begin
    totals: dict[str, Shares] = defaultdict(lambda: defaultdict(float))
    counts: dict[str, int] = defaultdict(int)
    for statement, reading in pairs:
        if reading is None or statement.speaker is None or not _open(statement.speaker):
            continue
        who = identity(statement.speaker)
        counts[who] += 1
        for entity, share in pointed_names(reading, "state", names.entities):
            if entity.start not in told:
                polity = names.polity(entity)
                known = polity is not None and polity not in abroad and _may_be_a_state(polity, names)
                told[entity.start] = polity if known else None
            if (polity := told[entity.start]) is not None:
                totals[who][polity] += share
    return {who: {polity: share / counts[who] for polity, share in found.items()} for who, found in totals.items()}


def _may_be_a_state(polity: Polity, names: Names) -> bool:
    return bool(polity.codes) or names.is_state(polity) or not is_a_place(polity.name)


def _abroad(linkers: Linkers) -> frozenset[Polity]:
    """The state of "his Morvian counterpart" where the text names no other: it is the others', not the speakers'."""
    names, text = linkers.actors.stage.names, linkers.layers.text
    if not any(noun in text for noun in ("counterpart", "colleague", "opposite number")):
        return frozenset()
    spots = [m.span(1) for m in _COUNTERPART.finditer(text)]
    found = {names.polity(entity) for spot in spots for entity in names.entities.within(*spot)} - {None}
    if len(found) != 1:
        return frozenset()
    named = {polity for e in linkers.layers.entities if (polity := names.state(e)) is not None}
    return frozenset(p for p in found if p is not None) if named <= found else frozenset()


def _open(speaker: Actor) -> bool:
    """Whether no words tell whose a speaker is, who may be somebody's."""
    if speaker.name is None or speaker.kind in ("group", "people", "state"):
        return False  # several may be of several states
    return not speaker.country and speaker.state is None


def _owned(speaker: Actor, shares: dict[str, Shares], linkers: Linkers) -> Actor:
    if not _open(speaker) or _BETWEEN.search(speaker.office or "") is not None:
        return speaker
    found = shares.get(identity(speaker), {})
    best = max(found, key=found.__getitem__, default=None)
    if best is None:
        return speaker
    owned = speaker.mention is not None and _OWNED.match(speaker.mention.text) is not None
    stage = linkers.actors.stage
    if found[best] < STATE or owned or (speaker.sector in OF_STATE and best in stage.others):
        return speaker
    state = stage.known.state(best).actor(speaker.mention, "name")
    return replace(speaker, country=state.country, state=state.state, country_by="report")
