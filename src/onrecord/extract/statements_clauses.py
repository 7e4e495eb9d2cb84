"""Where the words that a verb reports begin and end, read from the parse and mended by the surface.

Every function gives token numbers (first, one past the last) within the verb's own quotation. The parser often
hangs a reported clause in the wrong place, so its own edge is widened to the end of the sentence unless something
there shows that the reporter speaks again: a second verb of the same subject, a participle that reports, the
occasion ("in an interview").
"""

from spacy.tokens import Token

from onrecord.annotate.syntax import SUBJECTS, child
from onrecord.extract.statements_cues import Cue, lexicon
from onrecord.extract.statements_occasions import occasion_starts
from onrecord.extract.statements_view import View

type Run = tuple[int, int]

_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
_TELLS = frozenset({"tell", "inform", "assure", "remind", "notify", "reassure"})
_MANNERS = frozenset({"words", "terms", "language", "confidence", "detail"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def reported(view: View, verb: Token, cue: Cue) -> Run | None:
    """The words that `verb` reports; None where it reports none here."""
    if verb.lemma_ == "remind" and (run := _of_what(view, verb)) is not None:
        return _checked(view, verb, run)
    for frame, reading in _READINGS:
        if frame in cue.frames and (run := reading(view, verb)) is not None:
            return _checked(view, verb, run)
    if cue.prepositions and (run := _prepositional(view, verb, cue)) is not None:
        return _checked(view, verb, run)
    return None


def _of_what(view: View, verb: Token) -> Run | None:
    """ "reminded the premier of the accord under which …": what somebody is told of, to its end."""
    heard = child(verb, "dobj", "dative")
    if heard is None or heard.i < verb.i:
        return None
    ways = (t for holder in (verb, heard) for t in holder.rights if t.dep_ == "prep" and t.lower_ == "of")
    of = next((t for t in ways if t.i == heard.right_edge.i + 1 or t.i == heard.i + 1), None)
    noun = None if of is None else child(of, "pobj")
    if of is None or noun is None or not _told_in(view, verb, noun):
        return None
    return of.i, _object_end(view, verb, of.i, noun)


def _checked(view: View, verb: Token, run: Run) -> Run | None:
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
        if token.dep_ == "ccomp" and token.i > verb.i and _told_in(view, verb, token):
            first = _first_of(view, verb, token)
            if view.tokens[first].lower_ in _OPENERS or (first > verb.i and token.tag_ != "VBG"):
                return first, _end(view, verb, first, token)
    opener = _opener(view, verb)
    return None if opener is None else (opener, _end(view, verb, opener, None))


def _first_of(view: View, verb: Token, clause: Token) -> int:
    """First token of a clause to the right of its verb, addressees and dates before "that" left out."""
    first = max(clause.left_edge.i, verb.i + 1)
    for index in range(first, min(clause.i, first + 12)):
        token = view.tokens[index]
        if token.lower_ == "that" and token.dep_ == "mark" and token.head == clause:
            return index
    return first


def _opener(view: View, verb: Token) -> int | None:
    """The "that" or "whether" soon after a verb whose clause the parser hung elsewhere."""
    if _follows_what_it_reports(verb):
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
    if subject.pos_ not in ("PRON", "DET", "PROPN", "NOUN", "NUM") or (
        told is None and child(verb, "dobj") is not None
    ):
        return None
    for index in range(first, min(end, first + 12)):
        token = view.tokens[index]
        if token.text in (",", ":", ";"):
            return None
        if token.tag_ in _FINITE and token.dep_ not in ("relcl",) and index > first:
            return first, _end(view, verb, first, None)
    return None


def _infinitive(view: View, verb: Token) -> Run | None:
    """ "vowed to …", and with an adverb or date between."""
    for token in verb.children:
        if token.dep_ in ("xcomp", "ccomp") and token.i > verb.i and token.tag_ == "VB" and _told_in(view, verb, token):
            to = child(token, "aux")
            if to is not None and to.lower_ == "to" and to.i > verb.i and child(token, "nsubj") is None:
                first = to.i - 1 if view.tokens[to.i - 1].dep_ == "neg" and to.i - 1 > verb.i else to.i
                return first, _end(view, verb, first, token)
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
            return index, _end(view, verb, index, None)
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
            return first, _end(view, verb, first, None)
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


def _object(view: View, verb: Token) -> Run | None:
    """ "welcomed the deal", "voiced concern about …": the object with all that hangs on it."""
    target = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
    if target is None or not _told_in(view, verb, target) or target.lower_ in ("which", "who"):
        return None
    first = max(target.left_edge.i, verb.i + 1)
    return first, _object_end(view, verb, first, target)


def _accuse(view: View, verb: Token) -> Run | None:
    """ "accused X of …", "blamed X for …"."""
    target = child(verb, "dobj")
    if target is None or target.i < verb.i or not _told_in(view, verb, target):
        return None
    _, end = view.sentence(verb.i)
    for index in range(target.i + 1, min(end, target.i + 15)):
        if view.tokens[index].lower_ in ("of", "for"):
            return max(target.left_edge.i, verb.i + 1), _end(view, verb, index, None)
    return None


def _as(view: View, verb: Token) -> Run | None:
    """ "called it a disgrace", "dismissed the plan as a stunt"."""
    target = child(verb, "dobj", "nsubj")
    if verb.lemma_ == "call":
        return _small_clause(view, verb)
    if target is None or target.i < verb.i or not _told_in(view, verb, target):
        return None
    _, end = view.sentence(verb.i)
    for index in range(target.i + 1, min(end, target.i + 15)):
        if view.tokens[index].lower_ == "as":
            return max(target.left_edge.i, verb.i + 1), _end(view, verb, index, None)
    return None


def _small_clause(view: View, verb: Token) -> Run | None:
    """ "called the vote a farce": two things in a row."""
    inner = child(verb, "oprd", "ccomp", "xcomp")
    if inner is None or inner.i < verb.i or not _told_in(view, verb, inner) or verb.i + 1 >= len(view.tokens):
        return None
    if view.tokens[verb.i + 1].lower_ in ("for", "on", "upon"):
        return None
    return verb.i + 1, _end(view, verb, verb.i + 1, inner)


def _prepositional(view: View, verb: Token, cue: Cue) -> Run | None:
    """ "called for talks", "warned of war", "impressed upon them the need": what the preposition brings."""
    needed = lexicon().needs.get(cue.lemma, ())
    told = next((t for t in verb.children if t.lower_ in needed), None)  # "drew his attention to the closure"
    last = (verb.i if told is None else told.i) + 3
    for token in (*verb.children, *(told.children if told is not None else ())):
        if token.dep_ not in ("prep", "dative") or token.lower_ not in cue.prepositions or not verb.i < token.i <= last:
            continue
        noun = child(token, "pobj", "pcomp")
        if noun is None or not _told_in(view, verb, noun) or (token.lower_ == "to" and noun.ent_type_ == "PERSON"):
            return None
        first = max(noun.left_edge.i, token.i + 1)
        return first, _object_end(view, verb, first, noun)
    return None


def _told_in(view: View, verb: Token, token: Token) -> bool:
    """Whether a token stands in the verb's quotation, or in one inside it."""
    return view.within(token.i, view.zones[verb.i])


def _object_end(view: View, verb: Token, first: int, noun: Token) -> int:
    """The object's own edge, with a participle that says more of it (", resulting from …"), without the occasion."""
    _, sentence_end = view.sentence(verb.i)
    end = min(noun.right_edge.i + 1, sentence_end)
    for token in verb.rights:
        if token.i <= end + 1 and token.left_edge.i >= end and token.dep_ in ("advcl", "acl", "prep"):
            reports = lexicon().verb(token) is not None or (token.dep_ == "advcl" and token.tag_ != "VBG")
            comma = view.tokens[token.left_edge.i - 1].text == ","
            if reports or (comma and token.dep_ == "prep"):
                break
            end = min(token.right_edge.i + 1, sentence_end)
    for token in verb.children:
        if first < token.i < end and token.dep_ == "conj" and _speaks_again(verb, token, None):
            end = min(end, _boundary(view, token, first))
    return _cut(view, verb, first, end)


def _end(view: View, verb: Token, first: int, clause: Token | None) -> int:
    """Where reported words that start at `first` end."""
    _, end = view.sentence(verb.i)
    inside = verb.dep_ in ("relcl", "acl", "advcl") or (verb.dep_ == "ccomp" and verb.head.i > verb.i)
    if inside and verb.right_edge.i < end - 1:
        inner = max(verb.right_edge.i + 1, first + 1 if clause is None else clause.right_edge.i + 1)
        if inner < end and view.tokens[inner].text in (",", "—", "–", ")"):
            end = inner
    for token in verb.children:
        if token.i > first and _speaks_again(verb, token, clause):
            end = min(end, _boundary(view, token, first))
    return _cut(view, verb, first, end)


def _speaks_again(verb: Token, token: Token, clause: Token | None) -> bool:
    """Whether `token` starts the reporter's next words: a further verb of the same source."""
    if clause is not None and token == clause:
        return False
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
        return child(token, "nsubj") is None or lexicon().verb(token) is not None
    return token.dep_ == "advcl" and token.tag_ == "VBG" and lexicon().verb(token) is not None


def _boundary(view: View, token: Token, first: int) -> int:
    """The comma or conjunction before `token`'s clause."""
    at = max(token.left_edge.i, first + 1)
    while at > first + 1 and (
        view.tokens[at - 1].is_punct or view.tokens[at - 1].lower_ in ("and", "but", "while", "or")
    ):
        if view.marks[at - 1]:
            break
        at -= 1
    return at


def _cut(view: View, verb: Token, first: int, end: int) -> int:
    """`end`, or before it where the occasion of the speech stands last ("… in an interview on Monday")."""
    for start in occasion_starts(view, first + 1, end):
        return start
    return end


_READINGS = (
    ("clause", _clause),
    ("urge", _urge),
    ("infinitive", _infinitive),
    ("zero", _zero),
    ("accuse", _accuse),
    ("as", _as),
    ("object", _object),
)
