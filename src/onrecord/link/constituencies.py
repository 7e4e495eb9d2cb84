"""Which part of a state a legislator or governor is of, as words behind his name tell: "Sen. Lowe, R-Fla.", "of Ohio".

The press of the United States sets party and state behind the names of legislators; elsewhere "of" does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import structs

from onrecord.link.provinces import holder, is_division
from onrecord.link.referents import Polity, Post
from onrecord.resources.names import slug

_ABBREVIATIONS = {
    "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California", "Colo.": "Colorado",
    "Conn.": "Connecticut", "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois",
    "Ind.": "Indiana", "Kan.": "Kansas", "Ky.": "Kentucky", "La.": "Louisiana", "Mass.": "Massachusetts",
    "Md.": "Maryland", "Mich.": "Michigan", "Minn.": "Minnesota", "Miss.": "Mississippi", "Mo.": "Missouri",
    "Mont.": "Montana", "N.C.": "North Carolina", "N.D.": "North Dakota", "N.H.": "New Hampshire",
    "N.J.": "New Jersey", "N.M.": "New Mexico", "N.Y.": "New York", "Neb.": "Nebraska", "Nev.": "Nevada",
    "Okla.": "Oklahoma", "Ore.": "Oregon", "Pa.": "Pennsylvania", "R.I.": "Rhode Island", "S.C.": "South Carolina",
    "S.D.": "South Dakota", "Tenn.": "Tennessee", "Va.": "Virginia", "Vt.": "Vermont", "W.Va.": "West Virginia",
    "Wash.": "Washington", "Wis.": "Wisconsin", "Wyo.": "Wyoming",
}  # fmt: skip
"""Parts of the United States as the Associated Press abbreviates them."""
_PARTY_STATE = re.compile(r",? \(?[RDI]-(?P<area>[A-Z][A-Za-z.]*[A-Za-z]\.?(?: [A-Z][a-z]+)?)")
"""Party and state behind a name: ", R-Fla.,", " (D-Ohio)"."""
_PARTY_OF = re.compile(
    r", (?:an? )?(?:[a-z]+ )?(?:Republican|Democrat|independent) (?:of|from|in|representing) "
    r"(?P<area>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
"""The same in words: ", a Democrat from New York"."""
_OF = re.compile(r" (?:of|from) (?P<area>[A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_SEATED = frozenset(["legislator", "governor"])


def seat_behind(text: str, end: int, tells_of: Callable[[str], bool]) -> tuple[str, Polity] | None:
    """The part of a state told behind a name that ends at `end`, and that state."""
    party = _PARTY_STATE.match(text, end) or _PARTY_OF.match(text, end)
    if party is not None:
        area = _ABBREVIATIONS.get(party["area"], party["area"])
        return area, Polity.of("USA")
    of = _OF.match(text, end)
    area = "" if of is None else _longest_division(of["area"])
    state = holder([area], tells_of) if area else None
    return None if state is None else (area, state)


def _longest_division(words: str) -> str:
    return next((name for name in (words, words.split(maxsplit=1)[0]) if is_division(name)), "")


def seated(post: Post, seat: tuple[str, Polity]) -> Post:
    """A legislator's or governor's post with the part of a state that he is of; other posts as they are."""
    area, state = seat
    role = post.role
    if post.title.casefold() == "representative" and post.target is None:
        role = structs.replace(role, role="legislator", sector="LEG")
    if role.role not in _SEATED or post.polity not in (None, state):
        return post
    return Post(role, post.title, state, post.body or (f"local:{slug(area)}", area), post.target)
