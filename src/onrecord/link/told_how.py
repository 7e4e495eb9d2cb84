"""What the learned tagger adds where no rule told it: how a statement was made, to whom, whose it is, and whose he is.

The rules abstain where they know no word for it. The tagger learned from whole reports how speech is told of, and is
believed only where it is sure; the words that it points at are linked like any others. What a rule told stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.annotate.speech_readings import SpeechReading
from onrecord.extract.statements_occasions import occasion_of
from onrecord.link.linkers import Linkers, identity
from onrecord.link.statements_channels import PUBLIC
from onrecord.link.told_words import phrase, run
from onrecord.model import Actor, Span, Statement

CHANNEL = 0.55
"""Least share of a public channel."""
FILLED = sorted(PUBLIC - {"readout"})
"""Calls and meetings have two sides, which rules work out (`contacts.py`); whose account is a readout, too."""
ADDRESSEE = 0.5
"""Least share of a statement's pointing that falls on the words for its audience."""
SPEAKER = 0.6
"""The same on the name of a speaker whom the rules did not find out."""
OFFICE = 0.5
"""The same on words for the office of a person to whom no rule gave one; they stand beside the name."""
STATE = 0.6
"""The same on words for the state of a speaker of none."""
DEEP = 10
"""Characters of a content within which it may name its audience ("on the two states to …")."""
NEAR = 30
"""Most characters between a name and the office that belongs to it."""


def told_how(statements: Sequence[Statement], linkers: Linkers) -> list[Statement]:
    """Statements with the channel, addressees and speaker that the tagger is sure of and that nothing else told."""
    if linkers.layers.speech is None:
        return list(statements)
    by_id = {s.id: s for s in statements}
    return [_completed(s, by_id.get(s.parent or ""), linkers) for s in statements]


def _completed(statement: Statement, parent: Statement | None, linkers: Linkers) -> Statement:
    if _complete(statement) or (reading := reading_of(statement, linkers.layers)) is None:
        return statement
    if statement.channel == "unknown":
        channel = max(FILLED, key=reading.channels.__getitem__)
        statement = replace(statement, channel=channel) if reading.channels[channel] >= CHANNEL else statement
    if statement.speaker is not None:
        others = [*statement.addressees, *([parent.speaker] if parent is not None and parent.speaker else [])]
        statement = replace(statement, speaker=_speaker(statement.speaker, others, reading, linkers))
    if not statement.addressees:
        statement = replace(statement, addressees=_audience(statement, parent, reading, linkers))
    return statement


def _complete(statement: Statement) -> bool:
    speaker = statement.speaker
    whole = speaker is None or (speaker.name is not None and not _lacks_office(speaker) and not _lacks_state(speaker))
    return whole and statement.channel != "unknown" and bool(statement.addressees)


def reading_of(statement: Statement, layers: Layers) -> SpeechReading | None:
    """What the tagger made of a statement; None where it did not read it."""
    starts = [statement.content[0].start, *([statement.cue.start] if statement.cue else [])]
    return None if layers.speech is None else layers.speech.of(starts)


# ---- who speaks
def _speaker(speaker: Actor, others: Sequence[Actor], reading: SpeechReading, linkers: Linkers) -> Actor:
    if speaker.name is None:
        speaker = _named(speaker, others, reading, linkers)
    if _lacks_office(speaker):
        office = run(reading, "office", linkers.layers, OFFICE)
        if office is not None and _beside(office, speaker, linkers.layers):
            speaker = replace(speaker, office=office.text)
    return _of_state(speaker, reading, linkers) if _lacks_state(speaker) else speaker


def _named(speaker: Actor, others: Sequence[Actor], reading: SpeechReading, linkers: Linkers) -> Actor:
    """The speaker by the name pointed at, which is nobody's of those he speaks to or in whose statement he does."""
    words = phrase(reading, "speaker", linkers.layers, SPEAKER)
    if words is None or (speaker.mention is not None and speaker.mention.start <= words.start < speaker.mention.end):
        return speaker  # the rules have read those words: "one of the minister's drivers" is not the minister
    actor = linkers.actors.actor(words)
    if actor.name is None or actor.resolved_by == "unresolved" or actor.name in [o.name for o in others]:
        return speaker
    return replace(actor, mention=speaker.mention, resolved_by="coreference")


def _lacks_office(speaker: Actor) -> bool:
    return speaker.kind == "person" and speaker.name is not None and speaker.office is None


def _beside(office: Span, speaker: Actor, layers: Layers) -> bool:
    """Whether an office stands near the person's name, in one sentence."""
    sentence = layers.sentence_at(office.start)
    last = (speaker.name or "").rpartition(" ")[2]
    at = -1 if sentence is None or not last else layers.text.find(last, sentence.start, sentence.end)
    if at < 0:
        return False
    between = layers.text[min(at + len(last), office.end) : max(at, office.start)]
    return len(between) <= NEAR and not any(c in between for c in ';:()“”"')


def _lacks_state(speaker: Actor) -> bool:
    return speaker.kind == "person" and speaker.office is not None and not speaker.country and speaker.state is None


def _of_state(speaker: Actor, reading: SpeechReading, linkers: Linkers) -> Actor:
    words = run(reading, "state", linkers.layers, STATE)
    if words is None:
        return speaker
    names = linkers.actors.stage.names
    polities = [p for e in names.entities.within(words.start, words.end) if (p := names.polity(e)) is not None]
    if len(polities) != 1:
        return speaker
    state = linkers.actors.stage.known.state(polities[0]).actor(words, "name")
    return replace(speaker, country=state.country, state=state.state, country_by="report")


# ---- to whom
def _audience(
    statement: Statement, parent: Statement | None, reading: SpeechReading, linkers: Linkers
) -> tuple[Actor, ...]:
    words = phrase(reading, "addressee", linkers.layers, ADDRESSEE)
    if words is None or not _heard(words, statement, linkers.layers):
        return ()
    voice, around = (parent.speaker, parent.addressees) if parent else (None, ())
    found = linkers.all_actors((words,), voice, around)
    speaker = statement.speaker
    return tuple(a for a in found if speaker is None or identity(a) != identity(speaker))


def _heard(words: Span, statement: Statement, layers: Layers) -> bool:
    """Whether words of the statement's own sentences name who listened, not the occasion ("told a news conference").

    Who listened at an occasion told of before is not carried on: its channel is. Deep within a content nobody listens.
    """
    paragraph = layers.paragraph_at(words.start)
    tokens = None if paragraph is None else paragraph.tokens(words)
    if tokens is None or occasion_of(tokens.root) is not None:
        return False
    if any(part.start + DEEP < words.start < part.end for part in statement.content):
        return False
    places = [at for part in statement.content for at in (part.start, part.end - 1)]
    own = [layers.sentence_at(at) for at in (*places, *([statement.cue.start] if statement.cue else []))]
    return any(s is not None and s.start <= words.start < s.end for s in own)
