"""How place names are folded into the keys of the gazetteer: one function for the build and for the reader."""

import functools
import hashlib
import re
import unicodedata

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "þ": "th"}
    | {"ħ": "h", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "-": " ", "–": " ", "—": " ", ".": ""}
)
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@functools.lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The key form of a name: no case, accents, points or hyphens; "St." and the like written out."""
    low = name.casefold().translate(_LETTERS)
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    words = low.replace("'", "").replace(".", "").split()
    if len(words) > 1:
        words = [_WORDS.get(word, word) for word in words]
    return " ".join(words)


def key(folded: str) -> int:
    """The 64-bit key of a folded name (BLAKE2b): among two million names a false match is a one in 10¹³ chance."""
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "little")


def slug(name: str) -> str:
    """A name as an identifier: "Lachin Corridor" → "lachin-corridor"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
