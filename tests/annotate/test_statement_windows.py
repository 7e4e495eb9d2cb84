"""Word pieces, their features, and windows of whole paragraphs."""

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer

from onrecord.annotate.statement_windows import Piece, pieces, quotation_states, shape, windows


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    made = Tokenizer(WordLevel({"[UNK]": 100, ".": 1012}, unk_token="[UNK]"))
    made.pre_tokenizer = BertPreTokenizer()
    return made


def row(count: int, start: int = 0) -> list[Piece]:
    """Pieces of one code point each."""
    return [Piece(start + i, start + i + 1, 200, 0) for i in range(count)]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("a “b” c", "0021200"),
        ('a "b" c', "0021200"),
        ("«b» c", "21200"),
        ("it’s a", "000000"),
        ("“b", "21"),
    ],
)
def test_statement_windows_quotation_states(text: str, states: str) -> None:
    assert "".join(map(str, quotation_states(text))) == states


@pytest.mark.parametrize(
    ("word", "after_space", "number"),
    [
        ("talks", True, 0),
        ("Minister", True, 1),
        ("UN", True, 2),
        ("1994", True, 3),
        ("—", True, 4),
        (".", False, 5),
    ],
)
def test_statement_windows_shape(word: str, after_space: bool, number: int) -> None:
    assert shape(word, after_space) == number


def test_statement_windows_pieces_point_into_the_document(tokenizer: Tokenizer) -> None:
    text = "Nobody spoke.\nThe envoy’s aide did."
    start = text.index("The")
    found = pieces(tokenizer, text[start:], start)
    assert [text[p.start : p.end] for p in found] == ["The", "envoy", "’", "s", "aide", "did", "."]


@pytest.mark.parametrize("context", [0, 5])
@pytest.mark.parametrize("sizes", [[3], [10, 10, 10, 10], [90], [200, 1, 1], [30, 3, 61, 7]])
def test_statement_windows_read_every_piece_once(sizes: list[int], context: int) -> None:
    paragraphs, start = [], 0
    for size in sizes:
        paragraphs.append(row(size, start))
        start += size + 1
    made = windows(paragraphs, 40, context)
    read = [int(s) for w in made for s in w.starts[w.context :] if s >= 0]
    assert read == [p.start for paragraph in paragraphs for p in paragraph]
    assert max(len(w.tokens) for w in made) <= 40


def test_statement_windows_context_is_what_came_before() -> None:
    second = windows([row(30), row(30, 31)], 40, 5)[1]
    assert second.starts[1 : second.context].tolist() == [25, 26, 27, 28, 29, -1]


def test_statement_windows_cut_long_paragraphs_where_a_sentence_ends() -> None:
    long = row(60)
    long[29] = Piece(29, 30, 1012, 15)
    long[30:] = [Piece(p.start + 1, p.end + 1, p.token, 3) for p in long[30:]]
    assert int(windows([long], 40, 0)[0].ends.max()) == 30
