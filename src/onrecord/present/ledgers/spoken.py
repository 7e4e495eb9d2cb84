"""Demands and promises that stand in a statement only, and whose "we" it is: what no event of a report says."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from onrecord.model import Report, Span, Statement
from onrecord.present.acts import Act, Particular
from onrecord.present.basis import Basis
from onrecord.present.chain import Chains
from onrecord.present.dating import dating
from onrecord.present.ledgers.act_words import kin_of, with_words
from onrecord.present.ledgers.both import both
from onrecord.present.ledgers.deadlines import is_due
from onrecord.present.ledgers.meant import bare, is_body, meant, organ_of, placed, spelled_out
from onrecord.present.mentioned import mentioned
from onrecord.present.voice import Voice, publisher, voice, voices

_CUES = {
    "REQUEST": re.compile(
        r"\b(?:call(?:s|ed|ing)? (?:for|on|upon)|demand(?:s|ed|ing)?|urg(?:es?|ed|ing)|request(?:s|ed|ing)?|"
        r"appeal(?:s|ed|ing)?|ask(?:s|ed|ing)?|insist(?:s|ed|ing)?|press(?:es|ed|ing)?|seek(?:s|ing)?|sought|"
        r"want(?:s|ed)?|invit(?:es?|ed)|exhort(?:s|ed)?|beg(?:s|ged)?|implor(?:es?|ed)|warn(?:s|ed)? .* to)\b",
        re.IGNORECASE,
    ),
    "AGREE": re.compile(
        r"\b(?:promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)|vow(?:s|ed)?|assur(?:es?|ed|ing)|guarante(?:es?|ed|eing)|"
        r"undert(?:akes?|ook)|commit(?:s|ted)?|offer(?:s|ed|ing)?|agree[sd]? to|undertaken|announc(?:es|ed) that)\b",
        re.IGNORECASE,
    ),
}
_QUESTION = re.compile(r"^(?:whether|if|how|what|why|when|who|which|about)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to \w+|be|should|must|return|restraint|\w+tion|\w+ment|access|talks)\b", re.IGNORECASE
)


def spoken(report: Report, types: tuple[str, ...], made: Basis) -> Iterator[Act]:
    """Statements that ask or promise by the words that report them, where no event of these types tells it."""
    said = [(kind, one) for one in report.statements if (kind := _does(one, types)) is not None]
    if not said:
        return
    told = [span for event in report.events if event.event in _TOLD for span in (event.anchor, event.evidence)]
    chains = made.passages(report).chains
    for kind, one in said:
        words = one.content[0]
        known = any(span.overlap(words) or (one.cue is not None and span.overlap(one.cue)) for span in told)
        if known or _QUESTION.match(words.text.strip("“”\"' ")) or len(words.text.split()) < 2:
            continue
        if kind == "AGREE" and not _AHEAD.search(words.text):
            continue
        yield _act(report, one, kind, words, chains)


def _does(one: Statement, types: tuple[str, ...]) -> str | None:
    """Which of the types a statement can be of by the words that report it."""
    if one.cue is None or one.negated or one.speaker is None or not one.content:
        return None
    return next((name for name in _kinds(one.cue.text) if name in types), None)


@lru_cache(50_000)
def _kinds(cue: str) -> tuple[str, ...]:
    """What words of reporting can do, of those that are looked for."""
    return tuple(name for name, words in _CUES.items() if words.search(cue))


_TOLD = frozenset({"REQUEST", "AGREE", "CONCEDE", "THREATEN", "REJECT", "ACCUSE"})


def _act(report: Report, one: Statement, kind: str, words: Span, chains: Chains) -> Act:
    due = [
        mention.span
        for mention in report.mentions
        if mention.time is not None and mention.span in words and is_due(mention.span, words)
    ]
    return Act(
        records=(one.id,), event=kind, mode=None, by=voices((one.speaker,) if one.speaker else ()),
        to=voices(one.addressees) or _asked(report, words), words=words,
        particulars=(Particular("deadline", tuple(due)),) if due else (), when=dating(one.when), where=None,
        status="asserted", negated=False, reported=one.parent is None, word=chains.voices(one.parent),
        spans=tuple(dict.fromkeys((words, *one.content, *(() if one.cue is None else (one.cue,))))),
    )  # fmt: skip


def _asked(report: Report, words: Span) -> tuple[Voice, ...]:
    """Whom words ask that open with a name: "Karsunia to reopen the road"."""
    for mention in mentioned(report):
        after = words.text[mention.span.end - words.start :]
        opens = mention.actor is not None and mention.span in words and mention.span.start - words.start < 12
        if opens and re.match(r"\s+(?:to|not to|should|must|and \w+ to)\b", after):
            return (voice(mention.actor),)
    return ()


def _asked_from(report: Report, words: Span) -> Voice | None:
    """From whom something is asked: "compensation from Karsunia"."""
    for mention in mentioned(report):
        before = words.text[: max(0, mention.span.start - words.start)]
        named = (
            mention.actor is not None and mention.actor.kind != "unknown" and re.search(r"[A-ZÀ-Þ]", mention.span.text)
        )
        if named and mention.span in words and re.search(r"\bfrom (?:the )?$", before):
            return voice(mention.actor)
    return None


def named(one: Act, report: Report, made: Basis) -> Act:
    """The act with those named for whom "we", "the ministry" or "its authorities" stands.

    "We" is who speaks, else the office that publishes; a body without its state is that of the state named last.
    """
    full = made.sides.callings.full
    one = _of_whom(one, report, made)
    one = _whose(with_words(one, made.passages(report)), made.passages(report).text)
    by = tuple(organ_of(placed(full(meant(actor, report, made)), report, made), report, made) for actor in one.by)
    by = tuple(kin_of(actor, made.passages(report).text) for actor in by)
    if len(by) == 1 and (two := both(by[0], report, one.words.start, made)):
        by = two
    if one.word and len(by) == 1 and _is_thing(by[0]):
        by, one = (placed(full(one.word[-1]), report, made),), replace(one, word=one.word[:-1])
    to = tuple(
        placed(full(spelled_out(_her(actor, one, report, made), report, made)), report, made)
        for actor in one.to
        if not _is_matter(actor, one)
    )
    to = tuple(_as_state(actor, made) for actor in to)
    if one.event == "REQUEST" and by:
        own = {made.sides.of(actor) for actor in by} & {made.sides.of(actor) for actor in to}
        if own and all(made.sides.is_state(side) for side in own) and all(made.sides.of(a) in own for a in to):
            to = tuple(
                actor for actor in to if actor.kind == "person" and actor.identified
            )  # one's own state is not asked
    one = replace(one, by=by, to=to)
    if one.event == "REQUEST":
        one = replace(one, words=_with_amends(one.words, made.passages(report).text))
    if not one.by and one.event in ("AGREE", "CONCEDE") and one.word:
        one = replace(one, by=(full(one.word[-1]),), word=one.word[:-1])  # "the harbours would be opened", she said
    if not one.to and one.event == "REQUEST" and (source := _asked_from(report, one.words)) is not None:
        one = replace(one, to=(placed(full(source), report, made),))
    official = made.sides.publisher(report)
    own_voice = one.event in ("AGREE", "CONCEDE") and not one.word
    if official is not None and own_voice and len(one.by) == 1 and _is_thing(one.by[0]):
        return replace(one, by=(publisher(report.document.publisher or official),))  # "a navy vessel will bring rice"
    if not any(bare(actor) for actor in one.by):
        return one
    if one.word:
        return replace(one, by=(full(one.word[-1]),), word=one.word[:-1])
    state = made.sides.publisher(report)
    if state is None:
        return one
    return replace(one, by=(publisher(report.document.publisher or state),))


def _of_whom(one: Act, report: Report, made: Basis) -> Act:
    """A request whose only asker stands behind "from" in what is asked: of him it is asked, by who speaks."""
    passages, asked = made.passages(report), [actor for actor in one.by if actor.mention is not None]
    if one.event != "REQUEST" or len(asked) != len(one.by) or not asked:
        return one
    starts = [actor.mention.start for actor in asked if actor.mention is not None]
    anchor = one.spans[1] if len(one.spans) > 1 else one.words
    if min(starts) < anchor.end or not _FROM.search(passages.text[max(0, min(starts) - 12) : min(starts)]):
        return one
    official, said = made.sides.publisher(report), passages.speaker(anchor)
    by = said or (publisher(report.document.publisher or official) if official else None)
    return one if by is None else replace(one, by=(by,), to=one.by)


_SEATED = re.compile(r"(?:the )?(?:government|authorities|cabinet|leadership|junta) in ([A-ZÀ-Þ][\w’-]+)")
_FROM = re.compile(r"\bfrom (?:the )?$")


def _as_state(actor: Voice, made: Basis) -> Voice:
    """A state that only its adjective or the seat of its government names, by its name."""
    word = actor.label.strip("“”")
    seat = _SEATED.fullmatch(word)
    if seat is not None and (state := made.sides.seat(seat[1])) is not None:
        return replace(actor, label=state)
    named = actor.kind in ("state", "unknown") and word[:1].isupper() and " " not in word
    state = made.sides.state(word) if named else None
    return actor if state is None or state == actor.label else replace(actor, label=state)


def _whose(one: Act, text: str) -> Act:
    """Whose a readiness is for which somebody is thanked: "thanked Elvia for its readiness to mediate" is Elvia's."""
    before = text[max(0, one.words.start - _BACK) : one.words.start]
    if one.event not in ("AGREE", "CONCEDE") or not one.to or not _ITS_OFFER.search(before):
        return one
    return replace(one, by=one.to, to=one.by)


