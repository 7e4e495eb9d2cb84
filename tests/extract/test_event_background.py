"""What happened in years long past is no news, wherever the sentence names the year."""

import pytest

from tests.extract.beside import events_of


def types(text: str) -> list[str]:
    return [e.event for e in events_of(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("In 2008 the king of Kenya wept in public and denounced Somalia over the reef.", "ACCUSE"),
        ("The consul was a student in 1998 when Somali soldiers shelled the port of Lamu.", "ASSAULT"),
        ("In 2010 Kenya swapped a dozen pilots for a spy arrested in Somalia.", "COERCE"),
        ("In 2015 Kenya announced that it would receive the Somali envoy.", "AGREE"),
        ("In recent decades the army of Somalia shelled the port of Lamu.", "ASSAULT"),
        ("Two years ago the king of Kenya marked the feast by announcing the release of Somali sailors.", "CONCEDE"),
    ],
)
def test_what_an_old_year_tells_of_is_history(text: str, event: str) -> None:
    assert event not in types(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("In 2008 Kenya built the pier, and on Monday Somali soldiers shelled it.", "ASSAULT"),
        ("This year the king of Kenya wept in public and denounced Somalia over the reef.", "ACCUSE"),
    ],
)
def test_what_has_a_day_of_its_own_is_news(text: str, event: str) -> None:
    assert event in types(text)
