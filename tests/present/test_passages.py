"""Where words stand in a report."""

from onrecord.model import Span, Statement
from onrecord.present.passages import Passages
from onrecord.reader import Reader

TEXT = (
    "“We will keep the Torv bridge shut,” Ada Lund, the Ardenian foreign minister, said on Monday. The Velmari "
    "ministry said that its envoy had told the council that Ardenia had promised to open it. “Nobody,” the envoy said, "
    "“believes that,” and Lund denied that she had promised anything.\n\nBread was short in Kelm, the mayor said."
)


def test_the_innermost_statement_is_the_one_that_a_look_at_all_finds(reader: Reader) -> None:
    report = reader.read(TEXT)
    passages, statements = Passages(report), report.statements
    assert any(one.parent for one in statements)
    assert any(len(one.content) > 1 for one in statements)

    def depth(one: Statement) -> tuple[int, int]:
        return len(passages.chains.statements(one.id)), one.content[0].start

    for at in range(len(TEXT)):
        around = [one for one in statements if any(part.start <= at < part.end for part in one.content)]
        expected = max(around, key=depth, default=None)
        assert passages.statement(Span(at, at + 1, TEXT[at])) is expected
