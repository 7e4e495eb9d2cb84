"""To whom a statement was made: who is looked at, the columns that trees see, and who is taken."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pytest

from onrecord.annotate.speech_readings import SpeechReading
from onrecord.link import audience_choice
from onrecord.link import statements as linking
from onrecord.link.audience_choice import KEPT, NAMES
from onrecord.link.linkers import Linkers
from onrecord.link.told_words import Words
from onrecord.model import Statement
from onrecord.reader import Reader
from onrecord.resources.trees import trees

TOLD = "Ada Lind told Ole Kress that the pass was shut."
CALL = f"{TOLD} “We heard you,” Kress replied to Lind. Lind said that no lorry would pass."

type Ask = Callable[[str], dict[str, list[str]]]


@pytest.fixture
def asked(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """By the first words of a statement those who are looked at, as all are who are named in a text."""
    ask, found = audience_choice.candidates, dict[str, list[str]]()

    def noting(
        told: Sequence[Statement], readings: Mapping[str, SpeechReading | None], linkers: Linkers, words: Words
    ) -> tuple[Statement, ...]:
        for one, listeners in zip(told, ask(told, readings, linkers, words), strict=True):
            assert all(len(row) == len(NAMES) for _, row in listeners)
            found[one.content[0].text[:12]] = [actor.name or "" for actor, _ in listeners]
        return tuple(told)

    monkeypatch.setattr(linking, "audiences", noting)

    def of(text: str) -> dict[str, list[str]]:
        found.clear()
        reader.read(text)
        return dict(found)

    return of


def test_the_trees_see_the_columns_that_have_names(asked: Ask) -> None:
    assert asked(TOLD) == {"that the pas": ["Ole Kress"]}
    assert trees("statements/audiences").features == NAMES


def test_nobody_is_looked_at_as_his_own_listener(asked: Ask) -> None:
    assert asked("“We wait,” Ada Lind told herself. Lind said that the pass was shut.")["that the pas"] == []


def test_those_whom_the_speaker_told_before_and_who_told_him_are_looked_at(asked: Ask) -> None:
    found = asked(CALL)
    assert "Ada Lind" in found["“We heard yo"]
    assert "Ole Kress" in found["that no lorr"]


@pytest.fixture
def heard(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, float], list[str]]:
    """The names of those who listen to the last statement of a text, all found equally likely by the trees."""

    class Forest:
        def __init__(self, share: float) -> None:
            self.share = share

        def score(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            return np.full(len(rows), self.share)

    def of(text: str, share: float) -> list[str]:
        with monkeypatch.context() as patched:
            patched.setattr(audience_choice, "trees", lambda _: Forest(share))
            return [actor.name or "" for actor in reader.read(text).statements[-1].addressees]

    return of


def test_whom_rules_told_stays_unless_it_is_unlikely(heard: Callable[[str, float], list[str]]) -> None:
    assert heard(TOLD, KEPT + 0.01) == ["Ole Kress"]
    assert heard(TOLD, KEPT - 0.01) == []


def test_a_body_that_sits_hears_a_speech_however_unlikely(heard: Callable[[str, float], list[str]]) -> None:
    text = "“The pass is shut,” Ada Lind told the Security Council in New York."
    assert heard(text, KEPT - 0.01) == ["United Nations Security Council"]


def test_who_listened_to_the_statement_before_listens_where_it_is_likely(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audience_choice, "NEW", 1.0)
    text = f"{TOLD} It would stay so, Lind wrote in her memoirs. “The snow is deep,” Lind wrote."
    assert reader.read(text).statements[-1].addressees == ()
    monkeypatch.setattr(audience_choice, "NEW", 0.0)
    (heard,) = reader.read(text).statements[-1].addressees
    assert heard.name == "Ole Kress"


def test_an_occasion_does_not_listen(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audience_choice, "NEW", 0.0)
    (one,) = reader.read("At a news conference Ada Lind said that the pass was shut.").statements
    assert all(actor.mention is None or "conference" not in actor.mention.text for actor in one.addressees)


def test_a_state_does_not_listen_beside_him_who_speaks_for_it(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audience_choice, "NEW", 0.0)
    text = (
        "Kenyan President Luc Amadi told Ugandan President Hana Oyelin that the road was shut. He urged Uganda to wait."
    )
    for one in reader.read(text).statements:
        assert len([actor for actor in one.addressees if "UGA" in actor.country]) <= 1
