"""The learned readers of single words: conditions with kinds, statuses and parts; cues with what they report."""

import pytest

from onrecord.annotate.attributions import conditions, cues
from onrecord.annotate.condition_scheme import KINDS, PARTS, STATUSES
from onrecord.annotate.cue_scheme import ACTS
from onrecord.annotate.parse import parse
from onrecord.annotate.word_readings import WordReadings
from onrecord.ingest.document import document
from tests.annotate.words import word_in

TEXT = """BESK, May 3 - The road to Besk has been blocked since Tuesday, and 300 families have no bread.

The festival opens on Friday with a concert."""


@pytest.fixture(scope="module")
def read() -> WordReadings:
    found = conditions(parse(document(TEXT)))
    assert found is not None
    return found


def test_shares_name_the_kind_and_sum_to_one(read: WordReadings) -> None:
    blocked = word_in(read, TEXT, "blocked")
    assert set(blocked.shares) == set(KINDS)
    assert sum(blocked.shares.values()) == pytest.approx(1.0, abs=1e-4)
    assert blocked.best[0] == "blocked"


def test_statuses_sum_to_one_and_name_what_is_told_as_so(read: WordReadings) -> None:
    statuses = word_in(read, TEXT, "blocked").statuses
    assert set(statuses) == set(STATUSES)
    assert sum(statuses.values()) == pytest.approx(1.0, abs=1e-4)
    assert max(statuses, key=statuses.__getitem__) == "asserted"


def test_parts_are_pointed_at_or_nothing_is(read: WordReadings) -> None:
    blocked = word_in(read, TEXT, "blocked")
    starts = [TEXT.index(w) for w in ("BESK", "The road", "has been", "blocked", "Tuesday", "and 300")]
    masses, nothing = blocked.masses("since", starts)
    assert max(range(len(starts)), key=masses.__getitem__) == 4
    assert nothing == blocked.nothing("since") < 0.5
    assert all(0.0 <= blocked.nothing(part) <= 1.0 for part in PARTS)


def test_other_news_tells_nothing(read: WordReadings) -> None:
    assert list(read.telling(TEXT.index("The festival"), len(TEXT), 0.5)) == []


SAID = "The envoy said that the general had promised to open the road. The road is long."


@pytest.fixture(scope="module")
def reporting() -> WordReadings:
    found = cues(parse(document(SAID)))
    assert found is not None
    return found


def test_cues_are_the_words_that_report(reporting: WordReadings) -> None:
    said = word_in(reporting, SAID, "said")
    assert set(said.shares) == set(ACTS)
    assert said.best[0] == "speech" and said.told > 0.9
    assert word_in(reporting, SAID, "long").told < 0.1
    assert reporting.at(SAID.index("said")) in list(reporting.telling(0, len(SAID), 0.9))


def test_cues_point_at_the_first_and_last_word_of_what_they_report(reporting: WordReadings) -> None:
    said = word_in(reporting, SAID, "said")
    starts = [SAID.index(w) for w in ("The envoy", "said", "that", "the general", "to open", "road.", "The road is")]
    first, last = (said.masses(side, starts)[0] for side in ("first", "last"))
    assert max(range(len(starts)), key=first.__getitem__) == 2
    assert max(range(len(starts)), key=last.__getitem__) == 5
