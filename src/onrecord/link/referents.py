"""Referents: the persons, offices, bodies, states and groups that a document speaks of, while it is being linked."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from onrecord.model import Actor, Candidate, Span
from onrecord.model.vocabulary import ActorKind, ResolvedBy
from onrecord.resources import countries, groups, organizations
from onrecord.resources.names import slug
from onrecord.resources.roles import BESIDE, Role, lexicon

OF_STATE = frozenset(["GOV", "MIL", "LEG", "COP", "JUD", "SPY"])
"""Sectors of those who hold an office of a state."""


OF_NO_STATE = "IMG"
"""PLOVER's code of armed groups that are of no one state."""


RUNNING = frozenset(["candidate", "nominee", "runner", "front-runner", "frontrunner", "contender", "challenger"])
"""Heads of titles by which people are told of before they hold an office: they are public figures without one."""


class Polity(msgspec.Struct, frozen=True):
    """A state as an owner of offices and forces: `codes` are empty for one that no table knows."""

    id: str
    name: str
    codes: tuple[str, ...] = ()

    @staticmethod
    def of(code: str) -> Polity:
        """The polity of a country code."""
        return _polity(code)

    @classmethod
    def local(cls, name: str) -> Polity:
        """A polity known from this document only."""
        return cls(f"local:{slug(name)}", name)

    @classmethod
    def several(cls, states: Sequence[Polity]) -> Polity:
        """Several states as whose one group is ("the ministers of Norland and Sund"); none of them alone."""
        names = " and ".join(state.name for state in states)
        codes = tuple(code for state in states for code in state.codes)
        return cls("+".join(state.id for state in states), names, codes)


@functools.cache
def _polity(code: str) -> Polity:
    country = countries.by_code(code)
    return Polity(f"country:{code}", country.name if country else code, (code,))


class Post(msgspec.Struct, frozen=True):
    """A role as the text (or the table) gives it to somebody: `title` its words, `polity` whose it is.

    `body` is the id and name of the body it belongs to (a spokesperson's ministry), `target` those of the
    organisation or state that an envoy is sent to.
    """

    role: Role
    title: str
    polity: Polity | None = None
    body: tuple[str, str] | None = None
    target: tuple[str, str] | None = None

    def office(self) -> str:
        """The office as one line: "Foreign Minister, Armenia", "ambassador to the OSCE, United States"."""
        title = f"{self.title} to {self.target[1]}" if self.target and " to " not in self.title else self.title
        owner = self.body[1] if self.body else (self.polity.name if self.polity else "")
        return f"{title}, {owner}" if owner and not title.casefold().endswith(f" {owner.casefold()}") else title


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something that mentions stand for. `number` is its place in the order of first mention."""

    number: int
    kind: ActorKind
    name: str | None = None
    id: str | None = None
    polity: Polity | None = None
    codes: tuple[str, ...] = ()
    sector: str | None = None
    posts: list[Post] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    members: tuple[Referent, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    called: set[str] = field(default_factory=set)
    """The shorter full names of a person in the text: "Ada Lind" of Ada Holm Lind."""
    head: str = ""
    home: Polity | None = None
    """The state told by the report as a whole, where no words of it say whose an official is."""
    serves: Referent | None = None
    """Whose spokesman, deputy or ministry this is, where the words say it ("the minister's press secretary")."""
    foreign: list[Polity] = field(default_factory=list)
    """States that the words show not to be his: those of his counterparts."""
    definite: bool = False
    """Whether "the" or a possessor introduced somebody whose name is not told."""
    described: str | None = None
    """What the text calls somebody whose name it does not tell ("Khorvash chargé"): words, never a guess."""

    def country(self) -> tuple[str, ...]:
        """The country codes, else PLOVER's codes of an organisation."""
        body = self.posts[0].body if self.posts else None
        served = organizations.by_id(body[0]) if body is not None else None
        if served is not None and self.kind == "person":
            return served.codes
        if self.polity and self.polity.codes:
            return self.polity.codes
        group = groups.by_id(body[0]) if body is not None and not self.polity else None
        if group is not None:
            return (group.country or OF_NO_STATE,)  # "Hamas leader"
        return self.codes or (self.home.codes if self.home and not self.polity else ())

    def state(self) -> str | None:
        """The state as the report names it, where no code holds it."""
        polity = self.polity or self.home
        return polity.name if polity and not polity.codes and not self.codes else None

    def identity(self) -> str | None:
        """The id: of the tables, else of this document; None where there is nothing to tell it by."""
        return self.id or (f"local:{slug(self.name)}" if self.name else None)

    def _office(self, post: Post) -> str:
        """The office of a post, with the person's state where the title does not say whose it is."""
        office = post.office()
        mine = post.role.sector in ("GOV", "MIL", "LEG") and post.polity is None and post.body is None
        return f"{office}, {self.polity.name}" if mine and self.polity else office

    def _post(self) -> Post | None:
        """The post to be named by: one held now rather than before, an office rather than a rank or form of address."""
        if len(self.posts) > 1:
            return min(self.posts, key=_rank)
        return self.posts[0] if self.posts else None

    def actor(self, mention: Span | None, by: ResolvedBy) -> Actor:
        """The record of this referent for one mention, found in the way `by`."""
        post, country, state = self._post(), self.country(), self.state()
        by_report = self.home is not None and self.polity is None and not self.codes
        named = self.name is not None
        return Actor(
            mention=mention,
            id=self.identity(),
            name=self.name
            or self.described
            or (post.title if post and by == "coreference" and self.definite else None),
            kind=self.kind,
            country=country,
            state=state,
            country_by="report" if by_report else "words" if country or state else None,
            sector=self.sector or None,
            office=self._office(post) if post and self.kind in ("person", "office", "people") else None,
            resolved_by=by if named else "unresolved",
            candidates=self.candidates,
        )


def _rank(post: Post) -> tuple[bool, int]:
    """How readily others go before a post; those of one rank stay in the order of the text."""
    bare = post.polity is None and post.body is None and post.target is None
    rank = post.role.role == "military_command" or post.title.casefold() == "ambassador"
    bare = bare or (post.role.role == "military_command" and " " not in post.title)  # "Colonel", of Thailand
    if post.role.head in RUNNING:
        return True, 4
    if post.role.role == BESIDE:
        return post.role.former, 3
    return post.role.former, 2 if post.role.head in lexicon().lesser else int(rank and bare)
