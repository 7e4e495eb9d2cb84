"""Reading the YAML word lists of this room."""

from importlib.resources import files
from typing import Any

import msgspec
import yaml

from onrecord.errors import Code, ConfigurationError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str | bytes) -> Any:
    """The plain content of a YAML text: a safe loader, in C where PyYAML was built with it (ten times faster)."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506  (a safe loader)


def typed[T](name: str, kind: type[T]) -> T:
    """The word lists in the file `name` as a struct; raises ConfigurationError (OR-E020) where they do not fit it."""
    text = files("onrecord.resources").joinpath(name).read_text(encoding="utf-8")
    try:
        return msgspec.convert(read_yaml(text), type=kind)
    except msgspec.ValidationError as error:
        raise ConfigurationError(
            Code.E020, source=name, line=1, reason=str(error), remedy="Compare it with the fields of its table."
        ) from error


def load(name: str, allowed: frozenset[str]) -> dict[str, Any]:
    """The word list in the file `name`; raises ConfigurationError (OR-E020) for a key that is not allowed."""
    text = files("onrecord.resources").joinpath(name).read_text(encoding="utf-8")
    content: dict[str, Any] = read_yaml(text)
    if unknown := sorted(set(content) - allowed):
        raise ConfigurationError(
            Code.E020, source=name, line=1, reason=f"unknown key {unknown[0]!r}", remedy="Remove or rename it."
        )
    return content
