"""What the tagger tells of a statement where rules told nothing, and what it is not believed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from onrecord.annotate.speech_signs import CHANNELS, Kind
from onrecord.link import told_how
from onrecord.link.told_words import Words
from onrecord.model import Report, Statement
from onrecord.model.vocabulary import Channel
from onrecord.reader import load


def read(text: str) -> Report:
    return load().read(text)


def only(report: Report, words: str) -> Statement:
    found = [s for s in report.statements if any(words in part.text for part in s.content)]
    assert len(found) == 1
    return found[0]


@dataclass
class Pointing:
    """A reading that is as sure as it is told to be of a channel and of the words that it points at."""

    text: str
    channel: Channel = "unknown"
    at: Mapping[Kind, str] = field(default_factory=dict)
    sure: float = 1.0

    @property
    def channels(self) -> dict[Channel, float]:
        return dict.fromkeys(CHANNELS, 0.0) | {self.channel: self.sure}

    def nobody(self, kind: Kind) -> float:
        return 1.0 - self.sure if kind in self.at else 1.0

    def pointed(self, kind: Kind) -> list[tuple[int, float]]:
        if kind not in self.at:
            return []
        low, words = self.text.index(self.at[kind]), self.at[kind].split(" ")
        starts = [low + sum(len(w) + 1 for w in words[:n]) for n in range(len(words))]
        return [(start, self.sure / len(words)) for start in starts]


@pytest.fixture
def pointed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The statement with these words in it, read as pointing at others."""

    def reading(text: str, words: str, channel: Channel = "unknown", sure: float = 1.0, **at: str) -> Statement:
        def of(statements: Sequence[Statement], _layers: object) -> list[Pointing | None]:
            mine = [any(words in part.text for part in s.content) for s in statements]
            return [Pointing(text, channel, at, sure) if one else None for one in mine]  # type: ignore[arg-type]

        monkeypatch.setattr(told_how, "readings_of", of)
        return only(read(text), words)

    return reading


PLAIN = "Ada Lind told Ole Kress that the pass was shut. Bela Corin spoke of snow."


@pytest.mark.parametrize(
    ("text", "words", "channel"),
    [
        (
            "In a note to the harbour board the pilots' guild listed its grievances. It said that no vessel would be "
            "brought in before Friday.",
            "no vessel would be",
            "letter",
        ),
        (
            "The coach fielded questions for ten minutes at the training ground. He said that nobody had been sold.",
            "nobody had been sold",
            "press briefing",
        ),
    ],
)
def test_a_channel_that_no_rule_knows(request: pytest.FixtureRequest, text: str, words: str, channel: str) -> None:
    assert only(read(text), words).channel == channel
    request.getfixturevalue("rules_alone")
    assert only(read(text), words).channel == "unknown"


def test_a_speaker_and_listeners_whom_rules_told_by_name_stay(pointed: Any) -> None:
    text = "With Ole Kress, Mayor Oskar Brandt told reporters at a news conference that the pier would be rebuilt."
    said = pointed(text, "the pier", "press briefing", addressee="reporters", speaker="Ole Kress")
    assert said.speaker is not None and said.speaker.name == "Oskar Brandt"  # his name stands there
    assert [a.mention.text for a in said.addressees if a.mention] == ["reporters"]


def test_who_is_meant_by_a_pronoun_may_be_another(pointed: Any) -> None:
    text = "Premier Ada Lind sat by the fire with Judge Eva Rook. She said that the pass was shut."
    told = pointed(text, "the pass", sure=0.0).speaker.name
    other = "Eva Rook" if told == "Ada Lind" else "Ada Lind"
    assert pointed(text, "the pass", sure=0.8, speaker=other).speaker.name == told
    assert pointed(text, "the pass", sure=1.0, speaker=other).speaker.name == other


def test_the_other_end_of_a_call_may_be_named_elsewhere(pointed: Any) -> None:
    text = "Ada Lind rang Ole Kress at noon. The premier said that the pass was shut."
    heard = pointed(text, "the pass", "phone call", addressee="Ole Kress").addressees
    assert [a.name for a in heard] == ["Ole Kress"]
    assert pointed(text, "the pass", "speech", 0.3, addressee="Ole Kress").addressees == ()


def test_words_for_nobody_known_give_way_to_the_other_end(pointed: Any) -> None:
    text = "Ada Lind rang Ole Kress at noon. In the call Lind asked for the boats to be let out."
    heard = pointed(text, "let out", "phone call", addressee="Ole Kress").addressees
    assert [a.name for a in heard] == ["Ole Kress"]


def test_an_audience_is_named_in_the_statements_own_sentences(pointed: Any) -> None:
    text = "Facing Ole Kress, Ada Lind said that the pass was shut. Bela Corin spoke of snow."
    assert [a.name for a in pointed(text, "the pass", addressee="Ole Kress").addressees] == ["Ole Kress"]
    assert pointed(text, "the pass", sure=0.5, addressee="Bela Corin").addressees == ()


