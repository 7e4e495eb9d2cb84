"""Through which channel a statement was made: of those that rules or the tagger name the likeliest, by boosted trees.

Rules tell the channel where the text has a word for it and carry it on; the tagger shares it out over all channels.
Each is right where the other errs, and how far depends on the channel, on what else the report tells and on what the
same speaker's other statements were. The trees see both (stacked generalization, Wolpert 1992); they learned from
labelled reports that the tagger had not seen (`train/statements/channels.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.annotate.speech_readings import SpeechReading
from onrecord.annotate.speech_signs import CHANNELS, KINDS
from onrecord.extract.statements_letters import is_private
from onrecord.link.linkers import identity
from onrecord.link.readouts import denies
from onrecord.link.sitting_passages import TURNS
from onrecord.model import Statement
from onrecord.model.vocabulary import TALKS, Channel
from onrecord.resources.cues import Cue
from onrecord.resources.trees import Columns, trees

FAINT = 0.02
"""The least share of a channel that no rule told at which it is looked at."""
FILLED, MARGIN = 0.3, 0.1
"""The least share of a channel that rules did not tell, and by how much it must be likelier than one that they told.
Higher bars cost channels on the reports that nothing was learned from (.808 to .746 with .4 and .7)."""
LEAST: Mapping[Channel, float] = {"phone call": 0.7, "readout": 0.7, "meeting": 0.5}
"""The same, where they told none, of what makes a statement part of a contact or its account: views compare these."""
SPEAKERS = ("person", "organization", "state", "government", "group", "people", "unknown")
NAMES = (
    *("told", "told_there", "share", "rank", "behind"),
    *(f"is_{name}" for name in CHANNELS),
    *(f"told_{name}" for name in CHANNELS),
    *(f"best_{name}" for name in CHANNELS),
    *("around_told", "around_share", "before_told", "before_share", "next_told", "next_share"),
    *("mean_share", "told_elsewhere"),
    *KINDS,
    *("speech", "thought", "cued", "nested", "heard", "had", "has", "present", "afterwards", "elsewhere"),
    *(f"by_{name}" for name in SPEAKERS),
    *("named", "to_nobody", "by_nobody", "position"),
    *("any_told", "any_told_there", "share_of_told", "best_share", "margin", "agreed", "untold"),
)
"""The columns of the trees."""
KEPT: tuple[tuple[Channel, Channel], ...] = (
    ("interview", "broadcast"), ("interview", "phone call"), ("speech", "unknown"), ("readout", "phone call"),
    ("readout", "meeting"), ("interview", "meeting"),
)  # fmt: skip
"""What rules told and stays: whom a reporter rang up, met or had on the air was interviewed; of sittings and of whose
account is given rules know more."""
_ONE_OF, _OF_KIND, _BY = Columns(CHANNELS), Columns(KINDS), Columns(SPEAKERS)
"""A channel, a kind of statement and of speaker as columns, one each."""
UNSEEN = -1.0
"""The share of a statement that there is none of."""
_AFTER = re.compile(r"^(?:After|Following) |\b(?:hours?|days?|weeks?|minutes|shortly|soon) after\b")
"""Words of a sentence that tells of something made after a call or meeting; `TURNS` begins one at another place."""
_AIR = Cue(
    r"(?:\b|_)(?:radio|television|televised|tv|broadcast(?:er|ing|s)?|channel|airwaves|podcast|on air|newscast|"
    r"programme|anchor|telly)\b|TV\b"
)
"""Words without which nothing in a text was broadcast."""


type Own = Mapping[str, Channel]
"""By id of a statement the channel that its own sentence tells."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement as rules told it, with the tagger's shares of its channels; None where it did not read it.

    `own` is the channel that rules told by the words of its own sentence, before any was carried there."""

    statement: Statement
    own: Channel
    shares: Mapping[Channel, float] | None

    def told(self, channel: Channel) -> float:
        """1 where rules told this channel."""
        return float(self.statement.channel == channel)

    def share(self, channel: Channel) -> float:
        """The tagger's share, or `UNSEEN`."""
        return UNSEEN if self.shares is None else self.shares[channel]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a statement: the one that it is made in, and its speaker's one before and next."""

    parent: Heard | None
    before: Heard | None
    behind: Heard | None

    def columns(self, channel: Channel) -> Iterator[float]:
        """Whether rules told each of them this channel, and its share."""
        for one in (self.parent, self.before, self.behind):
            yield one.told(channel) if one is not None else 0.0
            yield one.share(channel) if one is not None else UNSEEN


