"""Corrections: which report takes the place of which earlier one. Nothing is deleted, the earlier one is set aside."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from onrecord.model import Document
from onrecord.model.fingerprint import shared
from onrecord.present.identity.tellings import Kin, Sketch, ordinal
from onrecord.present.wording import telling, term, weight

_PROBES = 48
"""Hashes by which what a correction was told from is looked up."""
_DAYS = 60
"""A correction appears within so many days of what it corrects."""
_FROM_IT = 0.25
"""From this part of its words on, a correction is told from the report that it corrects."""
_ABOUT_IT = 0.4
"""From this part of its telling words on, a correction that shares no sentences is about a report."""
_CLEARLY = 0.05
"""By how much the likeness to the corrected report must surpass that to any other."""
_LIKELY = 0.5
"""Part of the hashes that the likeliest report shares with a correction from which on others are compared too."""
_NEVER = 10**7
"""The day of a report of unknown date: after all others."""
_HEADING = re.compile(
    r"^[\W_]*(?:UPDATE\s+\d+[\W_]+)?(?:CORRECT(?:ION|ED|S|ING)|CLARIFICATION|CLARIFIES|Correct(?:ion|ed|s|ing)"
    r"|Clarification|Clarifies)\b(?=\s*[:;,.()/–—-]|\s*$|\s+(?:to|of|paragraph|story|report|date|name|headline)\b)",
    re.MULTILINE,
)
_NOTE = re.compile(
    r"(?:\b[Tt]his (?:story|report|article|version|item) (?:corrects|has been corrected|was corrected)"
    r"|\b(?:[Aa]n earlier|[Tt]he earlier|[Aa] previous|[Tt]he previous) (?:version|report|story|article)\b[^.\n]{0,80}"
    r"\b(?:misstated|incorrectly|wrongly|mistakenly|in error|erroneously|said in error)"
    r"|\([Cc]orrects\b[^)\n]*\)|\([Cc]orrected\b[^)\n]*\))"
)
_OF_NOTICES = frozenset(
    """correction corrects corrected correcting clarification clarifies report reports story article version item
    earlier previous misstated misspelled wrong wrongly incorrectly mistakenly erroneously error gave given stated
    should read published paragraph headline january february march april may june july august september october
    november december""".split()
)
"""Words that tell of a correction and not of its matter."""
_HEAD = 400
"""Characters of a text in which a heading may stand; a note may also stand in as many at its end."""


@dataclass(frozen=True, slots=True)
class Correction:
    """`by` takes the place of a report: of the `whole` of it, or only of what it tells about the same (a notice)."""

    by: str
    whole: bool


_SIGNS = ("orrect", "ORRECT", "larif", "LARIF", "misstated", "wrongly", "mistakenly", "error", "erroneously")
"""One of these stands wherever a heading or a note of correction does: a quick look before the patterns."""


def announces(document: Document) -> bool:
    """Whether a report says of itself that it corrects an earlier one."""
    title, text = document.title or "", document.text or ""
    near = f"{title} {text if len(text) <= 2 * _HEAD else text[:_HEAD] + text[-_HEAD:]}"
    if not any(sign in near for sign in _SIGNS):
        return False
    if _HEADING.search(document.title or "") or _HEADING.search(text[:_HEAD].lstrip()[:120]):
        return True
    return any(_NOTE.search(part) for part in (document.title or "", text[:_HEAD], text[-_HEAD:]))


def superseded(sketches: Sequence[Sketch], kin: Mapping[str, Kin]) -> dict[str, Correction]:
    """For each report that is set aside, what takes its place (the last of several corrections).

    A report is set aside by a later version at the same address, and by one that announces a correction of it; with
    a corrected report go its copies, unless they stand nearer to the correction.
    """
    ordered = sorted(sketches, key=lambda sketch: sketch.place)
    found = _versions(ordered)
    correcting = [one for one in ordered if announces(one.head)]
    earlier = _Earlier(ordered if correcting else ())
    for one in correcting:
        target = earlier.target(one)
        if target is not None:
            told = max(shared(one.runs, target.runs)) >= _FROM_IT
            found[target.head.id] = Correction(one.head.id, whole=told)
    _with_copies(ordered, kin, found, {one.head.id for one in correcting})
    return {doc: Correction(_last(doc, found), one.whole) for doc, one in found.items()}


def _with_copies(
    ordered: Sequence[Sketch], kin: Mapping[str, Kin], found: dict[str, Correction], correcting: set[str]
) -> None:
    """Set aside the copies of what is set aside, unless they stand nearer to the correction."""
    known = {one.head.id: one for one in ordered}
    families: dict[str, list[str]] = {}
    for doc in known:
        families.setdefault(kin[doc].doc if doc in kin else doc, []).append(doc)
    for family in families.values():
        for original in [doc for doc in family if doc in found]:
            one = found[original]
            for copy in family:
                if copy in found or copy in correcting or copy == one.by or _credited(known[copy], known[original]):
                    continue
                to_new, to_old = (shared(known[copy].runs, known[doc].runs)[0] for doc in (one.by, original))
                if to_old >= to_new:
                    found[copy] = one


def _credited(one: Sketch, copy: Sketch) -> bool:
    """Whether a report is what another one names as its source: a client's correction does not reach the agency."""
    agency = one.head.publisher
    return bool(agency) and agency != copy.head.publisher and str(agency) in (copy.head.text or "")


