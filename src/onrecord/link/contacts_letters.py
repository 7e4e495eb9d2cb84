"""Who writes to whom: the heads of the noun phrases that name both ends of a letter, and accounts of contacts."""

from spacy.tokens import Token

from onrecord.annotate.phrases import coordinated
from onrecord.annotate.syntax import child, grammatical_subjects
from onrecord.link.contacts_parties import correspondents, told_there
from onrecord.resources.documents import documents

LETTERS = frozenset({"letter", "note", "message", "cable"})
"""What two who exchange them are in contact by."""
_ANSWERS = frozenset({"reply", "answer", "response"})
"""Letters only where they are handed on: "got an answer from", "sent a reply to"."""
WRITTEN = LETTERS | _ANSWERS
"""Lemmas of the nouns of which `writing` finds whose they are and to whom."""
_GETTING = frozenset({"receive", "get", "obtain"})
_SENDING = frozenset({"send", "hand", "deliver", "address", "dispatch", "forward", "transmit"})


def writing(noun: Token) -> list[Token]:
    """Who writes and who is written to; empty where a noun is no letter between two."""
    lemma = noun.lemma_.lower()
    if lemma in _ANSWERS:
        return _passed(noun)
    if lemma not in LETTERS:
        return []
    return correspondents(noun) or _passed(noun) or _told_in(noun)


def _passed(letter: Token) -> list[Token]:
    """ "X has received a letter from Y", "X sent a letter to Y", "X handed Y a note"."""
    verb = letter.head
    if letter.dep_ != "dobj" or verb.lemma_ not in _GETTING | _SENDING:
        return []
    name = "from" if verb.lemma_ in _GETTING else "to"
    ways = (p for holder in (letter, verb) for p in holder.rights if p.dep_ in ("prep", "dative") and p.lower_ == name)
    end = next((child(way, "pobj") for way in ways), None)
    if end is None and verb.lemma_ in _SENDING:
        end = child(verb, "dative")
    return [] if end is None or end.pos_ not in ("NOUN", "PROPN") else [*grammatical_subjects(verb), *coordinated(end)]


def _told_in(letter: Token) -> list[Token]:
    """ "In a letter, X urged his counterpart to reopen the line"."""
    verb = letter.head.head
    if verb.pos_ != "VERB" or (heard := told_there(letter, verb)) is None:
        return []
    return [*grammatical_subjects(verb), heard]


def is_accounted_for(contact: Token) -> bool:
    """Whether a contact that was not told of before is what an account is of: "the premier's account of a call"."""
    told = contact.head.head
    if contact.dep_ != "pobj" or contact.head.lower_ != "of" or told.lemma_.lower() not in documents().tellings:
        return False
    taken_up = any(t.lower_ in ("the", "this", "that", "one", "same") or t.dep_ == "poss" for t in contact.lefts)
    return contact.tag_ == "NNS" or not taken_up
