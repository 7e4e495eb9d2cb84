"""One sentence of a situation with the sources and the words it stands on."""

from dataclasses import dataclass

from onrecord.present.grounds import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence made from records; `sources` are numbers of reports, `grounds` the words. Never without either."""

    about: str
    text: str
    sources: tuple[int, ...]
    grounds: tuple[Ground, ...]


def sentence(text: str) -> str:
    """A text with a capital at its start and a full stop at its end."""
    whole = text.strip().rstrip(";, ")
    closed = whole if whole.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{whole}."
    return closed[:1].upper() + closed[1:]
