"""Who a named person is in the reference table, as far as name, post, state and day agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.link.offices import even, holder, is_apart
from onrecord.link.referents import RUNNING, Polity, Post, Referent
from onrecord.link.surnames import head_called
from onrecord.model import Candidate
from onrecord.resources import offices, organizations
from onrecord.resources.given_names import familiar_names, known_names
from onrecord.resources.names import fold, skeleton
from onrecord.resources.offices import Tenure
from onrecord.resources.roles import read_role, sector

PUBLIC = frozenset(["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "organisation_head",
                    "interior_minister", "spokesperson", "legislature_head"])  # fmt: skip
WORLDLY = frozenset(["GOV", "MIL", "LEG", "JUD", "SPY", "COP", ""])
"""Sectors of posts that a holder of public office may be given; a farmer of the same name is somebody else."""


def identify(
    person: Referent, day: str | None, tells_of: Callable[[str], bool] | None = None, *, unlisted: bool = False
) -> None:
    """Give a person the id, name, state and posts of the one reference entry that fits; candidates otherwise.

    `tells_of`: whether the report names the state of this code; `unlisted`: whether it is about one in no table.
    """
    if person.name is None:
        return
    _by_table(person, day, tells_of)
    if person.id is None and person.polity is None and tells_of is not None and not unlisted:
        _as_head(person, head_called(person, day, tells_of), day)


def _as_head(person: Referent, heads: list[Tenure], day: str | None) -> None:
    """Tell somebody known by his last name alone the state that he heads, and who he is where only one is meant.

    A report without a day may be older than the table: "President Bush" is the first of them, or the second.
    """
    if day and len({tenure.person_id for tenure in heads}) == 1:
        person.candidates = ()
        _take(person, heads, day)
    elif heads:
        person.polity = Polity.of(heads[0].country)


def _by_table(person: Referent, day: str | None, tells_of: Callable[[str], bool] | None) -> None:
    """Give a person the entry that agrees with what the text tells of name, post, state and day."""
    rows = [t for t in _rows(person, day) if _fits(person, t)]
    people: dict[str, list[Tenure]] = {}
    for tenure in rows:
        people.setdefault(tenure.person_id, []).append(tenure)
    ranked = sorted(people.values(), key=lambda own: (-_agreement(person, own, day), own[0].person_id))
    if not ranked:
        _by_office(person, day)
        return
    best = _agreement(person, ranked[0], day)
    if len(ranked) == 1 and tells_of is not None and _governs(ranked[0], day, tells_of):
        best = max(best, _needed(person))
    if best < _needed(person) or (len(ranked) > 1 and _agreement(person, ranked[1], day) == best):
        share = even(len(ranked))
        person.candidates = tuple(Candidate(own[0].person_id, own[0].person, share) for own in ranked[:5])
        return
    _take(person, ranked[0], day)


def _by_office(person: Referent, day: str | None) -> None:
    """A person known by part of a name and an office of a state ("Jordan's King Abdullah"): its holder on the day."""
    if day is None or person.polity is None or not person.polity.codes or not person.name:
        return
    for post in person.posts:
        if post.role.role not in PUBLIC or is_apart(post.role):
            continue
        tenure = holder(post.title, person.polity.codes[0], day).tenure
        if tenure is not None and set(fold(person.name).split()) <= set(fold(tenure.person).split()):
            _take(person, [tenure], day)
            return


def _governs(own: list[Tenure], day: str | None, tells_of: Callable[[str], bool]) -> bool:
    """Whether somebody heads a state, or its government, on the day that the report speaks of: "Obama" of 2015."""
    heads = [t for t in own if t.role in ("head_of_state", "head_of_government") and day and t.holds_on(day)]
    return any(tells_of(t.country) for t in heads if t.country)


def _needed(person: Referent) -> int:
    """A full name needs less to be believed than a last name."""
    return 1 if person.name and " " in person.name else 3


def _rows(person: Referent, day: str | None) -> Iterable[Tenure]:
    name = person.name or ""
    words = name.split()
    if len(words) == 1:
        return [t for t in offices.by_last_name(name) if t.role in PUBLIC and (not day or t.may_hold_on(day))]
    exact = offices.by_person(name)
    if exact:
        return exact
    short = f"{words[0]} {words[-1]}"
    if len(words) > 2 and (person.posts or short in person.called or all(map(_is_middle, words[1:-1]))):
        middle = offices.by_person(short)
        if middle:
            return middle
    if not person.posts:
        return ()
    familiar = [t for other in familiar_names(words[0]) for t in offices.by_person(f"{other} {words[-1]}")]
    if familiar:
        return familiar
    wanted = skeleton(name)
    return [t for t in offices.by_last_skeleton(name) if skeleton(t.person) == wanted]


def _is_middle(word: str) -> bool:
    """Whether a word within a name is a given name or an initial: "John Paul Rowe" may be the table's "John Rowe"."""
    return fold(word) in known_names() or len(word.rstrip(".")) == 1


