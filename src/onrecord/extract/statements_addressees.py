"""To whom a verb speaks: "told X", "said to X", "called on X to", "demanded that X withdraw"."""

from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_audiences import audiences
from onrecord.extract.statements_cues import Cue
from onrecord.extract.statements_found import Bounds
from onrecord.extract.statements_sources import phrase
from onrecord.extract.statements_view import View, trimmed

_LISTENERS = frozenset({"reporters", "journalists", "lawmakers", "parliament", "me", "us", "him", "them"})
_COMMANDS = frozenset({"demand", "request", "insist", "ask", "urge", "order", "require", "recommend"})


def addressed(view: View, verb: Token, cue: Cue) -> tuple[Bounds, ...]:
    """The words that name whom the source speaks to: "told X", "called on X", "said to X"."""
    found = []
    for token in verb.children:
        if token.i < verb.i or view.zones[token.i] != view.zones[verb.i]:
            continue
        if "object" in cue.addresses and token.dep_ in ("dobj", "dative") and token.pos_ in ("NOUN", "PROPN", "PRON"):
            found.append(token)
        elif token.dep_ in ("prep", "dative") and token.lower_ in cue.addresses and token.i <= verb.i + 3:
            noun = child(token, "pobj")
            found += [noun] if noun is not None else []
    found += [] if found else _commanded(view, verb) or _right_after(view, verb, cue) or _honoured(view, verb)
    return tuple((view.start(a), view.end(b - 1)) for a, b in (phrase(view, t) for t in found[:1]))


def _commanded(view: View, verb: Token) -> list[Token]:
    """ "were told by X that", and "demanded that X withdraw": the one told, the one who is to act."""
    if child(verb, "auxpass") is not None and verb.lemma_ in (
        "tell",
        "ask",
        "inform",
        "assure",
        "remind",
        "urge",
        "order",
    ):
        told = child(verb, "nsubjpass")
        return [] if told is None else [told]
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


def _honoured(view: View, verb: Token) -> list[Token]:
    """ "expressed gratitude to X", "extended his condolences to X": to whom a courtesy is paid."""
    paid = child(verb, "dobj")
    if paid is None or paid.lemma_.lower() not in audiences().courtesies or view.zones[paid.i] != view.zones[verb.i]:
        return []
    ways = [t for t in (*paid.children, *verb.children) if t.i > paid.i and t.dep_ in ("prep", "dative")]
    to = next((t for t in ways if t.lower_ == "to"), None)
    noun = None if to is None else child(to, "pobj")
    return [] if noun is None else [noun]


def _right_after(view: View, verb: Token, cue: Cue) -> list[Token]:
    """ "told reporters the road was shut": the listeners that the parser reads as the subject of what was said."""
    if "object" not in cue.addresses or verb.i + 1 >= len(view.tokens):
        return []
    following = view.tokens[verb.i + 1]
    return [following] if following.lower_ in _LISTENERS and view.zones[following.i] == view.zones[verb.i] else []


def urged(view: View, verb: Token, cue: Cue, run: tuple[int, int]) -> tuple[Bounds, ...]:
    """Whom "called on X to", "urged X to" speak to: what stands before "to", dashes and coordination included."""
    if "urge" not in cue.frames or view.tokens[run[0]].lower_ in ("that", "whether", "if"):
        return ()
    first = run[0] + (view.tokens[run[0]].lower_ in cue.addresses | {"to", "upon"})
    for last in range(first + 1, min(run[1], first + 16)):
        if view.tokens[last].dep_ == "prep" and view.tokens[last].head == verb:
            named = trimmed(view, first, last, least=1)  # "urged the rebels on Monday to …"
            return ((view.start(named[0]), view.end(named[1] - 1)),) if named else ()
        if view.tokens[last].tag_ == "TO" or (view.tokens[last].lower_ == "not" and view.tokens[last + 1].tag_ == "TO"):
            named = trimmed(view, first, last, least=1)
            return ((view.start(named[0]), view.end(named[1] - 1)),) if named else ()
    return ()