def test_nobody_is_his_own_audience(pointed: Any) -> None:
    text = "At dawn Ada Lind said that the pass was shut."
    assert pointed(text, "the pass", addressee="Ada Lind").addressees == ()


def test_the_occasion_does_not_listen(pointed: Any) -> None:
    text = "At a news conference in the north Ada Lind said that the pass was shut to Bela Corin."
    assert pointed(text, "the pass", addressee="a news conference").addressees == ()


def test_an_unresolved_speaker_gets_the_name_pointed_at(pointed: Any) -> None:
    text = "Ada Lind sat by the fire. The skipper said that the pass was shut."
    said = pointed(text, "the pass", speaker="Ada Lind")
    assert said.speaker is not None and said.speaker.name == "Ada Lind" and said.speaker.resolved_by == "coreference"
    assert said.speaker.mention is not None and said.speaker.mention.text == "The skipper"


def test_whose_driver_speaks_does_not_speak(pointed: Any) -> None:
    text = "One of Minister Bela Corin's drivers said that the pass was shut."
    speaker = pointed(text, "the pass", speaker="Bela Corin").speaker
    assert speaker is None or speaker.name != "Bela Corin"


def test_who_is_spoken_to_does_not_speak(pointed: Any) -> None:
    text = "He told Ada Lind that the pass was shut."
    assert pointed(text, "the pass", speaker="Ada Lind").speaker.name is None


def test_an_office_is_believed_sooner_beside_its_name(pointed: Any) -> None:
    near = pointed(
        "Incumbent Gerd Aske said that the count was fair.", "the count", sure=0.6, office="Incumbent"
    ).speaker
    assert near.office == "Incumbent"
    text = "Gerd Aske said that the count was fair. The incumbent slept."
    assert pointed(text, "the count", sure=0.6, office="incumbent").speaker.office is None
    assert pointed(text, "the count", sure=0.8, office="incumbent").speaker.office == "incumbent"


def test_who_is_named_by_his_office_alone_or_by_one_of_two_surnames_gets_the_name_pointed_at(pointed: Any) -> None:
    text = "The note said that the pass was shut. Ada Lind wrote it."
    assert pointed(text, "the pass", sure=0.7, speaker="Ada Lind").speaker.name == "Ada Lind"
    text = "Rodrigo Uslar Peña met drivers. Minister Uslar said that the pass was shut."
    assert pointed(text, "the pass", sure=0.7, speaker="Rodrigo Uslar Peña").speaker.name == "Rodrigo Uslar Peña"


def test_both_ministers_are_those_among_whom_the_pointing_is_shared(pointed: Any) -> None:
    text = "Rain fell as Ada Lind and Ole Kress met Bela Corin. Both officials said that the pass was shut."
    speaker = pointed(text, "the pass", speaker="Ada Lind and Ole Kress").speaker
    assert (speaker.name, speaker.kind, speaker.resolved_by) == ("Ada Lind and Ole Kress", "group", "coreference")
    assert pointed(text, "the pass", sure=0.6, speaker="Ada Lind and Ole Kress").speaker.name != speaker.name


def test_those_whom_rules_took_for_listeners_are_none_where_the_tagger_sees_nobody(pointed: Any) -> None:
    text = "Ada Lind told Ole Kress that the pass was shut. Bela Corin spoke of snow."
    assert pointed(text, "the pass", sure=0.0, addressee="Ole Kress").addressees == ()
    heard = pointed(text, "the pass", sure=0.5, addressee="Ole Kress").addressees
    assert [a.name for a in heard] == ["Ole Kress"]


def test_things_asked_for_do_not_listen(pointed: Any) -> None:
    text = "Ada Lind rang Ole Kress at noon. In the call Lind asked for the boats to be let out."
    assert pointed(text, "let out", "phone call", 0.5, addressee="Lind").addressees == ()


def test_an_officials_state_is_told_by_the_words_pointed_at(pointed: Any) -> None:
    text = "Talks went on in Kenya. Judge Ada Lind said that the pass was shut."
    speaker = pointed(text, "the pass", state="Kenya").speaker
    assert (speaker.country, speaker.country_by) == (("KEN",), "report")


def test_without_the_model_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    report = read(PLAIN)

    class Bare:
        class layers:  # noqa: N801 - stands for the linkers' field
            speech = None

    readings, nothing = [None] * len(report.statements), Bare()
    found = told_how.told_how(report.statements, readings, {}, nothing, Words(nothing.layers))  # type: ignore[arg-type]
    assert found == list(report.statements)


def test_who_is_named_by_his_state_is_nobody_of_another(pointed: Any) -> None:
    text = "Kenyan President Daniel Moi met aides in Nairobi. The Ugandan minister said that the pass was shut."
    said = pointed(text, "the pass", speaker="Daniel Moi")
    assert said.speaker is not None and said.speaker.name != "Daniel Moi"
    said = pointed(text.replace("Ugandan", "Kenyan"), "the pass", speaker="Daniel Moi")
    assert said.speaker is not None and said.speaker.name == "Daniel Moi"
