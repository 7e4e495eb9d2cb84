"""Every rule's example and counterexample, coded: does the codebook do what it says?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.codebook.compiled import CompiledCodebook, compiled
from onrecord.codebook.rules import Codebook, Rule


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as a coder gave it for an example: its type, mode, the rule's id and the words of its parties."""

    event: str
    mode: str | None
    rule: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: `problem` says what was found instead."""

    rule: str
    sentence: str
    problem: str


type Coder = Callable[[str, CompiledCodebook], Sequence[Coded]]
"""Codes one sentence through the real parser; `onrecord.extract.coding.code` is the standard one."""


def check(book: Codebook, code: Coder) -> Iterator[Failure]:
    """The examples and counterexamples of a codebook that do not hold, in file order.

    A rule is held to them alone, as if it were the only one, and in a report that tells other acts: which of several
    rules wins is another question.
    """
    classes = compiled(replace(book, files=())).classes
    for file in book.files:
        for rule in file.rules:
            held = replace(rule, weight="none") if rule.weight == "report" else rule
            alone = compiled(replace(book, files=(replace(file, rules=[held]),)), classes)
            yield from _example(file.type, rule, _by_rules(code(rule.example.text, alone)))
            if _by_rules(code(rule.counterexample, alone)):
                yield Failure(rule.id, rule.counterexample, "the counterexample is coded by the rule")


def _by_rules(found: Sequence[Coded]) -> list[Coded]:
    """What rules coded: what the learned coder adds says nothing about a rule."""
    return [coded for coded in found if coded.rule is not None]


def _example(event: str, rule: Rule, own: Sequence[Coded]) -> Iterator[Failure]:
    wanted = rule.example
    if not own:
        yield Failure(rule.id, wanted.text, "the example is not coded by the rule")
        return
    for side, word, have in (
        (
            "actor",
            wanted.actor,
            [w for c in own for w in (*c.actors, *(c.recipients if rule.roles.reciprocal else ()))],
        ),
        ("recipient", wanted.recipient, [w for c in own for w in c.recipients]),
    ):
        if word is not None and not any(word in words for words in have):
            yield Failure(rule.id, wanted.text, f"{side} {word!r} not found; found {have}")
    if rule.mode is not None and all(c.mode != rule.mode for c in own if c.event == event):
        yield Failure(rule.id, wanted.text, f"mode {own[0].mode} for {rule.mode}")
