"""Texts that their issuer's name heads."""

from onrecord.model import Statement
from onrecord.reader import load

READER = load()


def _bodies(text: str) -> list[Statement]:
    return [s for s in READER.read(text).statements if s.parent is None and s.kind == "direct"]


def test_accounts_of_two_sides_are_a_statement_each() -> None:
    text = (
        "Two versions of one call\n\nMinistry of Foreign Affairs of Orlesk • Minister Lind rang Minister Kress today. "
        "• She asked for two tugs.\n\nMinistry of Foreign Affairs of Pellory The Minister took a call from Orlesk. "
        "No tugs were promised."
    )
    bodies = _bodies(text)
    assert [s.content[0].text.split()[0] for s in bodies] == ["Minister", "The"]
    assert {s.channel for s in bodies} == {"readout"}


def test_accounts_under_a_title_of_one_call_are_no_one_s_words() -> None:
    text = "A call between ministers\n\nMinistry of Ports of Orlesk\n\nMinister Lind rang Minister Kress today."
    assert _bodies(text) == []


def test_accounts_release_that_says_we_is_its_issuer_s() -> None:
    head = "PRESS RELEASE\n\nThe mill at Selm"
    ours = "Bread for Selm has baked here for ten years. We take no side. We thank the miller for his flour."
    theirs = "Bread for Selm has baked here for ten years. It takes no side and thanks the miller."
    assert [s.content[0].text for s in _bodies(f"{head}\n\n{ours}\n\nContact: Ole Kress")] == [ours]
    assert _bodies(f"{head}\n\n{theirs}\n\nContact: Ole Kress") == []


def test_accounts_near_verbatim_sections_are_the_spokesperson_s_up_to_the_questions() -> None:
    text = (
        "The following is a near-verbatim summary of today's noon briefing by Ole Kress, Spokesman.\n\n"
        "**Selm** Good afternoon. The Envoy arrived this morning.\n\nAsked about tugs, he said that two had sailed."
    )
    bodies = _bodies(text)
    assert [s.content[0].text for s in bodies] == ["Good afternoon. The Envoy arrived this morning."]
    assert bodies[0].channel == "press briefing"
