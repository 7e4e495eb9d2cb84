"""What a headline tells that its text tells too is one act."""

from onrecord.reader import load

BODY = "Kenya accused Somalia of theft on Monday. Somalia urged Kenya to free its sailors. Chad offered to mediate."


def acts(text: str) -> list[tuple[str, str]]:
    return [(e.event, e.anchor.text) for e in load().read(text, published="2024-05-10").events]


def test_events_a_headline_is_not_told_twice() -> None:
    assert acts(f"Somalia urges Kenya to free sailors\n\n{BODY}") == acts(BODY)


def test_events_what_a_headline_alone_tells_stays() -> None:
    told = acts(f"Kenya expels Chadian envoy after sailors row\n\n{BODY}")
    assert len(told) == len(acts(BODY)) + 1


def test_events_a_line_without_a_text_is_no_headline() -> None:
    assert [event for event, _ in acts("Somalia urged Kenya to free its sailors")] == ["REQUEST"]
