"""Words that tell whether a city's name stands for those who govern there, or for the place."""

import functools

import msgspec

from onrecord.resources.lexicon import typed
from onrecord.resources.names import words


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    party_verbs: str
    place_verbs: str
    ground_verbs: str
    war_verbs: str
    measures: str
    place_subjects: str
    place_states: str
    fire: str
    place_parts: str
    routes: str
    treaties: str
    treaty_nouns: str


class Metonymy(msgspec.Struct, frozen=True, kw_only=True):
    """Verbs by lemma, nouns and adjectives in lower case; only `treaties` keep their capitals."""

    party_verbs: frozenset[str]
    place_verbs: frozenset[str]
    ground_verbs: frozenset[str]
    war_verbs: frozenset[str]
    measures: frozenset[str]
    place_subjects: frozenset[str]
    place_states: frozenset[str]
    fire: frozenset[str]
    place_parts: frozenset[str]
    routes: frozenset[str]
    treaties: frozenset[str]
    treaty_nouns: frozenset[str]


@functools.cache
def metonymy() -> Metonymy:
    """The word lists, read once a process."""
    found = typed("metonymy.yaml", _File)
    return Metonymy(**{name: words(getattr(found, name)) for name in _File.__struct_fields__})
