"""Deterministic ids: the same text and the same reading give the same id, on any machine."""

import hashlib

from onrecord.model.span import Span


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def sha256(text: str) -> str:
    """Hexadecimal SHA-256 of the text's UTF-8 bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(text: str, uri: str | None) -> str:
    """Id of a document: of its text and its address, so that two outlets' copies stay two documents."""
    return f"doc-{_digest(uri or '', sha256(text))}"


def record_id(kind: str, doc: str, spans: tuple[Span, ...], *more: str) -> str:
    """Id of a record of `kind` in document `doc`, from the characters it points at and what tells it apart."""
    places = ",".join([f"{s.start}-{s.end}" for s in spans])
    return f"{kind}-{_digest(doc, kind, places, *more)}"
