"""The labels of real news: their form, and how what is coded of a sentence is judged by them."""

from onrecord.reader import Reader
from tests.development.news import score


def test_news_labels_lie_in_their_sentences() -> None:
    for row in score.labels():
        for act in row["acts"]:
            words = [act["anchor"], *act["actors"], *act["recipients"]]
            assert all(row["start"] <= start < end <= row["end"] for start, end in words)


def test_news_an_event_meets_one_label_of_its_type(reader: Reader) -> None:
    text = "Vesland expelled two envoys of Norland on Monday."
    events = reader.read(text).events
    expelled = {"type": "SANCTION", "status": "asserted", "anchor": [8, 16]}
    assert score.judged(events, [expelled])["right"] == 1
    assert score.judged([*events, *events], [expelled])["false"] == 1
    assert score.judged(events, [{**expelled, "type": "AID"}])["right"] == 0
