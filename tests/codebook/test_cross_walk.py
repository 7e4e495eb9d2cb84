"""Records in the terms of CAMEO."""

import pytest

from onrecord.codebook.cross_walk import cameo_code
from onrecord.model import CodedBy, Event, Span
from onrecord.model.vocabulary import Status


def event(kind: str, *, mode: str | None = None, status: Status = "asserted", rule: str | None = None) -> Event:
    words = Span(start=0, end=4, text="acts")
    return Event(
        id="e1", doc="d1", event=kind, mode=mode, quad=1, intensity=1.0, anchor=words, evidence=words,
        status=status, coded_by=CodedBy(rule=rule),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (event("COERCE", mode="arrest"), "173"),
        (event("ACCUSE"), "11"),
        (event("SUPPORT", rule="support.sign"), "057"),
        (event("SUPPORT", rule="support.praise"), "05"),
        (event("CONCEDE", rule="concede.agree-drop"), "035"),
        (event("CONCEDE", rule="concede.decide-drop"), "08"),
        (event("CONCEDE", rule="retreat.free-any", status="planned"), "035"),
        (event("CONCEDE", rule="concede.pardon"), "08"),
        (event("SUPPORT", rule="a rule of another codebook"), "05"),
        (event(""), ""),
    ],
)
def test_cameo_code_is_what_rule_or_status_or_type_says(one: Event, code: str) -> None:
    assert cameo_code(one) == code
