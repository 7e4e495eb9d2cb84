"""Events: clauses coded by the codebook's rules and by the learned tagger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.codebook.compiled import AMONG_OTHERS, CompiledCodebook, standard
from onrecord.codebook.plover import DEEDS, VERBAL
from onrecord.extract.argument_heads import mutual
from onrecord.extract.arguments import ArgumentReader, Arguments
from onrecord.extract.drafts import EventDraft
from onrecord.extract.event_background import is_asked, is_background
from onrecord.extract.event_detail import DetailReader
from onrecord.extract.event_duties import is_laid_down
from onrecord.extract.event_gapped import second_demands, with_gapped
from onrecord.extract.event_groundwork import Groundwork, Matched
from onrecord.extract.event_headlines import headlines, without_echoes
from onrecord.extract.event_learned import ASKED, TELLS, LearnedActs
from onrecord.extract.event_meetings import meeting_of, scheduled
from onrecord.extract.event_mode import mode_of
from onrecord.extract.event_names import labels
from onrecord.extract.event_no_party import is_nobodys, is_turned_to_nobody
from onrecord.extract.event_parties import PartyChoice, coder, settled
from onrecord.extract.event_provisions import is_term
from onrecord.extract.event_second import blame
from onrecord.extract.event_selection import HARMING, Coded, selected
from onrecord.extract.event_stand_in import unified
from onrecord.extract.event_status import Coding, carrying, proposed, settle
from onrecord.extract.event_when import EventTimes
from onrecord.extract.event_words import EventWords
from onrecord.extract.judged import is_judged
from onrecord.extract.matching import Match
from onrecord.extract.outsiders import without_outsiders
from onrecord.extract.parties import Parties
from onrecord.extract.party_words import FIRST
from onrecord.extract.registry import Drafting
from onrecord.extract.status import Reading, StatusReader
from onrecord.extract.taken_up import points_back, taken_up
from onrecord.model import CodedBy, Span

TELLING = 2
"""Events from which on a report is one about parties, so that "they" and "the company" stand for some of them."""
DENSE = 0.35
"""Sure events to a sentence from which on a report tells of little else, so that the tagger is believed sooner."""
SPARSE = 0.8
"""The least share of an act that only the tagger tells in any other report."""
SURE = 2.0
"""The weight of a state, body, office or force."""
MUTUAL = frozenset(["ACCUSE", "THREATEN", "REJECT", "REQUEST"])
"""Types of words that two may turn to one another."""


def events(layers: Layers) -> tuple[EventDraft, ...]:
    """The events of a document in text order."""
    return code_events(layers, standard())


def beginning_of_events(layers: Layers) -> Drafting:
    """The rules that hold where; the rest of the work codes what they and the tagger tell."""
    return partial(_coded, ground=Groundwork.of(layers, standard()))


def code_events(layers: Layers, book: CompiledCodebook) -> tuple[EventDraft, ...]:
    """The events of a document by a given codebook, in text order."""
    return _coded(layers, Groundwork.of(layers, book))


def _coded(layers: Layers, ground: Groundwork) -> tuple[EventDraft, ...]:
    read, telling = _acts(layers, ground)
    acts = [(paragraph, one) for paragraph, coded in read for one in coded]
    sentences = sum(len(paragraph.sentences) for paragraph, _ in read)
    final = settled([(paragraph.choice, one) for paragraph, one in acts], sentences)
    final = [without_outsiders(one, ground.book) for one in final]
    drafts = [paragraph.draft(one, coder(before, one)) for (paragraph, before), one in zip(acts, final, strict=True)]
    found = [scheduled(draft) for draft in drafts] if telling else drafts
    return tuple(sorted(found, key=lambda d: (d.anchor.start, d.anchor.end, d.event)))


def unsettled(layers: Layers, book: CompiledCodebook) -> Iterator[tuple[PartyChoice, Coded]]:
    """The acts of a document with what is to settle their parties, which is taught with them."""
    for paragraph, coded in _acts(layers, Groundwork.of(layers, book))[0]:
        yield from ((paragraph.choice, one) for one in coded if paragraph.choice is not None)


def _acts(layers: Layers, ground: Groundwork) -> tuple[list[tuple[_Paragraph, list[Coded]]], bool]:
    """(each paragraph with the acts that are believed, whether the document is a report about parties)."""
    read = [_Paragraph(ground, m, layers, p) for p, m in zip(layers.paragraphs, ground.matched, strict=True)]
    coded = [paragraph.coded() for paragraph in read]
    sure = sum(one.sure for each in coded for one in each)
    telling = sure >= TELLING
    least = 0.0 if sure >= DENSE * sum(len(p.sentences) for p in read) else SPARSE
    if telling:
        coded = [p.again() if p.wanting else c for p, c in zip(read, coded, strict=True)]
    coded = without_echoes(coded, headlines(layers.paragraphs))
    believed = ([one for one in each if one.sure or (telling and _is_believed(one, least))] for each in coded)
    return list(zip(read, believed, strict=True)), telling


def _is_believed(one: Coded, least: float) -> bool:
    """Whether an act that is told in a report about parties only is told by a rule, or by the tagger surely enough."""
    return one.score is None or one.score >= least


class _Paragraph:
    """Codes the sentences of one paragraph."""

    def __init__(self, ground: Groundwork, matched: Matched, layers: Layers, paragraph: Paragraph) -> None:
        book, officials = ground.book, ground.officials
        self._book, self._layers, self._paragraph = book, layers, paragraph
        self.sentences = matched
        self._labels = labels(layers, paragraph)
        self._parties = parties = Parties(book, self._labels, officials)
        self.wanting = False
        """Whether some rule held but for the weight of its parties."""
        published = layers.document.published
        self._year = int(published[:4]) if published else None
        self._arguments = ArgumentReader(book, parties)
        self._status = StatusReader(book)
        self._readings: dict[tuple[int, bool], Reading] = {}
        self._details = DetailReader(book, paragraph)
        plain = Parties(book, self._labels, officials)  # the tagger's bars were chosen with the plain weights
        self._learned = LearnedActs(book, plain, paragraph, layers.acts) if layers.acts is not None else None
        self.choice = (
            PartyChoice(book, parties, self._labels, self._learned, paragraph.start) if self._learned else None
        )
        times = [t for t in layers.times_in(paragraph.start, paragraph.end) if t.type in ("DATE", "TIME")]
        self._words = EventWords(paragraph, self._labels, layers.toponyms_over(paragraph.start, paragraph.end))
        self._times = EventTimes(book, paragraph, times)

    def coded(self) -> list[Coded]:
        """The acts that the paragraph tells."""
        return [one for sentence, matched in self.sentences for one in selected(list(self._coded(sentence, matched)))]

    def again(self) -> list[Coded]:
        """The same once more, with everybody who has no name taken for a party known from elsewhere in the report."""
        self._parties.familiar = True
        return self.coded()

    def _coded(self, sentence: Tokens, matched: Sequence[list[Match]]) -> Iterator[Coded]:
        """The acts that the words of a sentence tell: each by the rule that holds there, else by the tagger."""
        taken: dict[int, str] = {}
        told: list[tuple[str, Arguments]] = []
        for candidates in matched:
            best = self._best(candidates)
            one = None if best is None or best[0].trigger.i in taken else self._of_rule(*best)
            if one is None:
                continue
            match, event = one.match, one.coding.event
            taken.update(dict.fromkeys([match.trigger.i, *(v.i for v in match.light)], unified(event)))
            told.append((event, one.arguments))
            yield one
            yield from self._second(one)
        yield from self._found(sentence, taken, told)

    def _of_rule(self, match: Match, arguments: Arguments) -> Coded | None:
        """The act that a rule codes, with what the tagger makes of it; None where no act of its own is told."""
        read = self._settled(match)
        if read is None:
            return None
        coding, reading = read
        weighed = self._weighed(match, arguments, coding, reading)
        if weighed is None:
            return None
        match, arguments, coding, score = weighed
        if is_nobodys(match, arguments):
            return None
        coding = proposed(match, arguments, coding)
        if coding.event == "AGREE" and match.rule.event == "REQUEST":
            arguments = replace(arguments, recipients=())  # whoever is to do it is not to whom it is offered
        about, share = self._arguments.spoken_of(match), self._share(match.trigger, coding.event)
        return Coded(match, arguments, coding, reading.negated, score, reading.status, about=about, share=share)

    def _settled(self, match: Match) -> tuple[Coding, Reading] | None:
        """What a match is coded as, and how its clause is read; None where no news is told: history, what a document
        lays down, part of another act."""
        trigger, event = match.trigger, match.rule.event
        only_asked = is_asked(trigger)
        if is_background(trigger, self._year) or (only_asked and self._share(trigger, event) < ASKED):
            return None
        if is_laid_down(trigger, event, self._book):
            return None
        reading = self._reading(carrying(match), harms=event in HARMING)
        coding = settle(match, mode_of(match, self._book), reading)
        if coding is None or is_term(trigger, coding, self._book):
            return None
        return (replace(coding, status="hypothetical") if only_asked else coding), reading

    def _weighed(
        self, match: Match, arguments: Arguments, coding: Coding, reading: Reading
    ) -> tuple[Match, Arguments, Coding, float | None] | None:
        """A rule's match, arguments and coding as the tagger would have them, with its share where it codes instead;
        None where it is sure that the word tells no act."""
        if self._learned is None:
            return match, arguments, coding, None
        named = "denied" in (reading.status, coding.status) or is_judged(match.trigger)
        if not named and self._learned.refused(match, coding.event):
            return None
        outright = _told_outright(match, reading)
        other = self._learned.overruled(match, arguments, coding.event) if outright else None
        if other is None:
            more = self._learned.completed(match, arguments)
            return match, self._arguments.completed(match, arguments, more), coding, None
        match, arguments, score = other
        return match, arguments, settle(match, mode_of(match, self._book), reading) or coding, score

    def _second(self, one: Coded) -> Iterator[Coded]:
        """The further acts of the word that tells one: demands of others, and whom a deed is blamed on."""
        coded = partial(Coded, score=one.score, told=one.told)
        for match, asked in second_demands(one.match, one.arguments, self._parties):
            yield coded(match, asked, replace(one.coding, mode=mode_of(match, self._book)), one.negated)
        for match, accused in blame(one.match, one.coding, self._parties, self._book):
            yield coded(match, accused, Coding("ACCUSE", "allege", "asserted"), False)

    def _reading(self, trigger: Token, *, harms: bool) -> Reading:
        """Status and negation of a word, read once, whoever the parties are (see `again`)."""
        key = (trigger.i, harms)
        if key not in self._readings:
            self._readings[key] = self._status.read(trigger, harms=harms)
        return self._readings[key]

    def _found(
        self, sentence: Tokens, taken: Mapping[int, str], told: Sequence[tuple[str, Arguments]]
    ) -> Iterator[Coded]:
        """The acts of a sentence that only the learned tagger found."""
        for finding in self._learned.read(sentence, taken, told) if self._learned is not None else ():
            read = self._settled(finding.match)
            if read is not None:
                coding, reading = read
                arguments = self._arguments.turned_to(finding.match, finding.arguments)
                if is_nobodys(finding.match, arguments):
                    continue
                about = self._arguments.spoken_of(finding.match)
                rest = (coding, reading.negated, finding.score, reading.status, finding.sure, about)
                yield Coded(finding.match, arguments, *rest, share=finding.score)

    def _share(self, trigger: Token, event: str) -> float:
        """What the tagger gives a type of act at a word."""
        return self._learned.share(trigger, event) if self._learned is not None else 0.0

    def _best(self, candidates: list[Match]) -> tuple[Match, Arguments] | None:
        """The most specific rule whose parties are plausible enough."""
        for match in candidates:
            arguments = self._arguments.read(match)
            if arguments.named and (arguments.weight >= self._needed(match, arguments) or self._tells(match)):
                return match, arguments
            self.wanting = self.wanting or arguments.named
        return None

    def _tells(self, match: Match) -> bool:
        """Whether the tagger is sure of what a rule codes, in a report about parties."""
        return self._parties.familiar and self._share(match.trigger, match.rule.event) >= TELLS

    def _needed(self, match: Match, arguments: Arguments) -> float:
        """The weight that a rule asks for; in a report about parties one of them that acts is enough for any."""
        if match.rule.needed == AMONG_OTHERS and self._parties.familiar:
            return 0.0
        acts = self._parties.familiar and any(p.weight >= SURE for p in arguments.actors)
        return min(match.rule.needed, SURE) if acts else match.rule.needed

    def draft(self, coded: Coded, coder: CodedBy) -> EventDraft:
        """An act as an event; `coder` tells which rule or model found it, how surely, and what chose its parties."""
        coded = with_gapped(coded, self._parties)
        match, arguments, coding = coded.match, coded.arguments, coded.coding
        actors, recipients = arguments.actors, arguments.recipients
        if match.rule.reciprocal:
            actors, recipients = tuple(sorted((*actors, *recipients), key=lambda p: p.head.i)), ()
        if coding.event == "AGREE" and match.rule.event == "CONSULT" and "object" in match.rule.actor and recipients:
            actors, recipients = recipients, actors  # who is to be received is promised it by his host
        first = any(p.head.lower_ in FIRST for p in arguments.actors)
        performative = coding.event in VERBAL and (first or arguments.implied or _present(match.trigger))
        evidence = self._words.evidence(match)
        return EventDraft(
            event=coding.event,
            mode=coding.mode,
            actors=tuple(self._paragraph.span(p.words) for p in actors),
            recipients=tuple(self._paragraph.span(p.words) for p in recipients),
            anchor=self._words.anchor(match),
            evidence=evidence,
            where=self._words.place(match),
            when=self._when(match, evidence),
            status=coding.status,
            negated=coded.negated and coding.event != "REJECT" and not match.rule.pattern.negated,
            performative=performative,
            implied_actor=arguments.implied,
            takes_up=taken_up(match, arguments, coding.event, self._book),
            detail=self._details.read(match),
            meeting=meeting_of(coded, self._book),
            mutual=coding.event in MUTUAL and not match.rule.reciprocal and mutual(match),
            to_nobody=is_turned_to_nobody(match, arguments, coding.event, self._book),
            known=coding.event in DEEDS and (points_back(match.trigger) or _names_again(coded)),
            coded_by=coder,
        )

    def _when(self, match: Match, evidence: Span) -> Span | None:
        time = self._times.of(match, evidence)
        return self._layers.span(time.start, time.end) if time else None


def _names_again(coded: Coded) -> bool:
    """Whether violence is told by a mere noun that no rule knows here ("since the embassy bombing")."""
    return coded.coding.event == "ASSAULT" and coded.score is not None and coded.match.trigger.pos_ == "NOUN"


def _told_outright(match: Match, reading: Reading) -> bool:
    """Whether a clause tells an act itself; what is wanted, denied or alleged in it, the rules know better."""
    return reading.status == "asserted" and not reading.negated and match.trigger.dep_ != "pcomp"


def _present(verb: Token) -> bool:
    return verb.tag_ in ("VBP", "VBZ")
