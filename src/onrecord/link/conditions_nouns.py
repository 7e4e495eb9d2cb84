"""How a noun or pronoun for a place is told: as one that is known, as somewhere at all, as an end of something."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.conditions_lexicon import words as lexicon
from onrecord.link.conditions_words import is_line, is_route, kinds, words

_WANT = frozenset({"shortage", "humanitarian", "casualties"})
_NO_PLACES = frozenset({"ORG", "PERSON", "NORP"})
_SHUT = ("closing", "opening", "halting", "closed_words")
_PRONOUNS = frozenset({"it", "they", "them", "both"})


def as_known(noun: Token, kind: str) -> bool:
    """Whether a noun without a name is told as if one knew where: "the clinic is out of serum", "on the far side"."""
    if kind == "access":
        return noun.lemma_.lower() in words("sides") and not any(c.lower_ == "of" for c in noun.rights)
    return kind in _WANT and definite(noun)


def definite(noun: Token) -> bool:
    """Whether a noun means what the reader knows: "the hospital", "the town", "the wards"."""
    return (
        noun.tag_ in ("NN", "NNS")
        and any(c.lower_ in ("the", "this", "its") for c in noun.lefts)
        and not is_route(noun)
    )


def of_an_object(noun: Token) -> bool:
    """Whether a noun only places the object of a verb, whoever feels what is told."""
    return noun.dep_ == "pobj" and noun.head.head.dep_ in ("dobj", "dative") and not is_route(noun)


def somewhere(noun: Token) -> bool:
    """Whether a noun without a name tells a place: by its kind, or by its preposition ("at the tape")."""
    placed = noun.dep_ == "pobj" and noun.head.lower_ in words("placing") | words("moving")
    return bool(kinds(noun)) or placed or noun.ent_type_ in ("FAC", "GPE", "LOC")


def is_place_told(noun: Token) -> bool:
    """Whether a noun at which extraction points is one for a place, or a name with an article: "the Rock"."""
    articled = noun.pos_ == "PROPN" and any(c.lower_ == "the" for c in noun.lefts)
    return somewhere(noun) or (articled and noun.ent_type_ not in _NO_PLACES)


def pronoun_of_a_way(tokens: Tokens) -> Token | None:
    """The pronoun for what a clause tells to be shut or opened: "it has been closed since Sunday"."""
    verb = tokens.root
    said = [c for c in verb.children if c.dep_ in ("acomp", "oprd", "xcomp")]
    told = (verb, *said)
    if not any(t.lemma_.lower() in lexicon(name) for t in told for name in _SHUT):
        return None
    parts = ("nsubjpass", "dobj", *(["nsubj"] if said or verb.pos_ != "VERB" else []))
    return next((c for t in told for c in t.children if c.lower_ in _PRONOUNS and c.dep_ in parts), None)


def ends_a_line(noun: Token) -> bool:
    """Whether a place is only an end of what is told of: "the line from Termez"."""
    over = noun.head
    return noun.dep_ == "pobj" and over.lower_ in ("from", "to", "between") and is_line(over.head)
