"""Names of bodies that the tagger cuts or takes for others': "the OAS Permanent Council", "Oceans Without Chains"."""

import calendar
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from onrecord.annotate.gazetteer import Hit
from onrecord.annotate.layers import Entity, Layers
from onrecord.resources import countries, institutions, organizations
from onrecord.resources.institutions import body_noun
from onrecord.resources.states import states

_JOINTS = frozenset({" ", "’s ", "'s ", " of the ", " of "})


_SOCIETIES = frozenset({"Red Cross", "Red Crescent"})
_WHOSE = re.compile(r" (?:of|in) (?:the )?(?P<state>[A-Z][\w-]+(?: [A-Z][\w-]+)?)")


_STATE = ("country:", "seat:", "people:")
"""How the keys of names begin that tell a state; its code follows."""
_OWNED = re.compile(r"(?P<state>[A-Z][\w.-]+(?: [A-Z][\w-]+)?)(?:['’]s?)? $")
_GENERIC = frozenset(["council", "office", "assembly", "department", "committee", "agency", "service", "guard"])
"""Nouns by which several states name a body alike: "National Security Council"."""


_COMMON = frozenset(["Transportation", "Energy", "Commerce", "Labor", "Interior"])
"""What several states' departments are for, under names that one of them is told of by elsewhere."""


_HOUSES = frozenset(["Chancellery", "Government House", "Royal Court", "Federal Palace"])
"""Names of seats of government by a common noun: other states have one too."""
_BROAD = frozenset(["n", "er"])
"""Endings of peoples that many other names have: "Johnson", "Baker"."""
_POSSESSIVE = re.compile(r"['’]s? $")
_DAYS = frozenset([*calendar.month_name, *calendar.day_name])


_MOTTO = re.compile(
    r"\b[A-Z][a-z]+(?: [A-Z][a-z]+){0,2} (?:Without|Against|Beyond|Across|Behind|Under|Before|After|Between|For|Not)"
    r"(?: [A-Z][a-z]+){1,3}\b"
)
"""A name with a preposition in capitals."""


_BEHIND = 90


def with_mottos(layers: Layers) -> Iterator[Entity]:
    """Bodies named by a motto ("Oceans Without Chains"), where the same words come twice."""
    found = list(_MOTTO.finditer(layers.text)) if layers.text else []
    often = Counter(match.group() for match in found)
    for match in found:
        if often[match.group()] > 1:
            yield Entity(match.start(), match.end(), "ORG", "rule")


def others_bodies(text: str, hits: Sequence[Hit]) -> frozenset[tuple[int, int]]:
    """Where bodies of the tables, by a common noun of their names, are another state's, and said again are so still.

    "The Foreign Office of Tarn", "Pakistan's Foreign Office … the Foreign Office said", "the Ustrian Chancellery".
    """
    national = [(hit, country) for hit in hits if (country := _by_noun(text, hit)) is not None]
    spoken_of = _states(hits, {hit.start for hit, _ in national})
    theirs = {
        text[hit.start : hit.end]
        for hit, country in national
        if (spoken_of and country not in spoken_of) or _is_anothers(text, hit, country, spoken_of)
    }
    departments = ((hit.start, hit.end) for hit in hits if _is_department_elsewhere(text, hit))
    return frozenset([*((h.start, h.end) for h, _ in national if text[h.start : h.end] in theirs), *departments])


def _is_department_elsewhere(text: str, hit: Hit) -> bool:
    """Whether a department of the tables is that of another state, whose name owns it: "Ghana's Labor Department"."""
    body = institutions.by_id(hit.names[0].key) if hit.names[0].key.startswith("body:") else None
    if body is None or "Department" not in text[hit.start : hit.end]:
        return False
    before = _OWNED.search(text, max(hit.start - _BEHIND, 0), hit.start)
    name = "" if before is None else before["state"]
    names = (name, name.rpartition(" ")[2])
    named = [c.code for n in names for c in (*countries.by_name(n), *countries.by_demonym(n))]
    return bool(named) and body.country not in named


