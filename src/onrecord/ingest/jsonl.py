"""JSON Lines of documents: {"text", and optionally "title", "published", "publisher", "uri"} a line."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.errors import Code, InputError


class Row(msgspec.Struct, frozen=True):
    """One line; other fields are ignored, so that exports of other tools can be read as they are."""

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    uri: str | None = None


_decoder = msgspec.json.Decoder(Row)


def read_rows(lines: Iterable[str], source: str) -> Iterator[tuple[int, Row | InputError]]:
    """Each line's number with its row, or with the error (OR-E006) that says what is wrong with it."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, _decoder.decode(line)
        except (msgspec.DecodeError, UnicodeEncodeError) as error:
            yield number, InputError(Code.E006, source=source, line=number, reason=error)


def is_spread(text: str) -> bool:
    """Whether a text is one JSON value over several lines, whose every line would be an error of its own."""
    if "\n" not in text.strip():
        return False
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return False
    return True
