"""Words for places in and around the clause of a condition, each with the sign that ties it to what is told.

The signs are of syntax: the clause hangs on the place ("Heglin, where …"), a preposition puts it there ("in Kutaisi"),
whoever lacks or suffers belongs to it ("Uvira's hospital", "the exclave"), whoever tells of it lives there ("the mayor
of Orsk"). What only describes something else is no spot: plates of a country, a group based in a town, a newspaper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import clause, first_of
from onrecord.extract.conditions_lexicon import words as told
from onrecord.extract.conditions_signs import governing
from onrecord.link.conditions_deeds import closes, takes_in
from onrecord.link.conditions_witnesses import told_by, witness
from onrecord.link.conditions_words import is_route, kinds, words
from onrecord.model.vocabulary import ConditionKind


class Sign(IntEnum):
    """What ties a place to a condition, the surest first."""

    WHERE = 0
    PLACED = 1
    LEADING = 2
    OBJECT = 3
    OWNER = 4
    MOVING = 5
    WITNESS = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """The `head` of words for a place, and how near it stands to the word on which the condition hangs."""

    head: Token
    sign: Sign
    distance: int


_NO_NAMES = frozenset(["MONEY", "NORP", "EVENT", "LAW", "LANGUAGE", "CARDINAL", "PERCENT", "QUANTITY"])
_AT = frozenset(["at", "near", "outside", "around", "across"])
"""Prepositions under which a name is of a place, whatever the parser takes it for."""
_PLACES, _THERE = frozenset(["GPE", "LOC", "FAC"]), frozenset(["there", "here"])
_OF_WITNESSES = frozenset(["of", "in", "at", "on", "from", "near"])
_MOST = 40
"""Tokens around a clause that are looked through: a list without end must not cost its square."""


class Spots:
    """The places of one paragraph."""

    def __init__(self, layers: Layers, paragraph: Paragraph) -> None:
        self._layers, self._paragraph = layers, paragraph

    def of(self, evidence: Tokens, kind: ConditionKind) -> list[Spot]:
        """The spots of a condition told by `evidence`, the surest first."""
        root = evidence.root
        found = [
            *self._where(root),
            *self._placed(evidence, root, kind),
            *self._leading(root, kind),
            *self._of_the_deed(root, kind),
            *self._hosts(root, kind),
            *self._owners(evidence, root, kind),
            *self._objects(evidence, root, kind),
            *self._witnesses(root, kind),
        ]
        best: dict[int, Spot] = {}
        for spot in sorted(found, key=lambda s: (s.sign, s.distance)):
            best.setdefault(spot.head.i, spot)
        return list(best.values())

    def named(self, token: Token) -> bool:
        """Whether a token is the last word of a name that can be a place's."""
        toponym = self._layers.toponym_at(self._paragraph.start + token.idx)
        if toponym is not None:
            name = self._layers.text[toponym.start : toponym.end]
            return toponym.use != "adjective" and name.casefold() not in words("never")
        if token.pos_ != "PROPN" or self._no_name(token) or kinds(token) or not token.text[:1].isupper():
            return False
        articled = any(c.dep_ == "det" for c in token.children)
        return not (articled or (token.text.isupper() and len(token) < 6))

    def _no_name(self, token: Token) -> bool:
        """Whether a token names no place: part of a time for us, or what the parser takes for a people or a law."""
        start = self._paragraph.start + token.idx
        if any(start < time.end for time in self._layers.times_in(self._paragraph.start, start + 1)):
            return True
        at = token.dep_ == "pobj" and token.head.lower_ in _AT  # "in Arabic", but "held at Sofar"
        return token.ent_type_ in _NO_NAMES and not at

    def known(self, token: Token) -> bool:
        """Whether a token is the last word of a name that is a place's for sure: no rice that begins a line."""
        return self.named(token) and (
            self._layers.toponym_at(self._paragraph.start + token.idx) is not None or token.ent_type_ in _PLACES
        )

    def placed_before(self, end: int) -> list[Token]:
        """The heads of what prepositions of place put somewhere before an offset of the document, in text order."""
        tokens = takewhile(lambda t: self._paragraph.start + t.idx < end, self._paragraph.words)
        return [h for t in tokens if _puts(t) and not _of_a_teller(t) and (h := self._noun_of(t)) is not None]

    # ---- signs
    def _where(self, root: Token) -> Iterator[Spot]:
        """ "Heglin, where residents were without water"; "the gate through which nobody has passed"."""
        verb = governing(root)
        while verb is not None and verb.dep_ in ("ccomp", "conj") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        if verb is None or verb.dep_ != "relcl":
            return
        places = any(c.lower_ in ("where", "wherein") for c in verb.children)
        for preposition in (c for c in verb.children if c.dep_ == "prep"):
            places |= preposition.lower_ in words("placing") and any(c.lower_ == "which" for c in preposition.children)
        if not places:
            yield from self._of_antecedent(verb)
            return
        for noun in reversed(verb.doc[verb.head.left_edge.i : verb.left_edge.i]):
            if self._a_place(noun) and noun.dep_ != "compound":
                yield Spot(noun, Sign.WHERE, verb.i - noun.i)

    def _of_antecedent(self, verb: Token) -> Iterator[Spot]:
        """ "the bombing of a mill near Orsk, which killed four": where that was which did it."""
        if not any(
            c.lower_ in ("which", "that") and c.dep_ == "nsubj" for t in (verb, *verb.children) for c in t.children
        ):
            return
        for token in verb.doc[verb.head.i : verb.left_edge.i]:
            head = self._noun_of(token) if _puts(token) and verb.head.is_ancestor(token) else None
            if head is not None:
                yield Spot(head, Sign.LEADING, verb.i - token.i)

    def _placed(self, evidence: Tokens, root: Token, kind: ConditionKind) -> Iterator[Spot]:
        """What a preposition puts somewhere: in the condition's own words, less surely in the clause around them."""
        for token in _near(evidence, root):
            yield from self._put(token, root, Sign.PLACED)
        if root.pos_ in ("VERB", "AUX") or kind != "access":  # "The closure has cost traders in Loja …": not there
            for token in _beyond(evidence, root):
                yield from self._put(token, root, Sign.LEADING)

    def _put(self, token: Token, root: Token, sign: Sign) -> Iterator[Spot]:
        far = abs(token.i - root.i)
        if token.lower_ in _THERE and token.dep_ == "advmod":
            yield Spot(token, sign, far)
        head = self._noun_of(token)
        if head is None or _aside(token, root):
            return
        if _puts(token):
            yield Spot(head, sign, far)
        elif token.lower_ in words("moving") and token.head.pos_ in ("VERB", "AUX", "ADP", "ADV"):
            yield Spot(head, Sign.MOVING, far)
        elif token.lower_ == "of" and _belongs(token.head) and (kinds(head) or self.known(head)):
            yield Spot(head, Sign.OWNER, far)

    def _leading(self, root: Token, kind: ConditionKind) -> Iterator[Spot]:
        """ "In Osh the ration is …"; "In Loja, bakers said …", at home; "fired at X, and two fell"."""
        verb, steps = governing(root), 0
        while verb is not None and steps < 4:
            joined = verb.dep_ == "conj" and kind in ("casualties", "damage")
            first = [c for c in verb.head.rights if joined and c.i < verb.i]
            for preposition in (*verb.lefts, *first):
                head = self._noun_of(preposition) if preposition.dep_ == "prep" and _puts(preposition) else None
                if head is not None and (not _tells(verb, root) or witness(verb, tells=True) is not None):
                    yield Spot(head, Sign.LEADING, steps)
            if verb.head == verb or verb.dep_ not in ("ccomp", "conj", "xcomp"):
                return
            verb, steps = verb.head, steps + 1

    def _of_the_deed(self, root: Token, kind: ConditionKind) -> Iterator[Spot]:
        """ "shelled the outskirts of Goma, wounding five", "fired on the post, killing one": where that was done."""
        verb = governing(root)
        while verb is not None and verb.dep_ == "conj" and verb.tag_ == "VBG":
            verb = verb.head
        if kind not in ("casualties", "damage") or verb is None or (verb.dep_, verb.tag_) != ("advcl", "VBG"):
            return
        deed = verb.head
        things = [c for c in deed.children if c.dep_ in ("dobj", "nsubjpass")]
        for token in (t for over in (deed, *things) for t in (*over.children, over) if t.i < verb.i and t != deed):
            toward = _puts(token) or token.lower_ in words("moving")
            head = token if token in things and self._a_place(token) else self._noun_of(token) if toward else None
            if head is not None:
                yield Spot(head, Sign.LEADING, verb.i - token.i)

    def _hosts(self, root: Token, kind: ConditionKind) -> Iterator[Spot]:
        """ "Tirnia, which shelters 9,000 of them", "Tirnia has granted asylum to 200": where those are who fled."""
        if kind != "displacement":
            return
        described = next((c for c in root.children if c.dep_ == "relcl"), None)
        verb = governing(root) if described is None else described
        if verb is None or not takes_in(verb):
            return
        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
            host = subject if described is None else root
            if self._a_place(host):
                yield Spot(host, Sign.LEADING, 0)

    def _owners(self, evidence: Tokens, root: Token, kind: ConditionKind) -> Iterator[Spot]:
        """ "Uvira's hospital", "the Atambua hospital", "The enclave is down to …", "its flour"."""
        for token in _near(evidence, root):
            if _aside(token, root):
                continue
            if (
                token.dep_ == "poss"
                and kind != "access"
                and (self._a_place(token) or token.lower_ == "its")
                and _belongs(token.head)
            ):
                owner = _meant_by_its(token) if token.lower_ == "its" else token
                if owner is not None and (kinds(owner) or self.known(owner)):
                    yield Spot(owner, Sign.OWNER, abs(token.i - root.i))
            elif first_of(token).dep_ in ("nsubj", "nsubjpass") and self._has(token, kind) and not closes(token, kind):
                yield Spot(token, Sign.OWNER, abs(token.i - root.i))

    def _has(self, subject: Token, kind: ConditionKind) -> bool:
        """Whether the subject of a clause is the place that has or lacks what is told of it."""
        if kinds(subject):
            return kind not in ("damage", "casualties")
        if kind == "access" and subject.dep_ == "nsubjpass" and self.named(subject):
            return subject.head.lemma_.lower() in told("isolating") | told("closing")  # "Salma has been cut off"
        verb = subject.head.lemma_ if subject.dep_ == "nsubj" else ""
        if kind == "security":  # "Palma was calm": not who fires
            return verb in ("be", "remain", "stay") and self.named(subject)
        has = kind == "shortage" and verb in ("have", "be", "lack", "need")
        sure = self.named(subject) if has else self.known(subject)
        return kind in ("shortage", "access") and subject.dep_ != "conj" and sure

    def _objects(self, evidence: Tokens, root: Token, kind: ConditionKind) -> Iterator[Spot]:
        """ "fled Senaki", "reach Sayyun": where those come from or go who move; the way that is opened or shut."""
        moving = told("arriving") | told("fleeing") | told("going_away")
        for token in _near(evidence, root):
            if token.dep_ != "dobj":
                continue
            lemma, way = token.head.lemma_.lower(), kind == "access" and is_route(token)
            shut = way and lemma in told("opening") | told("closing")
            if shut or (lemma in moving and self._a_place(token)):
                yield Spot(token, Sign.OBJECT, abs(token.i - root.i))

    def _witnesses(self, root: Token, kind: ConditionKind) -> Iterator[Spot]:
        """Where those live who tell what they lack and suffer."""
        if kind in ("access", "security", "damage"):
            return
        for steps, (verb, tells) in enumerate(told_by(self._layers, self._paragraph, root)):
            who = witness(verb, tells)
            for token in who.subtree if who is not None else ():
                place = self._noun_of(token) if token.lower_ in _OF_WITNESSES else None
                if token.dep_ == "poss" and self._a_place(token):
                    place = token
                if place is not None:
                    yield Spot(place, Sign.WITNESS, steps)

    # ---- words
    def _a_place(self, noun: Token) -> bool:
        return bool(kinds(noun)) or self.named(noun)

    def _noun_of(self, preposition: Token) -> Token | None:
        """The noun under a preposition, where it is a place."""
        if preposition.pos_ != "ADP":
            return None
        noun = next((n for n in preposition.children if n.dep_ == "pobj"), None)
        if noun is None or self._a_place(noun):
            return noun
        before = (c for c in noun.lefts if c.dep_ == "compound" and preposition.lower_ == "in" and self.known(c))
        return next(before, None)  # "in Vilnius petrol is down to …", read as one phrase


