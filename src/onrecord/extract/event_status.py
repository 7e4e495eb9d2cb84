"""What a match becomes once its status is known: PLOVER codes a promise of aid as AGREE, a promised pull-out as
CONCEDE, a refusal ("will not attend") as REJECT, announced coercion as THREATEN."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.matching import Match, infinitive
from onrecord.extract.status import Reading
from onrecord.model.vocabulary import Status

PROMISED = frozenset(["CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"])
THREATENED: dict[str, dict[str | None, str]] = {
    "COERCE": {"arrest": "arrest", "deport": "expel", None: "restrict"},
    "SANCTION": {"expel": "expel", None: "relations"},
    "ASSAULT": {None: "violence"},
}


@dataclass(frozen=True, slots=True)
class Coding:
    """Type, mode and status as recorded."""

    event: str
    mode: str | None
    status: Status


def settle(match: Match, mode: str | None, reading: Reading) -> Coding | None:
    """Type, mode and status of a match; None where the act is only part of another (a demand's content)."""
    event, status = match.rule.event, reading.status
    if status == "hypothetical" and match.trigger.pos_ == "VERB" and infinitive(match.trigger):
        return None  # a purpose: "flew in to help"
    if status == "asserted" and infinitive(match.trigger) and match.trigger.dep_ in ("acl", "advcl"):
        return None
    if status == "planned" and not reading.negated:
        if event in PROMISED:
            return Coding("AGREE", None, "planned")
        if event == "RETREAT":
            return Coding("CONCEDE", None, "planned")
    if status == "planned" and not reading.negated and event in THREATENED:
        return Coding("THREATEN", _threat(event, mode), "asserted")
    if match.rule.status == "planned" and status == "asserted":
        status = "planned"
    if (
        status == "planned"
        and reading.negated
        and event in ("CONSULT", "AID", "COOPERATE", "RETREAT", "AGREE", "CONCEDE")
    ):
        return Coding("REJECT", _rejected(event), "asserted")
    return Coding(event, mode, status)


def _rejected(event: str) -> str:
    return {"CONSULT": "meet", "AID": "assist", "COOPERATE": "assist"}.get(event, "yield")


def _threat(event: str, mode: str | None) -> str | None:
    return THREATENED[event].get(mode, THREATENED[event][None])
