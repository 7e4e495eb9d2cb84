"""Lines of ledgers in a situation: put into words where they are shown, and values like any others."""

import json
from dataclasses import replace

from onrecord.export.situation import json as as_json
from onrecord.model import Span
from onrecord.present.grounds import Ground
from onrecord.present.situation import situation
from onrecord.present.situation.layout import Layout
from onrecord.present.situation.line import Line
from onrecord.present.situation.situation import Situation
from onrecord.present.situation.sources import Source
from onrecord.present.situation.tables import Row
from onrecord.reader import Reader

ROAD = (
    "Ardenia closed the Tarn road on 3 March, its foreign minister, Ada Lindqvist, said on Monday. "
    "She demanded that Velmar withdraw its patrols. Velmar has not withdrawn its patrols."
)


def _told(reader: Reader, text: str = ROAD) -> Situation:
    return situation([reader.read(text, published="2031-03-10", title="The Tarn road", publisher="Quay News")])


def _rows(found: Situation) -> list[Row]:
    return [row for table in found.ledgers for row in table.rows]


def test_lines_are_equal_where_they_tell_the_same(reader: Reader) -> None:
    rows, again, others = (_rows(_told(reader, text)) for text in (ROAD, ROAD, ROAD.replace("Velmar", "Brevia")))
    assert rows and rows == again and set(rows) == set(again)
    assert rows != others and rows[0] != rows[0].row


def test_json_has_every_line_in_words(reader: Reader) -> None:
    found = _told(reader)
    told = [row for table in json.loads(as_json(found))["ledgers"] for row in table["rows"]]
    assert [list(one) for one in told] == [["head", "fields", "sources", "tellings", "grounds", "row"]] * len(told)
    shown = [(row.head, [list(field) for field in row.fields], list(row.sources)) for row in _rows(found)]
    assert [(one["head"], one["fields"], one["sources"]) for one in told] == shown
    assert any("road" in one["head"].casefold() for one in told)


def test_words_shown_are_those_of_the_first_sources_without_words_inside_them() -> None:
    docs = [f"doc-{n}" for n in range(4)]
    sources = tuple(
        Source(
            number=4 - n, doc=doc, title="", publisher=None, published=None, uri=None, copy_of=None, corrected_by=None
        )
        for n, doc in enumerate(docs)
    )
    spans = (Span(6, 9, "Tol"), Span(0, 4, "The "), Span(0, 9, "The  Toll"), Span(12, 15, "mud"))
    grounds = [Ground("2031-03-10", doc, span, "e-1") for doc in (*docs, "doc-unknown") for span in spans]

    def shown(most: int | None) -> list[tuple[int, int, str]]:
        found = situation(())
        line = Line(about="x", text="y", sources=(1,), grounds=tuple(grounds))
        layout = Layout(replace(found, sources=sources, summary=(line,)), quotes=most)
        (section,) = [one for one in layout.sections() if one.key == "summary"]
        quotes = section.entries[0].quotes
        return [(one.source, one.start, one.words) for one in quotes]

    whole = [(number, *words) for number in (1, 2, 3, 4) for words in ((0, "The Toll"), (12, "mud"))]
    assert shown(None) == whole
    assert shown(3) == whole[:3]
