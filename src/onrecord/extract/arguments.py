"""Actor and recipient of a coded event: each place that a rule names, filled from the parse."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.words import EMPTY
from onrecord.extract.argument_heads import (
    acted_upon,
    asked_to_act,
    beneficiaries,
    blamed,
    complement_objects,
    content_at,
    datives,
    further,
    is_actor,
    moves_own,
    of_each,
    offered,
    several,
    suffering,
    told_about,
    victims,
)
from onrecord.extract.concerned import WIDE, Concerned, inside
from onrecord.extract.matching import Match
from onrecord.extract.parties import Parties, Party
from onrecord.extract.sittings import body_that_sits
from onrecord.extract.trigger import carrier, complements, subject_of
from onrecord.extract.wording import has

ADDRESSED = frozenset(["REQUEST", "ACCUSE", "REJECT", "CONCEDE", "AGREE"])
"""Types of words that are turned to somebody, never to a thing."""


TOGETHER = frozenset(["CONSULT", "AGREE"])
"""What several do with one another."""
NAMED_SURELY = 1.5
"""The least weight of a name that is most likely a state's."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who did it to whom. `implied`: the actor is the speaker and has no words in the clause.

    `named` is false where an active clause has a subject that cannot be a party (a storm, a recipe). `wide`: the
    recipients stand at no place that the rule names; they say whom it concerns, but not that it is an event. `aside`:
    the weight of a thing at such a place, which shows what it is about though words are turned to no thing.
    """

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    implied: bool = False
    named: bool = True
    wide: bool = False
    reciprocal: bool = False
    aside: float = 0.0

    @property
    def weight(self) -> float:
        """How surely parties take part: the best actor and the best recipient together."""
        if self.reciprocal and len(self.actors) == 1 and self.actors[0].weight > 1 and several(self.actors[0]):
            return 2 * self.actors[0].weight
        if not self.recipients or self.wide:
            best = sorted((p.weight for p in self.actors), reverse=True)
            return max(sum(best[:2]), sum(best[:1]) + self.aside)
        return max((p.weight for p in self.actors), default=0) + max(p.weight for p in self.recipients)


def _second(first: Token) -> list[Token]:
    """The other one of two, hung on the name in the first: "between the government of Velmar and the Front"."""
    named = [n for name, n in syntax.own_arms(first) if name == "of"]
    return [other for n in named for other in phrases.coordinated(n) if other != n]


class ArgumentReader:
    """Finds the arguments of matches in one paragraph."""

    def __init__(self, book: CompiledCodebook, parties: Parties) -> None:
        self._book = book
        self._parties = parties
        self._concerned = Concerned(book, parties)

    def read(self, match: Match) -> Arguments:
        """The parties of one match; the actor is never also the recipient."""
        actors, named = self._actors(match)
        taken = {p.head.i for p in actors} | self.spoken_of(match)
        recipients: tuple[Party, ...] = ()
        aside = 0.0
        for place in match.rule.recipient:
            heads = self.heads(place, match)
            others = [h for h in self._each(heads, match) if not is_actor(h, actors) and not moves_own(h, match)]
            found = self._parties.find(others, recipient=True)
            if match.rule.event in ADDRESSED:
                aside = max([aside, *(p.weight for p in found)])
                found = self._parties.find([h for h in others if not offered(h, match)], recipient=True)
                found = tuple(self._parties.addressed(found))
            recipients = tuple(p for p in found if p.head.i not in taken and not inside(p, actors, match))
            if recipients:
                break
        if match.rule.reciprocal and len(actors) == 1 and not recipients:
            actors = (*actors, *self._parties.find(_second(actors[0].head), recipient=False))
        if match.rule.event == "REQUEST" and not any(p.head.i < content_at(match.trigger) for p in recipients):
            asked = [h for h in asked_to_act(match.trigger) if h.i not in taken]
            recipients = tuple(self._parties.somebody(asked)) or recipients
        implied = match.rule.implied and not actors
        wide = not recipients and match.rule.event in WIDE and "none" not in match.rule.recipient
        wide = wide and not (match.rule.implied and match.rule.event == "ACCUSE")  # the pact that is broken is no party
        if not recipients and match.rule.event == "ACCUSE":
            recipients = tuple(self._parties.somebody(h for h in blamed(match.trigger) if h.i not in taken))
        if match.rule.event == "REJECT" or (not recipients and match.rule.event == "AGREE"):
            given = self._parties.find(datives(match.trigger), recipient=True)
            recipients = tuple(p for p in given if p.head.i not in taken) or recipients
        if wide:
            recipients = self._concerned.find(match, actors, taken)
            recipients = tuple(self._parties.addressed(recipients)) if match.rule.event in ADDRESSED else recipients
        return Arguments(actors, recipients, implied, named or implied, wide, match.rule.reciprocal, aside)

    def completed(self, match: Match, own: Arguments, more: Arguments) -> Arguments:
        """Arguments with the parties that the tagger points at, but for those whom the words cannot be turned to."""
        return more if own.recipients or not more.recipients else self.turned_to(match, more)

    def turned_to(self, match: Match, arguments: Arguments) -> Arguments:
        """Arguments without recipients whom the words are only about, that are words of the actor's own name, or mere
        things to which something is said ("agreed to clear the mines from the lock")."""
        apart = self.spoken_of(match) | further(match.trigger)
        others = [p for p in arguments.recipients if p.head.i not in apart and not moves_own(p.head, match)]
        if match.rule.event in ADDRESSED:
            others = [p for p in self._parties.addressed(others) if not offered(p.head, match)]
        verb = match.trigger if match.trigger.pos_ == "VERB" else None
        actors = self._whole(syntax.logical_subjects(verb) if verb else [], arguments.actors)
        others = list(self._whole(syntax.logical_objects(verb) if verb else [], tuple(others)))
        recipients = tuple(p for p in others if not inside(p, actors, match))
        return replace(arguments, actors=actors, recipients=recipients)

    def _whole(self, heads: list[Token], parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties, for a word of somebody's own name he himself: "Velmar's minister, Ada Lind, telephoned"."""
        found: dict[int, Party] = {}
        for one in parties:
            named = [
                h for h in heads if h.tag_ in ("NN", "NNP") and h != one.head and one.head in phrases.noun_phrase(h)
            ]
            for party in self._parties.find(named, recipient=False) or (one,):
                found.setdefault(party.head.i, party)
        return tuple(found.values())

    def _each(self, heads: list[Token], match: Match) -> list[Token]:
        """The heads at a place of a meeting or an agreement, for "the presidents of X and Y" X and Y."""
        if match.rule.event not in TOGETHER:
            return heads
        return of_each(heads, lambda noun: self._parties.weight(noun, recipient=False) >= NAMED_SURELY)

    def spoken_of(self, match: Match) -> frozenset[int]:
        """The places of those whom words of asking or blaming are about, and to whom they are not turned."""
        handled = acted_upon(match, self._book.classes.get("handling", EMPTY))
        return handled | beneficiaries(match) | suffering(match, self._book)

    def _speaking(self, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """A meeting's actors and those who speak at it."""
        if match.rule.event != "CONSULT" or match.trigger.pos_ == "VERB" or match.rule.mode == "visit":
            return actors
        taken = {p.head.i for p in actors}
        more = self._parties.find(self._speakers(match.trigger), recipient=False)
        return (*actors, *(p for p in more if p.head.i not in taken and not inside(p, actors, match)))

    def _actors(self, match: Match) -> tuple[tuple[Party, ...], bool]:
        seen = False
        for place in match.rule.actor:
            heads = self.heads(place, match)
            seen = seen or bool(heads)
            actors = self._parties.find(self._each(heads, match), recipient=False)
            if place == "by" and match.trigger.pos_ == "NOUN":
                actors = tuple(self._parties.without_of(p, match.trigger) for p in actors)
            if actors:
                return self._speaking(match, actors), True
        if answering := self._answering(match):
            return answering, True
        return (), not seen

    def _answering(self, match: Match) -> tuple[Party, ...]:
        """Who answers with the deed that a noun tells: "responded with air strikes", "retaliated with tariffs"."""
        noun, with_ = match.trigger, match.trigger.head
        if noun.dep_ != "pobj" or with_.lower_ != "with" or with_.head.pos_ != "VERB":
            return ()
        if not has(self._book.classes.get("answer", EMPTY), with_.head) or syntax.is_passive(with_.head):
            return ()
        return self._parties.find(syntax.grammatical_subjects(with_.head), recipient=False)

    def heads(self, place: str, match: Match) -> list[Token]:
        """Heads of the noun phrases at a place (see `rules.Roles`)."""
        trigger = match.trigger
        match place:
            case "subject":
                return self._subjects(trigger)
            case "self":
                return [trigger]
            case "object":
                return syntax.logical_objects(trigger) + [
                    n for p, n in syntax.own_arms(trigger) if p == "to" and n.dep_ == "dative"
                ]
            case "dative":
                return datives(trigger)
            case "complement":
                return [s for c in complements(trigger)[:1] for s in syntax.logical_subjects(c)]
            case "complement-object":
                return complement_objects(trigger)
            case "poss" if victims(trigger) and any(name == "by" for name, _ in syntax.own_arms(trigger)):
                return []  # "Rowe's arrest by Chile"
            case "poss":
                owners = [c for c in trigger.lefts if c.dep_ == "poss" and c.tag_ != "PRP$"]
                return [o for owner in owners for o in phrases.coordinated(owner)]
            case "modifier":
                return self._modifiers(trigger)
            case "light":
                return self._light(match)
            case "light-object":
                return [
                    o
                    for verb in match.light
                    if verb.pos_ == "VERB"
                    for o in syntax.logical_objects(verb)
                    if o != trigger
                ]
            case "clause":
                return self._clause_subject(trigger)
            case "speakers":
                return self._speakers(trigger)
            case "gathering":
                return body_that_sits(trigger, self._book, self._parties)
            case "implied":
                return self._sayer(trigger)
            case _:
                return self._arm(place, match)

    def _subjects(self, trigger: Token) -> list[Token]:
        """Logical subjects; for a document ("a report accusing …") whoever issued it."""
        found: list[Token] = []
        for subject in syntax.logical_subjects(carrier(trigger)):
            if not has(self._book.classes["documents"], subject):
                found.append(subject)
                continue
            found += [c for c in subject.lefts if c.dep_ == "poss"]
            found += [n for p, n in syntax.own_arms(subject) if p in ("by", "from", "of")]
            found += self._modifiers(subject)
            if not found and subject.dep_ == "dobj" and subject.head.pos_ == "VERB":
                found += syntax.logical_subjects(subject.head)
        return found

    def _arm(self, place: str, match: Match) -> list[Token]:
        verbs = match.light or (subject_of(match.trigger) if place != "by" else ())
        have = syntax.arms(match.trigger) + [arm for verb in verbs for arm in syntax.arms(verb)]
        found = [n for name, n in have if name == place and n.ent_type_ not in ("DATE", "TIME") and n != match.trigger]
        found = [n for n in found if place != "of" or not told_about(n, match.trigger)]
        several = [n for noun in found for n in phrases.coordinated(noun)]
        return [*several, *_second(several[0])] if place == "between" and len(several) == 1 else several

    def _modifiers(self, noun: Token) -> list[Token]:
        named = self._parties.national(noun)
        return [named] if named is not None and named.i < noun.i else []

    def _light(self, match: Match) -> list[Token]:
        noun = match.trigger
        for verb in match.light:
            if verb.pos_ != "VERB":
                continue
            if any(s == noun for s in syntax.grammatical_subjects(verb)) and not syntax.is_passive(verb):
                continue
            if subjects := [s for s in syntax.logical_subjects(verb) if s != noun]:
                return subjects
        return []

    def _clause_subject(self, noun: Token) -> list[Token]:
        if owner := [c for c in noun.lefts if c.dep_ == "poss" and c.tag_ == "PRP$"]:
            return owner  # "shunned Rowe during his trip": whose it is, not whoever else acts in the clause
        verb = phrases.clause_head(noun)
        return [s for s in syntax.logical_subjects(verb) if s != noun] if verb != noun else []

    def _speakers(self, meeting: Token) -> list[Token]:
        """Those who are told to have spoken or acted at a meeting ("said at the session", "remarks by X at …")."""
        if meeting.dep_ != "pobj" or meeting.head.lower_ not in ("at", "during", "in"):
            return []
        verb = meeting.head.head
        if verb.pos_ == "VERB":
            return syntax.logical_subjects(verb)
        return [verb] if verb.pos_ == "PROPN" else [n for p, n in syntax.own_arms(verb) if p == "by"]

    def _sayer(self, trigger: Token) -> list[Token]:
        """Whoever is said to say the clause ("Ardenia said that Velmar must …")."""
        token = phrases.clause_head(trigger)
        while token.head != token:
            above = token.head
            if token.dep_ in ("ccomp", "parataxis") and has(self._book.classes["say"], above):
                return syntax.logical_subjects(above)
            token = above
        return []
