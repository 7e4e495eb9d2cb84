"""People's decisions on machine records, kept apart from them and never overwritten by a new reading."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from onrecord.store.schema import reviews

type Verdict = Literal["accepted", "rejected", "unsure"]


@dataclass(frozen=True, slots=True)
class Review:
    """A decision on one record; `at` is an ISO date and time in UTC."""

    record: str
    verdict: Verdict
    reviewer: str
    at: str
    note: str | None = None


def add_review(connection: Connection, review: Review) -> None:
    """Keep a decision; earlier ones on the same record stay, in order."""
    connection.execute(
        reviews.insert().values(
            record=review.record, verdict=review.verdict, reviewer=review.reviewer, at=review.at, note=review.note
        )
    )


def reviews_of(connection: Connection, record: str) -> tuple[Review, ...]:
    """All decisions on a record, oldest first."""
    rows = connection.execute(select(reviews).where(reviews.c.record == record).order_by(reviews.c.number))
    return tuple(Review(row.record, row.verdict, row.reviewer, row.at, row.note) for row in rows)
