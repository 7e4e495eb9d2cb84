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
from onrecord.codebook.compiled import CompiledCodebook, CompiledRule, Pattern
from onrecord.codebook.words import Words
from onrecord.extract.argument_heads import acted_upon
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_mode import mode_of
from onrecord.extract.matching import Match, is_exact
from onrecord.extract.parties import Parties, Party
from onrecord.extract.pointing import Nouns
from onrecord.extract.trigger import complements
from onrecord.extract.wording import has

NAME = "tagger-minilm-2026-11"
"""What records name as the coder."""
BARS = ((3.5, 0.6), (3.0, 0.8), (2.0, 0.95))
"""The least share of a type at which a word is believed anywhere, by the weight of its parties together."""
AMONG_OTHERS = ((3.0, 0.5), (2.0, 0.6), (1.0, 0.7), (0.0, 0.9))
"""The same in a report that tells several acts beyond doubt."""
DOUBTED = 0.9
"""The same for a verb in the simple present of a full sentence, or after "may", "can", which mostly tells a habit, and
for a word that a rule of the same type knows but passes over in some company ("declined to comment"), or that only
tells."""
RARE = {"COOPERATE": 0.95}
"""Types that firms and scientists do among themselves every day: outside a report about parties they need more."""
TELLS = 0.7
"""The share of its type from which a rule's parties may be anybody, in a report about parties."""
REFUSED = 0.05
"""Below this share of its type, and of any, a word coded by a rule tells no act."""
UNLIKELY, OVERRULES = 0.1, 0.75
"""A rule's type is changed where it has less than the first share and another type at least the second."""
FILLS = 0.85
"""The least share of a word's pointing that names a party which the rule did not find."""
YIELD = ("RETREAT", "CONCEDE")
NO_ACTS = frozenset(["chargé", "chargés"])  # words of titles that look like verbs
SAID = frozenset(["REQUEST", "AGREE", "CONSULT", "REJECT"])
"""Types of acts that are done by saying, whatever the verb: "told them to leave"."""
WARNING = frozenset(["warn", "caution"])
ON_THE_GROUND = frozenset(["ASSAULT", "COERCE", "SANCTION", "RETREAT", "MOBILIZE"])
"""Types of deeds that whoever tells of them has not done by telling."""
MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT"])
"""Types of what several do with or to each other."""
NONE = Words()
_PATTERN = Pattern(NONE, NONE, NONE, NONE, (), NONE, NONE, NONE, NONE, NONE, NONE, None, None, None)


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
        self._sentences: dict[int, Nouns] = {}
        self._telling: dict[int, list[tuple[WordReading, Token]]] = {}
        self._findings: dict[int, Finding | None] = {}

    # ---- words that a rule coded
    def refused(self, match: Match, event: str) -> bool:
        """Whether a word that a rule coded as `event` tells no act, nor the verb that carries it."""
        word = self._word(match.trigger)
        if word is None or word.told >= REFUSED or word.shares[unified(event)] >= REFUSED:
            return False
        return not any((w := self._word(v)) is not None and w.shares[unified(event)] >= TELLS for v in match.light)

    def tells(self, trigger: Token, event: str) -> bool:
        """Whether a word surely tells an act of that type, so that a rule need not ask who its parties are."""
        word = self._word(trigger)
        return word is not None and word.shares[unified(event)] >= TELLS

    def overruled(self, match: Match, arguments: Arguments, event: str) -> tuple[Match, Arguments, float] | None:
        """What the tagger makes of a word that a rule coded as `event`, where it is sure of another type; else None."""
        word = self._word(match.trigger)
        if word is None or word.shares[unified(event)] >= UNLIKELY or is_exact(match.rule):
            return None
        best, share = word.best
        if share < OVERRULES:
            return None
        own = self._arguments(word, match.trigger, best)
        if not own.actors and not own.recipients:
            own = arguments
        return self._match(match.trigger, best, match.light, mutual=own.reciprocal), own, share

    def completed(self, match: Match, arguments: Arguments) -> Arguments:
        """A rule's arguments with those it missed."""
        word = self._word(match.trigger)
        if word is None or match.rule.reciprocal:
            return arguments
        taken = {p.head.i for p in (*arguments.actors, *arguments.recipients)} | {match.trigger.i}
        actors, recipients = arguments.actors, arguments.recipients
        if match.rule.implied:
            return arguments
        if not actors:
            away = _tellers(match.trigger) if match.rule.event in ON_THE_GROUND else _askers(match.trigger)
            actors = self._pointed(word, match.trigger, taken | away, recipient=False, least=FILLS)
        taken |= {p.head.i for p in actors} | acted_upon(match, self._book.classes.get("handling", NONE))
        sits = match.rule.event == "CONSULT" and match.rule.recipient == ("none",)
        if not recipients and not sits and match.rule.recipient != ("gathering",):
            recipients = self._pointed(word, match.trigger, taken, recipient=True, least=FILLS)
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
        """The words of a sentence that may tell an act, the surest first; none of a question's."""
        offset, least = self._paragraph.start, min(share for _, share in AMONG_OTHERS)
        words = list(self._acts.telling(offset + sentence.start_char, offset + sentence.end_char, least))
        if not words or sentence.text.rstrip("”’\"' ").endswith("?"):
            return []
        by_start = {offset + token.idx: token for token in sentence if token.is_alpha}
        told = [(word, by_start[word.start]) for word in words if word.start in by_start]
        return sorted((w for w in told if not _none_of(w[1])), key=lambda w: -w[0].best[1])

    def _known(self, word: WordReading, trigger: Token) -> Finding | None:
        """The finding of a word, made once: a report about parties is read again, and what a word tells stays."""
        if trigger.i not in self._findings:
            self._findings[trigger.i] = self._finding(word, trigger)
        return self._findings[trigger.i]

    def _finding(self, word: WordReading, trigger: Token) -> Finding | None:
        event, share = word.best
        past = event == "REQUEST" and _tells_of_the_past(trigger)
        if past or self._of_want(trigger, event) or self._nobodys(trigger, event):
            return None
        arguments = self._arguments(word, trigger, event)
        doubtful = _is_habit(trigger) or self._passed_over(trigger, event) or self._only_tells(trigger, event)
        doubted = DOUBTED if doubtful else 0.0
        if share < max(_bar(AMONG_OTHERS, arguments.weight), doubted):
            return None
        sure = share >= max(_bar(BARS, arguments.weight), doubted, RARE.get(event, 0.0))
        return Finding(self._match(trigger, event, mutual=arguments.reciprocal), arguments, share, sure)

    def _arguments(self, word: WordReading, trigger: Token, event: str) -> Arguments:
        own = syntax.grammatical_subjects(trigger) if trigger.pos_ == "VERB" else []
        away = _tellers(trigger) if event in ON_THE_GROUND and any(s.pos_ == "NOUN" for s in own) else set()
        actors = self._pointed(word, trigger, {trigger.i} | away, recipient=False)
        recipients = self._pointed(word, trigger, {trigger.i, *(p.head.i for p in actors)}, recipient=True)
        if event in MUTUAL and len(actors) > 1 and not recipients:
            return Arguments(actors[:1], actors[1:], reciprocal=True)
        return Arguments(actors, recipients)

    def _pointed(
        self, word: WordReading, trigger: Token, taken: set[int], *, recipient: bool, least: float = 0.0
    ) -> tuple[Party, ...]:
        side = "recipient" if recipient else "actor"
        heads, mass = self._nouns(trigger.sent).pointed(word, side)
        if mass < least:
            return ()
        found = self._parties.find([h for h in heads if h.i not in taken], recipient=recipient)
        return tuple(p for p in found if p.head.i not in taken)

    def _nouns(self, sentence: Tokens) -> Nouns:
        if sentence.start not in self._sentences:
            self._sentences[sentence.start] = Nouns(sentence, self._paragraph.start)
        return self._sentences[sentence.start]

    def _word(self, trigger: Token) -> WordReading | None:
        return self._acts.at(self._paragraph.start + trigger.idx)

    def _passed_over(self, trigger: Token, event: str) -> bool:
        """Whether a rule of the type knows a word and names company in which it means nothing."""
        rules = (r for r in self._rules(trigger) if unified(r.event) == event)
        refused = (
            w for r in rules for w in (r.pattern.object_without, r.pattern.complement_without, r.pattern.without)
        )
        return any(words.single or words.terms for words in refused)

    def _only_tells(self, trigger: Token, event: str) -> bool:
        """Whether a word only says that somebody speaks ("confided", "quoted him"), or is neither verb nor noun."""
        tells = event not in SAID and has(self._book.classes.get("telling", NONE), trigger)
        return tells or trigger.pos_ not in ("VERB", "NOUN")

    def _nobodys(self, trigger: Token, event: str) -> bool:
        """Whether a word is one of a title, or the weather did it: "a storm struck the coast and killed three"."""
        ground = event in ON_THE_GROUND and trigger.pos_ == "VERB"
        doers = syntax.logical_subjects(trigger) if ground else ()
        return trigger.lower_ in NO_ACTS or any(has(self._book.classes["mishap"], doer) for doer in doers)

    def _of_want(self, trigger: Token, event: str) -> bool:
        """Whether what a warning tells is want, which nobody threatens with: "warned that flour would run out"."""
        if event != "THREATEN" or trigger.lemma_ not in WARNING:
            return False
        refused = [r.pattern.complement_without for r in self._rules(trigger) if r.event == event]
        told = complements(trigger)
        return any(has(words, c) for words in refused if not words.anything for c in told)

    def _rules(self, trigger: Token) -> tuple[CompiledRule, ...]:
        word = trigger.lemma_.lower()
        return (*self._book.verbs.get(word, ()), *self._book.nouns.get(word, ()))

    def _match(self, word: Token, event: str, light: tuple[Token, ...] = (), *, mutual: bool = False) -> Match:
        """The word as a rule would have matched it, with the mode of the rules of that type that know it."""
        if event == "YIELD":
            known = {r.event: r.mode for r in self._rules(word) if r.event in YIELD}
            retreat = Match(_rule("RETREAT", known.get("RETREAT") if len(known) == 1 else None), word, light)
            told = (len(known) == 1 and "RETREAT" in known) or mode_of(retreat, self._book)
            return retreat if told else Match(_rule("CONCEDE"), word, light)
        modes = {r.mode for r in self._rules(word) if r.event == event}
        mode = modes.pop() if len(modes) == 1 else None
        return Match(_rule(event, mode, mutual=mutual and event in MUTUAL), word, light)


