"""Who held an office on a day: the reference table asked with a title, a country and a date, and its limits.

The table abstains where it is not certain: where several held the office, where dates are known only roughly,
and where the day lies after the snapshot of a tenure that was still open then.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.model import Candidate
from onrecord.resources import heads, offices
from onrecord.resources.names import fold, skeleton
from onrecord.resources.offices import Tenure
from onrecord.resources.roles import Role, read_role

GENERIC = frozenset(["head_of_state", "head_of_government", "foreign_minister", "defence_minister",
                     "interior_minister", "legislature_head", "security_council_secretary"])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holder:
    """An answer: `tenure` is None where the table abstains; `candidates` are those who may have held the office."""

    tenure: Tenure | None
    candidates: tuple[Candidate, ...] = ()


NOBODY = Holder(None)


def holder(title: str, seat: str, day: str) -> Holder:
    """Who held the office `title` of the country (code) or organisation (name, id) `seat` on `day` (ISO date)."""
    rows = office_rows(title, seat)
    if not any(t.may_hold_on(day) for t in rows):
        rows = rows_by_role(title, seat)  # the office went by another name then
    surely = [t for t in rows if t.holds_on(day)]
    possibly = [t for t in rows if t.may_hold_on(day)]
    best = _only(surely, day)
    return Holder(best, () if best else _candidates(possibly))


def holder_within(title: str, seat: str, first: str, last: str) -> Holder:
    """Who held the office from the day `first` to the day `last`; nobody surely where it changed hands between."""
    if first == last:
        return holder(title, seat, first)
    begun, ended = holder(title, seat, first), holder(title, seat, last)
    if begun.tenure is not None and ended.tenure is not None and same_person(begun.tenure, ended.tenure):
        return begun
    rows = [t for t in office_rows(title, seat) if (not t.start or offices.first_day(t.start) <= last)
            and (not t.end or first <= offices.last_day(t.end))]  # fmt: skip
    return Holder(None, _candidates(rows))


def asked(titles: Sequence[str], seat: str, first: str, last: str) -> Holder:
    """The answer to the first of several titles of one office that anybody held in the time told."""
    answer = NOBODY
    for title in titles:
        answer = holder_within(title, seat, first, last)
        if answer.tenure is not None or answer.candidates:
            return answer
    return answer


def _only(surely: list[Tenure], day: str) -> Tenure | None:
    """The one sure holder: any other's tenure is his under another spelling, over by then, or never closed."""
    if not surely:
        return None
    latest = max(surely, key=lambda t: (offices.first_day(t.start), t.end, t.person))
    if all(same_person(t, latest) or _superseded(t, latest, day) for t in surely):
        return latest
    return None


def _superseded(old: Tenure, new: Tenure, day: str) -> bool:
    """Whether the older of two tenures was over on `day`: it had ended, or nobody closed it in the table.

    Two rows of which the second begins before the first, still open, has lasted a year contradict each other: which of
    them is wrong the table does not tell, so both stay.
    """
    if old.end:
        ended = offices.last_day(old.end)
        return ended < day or (old.end <= new.start and day > new.start)
    if old.snapshot <= offices.first_day(new.start):
        return True
    single = old.role not in ("deputy", "other", "military_command")
    lasted = _year_later(offices.last_day(old.start)) < offices.first_day(new.start)
    return single and lasted and bool(new.end or old.start < "2015")


def _year_later(day: str) -> str:
    return f"{int(day[:4]) + 1:04d}{day[4:]}"


def same_person(one: Tenure, other: Tenure) -> bool:
    """Whether two rows are of one person, perhaps spelled in two ways."""
    if one.person_id == other.person_id:
        return True
    first, second = (tuple(skeleton(t.person).split()) for t in (one, other))
    if one.start == other.start and SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= 0.75:
        return True
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) > 1 and set(shorter) <= set(longer)


def office_rows(title: str, seat: str) -> list[Tenure]:
    """The tenures in the office that `title` names: word for word where there are any, else by role.

    `seat` is a country's code or the name or id of an organisation, whose heads have titles of many kinds.
    """
    if found := heads.tenures(title, seat):
        return list(found)
    rows = offices.of(seat)
    wanted = _spelled(title)
    exact = [t for t in rows if _spelled(t.office) == wanted]
    if exact:
        return [] if _shared(wanted) else exact
    return rows_by_role(title, seat)


@functools.lru_cache(maxsize=16_384)
def _spelled(title: str) -> str:
    """A title in one spelling: "Secretary of Defense" and "secretary of defence"."""
    return " ".join(word for word in fold(title).replace("defense", "defence").split() if word != "the")


def rows_by_role(title: str, seat: str) -> list[Tenure]:
    """The tenures in offices of the class that `title` names, with the same portfolio where it has one."""
    return list(_rows_by_role(title, seat))


@functools.lru_cache(maxsize=2_048)  # a newsroom's reports ask for the same few offices, each over hundreds of tenures
def _rows_by_role(title: str, seat: str) -> tuple[Tenure, ...]:
    role = None if _shared(fold(title)) else read_role(title.split())
    return () if role is None else tuple(t for t in offices.of(seat) if same_office(role, t))


@functools.lru_cache(maxsize=16_384)
def _role_of(office: str) -> Role | None:
    return read_role(office.split())


def _shared(title: str) -> bool:
    """Offices that several hold at once, whatever the table's dates say."""
    words = title.split()
    return words[0] in ("justice", "judge", "member", "senator") or title in ("state secretary", "adviser", "advisor")


def same_office(role: Role, tenure: Tenure) -> bool:
    """Whether a role read in a text is the office of a tenure: same class, and same portfolio where it has one."""
    if role.plural or role.deputy != (tenure.role == "deputy"):
        return False
    other = _role_of(tenure.office)
    if other is None:
        return False
    if role.role == "head_of_state" and _style(role.head) not in ("head", _style(other.head)):
        return False
    if role.role in GENERIC:
        return tenure.role == role.role and (other.role == role.role)
    if role.role in ("minister", "deputy", "ambassador", "spokesperson", "organisation_head"):
        return other.role == role.role and bool(role.portfolio) and role.portfolio == other.portfolio
    return False


_MONARCHS = frozenset(["king", "queen", "monarch", "emir", "sultan", "emperor"])


def _style(head: str) -> str:
    """What kind of head of state a title names: a republic has no king, and a kingdom no president."""
    return "monarch" if head in _MONARCHS else head if head in ("head", "prince", "leader", "pope") else "president"


def is_apart(role: Role) -> bool:
    """Whether the words say that this is not the holder of the office on the day: "former", "next", "acting" …"""
    return role.former or role.coming or role.apart or role.acting


def even(number: int) -> float:
    """The score of each of `number` candidates: a lone one who is not believed shares with whoever no table has."""
    return round(1 / max(number, 2), 3)


def _candidates(rows: list[Tenure]) -> tuple[Candidate, ...]:
    """Who may hold the office, the latest first, with even scores."""
    latest = sorted(rows, key=lambda t: (t.start, t.person), reverse=True)
    persons = {t.person_id: t.person for t in latest}
    score = even(len(persons))
    return tuple(Candidate(ident, name, score) for ident, name in list(persons.items())[:5])
