"""Who is people: counted, by a word for persons, or as a share of those who live somewhere."""

from spacy.tokens import Token

from onrecord.extract.conditions_frame import counted
from onrecord.extract.conditions_lexicon import words

_SHARES = frozenset(
    {"dozen", "hundred", "thousand", "million", "score", "number", "half", "quarter", "third", "fifth", "tenth", "ten",
     "percent", "most", "majority", "part", "much", "many", "some", "rest"}
)  # fmt: skip
_PRONOUNS = frozenset({"nobody", "anyone", "anybody", "someone", "somebody", "everyone", "everybody"})


def things(noun: Token) -> Token:
    """What is counted: "homes" in "hundreds of homes", "people" in "a quarter of a million people"."""
    for _ in range(3):
        if noun.lemma_.lower() not in _SHARES and not noun.like_num:
            break
        of = next((c for c in noun.children if c.lower_ == "of" and c.dep_ == "prep"), None)
        inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if inner is None:
            break
        noun = inner
    return noun


def people(noun: Token) -> bool:
    """Whether `noun` is people: by a word for persons, counted by a bare number, or by a name."""
    if noun.lower_ in _PRONOUNS or (noun.lower_ == "one" and any(c.lower_ == "no" for c in noun.children)):
        return True
    noun = things(noun)
    lemma = noun.lemma_.lower()
    if lemma in words("ideas"):
        return False
    return lemma in words("persons") or noun.like_num or noun.ent_type_ == "PERSON"


def counts_people(noun: Token) -> bool:
    """Whether `noun` is people, be they many or all of a kind: not one person, nor a bare number of something else."""
    meant = things(noun)
    if meant.like_num and meant == noun:
        return False
    many = meant.tag_ in ("NNS", "NNPS") or counted(noun) or meant.lemma_.lower() in ("population", "people")
    return many and meant.lemma_.lower() in words("persons")
