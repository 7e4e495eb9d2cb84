"""The form of labelled reports: labels of several sorts, contents, and states by their other names."""

import pytest

from tests.development.labelled import parser

FORM = parser()
BODY = """The minister said "no" and left.
  statement: direct speech | "no" | said | The minister | - | minister | - | - | unknown
  act: REJECT - asserted | said | The minister | -
  condition: blocked asserted | left
"""


@pytest.mark.parametrize("sort", FORM.SORTS)
def test_labels_are_read_one_sort_at_a_time(sort: str) -> None:
    [line] = FORM.report("a", "wire", "2001-02-03", BODY, sort).lines
    assert (
        line.cells[0]
        == {"statement": "direct speech", "act": "REJECT - asserted", "condition": "blocked asserted"}[sort]
    )


def test_labels_of_one_sort_need_not_say_of_which() -> None:
    [line] = FORM.report("a", "wire", "2001-02-03", "It fell.\n  damage asserted | fell\n", "act").lines
    assert line.cells == ["damage asserted", "fell"]


def test_a_content_whose_end_is_nowhere_is_refused() -> None:
    report = FORM.report("a", "wire", "2001-02-03", BODY, "statement")
    assert FORM.content(report, report.lines[0], "The ... and") == (0, 26)
    with pytest.raises(ValueError, match="'gone' is not in the text after 'The'"):
        FORM.content(report, report.lines[0], "The ... gone")


@pytest.mark.parametrize(
    ("name", "text", "ways"),
    [
        ("Morvia", "Morvian troops left Morvia; Morvan stayed.", {"Morvian", "Morvan"}),
        ("Velorian", "VELORIA spoke.", {"VELORIA"}),
        ("Halvia", "Halvorsen spoke.", set()),
        ("Niger", "Nigerian drivers spoke.", {"Niger", "Nigerien"}),
        ("the Republic of Tolu", "Toluan", {"Toluan"}),
        ("Upper Corra", "Corran", set()),
    ],
)
def test_a_state_by_its_other_names(name: str, text: str, ways: set[str]) -> None:
    assert set(FORM.called(text, name)) == ways
