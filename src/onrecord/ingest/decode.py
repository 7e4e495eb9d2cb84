"""Bytes to canonical text, or a coded error that says why not."""

import codecs
from dataclasses import dataclass

import charset_normalizer

from onrecord.errors import Code, InputError
from onrecord.model import Diagnostic

LIMIT_MB = 50
"""The largest source that is read, in units of 10⁶ bytes; beyond it is a corpus, not a report."""

_CONVERT = "Convert it to plain text or HTML first."
_STORE = "If it is a store of OnRecord, give it with --store to a verb that takes one."
_SQLITE = "an SQLite database"

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP, DOCX, ODT or XLSX file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": _SQLITE,
    b"{\\rtf": "an RTF document",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Canonical text with what its reader should know about how it was read."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, source: str) -> Decoded:
    """The text in `data`, named `source` in errors.

    Raises InputError: OR-E002 empty, OR-E003 not text, OR-E004 over LIMIT_MB, OR-E005 undecodable.
    """
    if len(data) > LIMIT_MB * 1_000_000:
        raise InputError(Code.E004, source=source, limit_mb=LIMIT_MB)
    for magic, looks_like in _MAGIC.items():
        if data.startswith(magic):
            raise _no_text(source, looks_like, _STORE if looks_like == _SQLITE else _CONVERT)
    text, diagnostics = _text(data, source)
    if not text.strip():
        raise InputError(Code.E002, source=source)
    return Decoded(text, diagnostics)


def _text(data: bytes, source: str) -> tuple[str, tuple[Diagnostic, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, source), ()
    start = data[:4096]
    if abs(start[::2].count(0) - start[1::2].count(0)) * 3 > len(start):  # every other byte of English in UTF-16
        raise _no_text(source, "UTF-16 without a byte order mark", "Save it as UTF-8.")
    if 0 in start or sum(byte in _CONTROLS for byte in start) * 10 > len(start):
        raise _no_text(source, "binary data", _CONVERT)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _guessed(data, source, error)


def _no_text(source: str, looks_like: str, remedy: str) -> InputError:
    return InputError(Code.E003, source=source, looks_like=looks_like, remedy=remedy)


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(Code.E005, source=source, reason=error) from error


def _guessed(data: bytes, source: str, error: UnicodeDecodeError) -> tuple[str, tuple[Diagnostic, ...]]:
    """Text that is not UTF-8, in the encoding that fits it best; a guess, and said to be one.

    Windows-1252 goes first: it is what English text that is not UTF-8 nearly always is, and statistics over a
    handful of curly quotation marks choose among its cousins at random.
    """
    foreign = sum(byte >= 0x80 for byte in data)
    for encoding in ("cp1252", _likeliest(data, error.start)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text, (Diagnostic("OR-W003", Code.W003.value.format(count=foreign, encoding=encoding)),)
    raise InputError(Code.E005, source=source, reason=error) from error


def _likeliest(data: bytes, at: int) -> str:
    best = charset_normalizer.from_bytes(data[max(0, at - 50_000) : at + 50_000]).best()
    return best.encoding if best is not None else "utf-8"
