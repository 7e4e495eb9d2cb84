"""The rules of `resources/times/rules.yaml`, compiled, and the search for the expressions they describe."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

from onrecord.annotate.times_guards import GUARDS, Guard
from onrecord.annotate.times_lexicon import lexicon
from onrecord.annotate.times_patterns import Pattern, compiled
from onrecord.annotate.times_tokens import Terms
from onrecord.resources.lexicon import read_yaml

type TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

_KEYS = {"id", "pattern", "type", "form", "guard", "example", "not"}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `example` is a text and the expression in it, `never` a text without one."""

    id: str
    pattern: Pattern
    type: TimexType
    form: str
    guard: Guard | None
    example: tuple[str, str]
    never: str


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: the terms `first`–`last` (exclusive), its rule, its meaning."""

    first: int
    last: int
    rule: Rule
    form: str


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the file; raises ValueError where a rule has a key or a category nobody knows."""
    source = files("onrecord") / "resources" / "times" / "rules.yaml"
    return tuple(_rule(item) for item in read_yaml(source.read_text(encoding="utf-8")))


def _rule(item: dict[str, Any]) -> Rule:
    if unknown := sorted(set(item) - _KEYS):
        raise ValueError(f"time rule {item.get('id')}: unknown keys {', '.join(unknown)}")
    text, expression = item["example"]
    guard = str(item["guard"]) if "guard" in item else None
    return Rule(
        id=str(item["id"]),
        pattern=compiled(str(item["pattern"]), lexicon().codes),
        type=item["type"],
        form=str(item["form"]),
        guard=GUARDS[guard] if guard else None,
        example=(str(text), str(expression)),
        never=str(item["not"]),
    )


@functools.cache
def _by_first() -> dict[str, tuple[Rule, ...]]:
    """The rules that may begin with a code, by that code."""
    starts: dict[str, list[Rule]] = {}
    for rule in rules():
        for code in sorted(rule.pattern.first):
            starts.setdefault(code, []).append(rule)
    return {code: tuple(found) for code, found in starts.items()}


def search(text: str, terms: Terms) -> Iterator[Found]:
    """The expressions of an encoded text, from left to right, the longest at each place."""
    starts = _by_first()
    position = 0
    while position < len(terms.code):
        candidates = starts.get(terms.code[position])
        found = _longest(candidates, text, terms, position) if candidates else None
        if found is None:
            position += 1
        else:
            yield found
            position = found.last


def _longest(candidates: tuple[Rule, ...], text: str, terms: Terms, position: int) -> Found | None:
    matches = [(rule, m) for rule in candidates if (m := rule.pattern.expression.match(terms.code, position))]
    matches = [(rule, m) for rule, m in matches if m.end() > position]
    matches.sort(key=lambda item: -item[1].end())
    for rule, match in matches:
        values = _values(rule, match, terms)
        if rule.guard is None or rule.guard(text, terms, position, match.end(), values):
            return Found(position, match.end(), rule, _filled(rule.form, values))
    return None


def _values(rule: Rule, match: re.Match[str], terms: Terms) -> dict[str, str]:
    """The values that the rule keeps, by name."""
    values: dict[str, str] = {}
    for number, (name, categories) in enumerate(rule.pattern.names, 1):
        at = match.start(number)
        if at < 0:
            continue
        of_term = terms.terms[at].values
        values[name] = next(of_term[c] for c in categories if c in of_term)
    return values


def _filled(form: str, values: dict[str, str]) -> str:
    """The form with its slots filled; a `key={slot}` whose slot has no value is left out."""
    words = []
    for word in form.split(" "):
        slots = _SLOT.findall(word)
        if slots and slots[0] not in values and len(slots) == 1:
            continue
        words.append(_SLOT.sub(lambda m: values.get(m.group(1), ""), word))
    return " ".join(words)
