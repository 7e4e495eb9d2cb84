"""From text to a document: canonical text, identity, publication date with its basis."""

from datetime import date, datetime

from onrecord.errors import Code, InputError
from onrecord.ingest.checks import diagnose, language_of
from onrecord.model import Diagnostic, Document
from onrecord.model.ids import document_id, sha256
from onrecord.model.vocabulary import PublishedBasis
from onrecord.version import __version__


def iso_date(value: str | date) -> str:
    """The ISO date of `value`, an ISO date or time; raises InputError (OR-E007) for anything else."""
    try:
        return (value if isinstance(value, date) else datetime.fromisoformat(value)).isoformat()[:10]
    except ValueError as error:
        raise InputError(Code.E007, value=value) from error


def document(
    text: str,
    *,
    published: str | date | None = None,
    published_basis: PublishedBasis = "option",
    title: str | None = None,
    publisher: str | None = None,
    uri: str | None = None,
    diagnostics: tuple[Diagnostic, ...] = (),
) -> Document:
    """A document of canonical text `text`, which is kept as it is: offsets count its code points.

    Raises InputError: OR-E007 for a `published` that is no date, OR-E005 for text with lone surrogates, which
    no encoding can store.
    """
    date = None if published is None else iso_date(published)
    language, _ = language_of(_encodable(text))
    return Document(
        id=document_id(text, uri),
        title=title,
        published=date,
        published_basis="none" if date is None else published_basis,
        publisher=publisher,
        uri=uri,
        language=language,
        sha256=sha256(text),
        diagnostics=(*diagnostics, *diagnose(text, date, language)),
        version=__version__,
        text=text,
    )


def _encodable(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(Code.E005, source="the text", reason=error) from error
    return text
