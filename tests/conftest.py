"""What tests share: one reader a session (loading the parser takes seconds), and files outside the repository."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")

from onrecord.link import told_how
from onrecord.reader import Reader, load

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of this suite."""
    parser.addoption("--update-golden", action="store_true", help="write the golden expectations anew")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The standard reader."""
    return load()


@pytest.fixture
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Statements told by rules alone, without the learned reading of channels, audiences and speakers."""
    monkeypatch.setattr(told_how, "readings_of", lambda statements, _: [None] * len(statements))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the repository; tests that need it skip, loudly, without it."""
    if not SHARED.is_dir():
        pytest.skip(f"NOT RUN: needs the development data in {SHARED}")
    return SHARED
