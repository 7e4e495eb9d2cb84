"""What the learned tagger adds to the rules: acts that no rule knows, doubts about words that one does, and parties.

The tagger reads the whole document once for statements and acts (`annotate.word_readings`), so nothing here costs
another reading. It codes a word where no rule does and it is sure enough, the surer the less the parties are; in a
report about parties, which tells several acts beyond doubt, it is believed sooner. A rule's coding is dropped where the
tagger is sure that the word tells no act, and changed where it is sure of another type. Parties that no place of a rule
gave are those that the word points at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import Paragraph
from onrecord.annotate.word_readings import WordReading, WordReadings
from onrecord.codebook.compiled import NEEDED, CompiledCodebook
from onrecord.codebook.words import EMPTY
from onrecord.extract.argument_heads import acted_upon
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_background import is_in_question
from onrecord.extract.event_guards import ON_THE_GROUND, Guards, is_absent
from onrecord.extract.event_stand_in import MUTUAL, stand_in, unified
from onrecord.extract.matching import Match, is_exact
from onrecord.extract.parties import Parties, Party
from onrecord.extract.pointing import Nouns
from onrecord.extract.wording import has

BARS = ((3.5, 0.6), (3.0, 0.8), (2.0, 0.95))
"""The least share of a type at which a word is believed anywhere, by the weight of its parties together."""
AMONG_OTHERS = ((2.0, 0.4), (1.0, 0.5), (0.0, 0.6))
"""The same in a report that tells several acts beyond doubt."""
DOUBTED = 0.8
"""The same for a verb in the simple present of a full sentence, or after "may", "can", which mostly tells a habit, and
for a word that a rule of the same type knows but passes over in some company ("declined to comment"), or that only
tells."""
RARE = {"COOPERATE": 0.95, "THREATEN": 0.95}
"""Types that firms and scientists do among themselves every day, or that lie in the tone of what anybody says: outside
a report about parties they need more."""
TONE = {"THREATEN": 0.6}
"""The same in a report about parties."""
TELLS = 0.3
"""The share of its type from which a rule's parties may be anybody, in a report about parties."""
ASKED = 0.5
"""The share of its type from which a word tells an act in a question, as one that is only asked about."""
CARRIED = 0.7
"""The share of a type at which a verb tells the act of the noun that it carries."""
REFUSED = 0.1
"""Below this share of its type, and of any, a word coded by a rule tells no act."""
NEVER = 0.01
"""Below this share of its type a word tells no such act even where it tells another, unless its rule holds in reports
only, is exact, or takes the word for a deed for a demand or an accusation."""
LEAST = {"CONSULT": 0.03, "YIELD": 0.03, "THREATEN": 0.03}
"""The same of types whose rules know words of many meanings ("wrote to", "dropped", "will have to"), where it is the
more."""
RETOLD = frozenset(["CONSULT"])
"""Types whose acts are told again and again and labelled at their first telling only: the tagger learned to pass over
the others, which are to be recognised as the same."""
UNLIKELY, OVERRULES = 0.1, 0.75
"""A rule's type is changed where it has less than the first share and another type at least the second."""
FILLS, COERCED = 0.9, 0.95
"""The least share of a word's pointing that names a party which the rule did not find; the same of whom a way was
closed to, for such words point at the way."""
RECEIVING = frozenset(["receive", "host", "welcome", "greet", "entertain"])
"""Verbs whose object pays somebody a visit."""
OPPOSITE = {"SUPPORT": frozenset(["REJECT"]), "REJECT": frozenset(["SUPPORT"])}
"""Types that the tagger takes for one another among the same words ("backed the request") and rules do not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An act that the tagger found: as a rule would give it, its score, and whether it is believed in any report."""

    match: Match
    arguments: Arguments
    score: float
    sure: bool


