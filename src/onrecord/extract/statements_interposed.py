"""Whose account it is, told between commas: "She proposed, the note says, that the gauges be read together".

The clause around such an aside tells of speech itself. Readers of one layer of statements take the inner words for what
the aside's subject said, or leave the aside out; what he tells is the whole sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.annotate.layers import Layers
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects
from onrecord.extract.statements_completed import by_paragraph, by_subject, tells_of_speech
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import ALIKE, Bounds, Found, iou, shared
from onrecord.extract.statements_view import REPORT, View

_OPENS = frozenset({",", "—", "–", "--"})
_CLOSES = _OPENS | {".", ";", ":"}
_MARKS = frozenset([*'“”"‘’«»„`', "''"])
_FINITE = ("VBD", "VBZ", "VBP")
_IN_A_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
DATELINE = 12
"""Tokens of a paragraph among which the dash behind a dateline stands."""
WHO, TAIL = 9, 8
"""Most tokens of the words for who tells it, and of what stands behind the verb ("on Tuesday", "journalists there")."""
_ELSEWHERE = frozenset(
    "as but while though although whereas yet after before when since because if until despite with without".split()
)
"""How what stands before or behind an aside begins where it may be the report's own words."""
_CLAUSES = ("that", "to", "whether", "why", "how", "what", "who", "when", "where")
"""How what somebody told begins: "He answered, the office said, that he would"."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Numbers of tokens: of the words for who tells it, of the cue, and of what it parts, either empty at times.

    `alone` tells that nothing but it says that something is told: "it goes on", not "according to".
    """

    who: range
    cue: range
    before: range
    after: range
    alone: bool


def interposed(layers: Layers, seen: Sequence[View], found: Sequence[Found]) -> list[Found]:
    """The statements, with all that a sentence tells on the word of an aside in it, where that is of speech."""
    result = list(found)
    numbers = by_paragraph(layers, found)
    for view in seen:
        for aside in _asides(view):
            _tell(layers, view, aside, result, numbers.setdefault(view.paragraph.index, []))
    return result


def _tell(layers: Layers, view: View, aside: Aside, result: list[Found], numbers: list[int]) -> None:
    """Put what an aside tells among the statements; `numbers` are those whose cues stand in its paragraph."""
    parts = tuple(_bounds(view, run) for run in (aside.before, aside.after) if run)
    cue, who = _bounds(view, aside.cue), _bounds(view, aside.who)
    own = next((n for n in numbers if shared(result[n].cue or (0, 0), cue)), None)
    others = [result[n] for n in numbers if n != own]
    if own is None and any(one.zone == REPORT and iou(one.content, parts) >= ALIKE for one in others):
        return
    if not (own is None and aside.alone) and not tells_of_speech(layers, parts, others):
        return
    for number in numbers:
        source = result[number].source
        if number != own and source is not None and shared(source, who):
            result[number] = by_subject(view.paragraph, result[number], parts)
    result += _replying(view, aside, others)
    if own is None:
        verb = view.tokens[aside.cue.start].lemma_.lower()
        result.append(Found(content=parts, source=who, cue=cue, verb=verb, reading="clause", sure=True))
    else:
        result += _answering(view, result[own], aside)
        source = result[own].source
        taken = source is None or any(shared(source, part) for part in parts)
        result[own] = replace(result[own], content=parts, source=who if taken else source)


def _replying(view: View, aside: Aside, known: Sequence[Found]) -> list[Found]:
    """What the one before an aside told behind it, if not known: "The Premier, according to an aide, replied that"."""
    words = view.paragraph.parse
    if len(aside.after) < 3 or words[aside.after.start].tag_ not in _FINITE or not _reports(words[aside.after.start]):
        return []
    told = next((i for i in aside.after[1:4] if words[i].lower_ in _CLAUSES), None)
    cue = _bounds(view, range(aside.after.start, aside.after.start + 1))
    if told is None or any(one.cue is not None and shared(one.cue, cue) for one in known):
        return []
    content = (_bounds(view, range(told, aside.after.stop)),)
    verb = words[aside.after.start].lemma_.lower()
    return [Found(content=content, source=_bounds(view, aside.before), cue=cue, verb=verb, reading="clause", sure=True)]


def _answering(view: View, own: Found, aside: Aside) -> list[Found]:
    """What somebody tells in the parts, where it was taken for the teller's own: "He answered, it said, that …"."""
    words = view.paragraph.parse
    verbs = (words[i] for i in aside.before if words[i].tag_ in (*_FINITE, "VBN"))
    verb = next((one for one in verbs if lexicon().verb(one)), None)
    if verb is None or not aside.after or words[aside.after.start].lower_ not in _CLAUSES:
        return []
    told = tuple(part for part in own.content if part[0] >= view.start(aside.after.start))
    subjects = grammatical_subjects(verb)
    if not told or not subjects or told != own.content:
        return []
    who, cue = view.paragraph.span(noun_phrase(subjects[0])), view.paragraph.span(verb)
    source, told_by = (who.start, who.end), (cue.start, cue.end)
    return [replace(own, source=source, cue=told_by, verb=verb.lemma_.lower(), reading="clause")]


