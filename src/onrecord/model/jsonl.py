"""JSON Lines of the contract: in and out without loss, and its JSON Schema."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from onrecord.errors import Code, InputError
from onrecord.model.records import Agreement, Condition, Document, Event, Mention, Record, Statement

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(
    Document | Statement | Event | Condition | Agreement | Mention
)
_list_decoder: msgspec.json.Decoder[list[Record]] = msgspec.json.Decoder(
    list[Document | Statement | Event | Condition | Agreement | Mention]
)


def encode(record: Record) -> str:
    """One record as one line of JSON, without the line end."""
    return _encoder.encode(record).decode("utf-8")


def decode(line: str, source: str = "<string>", number: int = 1) -> Record:
    """The record in one line; raises InputError (OR-E010) naming `source` and the line's `number`."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise InputError(Code.E010, source=source, line=number, reason=error) from error


def decode_all(lines: Iterable[str], source: str = "<string>") -> list[Record]:
    """The records of many lines at once, none of them blank; raises InputError (OR-E010) naming `source`."""
    try:
        return _list_decoder.decode(f"[{','.join(lines)}]")
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise InputError(Code.E010, source=source, line=1, reason=error) from error


def decode_lines(lines: Iterable[str], source: str = "<string>") -> Iterator[Record]:
    """The records of many lines, blank ones skipped."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield decode(line, source, number)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of the contract."""
    (top,), definitions = msgspec.json.schema_components(
        [Document | Statement | Event | Condition | Agreement | Mention], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "OnRecord record",
        **top,
        "$defs": definitions,
    }
