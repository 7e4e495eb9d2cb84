"""The parser of reports with a label line under each sentence: that of the training material (`train/statements`)."""

import importlib.util
from pathlib import Path
from typing import Any

_HOME = Path(__file__).resolve().parents[2] / "train" / "statements" / "labelled.py"


def parser() -> Any:
    """The module `labelled.py`."""
    spec = importlib.util.spec_from_file_location("labelled", _HOME)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
