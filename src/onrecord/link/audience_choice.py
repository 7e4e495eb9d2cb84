"""To whom a statement was made: of those whom rules told, the tagger points at or who speak around it, by trees.

Rules name who listened where the sentence tells it and carry him on; the tagger points at words for him. Whether he
listened depends on both, on the channel, and on who he is in the statements around (stacked generalization, Wolpert
1992). The trees learned from labelled reports that the tagger had not seen, and from articles at a lower weight
(`train/statements/audiences.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from msgspec.structs import replace

from onrecord.annotate.speech_readings import SpeechReading
from onrecord.annotate.speech_signs import CHANNELS
from onrecord.extract.statements_occasions import occasion_of
from onrecord.link.linkers import Linkers, carried, distinct, identity, states_of
from onrecord.link.still_listening import is_press
from onrecord.link.things_told import is_thing
from onrecord.link.told_words import Pointing, Words, likeliest_names
from onrecord.model import Actor, Span, Statement
from onrecord.resources.trees import Columns, trees

KEPT, NEW = 0.3, 0.5
"""The least share of one whom rules told or the tagger surely pointed at, and of anybody else."""
POINTED, NAMED, MOST = 0.08, 0.04, 4
"""The least share of the pointing on the words for one who is looked at; the same of a name; how many names."""
KINDS = ("person", "organization", "state", "government", "group", "people", "unknown", "office")
RESOLVED = ("name", "title", "office", "coreference", "carried", "unresolved", "demonym")
_STATES = ("state", "government")
STANDS = (
    *("nsubj", "dobj", "dative", "poss", "conj", "nsubjpass", "appos"),
    *("pobj to", "pobj with", "pobj by", "pobj for", "pobj of", "pobj on"),
)
SOURCES = (
    *("heard", "pointed", "name", "thing", "speaks around", "hears around"),
    *("heard before", "hears next", "told the speaker", "hears the same way"),
)
"""Why one is looked at: rules or the tagger told him; the share of the pointing on his words, and on his name; he is a
thing; he speaks or listens in the statement around; its speaker's last and next statement was made to him, or another
one by the same channel; he told the speaker something."""
NAMES = (
    *SOURCES,
    *("likeliest_name", "there", "within", "has_name", "press", "same_state", "other_state", "speaks"),
    *(f"is_{kind}" for kind in KINDS),
    *(f"by_{way}" for way in RESOLVED),
    *STANDS,
    *(f"channel_{channel}" for channel in CHANNELS),
    *("direct", "speech", "nested", "cued", "told", "nobody", "heard_by"),
)
"""The columns of the trees."""
_OF_KIND, _BY, _STANDS, _THROUGH = Columns(KINDS), Columns(RESOLVED), Columns(STANDS), Columns(CHANNELS)
"""A kind of actor, how he was found, how words stand and a channel as columns, one each."""


@dataclass(slots=True)
class Listener:
    """One who may have listened, and why he is looked at."""

    actor: Actor
    sources: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Around:
    """The statements of a document by id and by speaker, in text order, and who told whom something."""

    by_id: Mapping[str, Statement]
    by_speaker: Mapping[str, Sequence[Statement]]
    place: Mapping[str, int]
    """By id which of its speaker's statements one is."""
    tellers: Mapping[str, Sequence[Actor]]
    audiences: Mapping[tuple[str, str], Mapping[str, Sequence[tuple[str, Actor]]]]
    """By speaker and channel, then by listener, two statements (their ids) that he listened to."""

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> Around:
        """What stands around each of these."""
        spoken: dict[str, list[Statement]] = {}
        tellers: dict[str, dict[str, Actor]] = {}
        heard: dict[tuple[str, str], dict[str, list[tuple[str, Actor]]]] = {}
        place: dict[str, int] = {}
        for one in sorted(statements, key=lambda s: s.content[0].start):
            if one.speaker is None:
                continue
            who = identity(one.speaker)
            own = spoken.setdefault(who, [])
            place[one.id] = len(own)
            own.append(one)
            for actor in one.addressees:
                tellers.setdefault(identity(actor), {}).setdefault(who, one.speaker)
                times = heard.setdefault((who, one.channel), {}).setdefault(identity(actor), [])
                if len(times) < 2:  # one of them is another statement than any that is asked about
                    times.append((one.id, actor))
        told = {who: list(actors.values()) for who, actors in tellers.items()}
        return cls({one.id: one for one in statements}, spoken, place, told, heard)

    def listeners(self, statement: Statement) -> Iterator[tuple[Actor, str]]:
        """Those who speak or listen around a statement, each with why he may have listened to it."""
        parent = self.by_id.get(statement.parent or "")
        if parent is not None:
            yield from ((actor, "speaks around") for actor in (parent.speaker,) if actor is not None)
            yield from ((actor, "hears around") for actor in parent.addressees)
        if statement.speaker is None:
            return
        who = identity(statement.speaker)
        own, at = self.by_speaker[who], self.place[statement.id]
        yield from ((actor, "heard before") for one in own[at - 1 : at] for actor in one.addressees)
        yield from ((actor, "hears next") for one in own[at + 1 : at + 2] for actor in one.addressees)
        for times in self.audiences.get((who, statement.channel), {}).values():
            yield from ((actor, "hears the same way") for ident, actor in times if ident != statement.id)
        yield from ((actor, "told the speaker") for actor in self.tellers.get(who, ()))