def channels(
    statements: Sequence[Statement], readings: Sequence[SpeechReading | None], own: Own, layers: Layers
) -> list[Channel]:
    """The likeliest channel of each statement; what rules told of one that the tagger did not read."""
    asked = list(candidates(statements, readings, own, layers))
    rows = [row for one in asked for _, row in one]
    if not rows:
        return [statement.channel for statement in statements]
    scores = iter(trees("statements/channels").score(np.array(rows, np.float64)).tolist())
    likely = [{channel: next(scores) for channel, _ in one} for one in asked]
    nowhere = set(_impossible(layers))
    return [_likeliest(s, shares, layers, nowhere) for s, shares in zip(statements, likely, strict=True)]


def _impossible(layers: Layers) -> Iterator[Channel]:
    """Channels that only rules may tell: a broadcast where the text tells of no air, interviews in mails, diaries."""
    if _AIR.search(layers.text) is None:
        yield "broadcast"
    if is_private(layers):
        yield "interview"


def _likeliest(statement: Statement, shares: Mapping[Channel, float], layers: Layers, nowhere: Set[Channel]) -> Channel:
    """The channel that rules told, or a likelier one of those that the report leaves possible."""
    told = statement.channel
    out = {*nowhere, *(other for kept, other in KEPT if kept == told)}
    out |= {"readout"} if denies(statement) else set()
    if told == "unknown" and shares:
        sentence = _sentence(statement, layers)
        out |= set(TALKS) if _is_after(sentence) else set()
        out |= {"speech"} if TURNS.match(sentence) else set()
    best = max((c for c in shares if c == told or c not in out), key=shares.__getitem__, default=told)
    least = LEAST.get(best, FILLED) if told == "unknown" else max(FILLED, shares.get(told, 0.0) + MARGIN)
    return best if shares.get(best, 0.0) >= least else told


def candidates(
    statements: Sequence[Statement], readings: Sequence[SpeechReading | None], own: Own, layers: Layers
) -> Iterator[list[tuple[Channel, list[float]]]]:
    """For each statement the channels that may be its own, with their columns (`NAMES`)."""
    heard = [
        Heard(s, own.get(s.id, s.channel), None if r is None else r.channels)
        for s, r in zip(statements, readings, strict=True)
    ]
    seen = [one.shares for one in heard if one.shares is not None]
    means = {channel: sum(shares[channel] for shares in seen) / max(len(seen), 1) for channel in CHANNELS}
    counts = Counter(s.channel for s in statements)
    around = _around(heard)
    order = sorted(range(len(heard)), key=lambda n: heard[n].statement.content[0].start)
    position = {n: at / max(len(heard) - 1, 1) for at, n in enumerate(order)}
    for n, (one, reading) in enumerate(zip(heard, readings, strict=True)):
        if one.shares is None or reading is None:
            yield []
            continue
        shared = [*_shared(one, reading, layers), position[n], *_standing(one, one.shares)]
        shared.append(counts["unknown"] / len(heard))
        ranked = sorted(CHANNELS, key=one.shares.__getitem__, reverse=True)
        asked = [c for c in ranked if one.shares[c] >= FAINT or one.told(c)]
        elsewhere = {c: (counts[c] - one.told(c)) / len(heard) for c in asked}
        yield [(c, [*_own(c, one, ranked), *around[n].columns(c), means[c], elsewhere[c], *shared]) for c in asked]


