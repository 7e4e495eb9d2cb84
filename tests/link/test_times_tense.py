"""Days told with a verb whose past is its base form: "on Tuesday let the ship dock"; all names are invented."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Velmar on Tuesday let the relief ship Lark dock at Port Ambrel; ships will be searched twice.",
        "The navy on Tuesday let the relief ship Lark dock at Port Ambrel; ships will be searched twice.",
    ],
)
def test_a_base_form_with_a_single_subject_is_past(reader: Reader, text: str) -> None:
    times = [one.time for one in reader.read(text, published="2034-04-12").mentions if one.time is not None]
    assert [time.start for time in times] == ["2034-04-11"]


def test_a_base_form_of_several_is_as_the_parse_has_it(reader: Reader) -> None:
    text = "The officers will be in town on Friday to let the ship dock."
    times = [one.time for one in reader.read(text, published="2034-04-12").mentions if one.time is not None]
    assert [time.start for time in times] == ["2034-04-14"]
