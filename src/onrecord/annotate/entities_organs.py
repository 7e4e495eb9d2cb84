"""Names of bodies that the tagger cuts or takes for others': "the OAS Permanent Council", "Oceans Without Chains"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.annotate.gazetteer import Hit
from onrecord.annotate.layers import Entity, Layers
from onrecord.resources import countries, institutions, organizations
from onrecord.resources.institutions import body_noun

_JOINTS = frozenset({" ", "’s ", "'s ", " of the ", " of "})


_SOCIETIES = frozenset({"Red Cross", "Red Crescent"})
_WHOSE = re.compile(r" (?:of|in) (?:the )?(?P<state>[A-Z][\w-]+(?: [A-Z][\w-]+)?)")


_STATE = ("country:", "seat:", "people:")
"""How the keys of names begin that tell a state; its code follows."""
_OWNED = re.compile(r"(?P<state>[A-Z][\w.-]+(?: [A-Z][\w-]+)?)(?:['’]s?)? $")
_GENERIC = frozenset(["council", "office", "assembly", "department", "committee", "agency", "service", "guard"])
"""Nouns by which several states name a body alike: "National Security Council"."""


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

    "The Foreign Office of Tarn", "Pakistan's Foreign Office … the Foreign Office said".
    """
    national = [(hit, body) for hit in hits if (body := _by_noun(text, hit)) is not None]
    theirs = {
        text[hit.start : hit.end]
        for hit, body in national
        if _is_anothers(text, hit, body) or not _is_spoken_of(hits, body)
    }
    return frozenset((hit.start, hit.end) for hit, _ in national if text[hit.start : hit.end] in theirs)


def _by_noun(text: str, hit: Hit) -> institutions.Body | None:
    """The state's body that a hit names by a common noun; None for other hits and names of a body's own."""
    body = institutions.by_id(hit.names[0].key) if hit.names[0].key.startswith("body:") else None
    words = text[hit.start : hit.end].split()
    noun = None if body is None or body.sector in ("JRN", "PTY") else body_noun(words)
    whole = noun is not None and (len(noun.words) == len(words) or (len(words) > 2 and noun.words[-1] in _GENERIC))
    return body if whole else None


def _is_spoken_of(hits: Sequence[Hit], body: institutions.Body) -> bool:
    """Whether a text names a body's state, or no state: "The Foreign Office" of a report from Lima is not Britain's."""
    keys = (name.key for hit in hits for name in hit.names)
    states = {key.partition(":")[2] for key in keys if key.startswith(_STATE)}
    return body.country in states or not states


def _is_anothers(text: str, hit: Hit, body: institutions.Body) -> bool:
    """Whether a state's name or adjective beside a body's is not its own state's."""
    after = _WHOSE.match(text, hit.end)
    before = _OWNED.search(text, max(hit.start - _BEHIND, 0), hit.start)
    whose = after or before
    if whose is None:
        return False
    name = whose["state"]
    tries = (name, name.partition(" ")[0]) if after is not None else (name, name.rpartition(" ")[2])
    named = [c.code for n in tries for c in (*countries.by_name(n), *countries.by_seat(n), *countries.by_demonym(n))]
    if after is None or whose.group().startswith(" in "):  # "the Treasury in May", "Johnson's Foreign Office"
        return bool(named) and body.country not in named
    return body.country not in named


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
