"""Who heads an organisation or an organ of one: the table's offices by what reporting calls them.

The table writes "Secretary-General of the United Nations" and "President of the European Commission" (of the European
Union); reports write "the UN chief" and "the European Commission president". Titles must agree word for word once the
names of the organisation are taken off; "chief" and "head" are answered only where one such office is there.
"""

import functools

import msgspec

from onrecord.resources import offices, organizations
from onrecord.resources.lexicon import typed
from onrecord.resources.names import fold
from onrecord.resources.offices import Tenure
from onrecord.resources.organizations import Organization


class _Called(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    jurisdiction: str
    office: str
    titles: tuple[str, ...]
    body: str = ""


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    alike: dict[str, str]
    heads: frozenset[str]
    loose: frozenset[str]
    offices: tuple[_Called, ...]


@functools.cache
def _words() -> _Words:
    return typed("heads.yaml", _Words)


def is_listed(seat: str) -> bool:
    """Whether `seat` is an organisation of the tables, by its id or a name."""
    return bool(_organizations(seat))


@functools.lru_cache(maxsize=1024)
def tenures(title: str, seat: str) -> tuple[Tenure, ...]:
    """The tenures in the office that `title` names of the organisation `seat` (id or name), or of an organ of it."""
    for organization in _organizations(seat):
        asked = _bare(title, organization)
        own = _offices(organization)
        if (found := own.get(asked)) is not None:
            return found
        if asked in _words().loose:
            heads = [rows for office, rows in own.items() if office in _words().heads]
            named = [rows for call, rows in _called(organization.name, by_body=True) if call is not None]
            if len(heads) + len(named) == 1:
                return (heads or named)[0]
        for call, rows in _called(organization.name, by_body=False):
            if call is not None and asked in {_bare(one, organization) for one in call.titles}:
                return rows
    return ()


def _organizations(seat: str) -> tuple[Organization, ...]:
    listed = organizations.by_id(seat)
    return (listed,) if listed is not None else organizations.by_name(seat)


@functools.cache
def _jurisdictions() -> dict[str, tuple[str, ...]]:
    """The table's names for each organisation, by the organisation's id."""
    found: dict[str, dict[str, None]] = {}
    for tenure in offices.all():
        if not tenure.country and tenure.jurisdiction:
            for organization in organizations.by_name(tenure.jurisdiction):
                found.setdefault(organization.id, {})[tenure.jurisdiction] = None
    return {ident: tuple(names) for ident, names in found.items()}


@functools.lru_cache(maxsize=256)
def _offices(organization: Organization) -> dict[str, tuple[Tenure, ...]]:
    """The tenures of an organisation by their offices, without its names; of an organ those that name it."""
    found: dict[str, list[Tenure]] = {}
    own = [row for name in _jurisdictions().get(organization.id, ()) for row in offices.of(name)]
    whole = [row for name in _jurisdictions().get(organization.part_of, ()) for row in offices.of(name)]
    named = [row for row in whole if _bare(row.office, organization) != _plain(row.office)]
    for row in (*own, *named):
        found.setdefault(_bare(row.office, organization), []).append(row)
    return {office: tuple(rows) for office, rows in found.items()}


def _called(name: str, *, by_body: bool) -> list[tuple[_Called | None, tuple[Tenure, ...]]]:
    """The offices with titles of their own whose jurisdiction (or organ) is the organisation of this name."""
    return [
        (call, tuple(row for row in offices.of(call.jurisdiction) if row.office == call.office))
        for call in _words().offices
        if name == (call.body if by_body else call.jurisdiction)
    ]


def _plain(title: str) -> str:
    """A title in one spelling: folded, without hyphens, "chairwoman" as "chairperson"."""
    words = fold(title).replace("-", " ").split()
    return " ".join(_alike().get(word, word) for word in words)


@functools.cache
def _alike() -> dict[str, str]:
    return _words().alike


@functools.lru_cache(maxsize=4096)
def _bare(title: str, organization: Organization) -> str:
    """A title in one spelling without the names of the organisation: "president of the European Commission"."""
    plain = _plain(title)
    for name in sorted({_plain(name) for name in organization.names}, key=len, reverse=True):
        for around in (f" of the {name}", f" of {name}", f"{name} ", f" to the {name}"):
            if plain.endswith(around) and around.startswith(" "):
                return plain.removesuffix(around)
            if plain.startswith(around):
                return plain.removeprefix(around)
    last = organization.name.split()[-1].casefold()  # "Commission president", beside a name cut short by its words
    return plain.removeprefix(f"{last} ") if plain.startswith(f"{last} ") else plain
