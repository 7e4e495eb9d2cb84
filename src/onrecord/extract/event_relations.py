"""Where rules are silent or in doubt: words between two parties, given to the learned coder.

A cascade keeps this cheap and precise. Where no rule coded a clause, the model is asked whether a word of it tells an
act, and is believed where it is sure, the surer the less the parties are. Where the rules read a word now as one
type, now as another ("gave", "broke"), it is asked for a second opinion, and overrules them where it is very sure.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import dyad_model, phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook, CompiledRule, Pattern
from onrecord.codebook.words import Words
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_candidates import Candidate, candidates
from onrecord.extract.event_mode import mode_of
from onrecord.extract.matching import Match
from onrecord.extract.parties import Parties, Party

BARS = ((4.0, 0.55), (3.5, 0.6))
"""The least share of an act at which the model is believed, by the weight of actor and recipient together.

About parties that weigh less nobody is asked: half of the questions were about a party and a mere person, and one
answer in forty told an act.
"""
DOUBTED = 0.9
"""The same for a verb in the simple present of a full sentence, or after "may", "can", which mostly tells a habit, and
for a word that a rule of the same type knows but passes over in some company ("declined to comment")."""
RARE = {"COOPERATE": 0.95}
"""Types that firms and scientists do among themselves every day."""
DISPUTED = 3.0
"""The least weight of actor and recipient together at which a rule's coding is held against the model's."""
OVERRULES = 0.75
"""The least score at which it overrules a rule: the geometric mean of the act's share and the relation's."""
YIELD = ("RETREAT", "CONCEDE")
BORDERS_OF = {
    "SANCTION": ("COERCE", "YIELD", "ACCUSE"),
    "COERCE": ("SANCTION", "ASSAULT"),
    "YIELD": ("SANCTION", "AGREE", "AID"),
    "AGREE": ("YIELD",),
    "AID": ("YIELD",),
}
"""Types whose border the rules draw as the codebook does and the model as its training rows do."""
MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT"])
"""Types of what several do with or to each other."""
NONE = Words()
_PATTERN = Pattern(NONE, NONE, NONE, NONE, (), NONE, NONE, NONE, NONE, NONE, NONE, None, None, None)


class RelationReader:
    """Asks the model about the words of one paragraph that no rule coded."""

    def __init__(self, book: CompiledCodebook, parties: Parties) -> None:
        self._book, self._parties = book, parties
        self._asked: dict[tuple[object, ...], dyad_model.Act] = {}

    def read(
        self, sentence: Tokens, taken: Collection[int], coded: Sequence[tuple[str, Arguments]]
    ) -> Iterator[tuple[Match, Arguments, float]]:
        """Matches that the model is sure of, with its score, in text order.

        `taken` are the words of the sentence that rules coded, `coded` the types and parties of what they coded.
        """
        if sentence.text.rstrip("”’\"' ").endswith("?"):
            return
        found = candidates(sentence, self._parties, self._book.nouns)
        asked = [c for c in found if c.arguments.weight >= BARS[-1][0] and _free(c.trigger, taken)]
        answers = [(self._ask(sentence, c), c) for c in asked]
        sure = [(a, c) for a, c in answers if self._believed(a, c) and not _told(a.event, c.arguments, coded)]
        clauses: set[int] = set()
        kept: list[tuple[int, Match, Arguments, float]] = []
        for answer, c in sorted(sure, key=lambda pair: (-pair[0].score, pair[1].trigger.i)):
            clause = phrases.clause_head(c.trigger).i
            if clause not in clauses:
                clauses.add(clause)
                match = self._match(c.trigger, answer.event, mutual=c.arguments.reciprocal)
                kept.append((c.trigger.i, match, c.arguments, answer.score))
        yield from ((match, arguments, score) for _, match, arguments, score in sorted(kept, key=lambda k: k[0]))

    def overruled(self, match: Match, arguments: Arguments, event: str) -> tuple[Match, float] | None:
        """What the model makes of a word that a rule coded as `event`, where it differs and is very sure; else None."""
        if not arguments.recipients or not arguments.actors or arguments.weight < DISPUTED:
            return None
        if not self._doubtful(match.trigger):
            return None
        answer = self._ask(match.trigger.sent, Candidate(match.trigger, arguments))
        own = unified(event)
        score = math.sqrt(answer.score * answer.relation.score)
        if answer.event in (own, *BORDERS_OF.get(own, ())) or answer.event != answer.relation.event:
            return None
        if score < OVERRULES:
            return None
        return self._match(match.trigger, answer.event, match.light), score

    def _doubtful(self, trigger: Token) -> bool:
        """Whether rules of several types know a word."""
        return len({rule.event for rule in self._rules(trigger)}) > 1

    def _ask(self, sentence: Tokens, candidate: Candidate) -> dyad_model.Act:
        """The model's answer; each question is asked once, however often a paragraph is read."""
        start, trigger = sentence.start_char, candidate.trigger
        place = (trigger.idx - start, trigger.idx - start + len(trigger))
        source, target = (_ranges(side, start) for side in (candidate.arguments.actors, candidate.arguments.recipients))
        key = (trigger.i, source, target)
        if key not in self._asked:
            self._asked[key] = dyad_model.standard().act(sentence.text, source, target, place)
        return self._asked[key]

    def _believed(self, act: dyad_model.Act, candidate: Candidate) -> bool:
        """Whether both heads of the model agree and the act is sure enough for such parties."""
        if candidate.arguments.reciprocal and act.event not in MUTUAL:
            return False
        bar = next(share for weight, share in BARS if candidate.arguments.weight >= weight)
        doubted = _is_habit(candidate.trigger) or self._passed_over(candidate.trigger, act.event)
        bar = max(bar, RARE.get(act.event, 0.0), DOUBTED if doubted else 0.0)
        return act.event == act.relation.event and act.score >= bar

    def _passed_over(self, trigger: Token, event: str) -> bool:
        """Whether a rule of the type knows a word and names company in which it means nothing."""
        rules = (r for r in self._rules(trigger) if unified(r.event) == event)
        refused = (
            w for r in rules for w in (r.pattern.object_without, r.pattern.complement_without, r.pattern.without)
        )
        return any(words.single or words.terms for words in refused)

    def _rules(self, trigger: Token) -> tuple[CompiledRule, ...]:
        word = trigger.lemma_.lower()
        return (*self._book.verbs.get(word, ()), *self._book.nouns.get(word, ()))

    def _match(self, word: Token, event: str, light: tuple[Token, ...] = (), *, mutual: bool = False) -> Match:
        if event != "YIELD":
            return Match(_rule(event, mutual=mutual and event in MUTUAL), word, light)
        match = Match(_rule("RETREAT"), word, light)
        return match if mode_of(match, self._book) else Match(_rule("CONCEDE"), word, light)


