"""What can be asked of an output."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options that formats honour where they apply.

    `full` shows contents complete instead of shortened; `text` adds the documents' canonical text to machine
    formats; `width` is in columns and `colour` overrides what the terminal says of itself (null: ask it).
    """

    full: bool = False
    text: bool = False
    width: int | None = None
    colour: bool | None = None
