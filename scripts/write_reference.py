"""Write the reference pages from the code: the record contract, the commands, the errors.

`python scripts/write_reference.py` writes `docs/reference/*.md`; `--check` says which would change and exits 1.
"""

import argparse
import inspect
import sys
import types
import typing
from pathlib import Path

import msgspec
import typer.main

from onrecord import errors, model
from onrecord.cli.app import app
from onrecord.model import records, vocabulary
from onrecord.version import CONTRACT_VERSION

TARGET = Path(__file__).resolve().parents[1] / "docs" / "reference"
NOTE = "<!-- Written by scripts/write_reference.py from the code; do not edit. -->\n"

RECORDS = (
    records.Document, records.Statement, records.Event, records.Condition, records.Agreement, records.Mention
)  # fmt: skip
PARTS = (
    model.Span, model.Actor, model.Candidate, model.Time, model.Place, model.EventDetail, model.CodedBy,
    model.Diagnostic,
)  # fmt: skip


def contract() -> str:
    """The page of the JSON Lines contract."""
    lines = [
        NOTE,
        "# The record contract\n",
        f"Contract version {CONTRACT_VERSION}. `onrecord read FILE --format jsonl` prints one JSON object a line, the"
        " document first, then its records in text order. Offsets are Unicode code points into the document's"
        " canonical text, end exclusive. Absent is `null` or an empty list. `onrecord schema` prints the same as a"
        " JSON Schema.\n",
        "## Records\n",
    ]
    for kind in RECORDS:
        lines += _type(kind, first=f'| `record` | `"{kind.__struct_config__.tag}"` |')
    lines.append("## Parts of records\n")
    for kind in PARTS:
        lines += _type(kind)
    lines.append("## Vocabularies\n")
    for name, alias in sorted(vars(vocabulary).items()):
        if isinstance(alias, typing.TypeAliasType):
            values = " · ".join(f"`{value}`" for value in typing.get_args(alias.__value__))
            lines.append(f"- **{name}**: {values}")
    return "\n".join(lines) + "\n"


def _type(kind: type[msgspec.Struct], first: str | None = None) -> list[str]:
    lines = [f"### {kind.__name__}\n", inspect.cleandoc(kind.__doc__ or "") + "\n", "| field | type |", "|---|---|"]
    lines += [first] if first else []
    hints = typing.get_type_hints(kind)
    lines += [f"| `{field}` | {_shown(hints[field])} |" for field in kind.__struct_fields__]
    return [*lines, ""]


def _shown(hint: object) -> str:
    if isinstance(hint, typing.TypeAliasType):
        return hint.__name__
    origin = typing.get_origin(hint)
    arguments = typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return " or ".join(_shown(a) for a in arguments)
    if origin is tuple:
        return f"list of {_shown(arguments[0])}"
    if hint is type(None):
        return "null"
    names = {str: "text", int: "integer", float: "number", bool: "true/false"}
    return names.get(hint, getattr(hint, "__name__", str(hint)))  # type: ignore[call-overload, no-any-return]


def commands() -> str:
    """The page of the commands."""
    root = typer.main.get_command(app)
    lines = [NOTE, "# Commands\n"]
    for name, verb in sorted(_verbs(root, "onrecord")):
        usage = " ".join(_name(p) for p in verb.params if p.param_type_name == "argument")
        lines += [f"## `{name}`\n", f"    {name} [OPTIONS] {usage}".rstrip() + "\n"]
        lines.append(inspect.cleandoc(verb.help or "") + "\n")
        lines += ["| argument or option | meaning |", "|---|---|"]
        lines += [_parameter(p) for p in verb.params if p.name != "help"]
        lines.append("")
    lines += [
        "## Exit codes\n",
        "`0` done · `1` some documents could not be read, nothing was found, or a floor sank · `2` the command was"
        " wrong or nothing could be read.",
    ]
    return "\n".join(lines) + "\n"


def _verbs(command: object, name: str) -> list[tuple[str, typing.Any]]:
    children = getattr(command, "commands", None)
    if children is None:
        return [(name, command)]
    return [verb for child, below in children.items() for verb in _verbs(below, f"{name} {child}")]


def _name(argument: typing.Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _parameter(parameter: typing.Any) -> str:
    argument = parameter.param_type_name == "argument"
    names = _name(parameter) if argument else ", ".join(parameter.opts)
    meaning = (getattr(parameter, "help", None) or "").replace("|", "\\|")
    default = parameter.default
    if not argument and default not in {None, False} and not callable(default):
        meaning += f" Default: `{default}`."
    return f"| `{names}` | {meaning} |"


def catalogue() -> str:
    """The page of coded errors and diagnostics."""
    lines = [
        NOTE,
        "# Errors and diagnostics\n",
        inspect.cleandoc(errors.__doc__ or "").split("\n\n", 1)[1] + "\n",
        "| code | message |",
        "|---|---|",
    ]
    lines += [f"| OR-{code.name} | {code.value.replace('|', chr(92) + '|')} |" for code in errors.Code]
    return "\n".join(lines) + "\n"


PAGES = {"contract.md": contract, "commands.md": commands, "errors.md": catalogue}


def main() -> int:
    """Write or check the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = 0
    for name, write in PAGES.items():
        page, path = write(), TARGET / name
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != page:
                print(f"{path.name} is out of date: run make docs")
                stale = 1
        else:
            TARGET.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
