"""What somebody says that he will do, whatever it is: threats, "if …, we will …", "he said he would drive her home"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from onrecord.model import Event, Report, Span, Statement
from onrecord.present.acts import Act, act
from onrecord.present.basis import Basis
from onrecord.present.chain import Chains
from onrecord.present.ledgers.announcements import plan_clause, subject, threatens, unsure
from onrecord.present.passages import Passages
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import Voice, publisher, voice
from onrecord.resources.cues import Cue, any_of
from onrecord.resources.lexicon import typed

THREAT = "threat"
"""The mode of an act that threatens: that its deed is done carries it out."""
_WILL = r"(?:will|would|shall|[’']ll)(?: (?:also|again|now|then|personally|immediately|gladly))?"
_CONDITION = r"(?:If|Should|Unless|In the event that|In case)\b[^.;“”\"]{5,150}?, "


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/undertakings.yaml`."""

    idle: list[str]
    says: list[str]
    threatens: list[str]


class _Cues(msgspec.Struct, frozen=True):
    """`own`: "we will" do it; `then`: somebody will if something is so; `says`, `future`, `to`: how it is told."""

    own: Cue
    named: Cue
    then: Cue
    says: Cue
    future: re.Pattern[str]
    to: Cue


@cache
def _cues() -> _Cues:
    lists = typed("undertakings.yaml", Lists)
    does = rf"(?!{any_of(lists.idle)}\b)"
    return _Cues(
        own=Cue(rf"\b(?:(?:I|we|he|she|they|it) {_WILL}|(?:I|we)[’']ll) {does}[a-z][a-z-]+\b"),
        named=Cue(rf"\b{_WILL} {does}[a-z][a-z-]+\b"),
        then=Cue(
            rf"{_CONDITION}(?P<who>[Ww]e|I|[Tt]he [a-z]+|[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*) {_WILL} "
            rf"{does}[a-z][a-z-]+\b"
        ),
        says=Cue(rf"\b{any_of(lists.says)}\b|:"),
        future=re.compile(rf"(?:will|would|shall) {does}", re.IGNORECASE),
        to=Cue(rf"\b{any_of(lists.threatens)} (?:that (?:it|he|she|they) (?:would|will)|to) "),
    )


_LACKING = re.compile(r"If (?:no|nothing|none|nobody)\b(?! (?:reply|answer|response))")
"""What will be for want of something is a warning; for want of an answer it is a threat."""
_END = re.compile(r"[;!?”]|\.(?=[”\"]?$)|(?<=\S)\"(?= |$)|, (?:and|but|which|who|said|saying|he|she|it|they)\b|$")
_OPENS = re.compile(r"[“\"' ]*(?:that )?[“\"' ]*")
_TELLS = made_sign("undertakings", lambda: (_cues().own, _cues().named, _cues().then))


def undertakings(report: Report, made: Basis, told: Sequence[Span]) -> Iterator[Act]:
    """What is undertaken in a report beyond the words in which promises are `told`."""
    known = [*told, *(e.anchor for e in report.events if e.event in ("AGREE", "CONCEDE", "REQUEST"))]
    threats = [e for e in report.events if threatens(e) and not e.negated and e.status in ("asserted", "alleged")]
    for event in threats:
        if (one := _threat(event, report)) is not None and not any(span.overlap(one.words) for span in known):
            yield one
    passages = made.passages(report)
    if not passages.has(_TELLS):
        return
    known += [event.anchor for event in threats]
    for found in passages.find(_cues().then):
        if _LACKING.match(found.text) is None and not _overlaps(known, _verb(found)):
            yield from _conditional(report, passages, found, made)
    for found in passages.find(_cues().own):
        if not _overlaps(known, found):
            yield from _own(report, passages, found)
    for found in passages.find(_cues().named):
        if not _overlaps(known, found):
            yield from _of_its_side(report, passages, found, made)


def _overlaps(known: Sequence[Span], found: Span) -> bool:
    return any(span.overlap(found) for span in known)


def _threat(event: Event, report: Report) -> Act | None:
    """A threat as what is to be done; null where it does not tell that ("gave them a week")."""
    to = _cues().to.search(event.evidence.text)
    if to is not None:
        start = event.evidence.start + to.end()
        words = Span(start, event.evidence.end, event.evidence.text[to.end() :])
    elif _cues().future.match(event.anchor.text):
        words = event.evidence
    else:
        return None
    one = act(event, Chains(report.statements))
    spans = tuple(dict.fromkeys((words, event.anchor)))
    return Act(
        records=one.records, event="AGREE", mode=THREAT, by=one.by, to=(), words=words, particulars=one.particulars,
        when=None, where=None, status="planned", negated=False, reported=one.reported, word=one.word, spans=spans,
    )  # fmt: skip


