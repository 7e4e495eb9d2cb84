"""Lines broken at a width are read as paragraphs; lines that are paragraphs stay. All text is invented."""

import textwrap

import pytest

from onrecord.annotate.wrapping import unwrapped
from onrecord.reader import Reader

FIRST = (
    "Foreign Minister Paul Rennet of Ardenia said on Monday that the pass was closed and that no lorry had crossed it "
    "for nine days. He accused the army of Velmar of shelling two villages near Port Elin and called on the council to "
    "send observers to the river before the end of the month."
)
SECOND = (
    "The mayor of Port Elin, Ada Lind, told reporters that the hospital had no fuel left and urged both sides to let "
    "the convoy through. Her deputy said the town would hold out until the first snow fell on the hills."
)


def page(width: int, *paragraphs: str, end: str = "\n", indent: str = "", between: str = "\n\n") -> str:
    filled = (textwrap.fill(p, width, initial_indent=indent).replace("\n", end) for p in paragraphs)
    return between.replace("\n", end).join(filled)


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_unwrapped_lines_of_a_page_are_paragraphs(width: int, end: str) -> None:
    text = page(width, FIRST, SECOND, end=end)
    read = unwrapped(text)
    assert len(read) == len(text)
    assert [" ".join(part.split()) for part in read.split(end + end)] == [FIRST, SECOND]


def test_unwrapped_indent_begins_a_paragraph() -> None:
    read = unwrapped(page(70, FIRST, SECOND, indent="    ", between="\n"))
    assert [line.strip() for line in read.split("\n")] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{SECOND}\n",
        "Talks stall\nBy Ada Lind\n\nThe pass is shut.\nThe envoy has left the town.\nNobody said why he went away.\n",
        "\n".join(f"The envoy of town number {n} said that the pass was open again on Monday." for n in range(9)),
        "\n".join(f"- the council of town number {n} is to open the pass before the month ends" for n in range(9)),
        "\n".join(f"SPEAKER {n}: The council is to open the pass before the end of the month" for n in range(9)),
    ],
)
def test_unwrapped_lines_that_are_paragraphs_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_unwrapped_line_that_ends_early_within_a_sentence_goes_on() -> None:
    text = page(64, FIRST).replace("observers", "observers\n", 1).replace("\n to", "\nto")
    assert "\n" not in unwrapped(text)


def test_unwrapped_text_is_read_as_one_line_and_spans_stay(reader: Reader) -> None:
    text = page(64, FIRST, SECOND)
    assert "the\npass was" in text
    broken, whole = (reader.read(one, published="2031-05-14") for one in (text, f"{FIRST}\n\n{SECOND}"))
    said = [[" ".join(part.text.split()) for part in s.content] for s in broken.statements]
    assert said == [[part.text for part in s.content] for s in whole.statements]
    assert all(part.grounded_in(text) for s in broken.statements for part in s.content)
    assert [e.event for e in broken.events] == [e.event for e in whole.events]
