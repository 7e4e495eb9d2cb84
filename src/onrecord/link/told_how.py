"""What the learned tagger adds to the rules: how a statement was made, to whom, whose it is, and whose he is.

The rules abstain where they know no word for it. The tagger learned from whole reports how speech is told of, and how
far rules go wrong there. It is believed where it is sure, against a rule where it is surer still; the words that it
points at are linked like any others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.annotate.speech_readings import SpeechReading
from onrecord.extract.statements_listeners import is_nobodys
from onrecord.extract.statements_occasions import occasion_of
from onrecord.link.channel_choice import Own, channels
from onrecord.link.coreference import FIRST, THIRD, WE
from onrecord.link.linkers import Linkers, identity, states_of
from onrecord.link.still_listening import is_press, still_listening
from onrecord.link.tellings import tellings
from onrecord.link.things_told import is_thing
from onrecord.link.together import together
from onrecord.link.told_offices import with_office
from onrecord.link.told_words import Pointing, Words, names
from onrecord.link.whose import with_states
from onrecord.model import Actor, Span, Statement
from onrecord.model.vocabulary import TALKS, Channel

ADDRESSEE = 0.5
"""Least share of a statement's pointing that falls on the words for its audience."""
NOBODY = 0.6
"""Least share that falls on nobody where those whom rules told are not spoken to."""
THING = 0.05
"""Least share that falls on words whom nobody is known by, else they name what is spoken of ("requested access")."""
PRIVATE: frozenset[Channel] = frozenset({*TALKS, "letter"})
"""Channels with two ends, of which the other is seldom named again where something is said."""
PARTNER, ONE = 0.75, 0.6
"""Least share that falls on anybody's words where they stand elsewhere in the text, and on those of one of them."""
INSTEAD = 0.75
"""The same where a rule told words that name nobody ("asked for the boats")."""
SPEAKER, MISTAKEN = 0.65, 0.85
"""The same on the name of a speaker whom the rules did not find out, and of another person than the one they found."""
PRONOUN_REACH = 500
"""Most characters between a pronoun and the last naming of whom the tagger takes it for, against the rules."""
ONE_OF_THEM = 0.15
"""Least share on each of several who speak together."""
_BOTH = re.compile(r"(?:the|both|they|these)\b", re.IGNORECASE)
"""How words for several begin who are named elsewhere."""
DEEP = 10
"""Characters of a content within which it may name its audience ("on the two states to …")."""
_URGED = re.compile(r"[^.;]{0,40}?\b(?:to|that|should|must)\b")
"""What follows, within what is said, upon the words for those who are to do it."""


def told_how(
    statements: Sequence[Statement], readings: Sequence[SpeechReading | None], own: Own, linkers: Linkers, words: Words
) -> list[Statement]:
    """Statements with the likeliest channel, and with the addressees and speaker that the tagger is sure of; `own` are
    the channels that their own sentences tell, `readings` what the tagger made of each (`readings_of`).
    """
    if all(reading is None for reading in readings):
        return still_listening(statements)
    by_id = {s.id: s for s in statements}
    likeliest = channels(statements, readings, own, linkers.layers)
    completed = [
        s if reading is None else _completed(s, channel, by_id.get(s.parent or ""), words.pointing(reading), linkers)
        for s, reading, channel in zip(statements, readings, likeliest, strict=True)
    ]
    heard = still_listening([_unheard(s, reading) for s, reading in zip(completed, readings, strict=True)])
    return with_states(heard, readings, linkers)


def readings_of(statements: Sequence[Statement], layers: Layers) -> list[SpeechReading | None]:
    """What the tagger made of each statement; None where it did not read it."""
    if layers.speech is None or not statements:
        return [None] * len(statements)
    return layers.speech.read(tellings(statements, layers.text))