def _versions(ordered: Sequence[Sketch]) -> dict[str, Correction]:
    latest: dict[str, Sketch] = {}
    found: dict[str, Correction] = {}
    for one in ordered:
        uri, day = one.head.uri, one.head.published
        if uri is None or day is None:
            continue
        old = latest.get(uri)
        if old is not None and (old.head.published or "") < day and _related(old, one):
            found[old.head.id] = Correction(one.head.id, whole=True)
        latest[uri] = one
    return found


def _related(old: Sketch, new: Sketch) -> bool:
    """Whether a later text at the same address is a version of the earlier one: a page of all news is not."""
    return max(shared(old.runs, new.runs)) >= _FROM_IT or announces(new.head)


class _Earlier:
    """Reports by publisher and day, to find what a correction was told from or is about."""

    def __init__(self, ordered: Sequence[Sketch]) -> None:
        self._by: dict[str | None, list[Sketch]] = {}
        for one in ordered:
            self._by.setdefault(one.head.publisher, []).append(one)
        self._days = {
            publisher: [ordinal(one.head.published) if one.head.published else _NEVER for one in known]
            for publisher, known in self._by.items()
        }
        self._terms: dict[str, frozenset[str]] = {}
        self._at = {one.head.id: at for known in self._by.values() for at, one in enumerate(known)}
        self._runs: dict[str | None, dict[int, list[int]]] = {}
        for publisher, known in self._by.items():
            runs = self._runs[publisher] = defaultdict(list)
            for at, one in enumerate(known):
                for run in one.runs[:_PROBES]:
                    runs[run].append(at)

    def target(self, one: Sketch) -> Sketch | None:
        """The report of the same publisher that a correction is told from, else the one it is clearly about.

        Reports of a publisher are known by their places in the order of publication.
        """
        known, here = self._by[one.head.publisher], self._at[one.head.id]
        first, last = self._in_time(one)
        runs = self._runs[one.head.publisher]
        places = [runs[run] for run in one.runs[:_PROBES] if run in runs]
        seen = Counter(chain.from_iterable(at[bisect_left(at, first) : bisect_left(at, last)] for at in places))
        del seen[here]
        least = max(seen.values(), default=0) * _LIKELY

        def before(at: int) -> bool:
            """Whether a report can be what this one corrects: not itself, nor a further correction."""
            return at < here or (at > here and not announces(known[at].head))

        near = [at for at, times in seen.items() if times >= least and before(at)]
        best = max(((max(shared(one.runs, known[at].runs)), at) for at in near), default=None)
        if best is not None and best[0] >= _FROM_IT:
            return known[best[1]]
        own = self._terms_of(one.head)
        within = [at for at in range(first, last) if at < here or before(at)]
        likely = sorted([(len(own & self._terms_of(known[at].head)), at) for at in within], reverse=True)[:2]
        told = [common / len(own) if own else 0.0 for common, _ in likely]
        if not told or told[0] < _ABOUT_IT or (len(told) > 1 and told[0] - told[1] < _CLEARLY):
            return None
        return known[likely[0][1]]

    def _terms_of(self, head: Document) -> frozenset[str]:
        if head.id not in self._terms:
            self._terms[head.id] = _terms(f"{head.title or ''} {head.text or ''}")
        return self._terms[head.id]

    def _in_time(self, one: Sketch) -> tuple[int, int]:
        """Bounds of the same publisher's reports from so many days before a correction to its own day."""
        days, day = self._days.get(one.head.publisher, []), one.head.published
        if day is None:
            return bisect_left(days, _NEVER), len(days)
        return bisect_left(days, ordinal(day) - _DAYS), bisect_right(days, ordinal(day))


def _terms(text: str) -> frozenset[str]:
    return frozenset(map(_of_a_matter, telling(text))) - _NOTHING


_NOTHING = frozenset({""})


@lru_cache(100_000)
def _of_a_matter(word: str) -> str:
    """What a word stands for; empty where it tells nothing, or only of a correction."""
    return term(word) if weight(word) == 1.0 and word.casefold() not in _OF_NOTICES else ""


def _last(doc: str, found: Mapping[str, Correction]) -> str:
    seen = {doc}
    while doc in found and found[doc].by not in seen:
        doc = found[doc].by
        seen.add(doc)
    return doc
