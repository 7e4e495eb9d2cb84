"""Documentation is run: commands of the guides, Python of the guides and docstrings, the generated reference."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

import onrecord
from onrecord.cli.app import app

ROOT = Path(__file__).parent.parent
GUIDES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def sessions() -> list[tuple[str, str, list[str]]]:
    """(guide, command, lines that its output must hold) for every `$ onrecord …` line of a console block."""
    found = []
    for guide in GUIDES:
        for block in CONSOLE.findall(guide.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, *output = part.rstrip().split("\n")
                found.append((guide.name, command, [line for line in output if line.strip() not in {"", "…"}]))
    return found


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the guides' commands run one after another, with the examples in it."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / "onrecord").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m onrecord.cli.app "$@"\n')
    (folder / "onrecord").chmod(0o755)
    return folder


@pytest.mark.parametrize(("guide", "command", "expected"), sessions())
def test_docs_commands_print_what_the_guides_show(
    guide: str, command: str, expected: list[str], workspace: Path
) -> None:
    if not command.startswith("onrecord"):
        assert shlex.split(command)[0] in {"make", "git", "python"}, f"{guide}: what is {command!r}?"
        return
    environment = {**os.environ, "PATH": f"{workspace}:{os.environ['PATH']}", "COLUMNS": "100"}
    done = subprocess.run(
        command, shell=True, cwd=workspace, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    for line in expected:
        assert line.strip().removesuffix("…").strip() in done.stdout + done.stderr, f"{guide}: {command}"


def test_docs_the_guides_have_commands() -> None:
    assert len(sessions()) >= 4


@pytest.mark.parametrize("guide", [g for g in GUIDES if ">>>" in g.read_text(encoding="utf-8")], ids=lambda g: g.name)
def test_docs_python_of_the_guides_runs(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, attempted = doctest.testfile(str(guide), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert attempted and not failed


def test_docs_package_docstring_runs() -> None:
    failed, attempted = doctest.testmod(onrecord, optionflags=doctest.ELLIPSIS)
    assert attempted and not failed


def test_docs_reference_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "write_reference.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_docs_every_verb_and_option_has_help() -> None:
    root = typer.main.get_command(app)
    verbs = root.commands  # type: ignore[attr-defined]
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for name, verb in verbs.items():
        assert f"`onrecord {name}" in page, f"{name} is not in the command reference"
        for parameter in verb.params if not hasattr(verb, "commands") else ():
            assert parameter.name == "help" or parameter.help, f"{name}: {parameter.name} has no help"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda g: g.name)
def test_docs_links_lead_somewhere(guide: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", guide.read_text(encoding="utf-8")):
        assert (guide.parent / target).exists(), f"{guide.name}: {target}"
