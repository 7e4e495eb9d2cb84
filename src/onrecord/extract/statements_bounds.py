"""Where the words of a statement begin and end by the grammar of its cue, where the tagger cut them otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_asides import aside_start
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import Found
from onrecord.extract.statements_parted import around_aside, before_report, marked, reporting_verb
from onrecord.resources.lexicon import content

FILLED = 200
"""Code points before the words of a statement within which it may have begun."""
_BINDS = frozenset({"commit", "oblige", "bind", "require", "undertake", "promise", "pledge", "provide", "guarantee"})
"""What an agreement does to its parties, and they in it."""
_MANNER = re.compile(
    r"(in )?(?:the |no )?(?:\w+ ){1,2}(?:terms|words|language),? (?=(?:the|an?|any|all|this|these|that)\b)"
)
_RELATIVES = frozenset({"which", "who", "whom", "that", "whose"})


def bounded(layers: Layers, found: Found) -> Found:
    """A statement of the tagger's with the bounds that its cue tells."""
    if len(found.content) > 1 and layers.text[slice(*found.content[-1])].lower() in _RELATIVES:
        found = replace(found, content=found.content[:-1])  # "of breaking the accord, which commits …"
    found = _without_aside(layers, _of_its_sentence(layers, _with_gerund(layers, before_report(layers, found))))
    found = _past_manner(layers, found)
    whole = _whole_clause(layers, _filled(layers, _before_it(layers, found)))
    return _bare(layers, around_aside(layers, _with_clause(layers, _after_listener(layers, whole))))


def _bare(layers: Layers, found: Found) -> Found:
    """Without commas and blanks at the edges of what was said."""
    parts = []
    for start, end in found.content:
        words = layers.text[start:end]
        parts.append((start + len(words) - len(words.lstrip(" ,;")), end - len(words) + len(words.rstrip(" ,;"))))
    kept = tuple(part for part in parts if part[0] < part[1])
    return replace(found, content=kept) if kept and kept != found.content else found


def _past_manner(layers: Layers, found: Found) -> Found:
    """Without the manner that stands between the cue and its object: "condemned in the strongest terms (the raid)"."""
    start, end = found.content[0]
    manner = None if found.cue is None or start < found.cue[1] else _MANNER.match(layers.text, start, end)
    if manner is None or not (manner[1] or layers.text[start - 4 : start] == " in "):
        return found
    return replace(found, content=((manner.end(), end), *found.content[1:]))


def _of_its_sentence(layers: Layers, found: Found) -> Found:
    """Of two sentences before ", she said" the one that the words stand in, where no marks bind them together."""
    if found.cue is None or len(found.content) != 1 or found.content[0][1] > found.cue[0]:
        return found
    start, end = found.content[0]
    last, cue = layers.sentence_at(end - 1), layers.sentence_at(found.cue[0])
    if last is None or last != cue or start >= last.start or marked(layers, start, end):
        return found
    return replace(found, content=((last.start, end),))


def _with_gerund(layers: Layers, found: Found) -> Found:
    """Of "denies imposing any limits" what is denied, from "imposing" on, where the tagger took it into the cue."""
    if found.cue is None or len(found.content) != 1:
        return found
    paragraph = layers.paragraph_at(found.cue[0])
    tokens = None if paragraph is None else paragraph.tokens(layers.span(*found.cue))
    if paragraph is None or tokens is None or len(tokens) < 2:
        return found
    last = tokens[-1]
    start, end = paragraph.start + last.idx, paragraph.start + last.idx + len(last)
    gerund = last.tag_ == "VBG" and last.dep_ in ("xcomp", "ccomp") and lexicon().verb(last.head) is not None
    if not gerund or last.head not in tokens or not end < found.content[0][0] <= end + 1:
        return found
    cue = (found.cue[0], paragraph.start + last.head.idx + len(last.head))
    return replace(found, content=((start, found.content[0][1]),), cue=cue)


