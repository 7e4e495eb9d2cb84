"""Words after a verb of saying that name nobody, or those who are only spoken of; all names are invented."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue


@pytest.mark.parametrize(
    ("text", "cue", "audience"),
    [
        ("Ada Holm responded to the strikes by saying that the pier was shut.", "saying", []),
        ("Ada Holm told the story that the pier was shut.", "told", []),
        ("Ada Holm pointed to the mayor, who she said had shut the pier.", "pointed", []),
        ('Premier Ada Holm called those pressing for more quotas "dreamers".', "called", []),
        ("Ada Holm told the harbour committee that the pier was shut.", "told", ["the harbour committee"]),
        ("Ada Holm told her counterpart that the pier was shut.", "told", ["her counterpart"]),
        ("Ada Holm told Norway's NRX television station that the pier was shut.", "told",
         ["Norway's NRX television station"]),
    ],
)  # fmt: skip
def test_things_told_are_no_audience(text: str, cue: str, audience: list[str], reader: Reader) -> None:
    said = by_cue(reader.read(text), cue)
    assert [a.mention.text if a.mention else None for a in said.addressees] == audience
