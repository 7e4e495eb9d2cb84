"""Who once held an office, of those whom a report has named, by the table: Ehud Barak, prime minister until 2001."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ehud Barak left. The former prime minister said the ferry would sail.", "Ehud Barak"),
        ("Ole Kress left. The former prime minister said the ferry would sail.", None),
        ("Ehud Barak left. The former foreign minister of Chile said the ferry would sail.", None),
    ],
)
def test_titles_once_held_by_one_who_was_named(text: str, name: str | None, reader: Reader) -> None:
    speaker = by_cue(reader.read(text, published="2011-05-03"), "said").speaker
    assert speaker is not None
    assert (speaker.name if speaker.id and speaker.id.startswith("wikidata:") else None) == name
