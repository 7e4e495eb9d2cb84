"""Demands and promises that stand in a statement only, and whose "we" it is: what no event of a report says."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from onrecord.model import Report, Span, Statement
from onrecord.present.acts import Act, Particular
from onrecord.present.basis import Basis
from onrecord.present.chain import Chains
from onrecord.present.dating import dating
from onrecord.present.mentioned import mentioned
from onrecord.present.voice import Voice, publisher, voice, voices
from onrecord.resources.lexicon import typed

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
_DUE = re.compile(r"\b(?:by|before|within|until|no later than|at the latest)\s+$", re.IGNORECASE)
_WE = frozenset(
    """we;i;us;our;our side;our country;our government;the ministry;ministry;foreign ministry;the foreign ministry;
the government;government;the president""".replace("\n", "").split(";")
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
        if mention.time is not None
        and mention.span in words
        and _DUE.search(words.text[: mention.span.start - words.start])
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


def known_as(chain: tuple[Voice, ...], report: Report, made: Basis) -> tuple[Voice, ...]:
    """Who vouches for words, by full names and with their states; without those who were not found."""
    return tuple(_known(one, report, made) for one in chain if one.key)


def speaking(statement: str | None, report: Report, made: Basis) -> tuple[Voice, ...]:
    """Who speaks the words of a statement of a report, outermost first, as `known_as` tells; made once."""
    if statement is None:
        return ()
    chains = made.passages(report).chains
    return made.once(("speaking", id(report), statement), lambda: known_as(chains.voices(statement), report, made))


def _known(one: Voice, report: Report, made: Basis) -> Voice:
    who = meant(one, report, made)
    official = made.sides.publisher(report)
    if bare(who) and official is not None:
        name = report.document.publisher or official
        return Voice(key=official, label=name, kind="state" if made.sides.is_state(official) else "organization")
    return placed(made.sides.callings.full(who), report, made)


def _asked_from(report: Report, words: Span) -> Voice | None:
    """From whom something is asked: "compensation from Karsunia"."""
    for mention in mentioned(report):
        before = words.text[: max(0, mention.span.start - words.start)]
        if mention.actor is not None and mention.span in words and re.search(r"\bfrom (?:the )?$", before):
            return voice(mention.actor)
    return None


def named(one: Act, report: Report, made: Basis) -> Act:
    """The act with those named for whom "we", "the ministry" or "its authorities" stands.

    "We" is who speaks, else the office that publishes; a body without its state is that of the state named last.
    """
    full = made.sides.callings.full
    by = tuple(organ_of(placed(full(meant(actor, report, made)), report, made), report, made) for actor in one.by)
    if one.word and len(by) == 1 and _is_thing(by[0]):
        by, one = (placed(full(one.word[-1]), report, made),), replace(one, word=one.word[:-1])
    to = tuple(
        placed(full(spelled_out(_her(actor, one, report, made), report, made)), report, made)
        for actor in one.to
        if not _is_matter(actor, one)
    )
    one = replace(one, by=by, to=to)
    if one.event == "REQUEST":
        one = replace(one, words=_with_amends(one.words, made.passages(report).text))
    if not one.to and one.event == "REQUEST" and (source := _asked_from(report, one.words)) is not None:
        one = replace(one, to=(placed(full(source), report, made),))
    if not any(bare(actor) for actor in one.by):
        return one
    if one.word:
        return replace(one, by=(one.word[-1],), word=one.word[:-1])
    state = made.sides.publisher(report)
    if state is None:
        return one
    return replace(one, by=(publisher(report.document.publisher or state),))


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


def spelled_out(actor: Voice, report: Report, made: Basis) -> Voice:
    """A body by the whole of its name where only its first words were taken for a name ("Physicians" Abroad)."""
    if actor.mention is None:
        return actor
    body = made.sides.callings.at(made.passages(report).text, actor.mention.start)
    longer = body is not None and len(body.label) > len(actor.mention.text)
    return replace(body, mention=actor.mention) if body is not None and longer else actor


class Organs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The list of `resources/organs.yaml`."""

    organs: list[str]


@cache
def _organ() -> re.Pattern[str]:
    nouns = "|".join(sorted(typed("organs.yaml", Organs).organs, key=len, reverse=True))
    return re.compile(rf"(?:[Tt]he |[Ii]ts |[Tt]heir |[Ww]hose )?(?:[\w-]+ )?(?:{nouns})")


def organ_of(actor: Voice, report: Report, made: Basis) -> Voice:
    """The body for which its members or its sitting act ("the judges"): the one named last before in two sentences."""
    words = actor.label.strip("“”")
    if actor.mention is None or words[:1].isupper() or not _organ().fullmatch(words):
        return actor
    passages = made.passages(report)
    number = passages.number(actor.mention.start)
    first = 0 if number is None else passages.sentences[max(0, number - _LOOKED)].start
    bodies = [
        made.sides.callings.full(voice(m.actor))
        for m in sorted(mentioned(report), key=lambda m: m.span)
        if m.actor is not None
        and m.actor.kind == "organization"
        and first <= m.span.start < actor.mention.start
        and m.span.text.removeprefix("the ")[:1].isupper()
    ]
    bodies = [one for one in bodies if made.sides.callings.is_body(one.label)]
    return replace(bodies[-1], mention=actor.mention) if bodies else actor


