"""The statements task: prediction rows in the format of the scorer."""

from onrecord.evaluation.tasks.statements import predict


def test_statements_task_gives_a_row_a_fragment() -> None:
    text = "“The pass is shut,” envoy Ana Dorel said. “It will stay shut.”"
    ((row),) = list(predict([{"doc_id": "d1", "text": text}]))
    assert row["doc_id"] == "d1"
    assert [text[q["start"] : q["end"]] for q in row["quotes"]] == ["“The pass is shut,”", "“It will stay shut.”"]
    assert {q["speaker_text"] for q in row["quotes"]} == {"envoy Ana Dorel"}
    for q in row["quotes"]:
        assert text[q["speaker_start"] : q["speaker_end"]] == q["speaker_text"]


def test_statements_task_answers_every_row_in_order() -> None:
    rows = [{"doc_id": n, "text": t} for n, t in (("a", ""), ("b", "Snow fell."))]
    assert list(predict(rows)) == [{"doc_id": "a", "quotes": []}, {"doc_id": "b", "quotes": []}]
