"""Lines and columns of the views in a terminal or a pipe."""

import os
import shutil
import sys
import textwrap
from itertools import zip_longest

import typer

from onrecord.export.screen import PIPED_WIDTH, WIDEST, safe
from onrecord.present.phrases import flat


def width() -> int:
    """Columns to fill: those of COLUMNS or the terminal, at most `WIDEST`; `PIPED_WIDTH` in a pipe."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return PIPED_WIDTH
    return min(shutil.get_terminal_size((PIPED_WIDTH, 24)).columns, WIDEST)


def title(text: str) -> None:
    """A heading after a blank line."""
    typer.echo()
    typer.secho(safe(text.upper()), bold=True)


def line(text: str, indent: int = 0) -> None:
    """One entry, wrapped with its further lines two columns further in."""
    shift = " " * indent
    for row in textwrap.wrap(safe(flat(text)), width(), initial_indent=shift, subsequent_indent=shift + "  "):
        typer.echo(row)


def beside(left: str, right: str) -> None:
    """Two texts side by side."""
    room = (width() - 3) // 2
    columns = [textwrap.wrap(safe(flat(text)), room) or [""] for text in (left, right)]
    for a, b in zip_longest(*columns, fillvalue=""):
        typer.echo(f"{a:<{room}} | {b}".rstrip())
