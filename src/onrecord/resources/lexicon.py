"""Reading the YAML word lists of this room."""

from importlib.resources import files
from typing import Any

import msgspec
import yaml

from onrecord.errors import Code, ConfigurationError

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML was built with it: ten times faster


class _Loader(_Safe):  # type: ignore[misc]
    """Safe YAML in which "on", "off", "yes" and "no" are words: "on" is a preposition here, not a truth value."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, found in _Safe.yaml_implicit_resolvers.items()
}


def read_yaml(text: str | bytes) -> Any:
    """The plain content of a YAML text, in which only "true" and "false" are truth values."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506  (a safe loader)


def content(name: str) -> Any:
    """The plain content of the YAML file `name` of this room ("conditions/lexicon.yaml")."""
    return read_yaml(files("onrecord.resources").joinpath(name).read_text(encoding="utf-8"))


def typed[T](name: str, kind: type[T]) -> T:
    """The word lists in the file `name` as a struct; raises ConfigurationError (OR-E020) where they do not fit it."""
    try:
        return msgspec.convert(content(name), type=kind)
    except msgspec.ValidationError as error:
        raise ConfigurationError(
            Code.E020, source=name, line=1, reason=str(error), remedy="Compare it with the fields of its table."
        ) from error


def load(name: str, allowed: frozenset[str]) -> dict[str, Any]:
    """The word list in the file `name`; raises ConfigurationError (OR-E020) for a key that is not allowed."""
    found: dict[str, Any] = content(name)
    if unknown := sorted(set(found) - allowed):
        raise ConfigurationError(
            Code.E020, source=name, line=1, reason=f"unknown key {unknown[0]!r}", remedy="Remove or rename it."
        )
    return found