def _puts(preposition: Token) -> bool:
    """Whether a preposition puts something somewhere: "in X", "18 miles northeast of X"."""
    if preposition.lower_ == "of":
        return preposition.head.lemma_.lower() in words("directions")
    return preposition.lower_ in words("placing")


def _of_a_teller(preposition: Token) -> bool:
    """ "sources in Bahrain said", "told a briefing in Dili": where something is said, not where it is so."""
    noun = preposition.head
    verb = noun if noun.pos_ == "VERB" else noun.head
    said = verb.lemma_.lower() in told("announcing") or any(c.dep_ == "ccomp" for c in verb.children)
    return said and (noun == verb or noun.dep_ in ("nsubj", "dobj", "pobj"))


def _near(evidence: Tokens, root: Token) -> Tokens:
    """The words of a clause, those far from its root left out."""
    return evidence.doc[max(evidence.start, root.i - _MOST) : min(evidence.end, root.i + _MOST)]


def _beyond(evidence: Tokens, root: Token) -> Iterator[Token]:
    """The words of the clause that its evidence leaves out: "110,000 refugees" of "… remain in West Timor"."""
    verb = governing(root)
    if verb is None:
        return
    joined = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB")
    bare = [
        c for c in joined if not any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children)
    ]  # "shot and wounded near X"
    for token in (t for v in (verb, *bare) for t in clause(v)):
        if not evidence.start <= token.i < evidence.end and abs(token.i - root.i) < _MOST:
            yield token


