"""Marks of the desk that are no words: numbers of footnotes ("said.[12]"), the marks of Markdown ("**Talks.**",
"[Port Elin](https://…)", "## Talks", "> quoted"), and the colours of a terminal.

A text is read with blanks in their place, of the same length: a number right after a full stop hides the end of the
sentence, and a star beside a name becomes part of it. Whatever points into the text points past them.
"""

import re

_IN_LINES = (
    re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\))"),  # colours and links of a terminal
    re.compile(r"(?<=[\w.,;:!?”’\"')\]])\[\d{1,3}\]"),  # the number of a footnote
    re.compile(r"(?<![\w*])\*{2,3}(?=\S)|(?<=\S)\*{2,3}(?![\w*])|(?<=[.:])\*\*(?=\s)"),  # bold
    re.compile(r"(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])"),
    re.compile(r"(?<![\w`])`(?=[^\s`])|(?<=[^\s`])`(?![\w`])"),  # code
    re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE),  # what a mail quotes
    re.compile(r"^ {0,3}#{1,6}(?=[ \t])|[ \t]#{1,6}$", re.MULTILINE),  # headings
    re.compile(r"^[ \t]*\|[-:| \t]*-[-:| \t]*\|[ \t]*$", re.MULTILINE),  # the rule below the head of a table
    re.compile(r"^[ \t]*\|(?=.*\|[ \t]*$)|\|[ \t]*$", re.MULTILINE),  # the ends of its rows
)
"""Marks that stand for themselves."""
_PAIRS = (
    re.compile(r"(?P<open>(?<![\w*])\*)(?=\S)(?:[^*\n]{0,300}\S)?(?P<close>(?<=\S)\*(?![\w*]))"),
    re.compile(r"(?P<open>(?<![\w_])_)(?=[^\s_])(?:[^_\n]{0,300}[^\s_])?(?P<close>(?<=[^\s_])_(?![\w_]))"),
    re.compile(
        r"(?P<open>!?\[)[^\[\]\n]+(?P<close>\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: \"[^\"\n]*\")?\)|\[\d*\]))"
    ),
)
"""Marks that stand around words: emphasis, and links."""
_SIGNS = re.compile(r"[\x1b\[*_`>#|]")
_BULLETS = frozenset("-*+•‣◦▪·–—")
_TORN = re.compile(
    r"^\s*(?:#{1,6}|>+)\s+|^\s*\|\s*|\s*\|\s*$|^(?:\*{1,3}|__|[-*+•‣◦▪·–—]\s+)(?=[^\W_]|[“\"‘'])|(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])"
    r"|(?<=[^\s_])_{1,2}$|(?<=[^\s`])`$|!?\[(?=[^\]]*(?:$|\]\([^()\s]*$))|\]\([^()\s]*\)?$"
)
"""Marks of which a piece of a text holds one end."""


def without_apparatus(text: str) -> str:
    """`text` with each such mark turned into blanks: all offsets stay as they are."""
    return _without(text, " ")


def unmarked(words: str) -> str:
    """A piece of a text as it is shown to people: without the marks, also those of which it holds one end."""
    bare = words[:1] not in _BULLETS and _SIGNS.search(words) is None
    return words if bare else _TORN.sub("", _without(words, ""))


def _without(text: str, filling: str) -> str:
    """A text with each character of a mark replaced by `filling`."""
    if _SIGNS.search(text) is None:
        return text
    for mark in _IN_LINES:
        text = mark.sub(lambda found: filling * len(found.group()), text)
    for pair in _PAIRS:
        text = pair.sub(lambda found: _bare(found, filling), text)
    return text


def _bare(marked: re.Match[str], filling: str) -> str:
    """What stands between two marks, with `filling` for these."""
    inner = marked.string[marked.end("open") : marked.start("close")]
    return filling * len(marked["open"]) + inner + filling * len(marked["close"])
