"""Imports point one way: present/export/cli → store → link → extract → annotate → ingest → model."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

PACKAGE = Path(onrecord.__file__).parent

ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "version": set(),
    "model": {"errors", "version"},
    "resources": {"errors"},
    "codebook": {"errors", "model", "resources"},
    "ingest": {"errors", "model", "version"},
    "annotate": {"errors", "model", "resources"},
    "extract": {"errors", "model", "annotate", "codebook", "resources"},
    "link": {"errors", "model", "annotate", "extract", "codebook", "resources"},
    "reader": {"errors", "model", "resources", "ingest", "annotate", "extract", "link"},
    "store": {"errors", "model", "version"},
    "present": {"errors", "model", "codebook", "resources"},
    "export": {"errors", "model", "codebook", "present", "version"},
    "evaluation": {
        "errors", "model", "resources", "codebook", "ingest", "annotate", "extract", "link", "reader", "present",
    },
    "__init__": {"model", "resources", "reader", "version"},
}  # fmt: skip
"""What each room may import; `cli` may import everything."""


def imports(path: Path) -> Iterator[str]:
    """The rooms of the package that the module at `path` imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "onrecord" else [module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("onrecord."))


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_architecture_imports_go_down(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if room == "cli":
        return
    assert room in ALLOWED, f"a room that the plan of the house does not know: {room}"
    beyond = set(imports(path)) - ALLOWED[room] - {room}
    assert not beyond, f"{path.name} imports {sorted(beyond)}"
