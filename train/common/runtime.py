"""Imports modules of the package into the training environment, so that training reads text as the package does.

That environment has an older Python and not all of the package's dependencies, so the packages' own `__init__`
files are passed over: only modules that import nothing else of the package can be loaded.
"""

import importlib
import sys
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "onrecord"


def runtime_module(name: str) -> ModuleType:
    """The module of the package with this dotted name below `onrecord`."""
    folder, dotted = PACKAGE, "onrecord"
    for part in (None, *name.split(".")[:-1]):
        folder, dotted = (folder / part, f"{dotted}.{part}") if part else (folder, dotted)
        if dotted not in sys.modules:
            sys.modules[dotted] = ModuleType(dotted)
            sys.modules[dotted].__path__ = [str(folder)]
    return importlib.import_module(f"onrecord.{name}")
