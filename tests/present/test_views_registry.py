"""The registry of views: every ledger is in it, every line stands on words, the order of reports changes nothing."""

from dataclasses import fields

import pytest

from onrecord.errors import InputError
from onrecord.present import ledgers
from onrecord.present.views import VIEWS, get
from tests.present import sample


def test_views_hold_every_ledger_of_the_room() -> None:
    offered = {name for name in ledgers.__all__ if name.islower()}
    assert offered <= {view.name for view in VIEWS}


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.name)
def test_views_rows_are_of_their_class_and_stand_on_words(view) -> None:  # type: ignore[no-untyped-def]
    rows = view.make([sample.REPORT], None)
    assert all(type(row) is view.row for row in rows)
    assert "grounds" in {field.name for field in fields(view.row)}
    assert all(row.grounds and all(g.span.grounded_in(sample.TEXT) for g in row.grounds) for row in rows)
    assert view.make([], None) == ()


def test_views_an_unknown_name_is_told_the_known_ones() -> None:
    with pytest.raises(InputError, match="accountability"):
        get("chronicle")
