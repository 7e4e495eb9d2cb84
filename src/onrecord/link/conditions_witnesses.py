"""Who tells of the place where he lives or works: its mayor, its doctors, somebody who runs a bakery there."""

from collections.abc import Callable, Iterator
from functools import partial

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated
from onrecord.extract.conditions_signs import governing
from onrecord.link.conditions_words import words

_LEVELS = 4
"""Clauses, each in the content of the next or beside it, among whose verbs who tells the innermost is looked for."""


def witness(verb: Token, tells: bool) -> Token | None:
    """Who tells of his own place: the subject of a verb that `tells` it, or "according to …"."""
    for child in verb.children:
        who = child if tells and child.dep_ == "nsubj" else None
        if child.lower_ == "according":
            who = next((n for t in child.children for n in t.children if n.dep_ == "pobj"), None)
        if who is not None and _at_home(who):
            return who
    return None


def _at_home(who: Token) -> bool:
    """Whether somebody is told by his trade or office to belong to the place that he tells of."""
    near = [t for noun in coordinated(who) for t in (noun, *noun.children) if t == noun or t.dep_ == "appos"]
    persons = [noun for noun in near if noun.ent_type_ == "PERSON"]
    told = [*near, *(t for noun in persons for t in noun.lefts)]
    lives = (c for noun in persons for c in noun.children if c.dep_ == "relcl")
    local = any(c.lower_ in words("local") for noun in told for c in noun.lefts)
    return (
        local
        or any(t.lemma_.lower() in words("witnesses") or _heads_a_local_body(t) for t in told)
        or any(c.lemma_.lower() in words("living") for c in lives)
    )


def _heads_a_local_body(noun: Token) -> bool:
    """ "head of surgery at …", "the chairman of the bakers' union in …"."""
    if noun.lemma_.lower() not in words("heads"):
        return False
    of = (n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj")
    return any(t.lemma_.lower() in words("local_bodies") for n in of for t in (n, *n.lefts))


def local_teller(layers: Layers, paragraph: Paragraph, token: Token) -> bool:
    """Whether a clause is the word of somebody who tells of where he lives or works: "…, a baker told the agency"."""
    above = told_by(layers, paragraph, token)
    return any(tells and witness(verb, tells=True) is not None for verb, tells in above)


def told_by(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[tuple[Token, bool]]:
    """The verb of a word's clause and those above it, each with whether the clause is what somebody tells by it.

    What opens a quotation of several sentences is told by the verb that ends it.
    """
    return _told_by(token, partial(_behind_the_quotation, layers, paragraph))


def _told_by(token: Token, beyond: Callable[[Token], Token | None]) -> Iterator[tuple[Token, bool]]:
    """The same; `beyond` gives the verb outside a sentence that tells it, by its own verb."""
    verb, tells = governing(token), False
    for _ in range(_LEVELS):
        if verb is None:
            return
        yield verb, tells
        if verb.head == verb:
            verb, tells = beyond(verb), True
        elif verb.dep_ in ("ccomp", "conj", "parataxis"):
            verb, tells = verb.head, verb.dep_ == "ccomp"
        else:
            return


def _behind_the_quotation(layers: Layers, paragraph: Paragraph, root: Token) -> Token | None:
    """The verb that ends a quotation of several sentences: “There is oxygen until Sunday. After that …,” X said."""
    at = paragraph.start + root.idx
    around = next((q for q in layers.quotations if q.parent is None and q.start <= at < q.end), None)
    last = None if around is None else paragraph.token_at(around.end - 1)
    verb = None if last is None else last.sent.root
    return verb if verb is not None and verb != root and verb.pos_ == "VERB" else None


def national(token: Token) -> bool:
    """Whether a clause is the word of somebody who speaks for a country: "Coal is short, the minister said"."""
    subjects = (syntax.child(verb, "nsubj") for verb, tells in _told_by(token, lambda _: None) if tells)
    return any(subject is not None and subject.lemma_.lower() in words("national") for subject in subjects)


def where_told(noun: Token, root: Token) -> bool:
    """Whether a place is only where the clause of `root` is told: "In Riyadh, a spokesman said two men were hurt"."""
    verb, own = noun.head.head if noun.dep_ == "pobj" else noun, governing(root)
    while own is not None and own.dep_ == "conj" and own.head.pos_ in ("VERB", "AUX"):
        own = own.head  # "they came under fire at X and two were hurt"
    tells = verb.pos_ == "VERB" and verb not in (own, governing(root)) and verb.is_ancestor(root)
    return tells and witness(verb, tells=True) is None
