"""The `onrecord` command: its verbs, and one place where errors become messages and exit codes.

Exit codes: 0 done; 1 some documents could not be read (the rest were); 2 the command was wrong or nothing
could be read.
"""

import sys

import typer

from onrecord.cli import read
from onrecord.errors import OnRecordError

app = typer.Typer(
    name="onrecord",
    help="Read reporting on diplomacy and conflict and put it on the record.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.callback()
def _root() -> None:
    """Keep `read` a verb of its own, however many there are."""


app.command("read")(read.read)


def main() -> None:
    """Run the command line; coded errors are printed without a traceback."""
    try:
        app()
    except OnRecordError as error:
        typer.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
