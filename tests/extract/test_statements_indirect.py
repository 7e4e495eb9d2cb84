"""What a verb inside a statement says of speech, and what it does not; all names are invented."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind said that the fishers had the right to defend themselves and their boats against pirates.",
        "“I ask myself whether or not both towns want to share the quay,” Ada Lind said.",
        "Ada Lind said that the fleet would sail with any captain who requests a berth.",
    ],
)
def test_statements_inside_others_are_none_where_nothing_is_said_to_be_said(reader: Reader, text: str) -> None:
    assert len(reader.read(text).statements) == 1


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The spokesman said that the premier took the opportunity to thank the town for its boats.", "thank"),
        ("“He continues to believe that closing the quay was wrong,” the spokesman said.", "believe"),
    ],
)
def test_statements_inside_others_are_told_by_infinitives_of_what_was_said(reader: Reader, text: str, cue: str) -> None:
    (inner,) = [s for s in reader.read(text).statements if s.parent is not None]
    assert inner.cue is not None and inner.cue.text == cue


def test_statements_a_name_and_a_table_say_nothing(reader: Reader) -> None:
    named = "A new group called Harbour Future ran its first advertisements, in which no net was cut, in Torvelle."
    assert not reader.read(named).statements
    table = "TORVELLE:\n\nTotal dead: 253\n\nInjured: 4,877\n\nSELM:\n\nTotal dead: 10\n\nInjured: 74"
    assert not reader.read(table).statements


def test_statements_want_is_not_denied_by_whether_or_not(reader: Reader) -> None:
    report = reader.read("“Much will hang on whether or not Torvelle wants to share the quay,” Ada Lind said.")
    assert not any(s.negated for s in report.statements)
