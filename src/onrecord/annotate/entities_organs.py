"""Names of bodies that the tagger cuts or takes for others': "the OAS Permanent Council", "Oceans Without Chains"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.annotate.layers import Entity, Layers
from onrecord.resources import countries, institutions, organizations
from onrecord.resources.institutions import body_noun
from onrecord.resources.roles import lexicon

_JOINTS = frozenset({" ", "’s ", "'s ", " of the ", " of "})


_SOCIETIES = frozenset({"Red Cross", "Red Crescent"})
_WHOSE = re.compile(r" (?:of|in) (?:the )?(?P<state>[A-Z][\w-]+(?: [A-Z][\w-]+)?)")


_MOTTO = re.compile(
    r"\b[A-Z][a-z]+(?: [A-Z][a-z]+){0,2} (?:Without|Against|Beyond|Across|Behind|Under|Before|After|Between|For|Not)"
    r"(?: [A-Z][a-z]+){1,3}\b"
)
"""A name with a preposition in capitals."""


_OFFICE = re.compile(
    r"\b[Mm]inister(?: of State)?(?: of| for)(?: the)? (?:[A-Z][\w'’-]+(?:,| and| of| for| the)* )*$"
    r"|\b[Ss]ecretary(?: of State)?(?: of| for)(?: the)? (?:[A-Z][\w'’-]+(?:,| and| of| for| the)* )*$"
)
_BEHIND = 90
_OWNER = re.compile(r" of (?:the )?(?:Republic of |Kingdom of )?[A-Z].*$")
_JOINING = frozenset(["and", "of", "for", "the", "&"])


def is_portfolio(text: str, entity: Entity) -> bool:
    """Whether a tagged name is what the minister or secretary before it is responsible for ("State", "Trade")."""
    if entity.label == "PERSON" or _OFFICE.search(text, max(entity.start - _BEHIND, 0), entity.start) is None:
        return False
    own = _OWNER.sub("", text[entity.start : entity.end]).replace(",", " ").casefold().split()
    return all(word in _JOINING or word in lexicon().subjects for word in own)


def with_mottos(layers: Layers) -> Iterator[Entity]:
    """Bodies named by a motto ("Oceans Without Chains"), where the same words come twice."""
    found = list(_MOTTO.finditer(layers.text)) if layers.text else []
    often = Counter(match.group() for match in found)
    for match in found:
        if often[match.group()] > 1:
            yield Entity(match.start(), match.end(), "ORG", "rule")


def is_anothers(text: str, start: int, end: int, keys: Iterable[str]) -> bool:
    """Whether a body of the tables, by a common noun of its name, is another state's: "the Foreign Office of Tarn"."""
    body = institutions.by_id(next(iter(keys)))
    words = text[start:end].split()
    noun = None if body is None else body_noun(words)
    whose = _WHOSE.match(text, end)
    if body is None or noun is None or len(noun.words) != len(words) or whose is None:
        return False
    words_ = (whose["state"], whose["state"].partition(" ")[0])
    named = [country for name in words_ for country in (*countries.by_name(name), *countries.by_seat(name))]
    if whose.group().startswith(" in ") and not named:
        return False  # "the Foreign Office in London's Whitehall", "the Treasury in May"
    return body.country not in {country.code for country in named}


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
