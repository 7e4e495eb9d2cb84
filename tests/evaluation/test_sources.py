"""The sources task: mentions of persons and organisations, put together by referent."""

from onrecord.evaluation.tasks.sources import predict

TEXT = "Foreign Minister Ada Lindqvist met the Red Cross. She thanked it. Lindqvist left for Paris."


def test_sources_one_entity_for_name_pronoun_and_last_name() -> None:
    (row,) = predict([{"doc_id": "d", "text": TEXT, "mentions": [{"start": 0, "end": 3, "entity": 1}]}])
    found = {TEXT[m["start"] : m["end"]]: m["entity"] for m in row["mentions"]}
    assert found["Foreign Minister Ada Lindqvist"] == found["She"] == found["Lindqvist"]
    assert found["the Red Cross"] == found["it"] != found["She"]
    assert "Paris" not in found
    assert row["doc_id"] == "d"
