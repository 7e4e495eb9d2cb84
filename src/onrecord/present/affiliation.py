"""For which state somebody speaks or acts: the country code, or the state's name where it has none."""

import re
from collections.abc import Iterator

from onrecord.model import Actor, Report, Span
from onrecord.present.mentioned import mentioned
from onrecord.resources import countries

_NAME = r"[A-Z][\w’-]*(?: [A-Z][\w’-]*)*"
_OF = re.compile(rf"\bof (?:the )?({_NAME})$")
_AFTER = re.compile(rf"^,? (?:of|from) (?:the )?({_NAME})")
_POSSESSIVE = re.compile(r"^(?:the )?([A-Z][\w-]*(?: [A-Z][\w-]*)*)[’']s\s+\w")
_SERVES = re.compile(
    rf"\b(?:advis[eo]r|aide|assistant|secretary|counsell?or|spokes(?:man|woman|person)) (?:to|for|of) "
    rf"(?:(?:the )?[\w ]+ )?({_NAME})"
)
"""Whom somebody serves; who is an envoy "to" somebody is another's."""

_GROUP = re.compile(r"^(?:[A-Z][\w’'-]+ ){2,}(?:Front|Movement|Army|Brigades|Resistance|Militia)$")
_APART = frozenset(["REB", "PRM", "OPP", "INS"])
"""Sectors of groups that are sides of their own, whatever state they are in."""
_TO_THE_PRESS = re.compile(
    r"\b(?:told|spoke to|briefed|speaking to) (?:\w+ ){0,2}(?:reporters|journalists|correspondents|newsmen|"
    r"(?:news|press) conference|(?:news|press)? ?briefing|parliament|lawmakers|deputies)"
    r" (?:here |later |back )?in (?:the )?$"
)
"""Words by which somebody speaks at a place to those who come to hear him."""
BODIES = frozenset({"IGO", "IMG", "NGO", "NGM", "MNC", "INT"})
"""Codes that stand for kinds of bodies, not for a state: who speaks for a body stands for that one."""