class LearnedActs:
    """The tagger's readings of one paragraph, as its events need them."""

    def __init__(self, book: CompiledCodebook, parties: Parties, paragraph: Paragraph, acts: WordReadings) -> None:
        self._book, self._parties, self._paragraph, self._acts = book, parties, paragraph, acts
        self._guards = Guards(book)
        self._sentences: dict[int, Nouns] = {}
        self._telling: dict[int, list[tuple[WordReading, Token]]] = {}
        self._findings: dict[int, Finding | None] = {}

    # ---- words that a rule coded
    def refused(self, match: Match, event: str) -> bool:
        """Whether a word that a rule coded as `event` tells no act, nor the verb that carries it."""
        word = self.word(match.trigger)
        if word is None or word.shares[unified(event)] >= REFUSED:
            return False
        if word.shares[unified(event)] < LEAST.get(unified(event), 0.0) and not _is_trusted(match):
            return True
        if word.told >= REFUSED and not self._surely_none(word, match, event):
            return False
        if match.trigger.dep_ in ("acomp", "attr") or event in RETOLD:
            return False  # "the report was unfounded": seldom labelled, surely told
        return not any((w := self.word(v)) is not None and w.shares[unified(event)] >= CARRIED for v in match.light)

    @staticmethod
    def _surely_none(word: WordReading, match: Match, event: str) -> bool:
        """Whether a word tells no act of a type, whatever else it tells."""
        shares = (word.shares[unified(event)], word.shares[unified(match.rule.event)])
        trusted = _is_trusted(match) or match.rule.implied
        return not trusted and max(shares) < NEVER

    def share(self, trigger: Token, event: str) -> float:
        """How likely a word tells an act of that type, in 0-1."""
        word = self.word(trigger)
        return word.shares[unified(event)] if word is not None else 0.0

    def overruled(self, match: Match, arguments: Arguments, event: str) -> tuple[Match, Arguments, float] | None:
        """What the tagger makes of a word that a rule coded as `event`, where it is sure of another type; else None."""
        word = self.word(match.trigger)
        if word is None or word.shares[unified(event)] >= UNLIKELY or _is_trusted(match):
            return None
        best, share = word.best
        if best in OPPOSITE.get(event, ()):
            return None
        if share < OVERRULES or self._guards.tells_none(match.trigger, best):
            return None
        own = self._arguments(word, match.trigger, best)
        if not own.actors and not own.recipients:
            own = arguments
        return stand_in(match.trigger, best, self._book, match.light, mutual=own.reciprocal), own, share

    def completed(self, match: Match, arguments: Arguments) -> Arguments:
        """A rule's arguments with those it missed."""
        word = self.word(match.trigger)
        if word is None or match.rule.reciprocal:
            return arguments
        taken = {p.head.i for p in (*arguments.actors, *arguments.recipients)} | {match.trigger.i}
        actors, recipients = arguments.actors, arguments.recipients
        if match.rule.implied:
            return arguments
        if not actors:
            away = _tellers(match.trigger) if match.rule.event in ON_THE_GROUND else _askers(match.trigger)
            actors = self._pointed(word, match.trigger, taken | away, recipient=False, least=FILLS)
        taken |= {p.head.i for p in actors} | acted_upon(match, self._book.classes.get("handling", EMPTY))
        sits = match.rule.event == "CONSULT" and match.rule.recipient == ("none",)
        if not recipients and not sits and match.rule.recipient != ("gathering",):
            least = COERCED if match.rule.event == "COERCE" else FILLS
            recipients = self._pointed(word, match.trigger, taken, recipient=True, least=least)
        return replace(arguments, actors=actors, recipients=recipients)

    # ---- words that no rule coded
    def read(
        self, sentence: Tokens, taken: Mapping[int, str], told: Sequence[tuple[str, Arguments]]
    ) -> Iterator[Finding]:
        """The acts of a sentence that no rule coded, in text order.

        `taken` are the words that rules coded, with their types; `told` the types and parties of what they coded.
        """
        clauses: set[int] = set()
        found: list[tuple[int, Finding]] = []
        if sentence.start not in self._telling:
            self._telling[sentence.start] = self._words_telling(sentence)
        for word, trigger in self._telling[sentence.start]:
            if not _free(trigger, word.best[0], taken):
                continue
            finding = self._known(word, trigger)
            clause = phrases.clause_head(trigger).i
            if finding is None or clause in clauses or _told(word.best[0], finding.arguments, told):
                continue
            clauses.add(clause)
            found.append((trigger.i, finding))
        yield from (finding for _, finding in sorted(found, key=lambda pair: pair[0]))

    def _words_telling(self, sentence: Tokens) -> list[tuple[WordReading, Token]]:
        """The words of a sentence that may tell an act, the surest first."""
        offset, least = self._paragraph.start, _lowest(AMONG_OTHERS)
        words = list(self._acts.telling(offset + sentence.start_char, offset + sentence.end_char, least))
        if not words:
            return []
        by_start = {offset + token.idx: token for token in sentence if token.is_alpha}
        told = [(word, by_start[word.start]) for word in words if word.start in by_start]
        return sorted((w for w in told if not is_absent(w[1])), key=lambda w: -w[0].best[1])

    def _known(self, word: WordReading, trigger: Token) -> Finding | None:
        """The finding of a word, made once: a report about parties is read again, and what a word tells stays."""
        if trigger.i not in self._findings:
            self._findings[trigger.i] = self._finding(word, trigger)
        return self._findings[trigger.i]

    def _finding(self, word: WordReading, trigger: Token) -> Finding | None:
        event, share = word.best
        if self._guards.tells_none(trigger, event):
            return None
        doubted = DOUBTED if self._guards.is_doubtful(trigger, event) else 0.0
        asks = is_in_question(trigger)
        least = max(doubted, TONE.get(event, 0.0), ASKED if asks else 0.0)
        if share < max(_lowest(AMONG_OTHERS), least):
            return None  # whoever the parties are
        arguments = self._arguments(word, trigger, event)
        if share < max(_bar(AMONG_OTHERS, arguments.weight), least):
            return None
        anywhere = DOUBTED if self._guards.is_ambiguous(trigger, event) else doubted
        sure = not asks and share >= max(_bar(BARS, arguments.weight), anywhere, RARE.get(event, 0.0))
        return Finding(stand_in(trigger, event, self._book, mutual=arguments.reciprocal), arguments, share, sure)

    def _arguments(self, word: WordReading, trigger: Token, event: str) -> Arguments:
        own = syntax.grammatical_subjects(trigger) if trigger.pos_ == "VERB" else []
        away = _tellers(trigger) if event in ON_THE_GROUND and any(s.pos_ == "NOUN" for s in own) else set()
        actors = self._pointed(word, trigger, {trigger.i} | away, recipient=False)
        recipients = self._pointed(word, trigger, {trigger.i, *(p.head.i for p in actors)}, recipient=True)
        mutual = event in MUTUAL and not (event == "SUPPORT" and self._backs(trigger))
        if event == "CONSULT" and is_receiving(trigger):
            guests, hosts = (
                self._parties.find([h for head in heads for h in phrases.coordinated(head)], recipient=False)
                for heads in (syntax.logical_objects(trigger), syntax.logical_subjects(trigger))
            )
            if guests and hosts:
                return Arguments(guests, hosts)
        if mutual and len(actors) > 1 and not recipients:
            return Arguments(actors[:1], actors[1:], reciprocal=True)
        return Arguments(actors, recipients)

    def _backs(self, trigger: Token) -> bool:
        """Whether a verb has an object that is backed, so that nobody backs each other; pacts are signed together."""
        backed = syntax.logical_objects(trigger) if trigger.pos_ == "VERB" else []
        return any(not has(self._book.classes["instrument_of_law"], o) for o in backed)

    def _pointed(
        self, word: WordReading, trigger: Token, taken: set[int], *, recipient: bool, least: float = 0.0
    ) -> tuple[Party, ...]:
        side = "recipient" if recipient else "actor"
        heads, mass = self.nouns(trigger.sent).pointed(word, side)
        if mass < least:
            return ()
        found = self._parties.find([h for h in heads if h.i not in taken], recipient=recipient)
        return tuple(p for p in found if p.head.i not in taken)

    def nouns(self, sentence: Tokens) -> Nouns:
        """The noun phrases of a sentence, at which its words may point."""
        if sentence.start not in self._sentences:
            self._sentences[sentence.start] = Nouns(sentence, self._paragraph.start)
        return self._sentences[sentence.start]

    def word(self, trigger: Token) -> WordReading | None:
        """What the tagger says of a word; None where it did not read it."""
        return self._acts.at(self._paragraph.start + trigger.idx)