_ITS_OFFER = re.compile(
    r"\b(?:thank\w*|prais\w+|welcom\w+|commend\w*|grateful)\b[^.;]{0,60}\b(?:its|his|her|their) "
    r"(?:readiness|willingness|offer|promise|pledge|commitment|undertaking|decision|agreement) to $"
)


def _her(actor: Voice, one: Act, report: Report, made: Basis) -> Voice:
    """Whom "her" or "him" is asked: the person whom the sentence names last before, other than who asks."""
    if actor.mention is None or not _OBJECT.fullmatch(actor.mention.text):
        return actor
    sentence = made.passages(report).sentence(actor.mention)
    asking = {made.sides.callings.full(by).key for by in one.by}
    before = [
        named
        for a in made.passages(report).actors(sentence)
        if a.kind == "person" and a.name and a.mention is not None and a.mention.end <= actor.mention.start
        for named in (made.sides.callings.full(voice(a)),)
        if named.key not in asking and named.label != actor.label
    ]
    return replace(before[-1], mention=actor.mention) if before else actor


_OBJECT = re.compile(r"(?:her|him)", re.IGNORECASE)


def _with_amends(words: Span, text: str) -> Span:
    """What is asked with the amends or sum asked for it: "an apology from X for" before "the sinking of a ferry"."""
    start = max(0, words.start - _BACK)
    found = next((m for one in (_AMENDS, _SUM, _GOODS) if (m := one.search(text[start : words.start]))), None)
    if found is None or words.text.startswith(found[1]):
        return words
    begin = start + found.start(1)
    return Span(begin, words.end, text[begin : words.end])


