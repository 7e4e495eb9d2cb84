"""Whether the name of a city acts or is acted upon as a party, or is only where something happens.

"Kabul condemned the raid" and "sanctions were imposed on Kabul" tell of those who govern there; "a bomb struck Kabul",
"rebels entered Kabul" and "Kabul was calm" tell of the town.
"""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.resources.metonymy import metonymy

_MODIFIERS = ("compound", "nmod", "poss", "amod")


def subject_is_place(head: Token) -> bool:
    """Whether the name of a city, subject of an active verb, stands for the place by what is said of it."""
    verb, lists = head.head, metonymy()
    if verb.lemma_ in lists.place_subjects or _comes_under_fire(verb):
        return True
    if verb.lemma_ not in ("be", "remain", "stay", "become", "look", "seem", "appear"):
        return False
    told = (c for c in verb.children if c.dep_ in ("acomp", "attr", "advmod", "npadvmod"))
    return any(c.lemma_.lower() in lists.place_states or c.lower_ in lists.place_states for c in told)


def _comes_under_fire(verb: Token) -> bool:
    """ "Came under attack", "has been under shelling": said of a place; words and measures come over a government."""
    under = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "under")
    return any(c.lemma_.lower() in metonymy().fire for preposition in under for c in preposition.children)


def object_is_place(head: Token) -> bool:
    """Whether the name of a city, object of a verb or subject of a passive one, stands for the place."""
    verb, lists = head.head, metonymy()
    if verb.lemma_ in lists.place_verbs:
        return not _in_words_only(verb)
    return verb.lemma_ not in lists.party_verbs


def _in_words_only(verb: Token) -> bool:
    """Whether an attack is one of words or measures: "attacked Moscow over its vote", "hit Moscow with sanctions"."""
    for preposition in (c for c in verb.children if c.dep_ == "prep"):
        if preposition.lower_ in ("over", "for") and not any(c.ent_type_ for c in preposition.children):
            return True
        if preposition.lower_ == "with" and any(c.lower_ in metonymy().measures for c in preposition.children):
            return True
    return False


def part_of_place(head: Token) -> bool:
    """Whether a city's name says whose street, mayor or airport something is: nothing of a government's."""
    return head.dep_ in _MODIFIERS and head.head.lower_ in metonymy().place_parts


def in_treaty(head: Token) -> bool:
    """Whether a city's name stands in that of an agreement ("the Vienna Convention", "the Minsk agreements")."""
    doc, treaties = head.doc, metonymy().treaties
    for at in range(head.i + 1, min(head.i + 5, len(doc))):
        word = doc[at].text
        if word in treaties or word.lower() in metonymy().treaty_nouns:
            return True
        if not word[:1].isupper():
            return False
    return False


def names_agreement(name: str) -> bool:
    """Whether a name is that of an agreement by its last word: "the Geneva Accords"."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last in metonymy().treaties
