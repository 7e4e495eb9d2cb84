"""Full names for short ones, told by any of several reports: "Castell" is Ruben Castell, "the Assembly" its long name.

A short name stands for a longer one only where a single one fits: one person of that surname, one body that is called
so with more words. Two Castells stay as the reports call them.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from onrecord.model import Actor, Report
from onrecord.present.mentioned import mentioned
from onrecord.present.publishers import kind
from onrecord.present.voice import Voice, voice

_CAPITAL = re.compile(r"^[A-ZÀ-Þ]")
_COURTESY = re.compile(r"(?:M[rs]|Mrs|Dr|Prof|Sir|Dame|Lord|Lady|Comrade|Gen|Col|Capt|Lt|Sgt)\.? \S+$")
"""A surname with a courtesy or a rank, which is no first name."""
_LONG = re.compile(r"^(?!.*(?:,| and )).+ ")
"""A body of several words, not several bodies ("Tolvia and the Front")."""


class Callings:
    """The full names of the persons and bodies of some reports."""

    def __init__(self, reports: Sequence[Report]) -> None:
        people: dict[str, dict[str, Actor]] = {}
        bodies: dict[str, Voice] = {}
        for report in reports:
            for actor in actors(report):
                if actor.name and actor.kind == "person" and " " in actor.name and not _COURTESY.match(actor.name):
                    people.setdefault(actor.name.rsplit(" ", 1)[1].casefold(), {})[actor.name] = actor
                elif not actor.name or actor.kind not in ("organization", "group") or actor.name in bodies:
                    continue
                elif _LONG.search(actor.name):
                    bodies[actor.name] = voice(actor)
            if kind(report.document) == "body" and " " in (name := report.document.publisher or ""):
                bodies.setdefault(name, Voice(key=name, label=name, kind="organization"))
        self._people = {short: voice(*found.values()) for short, found in people.items() if len(found) == 1}
        self._whole: dict[str, list[Voice]] = {}  # bodies by the first word of their names, the longest first
        for name, body in sorted(bodies.items(), key=lambda item: (-len(item[0]), item[0])):
            self._whole.setdefault(name.split(" ", 1)[0], []).append(body)
        self._bodies: dict[str, list[Voice]] = {}
        for name, body in sorted(bodies.items()):
            if any(name[: space.start()] in bodies for space in re.finditer(" ", name)):
                continue  # a body of that body ("Assembly of X technical mission")
            for short in _shorter(name):
                self._bodies.setdefault(short, []).append(body)

    def full(self, one: Voice) -> Voice:
        """The voice with its full name; the same where the name is full or several fit."""
        words = one.label.strip("“”").removeprefix("the ").removeprefix("The ")
        noun = one.kind == "organization" and words in _NOUNS
        if not (noun or _CAPITAL.match(words)) or one.kind not in _NAMED:
            return one
        longer = self._bodies.get(words.casefold(), [])
        if len(longer) == 1 and one.kind != "person":
            return replace(longer[0], mention=one.mention)
        known_state = one.kind == "state" and bool(one.country)  # Israel is no Mr Israel of another report
        if " " not in words and not longer and not known_state and (found := self._people.get(words.casefold())):
            return replace(found, mention=one.mention)
        return one

    def at(self, text: str, start: int) -> Voice | None:
        """The body whose whole name stands at a place of a text."""
        first = re.match(r"\w+", text[start : start + 40])
        found = self._whole.get(first.group(), ()) if first is not None else ()
        return next((body for body in found if re.match(rf"{re.escape(body.label)}\b", text[start:])), None)

    def body(self, name: str) -> str | None:
        """The full name of the only body that is called so for short; null where there is none or several."""
        longer = self._bodies.get(name.removeprefix("the ").removeprefix("The ").casefold(), [])
        return longer[0].label if len(longer) == 1 else None

    def person(self, one: Voice) -> Voice | None:
        """The only person of whom a surname alone can be the name, whatever else it was taken for."""
        found = self._people.get(one.label.strip("“”").casefold())
        return replace(found, mention=one.mention) if found else None

    def surnamed(self, one: Voice) -> Voice | None:
        """The only person whose surname ends words that were not linked ("Foreign Ministers Verhoe")."""
        words = one.label.strip("“”").split()
        found = self._people.get(words[-1].casefold()) if words and not one.identified else None
        return replace(found, mention=one.mention) if found else None

    def is_body(self, name: str) -> bool:
        """Whether a name has the noun of a body ("League of River States"), in whatever place."""
        return any(word.casefold() in _NOUNS for word in name.split())

    def names_body(self, name: str) -> bool:
        """Whether a name is that of a body by its noun ("the Front", "Lorn Union"), whatever the linker took it for."""
        return name.rsplit(" ", 1)[-1].casefold() in _NOUNS


def _shorter(name: str) -> set[str]:
    """What a body of several words is also called: its words before "of" or "for", the last of these."""
    head = re.split(r" (?:of|for|on|to) ", name, maxsplit=1)[0].casefold()
    last = head.rsplit(" ", 1)[-1]
    return ({head, last} if last in _NOUNS else {head}) - {name.casefold()}


_NAMED = ("person", "organization", "unknown", "group", "state")
_NOUNS = frozenset(
    """agency alliance assembly association authority bank board brigade bureau center centre coalition command
    commission committee community conference corps council court federation force forum foundation front fund group
    institute league legion mission movement network office organisation organization parliament party programme
    secretariat service society tribunal union""".split()
)
"""What bodies are; by this word alone a report calls the only one that it knows by a longer name."""


def actors(report: Report) -> Iterable[Actor]:
    """Everybody whom a report names, who acts or is acted upon, who speaks or is addressed."""
    for mention in mentioned(report):
        if mention.actor is not None:
            yield mention.actor
    for event in report.events:
        yield from event.actors
        yield from event.recipients
    for statement in report.statements:
        if statement.speaker is not None:
            yield statement.speaker
        yield from statement.addressees
