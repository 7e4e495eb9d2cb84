"""Who was in contact: the heads of the noun phrases that name the parties of a call or meeting in its sentence."""

from spacy.tokens import Token

from onrecord.annotate.phrases import TITLES, clause_head, coordinated
from onrecord.annotate.syntax import child, grammatical_subjects

_OBJECTS = ("dobj", "oprd", "attr", "ccomp", "acomp")
"""With two of these, "called X" gives X a name and does not ring him ("called X a liar")."""
_APPEALS = frozenset(["call", "appeal", "request", "plea", "demand"])
_OFFICERS = TITLES | {"counterpart", "colleague", "opposite"}
"""Nouns for those who are in contact: by their office, or as the other one's peers."""
EXCHANGING = frozenset({"exchange", "trade", "swap"})
"""Verbs of two who exchange letters."""
_PHONES = frozenset({"phone", "telephone", "hotline"})
_PHONE = frozenset(
    ["phone", "telephone", "call", "hotline", "line", "videolink", "video", "videoconference", "teleconference", "zoom"]
)
_ON_THE_LINE = frozenset({"by", "on", "over", "via", "through"})
_ABOUT = frozenset(["for", "about", "on", "to", "towards", "ahead"])
HOSTING = frozenset({"convene", "host", "gather", "assemble", "bring"})
"""Verbs by which a third one has two meet: "the envoy convened the presidents of X and Y"."""

_WANTING = frozenset({"propose", "offer", "suggest", "seek", "demand", "request", "want", "refuse", "reject", "cancel"})
"""What is done with a meeting that does not come about by it: "has proposed a meeting with X"."""


def rung(call: Token) -> Token | None:
    """Whom "called" rings: its only object, right after it; None of "called on X", "called X a liar"."""
    objects = [t for t in call.children if t.dep_ in _OBJECTS]
    return (
        objects[0]
        if len(objects) == 1 and objects[0].pos_ == "PROPN" and objects[0].left_edge.i == call.i + 1
        else None
    )


def parties_of(token: Token) -> list[Token]:
    """Heads of the noun phrases that name who was in contact."""
    between = governed(token, "between")
    if between is not None:
        return coordinated(between)
    if token.lemma_ in EXCHANGING and is_exchanged(token):
        by = child(token, "agent") or child(token, "prep")
        both = None if by is None or by.lower_ != "by" else child(by, "pobj")
        return [] if both is None else coordinated(both)
    verb = token if token.pos_ == "VERB" else verb_of(token)
    if verb.pos_ not in ("VERB", "AUX"):
        named = governed(token, "with")  # "During the call with X, the minister:"
        return [] if named is None or verb == token else [*coordinated(named), verb]
    others = governed(token, "with") or governed(verb, "with")
    if token.lemma_ == "write":
        others = governed(token, "to")
    if token.pos_ == "VERB" and token.lemma_ in HOSTING:
        return _guests(token)
    if others is None and token.pos_ == "VERB" and child(token, "dobj") is not None and token.lemma_ in EXCHANGING:
        return grammatical_subjects(verb)
    if others is None and token.pos_ == "VERB":
        others = rung(token) if token.lemma_ == "call" else child(token, "dobj") or _apart(token)
    first = _side(token) or grammatical_subjects(verb)
    if others is None and (host := _host(token)) is not None:
        return [*first, host]
    if others is None and (heard := told_there(token, verb)) is not None:
        return [*first, heard]
    if others is None:
        return _of_both(first) or [side for head in first for side in _represented(head)]
    return [*first, *coordinated(others)]


def is_exchanged(verb: Token) -> bool:
    """Whether a participle right after a noun tells that it went to and fro: "letters exchanged by their premiers"."""
    by = any(t.lower_ == "by" for t in verb.children)
    return (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and by)) and verb.i > 0 and verb.nbor(-1).pos_ == "NOUN"


def correspondents(letter: Token) -> list[Token]:
    """From whom and to whom a letter is: "a letter, dated 3 May, from Minister Rowe to her colleague"; else empty."""
    dated = [t for t in letter.doc[letter.i + 1 : letter.i + 3] if t.lemma_ in ("date", "send", "write")]
    holders = (letter, *letter.rights, *dated)
    ways = {p.lower_: p for holder in holders for p in holder.rights if p.dep_ in ("prep", "dative")}
    ends = [child(ways[name], "pobj") if name in ways else None for name in ("from", "to")]
    if ends[0] is not None and ends[1] is None:
        inner = next((p for p in ends[0].rights if p.dep_ == "prep" and p.lower_ == "to"), None)
        ends[1] = None if inner is None else child(inner, "pobj")
    return [end for end in ends if end is not None] if all(end is not None for end in ends) else []


def _of_both(heads: list[Token]) -> list[Token]:
    """The two states of "the ministers of X and Y", where the parser set Y beside the ministers."""
    if len(heads) != 2 or heads[0].tag_ not in ("NNS", "NNPS") or heads[1].pos_ != "PROPN":
        return []
    of = next((c for c in heads[0].children if c.dep_ == "prep" and c.lower_ == "of"), None)
    state = None if of is None else child(of, "pobj")
    return [state, heads[1]] if state is not None and state.pos_ == "PROPN" and state.i < heads[1].i else []