def _without_aside(layers: Layers, found: Found) -> Found:
    """Without what the reporter adds to it: ", a matter that the other side's summary left out".

    A noun for a part of what was said, set behind a comma, of which its clause says that others do not tell it, or
    deny it.
    """
    if len(found.content) != 1 or found.cue is None or found.content[0][0] < found.cue[1]:
        return found
    start, end = found.content[0]
    sentence = layers.sentence_at(end - 1)
    aside = None if sentence is None else _asides().search(layers.text, max(start, sentence.start), sentence.end)
    if aside is None or aside.start() <= start or marked(layers, aside.start(), aside.end()):
        return found
    return replace(found, content=((start, min(end, aside.start())),))


@cache
def _asides() -> re.Pattern[str]:
    """What a reporter's aside begins with, from its comma to the word that tells that it is one."""
    words = content("statements/asides.yaml")
    nouns, silent = ("|".join(words[name]) for name in ("matters", "left_out"))
    few = r"(?:an? |the |two |three |four |both |all )?(?:\w+ )?"
    return re.compile(rf"(?:,| [—–-]+) {few}(?:{nouns})\b[^,;.“”\"]{{0,80}}?\b(?:{silent})\b")


def _whole_clause(layers: Layers, found: Found) -> Found:
    """Of "said that the minister told his guest that …" the whole clause, where a part was taken for what was said.

    The part is its subject, or what the minister told: his telling is a statement of its own.
    """
    known = reporting_verb(layers, found)
    if known is None or found.cue is None or len(found.content) != 1:
        return found
    if found.source is not None and found.source[0] > found.cue[1]:
        return found  # the source is that of the inner one: both are taken apart together
    paragraph, verb = known
    clause = next((t for t in verb.rights if t.dep_ == "ccomp" and syntax.child(t, *syntax.SUBJECTS) is not None), None)
    start, end = found.content[0]
    if clause is None or not verb.i < clause.i or lexicon().verb(clause) is None:
        return found
    first, own = paragraph.start + clause.left_edge.idx, paragraph.start + clause.idx
    within = syntax.child(clause, "ccomp")
    subject = start == first and end <= own
    told = within is not None and within.i > clause.i and start == paragraph.start + within.left_edge.idx
    if not (subject or told):
        return found
    return replace(found, content=((first, max(end, _end(paragraph, clause))),), addressees=())


def _end(paragraph: Paragraph, clause: Token) -> int:
    return paragraph.start + clause.right_edge.idx + len(clause.right_edge)


def _after_listener(layers: Layers, found: Found) -> Found:
    """Of "warning the council that flour was short" what it was told, from "that" on, and the council as told."""
    known = reporting_verb(layers, found)
    cue = None if known is None else lexicon().verb(known[1])
    if known is None or cue is None or len(found.content) > 2:
        return found
    paragraph, verb = known
    heard, that = _listener(verb, cue.addresses), _that(verb)
    if heard is None or that is None or not verb.i < heard.i < that.i:
        return found
    listener = paragraph.span(heard.doc[heard.left_edge.i : that.i])
    (start, _), end = found.content[0], found.content[-1][1]
    begins = paragraph.start + that.idx
    apart = len(found.content) == 1 or found.content[1][0] == begins
    if not start <= listener.start < begins < end or not apart or "of" in {t.lower_ for t in verb.children}:
        return found
    told = (listener.start, listener.start + len(listener.text.rstrip(" ,")))
    return replace(found, content=((begins, end),), addressees=(told,))


def _listener(verb: Token, addresses: frozenset[str]) -> Token | None:
    """Whom the object of a verb names, or "to" after one that takes it: "made clear to X that"."""
    heard = syntax.child(verb, "dobj", "dative") if addresses & {"object", "listener"} else None
    if heard is not None and heard.pos_ in ("NOUN", "PROPN", "PRON"):
        return heard
    ways = (t for holder in (verb, *verb.rights) for t in holder.rights if t.dep_ in ("prep", "dative"))
    to = next((t for t in ways if t.lower_ == "to" and "to" in addresses and t.i <= verb.i + 3), None)
    return None if to is None else syntax.child(to, "pobj")


def _that(verb: Token) -> Token | None:
    """The "that" of what a verb reports: of its clause, or soon after it where the parser hung the clause elsewhere."""
    clause = syntax.child(verb, "ccomp")
    mark = None if clause is None else syntax.child(clause, "mark")
    if mark is not None and mark.lower_ == "that":
        return mark
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 16)]:
        if token.lower_ == "that" and token.tag_ == "IN":
            return token
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.text in ";:":
            return None
    return None