def _aside(token: Token, root: Token) -> bool:
    """Whether a word stands in what only describes something: "lorries with Kosovo plates", a clause of its own."""
    while token not in (token.head, root):
        if token.lower_ in ("with", "than", "like", "despite", "according") and token.dep_ == "prep":
            return True  # "according to the Media Center": who tells it
        if token.lower_ in ("after", "before") and token.dep_ == "prep" and token.i > root.i:
            return True
        if token.dep_ in ("relcl", "acl") and token != root and not root.is_ancestor(token):
            return True
        token = token.head
    return False


def _belongs(noun: Token) -> bool:
    """Whether what a place owns stands there too: people, houses, stocks, not its ministers or its word."""
    lemma = noun.lemma_.lower()
    lists = ("persons", "structures", "stocks", "services", "vital", "goods", "shelves", "staples", "residents")
    return bool(kinds(noun)) or any(lemma in told(name) or noun.lower_ in told(name) for name in lists)


def _meant_by_its(pronoun: Token) -> Token | None:
    """The subject of the clause around "its"."""
    verb = governing(pronoun.head)
    while verb is not None and verb.head != verb:
        verb = verb.head
        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
            return subject
    return None


def _tells(verb: Token, root: Token) -> bool:
    """Whether a verb has the clause of `root` under it, as what somebody says."""
    return verb != governing(root) and verb.is_ancestor(root)