def _completed(
    statement: Statement, channel: Channel, parent: Statement | None, pointing: Pointing, linkers: Linkers
) -> Statement:
    told = statement.channel
    statement = replace(statement, channel=channel)
    if statement.speaker is not None and not _is_nobodys(statement):
        others = [*statement.addressees, *([parent.speaker] if parent is not None and parent.speaker else [])]
        said = " ".join(span.text for span in statement.content)
        statement = replace(statement, speaker=_speaker(statement.speaker, others, said, pointing, linkers))
    heard = _audience(statement, parent, pointing, linkers)
    quoted = parent is not None and parent.kind == "direct" and not heard
    alone = quoted and told == "unknown" and channel in TALKS  # "He never said so", in somebody's mouth
    return replace(statement, addressees=heard, channel=told if alone else channel)


def _is_nobodys(turn: Statement) -> bool:
    """Whether a statement is the turn of one who asks or serves a talk, under a label that names nobody."""
    mention = turn.speaker.mention if turn.speaker is not None else None
    return turn.cue is None and mention is not None and is_nobodys(mention.text)


# ---- who speaks
def _speaker(speaker: Actor, others: Sequence[Actor], said: str, pointing: Pointing, linkers: Linkers) -> Actor:
    if speaker.kind == "people" and speaker.mention is not None and _BOTH.match(speaker.mention.text):
        return _several(speaker, pointing.reading, linkers)
    speaker = _named(speaker, others, said, pointing, linkers)
    return with_office(speaker, pointing, linkers)


def _named(speaker: Actor, others: Sequence[Actor], said: str, pointing: Pointing, linkers: Linkers) -> Actor:
    """The speaker by the name pointed at, nobody's of those he speaks to or of or in whose statement he does."""
    words = pointing.phrase("speaker", SPEAKER)
    if words is None or (speaker.mention is not None and speaker.mention.start <= words.start < speaker.mention.end):
        return speaker  # the rules have read those words: "one of the minister's drivers" is not the minister
    if speaker.mention is not None and speaker.mention.text.lower() in FIRST | WE:
        return speaker  # whose a paper is in which nobody is quoted, its head and foot tell, or nothing does
    actor = linkers.actors.actor(words)
    if actor.name is None or actor.resolved_by == "unresolved" or actor.name in [o.name for o in others]:
        return speaker
    if speaker.kind == "people" and actor.kind == "person":
        return speaker  # "the candidates" are no one of them
    if _is_far(actor, speaker, linkers):
        return speaker
    if _is_of_another_state(actor, speaker):
        return speaker  # "The French president" is none of India's
    nameless = speaker.name is None or speaker.resolved_by == "unresolved"  # "the minister", "the note"
    if nameless or speaker.name in actor.name.split()[1:]:
        return replace(actor, mention=speaker.mention, resolved_by="coreference")
    surely = pointing.phrase("speaker", MISTAKEN) is not None and _is_another(actor, speaker, said)
    return replace(actor, mention=speaker.mention, resolved_by="coreference") if surely else speaker


def _is_far(actor: Actor, speaker: Actor, linkers: Linkers) -> bool:
    """Whether a pronoun that rules found out is pointed away to somebody last named long before it."""
    words = speaker.mention
    if words is None or speaker.resolved_by != "coreference" or words.text.lower() not in THIRD:
        return False
    named = (n.entity.start for n in linkers.actors.stage.cast.namings if n.person.name == actor.name)
    return all(words.start - at > PRONOUN_REACH for at in named if at < words.start)


def _several(speaker: Actor, reading: SpeechReading, linkers: Linkers) -> Actor:
    """Those whom "both ministers" are: the people among whom the pointing is shared."""
    shares: dict[str, float] = {}
    people: dict[str, Actor] = {}
    for entity, share in names(reading, "speaker", linkers.actors.stage.names.entities):
        if entity.label != "PERSON":
            continue
        actor = linkers.actors.actor(linkers.layers.span(entity.start, entity.end))
        people.setdefault(identity(actor), actor)
        shares[identity(actor)] = shares.get(identity(actor), 0.0) + share
    meant = [who for who, share in shares.items() if share >= ONE_OF_THEM]
    if len(meant) < 2 or sum(shares[who] for who in meant) < SPEAKER:
        return speaker
    return together(tuple(replace(people[who], resolved_by="coreference") for who in meant), speaker)


