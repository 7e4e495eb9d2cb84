"""What the tagger tells of a statement where rules told nothing, and that it never speaks against them."""

import pytest
from msgspec.structs import replace

from onrecord.link import told_how
from onrecord.model import Report, Statement
from onrecord.reader import load


def read(text: str) -> Report:
    return load().read(text)


def only(report: Report, words: str) -> Statement:
    found = [s for s in report.statements if any(words in part.text for part in s.content)]
    assert len(found) == 1
    return found[0]


UNLISTED = (
    "DREVA, 3 May - Over the crackle of a village loudspeaker the mayor of Dreva, Anna Rool, told the fishermen of the "
    "lower harbour that the pier would be closed.\n\n“It will open again in June,” she said."
)


def without(monkeypatch: pytest.MonkeyPatch, text: str) -> Report:
    """The reading by rules alone."""
    with monkeypatch.context() as changed:
        for bar in ("CHANNEL", "ADDRESSEE", "SPEAKER", "OFFICE"):
            changed.setattr(told_how, bar, 2.0)
        return read(text)


@pytest.mark.parametrize(
    ("text", "words", "channel"),
    [
        (
            "Delegates to the growers' congress rose when the chairman, Piet Aalders, came to the lectern. The price "
            "of barley, he said, had ruined better men than himself.",
            "had ruined",
            "speech",
        ),
        (
            "The coach fielded questions for ten minutes at the training ground. He said that nobody had been sold.",
            "nobody had been sold",
            "press briefing",
        ),
    ],
)
def test_a_channel_that_no_rule_knows(monkeypatch: pytest.MonkeyPatch, text: str, words: str, channel: str) -> None:
    assert only(without(monkeypatch, text), words).channel == "unknown"
    assert only(read(text), words).channel == channel


def test_what_rules_told_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "In a letter to the union, Mayor Oskar Brandt wrote that the pier would be rebuilt."
    own, both = only(without(monkeypatch, text), "the pier"), only(read(text), "the pier")
    assert own.channel == both.channel == "letter"
    assert own.addressees == both.addressees


def test_nobody_is_his_own_audience() -> None:
    for statement in read(UNLISTED).statements:
        names = {a.name for a in statement.addressees if a.name}
        assert statement.speaker is None or statement.speaker.name not in names


def test_without_the_model_nothing_changes() -> None:
    report = read(UNLISTED)

    class Bare:
        class layers:  # noqa: N801 - stands for the linkers' field
            speech = None

    assert told_how.told_how(report.statements, Bare()) == list(report.statements)  # type: ignore[arg-type]


def test_an_office_stands_beside_its_name() -> None:
    near = read("Incumbent Gerd Aske said the count was fair, and thanked the clerks.").statements[0].speaker
    assert near is not None and near.office == "Incumbent"
    apart = read("Gerd Aske said the count was fair. The incumbent slept.").statements[0].speaker
    assert apart is not None and apart.office is None


def test_records_keep_their_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    own, both = without(monkeypatch, UNLISTED), read(UNLISTED)
    assert [s.id for s in own.statements] == [s.id for s in both.statements]
    assert [replace(s, channel="unknown", addressees=(), speaker=None) for s in own.statements] == [
        replace(s, channel="unknown", addressees=(), speaker=None) for s in both.statements
    ]
