"""The signs of reports (`present.signs`) in a form in which a store can keep them beside the reports."""

import zlib
from functools import cache, lru_cache
from hashlib import sha256

from onrecord.model import Document
from onrecord.present import ledgers
from onrecord.present.signs import Signs, known

KIND = "signs"
"""What a store calls them."""
_SIGNS_OF = (ledgers,)
"""What must be loaded for all signs to be known."""


def signs(document: Document) -> Signs:
    """The signs that the text of a document has."""
    text = document.text or ""
    return frozenset(one.name for one in known() if one.stands_in(text))


def of(document: Document) -> dict[str, str]:
    """A document's signs as a store keeps them, by its id: kept when it is read, no dossier has to look for them."""
    return {document.id: packed(signs(document))}


@cache
def version() -> str:
    """Another one where other words are signs: what was kept under another version is worth nothing."""
    patterns = (f"{one.name} {p.pattern}" for one in known() for p in one.patterns)
    return sha256("\n".join(patterns).encode("utf-8")).hexdigest()[:16]


def packed(found: Signs) -> str:
    """Signs as text: a checksum, then their names."""
    names = " ".join(sorted(found))
    return f"{zlib.crc32(f'{KIND} {names}'.encode('utf-8', 'replace')):08x} {names}"


@lru_cache(10_000)
def unpacked(kept: str) -> Signs | None:
    """The signs that `packed` made a text of; null for a text that it did not make, or with signs that are none."""
    found = frozenset(kept[9:].split())
    return found if packed(found) == kept and found <= {one.name for one in known()} else None
