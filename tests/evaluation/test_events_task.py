"""The events task: prediction rows in the format of the scorer."""

from typing import Any

import pytest

from onrecord.annotate import dyad_model
from onrecord.annotate.dyad_model import Relation
from onrecord.evaluation.tasks.events import predict


def events(text: str) -> list[dict[str, Any]]:
    ((row),) = list(predict([{"id": "t1", "text": text}]))
    found: list[dict[str, Any]] = row["events"]
    return found


class Coder:
    """A coder of relations that takes all for one type."""

    def __init__(self, kind: str, score: float) -> None:
        self._relation = Relation(((kind, score), ("AID", 1 - score)))

    def relation(self, *_: Any) -> Relation:
        return self._relation


def test_events_task_counts_as_the_coder_of_relations_has_it_where_it_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The Ardenian junta sentenced the Velmari smuggler to nine years in prison."
    for score, kind in ((0.6, "PROTEST"), (0.4, "COERCE")):
        monkeypatch.setattr(dyad_model, "standard", lambda score=score: Coder("PROTEST", score))
        assert [(event["event"], event["mode"]) for event in events(text)] == [(kind, None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Ardenian junta agreed to free the striking pilots of Velmar.", "AGREE"),
        ("The Ardenian junta said it would free the striking pilots of Velmar on Monday.", "AGREE"),
        ("The Ardenian junta pardoned the striking pilots of Velmar.", "CONCEDE"),
        ("The Ardenian junta freed the striking pilots of Velmar.", "RETREAT"),
        ("Ardenia and Velmar reached an agreement on the dam.", "SUPPORT"),
    ],
)
def test_events_task_counts_as_the_cameo_code_converts_where_the_coder_is_not_sure(
    text: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dyad_model, "standard", lambda: Coder("PROTEST", 0.3))
    assert kind in [event["event"] for event in events(text)]


def test_events_task_shows_who_a_pronoun_stands_for() -> None:
    (one,) = events("Ardenia said it had rejected the offer from Velmar.")
    assert one["actors"] == [{"text": "Ardenia", "country": ""}]


def test_events_task_answers_every_row_in_order() -> None:
    rows = [{"id": n, "text": t} for n, t in (("a", " "), ("b", "Snow fell."))]
    assert list(predict(rows)) == [{"id": "a", "events": []}, {"id": "b", "events": []}]
