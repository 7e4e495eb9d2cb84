from tests.present.sample import REPORT, TEXT


def test_sample_is_grounded() -> None:
    spans = [span for statement in REPORT.statements for span in statement.content]
    spans += [span for event in REPORT.events for span in (event.anchor, event.evidence)]
    assert len(spans) > 40
    assert all(span.grounded_in(TEXT) for span in spans)
