"""What reports quote of an agreement's articles, and who denies having broken it: by the words around its name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Agreement, Report, Span
from onrecord.present.basis import Basis
from onrecord.present.grounds import Ground, grounds
from onrecord.present.ledgers.both import states
from onrecord.present.phrases import flat
from onrecord.present.voice import PUBLISHER, Voice, publisher, voice
from onrecord.present.wording import denies
from onrecord.resources.cues import Cue

_ARTICLE = Cue(r"\b(?:Article|Section|Clause|Paragraph|Annex)s? \d+(?:\(\d+\))?")
_QUOTED = re.compile(r"[“\"]([^“”\"]{18,400})[”\"]")
_BINDS = Cue(
    r"\b(?:says?|said|states?|reads?|provides?|requires?|oblig\w+|stipulat\w+|guarantee\w*|commit\w*|bind\w*|under|"
    r"according to|shall|undert\w+|ban\w*|prohibit\w*|forbid\w*|allows?|promis\w+|envisag\w+|according)\b"
)
_BREAKS = Cue(
    r"\b(?:violat\w+|breach\w*|break\w*|broke|broken|tear\w* up|tore up|trampl\w+|flout\w*|disregard\w*|undermin\w+|"
    r"contraven\w+|infring\w+|in defiance of|contrary to|incompatible with|inconsistent with|at odds with|"
    r"failed to (?:honou?r|observe|implement|comply))\b"
)
_DENIES = Cue(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed)|no basis|baseless|"
    r"groundless|unfounded|untrue|not (?:been )?(?:broken|violated|breached)|fully compl\w+|in full compliance|"
    r"honou?rs? (?:all|its)|remains? committed|(?:has|have) (?:observed|honou?red|kept to|complied)|"
    r"never (?:broke|violated|breached)|strictly (?:observ\w+|compl\w+)|nonsense|a lie|lies|false|fabricat\w+)\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a report about an agreement: who says them (empty: the report), about whom, and where they stand."""

    by: tuple[Voice, ...]
    about: tuple[Voice, ...]
    words: str
    grounds: tuple[Ground, ...]


def quoted(report: Report, one: Agreement, made: Basis) -> Iterator[Said]:
    """Quoted words of the agreement: behind its name or the number of an article, in a sentence that binds."""
    for sentence in _sentences(report, one, made):
        if not _BINDS.search(sentence.text):
            continue
        named = [m.start() for m in _ARTICLE.finditer(sentence.text)]
        named += [m.start - sentence.start for m in one.mentions if m.start >= sentence.start and m.end <= sentence.end]
        for found in _QUOTED.finditer(sentence.text):
            inner = found[1]
            if any(at < found.start() for at in named) and not _ARTICLE.search(inner):
                start = sentence.start + found.start(1)
                span = Span(start, start + len(inner), inner)
                yield Said((), (), flat(inner), grounds(report, one.id, (span,)))


def broken(report: Report, one: Agreement, made: Basis) -> Iterator[Said]:
    """Sentences that say somebody broke the agreement, on whose word."""
    passages = made.passages(report)
    for sentence in _sentences(report, one, made):
        cue = _BREAKS.search(sentence.text)
        if cue is None or _DENIES.search(sentence.text[max(0, cue.start() - 60) : cue.end()]):
            continue
        span = Span(sentence.start + cue.start(), sentence.start + cue.end(), cue.group())
        said = passages.speaker(span) or _outer(report, sentence) or _own_voice(report, made)
        before = [a for a in passages.actors(sentence) if a.mention is not None and a.mention.end <= span.start]
        own = set(made.sides.all((said,))) if said is not None else set()
        own |= (
            {official}
            if said is not None and said.key.startswith(PUBLISHER) and (official := made.sides.publisher(report))
            else set()
        )
        accused = [voice(a) for a in before if not set(made.sides.all((a,))) & own and made.sides.all((a,))]
        if said is not None and not accused and said.key.startswith(PUBLISHER):
            others = [one for one in states(report, span.start, made) if one.label != made.sides.publisher(report)]
            accused = others if len(others) == 1 else []  # an office that speaks of a breach means the other state
        if said is not None and accused:
            yield Said((said,), (accused[-1],), flat(sentence.text), grounds(report, one.id, (sentence,)))


def denied(report: Report, made: Basis, accused: Sequence[str], one: Agreement) -> Iterator[Said]:
    """Sentences in which somebody of the accused sides denies, in a report that names the agreement or its breach."""
    passages = made.passages(report)
    near = {id(sentence) for sentence in _around(report, one, made)}
    for sentence in passages.sentences:
        if id(sentence) not in near:
            continue
        speakers = [
            voice(s.speaker)
            for s in report.statements
            if s.speaker is not None
            and any(c.overlap(sentence) for c in s.content)
            and (denies("" if s.cue is None else s.cue.text) or _DENIES.search(sentence.text))
        ]
        official = made.sides.publisher(report)
        if not speakers and official is not None and _DENIES.search(sentence.text):
            speakers = [publisher(report.document.publisher or official)]
        for who in speakers:
            side = official if who.key.startswith(PUBLISHER) else next(iter(made.sides.all((who,))), None)
            if side in accused:
                yield Said((who,), (), flat(sentence.text), grounds(report, one.id, (sentence,)))


def _own_voice(report: Report, made: Basis) -> Voice | None:
    """The office that publishes a report, in whose own voice nobody else speaks; null for news media."""
    official = made.sides.publisher(report)
    return None if official is None else publisher(report.document.publisher or official)


def _outer(report: Report, sentence: Span) -> Voice | None:
    found = next((s for s in report.statements if any(c.overlap(sentence) for c in s.content)), None)
    said = None if found is None else voice(found.speaker)
    return said if said is not None and said.key else None


def _sentences(report: Report, one: Agreement, made: Basis) -> list[Span]:
    """Sentences that name the agreement, or an article where the report names no other agreement."""
    only = len(report.agreements) == 1
    return [
        sentence
        for sentence in made.passages(report).sentences
        if any(m.start < sentence.end and sentence.start < m.end for m in one.mentions)
        or (only and _ARTICLE.search(sentence.text))
    ]


def _around(report: Report, one: Agreement, made: Basis) -> list[Span]:
    """Sentences that name the agreement, and the three after each."""
    sentences = made.passages(report).sentences
    named = {id(sentence) for sentence in _sentences(report, one, made)}
    at = [n for n, sentence in enumerate(sentences) if id(sentence) in named]
    return [sentence for n, sentence in enumerate(sentences) if any(0 <= n - m <= 3 for m in at)]
