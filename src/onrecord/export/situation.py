"""A situation as terminal lines, Markdown, one printable HTML page, or JSON: all from the same sections."""

import re
from collections.abc import Callable, Iterator

import msgspec
from markupsafe import Markup

from onrecord.export.html import environment, part, printable
from onrecord.present.phrases import quoted, shortened
from onrecord.present.situation import Situation
from onrecord.present.situation.happenings import references
from onrecord.present.situation.layout import Entry, Layout, Quote, coverage, headline
from onrecord.present.situation.tables import Row
from onrecord.version import __version__

QUOTES, QUOTES_OF_PAGE = 3, 12
"""Quotations that are printed under a line in text formats, and on the page; the JSON has all."""
_LONGEST = 240
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")


def markdown(found: Situation, limit: int | None) -> Iterator[str]:
    """Lines of a Markdown document, every line of the situation with the words it stands on."""
    yield f"# {_escaped(headline(found))}"
    yield ""
    yield _escaped(" · ".join(coverage(found)))
    for section in Layout(found, limit, QUOTES).sections():
        yield ""
        yield f"## {section.title}"
        yield ""
        for entry in section.entries:
            yield f"- {' — '.join(filter(None, (_head(entry, _escaped), *map(_escaped, entry.notes))))}"
            for quote in entry.quotes[:QUOTES]:
                yield f"  - {_escaped(_quotation(quote))}"
        if section.left_out:
            yield f"- … {section.left_out} more"


def terminal(found: Situation, limit: int | None) -> Iterator[tuple[int, str]]:
    """Lines with their indentation; a heading has none and stands in capitals."""
    yield 0, headline(found).upper()
    yield 0, " · ".join(coverage(found))
    for section in Layout(found, limit, QUOTES).sections():
        yield 0, ""
        yield 0, section.title.upper()
        for entry in section.entries:
            yield 2, _head(entry, str)
            if entry.notes:
                yield 4, " · ".join(entry.notes)
            for quote in entry.quotes[:QUOTES] if section.key != "summary" else ():
                yield 6, _quotation(quote)
        if section.left_out:
            yield 2, f"… {section.left_out} more"


def html(found: Situation, limit: int | None) -> Iterator[str]:
    """One page that loads nothing from anywhere, to be read and to be printed."""
    style = part("situation.css")
    template = environment().get_template("situation.html.j2")
    pieces = template.generate(
        title=headline(found),
        coverage=coverage(found),
        sections=Layout(found, limit, QUOTES_OF_PAGE).sections(),
        quotation=quoted,
        style=Markup(style),  # noqa: S704  (ours, from the package)
        version=__version__,
    )
    return (printable(piece) for piece in pieces)


def json(found: Situation) -> str:
    """The whole situation as one JSON object; nothing is left out or shortened."""
    return msgspec.json.format(msgspec.json.encode(found, enc_hook=_plain), indent=1).decode("utf-8")


_OF_A_ROW = ("head", "fields", "sources", "tellings", "grounds", "row")


def _plain(value: object) -> dict[str, object]:
    """A line of a ledger as JSON has it."""
    if not isinstance(value, Row):
        raise NotImplementedError
    return {name: getattr(value, name) for name in _OF_A_ROW}


def _head(entry: Entry, escaped: Callable[[str], str]) -> str:
    return " ".join(filter(None, (escaped(entry.text), escaped(references(entry.sources)))))


def _quotation(quote: Quote) -> str:
    return f"[{quote.source}, {quote.start}-{quote.end}] {quoted(shortened(quote.words, _LONGEST))}"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
