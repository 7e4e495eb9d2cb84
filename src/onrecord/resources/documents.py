"""Nouns for documents that speak ("the bulletin concludes")."""

from functools import cache

import msgspec

from onrecord.resources.lexicon import typed


class Documents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/documents.yaml`: lemmas in lower case."""

    accounts: frozenset[str]
    others: frozenset[str]
    generic: frozenset[str]
    sites: frozenset[str]

    @property
    def nouns(self) -> frozenset[str]:
        """Every noun for a document."""
        return self.accounts | self.others | self.generic

    @property
    def tellings(self) -> frozenset[str]:
        """Those by which one tells of a contact: "the summary", "that version"."""
        return self.accounts | self.generic


@cache
def documents() -> Documents:
    """The lists, read once a process."""
    return typed("documents.yaml", Documents)
