"""The dates in the names of papers and deeds are not the days on which somebody speaks of them."""

import pytest

from onrecord.reader import Reader


def days(reader: Reader, text: str) -> dict[str, str | None]:
    report = reader.read(text, published="2031-05-14")
    return {
        "".join(part.text for part in said.content): None if said.when is None else said.when.value
        for said in report.statements
    }


@pytest.mark.parametrize(
    "text",
    [
        "Velmar's envoy quoted the December 5 joint communique and accused Ardenia of blocking the pass.",
        "The minister recalled the November 2020 ceasefire statement and said the road must be opened.",
        "Ardenia's premier, citing the 2 March ceasefire agreement, accused Velmar of moving guns to the river.",
        "She thanked mediators for the 12 May truce and asked for more observers.",
        "The ministry condemned the 4 March bombing and urged calm.",
        "Velmar's president met the premier of Ardenia to discuss the 9 November agreement.",
    ],
)
def test_dated_things_do_not_date_the_words_about_them(reader: Reader, text: str) -> None:
    found = days(reader, text)
    assert found
    assert set(found.values()) == {None}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In a statement of 9 May the ministry said the road was open.", "2031-05-09"),
        ("In a Monday statement, the ministry said the road was open.", "2031-05-12"),
        ("Premier Rowe issued a Monday statement saying the road was open.", "2031-05-12"),
        ("She gave a Thursday interview and said the road was open.", "2031-05-08"),
        ("On Monday the envoy quoted the December 5 letter and said the road was open.", "2031-05-12"),
        ("The envoy tore up the 3 May accord and said on Monday the road was open.", "2031-05-12"),
    ],
)
def test_dated_papers_in_which_somebody_speaks_tell_the_day(reader: Reader, text: str, day: str) -> None:
    assert days(reader, text)["the road was open"] == day