_BACK = 90
_AMENDS = re.compile(
    r"\b((?:an? |the |full |formal )*(?:apology|apologies|explanation|compensation|reparations|restitution|damages)"
    r"(?: from [^.;,]{2,40})? for )$"
)
_SUM = re.compile(
    r"\bfor ((?:an? (?:extra |additional |further )?)?[$€£]?\d[\d.,]* ?(?:thousand|million|billion)?"
    r"(?: [a-z]+){0,2}) (?:to|for) $"
)
_GOODS = re.compile(
    r"\b(?:request(?:ed|s|ing)?|sought|seeks?|seeking) (\d[\d.,]* [a-z][^.;,]{2,50}?) (?:from [^.;,]{3,60} )?"
    r"for (?:the |an? )?$"
)
"""Amends that are asked for something, behind which stands what they are asked for."""


def _is_thing(actor: Voice) -> bool:
    """Whether an actor has no name and is nobody who can ask ("the finding"): who speaks asks."""
    words = actor.label.strip("“”")
    return words[:1].islower() and actor.kind in ("unknown", "organization") and not is_body(words)


def _is_matter(actor: Voice, one: Act) -> bool:
    """Whether somebody is only named in what is asked ("an apology", "the guards be returned"), not asked for it."""
    if one.event != "REQUEST" or actor.mention is None or actor.mention not in one.words:
        return False
    after = one.words.text[actor.mention.end - one.words.start :]
    before = one.words.text[: actor.mention.start - one.words.start]
    acts = re.match(r"\s+(?:to|not to|should|must|and \w+ to|(?!(?:be|is|are|was|were|in|of|for|at)\b)[a-z]+)\b", after)
    return not (acts and len(before.split()) < 3 and actor.identified) and not re.search(
        r"\b(?:from|by) (?:the )?$", before
    )
