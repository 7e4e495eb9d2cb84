"""`onrecord codebook check | show | copy`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.errors import ConfigurationError, InputError
from tests.codebook.test_rules import RULE

run = CliRunner().invoke


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the codebook cut down to one rule."""
    target = tmp_path / "mine"
    assert run(app, ["codebook", "copy", str(target)]).exit_code == 0
    for file in target.glob("[A-Z]*.yaml"):
        file.unlink()
    (target / "SUPPORT.yaml").write_text(RULE, encoding="utf-8")
    return target


def test_codebook_check_holds(folder: Path) -> None:
    result = run(app, ["codebook", "check", str(folder)])
    assert result.exit_code == 0
    assert "1 rules of 1 types: 0 examples do not hold" in result.output


def test_codebook_check_lists_what_does_not_hold(folder: Path) -> None:
    (folder / "SUPPORT.yaml").write_text(RULE.replace("Ardenia toasted Velmar", "It rained"), encoding="utf-8")
    result = run(app, ["codebook", "check", str(folder)])
    assert result.exit_code == 1
    assert "support.toast: the example is not coded by the rule: It rained." in result.output


def test_codebook_check_refuses_a_mistake(folder: Path) -> None:
    (folder / "SUPPORT.yaml").write_text(RULE.replace("roles", "rolls"), encoding="utf-8")
    result = run(app, ["codebook", "check", str(folder)])
    assert isinstance(result.exception, ConfigurationError)
    assert "SUPPORT.yaml, line 3" in str(result.exception)


def test_codebook_copy_never_overwrites(folder: Path) -> None:
    assert isinstance(run(app, ["codebook", "copy", str(folder)]).exception, InputError)


def test_codebook_show_explains_a_type() -> None:
    result = run(app, ["codebook", "show", "coerce"])
    assert result.exit_code == 0
    assert "mode censor -6.5" in result.output
    assert "coerce.arrest (arrest):" in result.output
    assert "but not:" in result.output


def test_codebook_show_lists_types_and_keys() -> None:
    output = run(app, ["codebook", "show"]).output
    assert "ASSAULT (-9.0)" in output
    assert "with, without" in output


def test_codebook_show_refuses_an_unknown_type() -> None:
    assert isinstance(run(app, ["codebook", "show", "fight"]).exception, InputError)


def test_copy_that_cannot_be_written_is_refused_with_a_code(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    result = CliRunner().invoke(app, ["codebook", "copy", str(tmp_path / "file" / "rules")])
    assert getattr(result.exception, "code", None) == "OR-E053"
