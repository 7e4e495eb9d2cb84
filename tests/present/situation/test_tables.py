"""Lines of ledgers in a situation: put into words where they are shown, and values like any others."""

import json

from onrecord.export.situation import json as as_json
from onrecord.present.situation import situation
from onrecord.present.situation.situation import Situation
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
