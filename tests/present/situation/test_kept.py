"""Signs of texts: a situation is the same with and without those that were kept."""

import sys

import pytest

from onrecord.present.passages import Passages
from onrecord.present.signs import Sign, known
from onrecord.present.situation import kept, situation
from tests.present.crisis_text import TEXT
from tests.present.sample import REPORT


def test_signs_are_those_whose_words_stand_in_the_text() -> None:
    found = kept.signs(REPORT.document)
    assert found == {one.name for one in known() if one.stands_in(REPORT.document.text or "")}
    named = {one.name: Passages(REPORT, found).has(one) for one in known()}
    assert named == {one.name: Passages(REPORT).has(one) for one in known()}
    assert any(named.values()) and not all(named.values())


def test_the_signs_of_a_crisis_are_many() -> None:
    assert {one.name for one in known() if one.stands_in(TEXT)} >= {"abuses", "cancelled", "instruments", "mediation"}


def test_a_sign_stands_where_one_of_its_patterns_does() -> None:
    """Also where something quicker than the patterns tells it."""
    parts = [TEXT, *TEXT.split(". "), "The guns WERE WITHDRAWN.", "It still stands.", "She will not leave.", "", "x"]
    told = {(one.name, part): any(p.search(part) for p in one.patterns) for one in known() for part in parts}
    assert told == {(one.name, part): one.stands_in(part) for one in known() for part in parts}
    assert {name for (name, _), stands in told.items() if stands} >= {"ends", "abuses"}


def test_a_situation_is_the_same_with_kept_signs() -> None:
    signs = {REPORT.document.id: kept.signs(REPORT.document)}
    assert situation([REPORT], signs=signs) == situation([REPORT])


def test_signs_are_believed() -> None:
    """Else the test before would pass whatever was kept."""
    signs = {REPORT.document.id: frozenset[str]()}
    assert situation([REPORT], signs=signs) != situation([REPORT])


def test_signs_come_back_from_what_is_kept() -> None:
    for found in (frozenset[str](), frozenset({"abuses"}), frozenset(one.name for one in known())):
        assert kept.unpacked(kept.packed(found)) == found


@pytest.mark.parametrize(
    "damaged", ["", "0", "zz", "00000000 abuses", "00000000 nothing", kept.packed(frozenset({"x"}))]
)
def test_what_is_damaged_or_not_known_tells_nothing(damaged: str) -> None:
    assert kept.unpacked(damaged) is None


def test_other_words_are_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.version()
    kept.version.cache_clear()
    try:
        assert kept.version() == before
        kept.version.cache_clear()
        monkeypatch.setattr(known()[0], "patterns", known()[1].patterns)
        assert kept.version() != before
    finally:
        monkeypatch.undo()
        kept.version.cache_clear()


def test_every_sign_has_a_name_of_its_own() -> None:
    modules = [module for name, module in sys.modules.items() if name.startswith("onrecord.present")]
    found = {id(one): one.name for module in modules for one in vars(module).values() if isinstance(one, Sign)}
    assert sorted(found.values()) == [one.name for one in known()]