def _is_of_another_state(actor: Actor, speaker: Actor) -> bool:
    """Whether the words for a speaker tell another state than that of somebody pointed at."""
    own, other = states_of(speaker), states_of(actor)
    return bool(own and other) and own.isdisjoint(other) and speaker.country_by == "words"


def _is_another(actor: Actor, speaker: Actor, said: str) -> bool:
    """Whether a person pointed at may be meant instead of the speaker whom rules found by other words than a name."""
    if _is_sure(speaker) or actor.kind != "person" or _may_be_one(actor, speaker):
        return False
    return (actor.name or "").rpartition(" ")[2] not in re.findall(r"[\w’'-]+", said)  # "Marek had agreed, he said"


def _is_sure(speaker: Actor) -> bool:
    """Whether the words for a speaker name him, or are of no person."""
    return speaker.kind != "person" or speaker.resolved_by == "name"


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Whether two actors may be one: by id, or by their last names."""
    a, b = (one.name or "").rpartition(" ")[2], (other.name or "").rpartition(" ")[2]
    return identity(one) == identity(other) or a == b


# ---- to whom
def _unheard(statement: Statement, reading: SpeechReading | None) -> Statement:
    """A statement to nobody where the tagger sees none spoken to."""
    if reading is None or not statement.addressees or statement.channel == "speech":
        return statement  # who takes the floor speaks to the body, whether a sentence says so again or not
    if reading.nobody("addressee") >= NOBODY:
        return replace(statement, addressees=())
    return replace(statement, addressees=tuple(a for a in statement.addressees if _listens(a, reading)))


def _listens(actor: Actor, reading: SpeechReading) -> bool:
    """Whether somebody is known, or of the press, or his words are pointed at."""
    span = actor.mention
    if span is None or actor.resolved_by != "unresolved" or is_press(actor):
        return True
    return sum(share for at, share in reading.pointed("addressee") if span.start <= at < span.end) >= THING


def _audience(
    statement: Statement, parent: Statement | None, pointing: Pointing, linkers: Linkers
) -> tuple[Actor, ...]:
    """Whom rules told, or else whom the tagger points at; it is believed against a rule's words for nobody known."""
    told = statement.addressees
    private = statement.channel in PRIVATE
    vague = private and len(told) == 1 and told[0].resolved_by == "unresolved"
    if told and not vague:
        return told
    least = INSTEAD if vague else ADDRESSEE
    words = pointing.phrase("addressee", least)
    if words is None or is_thing(linkers.layers, words, statement.cue):
        return told
    if not (_heard(words, statement, linkers.layers) or (private and _partner(pointing))):
        return told
    voice, around = (parent.speaker, parent.addressees) if parent else (None, ())
    found = linkers.all_actors((words,), voice, around)
    speaker = statement.speaker
    return tuple(a for a in found if speaker is None or identity(a) != identity(speaker)) or told


def _partner(pointing: Pointing) -> bool:
    """Whether somebody named elsewhere is surely spoken to, and one more than others."""
    return pointing.reading.nobody("addressee") < 1 - PARTNER and pointing.phrase("addressee", ONE) is not None


def _heard(words: Span, statement: Statement, layers: Layers) -> bool:
    """Whether words of the statement's own sentences name who listened, not the occasion ("told a news conference").

    Who listened at an occasion told of before is not carried on: its channel is. Deep within a content nobody listens.
    """
    tokens = layers.tokens(words)
    if tokens is None or occasion_of(tokens.root) is not None:
        return False
    if any(part.start + DEEP < words.start < part.end for part in statement.content):
        return False
    if any(part.start <= words.start < part.end for part in statement.content) and tokens.root.pos_ == "NOUN":
        return _URGED.match(layers.text, words.end) is not None  # "spoke of men in black": told of, not told
    places = [at for part in statement.content for at in (part.start, part.end - 1)]
    own = [layers.sentence_at(at) for at in (*places, *([statement.cue.start] if statement.cue else []))]
    return any(s is not None and s.start <= words.start < s.end for s in own)