def _is_trusted(match: Match) -> bool:
    """Whether a rule knows its words better than the tagger: an exact one, and one that holds in reports only."""
    return is_exact(match.rule) or match.rule.needed == NEEDED["report"]


def _tellers(trigger: Token) -> set[int]:
    """The places of those who only tell of a deed: the subjects of the clauses above it."""
    subjects = [s for above in trigger.ancestors if above.pos_ == "VERB" for s in syntax.grammatical_subjects(above)]
    return {t.i for subject in subjects for t in subject.subtree if trigger not in subject.subtree}


def is_receiving(trigger: Token) -> bool:
    """Whether a verb tells that somebody receives a visit."""
    return trigger.pos_ == "VERB" and trigger.lemma_ in RECEIVING


def _askers(noun: Token) -> set[int]:
    """The places of those who asked for what a noun tells: "a meeting requested by Chad" is not Chad's."""
    return {a.i for c in noun.rights if c.dep_ == "acl" and noun.pos_ == "NOUN" for a in syntax.agents(c)}


def _bar(bars: Sequence[tuple[float, float]], weight: float) -> float:
    """The least share for parties of a weight; more than any share where they weigh too little."""
    return next((share for least, share in bars if weight >= least), 2.0)


def _lowest(bars: Sequence[tuple[float, float]]) -> float:
    """The least share for any parties."""
    return min(share for _, share in bars)


def _free(trigger: Token, event: str, taken: Mapping[int, str]) -> bool:
    """Whether rules coded neither a word, nor the verb that it completes, nor the same type in its clause."""
    if not taken:
        return True
    if trigger.i in taken or (trigger.head.i in taken and trigger.dep_ in ("dobj", "nsubjpass", "xcomp")):
        return False
    return all(taken.get(t.i) != event for t in phrases.clause(phrases.clause_head(trigger)))


def _told(event: str, arguments: Arguments, told: Sequence[tuple[str, Arguments]]) -> bool:
    """Whether a rule coded an event of that type with one of these parties."""
    own = _heads(arguments)
    return any(event == unified(other) and own & _heads(theirs) for other, theirs in told)


def _heads(arguments: Arguments) -> set[int]:
    return {p.head.i for p in (*arguments.actors, *arguments.recipients)}
