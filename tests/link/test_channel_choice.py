"""The channel of a statement: the columns that trees see, and what they are not believed in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pytest

from onrecord.annotate.layers import Layers
from onrecord.annotate.speech_readings import SpeechReading
from onrecord.annotate.speech_signs import CHANNELS
from onrecord.link import channel_choice, told_how
from onrecord.link.channel_choice import FILLED, LEAST, MARGIN, NAMES, Own
from onrecord.model import Statement
from onrecord.model.vocabulary import Channel
from onrecord.reader import Reader
from onrecord.resources.trees import trees

HALL = "Mayor Oskar Brandt told reporters at a news conference that the pier would be rebuilt."
PLAIN = "Ada Lind told Ole Kress that the pass was shut."


@dataclass
class Forest:
    """Trees that find each channel as likely as they are told to."""

    shares: Mapping[Channel, float] = field(default_factory=dict)

    def score(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        first = NAMES.index(f"is_{CHANNELS[0]}")
        own = rows[:, first : first + len(CHANNELS)].argmax(axis=1)
        return np.array([self.shares.get(CHANNELS[n], 0.0) for n in own])


type Choose = Callable[..., list[Channel]]


@pytest.fixture
def chosen(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """The channels of a text's statements, by trees that find each as likely as they are told to."""
    monkeypatch.setattr(channel_choice, "FAINT", -1.0)

    def choose(text: str, shares: Mapping[Channel, float]) -> list[Channel]:
        monkeypatch.setattr(channel_choice, "trees", lambda _: Forest(shares))
        return [statement.channel for statement in reader.read(text).statements]

    return choose


def test_the_trees_see_as_many_columns_as_have_names(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[float]] = []
    ask = channel_choice.candidates

    def noting(
        told: tuple[Statement, ...], readings: list[SpeechReading | None], own: Own, layers: Layers
    ) -> list[Channel]:
        seen.extend(row for one in ask(told, readings, own, layers) for _, row in one)
        return [statement.channel for statement in told]

    monkeypatch.setattr(told_how, "channels", noting)
    reader.read(f"{HALL} {PLAIN}")
    assert seen and {len(row) for row in seen} == {len(NAMES)}
    assert trees("statements/channels").features == NAMES


def test_a_likelier_channel_takes_the_place_of_one_that_rules_told(chosen: Choose) -> None:
    assert chosen(HALL, {"press briefing": 0.5, "speech": 0.5 + MARGIN / 2}) == ["press briefing"]
    assert chosen(HALL, {"press briefing": 0.5, "speech": 0.5 + 2 * MARGIN}) == ["speech"]


def test_what_rules_told_stays_where_nothing_is_likely(chosen: Choose) -> None:
    assert chosen(HALL, {"press briefing": 0.05, "speech": FILLED - 0.05}) == ["press briefing"]
    assert chosen(HALL, {"press briefing": 0.05, "speech": FILLED + 0.05}) == ["speech"]


def test_a_call_is_filled_in_where_it_is_likelier_than_another_channel_need_be(chosen: Choose) -> None:
    assert chosen(PLAIN, {"phone call": LEAST["phone call"] - 0.05}) == ["unknown"]
    assert chosen(PLAIN, {"phone call": LEAST["phone call"] + 0.05}) == ["phone call"]


def test_a_channel_is_filled_in_where_it_is_likely(chosen: Choose) -> None:
    assert chosen(PLAIN, {"letter": FILLED - 0.05}) == ["unknown"]
    assert chosen(PLAIN, {"letter": FILLED + 0.05}) == ["letter"]


def test_what_was_said_after_a_talk_was_not_said_in_it(chosen: Choose) -> None:
    assert chosen(PLAIN, {"meeting": 0.9}) == ["meeting"]
    assert chosen(f"After the storm {PLAIN}", {"meeting": 0.9}) == ["unknown"]
    assert chosen("Ada Lind told Ole Kress, hours after the storm, that the pass was shut.", {"meeting": 0.9}) == [
        "unknown"
    ]


def test_who_turns_up_elsewhere_did_not_take_the_floor(chosen: Choose) -> None:
    assert chosen(PLAIN, {"speech": 0.9}) == ["speech"]
    assert chosen(f"Back in Selm, {PLAIN}", {"speech": 0.9}) == ["unknown"]


def test_nothing_was_broadcast_where_no_word_of_the_text_is_of_broadcasting(chosen: Choose) -> None:
    assert chosen(PLAIN, {"broadcast": 0.9}) == ["unknown"]
    assert chosen(f"{PLAIN} The radio played on.", {"broadcast": 0.9})[0] == "broadcast"


def test_a_denial_is_no_account_of_a_talk(chosen: Choose) -> None:
    assert chosen("The ministry said that the pass was shut.", {"readout": 0.9}) == ["readout"]
    assert chosen("The ministry denied that the pass was shut.", {"readout": 0.9}) == ["unknown"]


def test_an_interview_by_telephone_stays_one(chosen: Choose) -> None:
    text = "Ada Lind said in an interview that the pass was shut."
    assert chosen(text, {"interview": 0.2, "phone call": 0.9}) == ["interview"]
    assert chosen(text, {"interview": 0.2, "letter": 0.9}) == ["letter"]
