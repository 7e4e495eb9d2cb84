"""Saved web pages: the article's text, and title, publisher and date from the page's metadata."""

import re
from dataclasses import dataclass

from onrecord.errors import Code, InputError

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div)\b",
    re.IGNORECASE | re.DOTALL,
)

_DATES: dict[str, object] = {"original_date": True, "extensive_search": False}
"""Dates come from the page's metadata only: one picked from the running text would be a guess."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page says of itself; `published` is an ISO date."""

    text: str
    title: str | None
    published: str | None
    publisher: str | None
    uri: str | None


def is_html(text: str) -> bool:
    """Whether `text` looks like a web page rather than plain text."""
    return _HTML.match(text[:20_000]) is not None


def page(html: str, source: str) -> Page:
    """The article in a page. Raises InputError (OR-E002) where it holds none.

    The canonical text is the extracted article, one paragraph a line; offsets count in it, not in the page.
    """
    from trafilatura import extract as extract_text  # noqa: PLC0415
    from trafilatura import extract_metadata  # noqa: PLC0415  (costs as much as a small parse; text must not pay)

    text = (extract_text(html, include_comments=False, include_tables=False) or "").strip()
    if not text:
        raise InputError(Code.E002, source=f"the article in {source}")
    found = extract_metadata(html, date_config=_DATES)
    return Page(text, found.title, found.date, found.sitename or found.hostname, found.url)
