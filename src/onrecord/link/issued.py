"""Documents that speak: what "It said" goes on with, whose "the Novalan readout" is, who issued "that version"."""

import re

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import Layers, Paragraph
from onrecord.link.linkers import Linkers
from onrecord.model import Actor, Span
from onrecord.resources.documents import documents

REACH = 1500
"""Code points before "the bulletin said" within which the bulletin was told of with its issuer."""
_BODIES = frozenset(["organization", "office", "government", "group", "state"])
_ISSUING = ("by", "from")
_WHOSE_BEFORE = re.compile(r"(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[\w ’'-]{2,40}['’]s) (?:[a-z][a-z-]+ ){1,3}")
"""What somebody is to another, before his name: "her colleague", "the skipper's wife"."""
_GIVING = frozenset(
    "give offer provide present have publish issue release paint tell send circulate post put distribute read".split()
)
"""What somebody does with an account who tells it."""


def issuing(layers: Layers, it: Span) -> Span | None:
    """The document that "it" stands for: the subject before it in its sentence, else that of the sentence before.

    "A statement from the office … It said", "The Novalan readout contradicts this: it states". The document's noun
    phrase names who issued it, so it is linked like any source that names a document. None where there is none.
    """
    own = layers.paragraph_at(it.start)
    tokens = None if own is None else own.tokens(it)
    if own is None or tokens is None:
        return None
    before = [t for t in tokens[0].sent if t.i < tokens[0].i and t.dep_ in ("nsubj", "nsubjpass")]
    if it.text != "It" and (found := _document(own, before[-1:])) is not None:
        return found
    last = layers.sentence_before(it.start)
    paragraph = None if last is None else layers.paragraphs[last.paragraph]
    words = None if paragraph is None or last is None else paragraph.tokens(layers.span(last.start, last.end))
    return None if paragraph is None or words is None else _document(paragraph, syntax.grammatical_subjects(words.root))


def of_state(linkers: Linkers, source: Span) -> Actor | None:
    """The state whose document speaks: "the Novalan readout", "Tarvia's account"; None of other sources."""
    paragraph = linkers.layers.paragraph_at(source.start)
    tokens = None if paragraph is None else paragraph.tokens(source)
    if paragraph is None or tokens is None or tokens.root.lemma_.lower() not in documents().nouns:
        return None
    return _state_in(linkers, source.start, paragraph.start + tokens.root.idx, source)


def _state_in(linkers: Linkers, start: int, end: int, source: Span) -> Actor | None:
    """The first state that words name, by its name, its people or its capital, as the speaker in `source`."""
    stage = linkers.actors.stage
    for entity in stage.names.entities.within(start, end):
        polity = stage.names.state(entity) if entity.label in ("NORP", "GPE") else None
        if polity is not None:
            return stage.known.state(polity).actor(source, "demonym" if entity.label == "NORP" else "name")
    return None


def issuer(linkers: Linkers, source: Span) -> Actor | None:
    """Who issued the document that speaks: "a Foreign Ministry bulletin", "its note", "that version".

    A document told of again belongs to whom its last mention with an issuer names. None of other sources, and where
    the text names nobody.
    """
    paragraph = linkers.layers.paragraph_at(source.start)
    tokens = None if paragraph is None else paragraph.tokens(source)
    if paragraph is None or tokens is None or tokens.root.lemma_.lower() not in documents().nouns:
        return None
    own = _owner(linkers, paragraph, tokens.root)
    if own is None and source.text.lower().startswith(("the ", "that ", "this ")):
        own = _told_before(linkers, paragraph, tokens.root)
    return None if own is None else replace(own, mention=source)


def _owner(linkers: Linkers, paragraph: Paragraph, noun: Token) -> Actor | None:
    """Who issued a document by its own words: a possessor, a body's name before it, or whom it comes from."""
    owner = syntax.child(noun, "poss")
    if owner is not None:
        return _possessor(linkers, paragraph, owner)
    before = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod")]
    while before and before[0].pos_ not in ("PROPN", "NOUN") and not before[0].text[0].isupper():
        before.pop(0)  # "an overnight Foreign Ministry bulletin"
    if before:
        words = paragraph.span(noun.doc[before[0].left_edge.i : noun.i])
        named = linkers.actors.actor(words)
        if named.kind in _BODIES - {"state"} and named.name is not None and not _is_place(linkers, words):
            return named
    for prep in (c for c in noun.rights if c.dep_ in ("prep", "agent") and c.lower_ in _ISSUING):
        if (giver := syntax.child(prep, "pobj")) is not None:
            words = paragraph.span(phrases.noun_phrase(giver))
            found = linkers.actors.actor(words)
            return found if _is_known(found) else _state_in(linkers, words.start, words.end, words)
    return _of_site(linkers, paragraph, noun)


