"""Who goes on listening beside what was told to the press, and to whom letters are written."""

import pytest

from onrecord.reader import Reader


def heard(reader: Reader, text: str, words: str) -> list[str]:
    """The listeners, by name or words, of what begins with `words`; what is carried on has no words of its own."""
    return [
        a.name or (a.mention.text if a.mention else "those")
        for s in reader.read(text).statements
        if s.content[0].text.startswith(words)
        for a in s.addressees
    ]


@pytest.mark.parametrize(
    ("text", "words", "listeners"),
    [
        ("Ole Kress told the Sund Herald that the road was shut. “We wait,” he said.", "“We wait", ["Sund Herald"]),
        ("Kenyan minister Ole Kress denied that guards had fired.\n\n“We wait,” he told reporters in Nairobi.",
         "that guards", ["reporters"]),
        ("Ole Kress told the Sund Herald that the road was shut. “We wait,” Ada Lind said.", "“We wait", []),
        ("Ole Kress told the Security Council that the road was shut. “We wait,” he said.", "“We wait",
         ["United Nations Security Council"]),
    ],
)  # fmt: skip
def test_still_listening_the_press_is_told_what_stands_beside(
    reader: Reader, text: str, words: str, listeners: list[str]
) -> None:
    assert heard(reader, text, words) == listeners


LETTERS = "The dispute is over letters exchanged by Kenyan Premier Ole Kress and Ugandan Premier Ada Lind.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "listeners"),
    [
        (LETTERS + "Kress pledged in his letter to reopen the road.", "to reopen", ["Ada Lind"]),
        ("At issue is a letter, dated 3 May, from Kenyan Premier Ole Kress to his Ugandan counterpart, Ada Lind.\n\n"
         "“Premier Kress pledged to reopen the road,” a Kenyan spokeswoman said.", "to reopen", ["Ada Lind"]),
        (LETTERS + "In a letter to a newspaper, the baker Per Hale promised to reopen the shop.", "to reopen", []),
    ],
)  # fmt: skip
def test_still_listening_letters_are_written_to_the_other(
    reader: Reader, text: str, words: str, listeners: list[str]
) -> None:
    assert [name for name in heard(reader, text, words) if "newspaper" not in name] == listeners


def test_still_listening_the_guest_is_the_other_of_two(reader: Reader) -> None:
    text = (
        "Kenyan Premier Ole Kress met Ugandan Premier Ada Lind in Nairobi on Monday. Kress told {} that fuel was short."
    )
    assert heard(reader, text.format("his guest"), "that fuel") == ["Ada Lind"]
    assert "Ada Lind" not in heard(reader, text.format("his cook"), "that fuel")
