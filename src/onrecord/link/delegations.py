"""Who speaks as one in what two or three issue together: "the two sides", "the Parties", "we" of a communiqué.

The sides of such a paper are spoken of by those who led them: the persons whom its opening brings together, or who
signed it for their states. Where nobody is named the states themselves speak, as its heading names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.link.accounts import account_of
from onrecord.link.referents import Referent
from onrecord.link.stage import Stage
from onrecord.model import Actor, Span

_HEAD, _FOOT = 3, 4
_MOST = 3
"""Sides of the largest paper that is read this way."""
_JOINT = re.compile(
    r"\b(?:communiqu[eé]|(?:joint|final|tripartite|trilateral|common|agreed) (?:\w+ )?(?:statement|declaration)"
    r"|declaration|agreed minutes)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"(?:the )?(?:(?:two|three|both) )?(?:high contracting |participating )?"
    r"(?:sides|parties|ministers|delegations|leaders|presidents|governments|countries|states)|both|all three|they|we",
    re.IGNORECASE,
)
_STATES = re.compile(r"(?:governments|countries|states)$", re.IGNORECASE)
"""Words by which the states are spoken of, and nobody who met for them."""
_SIGNED_FOR = re.compile(r"\bFor (?:the )?(?:(?:Government|Republic|Kingdom|State|Union|Federation) of (?:the )?)*$")


class Delegations:
    """The sides of one document, where it is a paper that they issue together or an account of their meeting."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._joint = _is_joint(stage.layers)
        self._meant = self._joint or account_of(stage.layers) != "unknown"
        self._led = self._leaders() if self._meant else ()

    @property
    def joint(self) -> bool:
        """Whether the document is a paper that several issue together."""
        return self._joint

    @property
    def led(self) -> tuple[Actor, ...]:
        """Those who met for the sides of a joint paper, where it names them."""
        return tuple(one.actor(None, "coreference") for one in self._led) if self._joint else ()

    def speaking(self, words: Span, found: Actor, several: Sequence[Actor]) -> tuple[Actor, ...]:
        """Those who speak as one in `words`, which were read as `found` (`several` by themselves).

        Nobody where the words are of others, and where those who were found are persons already.
        """
        if not self._meant or _SIDES.fullmatch(words.text) is None or any(one.kind == "person" for one in several):
            return ()
        if found.resolved_by != "unresolved" and len(several) < 2 and found.kind != "group":
            return ()  # "they" are some body that was told of
        sides = () if _STATES.search(words.text) else self._led
        if not sides and found.resolved_by == "unresolved" and self._joint:
            sides = self._states()
        if len(several) > 1 and len(sides) != len(several):
            return ()
        actors = tuple(side.actor(words, "coreference") for side in sides)
        return actors if len(actors) > 1 else ()

    def _leaders(self) -> tuple[Referent, ...]:
        """The persons for whom the signatures stand, else those whom the opening names, in its order."""
        signed = tuple(dict.fromkeys(self._signatories()))
        if len(signed) > 1:
            return signed if len(signed) <= _MOST else ()
        for paragraph in self._stage.layers.paragraphs[: _HEAD + 1]:
            named = self._officials(paragraph)
            if len(named) > 1:
                return named if len(named) <= _MOST else ()
        return ()

    def _officials(self, paragraph: Paragraph) -> tuple[Referent, ...]:
        """The persons of a paragraph whose state or office is told, or whom it names with a title or "Mr"."""
        namings = [n for n in self._stage.cast.namings if n.paragraph is paragraph]
        own = (n for n in namings if n.start < n.first.i or n.person.polity is not None or n.person.posts)
        return tuple(dict.fromkeys(n.person for n in own))

    def _signatories(self) -> Iterator[Referent]:
        """Those named after "For Norland:" at the foot; their state is the one for which they sign."""
        names, text = self._stage.names, self._stage.layers.text
        first = self._stage.layers.paragraphs[-_FOOT:][0].start if self._stage.layers.paragraphs else 0
        for naming in self._stage.cast.namings:
            if naming.entity.start < first:
                continue
            before = names.entities.within(max(first, naming.entity.start - 60), naming.entity.start)
            state = next((e for e in reversed(before) if e.label in ("GPE", "LOC", "NORP")), None)
            if state is None or _SIGNED_FOR.search(text, first, state.start) is None:
                continue
            if text[state.end : naming.entity.start].strip() not in (":", ",", ""):
                continue
            polity = names.polity(state)
            if polity is not None:
                naming.person.polity = polity
            yield naming.person

    def _states(self) -> tuple[Referent, ...]:
        """The two or three states that the heading names."""
        layers, names = self._stage.layers, self._stage.names
        for paragraph in layers.paragraphs[:_HEAD]:
            named = [names.polity(e) for e in names.entities.within(paragraph.start, paragraph.end) if e.label == "GPE"]
            states = tuple(dict.fromkeys(polity for polity in named if polity is not None))
            if 1 < len(states) <= _MOST:
                return tuple(self._stage.known.state(polity) for polity in states)
        return ()


def _is_joint(layers: Layers) -> bool:
    """Whether the heading says that several issue what follows together."""
    lines = [layers.text[p.start : p.end] for p in layers.paragraphs[:_HEAD]]
    return any(_JOINT.search(line) for line in lines if line[-1:] not in '.”"!?' or len(line) < 60)