def _conditional(report: Report, passages: Passages, found: Span, made: Basis) -> Iterator[Act]:
    """What a side says that it will do if something is so: its own words, or those of the office that publishes."""
    verb, speaker, official = _verb(found), passages.speaker(found), made.sides.publisher(report)
    who = _cues().then.finder.match(found.text)
    side = official if speaker is None else made.sides.of(speaker)
    named = [a for a in passages.actors(passages.sentence(found)) if a.mention is not None and a.mention.overlap(verb)]
    subject = made.sides.of(voice(named[-1])) if named else None
    own = who is not None and who["who"].casefold() in ("we", "i")
    if side is None or not (own or subject == side):
        return
    by = speaker or publisher(report.document.publisher or side)
    yield _act(report, passages, by, verb)


def _own(report: Report, passages: Passages, found: Span) -> Iterator[Act]:
    """What a speaker says of himself: "I" and "we" anywhere, "he" or "they" where his words begin with it."""
    around = passages.statement(found)
    if around is None or around.speaker is None or around.cue is None or not _cues().says.search(around.cue.text):
        return
    content = next(c for c in around.content if c.start <= found.start < c.end)
    opens = _OPENS.match(content.text)
    first = found.text.split()[0] in ("I", "we", "I’ll", "I'll", "we’ll", "we'll")
    if around.negated or not (first or (opens is not None and content.start + opens.end() == found.start)):
        return
    yield _act(report, passages, voice(around.speaker), found)


def _of_its_side(report: Report, passages: Passages, found: Span, made: Basis) -> Iterator[Act]:
    """What somebody named will do, whatever it is, by the word of his own side or the report's own.

    A minister of no known state who tells what a state will do speaks for it.
    """
    around, sentence = passages.statement(found), passages.sentence(found)
    if around is not None and around.speaker is not None and not _tells_of_himself(around):
        return
    content = None if around is None else next((c for c in around.content if found in c), None)
    clause = plan_clause(sentence, found, 0 if content is None else content.start)
    who = None if clause is None else subject(passages, found, clause, made.sides)
    if who is None or unsure(sentence.text[: found.start - sentence.start]):
        return
    speaker, official = passages.speaker(found), made.sides.publisher(report)
    side = official if speaker is None else made.sides.of(speaker)
    of_a_state = made.sides.is_state(made.sides.of(who))
    if side is None and who.kind == "person" and not of_a_state:
        return
    stateless = speaker is not None and speaker.kind == "person" and not made.sides.is_state(side or "")
    if side is None or made.sides.of(who) == side or (stateless and of_a_state and _in_office(around)):
        yield _act(report, passages, speaker or voice(who), found)


def _tells_of_himself(around: Statement) -> bool:
    """Whether somebody may undertake something in a statement: in what he says, or in a turn or post of his."""
    if around.negated:
        return False
    return around.kind == "direct" if around.cue is None else _cues().says.search(around.cue.text) is not None


def _in_office(around: Statement | None) -> bool:
    """Whether who speaks is called by an office there."""
    speaker = None if around is None else around.speaker
    words = "" if speaker is None else f"{speaker.office or ''} {speaker.mention.text if speaker.mention else ''}"
    return _OFFICE.search(words) is not None


_OFFICE = re.compile(r"\b(?:[Mm]inister|[Pp]resident|[Pp]remier|[Ss]pokes\w+|[Cc]hancellor|[Ee]nvoy|[Aa]mbassador)\b")


def _verb(found: Span) -> Span:
    """The end of a conditional sentence: from the subject of its main clause on."""
    match = _cues().then.finder.match(found.text)
    start = 0 if match is None else match.start("who")
    return Span(found.start + start, found.end, found.text[start:])


def _act(report: Report, passages: Passages, by: Voice, verb: Span) -> Act:
    """The act, in the words from the subject to the end of its clause."""
    sentence = passages.sentence(verb)
    end = _END.search(passages.text, verb.end, sentence.end)
    stop = sentence.end if end is None else end.start()
    words = Span(verb.start, stop, passages.text[verb.start : stop])
    around = passages.statement(verb)
    return Act(
        records=(report.document.id if around is None else around.id,), event="AGREE", mode=None, by=(by,), to=(),
        words=words, particulars=(), when=None, where=None, status="planned", negated=False, reported=around is None,
        word=(), spans=(words, verb),
    )  # fmt: skip
