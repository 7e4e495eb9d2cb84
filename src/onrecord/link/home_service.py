"""Whom somebody serves, and so whose he is: "the minister's press secretary", "the spokesman of the ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed

_MOVEMENT = re.compile(r"\b(?:Front|Movement|Brigades|Resistance|Militia)$")
"""Bodies whose officers are no state's: "the Front's commander"."""
_SERVING = frozenset(["spokesperson", "deputy", "official"])
"""Roles of those whose office is no more than that of the body beside it."""


def by_service(mentions: Sequence[Noticed]) -> None:
    """Tell who serves another, or belongs to his body, that one's state: "the minister's press secretary"."""
    for mention in mentions:
        for referent in mention.referents:
            whom = referent.serves
            if whom is not None and is_homeless(referent) and referent.home is None:
                referent.home = whom.polity or whom.home
    for spot, mention in enumerate(mentions):
        person = mention.referent
        if person is None or person.kind != "person" or not is_homeless(person) or person.home is not None:
            continue
        if any(post.role.role in _SERVING for post in person.posts):
            person.home = _body_within(mentions[spot : spot + 4], mention)


def _body_within(following: Sequence[Noticed], mention: Noticed) -> Polity | None:
    """The state of the body that the words for somebody name: "the spokesman of the ministry, Per Hale"."""
    for other in following:
        body = other.referent
        if body is None or body is mention.referent or not mention.reach_start <= other.start < mention.reach_end:
            continue
        if body.kind in ("government", "office", "organization") and body.polity is not None:
            return body.polity
    return None


def is_homeless(referent: Referent) -> bool:
    """Whether no words tell whose somebody is: no state, no body of another than a state."""
    if referent.polity is not None or referent.codes:
        return False
    return not any(
        post.body is not None and (not post.body[0].startswith("local:") or _MOVEMENT.search(post.body[1]))
        for post in referent.posts
    )
