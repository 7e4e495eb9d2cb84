"""From attributed quotations to statements: fragments put together, speakers carried over.

A quotation without words of its own around it goes on with the statement before it: with the quotation that it
continues, with the last of its paragraph, with the one its paragraph's next quotation belongs to, or with the last
of the paragraphs before. `carries` then says that the speaker was named there.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_addressees import addressed
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_direct import Quoted, last_cue, quoted
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_indirect import cue_span, negated
from onrecord.extract.statements_sources import phrase, source_of
from onrecord.extract.statements_view import REPORT, View

_LISTING = frozenset({"make", "raise", "list", "outline", "present", "set", "put", "lay", "table", "name", "give"})
"""What somebody does with points, demands or conditions that follow as a list."""

LEAST_WORDS = 3
"""Words that a quotation without attribution must have to be somebody's."""


@dataclass(slots=True)
class _Draft:
    found: Found
    paragraph: int


class Quotes:
    """Reads the quotations of a document paragraph by paragraph and keeps the statements they make."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []
        self._of_quotation: dict[int, int] = {}
        self._by_cue: dict[tuple[int, int], int] = {}
        self.woven: list[tuple[View, Quoted]] = []
        self._announced: Found | None = None

    def results(self) -> list[Found]:
        """The statements found so far, in order of their first quotation."""
        return [draft.found for draft in self._drafts]

    def read(self, view: View) -> dict[int, int]:
        """Take in a paragraph; its cue tokens, each with the first token of the words it reports."""
        taken: dict[int, int] = {}
        waiting: list[Quoted] = []
        for item in quoted(view):
            if item.attached and (item.cue is not None or item.source is not None):
                self._attributed(view, item, waiting)
                if item.cue is not None:
                    taken[item.cue] = min(taken.get(item.cue, item.first), item.first)
            elif item.attached:
                self._unattributed(view, item, waiting)
            else:
                self.woven.append((view, item))
                if item.aside and item.cue is not None:
                    taken[item.cue] = -1
        for item in waiting:
            self._carried(view, item)
        self._announced = announcement(view)
        return taken

    def _attributed(self, view: View, item: Quoted, waiting: list[Quoted]) -> None:
        key = (view.paragraph.index, item.cue if item.cue is not None else -1 - item.first)
        if key in self._by_cue:
            self._extend(self._by_cue[key], view, item)
            return
        self._by_cue[key] = self._add(_statement(view, item), view, item)
        if item.trailing:
            for earlier in waiting:
                if view.parent(earlier.index) == view.parent(item.index):
                    self._extend(self._by_cue[key], view, earlier)
            waiting.clear()

    def _unattributed(self, view: View, item: Quoted, waiting: list[Quoted]) -> None:
        continued = view.quotations[item.index].continues
        if continued is not None and continued in self._of_quotation:
            self._extend(self._of_quotation[continued], view, item)
        elif (last := self._last_here(view, item)) is not None:
            self._extend(last, view, item)
        else:
            waiting.append(item)

    def _last_here(self, view: View, item: Quoted) -> int | None:
        """The last statement of this paragraph and zone."""
        zone = view.parent(item.index)
        for number in range(len(self._drafts) - 1, -1, -1):
            draft = self._drafts[number]
            if draft.paragraph != view.paragraph.index:
                return None
            if draft.found.zone == zone:
                return number
        return None

    def _carried(self, view: View, item: Quoted) -> None:
        """A quotation that stands alone in its paragraph."""
        inside = view.quotations[item.index]
        words = view.paragraph.parse.text[
            inside.inner_start - view.paragraph.start : inside.inner_end - view.paragraph.start
        ]
        if view.parent(item.index) != REPORT or len(words.split()) < LEAST_WORDS:
            return
        if self._announced is not None:
            number = self._add(replace(self._announced, content=(_bounds(view, item),)), view, item)
            self._announced, self._drafts[number].paragraph = None, view.paragraph.index
            return
        source = _subject_before(view, item)
        found = Found(
            content=(_bounds(view, item),), source=source, reading="carried", zone=REPORT, carries=source is None
        )
        self._add(found, view, item)

    def _add(self, found: Found, view: View, item: Quoted) -> int:
        self._drafts.append(_Draft(found, view.paragraph.index))
        self._of_quotation[item.index] = len(self._drafts) - 1
        return len(self._drafts) - 1

    def _extend(self, number: int, view: View, item: Quoted) -> None:
        draft = self._drafts[number]
        content = tuple(sorted({*draft.found.content, _bounds(view, item)}))
        draft.found = replace(draft.found, content=content)
        draft.paragraph = view.paragraph.index
        self._of_quotation[item.index] = number


def _maker(noun: Token) -> Token | None:
    """Who "had made three points:", "raised the following demands:": the subject, where such a list is announced."""
    verb = noun.head
    if noun.dep_ != "dobj" or noun.tag_ != "NNS" or verb.lemma_ not in _LISTING:
        return None
    return child(verb, "nsubj")


def _last_named(view: View, run: tuple[int, int]) -> tuple[int, int]:
    """Of "During the meeting the Minister", read as one noun phrase, the words for who speaks: the last of it."""
    starts = [
        t.i + (t.text == ",") for t in view.tokens[slice(*run)] if (t.tag_ == "DT" or t.text == ",") and t.i > run[0]
    ]
    first = view.tokens[max(run[0] - 1, 0)]
    occasion = view.tokens[run[0]].pos_ == "ADP" or (first.pos_ == "ADP" and first.is_sent_start)
    return (starts[-1], run[1]) if starts and occasion else run


def announcement(view: View) -> Found | None:
    """Whose words a paragraph that ends in a colon announces ("She went on to say:"); None where it does not."""
    last = len(view.tokens) - 1
    while last >= 0 and view.tokens[last].is_space:
        last -= 1
    if last < 1 or view.tokens[last].text != ":" or view.zones[last] != REPORT:
        return None
    at = last_cue(view, last, REPORT, led=True)
    verb = view.tokens[at] if at is not None else view.paragraph.parse[last].sent.root
    named = at is None and view.tokens[last - 1].pos_ in ("PROPN", "NOUN", "PRON")  # "During the call, the minister:"
    maker = _maker(view.tokens[last - 1])
    if maker is not None:
        named, verb = True, maker
    else:
        verb = view.tokens[last - 1] if named else verb
    run = _last_named(view, phrase(view, verb)) if named else _source_run(view, verb.i)
    cue = lexicon().verb(verb)
    return Found(
        content=((0, 0),),
        source=None if run is None else (view.start(run[0]), view.end(run[1] - 1)),
        cue=None if at is None else cue_span(view, verb, None),
        verb=cue.lemma if cue else "",
        reading="quotation",
        carries=run is None,
        addressees=addressed(view, verb, cue) if cue else (),
    )


def _bounds(view: View, item: Quoted) -> Bounds:
    quotation = view.quotations[item.index]
    return quotation.start, quotation.end


def _statement(view: View, item: Quoted) -> Found:
    zone = view.parent(item.index)
    if item.cue is None:
        source = None if item.source is None else (view.start(item.source[0]), view.end(item.source[1] - 1))
        return Found(content=(_bounds(view, item),), source=source, reading="signature", zone=zone, sure=True)
    verb = view.tokens[item.cue]
    cue = lexicon().verb(verb)
    run = _source_run(view, item.cue)
    return Found(
        content=(_bounds(view, item),),
        source=None if run is None else (view.start(run[0]), view.end(run[1] - 1)),
        cue=cue_span(view, verb, None),
        verb=cue.lemma if cue else verb.lower_,
        reading="quotation",
        zone=zone,
        act=cue.act if cue else "speech",
        negated=cue is not None and negated(verb),
        carries=run is None,
        sure=run is not None and item.attached and item.last - item.first >= 6,
        addressees=addressed(view, verb, cue) if cue else (),
    )


def _source_run(view: View, cue: int) -> tuple[int, int] | None:
    verb = view.tokens[cue]
    if verb.lower_ != "according":
        return source_of(view, verb)
    noun = next((t for t in verb.subtree if t.dep_ == "pobj"), None)
    return None if noun is None else phrase(view, noun)


def _subject_before(view: View, item: Quoted) -> Bounds | None:
    """The person that the reporter's last sentence before a quotation is about ("Price was blunt. “…")."""
    for index in range(item.first - 1, max(item.first - 40, -1), -1):
        token = view.tokens[index]
        if view.zones[index] != REPORT:
            return None
        if token.dep_ == "nsubj" and (token.ent_type_ == "PERSON" or token.lower_ in ("he", "she", "they")):
            first, last = phrase(view, token)
            return view.start(first), view.end(last - 1)
    return None


