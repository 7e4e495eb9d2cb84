"""`onrecord search`: words in an evidence base."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.columns import line
from onrecord.cli.inputs import opened

if TYPE_CHECKING:
    from onrecord.model import Document
    from onrecord.store.search import Hit


def search(
    query: Annotated[str, typer.Argument(help='Words to find; "quoted words" as a phrase.')],
    store: Annotated[str, typer.Option(help="The evidence base: a file, or a database URL.")] = "onrecord.db",
    limit: Annotated[int, typer.Option(min=1, help="How many matches to print.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a match.")] = False,
) -> None:
    """Find documents and statements by their words; exit code 1 where nothing matches."""
    with opened(store) as base:  # a store is not made by asking it
        hits = base.search(query, limit)
        told = {} if as_json else {doc: _named(doc, base.document(doc)) for doc in {hit.doc for hit in hits}}
    for hit in hits:
        if as_json:
            row = {"doc": hit.doc, "record": hit.record, "snippet": hit.snippet}
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            _show(hit, told[hit.doc])
    if not hits:
        typer.echo(f"nothing matches {query!r}", err=True)
        raise typer.Exit(1)


def _named(doc: str, head: "Document | None") -> str:
    """Which report a match stands in: its title or address, who published it and when."""
    if head is None:
        return doc
    return " · ".join(part for part in (head.title or head.uri, head.publisher, head.published, doc) if part)


def _show(hit: "Hit", named: str) -> None:
    line(f"{hit.record or hit.doc}  {hit.snippet}")
    line(named, 4)
