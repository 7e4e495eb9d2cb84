"""Marks of the desk that are no words: numbers of footnotes ("said.[12]") and stars for bold type ("**Talks.**").

The parser and the learned tagger read them as blanks, of the same length: a number right after a full stop hides the
end of the sentence.
"""

import re

_MARKS = re.compile(r"(?<=[\w.,;:!?”’\"')\]])\[\d{1,3}\]|(?<![\w*])\*\*(?=\S)|(?<=\S)\*\*(?![\w*])|(?<=[.:])\*\*(?=\s)")


def without_apparatus(text: str) -> str:
    """`text` with each such mark turned into blanks: all offsets stay as they are."""
    return _MARKS.sub(lambda mark: " " * len(mark.group()), text) if "[" in text or "**" in text else text