def _own(channel: Channel, one: Heard, ranked: Sequence[Channel]) -> list[float]:
    """What rules and the tagger (`ranked`: its channels, likeliest first) make of a channel for one statement."""
    share = one.share(channel)
    return [
        *(one.told(channel), float(one.own == channel), share),
        *(float(ranked.index(channel)), one.share(ranked[0]) - share),
        *_ONE_OF[channel],
        *_ONE_OF[one.statement.channel],
        *_ONE_OF[ranked[0]],
    ]


def _shared(one: Heard, reading: SpeechReading, layers: Layers) -> Iterator[float]:
    """What a statement is, whichever channel is asked after."""
    statement, speaker = one.statement, one.statement.speaker
    yield from _OF_KIND[statement.kind]
    yield from (float(statement.act == "speech"), float(statement.act == "thought"))
    yield from (
        float(statement.cue is not None),
        float(statement.parent is not None),
        float(bool(statement.addressees)),
    )
    verb = _verb(statement, layers)
    beside = {child.lower_ for child in verb.children if child.dep_ == "aux"} if verb is not None else set()
    yield from (float("had" in beside), float(bool(beside & {"has", "have"})))
    yield float(verb is not None and verb.tag_ in ("VBZ", "VBP"))
    sentence = _sentence(statement, layers)
    yield from (float(_is_after(sentence)), float(TURNS.match(sentence) is not None))
    yield from _BY["" if speaker is None else speaker.kind]
    yield float(speaker is not None and speaker.name is not None)
    yield from (reading.nobody("addressee"), reading.nobody("speaker"))


def _standing(one: Heard, shares: Mapping[Channel, float]) -> Iterator[float]:
    """How sure rules and the tagger are, and how far they go together."""
    best, second = sorted(shares.values(), reverse=True)[:2]
    told = one.statement.channel
    yield from (float(told != "unknown"), float(one.own != "unknown"))
    yield from (shares[told], best, best - second, float(shares[told] == best))


def _is_after(sentence: str) -> bool:
    """Whether a sentence tells of something made after a call or meeting."""
    near = "fter" in sentence or "Following" in sentence  # a quick look before the pattern
    return near and _AFTER.search(sentence) is not None


def _sentence(statement: Statement, layers: Layers) -> str:
    """The words of the sentence in which a statement is told."""
    sentence = layers.sentence_at(statement.cue.start if statement.cue else statement.content[0].start)
    return "" if sentence is None else layers.text[sentence.start : sentence.end]


def _verb(statement: Statement, layers: Layers) -> Token | None:
    """The head of the words that tell of a statement."""
    cue = statement.cue
    paragraph = None if cue is None else layers.paragraph_at(cue.start)
    tokens = None if paragraph is None or cue is None else paragraph.tokens(cue)
    return None if tokens is None else tokens.root


def _around(heard: Sequence[Heard]) -> list[Around]:
    """What stands around each statement."""
    by_id = {one.statement.id: one for one in heard}
    before, behind = _nearest(heard), _nearest(heard, backwards=True)
    return [Around(by_id.get(one.statement.parent or ""), before[n], behind[n]) for n, one in enumerate(heard)]


def _nearest(heard: Sequence[Heard], *, backwards: bool = False) -> dict[int, Heard | None]:
    """By number of a statement its speaker's last one before it in nobody's mouth (`backwards`: the next behind it)."""
    order = sorted(range(len(heard)), key=lambda n: heard[n].statement.content[0].start, reverse=backwards)
    last: dict[str | None, Heard] = {}
    found: dict[int, Heard | None] = {}
    for n in order:
        one = heard[n].statement
        key = None if one.speaker is None or one.speaker.name is None else identity(one.speaker)
        found[n] = None if key is None else last.get(key)
        if one.parent is None and key is not None:
            last[key] = heard[n]
    return found
