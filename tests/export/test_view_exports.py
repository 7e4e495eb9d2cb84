"""Views as workbook, CSV, page and picture; records as annotations; conditions with HXL hashtags."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from onrecord.errors import InputError
from onrecord.export import annotations
from onrecord.export.bundle import workbook, write_csv
from onrecord.export.hxl import COLUMNS, write_hxl
from onrecord.export.options import Options
from onrecord.export.timeline_svg import picture
from onrecord.export.view_page import comparison_page, page, timeline_svg
from onrecord.export.view_rows import columns, row
from onrecord.ingest.document import document
from onrecord.model import Report
from onrecord.present import ledgers
from onrecord.present.chronology import Dated
from onrecord.present.readouts import compare
from onrecord.present.views import VIEWS, get
from onrecord.reader import Reader
from tests.present import crisis_text, sample
from tests.present.sample import EMPTY, REPORT, hostile

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def annotated(reports: Sequence[Report], *, text: bool = True) -> str:
    out = io.StringIO(newline="")
    annotations.EXPORTER.write(reports, out, Options(text=text))
    return out.getvalue()


@pytest.mark.parametrize("reports", [[REPORT], [REPORT, EMPTY, hostile()], []], ids=["one", "three", "none"])
def test_annotations_are_read_back_without_loss(reports: list[Report]) -> None:
    reports = [Report.from_jsonl(one.to_jsonl(text=True)) for one in reports]  # numbers as the contract has them
    again = annotations.reports(annotated(reports))
    assert [one.to_jsonl(text=True) for one in again] == [one.to_jsonl(text=True) for one in reports]
    assert annotated(again) == annotated(reports)


def test_annotations_of_a_read_report_are_read_back_without_loss(reader: Reader) -> None:
    report = reader.read(crisis_text.TEXT, published=crisis_text.PUBLISHED)
    (again,) = annotations.reports(annotated([report]))
    assert again == report


def test_annotations_point_by_position_and_by_quotation() -> None:
    found = json.loads(annotated([REPORT]))
    assert found["type"] == "AnnotationPage" and found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    targets = [t for item in found["items"] if isinstance(item["target"], list) for t in item["target"]]
    assert targets
    for target in targets:
        place, quote = target["selector"]
        assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert sample.TEXT[place["start"] : place["end"]] == quote["exact"]
        assert sample.TEXT[: place["start"]].endswith(quote["prefix"])
        assert sample.TEXT[place["end"] :].startswith(quote["suffix"])


@pytest.mark.parametrize(
    ("old", "new"), [('"start":', '"start":1'), ('"items"', '"things"'), ("{", "", ), ('"exact":"', '"exact":"x')]
)  # fmt: skip
def test_annotations_that_were_tampered_with_are_refused(old: str, new: str) -> None:
    with pytest.raises(InputError, match="OR-E010"):
        annotations.reports(annotated([REPORT]).replace(old, new, 1), "a.jsonld")


def cells(data: bytes, number: int) -> list[list[str]]:
    """The rows of a sheet, read with nothing but the standard library."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = [
            "".join(part.text or "" for part in item.iter(f"{SHEET}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    rows = []
    for line in sheet.iter(f"{SHEET}row"):
        assert not list(line.iter(f"{SHEET}f")), "a formula"
        values = ((c.get("t"), c.findtext(f"{SHEET}v") or "") for c in line.iter(f"{SHEET}c"))
        rows.append([shared[int(value)] if kind == "s" else value for kind, value in values])
    return rows


def test_workbook_has_a_sheet_a_view_and_the_same_bytes_each_time() -> None:
    data = workbook([REPORT])
    assert data == workbook([REPORT])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert names == ["reports", *(view.name for view in VIEWS)]
    at = names.index("access") + 1
    head, line, *_ = cells(data, at)
    assert "days least" in head and line[head.index("route")] == "Harbour Road"
    assert line[head.index("days least")] == "22"


def test_workbook_keeps_formulas_of_a_report_as_text() -> None:
    evil = replace(REPORT, document=replace(REPORT.document, title='=HYPERLINK("http://x","y")', publisher="\x01bell"))
    head, line = cells(workbook([evil]), 1)
    assert line[head.index("title")].startswith("=HYPERLINK")
    assert line[head.index("publisher")] == "\ufffdbell"


def test_csv_bundle_has_every_view_with_its_evidence(tmp_path: Path) -> None:
    counts = write_csv([REPORT, EMPTY], tmp_path / "out")
    assert set(counts) == {"reports.csv", *(f"{view.name}.csv" for view in VIEWS)}
    with (tmp_path / "out" / "demands.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows and len(rows) == counts["demands.csv"]
    for one in rows:
        words, places = one["evidence"].split(" | "), one["evidence_offsets"].split(" | ")
        for text, place in zip(words, places, strict=True):
            start, end = map(int, place.split(":")[1].split("-"))
            assert " ".join(sample.TEXT[start:end].split()) == text


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.name)
def test_view_rows_have_the_columns_of_their_view(view) -> None:  # type: ignore[no-untyped-def]
    assert all(tuple(row(line)) == columns(view) for line in view.make([REPORT], None))


def test_hxl_has_hashtags_and_one_row_a_figure() -> None:
    out = io.StringIO(newline="")
    count = write_hxl(ledgers.conditions([REPORT]), out)
    head, tags, *rows = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert len(rows) == count > 0 and len(head) == len(tags) == len(COLUMNS)
    assert all(re.fullmatch(r"#[a-z]+(\+[a-z0-9_]+)*", tag) for tag in tags)
    feared = {line[tags.index("#status+feared")] for line in rows}
    assert feared == {"true", "false"}


def test_page_is_one_file_and_every_link_leads_to_words_on_it() -> None:
    html = "".join(page([REPORT, EMPTY], VIEWS))
    assert "default-src 'none'" in html and not re.search(r"(?:src|href)=\"(?:https?:)?//", html)
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    links = re.findall(r'href="#([^"]+)"', html)
    assert links and set(links) <= ids
    for view in VIEWS:
        assert f'id="{view.name}"' in html
    for place, words in re.findall(r'href="#t(\d+-\d+)" data-to="\d+">“([^<]{5,40})', html)[:20]:
        piece = re.search(rf'id="t{place}"[^>]*>([^<]+)', html)
        assert piece is not None and words.startswith(piece[1].split()[0][:5])


def test_page_escapes_what_a_report_brings_along() -> None:
    html = "".join(page([hostile()], VIEWS))
    body = html.split("<body>")[1]
    assert body.count("<script>") == 1 and "<img" not in body


def test_timeline_picture_is_well_formed_and_names_its_marks() -> None:
    svg = timeline_svg([REPORT])
    root = ElementTree.fromstring(svg)
    assert root.tag.endswith("svg") and root.get("role") == "img"
    titles = [title.text or "" for title in root.iter("{http://www.w3.org/2000/svg}title")]
    assert any("Harbour Road" in title for title in titles) and "dated lines" in titles[0]
    assert svg == timeline_svg([REPORT])


def test_timeline_picture_of_nothing_is_empty() -> None:
    assert picture((), (), (), (), None, str) == "" == timeline_svg([EMPTY])


def test_timeline_picture_escapes_words() -> None:
    ElementTree.fromstring(timeline_svg([hostile(), REPORT]))


def test_comparison_page_shows_both_sides() -> None:
    found = compare([REPORT])
    assert found is not None
    html = "".join(comparison_page(found, [REPORT]))
    assert all(side.label in html for side in found.sides)


def test_views_get_refuses_an_unknown_name() -> None:
    assert get("access").title == "Access"
    with pytest.raises(InputError, match="OR-E062"):
        get("nothing")


def test_page_cuts_the_heading_of_a_report_without_title_between_words() -> None:
    text = "The harbour master of Orvel announced yesterday evening that every ferry would be inspected before noon."
    report = Report(document=document(text, published="2031-05-14"))
    heading = re.search(r"<h3[^>]*>(.*?)</h3>", "".join(page([report], [get("demands")], None)), re.DOTALL)
    assert heading is not None and heading.group(1).removesuffix("</bdi>").endswith("every ferry would be …")


def test_timeline_picture_keeps_labels_within_its_edges() -> None:
    """A bar over the whole picture has room for its label on neither side."""
    words = "The Orvel ferry lock has been closed since 2 May 2031 and stays shut."
    wide = Dated(
        record="r", kind="condition", first="2031-05-02", last="2031-05-30", when="May", basis="explicit",
        reason=None, what="Orvel ferry lock blocked", words=words, status="asserted", negated=False,
        word="", grounds=(),
    )  # fmt: skip
    drawn = picture([wide], [], [], [], None, lambda line: "#x")
    (label,) = re.findall(r"<text ([^>]*)>Orvel ferry lock blocked</text>", drawn)
    assert 'text-anchor="end"' in label
