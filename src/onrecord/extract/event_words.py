"""The words by which a record shows an event: those that name the act, its clause, the place in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import EntityLabel, Paragraph, Toponym
from onrecord.extract.matching import Match
from onrecord.extract.outsiders import named_after
from onrecord.model import Span

PLACE_PREPOSITIONS = ("in", "at", "near", "outside", "inside", "around", "off", "along", "across")
GROUND = frozenset(["ASSAULT", "COERCE", "PROTEST", "SANCTION", "RETREAT"])
"""Types of acts that happen where whoever acts is ("The court in Harn jailed …")."""


class EventWords:
    """Finds the words of the events of one paragraph; `labels` tell its names by token, `toponyms` its places."""

    def __init__(self, paragraph: Paragraph, labels: Mapping[int, EntityLabel], toponyms: Sequence[Toponym]) -> None:
        self._paragraph, self._labels, self._toponyms = paragraph, labels, toponyms

    def anchor(self, match: Match) -> Span:
        """The words that name the act, with particles and auxiliaries."""
        if match.asked is not None:
            return self._paragraph.span(match.asked.doc[match.asked.i : match.asked.i + 1])
        trigger = match.trigger
        end = trigger.i + 1
        names = {name for names, _ in match.rule.pattern.prep for name in names.split("|")}
        for token in trigger.rights:
            if token.i == end and (token.dep_ == "prt" or (token.dep_ == "prep" and token.lower_ in names)):
                end = token.i + 1
        start = trigger.i
        while (
            start > 0
            and trigger.doc[start - 1].head == trigger
            and trigger.doc[start - 1].dep_ in ("aux", "auxpass", "neg", "compound")
        ):
            start -= 1
        return self._paragraph.span(trigger.doc[start:end])

    def evidence(self, match: Match) -> Span:
        """The clause that tells it."""
        if match.asked is not None:
            return self._paragraph.span(phrases.clause_span(match.asked))
        verb = phrases.clause_head(match.trigger)
        run: Tokens = phrases.clause_span(verb)
        if not run.start <= match.trigger.i < run.end:
            run = phrases.clause_span(match.trigger)
        return self._paragraph.span(run)

    def place(self, match: Match) -> Span | None:
        """The place that the clause names ("in Vienna", "near the border")."""
        verb = phrases.clause_head(match.trigger)
        around: list[Token] = [match.trigger, *match.light, verb, *_first(verb)]
        if match.rule.event in GROUND:
            around += syntax.logical_subjects(verb)[:1]
        for name, noun in (arm for token in around for arm in syntax.arms(token)):
            if name in PLACE_PREPOSITIONS and self._is_place(noun):
                return self._paragraph.span(phrases.noun_phrase(noun))
        return next((self._paragraph.span(phrases.noun_phrase(noun)) for noun in named_after(match.trigger)), None)

    def _is_place(self, noun: Token) -> bool:
        if self._labels.get(noun.i) in ("GPE", "LOC", "FAC"):
            return True
        at = self._paragraph.start + noun.idx
        return noun.pos_ == "PROPN" and any(t.start <= at < t.end for t in self._toponyms if t.use == "literal")


def _first(verb: Token) -> list[Token]:
    """The verb before one that goes on with its subject and tense: "shelled it on Monday and took prisoners"."""
    before = syntax.joined(verb)
    goes_on = verb.dep_ == "conj" and before.tag_ == verb.tag_ and syntax.child(verb, *syntax.SUBJECTS) is None
    return [before] if goes_on and before.pos_ == "VERB" else []
