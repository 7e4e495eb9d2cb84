"""From text to a document: canonical text, identity, publication date with its basis."""

from datetime import date

from onrecord.errors import Code, InputError
from onrecord.model import Diagnostic, Document
from onrecord.model.ids import document_id, sha256
from onrecord.model.vocabulary import PublishedBasis
from onrecord.version import __version__


def iso_date(value: str | date) -> str:
    """`value` as an ISO date; raises InputError (OR-E007) where it is not one."""
    try:
        return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()[:10]
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
    """A document of canonical text `text`, which is kept as it is: offsets count its code points."""
    return Document(
        id=document_id(text, uri),
        title=title,
        published=None if published is None else iso_date(published),
        published_basis="none" if published is None else published_basis,
        publisher=publisher,
        uri=uri,
        language="en",
        sha256=sha256(text),
        diagnostics=diagnostics,
        version=__version__,
        text=text,
    )
