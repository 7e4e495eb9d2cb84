"""What is written to a screen: how wide, and nothing that could steer it."""

import re

PIPED_WIDTH, WIDEST = 100, 120
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters by which a report could steer the terminal or turn the reading direction."""


def safe(text: str) -> str:
    """A text that cannot steer the terminal: control and direction characters become U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)