def _is_habit(trigger: Token) -> bool:
    if trigger.pos_ != "VERB" or not trigger.sent.text.rstrip().endswith("."):
        return False
    return trigger.tag_ in ("VBP", "VBZ") or any(a.lower_ in ("may", "can") for a in syntax.auxiliaries(trigger))


def _free(trigger: Token, taken: Collection[int]) -> bool:
    """Whether no rule coded the clause of a word."""
    if not taken:
        return True
    words = phrases.clause(phrases.clause_head(trigger))
    return trigger.i not in taken and not any(t.i in taken for t in words)


def _told(event: str, arguments: Arguments, coded: Sequence[tuple[str, Arguments]]) -> bool:
    """Whether a rule coded an event of that type with one of these parties."""
    own = _heads(arguments)
    return any(event == unified(other) and own & _heads(theirs) for other, theirs in coded)


def unified(event: str) -> str:
    """A type as the model has it: CONCEDE and RETREAT are one."""
    return "YIELD" if event in YIELD else event


def _heads(arguments: Arguments) -> set[int]:
    return {p.head.i for p in (*arguments.actors, *arguments.recipients)}


def _rule(event: str, *, mutual: bool = False) -> CompiledRule:
    """A stand-in for a rule: the model's coding, refined like a rule's by mode and status."""
    return CompiledRule(dyad_model.NAME, event, None, NONE, _PATTERN, (), (), False, mutual, 0.0, "asserted", 0)


def _ranges(side: tuple[Party, ...], start: int) -> tuple[tuple[int, int], ...]:
    return tuple((p.words.start_char - start, p.words.end_char - start) for p in side)