def audiences(
    statements: Sequence[Statement], readings: Mapping[str, SpeechReading | None], linkers: Linkers, words: Words
) -> tuple[Statement, ...]:
    """Statements with those who are likely to have listened; as they are where the tagger did not read them."""
    asked = list(candidates(statements, readings, linkers, words))
    rows = [row for one in asked for _, row in one]
    if not rows:
        return tuple(statements)
    shares = iter(trees("statements/audiences").score(np.array(rows, np.float64)).tolist())
    likely = [[(actor, next(shares)) for actor, _ in one] for one in asked]
    return tuple(_heard(s, found) if found else s for s, found in zip(statements, likely, strict=True))


def _heard(statement: Statement, found: Sequence[tuple[Actor, float]]) -> Statement:
    told = {identity(actor) for actor in statement.addressees}
    asked = statement.cue is None and bool(told)  # whose turn answers whom is known
    heard = [
        actor
        for actor, share in found
        if (
            share >= KEPT or _sits(actor, statement)
            if identity(actor) in told
            else share >= NEW and not asked and _is_other(actor, statement)
        )
    ]
    return replace(statement, addressees=distinct(heard))


def _sits(actor: Actor, statement: Statement) -> bool:
    """Whether a body is told as listener of a speech: who takes the floor speaks to it, said again or not."""
    return statement.channel == "speech" and actor.kind == "organization"


def _is_other(actor: Actor, statement: Statement) -> bool:
    """Whether one is known, and nobody told in other words: by his last name alone ("LIND", of a transcript's label, is
    Ada Lind), as the state for which somebody speaks, or as one who speaks for a state."""
    if actor.name is None and actor.kind == "unknown":
        return False
    return not any(
        _surname(actor) == _surname(told)
        or ((actor.kind in _STATES or told.kind in _STATES) and states_of(actor) & states_of(told))
        for told in statement.addressees
    )


def _surname(actor: Actor) -> str:
    return (actor.name or (actor.mention.text if actor.mention else "")).rpartition(" ")[2].casefold()


def candidates(
    statements: Sequence[Statement], readings: Mapping[str, SpeechReading | None], linkers: Linkers, words: Words
) -> Iterator[list[tuple[Actor, list[float]]]]:
    """For each statement those who may have listened, with their columns (`NAMES`)."""
    around = Around.of(statements)
    for statement in statements:
        reading = readings.get(statement.id)
        if reading is None:
            yield []
            continue
        found = _listeners(statement, words.pointing(reading), around, linkers)
        shared = list(_shared(statement, reading))
        most = max((one.sources.get("name", 0.0) for one in found), default=0.0)
        yield [
            (one.actor, [*_own(one, most), *_stands(one.actor, statement, around, linkers), *shared]) for one in found
        ]


