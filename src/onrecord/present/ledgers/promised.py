"""Promises as answers to demands ("the keys would be given back"), and answers as what was promised ("will reply")."""

import re
from collections.abc import Iterator, Mapping

from onrecord.present.basis import Basis
from onrecord.present.ledgers.entries import GIVEN, Entry, entries, keys, labels, word
from onrecord.present.ledgers.fulfilments import core, gist, matter
from onrecord.present.ledgers.request_rows import Answer, RequestRow
from onrecord.present.phrases import flat
from onrecord.present.wording import GENERIC_WEIGHT

SHARE, LEAST = 0.5, 0.3
"""Part of the shorter words, and of what was asked, that a promise must share with it."""
_REPLIES = re.compile(
    r"(?:[^.;]{0,40}\b(?:will|would|to) )?(?:reply|answer|respond|decide|"
    r"give (?:an?|his|her|its|their) (?:\w+ )?(?:answer|reply))\b",
    re.IGNORECASE,
)
_SHARED = 2
"""Telling words of what was put to somebody that must stand in his reply."""
_BACK = 300
"""Characters before a promise to reply in which stands what it is a reply to."""


def promised(row: RequestRow, asked: Entry, made: Basis) -> Iterator[Answer]:
    """Promises of those who are asked, after they were, of what is asked in words alike."""
    bound, here = keys(asked.act.to, made.sides), asked.grounds[0]
    wanted = _about(gist(row.what), made)
    if not bound or not wanted:
        return
    for one in made.once("given", lambda: _Given(made)).by(bound):
        there = one.grounds[0]
        later = (one.day or "") > (row.first or "9999") or (there.doc == here.doc and there.span.start > here.span.end)
        if later and _alike(wanted, _about(core(one.act.words.text), made)):
            yield Answer(outcome="accepted", who=labels(one.act.by), words=flat(one.act.words.text), day=one.day,
                         word=word(one.act), grounds=one.grounds)  # fmt: skip


class _Given:
    """What has been promised, earliest first, to be found by those who stand behind it."""

    def __init__(self, made: Basis) -> None:
        self._given = [
            one
            for one in entries(made.reports, GIVEN)
            if not one.act.negated and one.act.status not in ("demanded", "hypothetical", "denied")
        ]
        self._by: dict[str, list[int]] = {}
        for at, one in enumerate(self._given):
            for giver in keys(one.act.by, made.sides):
                self._by.setdefault(giver, []).append(at)

    def by(self, givers: frozenset[str]) -> Iterator[Entry]:
        """The promises of any of these."""
        return (self._given[at] for at in sorted({at for giver in givers for at in self._by.get(giver, ())}))


def promised_reply(row: RequestRow, given: Entry, made: Basis) -> list[Answer]:
    """Consents and refusals of those who promised a reply, later, in words of what was put to them before it."""
    if not _REPLIES.match(row.what.strip("“ ")):
        return []
    here, giving = given.grounds[0], keys(given.act.by, made.sides)
    report = next(one for one in made.reports if one.document.id == here.doc)
    text = made.passages(report).text
    put = _strong(_about(text[max(0, here.span.start - _BACK) : here.span.start], made))
    found = [
        (len(put & _strong(_about(one.act.words.text, made))), one)
        for one in (*entries(made.reports, ("AGREE",)), *entries(made.reports, ("REJECT",)))
        if (one.day or "") > (row.first or "9999") and one.grounds[0].doc != here.doc
        and one.act.status == "asserted" and giving & keys(one.act.by, made.sides)
    ]  # fmt: skip
    shared, best = max(found, key=lambda item: item[0], default=(0, None))
    if best is None or shared < _SHARED:
        return []
    return [Answer(outcome="kept", who=labels(best.act.by), words=flat(best.act.words.text), day=best.day,
                   word=word(best.act), grounds=best.grounds)]  # fmt: skip


def _about(text: str, made: Basis) -> dict[str, float]:
    """What words are about, with how much each tells, without the names of states."""
    words = (word for word in re.findall(r"[\w’'-]+", text) if made.sides.state(word) is None)
    return matter(" ".join(words))


def _strong(told: Mapping[str, float]) -> set[str]:
    return {name for name, weight in told.items() if weight > GENERIC_WEIGHT}


def _alike(asked: Mapping[str, float], told: Mapping[str, float]) -> bool:
    """Whether a promise is of what was asked: it shares a thing with it, and enough of either's words."""
    shared = asked.keys() & told.keys()
    weight, least = sum(asked[name] for name in shared), min(sum(asked.values()), sum(told.values()))
    return bool(_strong(asked) & _strong(told)) and weight >= SHARE * least and weight >= LEAST * sum(asked.values())
