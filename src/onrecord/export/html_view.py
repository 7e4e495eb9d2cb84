"""What the page asks for: the text in pieces, the dossier, and how to get from one to the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.export.paragraphs import Block, blocks
from onrecord.export.weave import BEHIND, Leaf, Piece, Touch, Wrap, weave
from onrecord.model import Report, Span
from onrecord.present.card import Card, cards
from onrecord.present.chain import Chains
from onrecord.present.dossier import Dossier, dossier
from onrecord.present.outline import Section, contents, headline, outline, provenance
from onrecord.present.phrases import count, who
from onrecord.present.speakers import DEEPEST
from onrecord.present.voice import Voice, voice

TONES = 8
"""Colours there are for speakers; from the ninth on they come again, told apart by their tags."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text in properly nested pieces."""

    pieces: tuple[Piece, ...]
    wrapped: bool


@dataclass(frozen=True, slots=True)
class Speaking:
    """One speaker in the legend: a number for its colour and a short tag that stands for it in the text."""

    number: int
    tag: str
    label: str
    statements: int

    @property
    def several(self) -> str:
        """How many statements, in words."""
        return count(self.statements, "statement")

    @property
    def tone(self) -> int:
        """Which of the colours."""
        return self.number % TONES


class ReportView:
    """One report on the page; `prefix` keeps its element ids apart from those of the other reports."""

    def __init__(self, report: Report, number: int) -> None:
        self.report = report
        self.prefix = f"r{number}"
        self.found: Dossier = dossier(report)
        self.title = headline(self.found)
        self.provenance = provenance(self.found)
        self.contents = contents(self.found)
        self.sections: tuple[Section, ...] = outline(self.found)
        self.cards: tuple[Card, ...] = cards(report)
        self.address = address(report.document.uri)
        self.speaking = legend(self.found, report)
        self._statements = {one.id: one for one in report.statements}
        self._numbers = {one.record: number for number, one in enumerate(self.cards)}

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text; none where the report came without it."""
        text = self.report.document.text or ""
        found = tuple(blocks(text))
        wraps, touches = by_block(found, wrappers(self.report)), by_block(found, marks(self.report, self.cards))
        return tuple(
            Paragraph(tuple(weave(text, one.start, one.end, wraps[n], touches[n])), one.wrapped)
            for n, one in enumerate(found)
        )

    @cached_property
    def _leaves(self) -> tuple[Leaf, ...]:
        pieces = (piece for paragraph in self.paragraphs for piece in paragraph.pieces)
        return tuple(piece for piece in pieces if isinstance(piece, Leaf) and piece.records)

    @cached_property
    def _starts(self) -> frozenset[int]:
        return frozenset(leaf.start for leaf in self._leaves)

    def href(self, spans: tuple[Span, ...]) -> str | None:
        """Link to the first words of the spans; null where the page does not show them."""
        return next((f"#{self.prefix}-p{span.start}" for span in spans if span.start in self._starts), None)

    def speaker(self, key: str) -> Speaking | None:
        """The legend's line for a voice; null for one that does not speak."""
        return self.speaking.get(key) if key else None

    def said_by(self, record: str) -> Speaking | None:
        """The legend's line for the speaker of a statement."""
        return self.speaking.get(voice(self._statements[record].speaker).key)

    def refs(self, records: tuple[str, ...]) -> str:
        """Element ids of the cards of records: numbers, because a record's id may come from a stranger's file."""
        return " ".join(f"{self.prefix}-c{self._numbers[one]}" for one in records if one in self._numbers)


def address(uri: str | None) -> str | None:
    """An address that a reader may follow: http and https only, because a link can also run a script."""
    return uri if uri is not None and uri.startswith(("https://", "http://")) else None


def offsets(spans: tuple[Span, ...]) -> str:
    """Spans for the page's script: "12-40 55-60"."""
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def legend(found: Dossier, report: Report) -> dict[str, Speaking]:
    """A line for every speaker, by the key of the voice, in the order of first appearance."""
    said: dict[str, int] = {}
    for statement in report.statements:
        key = voice(statement.speaker).key
        said[key] = said.get(key, 0) + 1
    lines: dict[str, Speaking] = {}
    tags: set[str] = set()
    for speaker in found.speakers:
        tag = unique(initials(speaker.voice), tags)
        tags.add(tag)
        key = speaker.voice.key
        lines[key] = Speaking(len(lines), tag, who((speaker.voice,)), said.get(key, 0))
    return lines


def initials(one: Voice) -> str:
    """Up to three letters for a voice; "?" for one that was not identified by name."""
    words = [word.strip("“”‘’\"'.,") for word in one.label.split()]
    letters = [word[0] for word in words if word and word[0].isupper()]
    return "".join(letters[:3]) if letters and one.identified else "?"


def unique(tag: str, taken: set[str]) -> str:
    """The tag, with a number where it is taken."""
    if tag not in taken:
        return tag
    return next(f"{tag}{number}" for number in range(2, len(taken) + 3) if f"{tag}{number}" not in taken)


def wrappers(report: Report) -> tuple[Wrap, ...]:
    """The contents of the statements, each inside those it stands in; beyond `DEEPEST` levels they are not coloured."""
    chains = Chains(report.statements)
    depths = {one.id: len(chains.statements(one.id)) for one in report.statements}
    return tuple(
        Wrap(span.start, span.end, one.id, depths[one.id])
        for one in report.statements
        for span in one.content
        if depths[one.id] <= DEEPEST
    )


def by_block[S: (Wrap, Touch)](found: tuple[Block, ...], spans: Iterable[S]) -> list[list[S]]:
    """For each block the spans that reach into it."""
    starts = [block.start for block in found]
    sorted_out: list[list[S]] = [[] for _ in found]
    for span in spans:
        for n in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
            sorted_out[n].append(span)
    return sorted_out


def marks(report: Report, described: tuple[Card, ...]) -> tuple[Touch, ...]:
    """What else is marked in the text: the words of acts, linked names, conditions, agreements and cues."""
    found: list[Touch] = []
    for event in report.events:
        found += [_touch(span, event.id, "act", 0) for span in (event.anchor, *event.mentions)]
    for mention in report.mentions:
        found.append(_touch(mention.span, mention.id, "name", 1))
    for agreement in report.agreements:
        found += [_touch(span, agreement.id, "pact", 2) for span in agreement.mentions]
    for statement in report.statements:
        if statement.cue is not None:
            found.append(_touch(statement.cue, statement.id, "cue", 3))
    for condition in report.conditions:
        found.append(_touch(condition.evidence, condition.id, "state", 4))
    found += [_touch(span, one.record, "", BEHIND) for one in described for span in one.spans]
    return tuple(found)


def _touch(span: Span, record: str, style: str, rank: int) -> Touch:
    return Touch(span.start, span.end, record, style, rank)
