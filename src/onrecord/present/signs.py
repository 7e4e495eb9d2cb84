"""What is told once and for all by whether a text has certain words: most views have nothing to read in most reports.

A sign of a view is that some pattern of words stands in a text. It depends on nothing but the text, so that it need not
be looked for again where it was kept (see `situation.kept`).
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from onrecord.resources.cues import Cue

type Signs = frozenset[str]
"""The names of the signs that a text has."""


class Sign:
    """Words without which a view finds nothing in a text: any of some patterns, made when first looked for.

    `quick` tells of a text whether any of them stands in it, where there is something quicker than to try them all.
    """

    def __init__(
        self,
        name: str,
        patterns: Callable[[], Iterable[Cue | re.Pattern[str]]],
        quick: Callable[[str], bool] | None = None,
    ) -> None:
        self.name = name
        self._make = patterns
        self._quick = quick

    @cached_property
    def patterns(self) -> tuple[Cue | re.Pattern[str], ...]:
        """The patterns of which one stands in the text."""
        return tuple(self._make())

    def stands_in(self, text: str) -> bool:
        """Whether the text has the sign."""
        if self._quick is not None:
            return self._quick(text)
        return any(pattern.search(text) for pattern in self.patterns)


_known: dict[str, Sign] = {}


def sign(name: str, *patterns: Cue | re.Pattern[str]) -> Sign:
    """A new sign: that one of the patterns stands in a text."""
    return made(name, lambda: patterns)


def made(
    name: str, patterns: Callable[[], Iterable[Cue | re.Pattern[str]]], quick: Callable[[str], bool] | None = None
) -> Sign:
    """A new sign whose patterns are made when they are first looked for; `quick` as `Sign` takes it."""
    _known[name] = Sign(name, patterns, quick)
    return _known[name]


def known() -> tuple[Sign, ...]:
    """All signs of the modules that were loaded, by name."""
    return tuple(_known[name] for name in sorted(_known))
