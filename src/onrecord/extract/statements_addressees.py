"""To whom a verb speaks: "told X", "said to X", "called on X to", "demanded that X withdraw"."""

from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_audiences import audiences, is_somebody
from onrecord.extract.statements_clauses import opener
from onrecord.extract.statements_cues import Cue, lexicon
from onrecord.extract.statements_found import Bounds
from onrecord.extract.statements_sources import phrase
from onrecord.extract.statements_view import View, trimmed

_LISTENERS = frozenset({"reporters", "journalists", "lawmakers", "parliament", "me", "us", "him", "them"})
_ASKING = frozenset({"urge", "order", "advise", "encourage", "request", "command", "press", "invite", "demand"})
"""Verbs of which the object may be what is asked for: "urged caution"."""
_NAMED = ("PERSON", "ORG", "GPE", "NORP")
_COMMANDS = frozenset({"demand", "request", "insist", "ask", "urge", "order", "require", "recommend"})
_AFTER = frozenset({"of", "about", "against", "over", "on"})
"""What tells, after whom somebody warns, of what: "warned Tessova against it"."""


def addressed(view: View, verb: Token, cue: Cue) -> tuple[Bounds, ...]:
    """The words that name whom the source speaks to: "told X", "called on X", "said to X"."""
    found = []
    for token in (*verb.children, *_of_idiom(verb, cue)):
        if token.i < verb.i or view.zones[token.i] != view.zones[verb.i]:
            continue
        if token.dep_ in ("dobj", "dative") and token.pos_ in ("NOUN", "PROPN", "PRON"):
            found += [token] if "object" in cue.addresses or _is_listener(view, verb, token, cue) else []
        elif token.dep_ in ("prep", "dative") and token.lower_ in cue.addresses and token.i <= verb.i + 3:
            noun = child(token, "pobj")
            found += [noun] if noun is not None else []
    found = [noun for noun in found if _can_hear(verb, noun)]
    if not found:
        found = _commanded(view, verb, cue) or _right_after(view, verb, cue) or _handed(view, verb, cue)
        found = found or _questioned(verb, cue)
    return tuple((view.start(a), view.end(b - 1)) for a, b in (phrase(view, t) for t in found[:1]))


