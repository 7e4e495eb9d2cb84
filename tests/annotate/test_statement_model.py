"""The shipped statement model, on sentences about invented people and states."""

import re
from pathlib import Path

import pytest

from onrecord.annotate.statement_model import (
    StatementTagger,
    TaggedStatement,
    arc_shares,
    settings_from,
    statement_tagger,
)


def paragraphs(text: str) -> list[tuple[str, int]]:
    """Lines of a text, each with its start."""
    return [(m.group(), m.start()) for m in re.finditer(r"[^\n]+", text)]


def tagged(text: str) -> tuple[TaggedStatement, ...]:
    """What the shipped model finds."""
    return statement_tagger().tag(paragraphs(text))


def words(text: str, span: tuple[int, int] | None) -> str | None:
    """The words of a span, without marks."""
    return text[slice(*span)].strip("“”\"'., ") if span else None


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        (
            "“We will reopen the border crossing before winter,” said Mara Oxten, the Korlund foreign minister.",
            "We will reopen the border crossing before winter",
            "Mara Oxten, the Korlund foreign minister",
            "said",
        ),
        (
            "The ministry said that two convoys had reached the besieged town.",
            "that two convoys had reached the besieged town",
            "The ministry",
            "said",
        ),
        (
            "Fighting resumed near the dam overnight, according to the Vesperian army.",
            "Fighting resumed near the dam overnight",
            "the Vesperian army",
            "according to",
        ),
        (
            'She added: "Nobody asked us to leave the valley."',
            "Nobody asked us to leave the valley",
            "She",
            "added",
        ),
    ],
    ids=["inverted quotation", "indirect", "according to", "straight marks"],
)
def test_statement_model_content_source_and_cue(text: str, content: str, source: str, cue: str) -> None:
    found = [s for s in tagged(text) if words(text, s.content[0]) == content]
    assert found, tagged(text)
    assert words(text, found[0].source) == source
    assert cue in (words(text, found[0].cue) or "")


def test_statement_model_fragments_of_one_statement_stay_together() -> None:
    text = "“The convoy left at dawn,” Oxten told reporters. “It has not arrived.”"
    (statement,) = tagged(text)
    assert [words(text, s) for s in statement.content] == ["The convoy left at dawn", "It has not arrived"]


def test_statement_model_finds_nothing_where_nobody_speaks() -> None:
    assert tagged("The river rose by two metres overnight. Shops stayed shut.") == ()


def test_statement_model_document_without_paragraphs() -> None:
    assert statement_tagger().tag([]) == ()


def test_statement_model_spans_lie_in_the_document_and_in_order() -> None:
    text = "\n\n".join(
        f"Envoy number {i} said on Monday that the talks would go on. “They must,” she added." for i in range(40)
    )
    found = tagged(text)
    spans = [span for s in found for span in s.content]
    assert len(found) >= 60
    assert [s.content for s in found] == sorted(s.content for s in found)
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)
    assert all(0 <= s.score <= 1 for s in found)


def test_statement_model_spans_point_neither_at_themselves_nor_past_the_text() -> None:
    tagger = statement_tagger()
    (reading,) = tagger.readings([("“What do you think was the main reason for these experiences?”", 0)])
    shares = arc_shares(reading, (1, 6), 1, tagger.settings)
    assert reading.window.starts[-1] < 0
    assert shares[-1] == 0
    assert not shares[1:6].any()


def test_statement_model_reads_a_document_the_same_every_time() -> None:
    text = "The envoy warned that supplies would run out.\n“We need fuel,” a doctor said."
    assert tagged(text) == tagged(text) == StatementTagger(statement_tagger().folder).tag(paragraphs(text))


def test_statement_model_refuses_a_model_for_other_tags() -> None:
    with pytest.raises(ValueError, match="other tags"):
        settings_from({"tags": ["O"]})


def test_statement_model_is_small_enough_to_ship() -> None:
    model = Path(statement_tagger().folder) / "model.onnx"
    assert model.stat().st_size <= 25_000_000
