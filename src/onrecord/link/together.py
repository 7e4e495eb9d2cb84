"""Several who speak as one: "both ministers said"."""

from msgspec.structs import replace

from onrecord.link.linkers import distinct
from onrecord.model import Actor

_PEOPLE = frozenset(["people", "person"])


def together(several: tuple[Actor, ...], alone: Actor) -> Actor:
    """Several who speak as one ("both ministers said") as a group under their names, else `alone`."""
    once = distinct(list(several))
    if len(several) > 1 and len(once) == 1 and once[0].name:
        return replace(once[0], mention=alone.mention)  # "the agency, in its report": one under two words
    if len(several) > 1 and (_are_unnamed(several) or _are_officials(several)):
        return _people(several, alone)
    names = [actor.name for actor in several if actor.name and actor.resolved_by != "unresolved"]
    if len(names) < 2 or len(names) != len(several):
        return alone
    countries = tuple(dict.fromkeys(code for actor in several for code in actor.country))
    whole = f"{', '.join(names[:-1])} and {names[-1]}"
    offices = tuple(dict.fromkeys(actor.office for actor in several if actor.office))
    every = "; ".join(offices) if all(actor.office for actor in several) else None
    states = tuple(dict.fromkeys(actor.state for actor in several if actor.state))
    named = " and ".join(states) if all(actor.state for actor in several) else alone.state
    return replace(
        alone, name=whole, kind="group", office=every, country=countries, state=named,
        resolved_by=several[0].resolved_by,
    )  # fmt: skip


def _are_unnamed(several: tuple[Actor, ...]) -> bool:
    """Whether several are people of whom no name is told."""
    return all(a.kind in _PEOPLE and a.name and a.resolved_by == "unresolved" for a in several)


def _are_officials(several: tuple[Actor, ...]) -> bool:
    """Whether several hold an office, each of his state, and the name of one at least is not told."""
    held = all(a.kind == "person" and a.name and a.office and (a.country or a.state) for a in several)
    return held and any(a.resolved_by == "unresolved" for a in several)


def _people(several: tuple[Actor, ...], alone: Actor) -> Actor:
    """Several sorts of people, of whom no name is told: "harbour pilots and union stewards", "the ministers of Norland
    and Sund"."""
    names = list(dict.fromkeys(actor.name for actor in several if actor.name))
    if len(names) < 2:
        return alone
    countries = tuple(dict.fromkeys(code for actor in several for code in actor.country))
    every = countries if all(actor.country for actor in several) else ()
    states = tuple(dict.fromkeys(actor.state for actor in several if actor.state))
    named = " and ".join(states) if all(actor.state for actor in several) else None
    sectors = {actor.sector for actor in several}
    return replace(
        alone, name=f"{', '.join(names[:-1])} and {names[-1]}", kind="people", country=every,
        country_by=several[0].country_by if every or named else None, state=named,
        sector=sectors.pop() if len(sectors) == 1 else alone.sector, resolved_by="unresolved",
    )  # fmt: skip
