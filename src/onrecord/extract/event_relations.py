"""Where rules are silent: a known political verb between two sure parties, given to the learned coder.

A cascade keeps this cheap and precise: the model is asked only about verbs that some rule knows, with an actor and
a recipient that are surely political, and is believed only where it is sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import dyad_model, phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook, CompiledRule, Pattern
from onrecord.codebook.words import Words
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_mode import mode_of
from onrecord.extract.matching import Match
from onrecord.extract.parties import Parties, Party
from onrecord.extract.trigger import complements

SURE = 0.93
"""The least score at which the model is believed; chosen on `negatives_dev` and the folds of `dyads_train`."""
PARTIES = 3.0
"""The least weight of actor and recipient together."""
SURE_OPEN = 0.9
"""The least score for a verb that no rule knows, or a general one ("gave"), in a sentence without any event."""
PARTIES_OPEN = 3.5
"""The least weight of its parties."""
MAIN = frozenset(["ROOT", "conj", "ccomp", "parataxis"])
"""Where a verb stands that tells news of its own; purposes, participles and the like do not."""
PLACES = ("to", "with", "against", "on", "from", "at", "of", "for", "into", "over", "in")
NONE = Words()
_PATTERN = Pattern(NONE, NONE, NONE, NONE, (), NONE, NONE, NONE, NONE, NONE, NONE, None, None, None)
YIELD = ("RETREAT", "CONCEDE")


class RelationReader:
    """Asks the model about the verbs of one paragraph that no rule coded."""

    def __init__(self, book: CompiledCodebook, parties: Parties) -> None:
        self._book, self._parties = book, parties

    def read(self, sentence: Tokens, taken: set[int]) -> Iterator[tuple[Match, Arguments, float]]:
        """Matches that the model is sure of, with its score."""
        for verb in sentence:
            if verb.pos_ != "VERB" or verb.dep_ not in MAIN or any(t.i in taken for t in verb.subtree):
                continue
            known = self._known(verb)
            if not known and (taken or verb.lemma_.lower() in STATES):
                continue
            arguments = self._arguments(verb)
            if arguments is None or (not known and arguments.weight < PARTIES_OPEN):
                continue
            relation = _relation(sentence, arguments)
            if relation.score >= (SURE if known else SURE_OPEN):
                yield self._match(verb, relation.event), arguments, relation.score
                taken = {*taken, verb.i}

    def _known(self, verb: Token) -> bool:
        return verb.lemma_.lower() in self._book.verbs and verb.lemma_.lower() not in GENERAL

    def _arguments(self, verb: Token) -> Arguments | None:
        actors = self._parties.find(syntax.logical_subjects(verb), recipient=False)
        if not actors:
            return None
        taken = {p.head.i for p in actors}
        recipients = next((found for found in self._recipients(verb, taken) if found), ())
        arguments = Arguments(actors, recipients)
        named = [p for p in actors if p.head.pos_ != "PRON"]
        sure = max((p.weight for p in named), default=0.0) > 1.0  # no pronoun, no mere person
        return arguments if sure and recipients and arguments.weight >= PARTIES else None

    def _recipients(self, verb: Token, taken: set[int]) -> Iterator[tuple[Party, ...]]:
        arms = [a for v in (verb, *complements(verb)[:1]) for a in syntax.arms(v)]
        heads = [syntax.logical_objects(verb)]
        heads += [phrases.coordinated(n) for place in PLACES for p, n in arms if p == place]
        for group in heads:
            found = self._parties.find([h for h in group if h.ent_type_ not in ("DATE", "TIME")], recipient=True)
            yield tuple(p for p in found if p.head.i not in taken and p.head.tag_ != "PRP$")

    def _match(self, verb: Token, event: str) -> Match:
        if event != "YIELD":
            return Match(_rule(event), verb)
        match = Match(_rule("RETREAT"), verb)
        return match if mode_of(match, self._book) else Match(_rule("CONCEDE"), verb)


GENERAL = frozenset(
    (
        "say tell be have do make go come get see want need use keep put set give take find call hold win lose "
        "beat play face draw score lead run buy sell bring turn let move work plan seek ask talk think know feel "
        "look"
    ).split()
)  # fmt: skip
"""Verbs too general to be believed beside another event: the model knows no "nothing happened"."""
STATES = frozenset(
    (
        "love like hate consist lie border resemble belong own remain exceed rank contain include comprise mean "
        "feature beat play win lose draw face score lead run buy sell live know think feel look seem become grow "
        "say tell add note state write report rise fall have be make use work need develop show produce reveal find"
    ).split()
)  # fmt: skip
"""Verbs of states, trade and sport, never asked about where no rule speaks."""


def _rule(event: str) -> CompiledRule:
    """A stand-in for a rule: the model's coding, refined like a rule's by mode and status."""
    return CompiledRule(dyad_model.NAME, event, None, NONE, _PATTERN, (), (), False, False, 0.0, "asserted", 0)


def _relation(sentence: Tokens, arguments: Arguments) -> dyad_model.Relation:
    start = sentence.start_char
    spans = [
        [(p.words.start_char - start, p.words.end_char - start) for p in side]
        for side in (arguments.actors, arguments.recipients)
    ]
    return dyad_model.standard().relation(sentence.text, spans[0], spans[1])