def _can_hear(verb: Token, noun: Token) -> bool:
    """Whether a noun may be somebody: no bare thing ("said to applause"), nor what is asked for ("requested talks")."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in _NAMED or is_somebody(noun):
        return True
    if noun.lower_ in lexicon().needs.get(verb.lemma_, ()):
        return False  # "gave assurances that"
    if not any(t.dep_ in ("det", "poss", "amod", "nummod", "compound") for t in noun.lefts) and noun.tag_ == "NN":
        return False
    asks = verb.lemma_ in _ASKING and noun.dep_ == "dobj" and noun.head == verb
    return not asks or any(t.dep_ in ("xcomp", "ccomp") or (t.dep_ == "prep" and t.i > noun.i) for t in verb.rights)


def _of_idiom(verb: Token, cue: Cue) -> list[Token]:
    """What hangs on the word that makes a verb report: "to X" of "made clear to X"."""
    needed = lexicon().needs.get(cue.lemma, frozenset())
    return [below for t in verb.rights if t.lower_ in needed for below in t.rights]


def _is_listener(view: View, verb: Token, noun: Token, cue: Cue) -> bool:
    """Whether an object is told what a clause or phrase after it says: "warned X that", "cautioned X against it"."""
    if "listener" not in cue.addresses:
        return False
    after = any(t.dep_ == "prep" and t.lower_ in _AFTER & cue.prepositions for t in (*verb.rights, *noun.rights))
    that = opener(view, verb)
    return after or (that is not None and that > noun.i)


def _commanded(view: View, verb: Token, cue: Cue) -> list[Token]:
    """ "were told by X that", and "demanded that X withdraw": the one told, the one who is to act."""
    if child(verb, "auxpass") is not None and cue.addresses & {"object", "listener"}:
        told = child(verb, "nsubjpass")
        return [] if told is None or not _is_told_on(view, verb, told) else [told]
    clause = child(verb, "ccomp")
    if (
        verb.lemma_ not in _COMMANDS
        or clause is None
        or clause.tag_ != "VB"
        or not view.within(clause.i, view.zones[verb.i])
    ):
        return []
    doer = child(clause, "nsubj")
    return [] if doer is None or child(clause, "aux") is not None else [doer]


def _is_told_on(view: View, verb: Token, told: Token) -> bool:
    """Whether it goes on with what somebody was told or asked to do, be it before: "X is near, she was told"."""
    if told.lower_ in ("it", "that", "this", "which") or view.zones[told.i] != view.zones[verb.i]:
        return False
    if opener(view, verb) is not None:
        return True
    return any(t.dep_ in ("ccomp", "xcomp") or (t.dep_ == "prep" and t.lower_ in _AFTER) for t in verb.children)


def _handed(view: View, verb: Token, cue: Cue) -> list[Token]:
    """ "expressed gratitude to X", "lodged a protest with X": to whom a courtesy or a grievance is brought."""
    brought = child(verb, "dobj")
    if brought is None or view.zones[brought.i] != view.zones[verb.i] or brought.i < verb.i:
        return []
    known = audiences()
    to = verb.lemma_ in known.brings and brought.lemma_.lower() in known.brought
    words = (cue.addresses & {"with"}) | ({"to"} if to else set())
    ways = (t for t in (*brought.children, *verb.children) if t.i > brought.i and t.dep_ in ("prep", "dative"))
    noun = next((child(t, "pobj") for t in ways if t.lower_ in words), None)
    return [] if noun is None else [noun]


def _questioned(verb: Token, cue: Cue) -> list[Token]:
    """ "Asked whether …, the minister said", "the minister, asked whether …, said": who was asked."""
    own = child(verb, "nsubj", "nsubjpass")
    if verb.tag_ not in ("VBN", "VBD") or "object" not in cue.addresses or own is not None:
        return []
    asked = {"advcl": child(verb.head, "nsubj", "nsubjpass"), "acl": verb.head}.get(verb.dep_)
    return [] if asked is None else [asked]


def _right_after(view: View, verb: Token, cue: Cue) -> list[Token]:
    """ "told reporters the road was shut": the listeners that the parser reads as the subject of what was said."""
    if "object" not in cue.addresses or verb.i + 1 >= len(view.tokens):
        return []
    following = view.tokens[verb.i + 1]
    return [following] if following.lower_ in _LISTENERS and view.zones[following.i] == view.zones[verb.i] else []


def urged(view: View, verb: Token, cue: Cue, run: tuple[int, int]) -> tuple[Bounds, ...]:
    """Whom "called on X to", "urged X to" speak to: what stands before "to", dashes and coordination included; each of
    "called on X to open it and on Y to wait"."""
    if "urge" not in cue.frames or view.tokens[run[0]].lower_ in ("that", "whether", "if"):
        return ()
    first = run[0] + (view.tokens[run[0]].lower_ in cue.addresses | {"to", "upon"})
    one = _before_to(view, verb, first, run[1])
    if one is None:
        return ()
    ways = cue.addresses & {"on", "with"} | ({"upon", "to"} if cue.prepositions else set())
    others = (_before_to(view, verb, at + 2, run[1]) for at in range(first, run[1] - 2) if _goes_on(view, at, ways))
    return (one, *(other for other in others if other is not None))


def _goes_on(view: View, at: int, ways: set[str] | frozenset[str]) -> bool:
    """Whether "and on" stands here, before a further one who is urged."""
    following = view.tokens[at + 1 : at + 3]
    named = following[1].pos_ in ("PROPN", "DET", "NOUN", "PRON", "ADJ") and following[1].lower_ != "no"
    return view.tokens[at].lower_ in ("and", "but") and following[0].lower_ in ways and named


def _before_to(view: View, verb: Token, first: int, end: int) -> Bounds | None:
    """What stands from `first` up to the infinitive by which somebody is urged."""
    for last in range(first + 1, min(end, first + 16)):
        token = view.tokens[last]
        dated = token.dep_ == "prep" and token.head == verb  # "urged the rebels on Monday to …"
        negated = token.lower_ == "not" and any(t.tag_ == "TO" for t in view.tokens[last + 1 : last + 2])
        if dated or token.tag_ == "TO" or negated:
            named = trimmed(view, first, last, least=1)
            return (view.start(named[0]), view.end(named[1] - 1)) if named else None
    return None
