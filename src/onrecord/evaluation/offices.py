"""Offices: are (title, country, date) questions answered with the right holder, and never with a wrong one?

The questions are drawn from the reference table itself with a fixed seed, so this measures how the table is
asked, not whether it is true. Some are asked of the table, some as a sentence that names the holder beside the
office, which the whole of OnRecord reads. `python -m onrecord.evaluation.offices` prints the figures.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.link.offices import holder
from onrecord.reader import Reader, load
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
    """The shares for `number` questions asked of the table."""
    return _answers((q, _asked(q)) for q in questions(number, seed))


def score_named(number: int = 100, seed: int = SEED) -> Answers:
    """The shares for `number` sentences that name the holder: is the person of the table recognised, and no other?"""
    reader = load()
    return _answers((q, _read(reader, FORMS[n % len(FORMS)], q)) for n, q in enumerate(questions(number, seed)))


def score_titled(number: int = 200, seed: int = SEED) -> Answers:
    """The shares for `number` sentences that name only title and state: is the holder found, and nobody else?"""
    reader = load()
    asked = enumerate(questions(number, seed))
    return _answers((q, _read(reader, TITLED[n % len(TITLED)], q, by="office")) for n, q in asked)


TITLED = ("{seat}'s {title} said that the talks would go on.", "The {title} of {seat} said that the talks would go on.")
"""Sentences in which an office alone tells who somebody is."""
FORMS = (
    "{seat}'s {title} {person} said on Tuesday that the talks would go on.",
    "{person}, the {title} of {seat}, said on Tuesday that the talks would go on.",
    "The statement was read by {person}, {title} of {seat}, at the end of the meeting.",
)
"""Sentences that name somebody with his office."""


def _asked(question: Question) -> str | None:
    answer = holder(question.title, question.seat, question.day).tenure
    return answer.person_id if answer else None


def _read(reader: Reader, form: str, question: Question, by: str | None = None) -> str | None:
    """The reference person found in the sentence: the wrong one, if several are."""
    row = question.tenure
    text = form.format(seat=row.jurisdiction, title=question.title, person=row.person)
    actors = (mention.actor for mention in reader.read(text, published=question.day).mentions)
    persons = [actor for actor in actors if actor and actor.kind == "person" and actor.id]
    found = {actor.id or "" for actor in persons if by is None or actor.resolved_by == by}
    known = {ident for ident in found if not ident.startswith("local:")}
    return min(known - {row.person_id}, default=row.person_id if known else None)


def _answers(answered: Iterable[tuple[Question, str | None]]) -> Answers:
    given = [(question.tenure.person_id, answer) for question, answer in answered]
    right = sum(answer == wanted for wanted, answer in given)
    wrong = sum(answer not in (wanted, None) for wanted, answer in given)
    return Answers(len(given), right / len(given), wrong / len(given), (len(given) - right - wrong) / len(given))


def result() -> dict[str, dict[str, float]]:
    """The figures by kind of question, for the floors."""
    answers = {"asked": score(), "named": score_named(), "titled": score_titled()}
    return {kind: {"right": found.right, "wrong": found.wrong} for kind, found in answers.items()}


if __name__ == "__main__":
    print(score(), score_named(), score_titled(), sep="\n")  # noqa: T201
