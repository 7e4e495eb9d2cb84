"""What makes two records more alike, one thing at a time."""

from typing import Any

import pytest

from onrecord.model import Span
from onrecord.present.identity.items import Item
from onrecord.present.identity.likeness import likeness

NOBODY: frozenset[str] = frozenset()


def item(kind: Any = "event", form: Any = "unknown", terms: dict[str, float] | None = None, **names: str) -> Item:
    """A deed of force or a contact of which nothing is told but what is given, names split at blanks."""
    told = ("by", "to", "names", "persons", "parties", "place", "struck")
    given: dict[str, Any] = {field: frozenset(names.get(field, "").split()) for field in told}
    return Item(
        record="r", doc="d", published="2034-06-03", span=Span(0, 1, "x"), kind=kind, type="ASSAULT", form=form,
        first=5, last=8, dated=False, terms=terms or {}, norm=0.0, status="asserted", negated=False,
        deed=kind == "event", **given,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "like", "unlike"),
    [
        (item(struck="pier"), item(struck="pier"), item(struck="barge")),
        (item(struck="pier"), item(struck="mason", names="pier"), item(struck="mason")),
        (item(struck="pier"), item(struck="mason", terms={"pier": 1.0}), item(struck="mason")),
        (item(place="porvo"), item(place="sorn", names="porvo"), item(place="sorn")),
    ],
    ids=["who was struck", "by a name in the sentence", "by a word of the sentence", "where from and where to"],
)
def test_deeds_are_more_alike_by(one: Item, like: Item, unlike: Item) -> None:
    assert likeness(one, like) > likeness(one, unlike)
    assert likeness(like, one) > likeness(unlike, one)


def test_talks_are_more_alike_where_one_report_names_who_chairs_and_who_meets() -> None:
    met = item("contact", "meeting", parties="lund reyes", names="lund reyes")
    chaired = item("contact", "meeting", parties="orlo", names="orlo lund reyes")
    unnamed = item("contact", "meeting", parties="orlo", names="orlo")
    assert likeness(met, chaired) > likeness(met, unnamed) + 0.25  # more than names in common alone make