class Affiliations:
    """What every actor of one report stands for; the first mention that tells it speaks for the others."""

    def __init__(self, report: Report) -> None:
        self._text = report.document.text or ""
        self._known: dict[str, str] = {}
        self._guesses: set[str] = set()  # names in `_known` of which no words tell the state
        people = (
            m.actor for m in mentioned(report) if m.actor is not None and m.actor.kind == "person" and m.actor.name
        )
        self._groups = _groups(report)
        self._persons = {(actor.name or "").rpartition(" ")[2]: actor for actor in people}
        for mention in mentioned(report):
            if mention.actor is not None:
                self._learn(mention.actor)
        for one in report.statements:
            if one.speaker is not None:
                self._learn(one.speaker)
        for name, state in _at_home(report):
            if name not in self._known or name in self._guesses:
                self._known[name] = state
                self._guesses.discard(name)
        for actor in (m.actor for m in mentioned(report) if m.actor is not None and m.actor.kind == "person"):
            self._learn_from_servant(actor)

    def of(self, actor: Actor | None) -> str | None:
        """ISO 3166 alpha-3 code or name of the state; null where nothing tells it."""
        if actor is None:
            return None
        if (actor.name or "") in self._groups:
            return self._groups[actor.name or ""]
        body = (actor.office or "").partition(", ")[2]
        if actor.kind == "person" and body in self._groups:
            return self._groups[body]
        told = self._told(actor)
        if told is None or self._guessed(actor):
            told = self._known.get(_key(actor)) or told
        return self._groups.get(told, told) if told is not None else self._groups.get(actor.name or "")

    def office_holder(self, actor: Actor) -> Actor | None:
        """The person whose office an actor is ("Office of Lena Aldine"), as the report names him; null for others."""
        words = (actor.name or "").removeprefix("Office of ")
        person = self._persons.get(words.rpartition(" ")[2])
        return person if person is not None and words != actor.name and person.name == words else None

    def guessed(self, actor: Actor) -> bool:
        """Whether the state for which an actor stands is only what the report as a whole suggests."""
        return _key(actor) in self._guesses

    def _learn(self, actor: Actor) -> None:
        name = _key(actor)
        if not name or (name in self._known and (name not in self._guesses or self._guessed(actor))):
            return
        if told := self._told(actor):
            self._known[name] = told
            (self._guesses.add if self._guessed(actor) else self._guesses.discard)(name)

    def _learn_from_servant(self, servant: Actor) -> None:
        """Who has a spokesman of whom words tell the state stands for that state."""
        state, chief = self._known.get(_key(servant)), self._served(servant)
        if state is None or chief is None or _key(servant) in self._guesses:
            return
        if (name := _key(chief)) in self._guesses or name not in self._known:
            self._known[name] = state
            self._guesses.discard(name)

    def _guessed(self, actor: Actor) -> bool:
        """Whether only the report as a whole suggests a state, and no words beside the name tell one."""
        if actor.country_by != "report":
            return False
        chief = self._served(actor)
        return chief is None or _key(chief) in self._guesses

    def _told(self, actor: Actor) -> str | None:
        """What one mention tells: a known country by its code, whichever way the words name it."""
        told = self._in_words(actor)
        known = countries.by_name(told) if told is not None else ()
        return known[0].iso3 if len(known) == 1 else told

    def _in_words(self, actor: Actor) -> str | None:
        if actor.country and actor.country[0] in BODIES:
            return actor.name if actor.kind == "organization" else (actor.office or "").partition(", ")[2] or None
        if actor.country_by == "report" and not self._guessed(actor):
            return self._chief(actor)  # words tell more than the report as a whole suggests
        if actor.country:
            return actor.country[0]
        if actor.kind == "state":
            return actor.name
        if actor.state:
            return actor.state
        if actor.office and ", " in actor.office:
            return actor.office.rsplit(", ", 1)[1]
        if actor.kind in ("office", "government") and (found := _OF.search(actor.name or "")):
            return found[1].strip()
        return self._beside(actor)

    def _beside(self, actor: Actor) -> str | None:
        """The state in the words themselves ("Perula’s envoy") or right after ("Minister Eide of Halmar")."""
        if actor.mention is None or actor.kind != "person":
            return self._chief(actor)
        words = self._words(actor.mention)
        found = _POSSESSIVE.match(words) or _AFTER.match(self._text[actor.mention.end : actor.mention.end + 60])
        if found is None:
            return self._chief(actor)
        return self._chief(actor) if self._person(found[1]) is not None else found[1].strip()

    def _words(self, mention: Span) -> str:
        """The words for somebody, with the name before a possessive ending that they begin with."""
        if not mention.text.startswith(("'s ", "’s ")):
            return mention.text
        before = self._text[max(0, mention.start - 30) : mention.start]
        named = re.search(r"[A-Z][\w-]*$", before)
        return mention.text if named is None else named[0] + mention.text

    def _person(self, name: str) -> Actor | None:
        """The person of a name or of the last part of one."""
        return self._persons.get(name.strip().rpartition(" ")[2])

    def _chief(self, actor: Actor) -> str | None:
        """Where the person stands whom somebody serves."""
        chief = self._served(actor)
        return None if chief is None else self._known.get(_key(chief)) or chief.name

    def _served(self, actor: Actor) -> Actor | None:
        """Whom somebody serves: "Reyl's chief of staff", "an adviser to Mr Reyl"."""
        if actor.mention is None or actor.kind not in ("person", "unknown"):
            return None
        words = self._words(actor.mention)
        found = _POSSESSIVE.match(words) or _SERVES.search(words)
        chief = None if found is None else self._person(found[1])
        return None if chief is None or _key(chief) == _key(actor) else chief


def _at_home(report: Report) -> Iterator[tuple[str, str]]:
    """Names of persons who tell the press in the capital of a state that the report names, with that state's code."""
    text = report.document.text or ""
    states = {
        code for m in report.mentions if m.actor is not None and m.actor.kind == "state" for code in m.actor.country
    }
    capitals = [
        m
        for m in report.mentions
        if m.place is not None
        and m.place.kind == "capital"
        and _TO_THE_PRESS.search(text[max(0, m.span.start - 60) : m.span.start])
    ]
    for place in capitals:
        code = next((code for code in place.place.country if code in states), None) if place.place is not None else None
        start = max(text.rfind(mark, 0, place.span.start) for mark in (". ", "\n"))
        if code is None:
            continue
        for one in report.statements:
            said = one.cue is not None and start < one.cue.start < place.span.start
            if said and one.speaker is not None and one.speaker.kind == "person" and _key(one.speaker):
                yield _key(one.speaker), code


def _groups(report: Report) -> dict[str, str]:
    """Armed groups and movements, which are sides of their own, by their full names and by the last word of them."""
    bodies = [m.actor for m in mentioned(report) if m.actor is not None and m.actor.kind in ("organization", "group")]
    named = {a.name: a.sector in _APART for a in bodies if a.name and a.name[:1].isupper()}
    whole = sorted(name for name, apart in named.items() if apart or _GROUP.search(name))
    short = {name.rpartition(" ")[2]: name for name in whole}
    alone = {last: name for last, name in short.items() if sum(other.endswith(f" {last}") for other in whole) == 1}
    return {name: name for name in whole} | alone


def _key(actor: Actor) -> str:
    return actor.id or actor.name or ""
