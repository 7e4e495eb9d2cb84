"""Whom somebody serves, and so whose he is: "the minister's press secretary", "the spokesman of the ministry"; where a
body does its service ("police in the Comoros"), and whom it is named after ("the Vega administration")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.annotate.syntax import own_arms
from onrecord.link.home_bodies import is_public
from onrecord.link.names import Names
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed
from onrecord.link.surnames import state_governed

_MOVEMENT = re.compile(r"\b(?:Front|Movement|Brigades|Resistance|Militia)$")
"""Bodies whose officers are no state's: "the Front's commander"."""
_SERVING = frozenset(["spokesperson", "deputy", "official"])
"""Roles of those whose office is no more than that of the body beside it."""


def by_place(layers: Layers, names: Names, mentions: Sequence[Noticed], heads: Mapping[int, Token]) -> None:
    """Tell a body, where it is first told of, the state in which it is said to be: "police in Moroni"."""
    seen: set[Referent] = set()
    for mention in mentions:
        for body in mention.referents:
            if body in seen:
                continue
            seen.add(body)
            public = body.kind == "government" or is_public(body.name or "")
            if public and is_homeless(body) and body.home is None and mention.head in heads:
                body.home = _where(layers, names, mention, heads[mention.head])


def _where(layers: Layers, names: Names, mention: Noticed, head: Token) -> Polity | None:
    paragraph = layers.paragraphs[mention.paragraph]
    for way, noun in own_arms(head):
        for word in noun.subtree if way == "in" else ():
            entity = names.at(paragraph, word)
            state = None if entity is None else names.state(entity) or names.seat(entity)
            if state is not None:
                return state
    return None


def by_leader(layers: Layers, names: Names, mentions: Sequence[Noticed]) -> None:
    """Tell a government that is named after somebody his state: "the Vega administration".

    Where the report does not say who he is, it is the state that a head of this last name governs or governed.
    """
    named = [b for mention in mentions for b in mention.referents if b.home is None and is_named_after_somebody(b)]
    if not named:
        return
    people = {r for mention in mentions for r in mention.referents if r.kind == "person" and r.name is not None}
    states = {(r.name or "").split()[-1]: state for r in people if (state := r.polity or r.home) is not None}
    for body in named:
        leader = (body.name or "").split()[0]
        body.home = states.get(leader)
        if body.home is None and not names.tells_of_unlisted():
            code = state_governed(leader, layers.document.published, names.tells_of)
            body.home = Polity.of(code) if code is not None else None


def is_named_after_somebody(body: Referent) -> bool:
    """Whether a government goes by one name that is no state's: "the Vega administration"."""
    if body.kind not in ("government", "office"):
        return False
    words = (body.name or "").split()
    return (
        len(words) == 2
        and is_homeless(body)
        and words[0][:1].isupper()
        and not words[0].isupper()
        and (words[1].islower() or words[1] == "Administration")
    )


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