def _listeners(statement: Statement, pointing: Pointing, around: Around, linkers: Linkers) -> list[Listener]:
    """Those who may have listened to a statement, each once: its addressees first."""
    found: dict[str, Listener] = {}
    speaker = None if statement.speaker is None else identity(statement.speaker)

    def note(actor: Actor, source: str, share: float = 1.0) -> None:
        who = identity(actor)
        if who != speaker:
            sources = found.setdefault(who, Listener(actor)).sources
            sources[source] = sources.get(source, 0.0) + share if source == "name" else share

    for actor in statement.addressees:
        note(actor, "heard")
    parent = around.by_id.get(statement.parent or "")
    voice, others = (None, ()) if parent is None else (parent.speaker, parent.addressees)
    pointed = pointing.pointed("addressee", POINTED)
    if pointed is not None and not _is_occasion(pointed[0], linkers):
        phrase, share = pointed
        thing = is_thing(linkers.layers, phrase, statement.cue)
        for actor in linkers.all_actors((phrase,), voice, others):
            note(actor, "pointed", share)
            note(actor, "thing", float(thing))
    entities = linkers.actors.stage.names.entities
    for place, share in likeliest_names(pointing.reading, "addressee", entities, most=MOST, least=NAMED):
        for actor in linkers.all_actors((linkers.layers.span(*place),), voice, others):
            note(actor, "name", share)
    for actor, source in around.listeners(statement):
        note(carried(actor), source)
    return list(found.values())


def _is_occasion(words: Span, linkers: Linkers) -> bool:
    """Whether words tell at what occasion a statement was made ("a news conference"), not who listened."""
    tokens = linkers.layers.tokens(words)
    return tokens is None or occasion_of(tokens.root) is not None


def _own(one: Listener, most: float) -> Iterator[float]:
    """Why one is looked at; `most` is the greatest share that falls on anybody's name."""
    yield from (one.sources.get(source, 0.0) for source in SOURCES)
    yield float(most > 0 and one.sources.get("name", 0.0) == most)


def _stands(actor: Actor, statement: Statement, around: Around, linkers: Linkers) -> Iterator[float]:
    """Who one is, and how his words stand to a statement."""
    words, speaker, layers = actor.mention, statement.speaker, linkers.layers
    sentence = layers.sentence_at(statement.cue.start if statement.cue else statement.content[0].start)
    yield float(words is not None and sentence is not None and sentence.start <= words.start < sentence.end)
    yield float(words is not None and any(part.start <= words.start < part.end for part in statement.content))
    yield from (float(actor.name is not None), float(is_press(actor)))
    own, other = (frozenset[str]() if speaker is None else states_of(speaker)), states_of(actor)
    yield from (float(bool(own & other)), float(bool(own and other) and not own & other))
    yield float(identity(actor) in around.by_speaker)
    yield from _OF_KIND[actor.kind]
    yield from _BY[actor.resolved_by]
    tokens = None if words is None else layers.tokens(words)
    stands = "" if tokens is None else tokens.root.dep_
    if tokens is not None and stands == "pobj":
        stands = f"pobj {tokens.root.head.lower_}"
    yield from _STANDS[stands]


def _shared(statement: Statement, reading: SpeechReading) -> Iterator[float]:
    """What a statement is, whoever is asked after."""
    yield from _THROUGH[statement.channel]
    yield from (float(statement.kind == "direct"), float(statement.act == "speech"))
    yield from (float(statement.parent is not None), float(statement.cue is not None))
    yield float(statement.cue is not None and statement.cue.text.lower() in ("told", "tells", "tell"))
    yield from (reading.nobody("addressee"), float(len(statement.addressees)))
