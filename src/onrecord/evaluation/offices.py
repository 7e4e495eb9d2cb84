"""Offices: are (title, country, date) questions answered with the right holder, and never with a wrong one?

The questions are drawn from the reference table itself with a fixed seed, so this measures how the table is
asked, not whether it is true. `python -m onrecord.evaluation.offices` prints the figures.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.link.offices import holder
from onrecord.resources import offices
from onrecord.resources.offices import Tenure

ONE_AT_A_TIME = frozenset(
    ["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister", "minister",
     "legislature_head", "organisation_head", "spokesperson", "ambassador", "permanent_representative",
     "security_council_secretary", "military_command"]
)  # fmt: skip
"""Classes of offices that one person holds at a time; not deputies, judges, advisers."""

SHARED = (
    "state secretary", "justice", "judge", "member", "minister without portfolio", "minister of state",
    "director general", "senior minister", "minister counsellor",
)  # fmt: skip
SEED = 20261124


@dataclass(frozen=True, slots=True)
class Question:
    """Who held `title` of `seat` on `day`? The row that the question was drawn from says: `tenure.person`."""

    title: str
    seat: str
    day: str
    tenure: Tenure


@dataclass(frozen=True, slots=True)
class Answers:
    """Shares of the questions that were answered rightly, wrongly, or not."""

    asked: int
    right: float
    wrong: float
    abstained: float


def questions(number: int, seed: int = SEED) -> Iterator[Question]:
    """`number` questions drawn at random, each with a day inside the tenure of the row it comes from."""
    draw = random.Random(seed)  # noqa: S311  (a reproducible sample, no secret)
    pool = [t for t in offices.all() if t.role in ONE_AT_A_TIME and not t.office.casefold().startswith(SHARED)]
    found = 0
    while found < number:
        tenure = draw.choice(pool)
        first, last = (
            _day(offices.last_day(tenure.start)),
            _day(offices.first_day(tenure.end) if tenure.end else tenure.snapshot),
        )
        if first is None or last is None or (last - first).days < 2:
            continue
        day = first + timedelta(days=draw.randint(1, (last - first).days - 1))
        found += 1
        yield Question(tenure.office, tenure.seat, day.isoformat(), tenure)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def score(number: int = 200, seed: int = SEED) -> Answers:
    """The shares for `number` questions."""
    right = wrong = 0
    for question in questions(number, seed):
        answer = holder(question.title, question.seat, question.day).tenure
        right += answer is not None and answer.person_id == question.tenure.person_id
        wrong += answer is not None and answer.person_id != question.tenure.person_id
    return Answers(number, right / number, wrong / number, (number - right - wrong) / number)


if __name__ == "__main__":
    print(score())  # noqa: T201
