"""The events task: prediction rows in the format of the scorer."""

from typing import Any

import pytest

from onrecord.evaluation.tasks.events import predict


def events(text: str) -> list[dict[str, Any]]:
    ((row),) = list(predict([{"id": "t1", "text": text}]))
    found: list[dict[str, Any]] = row["events"]
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Ardenian junta agreed to free the striking pilots of Velmar.", "AGREE"),
        ("The Ardenian junta said it would free the striking pilots of Velmar on Monday.", "AGREE"),
        ("The Ardenian junta pardoned the striking pilots of Velmar.", "CONCEDE"),
        ("The Ardenian junta freed the striking pilots of Velmar.", "RETREAT"),
        ("A court in Ardenia sentenced the Velmari smuggler to nine years in prison.", "COERCE"),
        ("Ardenia and Velmar reached an agreement on the dam.", "SUPPORT"),
    ],
)
def test_events_task_counts_a_record_as_its_cameo_code_converts(text: str, kind: str) -> None:
    assert kind in [event["event"] for event in events(text)]


def test_events_task_shows_who_a_pronoun_stands_for() -> None:
    (one,) = events("Ardenia said it had rejected the offer from Velmar.")
    assert one["actors"] == [{"text": "Ardenia", "country": ""}]


def test_events_task_answers_every_row_in_order() -> None:
    rows = [{"id": n, "text": t} for n, t in (("a", " "), ("b", "Snow fell."))]
    assert list(predict(rows)) == [{"id": "a", "events": []}, {"id": "b", "events": []}]
