import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.paragraphs import blocks, hard_wrapped
from onrecord.export.weave import BEHIND, Close, Leaf, Open, Touch, Wrap, weave

TEXT = "0123456789" * 3


def _spans(low: int = 0, high: int = len(TEXT)) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(low, high), st.integers(low, high)).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(_spans(), max_size=8), st.lists(_spans(), max_size=8), _spans())
def test_weave_is_well_formed_and_loses_no_character(
    wrapped: list[tuple[int, int]], touched: list[tuple[int, int]], window: tuple[int, int]
) -> None:
    wraps = [Wrap(start, end, f"w{n}") for n, (start, end) in enumerate(wrapped)]
    touches = [Touch(start, end, f"t{n}", "act", n) for n, (start, end) in enumerate(touched)]
    stack: list[Wrap] = []
    read = ""
    place = window[0]
    for piece in weave(TEXT, *window, wraps, touches):
        match piece:
            case Open(wrap=wrap):
                stack.append(wrap)
            case Close():
                stack.pop()
            case Leaf():
                assert piece.start == place
                assert piece.start < piece.end
                place, read = piece.end, read + piece.text
                around = {wrap for wrap in wraps if wrap.start <= piece.start and piece.end <= wrap.end}
                assert set(stack) == around, "a leaf stands inside exactly the statements that cover it"
                on = {touch.record for touch in touches if touch.start <= piece.start and piece.end <= touch.end}
                assert set(piece.records) == on | {wrap.record for wrap in around}
    assert not stack
    assert read == TEXT[slice(*window)]


def test_weave_splits_what_overlaps() -> None:
    pieces = list(weave(TEXT, 0, 10, [Wrap(0, 6, "a"), Wrap(4, 9, "b")], []))
    opened = [(piece.wrap.record, piece.first) for piece in pieces if isinstance(piece, Open)]
    assert opened == [("a", True), ("b", True), ("b", False)]


def test_weave_puts_the_parent_outside_where_both_have_the_same_words() -> None:
    pieces = weave(TEXT, 0, 5, [Wrap(0, 5, "child", 2), Wrap(0, 5, "parent", 1)], [])
    assert [piece.wrap.record for piece in pieces if isinstance(piece, Open)] == ["parent", "child"]


def test_weave_names_the_most_telling_record_first() -> None:
    touches = [Touch(0, 5, "behind", "", BEHIND), Touch(0, 5, "name", "name", 1), Touch(0, 5, "act", "act", 0)]
    wraps = [Wrap(0, 9, "outer", 1), Wrap(0, 5, "inner", 2)]
    leaf = next(piece for piece in weave(TEXT, 0, 5, wraps, touches) if isinstance(piece, Leaf))
    assert leaf.records == ("act", "name", "inner", "outer", "behind")
    assert leaf.styles == ("act", "name")


def test_weave_goes_on_with_a_statement_in_the_next_paragraph() -> None:
    wraps = [Wrap(2, 18, "a")]
    first = [piece.first for piece in weave(TEXT, 0, 10, wraps, []) if isinstance(piece, Open)]
    second = [piece.first for piece in weave(TEXT, 11, 20, wraps, []) if isinstance(piece, Open)]
    assert (first, second) == ([True], [False])


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one\ntwo", ["one", "two"]),
        ("one\n\ntwo\nstill two", ["one", "two\nstill two"]),
        ("one\n \t\n\n\ntwo", ["one", "two"]),
        ("\n\none\n\n", ["one"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    found = [text[block.start : block.end].strip("\n") for block in blocks(text)]
    assert found == paragraphs


def test_paragraphs_of_fixed_width_are_known() -> None:
    line = "wire copy was once broken into lines of about seventy characters each"
    assert hard_wrapped(f"{line}\n{line}\nand a last one")
    assert not hard_wrapped("- a bullet\n- another\n- a third")
    assert not hard_wrapped("one line")