def _of_site(linkers: Linkers, paragraph: Paragraph, noun: Token) -> Actor | None:
    """Whose site a document stands on: "an account on the website of the Tajik president" is his office's."""
    for prep in (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("on", "in", "at")):
        site = syntax.child(prep, "pobj")
        if site is None or site.lemma_.lower() not in documents().sites:
            continue
        of = next((c for c in site.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        owner = syntax.child(site, "poss") or (None if of is None else syntax.child(of, "pobj"))
        found = None if owner is None else linkers.actors.actor(paragraph.span(phrases.noun_phrase(owner)))
        if found is not None and _is_known(found):
            return _office(linkers, found)
    return None


def _office(linkers: Linkers, actor: Actor) -> Actor:
    """The office of a person who holds one; any other actor himself."""
    stage = linkers.actors.stage
    person = next((p for p in stage.cast.persons if actor.kind == "person" and p.name == actor.name), None)
    if person is None or actor.mention is None:
        return actor
    return stage.bodies.office_of(person, actor.mention.text).actor(actor.mention, "office")


def _possessor(linkers: Linkers, paragraph: Paragraph, owner: Token) -> Actor | None:
    """Whose a document is: "its" and "their" are of the body that is the subject before, in the same sentence."""
    named = linkers.actors.actor(paragraph.span(phrases.noun_phrase(owner)))
    if _is_known(named):
        return named
    if owner.lower_ not in ("its", "their"):
        return None
    for subject in reversed([t for t in owner.sent if t.i < owner.i and t.dep_ in ("nsubj", "nsubjpass")]):
        body = linkers.actors.actor(paragraph.span(phrases.noun_phrase(subject)))
        if _is_known(body) and body.kind in _BODIES:
            return body
    return None


def _told_before(linkers: Linkers, paragraph: Paragraph, noun: Token) -> Actor | None:
    """Who issued the last document before with an issuer that the noun can stand for."""
    lemma, at = noun.lemma_.lower(), paragraph.start + noun.idx
    fits = documents().nouns if lemma in documents().generic else frozenset({lemma})
    for earlier in reversed(linkers.layers.paragraphs[: paragraph.index + 1]):
        if at - earlier.end > REACH:
            return None
        nouns = (t for pos in ("NOUN", "PROPN") for t in earlier.by_pos.get(pos, ()) if t.lemma_.lower() in fits)
        for token in sorted(nouns, key=lambda t: -t.i):
            if earlier.start + token.idx < at and (found := _owner(linkers, earlier, token)) is not None:
                return replace(found, resolved_by="coreference")
    return None


def _is_known(actor: Actor) -> bool:
    return actor.resolved_by != "unresolved" and actor.name is not None


def _is_place(linkers: Linkers, words: Span) -> bool:
    """Whether words are a place's name: "the Geneva statement" is not Geneva's."""
    entities = linkers.actors.stage.names.entities.within(words.start, words.end)
    return any(entity.label in ("GPE", "LOC") and entity.end == words.end for entity in entities)


def set_beside(linkers: Linkers, source: Span) -> Actor | None:
    """The person named last in words for a speaker: "the U.S. chargé to the organization, Ada Lind".

    He stands after a comma, or behind what he is to somebody: "our nurse Ada Lind", with or without "who …".
    """
    named = linkers.actors.stage.names.entities.within(source.start, source.end)
    last = max(named, key=lambda e: e.end, default=None)
    if last is None or last.label != "PERSON":
        return None
    before = linkers.layers.text[source.start : last.start]
    if not (last.end == source.end and before.endswith(", ")):
        after = linkers.layers.text[last.end : source.end]
        if _WHOSE_BEFORE.fullmatch(before) is None or not (not after or after.startswith((", who", ", whose"))):
            return None
    return linkers.actors.actor(linkers.layers.span(last.start, last.end))


def _gives_account(verb: Token) -> bool:
    """Whether a verb tells that its subject tells of something its own way: "the agency gave a different version"."""
    told = syntax.child(verb, "dobj")
    return verb.lemma_ in _GIVING and told is not None and told.lemma_.lower() in documents().tellings


def _document(paragraph: Paragraph, subjects: list[Token]) -> Span | None:
    for subject in subjects:
        if subject.lemma_.lower() in documents().nouns or _gives_account(subject.head):
            whole = phrases.trimmed(subject.doc, subject.left_edge.i, subject.right_edge.i + 1)
            return paragraph.span(whole)
    return None