def _fits(person: Referent, tenure: Tenure) -> bool:
    """Whether nothing in the text speaks against a tenure's being this person's."""
    if person.polity is not None and person.polity.codes and tenure.country:
        if tenure.country not in person.polity.codes:
            return False
    elif person.polity is not None and not person.polity.codes and tenure.country:
        return False
    return all(post.role.sector in WORLDLY for post in person.posts)


def _agreement(person: Referent, own: list[Tenure], day: str | None) -> int:
    """How much speaks for a reference person: post, state, and a tenure on the day or near it."""
    score = 0
    if any(_same_post(post, tenure) for post in person.posts for tenure in own):
        score += 2
    if person.polity is not None and any(t.country in person.polity.codes for t in own):
        score += 2
    if day and any(t.may_hold_on(day) and (t.end or t.start[:4] >= str(int(day[:4]) - 12)) for t in own):
        score += 1
    elif not day or any(_near(t, day) for t in own):
        score += int(all(post.role.head in RUNNING for post in person.posts))
    return score


def _near(tenure: Tenure, day: str) -> bool:
    year = int(day[:4])
    return int(tenure.start[:4] or 0) - 8 <= year <= int((tenure.end or tenure.snapshot)[:4]) + 10


def _same_post(post: Post, tenure: Tenure) -> bool:
    role = post.role.role
    if role == tenure.role or (role == "ambassador" and tenure.role in ("permanent_representative",)):
        return True
    if role == "minister":
        return tenure.role in ("minister", "foreign_minister", "defence_minister", "interior_minister")
    return role == "leader" and tenure.role in ("head_of_state", "head_of_government", "organisation_head")


def _take(person: Referent, own: list[Tenure], day: str | None) -> None:
    person.id = own[0].person_id
    person.name = own[0].person if _better(person.name or "", own[0].person) else person.name
    now = [t for t in own if day and t.holds_on(day)]
    served = [o for t in now if not t.country for o in organizations.by_name(t.jurisdiction)]
    if served and not any(t.country for t in now) and person.polity is None:
        person.codes = served[0].codes
        _add_posts(person, own, day)
        return
    codes = [t.country for t in (now or own) if t.country]
    if (person.polity is None or not person.polity.codes) and codes:
        person.polity = Polity.of(codes[-1])
    _add_posts(person, own, day)


def _add_posts(person: Referent, own: list[Tenure], day: str | None) -> None:
    """The posts that the table gives a person on the day, beside those of the text."""
    for tenure in own if day else ():
        if tenure.holds_on(day or "") and (
            tenure.role in PUBLIC or tenure.role in ("minister", "ambassador", "deputy")
        ):
            role = read_role(tenure.office.split())
            if role is None or any(_same_post(post, tenure) for post in person.posts):
                continue
            served = organizations.by_name(tenure.jurisdiction) if not tenure.country else ()
            body = (served[0].id, served[0].acronym or served[0].name) if served else None
            person.posts.append(Post(role, tenure.office, person.polity, body))
            person.sector = person.sector or sector(tenure.role) or None


def _better(text: str, table: str) -> bool:
    """Whether the table's name is fuller than the text's, or the same in another spelling."""
    return len(table.split()) > len(text.split()) if " " not in text else fold(text) != fold(table) and len(
        text.split()) == len(table.split())  # fmt: skip
