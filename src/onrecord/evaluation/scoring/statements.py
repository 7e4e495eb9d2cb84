"""Attributed statements: content spans and their speakers.

The pair exact/overlap follows the quotation extraction literature (Pareti 2015; PolNeAR, Newell et al. 2018).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.evaluation.scoring.common import (
    Bounds,
    Result,
    Row,
    Rows,
    align,
    bounds,
    overlap,
    pair,
    prf,
    ratio,
)

OPEN, CLOSE = '“„«"', '”»"'
TRIM = frozenset(" \t\r\n\u00a0“”„«»\"'‘’`.,;:!?-–—…")


def trim(text: str, start: int, end: int) -> Bounds:
    """The span without white space, quotation marks and . , ; : ! ? - at both ends."""
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end


def iou(a: Bounds, b: Bounds) -> float:
    """Intersection over union, in characters."""
    shared = overlap(a, b)
    return shared / ((a[1] - a[0]) + (b[1] - b[0]) - shared) if shared else 0.0


def quote_regions(text: str) -> list[Bounds]:
    """Regions between double quotation marks; one left open ends with its paragraph, as news style has it."""
    regions: list[Bounds] = []
    offset = 0
    for paragraph in re.split(r"(\n+)", text):
        start: int | None = None
        for index, character in enumerate(paragraph):
            if start is None and character in OPEN:
                start = index
            elif start is not None and character in CLOSE:
                regions.append((offset + start, offset + index + 1))
                start = None
        if start is not None and paragraph.strip():
            regions.append((offset + start, offset + len(paragraph.rstrip())))
        offset += len(paragraph)
    return regions


def quote_type(span: Bounds, regions: Sequence[Bounds]) -> str:
    """direct: at least 95 % of the characters inside quotation marks; mixed: over 2 %; else indirect."""
    share = sum(overlap(span, region) for region in regions) / (span[1] - span[0])
    if share >= 0.95:
        return "direct"
    return "mixed" if share > 0.02 else "indirect"


def words(text: str | None) -> list[str]:
    """Lower-case words without punctuation, articles and a possessive s."""
    bare = re.sub(r"[^\w\s]", " ", (text or "").lower())
    return re.sub(r"\b(the|a|an|s)\b", " ", bare).split()


def has_speaker(quote: Row) -> bool:
    """Whether the row names a speaker."""
    named = quote.get("speaker_text") or quote.get("speaker_spans")
    return quote.get("speaker_start") is not None or bool(named)


def speaker_ok(gold: Row, predicted: Row, *, exact: bool = False) -> bool:
    """Whether the predicted speaker span overlaps an acceptable gold one.

    Without predicted offsets: the same last word. `exact`: the same words. Gold without a speaker: the
    prediction must have none.
    """
    spans = gold.get("speaker_spans") or []
    if not spans and gold.get("speaker_start") is not None:
        spans = [[gold["speaker_start"], gold["speaker_end"]]]
    if not spans or not has_speaker(predicted):
        return not spans and not has_speaker(predicted)
    if exact:
        return words(predicted.get("speaker_text")) == words(gold.get("speaker_text"))
    if predicted.get("speaker_start") is not None:
        got = (predicted["speaker_start"], predicted["speaker_end"])
        return any(overlap((start, end), got) for start, end in spans)
    want, said = words(gold.get("speaker_text")), words(predicted["speaker_text"])
    return bool(want and said and want[-1] == said[-1])


def segments(document: Row, regions: Sequence[Bounds]) -> Row:
    """The document's quotes cut down to the quoted segments of at least 4 words that lie half inside them."""
    text = document["text"]
    found: dict[Bounds, Row] = {}
    for quote in document["quotes"]:
        for region in regions:
            start, end = trim(text, *region)
            long_enough = end > start and len(text[start:end].split()) >= 4
            if long_enough and overlap((start, end), bounds(quote)) >= 0.5 * (end - start):
                found.setdefault(region, {**quote, "start": region[0], "end": region[1]})
    return {**document, "quotes": list(found.values())}


