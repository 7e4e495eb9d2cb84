"""On whose word a record stands: the statements around it, outermost first."""

from collections.abc import Sequence
from functools import cached_property

from onrecord.model import Statement
from onrecord.present.voice import Voice, voice

LONGEST = 3
"""Voices that are named of those who pass somebody's word on; more are counted."""


class Chains:
    """The statements of one report, to be followed from any record to the outermost voice."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._voices: dict[str, Voice] = {}

    @cached_property
    def _by_id(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self._statements}

    def statements(self, innermost: str | None) -> tuple[Statement, ...]:
        """The statement with this id and those it stands in, outermost first; empty for the report's own voice.

        A parent that is missing, or that leads in a circle, ends the chain.
        """
        one = self._by_id.get(innermost) if innermost is not None else None
        if one is None or one.parent is None:
            return () if one is None else (one,)
        found: dict[str, Statement] = {}
        while innermost is not None and innermost not in found and innermost in self._by_id:
            found[innermost] = self._by_id[innermost]
            innermost = found[innermost].parent
        return tuple(reversed(found.values()))

    def voices(self, innermost: str | None) -> tuple[Voice, ...]:
        """Their speakers, outermost first; one who speaks inside their own words is named once."""
        chain: list[Voice] = []
        for statement in self.statements(innermost):
            speaker = self._voices.get(statement.id) or self._voices.setdefault(statement.id, voice(statement.speaker))
            if not (chain and speaker.same(chain[-1])):
                chain.append(speaker)
        return tuple(chain)


def hearsay(chain: tuple[Voice, ...], by: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The chain without its last voice where that voice is one of those who act: their own word needs no witness."""
    if chain and any(chain[-1].same(actor) for actor in by):
        return chain[:-1]
    return chain


def attribution(chain: tuple[Voice, ...]) -> str:
    """The chain in words: "on the word of Blinken, according to Price"; empty for the report's own voice."""
    if not chain:
        return ""
    inner, *outer = (one.label for one in reversed(chain))
    through = [f"according to {label}" for label in outer[:LONGEST]]
    more = [f"through {len(outer) - LONGEST} more"] if len(outer) > LONGEST else []
    return ", ".join([f"on the word of {inner}", *through, *more])