def _with_amends(words: Span, text: str) -> Span:
    """What is asked with the amends that are asked for it: "an apology from X for" before "the sinking of a ferry"."""
    start = max(0, words.start - _BACK)
    found = _AMENDS.search(text[start : words.start])
    if found is None or words.text.startswith(found[1]):
        return words
    begin = start + found.start(1)
    return Span(begin, words.end, text[begin : words.end])


_BACK = 90
_AMENDS = re.compile(
    r"\b((?:an? |the |full |formal )*(?:apology|apologies|explanation|compensation|reparations|restitution|damages)"
    r"(?: from [^.;,]{2,40})? for )$"
)
"""Amends that are asked for something, behind which stands what they are asked for."""


def _is_thing(actor: Voice) -> bool:
    """Whether an actor has no name and is nobody who can ask ("the finding"): who speaks asks."""
    words = actor.label.strip("“”")
    return words[:1].islower() and actor.kind in ("unknown", "organization") and not _BODY.search(words)


_PRONOUN = re.compile(r"(?:he|she)", re.IGNORECASE)
_MINISTER = re.compile(
    r"(?:the )?(?:Minister(?: of Foreign Affairs)?|President|Spokes\w+|Secretary-General|Ambassador|Mayor|Governor|"
    r"Director|Commander|"
    r"Envoy|Premier|Prime Minister|Foreign Minister|General|Colonel|Doctor|Head)",
    re.IGNORECASE,
)
_LOOKED = 2
"""Sentences before a pronoun in which the person is looked for."""


def meant(actor: Voice, report: Report, made: Basis) -> Voice:
    """Who "He" or "The Minister" is: whom the sentence before names first, whom the report calls so."""
    words = actor.label.strip("“”")
    official = made.sides.publisher(report)
    own = actor.mention is not None and actor.mention.text.casefold() in _WE
    if own and official is not None and made.sides.is_state(official) and made.sides.of(actor) != official:
        return publisher(report.document.publisher or official)
    if actor.mention is None or not (_PRONOUN.fullmatch(words) or _MINISTER.fullmatch(words)):
        return actor
    full = made.sides.callings.full
    before = [
        m for m in mentioned(report) if m.actor is not None and m.actor.name and m.span.start < actor.mention.start
    ]
    people = [m for m in before if m.actor is not None and full(voice(m.actor)).kind == "person"]
    if not _PRONOUN.fullmatch(words):
        title = words.removeprefix("The ").removeprefix("the ").casefold()
        titled = [m for m in people if re.match(rf"(?:the )?(?:\w+ )?{title}\b", m.span.text, re.IGNORECASE)]
        found = {one.key: one for one in (full(voice(m.actor)) for m in titled)}
        if len(found) > 1 and official is not None:
            found = {key: one for key, one in found.items() if made.sides.of(one) == official}
        return replace(next(iter(found.values())), mention=actor.mention) if len(found) == 1 else actor
    passages = made.passages(report)
    number = passages.number(actor.mention.start)
    for back in range(1, _LOOKED + 1):
        if number is None or number - back < 0:
            break
        named = [m for m in people if m.span in passages.sentences[number - back]]
        if named:
            first = min(named, key=lambda m: m.span.start)
            return replace(full(voice(first.actor)), mention=actor.mention)
    return actor


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


def bare(actor: Voice) -> bool:
    """Whether an actor is "we" or an office without its state."""
    return actor.label.strip("“”").casefold() in _WE


_BODY = re.compile(
    r"\b(?:ministry|authorities|government|officials|border (?:service|guards)|army|military|police|prosecutors?|"
    r"courts?|presidency|delegation|troops|forces|side|parliament|legislature|lawmakers|cabinet|senate)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ](?<!\w[A-ZÀ-Þ])[\w-]+")
_BEFORE = 220
"""Characters before a body in which the state to which it belongs is looked for."""


@lru_cache(50_000)
def _is_body(label: str) -> bool:
    return _BODY.search(label) is not None


def placed(actor: Voice, report: Report, made: Basis) -> Voice:
    """A body that is named without its state, as that of the state named last before it."""
    if actor.mention is None or actor.country or actor.kind == "person" or not _is_body(actor.label):
        return actor
    side = made.sides.of(actor)
    if made.sides.all((actor,)) and made.sides.is_state(side):
        bare_body = actor.label.strip("“”").islower() and " " not in actor.label
        return replace(actor, label=f"{actor.label.strip('“”')} of {side}") if bare_body else actor
    inside = [state for word in _CAPITAL.findall(actor.mention.text) if (state := made.sides.state(word))]
    own = next(iter(inside), None) or made.sides.seat(actor.mention.text)
    text = made.passages(report).text
    before = text[max(0, actor.mention.start - _BEFORE) : actor.mention.start].rpartition("\n\n")[2]
    named = (state for word in _CAPITAL.findall(before) if (state := made.sides.state(word)))
    states = list(named) if own is None else [own]
    if not states and " " not in actor.mention.text.strip():  # "parliament voted": of the state with which it begins
        sentence = made.passages(report).sentence(actor.mention).text
        states = [state for word in _CAPITAL.findall(sentence) if (state := made.sides.state(word))][:1]
    seated = re.search(r"\bin [A-ZÀ-Þ]\w+", actor.mention.text)
    if not states and not bare(actor) and not seated and (official := made.sides.publisher(report)) is not None:
        states = [official]
    if not states:
        return actor
    label = actor.label.strip("“”").removeprefix("the ").removeprefix("its ")
    return replace(actor, key=f"{states[-1]}:{label.casefold()}", label=f"{label} of {states[-1]}")
