"""`onrecord read`: reports in, their record out."""

from pathlib import Path
from typing import Annotated

import typer


def read(
    files: Annotated[list[Path], typer.Argument(help="Reports to read.")],
    published: Annotated[str | None, typer.Option(help="Publication date, YYYY-MM-DD.")] = None,
    output: Annotated[str, typer.Option("--format", help="jsonl.")] = "jsonl",
) -> None:
    """Read reports and print who said and did what, to whom, where, when, and on whose word."""
    from onrecord.reader import load

    reader = load()
    for file in files:
        report = reader.read(file.read_text(encoding="utf-8"), published=published, uri=file.name)
        typer.echo(report.to_jsonl(), nl=False)
