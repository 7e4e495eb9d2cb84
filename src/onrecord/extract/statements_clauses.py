"""Where the words that a verb reports begin and end, read from the parse and mended by the surface.

Every function gives token numbers (first, one past the last) within the verb's own quotation. The parser often
hangs a reported clause in the wrong place, so its own edge is widened to the end of the sentence unless something
there shows that the reporter speaks again: a second verb of the same subject, a participle that reports, the
occasion ("in an interview").
"""

from spacy.tokens import Token

from onrecord.annotate.syntax import SUBJECTS, child
from onrecord.extract.statements_asides import aside_start
from onrecord.extract.statements_cues import Cue
from onrecord.extract.statements_ends import end_of, object_end, told_in
from onrecord.extract.statements_objects import Run, accused, figure, objects, prepositional, taken_as
from onrecord.extract.statements_view import View

_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
_TELLS = frozenset({"tell", "inform", "assure", "remind", "notify", "reassure"})
_MANNERS = frozenset({"words", "terms", "language", "confidence", "detail"})
_OBJECTS = frozenset({"them", "him", "us", "me"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def reported(view: View, verb: Token, cue: Cue) -> Run | None:
    """The words that `verb` reports; None where it reports none here."""
    if verb.lemma_ == "remind" and (run := _of_what(view, verb)) is not None:
        return _checked(view, run)
    for frame, reading in _READINGS:
        if frame in cue.frames and (run := reading(view, verb)) is not None:
            return _checked(view, run)
    if cue.prepositions and (run := prepositional(view, verb, cue)) is not None:
        return _checked(view, run)
    return None


def _of_what(view: View, verb: Token) -> Run | None:
    """ "reminded the premier of the accord under which …": what somebody is told of, to its end."""
    heard = child(verb, "dobj", "dative")
    if heard is None or heard.i < verb.i:
        return None
    ways = (t for holder in (verb, heard) for t in holder.rights if t.dep_ == "prep" and t.lower_ == "of")
    of = next((t for t in ways if t.i == heard.right_edge.i + 1 or t.i == heard.i + 1), None)
    noun = None if of is None else child(of, "pobj")
    if of is None or noun is None or not told_in(view, verb, noun):
        return None
    return of.i, object_end(view, verb, of.i, noun)


def _checked(view: View, run: Run) -> Run | None:
    """`run` without punctuation and occasion at its end; None where nothing is left."""
    first, last = run
    while first < last and view.tokens[first].text in (",", ":", "—", "–", "-"):
        first += 1
    while last > first and view.tokens[last - 1].is_punct and not view.marks[last - 1]:
        last -= 1
    return (first, last) if last > first else None


def _clause(view: View, verb: Token) -> Run | None:
    """ "said that …", "asked whether …": a finite clause with its opening word, to the right of the verb."""
    for token in verb.children:
        told = token.dep_ == "ccomp" and token.i > verb.i and told_in(view, verb, token)
        if told and aside_start(token) is None:
            first = _first_of(view, verb, token)
            if view.tokens[first].lower_ in _OPENERS or (first > verb.i and token.tag_ != "VBG"):
                return first, end_of(view, verb, first, token)
    that = opener(view, verb)
    return None if that is None else (that, end_of(view, verb, that, None))


def _first_of(view: View, verb: Token, clause: Token) -> int:
    """First token of a clause to the right of its verb, addressees and dates before "that" left out."""
    first = max(clause.left_edge.i, verb.i + 1)
    for index in range(first, min(clause.i, first + 12)):
        token = view.tokens[index]
        if token.lower_ == "that" and token.dep_ == "mark" and token.head == clause:
            return index
    return first


def opener(view: View, verb: Token) -> int | None:
    """The "that" or "whether" soon after a verb whose clause the parser hung elsewhere."""
    if _follows_what_it_reports(verb) or aside_start(verb) is not None:
        return None  # "X is ready, he said after a call that both sides described"
    _, end = view.sentence(verb.i)
    for index in range(verb.i + 1, min(end, verb.i + 16)):
        token = view.tokens[index]
        told = token.pos_ == "SCONJ" or view.tokens[index - 1].lower_ in _MANNERS  # "told her in plain words that"
        if token.lower_ in ("that", "whether") and told and view.zones[index] == view.zones[verb.i]:
            return index
        if token.tag_ in _FINITE or token.text in (";", ":") or view.marks[index]:
            return None
    return None


def _follows_what_it_reports(verb: Token) -> bool:
    """Whether a verb stands behind the clause that it reports: "X has left, she said"."""
    return any(t.dep_ == "ccomp" and t.i < verb.i and child(t, *SUBJECTS) is not None for t in verb.lefts)


def _zero(view: View, verb: Token) -> Run | None:
    """ "said it would …": a clause without an opening word, right after the verb or a date."""
    told = child(verb, "dobj", "dative") if verb.lemma_ in _TELLS else None
    first = verb.i + 1 if told is None else max(verb.i, told.right_edge.i) + 1
    _, end = view.sentence(verb.i)
    if first >= end or view.tokens[first].is_punct or (verb.tag_ == "VBN" and child(verb, "auxpass")):
        return None
    subject = view.tokens[first]
    if (
        subject.lower_ in _OBJECTS
        or subject.pos_ not in ("PRON", "DET", "PROPN", "NOUN", "NUM")
        or (told is None and child(verb, "dobj") is not None)
    ):
        return None
    for index in range(first, min(end, first + 12)):
        token = view.tokens[index]
        if token.text in (",", ":", ";"):
            return None
        if token.tag_ in _FINITE and token.dep_ not in ("relcl",) and index > first:
            return first, end_of(view, verb, first, None)
    return None


def _infinitive(view: View, verb: Token) -> Run | None:
    """ "vowed to …", and with an adverb or date between."""
    for token in verb.children:
        if token.dep_ in ("xcomp", "ccomp") and token.i > verb.i and token.tag_ == "VB" and told_in(view, verb, token):
            to = child(token, "aux")
            if to is not None and to.lower_ == "to" and to.i > verb.i and child(token, "nsubj") is None:
                first = to.i - 1 if view.tokens[to.i - 1].dep_ == "neg" and to.i - 1 > verb.i else to.i
                return first, end_of(view, verb, first, token)
    return _later_infinitive(view, verb)


def _later_infinitive(view: View, verb: Token) -> Run | None:
    """ "promised Sunday at a rally to …": an infinitive that the parser hung on what stands between."""
    _, end = view.sentence(verb.i)
    for index in range(verb.i + 1, min(end, verb.i + 10)):
        token = view.tokens[index]
        if (
            token.tag_ == "TO"
            and index + 1 < end
            and view.tokens[index + 1].tag_ == "VB"
            and view.zones[index] == view.zones[verb.i]
        ):
            return index, end_of(view, verb, index, None)
        if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") or token.dep_ == "dobj":
            return None
    return None


def _urge(view: View, verb: Token) -> Run | None:
    """ "urged X to …", "called on X to …": from the object or its preposition on."""
    first = _urged(view, verb)
    if first is None:
        return None
    _, end = view.sentence(verb.i)
    for index in range(first, min(end, first + 25)):
        token = view.tokens[index]
        if token.lower_ in ("to", "not") and token.tag_ in ("TO", "RB") and _before_base_verb(view, index):
            return first, end_of(view, verb, first, None)
        if token.tag_ in _FINITE or token.text == ";":
            return None
    return None


def _urged(view: View, verb: Token) -> int | None:
    """First token of whom "urged" or "called on" is about."""
    nxt = verb.i + 1
    if nxt >= len(view.tokens) or view.zones[nxt] != view.zones[verb.i]:
        return None
    token = view.tokens[nxt]
    if verb.lemma_ in ("call", "appeal", "plead"):
        return nxt if token.lower_ in ("on", "upon", "to") else None
    return nxt if token.pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM") else None


def _before_base_verb(view: View, index: int) -> bool:
    return any(t.tag_ == "VB" for t in view.tokens[index + 1 : index + 4])


_READINGS = (
    ("clause", _clause),
    ("urge", _urge),
    ("infinitive", _infinitive),
    ("zero", _zero),
    ("accuse", accused),
    ("as", taken_as),
    ("figure", figure),
    ("object", objects),
)