def woven(items: Iterable[tuple[View, Quoted]], others: Iterable[Found]) -> list[Found]:
    """Statements of quotations woven into the reporter's sentences that no other statement holds.

    "The two also “exchanged ideas on …”": the report goes on quoting whom it quoted before. Titles and scare quotes
    are short, or name something; they are nobody's statement.
    """
    by_zone: dict[int, list[Bounds]] = {}
    for other in others:
        by_zone.setdefault(other.zone, []).extend(other.content)
    covers = {zone: _Cover(spans) for zone, spans in by_zone.items()}
    found = []
    for view, item in items:
        bounds = _bounds(view, item)
        cover = covers.get(view.parent(item.index))
        if cover is not None and cover(bounds) and not item.aside:
            continue
        if item.cue is not None:
            found.append(replace(_statement(view, item), whole=item.aside))
        elif view.parent(item.index) == REPORT and _tells(view, item):
            found.append(Found(content=(bounds,), reading="carried", whole=False, carries=True))
    return found


class _Cover:
    """Spans, to be asked whether one of them holds another span but for a mark and a full stop at its end."""

    def __init__(self, spans: Iterable[Bounds]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def __call__(self, bounds: Bounds) -> bool:
        place = bisect_right(self._starts, bounds[0])
        return place > 0 and self._ends[place - 1] + 2 >= bounds[1]


def _tells(view: View, item: Quoted) -> bool:
    """Whether the quoted words say something: five words or more with a verb, and no title in capitals."""
    inside = [t for t in view.tokens[item.first : item.last] if t.is_alpha]
    if len(inside) < 5 or not inside[0].is_lower:
        return False
    return any(t.pos_ == "VERB" for t in inside)