@dataclass
class _Counts:
    """Running sums over documents."""

    total: Counter[str] = field(default_factory=Counter)
    by_type: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    errors: list[str] = field(default_factory=list)

    def add(self, gold: Row, predicted: Row) -> None:
        text = gold["text"]
        regions = quote_regions(text)
        trimmed = [(trim(text, *bounds(quote)), quote) for quote in gold["quotes"]]
        want = [(span, quote) for span, quote in trimmed if span[1] > span[0]]
        distinct: dict[Bounds, Row] = {}
        for quote in predicted["quotes"]:
            distinct.setdefault(trim(text, *bounds(quote)), quote)  # identical spans count once
        got = [(span, quote) for span, quote in distinct.items() if span[1] > span[0]]
        self._spans([span for span, _ in want], [span for span, _ in got], regions)
        matched = align([span for span, _ in want], [span for span, _ in got], iou, 0.5)
        for i, j in matched:
            self._match(gold, want[i], got[j], regions)
        missed = sorted(set(range(len(want))) - {i for i, _ in matched})
        self.errors += [f"{gold['doc_id']}: missed: {text[slice(*want[i][0])][:100]}" for i in missed]

    def _spans(self, want: list[Bounds], got: list[Bounds], regions: Sequence[Bounds]) -> None:
        want_characters = {i for span in want for i in range(*span)}
        got_characters = {i for span in got for i in range(*span)}
        self.total.update(
            gold=len(want),
            pred=len(got),
            gold_distinct=len(set(want)),
            exact=len(set(want) & set(got)),
            chars_gold=len(want_characters),
            chars_pred=len(got_characters),
            chars_both=len(want_characters & got_characters),
            pred_touching=sum(any(overlap(span, other) for other in want) for span in got),
        )
        for span in want:
            hit = any(overlap(span, other) for other in got)
            self.total["gold_touched"] += hit
            self.by_type[quote_type(span, regions)].update(n=1, overlap=hit)

    def _match(
        self, document: Row, want: tuple[Bounds, Row], got: tuple[Bounds, Row], regions: Sequence[Bounds]
    ) -> None:
        right = speaker_ok(want[1], got[1])
        self.total.update(iou50=1, e2e=right)
        self.by_type[quote_type(want[0], regions)]["iou50"] += 1
        if has_speaker(want[1]):
            self.total.update(
                speakers=1,
                speakers_right=right,
                speakers_exact=speaker_ok(want[1], got[1], exact=True),
                speakers_given=has_speaker(got[1]),
            )
        if not right:
            said = document["text"][slice(*want[0])][:80]
            names = f"{want[1].get('speaker_text')!r} predicted {got[1].get('speaker_text')!r}"
            self.errors.append(f"{document['doc_id']}: speaker {names}: {said}")

    def result(self) -> Result:
        total = self.total
        return {
            "exact": prf(total["exact"], total["pred"], total["gold_distinct"]),
            "iou50": prf(total["iou50"], total["pred"], total["gold"]),
            "overlap": prf(total["pred_touching"], total["pred"], total["gold"], total["gold_touched"]),
            "char": prf(total["chars_both"], total["chars_pred"], total["chars_gold"]),
            "e2e": prf(total["e2e"], total["pred"], total["gold"]),
            "speaker_acc": {
                "n": total["speakers"],
                "given": total["speakers_given"],
                "overlap": ratio(total["speakers_right"], total["speakers"]),
                "exact": ratio(total["speakers_exact"], total["speakers"]),
            },
            "recall_by_type": {
                kind: {"n": c["n"], "overlap": c["overlap"] / c["n"], "iou50": c["iou50"] / c["n"]}
                for kind, c in sorted(self.by_type.items())
            },
        }


def score_statements(gold: Rows, predicted: Rows, errors: list[str]) -> Result:
    """Scores of content fragments (`full`) and of the quoted segments in them (`segments`).

    exact: equal trimmed spans; iou50: one-to-one, character intersection over union ≥ 0.5; overlap: P =
    predictions touching gold, R = gold touched; char: over characters; e2e: an iou50 match with the right
    speaker; speaker_acc: over iou50 matches whose gold has a speaker. `segments`: the same after cutting both
    sides down to quotation-mark segments of at least 4 words (direct speech only).
    """
    full, cut = _Counts(errors=errors), _Counts()
    pairs = pair(gold, predicted, "quotes")
    for want, got in pairs:
        full.add(want, got)
        regions = quote_regions(want["text"])
        cut.add(segments(want, regions), segments(got, regions))
    return {"docs": len(pairs), "full": full.result(), "segments": cut.result()}