def _bounds(view: View, run: range) -> Bounds:
    return view.start(run.start), view.end(run.stop - 1)


def _asides(view: View) -> Iterator[Aside]:
    """The asides of a paragraph in the report's own voice, in text order."""
    words = view.paragraph.parse
    for index, token in enumerate(view.tokens):
        if view.zones[index] != REPORT:
            continue
        if token.tag_ in _FINITE and _reports(token):
            aside = _aside(words, token)
        elif token.lower_ == "according" and index + 2 < len(words) and words[index + 1].lower_ == "to":
            aside = _according(words, token)
        else:
            continue
        if aside is not None and not any(view.marks[run.start] for run in (aside.before, aside.after) if run):
            yield aside


def _reports(verb: Token) -> bool:
    cue = lexicon().verb(verb)
    return _goes_on(verb) or (cue is not None and cue.act == "speech" and "clause" in cue.frames)


def _goes_on(verb: Token) -> bool:
    return verb.lemma_ == "go" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "on"


def _aside(words: Doc, verb: Token) -> Aside | None:
    sentence = verb.sent
    first = verb.i
    while first > sentence.start and verb.i - first < WHO and _is_of_a_name(words[first - 1]):
        first -= 1
    opens = first > sentence.start and words[first - 1].text in _OPENS
    if first == verb.i or not opens or words[verb.i - 1].pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if words[first].tag_ in ("WDT", "WP", "WP$", "WRB"):
        return None
    reported = lexicon().verb(verb)
    told = reported is not None and "object" in reported.addresses
    if not told and child(verb, "dobj", "xcomp", "acomp", "attr") is not None:
        return None  # "According to the envoy, the letter proposed joint patrols"
    cue = verb.i + 1 + _goes_on(verb)
    end = _end(words, cue, sentence.end)
    if end is None:
        return None
    before, after = _from_dateline(words, range(sentence.start, first - 1)), range(end + 1, sentence.end)
    while after and words[after.stop - 1].text in (".", ";", ","):
        after = after[:-1]
    if words[end].text not in _OPENS or _is_the_reports(words, after):
        after = after[:0]
    if not before or not _is_clause(words, before, after):
        return None
    return Aside(range(first, verb.i), range(verb.i, cue), before, after, alone=True)


def _according(words: Doc, token: Token) -> Aside | None:
    """ "According to it, the minister reminded …", "…, according to the text": the rest of the sentence."""
    sentence, first = token.sent, token.i + 2
    stop = next((i for i in range(first, min(first + WHO, sentence.end)) if words[i].text in _CLOSES), None)
    if stop is None or stop == first or words[first].tag_ in ("WDT", "WP") or words[first].lower_ == "which":
        return None
    before, after = range(sentence.start, token.i), range(stop + 1, sentence.end)
    while after and words[after.stop - 1].text in (".", ";", ","):
        after = after[:-1]
    while before and words[before.stop - 1].text in _OPENS:
        before = before[:-1]
    if words[stop].text not in _OPENS or (before and _is_the_reports(words, after)):
        after = after[:0]
    if not before and not after:
        return None
    return Aside(range(first, stop), range(token.i, first), before, after, alone=False)


def _is_the_reports(words: Doc, after: range) -> bool:
    """Whether the words behind an aside begin what its subject did, or what the report adds."""
    if not after:
        return True
    first = words[after.start]
    goes_on = first.lower_ in ("but", "yet") and len(after) > 1 and words[after.start + 1].tag_ in (*_FINITE, "VBN")
    return (first.lower_ in _ELSEWHERE and not goes_on) or first.tag_ == "VBG"


def _is_clause(words: Doc, before: range, after: range) -> bool:
    """Whether what an aside parts is a clause with its subject and verb, no phrase and what follows it."""
    opening = words[before.start]
    if opening.tag_ in ("VBN", "VBG", "TO") or opening.lower_ in _ELSEWHERE:
        return False
    if opening.tag_ == "IN":  # "In the call, it said, the minister pointed out that …"
        return bool(after) and any(words[i].tag_ in _FINITE for i in after)
    parted = bool(after) and words[after.start].tag_ in (*_FINITE, "MD")
    return parted or any(words[i].tag_ in (*_FINITE, "MD") for i in before)


def _from_dateline(words: Doc, run: range) -> range:
    """A run without the place and day from which a report is dated: up to a dash near the paragraph's start."""
    dash = next((i for i in range(run.start, min(DATELINE, run.stop)) if words[i].text in ("—", "–", "-", "--")), None)
    return run if dash is None else run[dash + 1 - run.start :]


def _is_of_a_name(token: Token) -> bool:
    return token.pos_ in _IN_A_NAME or token.lower_ in ("of", "for")


def _end(words: Doc, start: int, stop: int) -> int | None:
    """Number of the token that ends an aside; None where it takes up what is said, or goes on too long."""
    for index in range(start, min(start + TAIL, stop)):
        word = words[index]
        if word.text in _CLOSES:
            return index
        if word.tag_ in _FINITE or word.tag_ == "MD" or word.lower_ in ("that", "to") or word.text in _MARKS:
            return None
    return None
