"""`onrecord codebook`: check the coding rules, show a type, copy the rules to make them your own."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.columns import line, title

codebook = typer.Typer(help="The coding rules: check them, show a type, copy them.", no_args_is_help=True)

FOLDER = typer.Argument(metavar="FOLDER", help="A folder of rule files; by default the codebook in use.")


@codebook.command()
def check(folder: Annotated[Path | None, FOLDER] = None) -> None:
    """Read every rule file, then code every rule's example and counterexample.

    A mistake in a file is told with its line and a remedy (exit code 2); examples that do not hold are listed (1).
    """
    from onrecord.codebook.check import check as checked
    from onrecord.codebook.rules import load
    from onrecord.extract.coding import code

    book = load(folder)
    failures = list(checked(book, code))
    for failure in failures:
        line(f"{failure.rule}: {failure.problem}: {failure.sentence}")
    rules = sum(len(file.rules) for file in book.files)
    typer.echo(f"{rules} rules of {len(book.files)} types: {len(failures)} examples do not hold", err=bool(failures))
    if failures:
        raise typer.Exit(1)


@codebook.command()
def show(
    event: Annotated[str | None, typer.Argument(metavar="TYPE", help="A PLOVER type; by default all of them.")] = None,
) -> None:
    """Explain a type: what it is, its modes and scores, and every rule that codes it with an example."""
    from onrecord.codebook.plover import TYPES
    from onrecord.codebook.rules import Rule, When, load
    from onrecord.errors import Code, InputError

    if event is None:
        for one in TYPES.values():
            line(f"{one.name} ({one.score:+}): {one.definition}")
        line(f"a rule may hold: {', '.join(Rule.__struct_encode_fields__)}")
        line(f"its `when` may hold: {', '.join(When.__struct_encode_fields__)}")
        return
    name = event.upper()
    if name not in TYPES:
        raise InputError(Code.E054, event=event, types=", ".join(TYPES))
    kind = TYPES[name]
    title(f"{name}: quad {kind.quad}, score {kind.score:+}, recipient {kind.recipient}")
    line(kind.definition)
    for mode, score in kind.modes.items():
        line(f"mode {mode} {score:+}", 2)
    for file in (f for f in load().files if f.type == name):
        for rule in file.rules:
            told = [rule.mode or "", f"CAMEO {rule.cameo}" if rule.cameo else ""]
            named = ", ".join(filter(None, told))
            line(f"{rule.id}{f' ({named})' if named else ''}: {rule.example.text}", 2)
            line(f"but not: {rule.counterexample}", 6)


@codebook.command()
def copy(folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that does not exist yet.")]) -> None:
    """Copy the rules that come with OnRecord into FOLDER, to change them there.

    Point the environment variable ONRECORD_CODEBOOK at it and every command codes by it.
    """
    from importlib.resources import as_file, files
    from shutil import copytree

    from onrecord.errors import Code, InputError

    if folder.exists():
        raise InputError(Code.E055, folder=folder)
    try:
        with as_file(files("onrecord.codebook").joinpath("rules")) as rules:
            copytree(rules, folder, ignore=lambda _, names: [n for n in names if not n.endswith(".yaml")])
    except OSError as error:
        raise InputError(Code.E053, target=folder, reason=error.strerror or error) from error
    typer.echo(f"rules copied to {folder}")
