"""Whom "we", "The Minister", "the judges" or "ministry" stands for in a ledger, by full name and with the state."""

import re
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from onrecord.model import Report
from onrecord.present.basis import Basis
from onrecord.present.ledgers.homes import unstated
from onrecord.present.mentioned import mentioned
from onrecord.present.voice import Voice, publisher, voice
from onrecord.resources.lexicon import typed

_WE = frozenset(
    """we;i;us;our;our side;our country;our government;the ministry;ministry;foreign ministry;the foreign ministry;
the government;government;the president;press department;the press department;press service;the press service;
press office;the press office;press bureau;information department;the information department""".replace("\n", "").split(
        ";"
    )
)
_PRONOUN = re.compile(r"(?:he|she)", re.IGNORECASE)
_MINISTER = re.compile(
    r"(?:the )?(?:Minister(?: of Foreign Affairs)?|President|Spokes\w+|Secretary-General|Ambassador|Mayor|Governor|"
    r"Director|Commander|"
    r"Envoy|Premier|Prime Minister|Foreign Minister|General|Colonel|Doctor|Head)",
    re.IGNORECASE,
)
_LOOKED = 2
"""Sentences before a pronoun in which the person is looked for."""
_BODY = re.compile(
    r"\b(?:ministry|authorities|government|officials|border (?:service|guards)|army|military|police|prosecutors?|"
    r"courts?|presidency|delegation|troops|forces|side|parliament|legislature|lawmakers|cabinet|senate|"
    r"customs|coast ?guard|frontier guard|air force|navy|ports? authority)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ](?<!\w[A-ZÀ-Þ])[\w-]+")
_BEFORE = 220
"""Characters before a body in which the state to which it belongs is looked for."""


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
    who = meant(_by_name(one, report, made), report, made)
    official = made.sides.publisher(report)
    if (bare(who) or _own_people(who)) and official is not None:
        name = report.document.publisher or official
        return Voice(key=official, label=name, kind="state" if made.sides.is_state(official) else "organization")
    return placed(made.sides.callings.full(who), report, made)


def _own_people(one: Voice) -> bool:
    """Whether words name those of who publishes: "our staff", "our team in Dorn"."""
    return one.mention is not None and _OURS.match(one.mention.text) is not None


def _by_name(one: Voice, report: Report, made: Basis) -> Voice:
    """Who is told by an office first and by name then: "the chief pharmacist of the town hospital, Mira Sohl,"."""
    if one.mention is None or one.identified or not one.label.strip("“”").islower():
        return one
    text = made.passages(report).text
    aside = _ASIDE.match(text, one.mention.end)
    named = None if aside is None else _at(aside.start(1), report)
    return one if named is None else replace(made.sides.callings.full(named), mention=one.mention)


def _at(start: int, report: Report) -> Voice | None:
    """The person whose name stands at a place of a report."""
    found = (m.actor for m in mentioned(report) if m.actor is not None and m.span.start == start)
    return next((voice(actor) for actor in found if actor.kind == "person" and actor.name), None)


_OURS = re.compile(
    r"(?:our|my) (?:[a-z]+ ){0,2}?(?:staff|teams?|doctors?|nurses?|colleagues?|monitors|volunteers|workers)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?: of [^.,;:]{3,60})?, ([A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+),")


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


def meant(actor: Voice, report: Report, made: Basis) -> Voice:
    """Who "He" or "The Minister" is: whom the sentence before names first, whom the report calls so."""
    words = actor.label.strip("“”")
    official = made.sides.publisher(report)
    if official is not None and not made.sides.is_state(official) and _leads(words, official):
        return publisher(official)
    own = actor.mention is not None and actor.mention.text.casefold() in _WE
    if own and official is not None and made.sides.is_state(official) and made.sides.of(actor) != official:
        return publisher(report.document.publisher or official)
    if (ours := _ours(actor, report, made)) is not None:
        return ours
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


def _leads(title: str, office: str) -> bool:
    """Whether "The Regional Coordinator" or "the Commissioner" is he after whom the office that publishes is named."""
    named = _OFFICE_OF.match(office.partition(" for ")[0])
    words = title.removeprefix("The ").removeprefix("the ")
    return named is not None and words[:1].isupper() and set(words.split()) <= set(named[1].split())


_OFFICE_OF = re.compile(r"(?:the )?office of (?:the )?(.+)", re.IGNORECASE)


def _ours(actor: Voice, report: Report, made: Basis) -> Voice | None:
    """Who "The Minister" is in the release of a state's office, where he was taken for one of another state.

    It calls its own so, whom it has named with that title; a foreign one is told with his state.
    """
    official = made.sides.publisher(report)
    text = "" if actor.mention is None else actor.mention.text
    if official is None or not made.sides.is_state(official) or not text.startswith("The "):
        return None
    if _MINISTER.fullmatch(text) is None or made.sides.of(actor) == official:
        return None
    title = text.removeprefix("The ")
    named = [m for m in mentioned(report) if m.actor is not None and m.actor.kind == "person" and m.actor.name]
    own = {
        one.key: one
        for m in named
        if m.span.text.startswith(f"{title} ")
        and (one := made.sides.callings.full(voice(m.actor)))
        and made.sides.of(one) == official
    }
    return replace(next(iter(own.values())), mention=actor.mention) if len(own) == 1 else None


def bare(actor: Voice) -> bool:
    """Whether an actor is "we" or an office without its state."""
    return actor.label.strip("“”").casefold() in _WE


@lru_cache(50_000)
def is_body(label: str) -> bool:
    """Whether words name a body of a state ("authorities", "the navy's delegation")."""
    return _BODY.search(label) is not None


def placed(actor: Voice, report: Report, made: Basis) -> Voice:
    """A body that is named without its state, as that of the state named last before it."""
    word = actor.label.strip("“”")
    loose = not actor.identified or (actor.kind in ("state", "unknown") and made.sides.state(word) in (None, word))
    if loose and " " not in word and word[:1].isupper() and (state := made.sides.seat(word)):
        return Voice(key=state, label=state, kind="state", mention=actor.mention)  # "Modrin vowed to respond"
    if (local := unstated(actor, report, made)) is not None:
        label = actor.label.strip("“”").removeprefix("the ").partition(" of ")[0]
        return replace(actor, key=f"{local}:{label.casefold()}", label=f"{label} of {local}", country=())
    if actor.mention is None or actor.country or actor.kind == "person" or not is_body(actor.label):
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
