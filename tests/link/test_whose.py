"""Whose a speaker is, as the tagger tells it over all that he says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from onrecord.annotate.speech_signs import CHANNELS, Kind
from onrecord.link import told_how
from onrecord.model import Actor, Statement
from onrecord.model.vocabulary import Channel
from onrecord.reader import load


@dataclass
class States:
    """A reading that points at words for a state with the shares given, at each place where they stand."""

    text: str
    shares: Mapping[str, float] = field(default_factory=dict)

    @property
    def channels(self) -> dict[Channel, float]:
        return dict.fromkeys(CHANNELS, 0.0)

    def nobody(self, kind: Kind) -> float:
        return 1 - sum(share for _, share in self.pointed(kind))

    def pointed(self, kind: Kind) -> list[tuple[int, float]]:
        if kind != "state":
            return []
        return sorted((self.text.index(words), share) for words, share in self.shares.items())


@pytest.fixture
def speakers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The speakers of a text whose statements, in order, point at words for states."""

    def of(text: str, *shares: Mapping[str, float]) -> list[Actor | None]:
        def readings(statements: Sequence[Statement], _layers: object) -> list[States]:
            assert len(statements) == len(shares)
            return [States(text, share) for share in shares]

        monkeypatch.setattr(told_how, "readings_of", readings)
        return [s.speaker for s in load().read(text).statements]

    return of


TWO = "Talks of Kenya and Uganda went on. Kenyan boats lay idle. Ada Lind said that the pass was shut."


def test_what_falls_on_a_state_and_on_its_people_counts_together(speakers: Any) -> None:
    [speaker] = speakers(TWO, {"Kenya ": 0.3, "Kenyan": 0.3, "Uganda": 0.35})
    assert (speaker.country, speaker.country_by) == (("KEN",), "report")


def test_nobody_is_given_a_state_that_too_little_falls_on(speakers: Any) -> None:
    [speaker] = speakers(TWO, {"Kenya ": 0.2, "Kenyan": 0.2, "Uganda": 0.35})
    assert speaker.country == ()


def test_all_that_a_speaker_says_tells_whose_he_is(speakers: Any) -> None:
    text = TWO + " Lind added that the ferry was late."
    found = speakers(text, {"Kenya ": 0.8}, {"Uganda": 0.45, "Kenya ": 0.4})
    assert [speaker.country for speaker in found] == [("KEN",), ("KEN",)]


def test_what_words_or_the_report_tell_stays(speakers: Any) -> None:
    text = "Talks of Kenya and Uganda went on. Ugandan minister Ada Lind said that the pass was shut."
    [speaker] = speakers(text, {"Kenya": 0.99})
    assert (speaker.country, speaker.country_by) == (("UGA",), "words")


def test_a_mediator_is_of_none_of_both(speakers: Any) -> None:
    text = "Talks of Kenya and Uganda went on. The mediator, Ada Lind, said that the pass was shut."
    [speaker] = speakers(text, {"Kenya": 0.9})
    assert speaker.country == ()


def test_the_only_state_named_is_not_his_whose_counterpart_is_of_it(speakers: Any) -> None:
    text = "Has the minister rung his Kenyan counterpart? Ada Lind said that the pass was shut."
    [speaker] = speakers(text, {"Kenyan": 0.9})
    assert speaker.country == ()
    [speaker] = speakers(f"Uganda met. {text}", {"Kenyan": 0.9})
    assert speaker.country == ("KEN",)
