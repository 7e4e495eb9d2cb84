"""What the words of a clause rule out, whatever the learned reader takes them for."""

import functools

from spacy.tokens import Token

from onrecord.annotate.phrases import clause
from onrecord.annotate.syntax import grammatical_subjects, logical_objects
from onrecord.extract.conditions_lexicon import meanings, words
from onrecord.extract.conditions_routes import is_any
from onrecord.extract.drafts import ConditionDraft

_WAYS = (
    "routes", "movements", "traffic", "vehicles", "barriers", "route_parts", "regions", "cargo", "persons", "freight",
    "wayside",
)  # fmt: skip


def tells(made: ConditionDraft, trigger: Token) -> bool:
    """Whether the words can tell that at all: an open route by something that opens or moves, no loss by an arrest
    or a release.

    Who reaches a place or crosses a line finds no closed route, where no word in the clause denies it.
    """
    lemma = trigger.lemma_.lower()
    if lemma in words("custody"):
        return False
    no_harm = words("charged") | words("letting_go")
    freed = trigger.dep_ in ("dobj", "nsubjpass") and trigger.head.lemma_.lower() in words("letting_go")
    if made.kind == "casualties" and (freed or lemma in no_harm or (lemma in words("unhurt") and not made.negated)):
        return False
    people = any(c.dep_ == "dobj" and c.lemma_.lower() in words("persons") for c in trigger.children)
    if made.kind == "damage" and people:
        return False  # a rule that "will hit 12,000 people"
    if made.state == "open" and (not _can_open(trigger) or _refused(trigger)):
        return False
    if made.kind == "access" and trigger.dep_ == "amod" and is_any(trigger.head):
        return False
    if made.kind in ("access", "shortage") and any(
        c.dep_.startswith("nsubj") and c.lemma_.lower() in words("abstract") for c in trigger.children
    ):
        return False
    heard = made.evidence.text.lower().replace("’", "'").replace("n't", " not").split()
    if made.state in ("blocked", "restricted") and lemma in _arrivals():
        return any(word.strip(',.;:“”"') in words("naysayers") for word in heard)
    return made.state != "open" or any(word.startswith(_stems()) for word in heard)


def _refused(trigger: Token) -> bool:
    """Whether somebody refuses it: "dockers refuse to load the ship"; who refuses to reopen a way tells it closed."""
    if trigger.lemma_.lower() in words("opening"):
        return False
    return trigger.dep_ == "xcomp" and trigger.head.lemma_.lower() in words("refusing")


def _can_open(trigger: Token) -> bool:
    """Whether what is opened, or is open, is no shop, hotel or meeting: a way, what moves on it, or a name."""
    verb = trigger.head if trigger.dep_ in ("acomp", "oprd") else trigger
    if trigger.lemma_.lower() not in ("open", "reopen"):
        return True
    things = logical_objects(verb) or grammatical_subjects(verb)
    named = any(thing.pos_ != "NOUN" for thing in things)
    return not things or named or any(t.lemma_.lower() in words(name) for t in clause(verb) for name in _WAYS)


@functools.cache
def _arrivals() -> frozenset[str]:
    return words("arriving") | words("crossing_over") | words("going_on")


@functools.cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted(words("open_stems")))


def none(trigger: Token) -> bool:
    """Whether it is "no access", "no passage" that is told."""
    nouns = [trigger, *(c for c in trigger.children if c.dep_ in ("dobj", "attr"))]
    return any(n.lemma_.lower() in words("movements") and any(c.lower_ == "no" for c in n.lefts) for n in nouns)


def says_no_itself(trigger: Token) -> bool:
    """Whether a "no" beside a word is what tells the condition: "no bread has arrived", not "no lorry was refused"."""
    lemma = trigger.lemma_.lower()
    if trigger.pos_ == "NOUN":
        return lemma not in words("shortage_nouns") | words("closure_nouns") | words("casualty_nouns")
    if trigger.pos_ == "ADJ":
        return meanings("closed_words").get(trigger.lower_) != "blocked"
    return lemma not in words("hindering")
