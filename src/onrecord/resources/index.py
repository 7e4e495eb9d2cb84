"""Rows by name: the look-up that all reference tables share."""

from collections.abc import Callable, Iterable

from onrecord.resources.names import fold


def by_folded[Row](rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> dict[str, tuple[Row, ...]]:
    """The rows that carry each name (as `fold` compares names), in table order, each row once a name."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for name in dict.fromkeys(fold(n) for n in names(row) if n):
            found.setdefault(name, []).append(row)
    return {name: tuple(same) for name, same in found.items()}
