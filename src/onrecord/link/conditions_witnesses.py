"""Who tells of the place where he lives or works: its mayor, its doctors, somebody who runs a bakery there."""

from spacy.tokens import Token

from onrecord.annotate.phrases import coordinated
from onrecord.extract.conditions_signs import governing
from onrecord.link.conditions_words import words


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
    return any(t.lemma_.lower() in words("witnesses") for t in told) or any(
        c.lemma_.lower() in words("living") for c in lives
    )


def national(token: Token) -> bool:
    """Whether a clause is the word of somebody who speaks for a country: "Coal is short, the minister said"."""
    verb = governing(token)
    for _ in range(4):
        if verb is None or verb.head == verb or verb.dep_ not in ("ccomp", "conj", "parataxis"):
            return False
        told, verb = verb.dep_ == "ccomp", verb.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if told else None
        if subject is not None and subject.lemma_.lower() in words("national"):
            return True
    return False


def where_told(noun: Token, root: Token) -> bool:
    """Whether a place is only where the clause of `root` is told: "In Riyadh, a spokesman said two men were hurt"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    tells = verb.pos_ == "VERB" and verb != governing(root) and verb.is_ancestor(root)
    return tells and witness(verb, tells=True) is None
