"""The `onrecord` command: its verbs, and one place where errors become messages and exit codes.

Exit codes: 0 done; 1 some documents could not be read (the rest were); 2 the command was wrong or nothing
could be read.
"""

import gc
import os
import sys
from typing import Annotated

import typer

from onrecord.cli.codebook import codebook
from onrecord.cli.compare import compare
from onrecord.cli.doctor import doctor
from onrecord.cli.dossier import dossier
from onrecord.cli.evaluation import evaluate, predict
from onrecord.cli.explain import explain
from onrecord.cli.export import export
from onrecord.cli.ledger import ledger
from onrecord.cli.positions import positions
from onrecord.cli.read import read
from onrecord.cli.schema import schema
from onrecord.cli.search import search
from onrecord.cli.timeline import timeline
from onrecord.errors import Code, InputError, OnRecordError
from onrecord.version import __version__

app = typer.Typer(
    name="onrecord",
    help="Read reporting on diplomacy and conflict and put it on the record.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read reporting on diplomacy and conflict and put it on the record."""


for _verb in (
    read,
    explain,
    compare,
    timeline,
    ledger,
    positions,
    dossier,
    export,
    search,
    predict,
    evaluate,
    schema,
    doctor,
):
    app.command()(_verb)
app.add_typer(codebook, name="codebook")


_COLLECT = (200_000, 50, 50)
"""How rarely cycles are looked for: opening the models and tables makes millions of objects that stay, and looking
through them again and again takes a tenth of a command on one article."""


def main() -> None:
    """Run the command line; coded errors are printed without a traceback."""
    gc.set_threshold(*_COLLECT)
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # what cannot be written is told here, not by the interpreter at its end
    except OnRecordError as error:
        typer.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
    except SystemExit as ended:
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        sys.exit(0)  # Typer makes an error of it that the reader of our output has gone (`| head`); it is none
    except BrokenPipeError:
        _drop_output()
        sys.exit(0)
    except OSError as error:
        if error.filename is not None:
            raise
        _drop_output()
        told = InputError(Code.E053, target="to standard output", reason=error.strerror or error)
        typer.echo(f"onrecord: {told}", err=True)
        sys.exit(2)


def _drop_output() -> None:
    """Let what is still to be written go nowhere: the interpreter would try once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