def _host(verb: Token) -> Token | None:
    """By whom a guest "was received"."""
    by = child(verb, "agent") if verb.pos_ == "VERB" else None
    return None if by is None else child(by, "pobj")


def told_there(token: Token, verb: Token) -> Token | None:
    """Whom the subject addresses in a call: "urged Premier X in a phone call to reopen the road"."""
    there = token.pos_ == "NOUN" and token.head.lower_ in ("in", "during", "over", "by", "via")
    heard = child(verb, "dobj", "dative") if there else None
    named = heard is not None and (heard.pos_ == "PROPN" or heard.lemma_.lower() in _OFFICERS)
    return heard if named else None


def verb_of(noun: Token) -> Token:
    """The verb of a contact; of "urged X to open the road in a call" the one that tells what was said there."""
    verb = clause_head(noun)
    asked = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp") and verb.head.tag_ in ("VBD", "VBN", "VBZ")
    return verb.head if asked and told_there(noun, verb.head) is not None else verb


def speaks_of_a_phone(text: str) -> bool:
    """Whether one of the words for a telephone stands in a text."""
    lower = text.lower()
    return any(word in lower for word in _PHONES)


def rings(verb: Token) -> bool:
    """Whether a verb tells what somebody says to another on the telephone: "pressed his counterpart by telephone"."""
    line = (child(way, "pobj") for way in verb.children if way.dep_ == "prep" and way.lower_ in ("by", "over", "on"))
    if not any(noun is not None and noun.lower_ in _PHONES for noun in line):
        return False
    heard = child(verb, "dobj", "dative")
    return heard is not None and (heard.pos_ == "PROPN" or heard.lemma_.lower() in _OFFICERS)


def _apart(verb: Token) -> Token | None:
    """The object that stands apart from its verb: "received today in Arden the Minister of Trade of Ostmar"."""
    if verb.lemma_ not in ("receive", "host", "meet"):
        return None
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.lemma_.lower() in _OFFICERS and token.dep_ not in ("compound", "nmod"):
            return token
    return None


def _guests(verb: Token) -> list[Token]:
    """Those whom a third one has meet; empty where the verb tells of one guest or of a thing."""
    guests = child(verb, "dobj")
    found = [] if guests is None else [one for head in coordinated(guests) for one in _represented(head)]
    return found if len(found) > 1 else []


def _represented(head: Token) -> list[Token]:
    """The two for whom those speak who speak together: "the commanders of India and Pakistan"; else they themselves."""
    for below in head.subtree:
        if below.dep_ == "pobj" and below.head.lower_ in ("of", "from"):
            again = (t for c in below.head.children if c.dep_ == "conj" and c.lower_ == below.head.lower_
                     for t in c.children if t.dep_ == "pobj")  # fmt: skip
            several = [*coordinated(below), *again]  # "of X and Y", "of X and of Y"
            if len(several) > 1:
                return several
    return [head]


def _side(noun: Token) -> list[Token]:
    """ "his call with …", "Blinken’s meeting with …": the owner of the contact."""
    owner = child(noun, "poss") if noun.pos_ == "NOUN" else None
    return [] if owner is None else [owner]


def governed(token: Token, preposition: str) -> Token | None:
    """The noun that `preposition` brings, on the token itself or one step below ("a call on Monday with X")."""
    for holder in (token, *(n for p in token.children if p.dep_ == "prep" for n in p.children)):
        for prep in holder.children:
            if prep.dep_ == "prep" and prep.lower_ == preposition:
                return child(prep, "pobj")
    return None


def is_appeal(noun: Token) -> bool:
    """Whether a call is one for something: "its call for talks"; not one "for an hour"."""
    wanted = (child(way, "pobj") for way in noun.children if way.lower_ == "for")
    return noun.lemma_.lower() == "call" and any(t is not None and t.ent_type_ != "TIME" for t in wanted)


def only_spoken_of(noun: Token) -> bool:
    """Whether a contact is but what something else is about or for: "preparations for a summit", "a call for talks"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in _APPEALS:
        return True
    about = noun.dep_ == "pobj" and noun.head.lower_ in _ABOUT and noun.head.head.pos_ in ("NOUN", "PROPN")
    return noun.dep_ == "compound" or (about and governed(noun, "between") is None and governed(noun, "with") is None)


def on_the_line(verb: Token) -> bool:
    """Whether a verb's phrase tells of a line: "by phone", "over their hotline", "by video link"."""
    ways = (t for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ in _ON_THE_LINE)
    return any(word.lower_ in _PHONE for way in ways for word in (way, *way.lefts))


def only_wanted(token: Token) -> bool:
    """Whether the contact is planned, wanted or possible: its verb is an infinitive or under a modal.

    What somebody "promised to do during a call" he promised in one that took place.
    """
    verb = token if token.pos_ == "VERB" else verb_of(token)
    there = token.pos_ == "NOUN" and token.head.lower_ == "during" and verb.dep_ == "xcomp"
    if there and verb.head.tag_ in ("VBD", "VBN"):
        return False
    if token.dep_ == "dobj" and token.head.lemma_ in _WANTING:
        return True
    return verb.pos_ in ("VERB", "AUX") and verb.tag_ == "VB"
