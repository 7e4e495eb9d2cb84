"""Which agreement of the reference table a name with its date stands for."""

from dataclasses import dataclass

from onrecord.resources import agreements as table


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the reference table."""

    id: str
    date: str


def known(name: str, day: str | None) -> Known | None:
    """The one agreement that goes by `name`, of the date `day` where it is told; None for none or several.

    `day` is an ISO date as precise as the words are. A date that contradicts the table's rules a row out.
    """
    named = table.by_name(name)
    fitting = [row for row in named if day is None or not row.date or _agree(row.date, day)]
    if len(fitting) != 1 and day is not None and len(day) == 10:
        fitting = [row for row in table.by_date(day) if _shares_words(row, name)]
    if len(fitting) != 1:
        return None
    return Known(fitting[0].id, fitting[0].date)


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


_COMMON = frozenset({"of", "the", "and", "on", "in", "for", "between"})


def _shares_words(row: table.Agreement, name: str) -> bool:
    """Whether a row of the same day has two words of `name` in one of its names."""
    told = set(name.casefold().split()) - _COMMON
    return any(len(told & set(other.casefold().split())) >= 2 for other in row.names)
