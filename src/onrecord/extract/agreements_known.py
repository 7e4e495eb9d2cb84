"""Which agreement of the reference table a name with its date stands for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extract.agreements_words import words
from onrecord.resources import agreements as table


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the reference table."""

    id: str
    date: str


def known(name: str, day: str | None) -> Known | None:
    """The one agreement that goes by `name`, of the date `day` where it is told; None for none or several.

    `day` is an ISO date as precise as the words are. A date that contradicts the table's rules a row out.
    """
    named = table.by_name(name)
    fitting = [row for row in named if day is None or not row.date or table.may_be_one(row.date, day)]
    if len(fitting) != 1 and day is not None and len(day) == 10:
        fitting = [row for row in table.by_date(day) if _shares_words(row, name)]
    if len(fitting) != 1:
        return None
    return Known(fitting[0].id, fitting[0].date)


def with_party(noun: Token, lefts: Sequence[Token]) -> Iterator[str]:
    """What an agreement is called whose party stands behind it: "the nuclear pact with X" is the "X nuclear deal"."""
    if noun.lemma_.lower() not in _BARGAINS:
        return
    manner = " ".join(t.text for t in lefts if t.dep_ in ("amod", "compound") and t.text.islower())
    after = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]  # "reached with X", however it is parsed
    made = len(after) > 1 and after[0].lemma_ in words("making")
    arms = [t for t in after[: 2 if made else 1] if t.lower_ == "with"]
    for party in (n for arm in arms for n in arm.children if n.dep_ == "pobj"):
        if manner and party.pos_ == "PROPN":
            yield from (f"{party.text} {kind} {bargain}" for kind in _kinds(manner) for bargain in sorted(_BARGAINS))


def _kinds(manner: str) -> tuple[str, str]:
    """The words before a noun, and the last of them alone: "landmark nuclear"."""
    return manner, manner.rpartition(" ")[2]


_BARGAINS = frozenset({"deal", "agreement", "accord", "pact"})
_COMMON = frozenset({"of", "the", "and", "on", "in", "for", "between"})


def _shares_words(row: table.Agreement, name: str) -> bool:
    """Whether a row of the same day has two words of `name` in one of its names."""
    told = set(name.casefold().split()) - _COMMON
    return any(len(told & set(other.casefold().split())) >= 2 for other in row.names)
