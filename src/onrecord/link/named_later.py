"""Whom a title means that the report names only later: "his Velmarish counterpart … Velmar's president, Ilse Harn"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.offices import is_apart
from onrecord.link.referents import Polity, Post, Referent
from onrecord.link.scene import Noticed
from onrecord.link.titles_words import is_other_crown, same_state

ONE_AT_A_TIME = frozenset(
    ["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister"]
)
"""Roles that one person at a time fills in a state."""


def settle_named_later(noticed: list[Noticed], persons: Sequence[Referent]) -> None:
    """In `noticed`, put the one of the persons who holds the office in place of each nameless holder of it."""
    holders: dict[Referent, Referent] = {}
    for spot, mention in enumerate(noticed):
        whom = mention.referent
        if whom is None or whom.name is not None or whom.kind != "person" or whom.plural:
            continue
        if whom not in holders:
            holders[whom] = _holder(whom, persons) or whom
        if holders[whom] is not whom:
            noticed[spot] = replace(mention, referents=(holders[whom],), by="title")


def _holder(whom: Referent, persons: Sequence[Referent]) -> Referent | None:
    """The only named person who holds the one office of somebody nameless, in the same state."""
    post = whom.posts[0] if len(whom.posts) == 1 else None
    state = None if post is None else post.polity or whom.polity
    if post is None or state is None or is_apart(post.role) or post.role.role not in ONE_AT_A_TIME:
        return None
    found = [p for p in persons if p.name and any(_holds(own, p, post, state) for own in p.posts)]
    return found[0] if len(found) == 1 else None


def _holds(own: Post, person: Referent, post: Post, state: Polity) -> bool:
    """Whether a post of a person is the same office of the same state."""
    mine = own.polity or person.polity or person.home
    return (
        own.role.role == post.role.role
        and not is_other_crown(own, post)
        and not (own.role.former or own.role.coming)
        and mine is not None
        and same_state(mine, state)
    )
