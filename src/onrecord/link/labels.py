"""Whose the turns of a transcript are: whom a label names, and those that stand under one label."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from onrecord.extract.statements_listeners import on_air
from onrecord.link.linkers import Linkers
from onrecord.model import Actor, Span, Statement

_OFFICE = re.compile(r"(?:The|THE) ([A-Z][\w’'-]+(?: (?:of |for |and )?[A-Z][\w’'-]+)*)")
"""A label with an office alone."""
_HELD = re.compile(r"(?:The|THE) [^()]+ \(")
"""One with who holds it in brackets: "The CHAIR (Ms Lund)"."""
_ANSWERS = re.compile(r"\b(?:Q|A|Question|QUESTION|Answer|ANSWER)\b")
_ISSUED = re.compile(
    r"\b(?:Comments?|Answers?|Repl(?:y|ies)|Statement|Response) (?:by|of|from) (?:the )?(?P<who>[A-Z][^\n,:]{3,120}?)"
    r"(?= (?:in|to|on|about|regarding|concerning)\b|[,:\n]|$)",
    re.MULTILINE,
)
"""The heading that says which body answers: "Comment by the Press Department of the Ministry in reply to …"."""
_SPOKES = re.compile(r"(?:the )?(?:[A-Z][\w-]+ )*[Ss]pokes(?:person|man|woman)")
_OFFICE_LABEL = re.compile(r"(?:The |THE )?(?P<office>[A-Z][\w’' -]{2,60}) \((?P<who>[^()]{3,60})\)")
"""A label with an office and, in brackets, who holds it."""


def same_labels(statements: Sequence[Statement]) -> list[Statement]:
    """Turns of a transcript under one label are one person's, also where only some of the labels told who it is.

    Who leads the talk is none of its other speakers: "PRESENTER: With me is the minister, Ada Lund".
    """
    turns = [s.speaker for s in statements if s.cue is None and s.speaker is not None and s.speaker.mention is not None]
    named = {a.name for a in turns if a.name and a.mention and a.mention.text.lower() not in on_air()}
    known = {a.mention.text: a for a in turns if a.name is not None and a.mention and a.mention.text.isupper()}
    known = {label: Actor(mention=a.mention) if label.lower() in on_air() and a.name in named else a
             for label, a in known.items()}  # fmt: skip
    known |= _chairs(turns) | _holders(turns)
    return [replace(s, speaker=_known(s.speaker, known), addressees=tuple(_known(a, known) or a for a in s.addressees))
            for s in statements] if known else list(statements)  # fmt: skip


def _chairs(turns: Sequence[Actor]) -> dict[str, Actor]:
    """Labels with an office alone that were taken for a name, or for somebody who speaks under his: "The PRESIDENT"."""
    by_name = {a.name for a in turns if _has_own_label(a)}
    found: dict[str, Actor] = {}
    for actor in turns:
        office = _OFFICE.fullmatch(actor.mention.text) if actor.mention else None
        if office is None or actor.name is None:
            continue
        if actor.name.casefold() == office[1].casefold() or (actor.name in by_name and not _has_own_label(actor)):
            found[office.string] = Actor(mention=actor.mention, office=office[1])
    return found


def _holders(turns: Sequence[Actor]) -> dict[str, Actor]:
    """Labels with an office alone, and who is told in brackets to hold it behind one of them."""
    return {
        a.mention.text.partition(" (")[0]: a
        for a in reversed(turns)
        if a.name and a.mention and _HELD.match(a.mention.text)
    }


def _has_own_label(actor: Actor) -> bool:
    """Whether a turn's label has its speaker's name."""
    label = actor.mention.text.casefold() if actor.mention else ""
    return actor.name is not None and actor.name.split()[-1].casefold() in label


def _known(actor: Actor | None, known: Mapping[str, Actor]) -> Actor | None:
    if actor is None or actor.mention is None or actor.mention.text not in known:
        return actor
    meant = known[actor.mention.text]
    if actor.name is not None and meant.name is not None and not _OFFICE.fullmatch(actor.mention.text):
        return actor
    return replace(meant, mention=actor.mention)


# ---- whose one label is
def answerer(linkers: Linkers, label: Span) -> Span:
    """Of a turn's label the name that its head gives: of "A" the first person's before it, of initials whose they are.

    Any other words stand for themselves.
    """
    if (spelled := linkers.actors.initialled(label)) is not None:
        return spelled
    if label.text not in ("A", "ANSWER", "Answer"):
        return label
    text = linkers.layers.text
    first = min(match.start() for match in _ANSWERS.finditer(text, 0, label.end))
    persons = [e for e in linkers.layers.entities if e.label == "PERSON" and e.start < first]
    named = [linkers.layers.span(e.start, e.end) for e in persons]
    if named:
        return next((span for span in named if linkers.actors.actor(span).office is not None), named[0])
    spokesman = _SPOKES.search(text, 0, first)
    if spokesman is not None:
        return linkers.layers.span(*spokesman.span())
    issuing = _ISSUED.search(text, 0, first)
    return label if issuing is None else linkers.layers.span(*issuing.span("who"))


def labelled(linkers: Linkers, label: Span) -> Span | None:
    """The one person named in the label of a turn: "LT. COL. LUND"; None where there is none or several."""
    named = linkers.layers.entities_over(label.start, label.end)
    persons = [e for e in named if label.start <= e.start and e.end <= label.end and e.label == "PERSON"]
    return linkers.layers.span(persons[0].start, persons[0].end) if len(persons) == 1 else None


def in_office(linkers: Linkers, label: Span) -> Actor | None:
    """The person in brackets behind the office by which an assembly calls him: "The WARDEN (Captain E. Tove)"."""
    match = _OFFICE_LABEL.fullmatch(label.text)
    person = None if match is None else labelled(linkers, label)
    if match is None or person is None or person.start < label.start + match.start("who"):
        return None
    actor = linkers.actors.actor(person)
    return actor if actor.name is None else replace(actor, mention=label, office=actor.office or match["office"])


def hearer(linkers: Linkers, words: Span, *, is_turn: bool) -> Span:
    """Whom words for an addressee name; of a turn's label the person in it."""
    named = answerer(linkers, words)
    return labelled(linkers, named) or named if is_turn else named
