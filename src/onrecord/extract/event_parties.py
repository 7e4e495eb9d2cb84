"""Who did an act and to whom: of the noun phrases of its sentence those that boosted trees find likeliest.

Rules and the tagger both name parties, and each is right where the other errs. The trees see of every noun phrase what
rules took it for, how much of the tagger's pointing falls on it, and where it stands to the word that tells the act
(stacked generalization, Wolpert 1992); they learned from labelled reports that neither had seen (`train/events`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import EntityLabel
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.plover import TYPES
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_learned import LearnedActs, is_receiving
from onrecord.extract.event_selection import Coded
from onrecord.extract.outsiders import outsiders
from onrecord.extract.parties import Parties, Party
from onrecord.extract.pointing import overlap
from onrecord.model import CodedBy
from onrecord.resources.trees import trees

CHOOSER = "parties-trees-2026-11"
"""What records name as what chose the parties."""
LEAST = 0.5
"""The least share at which a phrase is taken for a party."""
JOINED = 0.15
"""The same for what is coordinated with it ("A and B")."""
KEPT = 0.1
"""The same for whom rules or the tagger took."""
SHORT = 1
"""Sentences of the longest text in which trees take no act's only recipients away: they learned from whole reports,
where those to whom something is done are more often told elsewhere."""
POINTED = 0.02
"""The least share of the tagger's pointing at which a phrase is looked at that no rule would take for a party."""
FAR, DEEP = 40, 9
"""Words, and steps in the parse, from which on it does not matter how far a phrase is."""
PREPOSITIONS = ("to", "for", "of", "in", "on", "at", "by", "with", "against")
STANDS = ("compound", "nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative")
NAMES = (
    *("rule_actor", "rule_recipient", "rule_actors", "rule_recipients", "by_rule"),
    *("actor_mass", "recipient_mass", "actor_share", "recipient_share", "actor_rank", "recipient_rank"),
    *("no_actor", "no_recipient", "told"),
    *("weight", "pronoun", "name", "noun", "place", "body", "person", "third"),
    *("before", "distance", "up", "down", "same_clause", "words", "phrases"),
    *(f"after_{name}" for name in PREPOSITIONS),
    *(f"is_{name}" for name in STANDS),
    *("subject", "passive_subject", "object", "arm", "below", "above"),
    *("verb", "passive", "bare"),
    *(f"type_{name}" for name in TYPES),
)
"""The columns of the trees."""
THIRD = frozenset("he she they it him her them his their its".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a noun phrase is, whatever the act: the head of its clause, its traits, and how it stands there."""

    clause: int
    traits: tuple[float, ...]
    place: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a party of one act, and its columns (`NAMES`)."""

    head: Token
    words: range
    columns: list[float]


type Shares = Sequence[tuple[float, float]]
"""How likely each phrase is the actor, and the recipient, in 0-1."""


class PartyChoice:
    """Who may be the parties of the acts of one paragraph."""

    def __init__(
        self,
        book: CompiledCodebook,
        parties: Parties,
        labels: Mapping[int, EntityLabel],
        learned: LearnedActs,
        start: int,
    ) -> None:
        self._book, self._parties, self._labels, self._learned = book, parties, labels, learned
        self.start = start
        """Where the paragraph starts, in code points of the document."""
        self._phrases: dict[int, Phrase] = {}

    def candidates(self, coded: Coded) -> Iterator[Candidate]:
        """The noun phrases of an act's sentence that may be its parties."""
        trigger, own = coded.match.trigger, coded.arguments
        word, nouns = self._learned.word(trigger), self._learned.nouns(trigger.sent)
        actors, recipients = ({p.head.i for p in side} for side in (own.actors, own.recipients))
        known = actors | recipients
        wholes = known | {p.head.head.i for p in (*own.actors, *own.recipients) if p.head.dep_ == "appos"}
        count = len(nouns.phrases)
        done = nouns.masses(word, "actor") if word is not None else ([0.0] * count, 0.0)
        suffered = nouns.masses(word, "recipient") if word is not None else ([0.0] * count, 0.0)
        most = [max(masses, default=0.0) or 1.0 for masses, _ in (done, suffered)]
        ranks = [_ranks(masses) for masses, _ in (done, suffered)]
        act = _act(coded, word.told if word is not None else 0.0)
        up_from = syntax.steps_up(trigger)
        clause = phrases.clause_head(trigger).i
        for n, (head, words) in enumerate(nouns.phrases):
            new, does, suffers = head.i not in known, done[0][n], suffered[0][n]
            if head.i == trigger.i:
                continue
            if new and (head.i in coded.about or _is_part(head) or _is_inside(head, wholes)):
                continue
            phrase = self._phrase(head)
            pointed = does + suffers >= POINTED and head.pos_ != "NUM"
            if new and not phrase.traits[0] and (not pointed or any(i in words for i in known)):
                continue  # no rule would take it for a party, or one takes whose it is ("the Libyan raid")
            up, down = (float(min(steps, DEEP)) for steps in syntax.path(up_from, head) or (DEEP, DEEP))
            yield Candidate(
                head,
                words,
                [
                    *(float(head.i in actors), float(head.i in recipients), float(len(actors)), float(len(recipients))),
                    *(float(coded.score is None), does, suffers, does / most[0], suffers / most[1]),
                    *(ranks[0][n], ranks[1][n], done[1], suffered[1], act[0]),
                    *phrase.traits,
                    *(float(head.i < trigger.i), float(min(abs(head.i - trigger.i), FAR)), up, down),
                    *(float(phrase.clause == clause), float(len(words)), float(count)),
                    *phrase.place,
                    *_stands(head, trigger, below=up == 0.0, above=down == 0.0),
                    *act[1:],
                ],
            )

    def settled(self, coded: Coded, found: Sequence[Candidate], shares: Shares, *, short: bool) -> Coded:
        """An act with those of its candidates that are likeliest, or likely enough beside them."""
        own = coded.arguments
        known = {party.head.i: party for party in (*own.actors, *own.recipients)}
        actors = own.actors
        taken: list[range] = []
        out = outsiders(coded, self._book)
        if not own.implied and not _is_settled(coded):
            chosen = _chosen(*_without(out.doers, found, [share for share, _ in shares]), own.actors, ())
            if not chosen and own.actors:  # all whom rules or tagger took only tell of it: its subject does it
                subjects = {s.i for s in syntax.grammatical_subjects(coded.match.trigger)} - out.doers
                chosen = [candidate for candidate in found if candidate.head.i in subjects]
            taken = [candidate.words for candidate in chosen]
            actors = tuple(self._party(c, known, recipient=False) for c in chosen)
        chosen = _chosen(*_without(out.sufferers, found, [share for _, share in shares]), own.recipients, taken)
        recipients = tuple(self._party(c, known, recipient=True) for c in chosen)
        if short and not recipients:
            doers = {party.head.i for party in actors}
            recipients = tuple(p for p in own.recipients if p.head.i not in doers | out.sufferers)
        return replace(coded, arguments=replace(own, actors=actors, recipients=recipients))

    def _party(self, candidate: Candidate, known: Mapping[int, Party], *, recipient: bool) -> Party:
        return known.get(candidate.head.i) or self._parties.party(candidate.head, recipient=recipient)

    def _phrase(self, head: Token) -> Phrase:
        if head.i not in self._phrases:
            self._phrases[head.i] = self._read(head)
        return self._phrases[head.i]

    def _read(self, head: Token) -> Phrase:
        label = self._labels.get(head.i)
        traits = (
            self._parties.weight(head, recipient=True),
            float(head.pos_ == "PRON" or head.tag_ == "PRP$"),
            float(head.pos_ == "PROPN"),
            float(head.pos_ == "NOUN"),
            float(label == "GPE"),
            float(label == "ORG"),
            float(label == "PERSON"),
            float(head.lower_ in THIRD),
        )
        after = head.head.lower_ if head.dep_ == "pobj" else ""
        place = (*(float(after == p) for p in PREPOSITIONS), *(float(head.dep_ == d) for d in STANDS))
        return Phrase(phrases.clause_head(head).i, traits, place)


def settled(acts: Sequence[tuple[PartyChoice | None, Coded]], sentences: int) -> list[Coded]:
    """The acts of a document of so many sentences with their likeliest parties; of what several do together these stay
    as they were, and so they do where no tagger reads."""
    asked = [list(choice.candidates(one)) if choice is not None and is_open(one) else [] for choice, one in acts]
    rows = [candidate.columns for found in asked for candidate in found]
    if not rows:
        return [one for _, one in acts]
    table, short = np.array(rows, np.float64), sentences <= SHORT
    shares = zip(*(trees(f"events/{side}").score(table).tolist() for side in ("actors", "recipients")), strict=True)
    return [
        choice.settled(one, found, [next(shares) for _ in found], short=short) if choice is not None and found else one
        for (choice, one), found in zip(acts, asked, strict=True)
    ]


def coder(coded: Coded, final: Coded) -> CodedBy:
    """Who coded an act, with the weight of the parties that it gave, and the trees where these chose others."""
    chooser = CHOOSER if _chose_others(coded.arguments, final.arguments) else None
    if coded.score is not None:
        return CodedBy(model=coded.match.rule.id, score=round(coded.score, 3), parties=chooser)
    return CodedBy(rule=coded.match.rule.id, score=min(1.0, coded.arguments.weight / 4), parties=chooser)


def _chose_others(given: Arguments, chosen: Arguments) -> bool:
    """Whether an act's actors or its recipients are not those that rule or tagger gave, in whatever order."""
    sides = ((given.actors, chosen.actors), (given.recipients, chosen.recipients))
    return any({party.head.i for party in one} != {party.head.i for party in other} for one, other in sides)


def is_open(coded: Coded) -> bool:
    """Whether an act is done by one to another in the words of one clause, as its word has it."""
    rule = coded.match.rule
    together = rule.reciprocal or coded.arguments.reciprocal or coded.coding.mode == "third-party"
    received = coded.coding.event == "AGREE" and rule.event == "CONSULT"  # who is to be received is promised it
    received |= rule.event == "CONSULT" and coded.score is not None and is_receiving(coded.match.trigger)
    return not together and not received and coded.match.asked is None


def _is_part(head: Token) -> bool:
    """Whether a word is part of a longer name or says of what kind a noun is ("Velmari" of "Velmari bulldozers")."""
    return head.dep_ in ("compound", "amod", "nmod") and head.head.pos_ in ("NOUN", "PROPN") and head.i < head.head.i


def _is_inside(head: Token, known: Collection[int]) -> bool:
    """Whether a noun only tells more of a party that is known: whose it is, or where ("the minister of Mali")."""
    while head.dep_ in ("poss", "pobj", "prep", "appos", "compound", "amod", "nmod") and head.head.i != head.i:
        head = head.head
        if head.i in known:
            return True
    return False


def _act(coded: Coded, told: float) -> list[float]:
    """The columns that all phrases of an act share: how likely it is one, its word, its type."""
    trigger = coded.match.trigger
    kinds = (float(coded.coding.event == name) for name in TYPES)
    return [told, float(trigger.pos_ == "VERB"), float(_is_passive(trigger)), float(trigger.tag_ == "VB"), *kinds]


def _is_settled(coded: Coded) -> bool:
    """Whether who did an act is told by its word: the passive names nobody, or a noun has an owner ("her trip")."""
    trigger, actors = coded.match.trigger, coded.arguments.actors
    if trigger.pos_ == "NOUN":
        return len(actors) == 1 and actors[0].head.dep_ == "poss" and actors[0].head.head.i == trigger.i
    return not actors and _is_passive(trigger)


def _is_passive(trigger: Token) -> bool:
    """Whether a verb tells what was done to somebody; who did it, where no agent is named, would be guessed."""
    return trigger.pos_ == "VERB" and syntax.is_passive(trigger)


def _stands(head: Token, trigger: Token, *, below: bool, above: bool) -> Iterator[float]:
    """How a phrase hangs on the word that tells the act."""
    first = phrases.first_of(head)
    on = first.head.i == trigger.i
    yield float(on and first.dep_ == "nsubj")
    yield float(on and first.dep_ == "nsubjpass")
    yield float(on and first.dep_ in ("dobj", "dative"))
    yield float(first.dep_ == "pobj" and first.head.head.i == trigger.i)
    yield float(below)
    yield float(above)


def _ranks(masses: Sequence[float]) -> list[float]:
    """How many of the masses are greater, by mass."""
    order = sorted(masses, reverse=True)
    first = {mass: float(n) for n, mass in reversed(list(enumerate(order)))}
    return [first[mass] for mass in masses]


def _without(
    apart: Collection[int], found: Sequence[Candidate], shares: Sequence[float]
) -> tuple[list[Candidate], list[float]]:
    """The candidates but for those who have no part in the act, with their shares."""
    kept = [(one, share) for one, share in zip(found, shares, strict=True) if one.head.i not in apart]
    return [one for one, _ in kept], [share for _, share in kept]


def _chosen(
    found: Sequence[Candidate], shares: Sequence[float], own: Sequence[Party], taken: Sequence[range]
) -> list[Candidate]:
    """The likeliest phrase and those likely beside it, none within another or within those taken, in text order."""
    known = {party.head.i for party in own}
    chosen: list[Candidate] = []
    groups: set[int] = set()
    for share, candidate in sorted(zip(shares, found, strict=True), key=lambda pair: -pair[0]):
        group = phrases.first_of(candidate.head).i
        least = JOINED if group in groups else LEAST
        if candidate.head.i in known:
            least = 0.0 if group in groups else KEPT
        words = (*taken, *(c.words for c in chosen))
        if share >= least and not any(overlap(candidate.words, others) for others in words):
            chosen.append(candidate)
            groups.add(group)
    return sorted(chosen, key=lambda c: c.head.i)
