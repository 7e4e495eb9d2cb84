import base64
import hashlib
import io
import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from onrecord.export.html import EXPORTER
from onrecord.export.html_view import ReportView, address
from onrecord.export.options import Options
from onrecord.model import Report, Span
from tests.present import sample
from tests.present.sample import EMPTY, REPORT, TEXT, hostile

VOID = {"meta", "link", "input", "br", "hr", "img"}


class Page(HTMLParser):
    """The page as elements, checked for nesting as it is read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.canon = ""
        self.inside = 0
        self.feed(text)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)
        if dict(attrs).get("class") == "canon":
            self.inside = len(self.stack)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack, f"</{tag}> closes nothing"
        assert self.stack.pop() == tag
        if len(self.stack) < self.inside:
            self.inside = 0

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.canon += data

    def values(self, name: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(name)) is not None]


def _page(*reports: Report, full: bool = False) -> str:
    out = io.StringIO()
    EXPORTER.write(reports, out, Options(full=full))
    return out.getvalue()


def test_html_is_well_formed_and_shows_the_whole_text() -> None:
    page = Page(_page(REPORT))
    assert "".join(page.canon.split()) == "".join(TEXT.split())


@pytest.mark.parametrize("reports", [(REPORT,), (REPORT, EMPTY, hostile(), REPORT)])
def test_html_ids_are_unique_and_links_lead_somewhere(reports: tuple[Report, ...]) -> None:
    page = Page(_page(*reports))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)
    assert {one for refs in page.values("data-r") for one in refs.split()} <= set(ids)
    for name in ("aria-labelledby", "aria-describedby", "for"):
        assert set(page.values(name)) <= set(ids)


def test_html_loads_nothing() -> None:
    page = Page(_page(REPORT, hostile()))
    assert not [tag for tag, _ in page.elements if tag in {"img", "iframe", "object", "embed", "video", "audio"}]
    assert not page.values("src")
    assert {link for link in page.values("href") if not link.startswith("#")} == {"data:,"}
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp|WebSocket|sendBeacon", _page(REPORT))


def test_html_report_is_harmless() -> None:
    text = _page(hostile())
    page = Page(text)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not [attrs for _, attrs in page.elements if any(name.startswith("on") for name in attrs)]
    assert not [link for link in page.values("href") if "javascript" in link]
    assert "{{7*7}}" in text


def test_html_policy_names_its_own_style_and_script_only() -> None:
    text = _page(REPORT)
    policy = next(attrs["content"] or "" for tag, attrs in Page(text).elements if attrs.get("http-equiv") is not None)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        found = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert found
        digest = base64.b64encode(hashlib.sha256(found.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize(
    ("uri", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("report.txt", None),
        (None, None),
    ],
)
def test_html_follows_only_web_addresses(uri: str | None, link: str | None) -> None:
    assert address(uri) == link


def test_html_links_the_source() -> None:
    report = replace(REPORT, document=replace(REPORT.document, uri="https://example.org/a"))
    assert "https://example.org/a" in Page(_page(report)).values("href")


def test_html_several_reports_have_an_index() -> None:
    text = _page(REPORT, EMPTY)
    assert '<a href="#r2"><bdi>doc-empty</bdi></a>' in text
    assert "<title>2 reports · OnRecord</title>" in text


def test_html_shows_the_dossier_where_the_text_was_not_kept() -> None:
    text = _page(replace(REPORT, document=replace(REPORT.document, text=None)))
    assert "The text was not kept with these records" in text
    assert "asks Karsunia" in text
    Page(text)


def test_html_full_spares_no_words() -> None:
    assert 'class="brief"' in _page(REPORT)
    assert 'class="brief"' not in _page(REPORT, full=True)


def test_html_bears_lone_surrogates() -> None:
    report = replace(EMPTY, document=replace(EMPTY.document, title="a\ud800b"))
    _page(report).encode("utf-8")


def test_html_speakers_have_different_tags() -> None:
    view = ReportView(REPORT, 1)
    tags = [one.tag for one in view.speaking.values()]
    assert len(tags) == len(set(tags)) == 8
    assert view.speaking["person:Ivo Brandt"].tag == "IB"


def test_html_statement_spans_several_paragraphs() -> None:
    start, end = TEXT.index("She also"), TEXT.index("gave a different")
    content = (Span.of(TEXT, start, end),)
    page = Page(_page(Report.of((sample.DOCUMENT, replace(sample.ADDED, content=content)))))
    parts = [attrs for _, attrs in page.elements if (attrs.get("class") or "").startswith("st ")]
    assert len(parts) == 2
    assert ["data-tag" in attrs for attrs in parts] == [True, False]