def _by_noun(text: str, hit: Hit) -> str | None:
    """Code of the state whose body a hit names by a common noun; None for other hits and names of a body's own."""
    kind, _, value = hit.names[0].key.partition(":")
    if kind == "seat":
        return value if text[hit.start : hit.end] in _HOUSES else None
    body = institutions.by_id(hit.names[0].key) if kind == "body" else None
    words = text[hit.start : hit.end].split()
    noun = None if body is None or body.sector in ("JRN", "PTY") else body_noun(words)
    whole = noun is not None and (len(noun.words) == len(words) or (len(words) > 2 and noun.words[-1] in _GENERIC))
    whole = whole or ("Department" in words and not _COMMON.isdisjoint(words))
    return body.country if body is not None and whole and not _names_state(words, body.country) else None


def _names_state(words: Sequence[str], country: str) -> bool:
    """Whether the name of a body begins with its state's: "U.S. State Department" is no other's."""
    first = [c.code for n in (words[0], " ".join(words[:2])) for c in (*countries.by_name(n), *countries.by_demonym(n))]
    return country in first


def _states(hits: Sequence[Hit], bodies: Collection[int]) -> frozenset[str]:
    """The states that a text names, but for the hits that begin at `bodies`."""
    keys = (name.key for hit in hits if hit.start not in bodies for name in hit.names)
    return frozenset(key.partition(":")[2] for key in keys if key.startswith(_STATE))


def _is_anothers(text: str, hit: Hit, country: str, spoken_of: Collection[str]) -> bool:
    """Whether a state's name or adjective beside a body's is not its own state's.

    A name that no table knows is one where it has the ending of a people's, or the body's own state goes unnamed.
    """
    after = _WHOSE.match(text, hit.end)
    before = _OWNED.search(text, max(hit.start - _BEHIND, 0), hit.start)
    whose = after or before
    if whose is None:
        return False
    name = whose["state"]
    tries = (name, name.partition(" ")[0]) if after is not None else (name, name.rpartition(" ")[2])
    named = [c.code for n in tries for c in (*countries.by_name(n), *countries.by_seat(n), *countries.by_demonym(n))]
    if named or (after is not None and whose.group().startswith(" of ")):
        return country not in named
    if before is not None and after is None and not _POSSESSIVE.search(before.group()):
        return name.endswith(
            tuple(set(states().demonyms) - _BROAD)
        )  # "the Ustrian Chancellery", not "a Downing Street Foreign Office"
    return country not in spoken_of and name not in _DAYS  # "Johnson's Foreign Office", "the Treasury in May"


def with_organs(layers: Layers, named: Sequence[Entity]) -> tuple[Entity, ...]:
    """Entities in text order, where an organ stands beside a body that is not its own the two as one unlisted name.

    So is a state's own society, which is not the international one: "the Indonesian Red Cross".
    """
    kept: list[Entity] = []
    for entity in named:
        if kept and (_foreign_organ(layers, kept[-1], entity) or _national_society(layers, kept[-1], entity)):
            kept[-1] = Entity(kept[-1].start, entity.end, "ORG", "rule")
        else:
            kept.append(entity)
    return tuple(kept)


def _foreign_organ(layers: Layers, first: Entity, second: Entity) -> bool:
    joint = layers.text[first.end : second.start]
    if joint not in _JOINTS or not (first.label == second.label == "ORG"):
        return False
    body, organ = (second, first) if joint.startswith(" of") else (first, second)
    whole, part = _listed(body), _listed(organ)
    if whole is None or part is None:
        return False
    own = {whole.name, whole.acronym} - {""}
    return part.name != layers.text[organ.start : organ.end] and not any(
        f" {word} " in f" {part.name} " for word in own
    )


def _national_society(layers: Layers, first: Entity, second: Entity) -> bool:
    joint = layers.text[first.end : second.start]
    return first.label == "NORP" and joint == " " and layers.text[second.start : second.end] in _SOCIETIES


def _listed(entity: Entity) -> organizations.Organization | None:
    return next((found for key in entity.keys if (found := organizations.by_id(key)) is not None), None)
