"""The rule files: what they hold, and what is refused with file, line and remedy."""

import re
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from onrecord.codebook.compiled import compiled
from onrecord.codebook.plover import TYPES
from onrecord.codebook.rules import OWN, load
from onrecord.errors import ConfigurationError

RULE = """type: SUPPORT
rules:
  - id: support.toast
    when: {verb: [toast]}
    roles: {actor: [subject], recipient: [object]}
    example: {text: "Ardenia toasted Velmar.", actor: Ardenia, recipient: Velmar}
    counterexample: She toasted bread.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A codebook of one rule, with the lexicon that comes with OnRecord."""
    with as_file(files("onrecord.codebook").joinpath("rules", "lexicon.yaml")) as lexicon:
        shutil.copy(lexicon, tmp_path / "lexicon.yaml")
    (tmp_path / "SUPPORT.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    """The rule file with `old` replaced."""
    assert old in RULE
    (folder / "SUPPORT.yaml").write_text(RULE.replace(old, new), encoding="utf-8")


def test_rules_load_reads_a_project_codebook(folder: Path) -> None:
    book = load(folder)
    assert [rule.id for file in book.files for rule in file.rules] == ["support.toast"]
    assert [rule.id for rule in compiled(book).verbs["toast"]] == ["support.toast"]


def test_rules_load_takes_the_folder_that_the_environment_names(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN, str(folder))
    assert [file.type for file in load().files] == ["SUPPORT"]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("    roles:", "    rolls:", 3, "unknown field `rolls`"),
        ("{verb: [toast]}", "{verbs: [toast]}", 4, "unknown field `verbs`"),
        (
            '    example: {text: "Ardenia toasted Velmar.", actor: Ardenia, recipient: Velmar}\n',
            "",
            3,
            "missing required field `example`",
        ),
        ("    counterexample: She toasted bread.\n", "", 3, "missing required field `counterexample`"),
        ("    when:", "    mode: toast\n    when:", 3, "unknown mode 'toast' of SUPPORT"),
        ("    when:", '    cameo: "99"\n    when:', 3, "unknown CAMEO code '99'"),
        ("    when:", "    cameo: toast\n    when:", 3, "unknown CAMEO code 'toast'"),
        ("type: SUPPORT", "type: FIGHT", 1, "unknown type 'FIGHT'"),
        ("{verb: [toast]}", '{verb: ["@toasters"]}', 3, "unknown class '@toasters'"),
        ("{verb: [toast]}", "{object: [toast]}", 3, "needs exactly one of verb, noun, adjective"),
        ("{verb: [toast]}", "{verb: toast}", 4, "Expected `array`"),
        ("{verb: [toast]}", "{verb: [toast}", 4, "expected ',' or ']'"),
    ],
)
def test_rules_load_refuses_mistakes_with_file_line_and_remedy(
    folder: Path, old: str, new: str, line: int, reason: str
) -> None:
    change(folder, old, new)
    with pytest.raises(ConfigurationError) as caught:
        load(folder)
    message = str(caught.value)
    assert f"SUPPORT.yaml, line {line}:" in message
    assert reason in message
    assert re.search(r"(Remove|Add|Use|Give|Define|Correct|Its modes)", message)


def test_rules_load_refuses_an_id_that_occurs_twice(folder: Path) -> None:
    first, _, rule = RULE.partition("rules:\n")
    (folder / "SUPPORT.yaml").write_text(f"{first}rules:\n{rule}{rule}", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"line 8: the id 'support.toast' occurs twice"):
        load(folder)


def test_rules_load_refuses_a_folder_without_lexicon(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no lexicon\.yaml"):
        load(tmp_path)
    with pytest.raises(ConfigurationError, match="no such folder"):
        load(tmp_path / "absent")


def test_rules_cover_all_sixteen_types() -> None:
    assert {file.type for file in load().files} == set(TYPES)
    assert len(TYPES) == 16


def modes() -> list[tuple[str, str]]:
    """Every mode of every type."""
    return [(name, mode) for name, kind in TYPES.items() for mode in kind.modes]


def test_plover_has_sixty_seven_modes() -> None:
    assert len(modes()) == 67


@pytest.mark.parametrize(("event", "mode"), modes())
def test_rules_give_every_mode(event: str, mode: str) -> None:
    file = next(file for file in load().files if file.type == event)
    assert any(rule.mode == mode for rule in file.rules) or mode in file.modes or file.default_mode == mode


def test_rules_are_more_than_names() -> None:
    rules = [rule for file in load().files for rule in file.rules]
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.example.text != rule.counterexample for rule in rules)
    assert all(rule.id.startswith(f"{file.type.lower()}.") for file in load().files for rule in file.rules)
