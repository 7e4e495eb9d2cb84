"""Words to the press and stands on one's own: nobody is met, nobody backed."""

import pytest

from tests.extract.beside import events_of


def types(text: str) -> list[str]:
    return [e.event for e in events_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The president of Kenya spoke in an interview with a weekly.",
        "The general of Kenya held a news conference with Somali reporters.",
        "The envoys of Kenya and Somalia held a press briefing in Lamu.",
    ],
)
def test_words_to_the_press_are_no_contact(text: str) -> None:
    assert "CONSULT" not in types(text)


def test_a_conference_of_states_is_a_contact() -> None:
    assert "CONSULT" in types("The ministers of Kenya and Somalia held a conference in Lamu.")


@pytest.mark.parametrize(
    "text",
    ["The minister of Kenya defended his record.", "The envoy of Kenya stood by her earlier remarks."],
)
def test_who_stands_by_his_own_supports_nobody(text: str) -> None:
    assert "SUPPORT" not in types(text)


@pytest.mark.parametrize(
    "text",
    ["The minister of Kenya defended his ally Somalia.", "Kenya gave its blessing to the Somali plan."],
)
def test_who_backs_another_supports_him(text: str) -> None:
    assert "SUPPORT" in types(text)