def _tellers(trigger: Token) -> set[int]:
    """The places of those who only tell of a deed: the subjects of the clauses above it."""
    subjects = [s for above in trigger.ancestors if above.pos_ == "VERB" for s in syntax.grammatical_subjects(above)]
    return {t.i for subject in subjects for t in subject.subtree if trigger not in subject.subtree}


def _askers(noun: Token) -> set[int]:
    """The places of those who asked for what a noun tells: "a meeting requested by Chad" is not Chad's."""
    return {a.i for c in noun.rights if c.dep_ == "acl" and noun.pos_ == "NOUN" for a in syntax.agents(c)}


def _bar(bars: Sequence[tuple[float, float]], weight: float) -> float:
    """The least share for parties of a weight; more than any share where they weigh too little."""
    return next((share for least, share in bars if weight >= least), 2.0)


def _tells_of_the_past(trigger: Token) -> bool:
    """Whether a verb tells what was: "stressed that Velmar broke the truce" asks for nothing."""
    told = [c for c in complements(trigger) if c.dep_ == "ccomp" and c.tag_ == "VBD"]
    return any(not any(a.tag_ == "MD" for a in syntax.auxiliaries(c)) for c in told)


def _is_habit(trigger: Token) -> bool:
    if trigger.pos_ != "VERB" or not trigger.sent.text.rstrip().endswith("."):
        return False
    return trigger.tag_ in ("VBP", "VBZ") or any(a.lower_ in ("may", "can") for a in syntax.auxiliaries(trigger))


def _none_of(trigger: Token) -> bool:
    """Whether a noun is told to be absent ("no objections")."""
    return trigger.pos_ == "NOUN" and any(c.lower_ == "no" and c.dep_ == "det" for c in trigger.lefts)


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


def unified(event: str) -> str:
    """A type as the tagger has it: CONCEDE and RETREAT are one."""
    return "YIELD" if event in YIELD else event


def _heads(arguments: Arguments) -> set[int]:
    return {p.head.i for p in (*arguments.actors, *arguments.recipients)}


def _rule(event: str, mode: str | None = None, *, mutual: bool = False) -> CompiledRule:
    """A stand-in for a rule: the tagger's coding, refined like a rule's by mode and status."""
    return CompiledRule(NAME, event, mode, NONE, _PATTERN, (), (), False, mutual, 0.0, "asserted", 0)
