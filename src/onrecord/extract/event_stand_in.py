"""A stand-in for a rule: what the learned tagger codes, refined like a rule's coding by mode and status."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.codebook.compiled import CompiledCodebook, CompiledRule, Pattern
from onrecord.codebook.words import Words
from onrecord.extract.event_mode import mode_of
from onrecord.extract.matching import Match

NAME = "tagger-minilm-2026-11"
"""What records name as the coder."""
YIELD = ("RETREAT", "CONCEDE")
MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT"])
"""Types of what several do with or to each other."""
NONE = Words()
_PATTERN = Pattern(NONE, NONE, NONE, NONE, (), NONE, NONE, NONE, NONE, NONE, NONE, None, None, None)


def rules_of(trigger: Token, book: CompiledCodebook) -> tuple[CompiledRule, ...]:
    """The rules for verbs and nouns that know a word, whether they hold there or not."""
    word = trigger.lemma_.lower()
    return (*book.verbs.get(word, ()), *book.nouns.get(word, ()))


def unified(event: str) -> str:
    """A type as the tagger has it: CONCEDE and RETREAT are one."""
    return "YIELD" if event in YIELD else event


def stand_in(
    word: Token, event: str, book: CompiledCodebook, light: tuple[Token, ...] = (), *, mutual: bool = False
) -> Match:
    """The word as a rule would have matched it, with the mode of the rules of that type that know it."""
    if event == "YIELD":
        known = {r.event: r.mode for r in rules_of(word, book) if r.event in YIELD}
        retreat = Match(_rule("RETREAT", known.get("RETREAT") if len(known) == 1 else None), word, light)
        told = (len(known) == 1 and "RETREAT" in known) or mode_of(retreat, book)
        return retreat if told else Match(_rule("CONCEDE"), word, light)
    modes = {r.mode for r in rules_of(word, book) if r.event == event}
    mode = modes.pop() if len(modes) == 1 else None
    return Match(_rule(event, mode, mutual=mutual and event in MUTUAL), word, light)


def _rule(event: str, mode: str | None = None, *, mutual: bool = False) -> CompiledRule:
    """A stand-in for a rule: the tagger's coding, refined like a rule's by mode and status."""
    return CompiledRule(NAME, event, mode, NONE, _PATTERN, (), (), False, mutual, 0.0, "asserted", 0)