def _with_clause(layers: Layers, found: Found) -> Found:
    """With what the agreement that it ends in obliges to ("of breaking the 2009 accord, which binds both to …")."""
    known = reporting_verb(layers, found)
    if known is None or found.content[-1][0] < (found.cue or (0, 0))[1]:
        return found
    paragraph, _ = known
    start, end = found.content[-1]
    last = paragraph.token_at(end - 1)
    if last is None or layers.text[end : end + 2] != ", ":
        return found
    for noun in (last, *last.ancestors):
        if paragraph.start + noun.idx < start:
            return found
        clause = next((t for t in noun.rights if t.dep_ == "relcl" and t.left_edge.i in (last.i + 1, last.i + 2)), None)
        if clause is not None:
            opener = clause.doc[clause.left_edge.i : clause.left_edge.i + 2]
            if clause.lemma_ not in _BINDS:
                return found
            if any(t.lower_ in _RELATIVES for t in opener) and clause.right_edge.i + 2 >= clause.sent.end:
                return replace(found, content=(*found.content[:-1], (start, _end(paragraph, clause))))
            return found
    return found


def _filled(layers: Layers, found: Found) -> Found:
    """Of "Odri stressed that the stoppage …, the ministry said" all that the ministry said, from "Odri stressed" on."""
    if found.cue is None or found.source is None:
        return found
    told = [part for part in found.content if part[1] <= min(found.cue[0], found.source[0])]
    paragraph = layers.paragraph_at(told[-1][0]) if told else None
    tokens = None if paragraph is None else paragraph.tokens(layers.span(*told[-1]))
    if paragraph is None or tokens is None:
        return found
    verb = _reporting(tokens)
    if verb is None or not syntax.grammatical_subjects(verb):
        return found
    first = max(verb.left_edge.i, verb.sent.start)
    start = min(paragraph.start + verb.doc[first].idx, told[0][0])
    if start < told[0][0] - FILLED or marked(layers, start, told[-1][0]):
        return found
    return replace(found, content=((start, told[-1][1]), *(part for part in found.content if part not in told)))


def _before_it(layers: Layers, found: Found) -> Found:
    """Of "X has left, the office said after talks that both described" what was said, not what the talks were."""
    if found.cue is None or len(found.content) != 1 or found.content[0][0] < found.cue[1]:
        return found
    paragraph = layers.paragraph_at(found.cue[0])
    cue = None if paragraph is None else paragraph.tokens(layers.span(*found.cue))
    told = None if paragraph is None else paragraph.tokens(layers.span(*found.content[0]))
    if paragraph is None or cue is None or told is None or told.root.dep_ not in ("acl", "relcl"):
        return found
    verb = next((t for t in (*cue, *cue.root.ancestors) if lexicon().verb(t) is not None), cue.root)
    clause = next((t for t in verb.lefts if t.dep_ == "ccomp" and syntax.child(t, *syntax.SUBJECTS) is not None), None)
    if clause is None or told.root.head == verb:
        return found
    said = paragraph.span(clause.doc[clause.left_edge.i : clause.right_edge.i + 1])
    word = paragraph.span(verb.doc[verb.i : verb.i + 1])
    return replace(found, content=((said.start, said.end),), cue=(word.start, word.end))


def _reporting(told: Tokens) -> Token | None:
    """The verb whose complement words told before their cue are: "stressed (that …)", "urged (X to …)", "rejected (the
    plan), they said"."""
    first = told[0]
    if first.lower_ == "that" and first.dep_ == "mark":
        verb = first.head.head
    else:
        verb = told.root if told.root.dep_ not in ("dobj", "dative", "prep", "xcomp", "pobj") else told.root.head
        verb = verb.head if verb.dep_ == "prep" else verb  # "called on X to"
        cue = lexicon().verb(verb)
        told_by = any(t.dep_ == "parataxis" and aside_start(t) is not None for t in verb.rights)
        fronted = verb.dep_ == "ccomp" and verb.i < verb.head.i and lexicon().verb(verb.head) is not None
        if cue is None or not (told_by or fronted):
            return None
    return verb if verb.i < first.i and lexicon().verb(verb) is not None else None
