"""Time expressions: found and understood here, put on the calendar by `onrecord.link.times`.

A form is a kind and what it needs, as words: `weekday w=3 p=MO`, `rel u=Y n=-1`, `dur u=D n=30 mod=more`.
The kinds are listed in `link.times_resolve`. Expressions are found by rules over encoded terms
(`resources/times`), in one pass; the parse is asked only for the tense of those whose direction depends on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.annotate.layers import Entity, Layers, TimeExpression
from onrecord.annotate.times_clause import clause_tense, lasts
from onrecord.annotate.times_compose import composed
from onrecord.annotate.times_named import named
from onrecord.annotate.times_rules import Found, search
from onrecord.annotate.times_tense import tense_of
from onrecord.annotate.times_tokens import Terms, encode

_NEEDS_TENSE = frozenset({"weekday", "month", "day", "season", "quarter", "holiday", "dur", "clock", "tod"})
_NEAREST = " n=near"
"""What ends a form that means the unit before or after the report, as the tense points: "the weekend"."""
_BEHIND = frozenset({"weekday", "month", "day", "season", "holiday"})
"""Kinds that lie behind the report, whatever the verb, where "since" stands before them."""
_YEARLY = frozenset({"month", "day", "season", "quarter", "holiday"})
"""Kinds that come every year: which one is meant the tense may tell, where the verb is surely theirs."""
_NAMES = frozenset({"month", "name-month", "early-month", "month-day", "season", "season-rel"})


def times(layers: Layers) -> tuple[TimeExpression, ...]:
    """The time expressions of a document in text order, not overlapping."""
    found = composed(layers.text, list(_found(layers.text)))
    names = _Names(layers.entities)
    return tuple(_told(layers, time) for time in found if not names.cover(layers.text, time))


def _found(text: str) -> Iterator[TimeExpression]:
    terms = encode(text)
    for item in search(text, terms):
        start, end = terms.terms[item.first].start, terms.terms[item.last - 1].end
        form = named(text, start, end, item.form)
        if form.split(" ", 1)[0] in _BEHIND and text[max(0, start - 6) : start].lower() == "since ":
            form += " since=1"
        if item.rule.id == _TWO_DAYS:
            yield from _two_days(terms, item)
            continue
        hour = item.rule.type == "DATE" and " p=" in item.form
        yield TimeExpression(start, end, "TIME" if hour else item.rule.type, form, item.rule.id)


_TWO_DAYS = "between-days-month"


def _two_days(terms: Terms, item: Found) -> Iterator[TimeExpression]:
    """Of "between 5 and 8 May" the first day, which has its month from the second, and the second."""
    first, second = terms.terms[item.first], terms.terms[item.first + 2]
    form, _, last = item.form.rpartition(" d2=")
    start, _, _ = form.rpartition(" d=")
    yield TimeExpression(first.start, first.end, "DATE", form, item.rule.id)
    yield TimeExpression(second.start, terms.terms[item.last - 1].end, "DATE", f"{start} d={last}", item.rule.id)


def _told(layers: Layers, time: TimeExpression) -> TimeExpression:
    """The expression with the tense around it, where its direction depends on that.

    Where it is surely the time of its own clause's verb the form says so: `own=past` or `own=future`; of a bounded
    length that lasts until the report, `lasting=1`.
    """
    kind = time.form.split(" ", 1)[0]
    if kind not in _NEEDS_TENSE and not time.form.endswith(_NEAREST):
        return time
    if time.form.endswith(" since=1"):
        return replace(time, tense="past")
    paragraph = layers.paragraph_at(time.start)
    if paragraph is None:
        return time
    tokens = paragraph.tokens(layers.span(time.start, min(time.end, paragraph.end)))
    if tokens is None:
        return time
    if kind == "dur" and " mod=" in time.form and lasts(tokens):
        return replace(time, tense="past", form=f"{time.form} lasting=1")
    own = clause_tense(tokens) if kind in _YEARLY else "none"
    if own == "none":
        return replace(time, tense=tense_of(tokens))
    return replace(time, tense=own, form=f"{time.form} own={own}")


@dataclass(slots=True)
class _Names:
    """The names of persons and organisations, asked in text order whether one of them holds an expression."""

    entities: tuple[Entity, ...]
    position: int = 0

    def cover(self, text: str, time: TimeExpression) -> bool:
        """Whether the expression is part of a name ("Theresa May", "the Sunday Times", "Radio 4 Today")."""
        while self.position < len(self.entities) and self.entities[self.position].end <= time.start:
            self.position += 1
        if self.position == len(self.entities):
            return False
        entity = self.entities[self.position]
        inside = entity.start <= time.start and time.end <= entity.end
        larger = entity.end - entity.start > time.end - time.start
        if entity.label == "PERSON":
            return inside and (larger or time.rule in _NAMES)
        return inside and larger and entity.origin == "gazetteer" and entity.label == "ORG"
