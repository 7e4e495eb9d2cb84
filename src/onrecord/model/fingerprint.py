"""What tells that one text was made from another: a sketch of its runs of words, small enough to keep beside it."""

import re
import struct
import zlib
from collections.abc import Set

RUN = 4
"""Words that stand in a row for one hash."""
KEPT = 256
"""Hashes of a sketch at most; a text of up to as many words keeps every one."""
_WORD = re.compile(r"\w+")

type Fingerprint = tuple[int, ...]
"""The smallest hashes of a text's runs of words, ascending: a sample that is the same for every copy."""


def fingerprint(text: str) -> Fingerprint:
    """The sketch of a text; letter case, punctuation and white space do not matter."""
    return tuple(sorted(runs(text))[:KEPT])


def runs(text: str) -> frozenset[int]:
    """Hashes (32 bits) of every run of `RUN` words; a shorter text is one run."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text.casefold())]
    if not words:
        return frozenset()
    return frozenset(zlib.crc32(b" ".join(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1)))


def shared(
    one: Fingerprint,
    other: Fingerprint,
    first: Set[int] | None = None,
    second: Set[int] | None = None,
) -> tuple[float, float]:
    """Which part (0–1) of the first text's runs stands in the second, and the other way round.

    Estimated from the hashes below the point up to which both sketches are complete; exact for short texts. `first`
    and `second` are the same sketches as sets, for a caller who compares one with many.
    """
    if not one or not other:
        return 0.0, 0.0
    first, second = set(one) if first is None else first, set(other) if second is None else second
    if max(len(one), len(other)) >= KEPT:
        limit = min(found[-1] for found in (one, other) if len(found) >= KEPT)
        first, second = ({hash_ for hash_ in found if hash_ <= limit} for found in (first, second))
    common = len(first & second)
    return (common / len(first) if first else 0.0, common / len(second) if second else 0.0)


def packed(found: Fingerprint) -> bytes:
    """A sketch as bytes, four a hash, the same on every machine."""
    return struct.pack(f">{len(found)}I", *found)


def unpacked(data: bytes) -> Fingerprint:
    """The sketch that `packed` made bytes of."""
    return struct.unpack(f">{len(data) // 4}I", data)
