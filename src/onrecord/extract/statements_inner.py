"""Statements inside statements, as the learned reader of cues finds them: "said he had his word that …".

The tagger knows one layer of statements, rules those inside them whose words they know. A further network
(`annotate.word_network`) tells of each word whether it reports, and where what it reports begins and ends; here it is
asked only within the words of another statement.
"""

from collections.abc import Iterator, Sequence
from typing import cast

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.layers import Layers
from onrecord.annotate.word_readings import WordReading
from onrecord.extract.pointing import Nouns
from onrecord.extract.statements_addressees import addressed, urged
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import ALIKE, Bounds, Found, Shelf, iou, shared
from onrecord.extract.statements_indirect import cue_span, negated, yet_to_be
from onrecord.extract.statements_sources import phrase
from onrecord.extract.statements_view import View
from onrecord.model.vocabulary import Act

BELIEVED, YET_TO_BE = 0.7, 0.85
"""The least share at which a word within a statement is taken to report another; of one that "would" or "may" do so."""


def inner(layers: Layers, seen: Sequence[View], known: Sequence[Found]) -> list[Found]:
    """The statements that `known` ones tell inside and that are not among them; none without the model."""
    if layers.cues is None:
        return []
    made: list[Found] = []
    shelf = Shelf[Found]()
    for one in known:
        shelf.add(one, *_words(one))
    for start, end in _stretches(known):
        for word in layers.cues.telling(start, end, BELIEVED):
            found = _statement(layers, seen, word, (start, end))
            if found is not None and not any(_is_same(found, other) for other in shelf.near(*_words(found))):
                made.append(found)
                shelf.add(found, *_words(found))
    return made


def _words(found: Found) -> tuple[Bounds, ...]:
    """The words of a statement by which another is told to be the same."""
    return found.content if found.cue is None else (*found.content, found.cue)


def _stretches(known: Sequence[Found]) -> Iterator[Bounds]:
    """The contents of the outermost statements, each once."""
    last = 0
    for start, end in sorted({part for found in known for part in found.content}):
        if end > last:
            yield max(start, last), end
            last = end


def _is_same(found: Found, other: Found) -> bool:
    if found.cue is None:
        return True
    if other.cue is not None and shared(found.cue, other.cue):
        return True
    around = any(start <= found.cue[0] and found.cue[1] <= end for start, end in other.content)
    return not around and iou(found.content, other.content) >= ALIKE


def _statement(layers: Layers, seen: Sequence[View], word: WordReading, holder: Bounds) -> Found | None:
    paragraph = layers.paragraph_at(word.start)
    trigger = None if paragraph is None else paragraph.token_at(word.start)
    if paragraph is None or trigger is None or trigger.is_punct or trigger.is_space:
        return None
    if layers.text[holder[0] : word.start].split() in ([], ["as"]):
        return None  # "quoted her as saying that": one statement
    modal = any(aux.tag_ == "MD" for aux in syntax.auxiliaries(trigger))
    if word.told < YET_TO_BE and (modal or yet_to_be(trigger)):
        return None
    view = seen[paragraph.index]
    run = _run(view, word, trigger, holder)
    if run is None:
        return None
    cue = lexicon().verb(trigger)
    return Found(
        content=((view.start(run[0]), view.end(run[1] - 1)),),
        source=_source(view, word, trigger),
        cue=cue_span(view, trigger, run),
        verb=trigger.lemma_.lower() if cue is None else cue.lemma,
        reading="clause",
        zone=view.zones[trigger.i],
        act=cast(Act, word.best[0]),
        negated=negated(trigger),
        addressees=() if cue is None else urged(view, trigger, cue, run) or addressed(view, trigger, cue),
        found_by="model",
        score=round(word.told, 3),
    )


def _run(view: View, word: WordReading, trigger: Token, holder: Bounds) -> tuple[int, int] | None:
    """First token and one past the last of what a word reports, within the statement that holds it."""
    tokens = [t for t in view.tokens if holder[0] <= view.start(t.i) and view.end(t.i) <= holder[1]]
    if len(tokens) < 2:
        return None
    starts = [*(view.start(t.i) for t in tokens), holder[1] + 1]
    ends = []
    for side in ("first", "last"):
        masses, nothing = word.masses(side, starts)
        best = max(range(len(tokens)), key=masses.__getitem__)
        if masses[best] <= nothing:
            return None
        ends.append(tokens[best].i)
    first, last = ends[0], ends[1] + 1
    while last > first and view.tokens[last - 1].is_punct and not view.marks[last - 1]:
        last -= 1
    return (first, last) if first < last and not first <= trigger.i < last else None


def _source(view: View, word: WordReading, trigger: Token) -> Bounds | None:
    """The words for who speaks, in the reporting word's own sentence."""
    heads, _ = Nouns(trigger.sent, view.paragraph.start).pointed(word, "source")
    if not heads:
        return None
    first, last = phrase(view, heads[0])
    return view.start(first), view.end(last - 1)
