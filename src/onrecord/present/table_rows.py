"""By which row of which table a name stands for somebody, and which of its words decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Actor
from onrecord.resources import countries, groups, institutions, organizations, regions
from onrecord.resources.names import fold
from onrecord.resources.tables import Note

_OWN = "resources/institutions.yaml"
_BY_WORDS = ("name", "metonym", "demonym", "office", "title")
type Called = tuple[str, Iterable[str]]
"""What a row calls a sort of names ("capital"), and the names."""


def rows(actor: Actor) -> tuple[str, ...]:
    """The row that an actor's id is of, as one line with its snapshot and source; empty for those without a row.

    Of officials and bodies without a row of their own it is the row of their state.

    A name of the user's own table, and one that no table holds, are told to be so.
    """
    ident = actor.id or ""
    if actor.resolved_by not in _BY_WORDS:
        return ()
    if ident.startswith("user:"):
        return ("your own table of actors has this name",)
    if ident.startswith("local:") and actor.resolved_by == "name":
        return ("none holds this name; it is told by the report's own words",)
    if ident.startswith(("local:", "office:")) and actor.country_by == "words" and len(actor.country) == 1:
        ident = f"country:{actor.country[0]}"  # "French officials", "the Azerbaijani Foreign Ministry"
    return tuple(_rows(ident, actor))


def _rows(ident: str, actor: Actor) -> Iterator[str]:
    kind, _, code = ident.partition(":")
    country = countries.by_code(code) if kind == "country" else None
    words = actor.mention.text if actor.mention is not None else ""
    if country is not None:
        called = [
            ("capital", country.capitals), ("metonym", country.metonyms), ("adjective", [country.adjective]),
            ("demonym", country.demonyms), ("name", [country.name]), ("other name", country.aliases),
        ]  # fmt: skip
        yield _line(country.name, ident, called, words, countries.table().note)
    elif (body := institutions.by_id(ident)) is not None:
        decided = _decided([("name", body.names)], words)
        yield f"{body.name} ({ident}){decided}; OnRecord's own list, {_OWN}"
    elif (organization := organizations.by_id(ident)) is not None:
        called = [
            ("acronym", [organization.acronym]), ("name", [organization.name]), ("other name", organization.aliases),
        ]  # fmt: skip
        yield _line(organization.name, ident, called, words, organizations.table().note)
    elif (group := groups.by_id(ident)) is not None:
        yield _line(
            group.name, ident, [("name", [group.name]), ("other name", group.aliases)], words, groups.table().note
        )
    elif (region := regions.by_id(ident)) is not None:
        called = [("name", [region.name]), ("other name", region.aliases)]
        yield _line(region.name, ident, called, words, regions.table().note)


def _line(name: str, ident: str, called: Iterable[Called], words: str, note: Note) -> str:
    decided = _decided(called, words)
    return f"{name} ({ident}) of {note.table}{decided}; snapshot {note.snapshot}; source: {note.source}"


def _decided(called: Iterable[Called], words: str) -> str:
    """Which of the names of a row stands in the words: the longest; empty where none does (coreference)."""
    text = f" {fold(words)} "
    held = [(len(name), sort, name) for sort, names in called for name in names if name and f" {fold(name)} " in text]
    _, sort, name = max(held, default=(0, "", ""), key=lambda one: one[0])
    return f", by its {sort} “{name}”" if name else ""
