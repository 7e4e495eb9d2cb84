"""Whom a title introduces without a name: somebody of several, a group, and the words they are called by."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.portfolios import portfolio_end
from onrecord.link.names import Names
from onrecord.link.referents import OF_NO_STATE, Post, Referent
from onrecord.link.titles_words import own_words
from onrecord.resources import groups

_OFFICES = frozenset(["official", "ambassador", "minister", "spokesperson", "legislator", "judge", "military_command"])
"""Roles of which several hold an office too: "two diplomats", no "residents"."""


class Unnamed:
    """The persons and groups of one document that titles introduce without a name, each made once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._anonymous: dict[tuple[int, int, str], Referent] = {}
        self._groups: dict[str, Referent] = {}

    def complement(self, paragraph: Paragraph, token: Token, stop: int) -> int:
        """Where a title ends whose "to X" or "of X" the parser hung elsewhere ("…, added the envoy to the OSCE")."""
        doc = paragraph.words
        spot = token.i + 1
        if token.lower_ in ("minister", "secretary") and (end := portfolio_end(doc, spot)) > max(stop, spot):
            stop, spot = end, end  # the parser puts "and Municipalities of Lebanon" beside the minister
        if stop > spot or spot >= len(doc) or doc[spot].lower_ not in ("to", "of", "for"):
            return stop
        spot += 2 if spot + 1 < len(doc) and doc[spot + 1].lower_ == "the" else 1
        entity = self._names.at(paragraph, doc[spot]) if spot < len(doc) else None
        if entity is None or entity.label in ("PERSON", "TITLE"):
            return stop
        while spot < len(doc) and paragraph.start + doc[spot].idx < entity.end:
            spot += 1
        return spot

    def description(self, paragraph: Paragraph, token: Token, post: Post, owner: Referent | None) -> str | None:
        """The words for somebody unnamed whose title says whose he is: "Khorvash chargé", "Pell's husband"."""
        words = own_words(paragraph, token)
        if owner is not None and owner.name:
            possessed = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in token.children)
            return f"{owner.name}'s {words}" if possessed else words
        owned = post.polity is not None or post.body is not None or post.target is not None
        if not owned and words.casefold() in (post.title.casefold(), post.role.head):
            return None
        stop = self.complement(paragraph, token, token.i + 1)
        tail = paragraph.parse[token.i + 1 : stop].text if stop > token.i + 1 else ""
        return f"{words} {tail}".strip()

    def someone(self, paragraph: Paragraph, token: Token, post: Post, *, apart: bool = False) -> Referent:
        """The one person whom a title introduces where it stands; `apart`: the one of his state, of several there."""
        key = (paragraph.index, token.i, post.polity.id if apart and post.polity else "")
        if key not in self._anonymous:
            number = 2000 + len(self._anonymous)
            person = Referent(number, "person", None, None, post.polity, (), post.role.sector or None, [post])
            person.head = token.lower_
            self._anonymous[key] = person
        return self._anonymous[key]

    def several(self, paragraph: Paragraph, token: Token, post: Post, words: str | None = None) -> Referent:
        """The group that a plural title names, one for the same words of the same state."""
        words = words or own_words(paragraph, token)
        if (
            post.body is not None
            and post.polity is None
            and post.body[1].casefold().removesuffix("s") not in words.casefold()
        ):
            words = f"{post.body[1]} {words}"  # "the rebels of the Northern Column"
        key = f"{words.casefold()} {post.polity.id if post.polity else ''}"
        if key not in self._groups:
            held = [post] if post.role.role in _OFFICES or post.role.head in ("lawyer", "counsel", "attorney") else []
            group = groups.by_id(post.body[0]) if post.body is not None else None
            codes = () if group is None else (group.country or OF_NO_STATE,)
            self._groups[key] = Referent(
                3000 + len(self._groups), "people", words, None, post.polity, codes, post.role.sector or None, held,
                plural=True, head=token.lower_,
            )  # fmt: skip
        return self._groups[key]
