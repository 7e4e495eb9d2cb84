"""The learned tagger beside the parser: the same attributions, and no lost error."""

import pytest

from onrecord.annotate import attributions as module
from onrecord.annotate.attributions import attributions, beginning
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document

TEXT = """The minister said on Tuesday that the bridge would open again.

“We have waited long enough,” said Ada Lind, who leads the traders' union. It rained."""


@pytest.mark.parametrize("processors", [1, 2])
def test_attributions_begun_early_are_those_read_in_turn(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_processors", lambda: processors)
    with beginning(TEXT) as result:
        layers = parse(document(TEXT))
        early = result()
    assert early.attributions
    assert early.attributions == attributions(layers)
    assert early.acts is not None


def test_attributions_an_error_on_the_second_thread_is_raised_where_the_result_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(text: str, bounds: object) -> None:
        raise RuntimeError("no such window")

    monkeypatch.setattr(module, "_processors", lambda: 2)
    monkeypatch.setattr(module, "_tagged", broken)
    with pytest.raises(RuntimeError, match="no such window"), beginning(TEXT) as result:
        result()


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("of anonymity.", (3, 8), (3, 12)),
        ("a U.S. envoy said", (11, 12), (7, 12)),
        ("said", (0, 4), (0, 4)),
        ("", (0, 0), (0, 0)),
    ],
)
def test_attributions_bounds_keep_words_whole(text: str, cut: tuple[int, int], whole: tuple[int, int]) -> None:
    assert module._whole(text, cut) == whole


def test_attributions_sources_end_without_a_comma() -> None:
    assert module._bare("an official, who", (0, 12)) == (0, 11)
