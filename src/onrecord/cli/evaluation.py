"""`onrecord predict` and `onrecord evaluate`: the six tasks of the evaluation."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.inputs import spare
from onrecord.cli.rendering import whole
from onrecord.errors import Code, InputError

if TYPE_CHECKING:
    from onrecord.evaluation.run import Progress

TASK = typer.Argument(help="dyads, statements, sources, times, places or events.")


def predict(
    task: Annotated[str, TASK],
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="Rows of the task; gold fields are ignored.")],
    output: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="Where to write the predictions.")],
) -> None:
    """Predict one task of the evaluation, a line of OUT for each line of IN."""
    from onrecord.evaluation.run import predict_rows

    spare([str(source)], output)
    done = 0
    try:
        with counter() as progress, whole(output) as out:
            for row in predict_rows(task, source, progress):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                done += 1
    except OSError as error:
        raise InputError(Code.E053, target=output, reason=error.strerror or error) from error
    typer.echo(f"{done} predictions written to {output}", err=True)


def evaluate(
    task: Annotated[str, TASK],
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Gold rows of the task.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    errors: Annotated[int, typer.Option(help="Print this many of the errors.")] = 0,
) -> None:
    """Predict one task on the texts of GOLD, then score the predictions against it."""
    from onrecord.evaluation.run import evaluate as run

    with counter() as progress:
        result, lines = run(task, gold, progress)
    typer.echo(json.dumps(result, indent=1) if as_json else "\n".join(pretty(result)))
    for line in lines[:errors]:
        typer.echo("ERR " + line.replace("\n", " "), err=as_json)


def pretty(result: dict[str, Any], indent: str = "") -> Iterator[str]:
    """The lines of a scorer's result, nested figures indented."""
    for name, value in result.items():
        if isinstance(value, dict) and any(isinstance(x, dict) for x in value.values()):
            yield f"{indent}{name}:"
            yield from pretty(value, indent + "  ")
        elif isinstance(value, dict):
            figures = "  ".join(f"{k} {_number(v)}" for k, v in value.items())
            yield f"{indent}{name:16s} {figures}".rstrip()
        else:
            yield f"{indent}{name:16s} {_number(value)}"


def _number(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_number(x) for x in value) + "]"
    if isinstance(value, float):
        return f"{value:.4f}"
    return "-" if value is None else str(value)


@contextmanager
def counter() -> "Iterator[Progress]":
    """Progress on standard error where that is a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return

    def show(done: int) -> None:
        typer.echo(f"\r{done} done", err=True, nl=False)

    yield show
    typer.echo("\r", err=True, nl=False)
