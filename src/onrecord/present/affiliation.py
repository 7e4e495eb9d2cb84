"""For which state somebody speaks or acts: the country code, or the state's name where it has none."""

import re

from onrecord.model import Actor, Report
from onrecord.present.mentioned import mentioned
from onrecord.resources import countries

_NAME = r"[A-Z][\w’-]*(?: [A-Z][\w’-]*)*"
_OF = re.compile(rf"\bof (?:the )?({_NAME})$")
_AFTER = re.compile(rf"^,? (?:of|from) (?:the )?({_NAME})")
_POSSESSIVE = re.compile(r"^(?:the )?([A-Z][\w-]*(?: [A-Z][\w-]*)*)[’']s\s+\w")

_GROUP = re.compile(r"^(?:[A-Z][\w’'-]+ ){2,}(?:Front|Movement|Army|Brigades|Resistance|Militia)$")
_APART = frozenset(["REB", "PRM", "OPP", "INS"])
"""Sectors of groups that are sides of their own, whatever state they are in."""
BODIES = frozenset({"IGO", "IMG", "NGO", "NGM", "MNC", "INT"})
"""Codes that stand for kinds of bodies, not for a state: who speaks for a body stands for that one."""


class Affiliations:
    """What every actor of one report stands for; the first mention that tells it speaks for the others."""

    def __init__(self, report: Report) -> None:
        self._text = report.document.text or ""
        self._known: dict[str, str] = {}
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

    def of(self, actor: Actor | None) -> str | None:
        """ISO 3166 alpha-3 code or name of the state; null where nothing tells it."""
        if actor is None:
            return None
        if (actor.name or "") in self._groups:
            return self._groups[actor.name or ""]
        body = (actor.office or "").partition(", ")[2]
        if actor.kind == "person" and body in self._groups:
            return self._groups[body]
        told = self._told(actor) or self._known.get(_key(actor))
        return self._groups.get(told, told) if told is not None else self._groups.get(actor.name or "")

    def office_holder(self, actor: Actor) -> Actor | None:
        """The person whose office an actor is ("Office of Lena Aldine"), as the report names him; null for others."""
        words = (actor.name or "").removeprefix("Office of ")
        person = self._persons.get(words.rpartition(" ")[2])
        return person if person is not None and words != actor.name and person.name == words else None

    def _learn(self, actor: Actor) -> None:
        if _key(actor) and _key(actor) not in self._known and (told := self._told(actor)):
            self._known[_key(actor)] = told

    def _told(self, actor: Actor) -> str | None:
        """What one mention tells: a known country by its code, whichever way the words name it."""
        told = self._in_words(actor)
        known = countries.by_name(told) if told is not None else ()
        return known[0].iso3 if len(known) == 1 else told

    def _in_words(self, actor: Actor) -> str | None:
        if actor.country and actor.country[0] in BODIES:
            return actor.name if actor.kind == "organization" else (actor.office or "").partition(", ")[2] or None
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
            return None
        before = self._text[max(0, actor.mention.start - 30) : actor.mention.start]
        words = actor.mention.text
        if words.startswith(("'s ", "’s ")):
            words = (re.findall(r"[A-Z][\w-]*$", before) or [""])[0] + words
        found = _POSSESSIVE.match(words) or _AFTER.match(self._text[actor.mention.end : actor.mention.end + 60])
        if found is None:
            return None
        chief = self._persons.get(found[1].strip())  # "Reyl's chief of staff" stands where Reyl does
        if chief is None:
            return found[1].strip()
        return self._known.get(_key(chief)) or chief.name if _key(chief) != _key(actor) else None


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
