"""Words that stand for parties or count them, where no class of the codebook is needed."""

from collections.abc import Mapping

THIRD = frozenset(["he", "she", "they", "him", "her", "them", "his", "their"])
THING = frozenset(["it", "its", "both", "another", "each", "one", "all", "some", "many", "others", "several", "those"])
AMOUNTS = frozenset(
    ["last", "rest", "remainder", "most", "storm", "flood", "chorus", "hail", "stream", "torrent",
     "handful", "majority", "third", "half", "host",
     "number", "dozen", "hundred", "thousand", "group", "series", "round", "ton", "tonne", "million", "billion",
     "package", "worth", "shipment", "wave", "score", "member", "batch", "lot", "couple", "pair", "piece", "ten",
     "planeload", "truckload", "lorryload", "column", "barrage", "volley", "spate", "string", "kind", "form"]
)  # fmt: skip
PEOPLE = (
    "man", "men", "woman", "women", "maker", "makers", "worker", "workers", "grower", "growers", "breaker", "breakers",
    "builder", "builders", "dealer", "dealers", "seller", "sellers", "seeker", "seekers", "goer", "goers",
)  # fmt: skip
"""Endings of the trades that no list holds ("cranemen")."""
COUNTED = frozenset(["two", "three", "four", "five", "six", "pair"])
"""Numbers that with "the" stand for as many who were told of before."""
BODIES = frozenset(
    ["council", "committee", "commission", "assembly", "board", "league", "union", "bloc", "organization",
     "organisation", "secretariat", "parliament", "congress", "tribunal", "group", "panel", "conference", "forum"]
)  # fmt: skip
"""Nouns of bodies that sit, and meet by themselves."""
FIRST = frozenset(["we", "us", "i", "me", "our", "my"])
NAMED: Mapping[str, float] = {"GPE": 2.0, "NORP": 2.0, "ORG": 2.0, "PERSON": 1.0, "LOC": 1.0, "FAC": 0.5, "TITLE": 2.0}
OWNERS = frozenset(["GPE", "NORP", "ORG", "PERSON"])
NOT_NAMES = frozenset(
    ["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "WORK_OF_ART", "LANGUAGE"]
)
