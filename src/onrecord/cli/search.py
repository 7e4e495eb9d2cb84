"""`onrecord search`: words in an evidence base."""

import json
from typing import Annotated

import typer


def search(
    query: Annotated[str, typer.Argument(help='Words to find; "quoted words" as a phrase.')],
    store: Annotated[str, typer.Option(help="The evidence base: a file, or a database URL.")] = "onrecord.db",
    limit: Annotated[int, typer.Option(min=1, help="How many matches to print.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a match.")] = False,
) -> None:
    """Find documents and statements by their words; exit code 1 where nothing matches."""
    from onrecord.store import EvidenceBase

    with EvidenceBase.open(store) as base:
        hits = base.search(query, limit)
    for hit in hits:
        row = {"doc": hit.doc, "record": hit.record, "snippet": hit.snippet}
        typer.echo(json.dumps(row, ensure_ascii=False) if as_json else f"{hit.record or hit.doc}  {hit.snippet}")
    if not hits:
        typer.echo(f"nothing matches {query!r}", err=True)
        raise typer.Exit(1)
