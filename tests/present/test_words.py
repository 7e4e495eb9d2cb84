import pytest

from onrecord.model import Span, Time
from onrecord.present.dating import dating
from onrecord.present.phrases import count, cue_verb, listing, marks, quoted, shortened, times, verb, who
from onrecord.present.voice import NOBODY, Voice

USA = Voice(key="usa", label="United States", kind="state", country=("USA",))
PRICE = Voice(key="price", label="Ned Price", kind="person", country=("USA",))


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1200, "1,200 events")]
)
def test_phrases_count_takes_the_right_number(number: int, words: str) -> None:
    assert count(number, "event") == words


def test_phrases_count_takes_an_irregular_plural() -> None:
    assert count(3, "ministry", "ministries") == "3 ministries"


@pytest.mark.parametrize(("number", "words"), [(1, "once"), (2, "twice"), (3, "3 times")])
def test_phrases_times(number: int, words: str) -> None:
    assert times(number) == words


@pytest.mark.parametrize(
    ("labels", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_phrases_listing(labels: list[str], words: str) -> None:
    assert listing(labels) == words


def test_phrases_who_says_the_country_of_people_but_not_of_countries() -> None:
    assert who((PRICE, USA)) == "Ned Price (USA) and United States"


@pytest.mark.parametrize(
    ("event", "mode", "actors", "word"),
    [
        ("REQUEST", None, (PRICE,), "asks"),
        ("REQUEST", None, (PRICE, USA), "ask"),
        ("AGREE", None, (Voice(key="we", label="“We”"),), "promise"),
        ("ACCUSE", "disapprove", (PRICE,), "faults"),
        ("ASSAULT", None, (PRICE,), None),
    ],
)
def test_phrases_verb(event: str, mode: str | None, actors: tuple[Voice, ...], word: str | None) -> None:
    assert verb(event, mode, actors) == word


def test_phrases_marks_keep_everything_but_assertions_from_looking_like_facts() -> None:
    assert marks("asserted", False) == ()
    assert marks("asserted", True) == ("has not happened",)
    assert marks("denied", True) == ("denied",)
    for status in ("alleged", "planned", "demanded", "hypothetical"):
        assert marks(status, False) == (status,)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("short enough", 12, "short enough"),
        ("cut between the words", 14, "cut between …"),
        ("never in anticonstitutionally long words", 30, "never in …"),
        ("“a quotation stays closed”", 20, "“a quotation …”"),
        ("a comma, then", 10, "a comma …"),
        ("he said “we will go” and left", 19, "he said “we will …”"),
        ("he said “we will go” and left", 27, "he said “we will go” and …"),
        ("anticonstitutionally", 5, "anticonstitutionally"),
    ],
)
def test_phrases_shortened_cuts_between_words(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


@pytest.mark.parametrize("limit", range(8, 58))
def test_phrases_shortened_keeps_its_limit_and_whole_words(limit: int) -> None:
    text = "“One two three four, five six seven eight nine ten eleven”"
    short = shortened(text, limit)
    assert len(short) <= limit
    kept = short.removesuffix("”").removesuffix(" …").split()
    *first, last = text.split()[: len(kept)]
    assert kept == [*first, last.rstrip(",")]


@pytest.mark.parametrize(
    ("cue", "word"), [("said", "said"), ("called\non", "called on"), ("added:", "added"), (":", "says"), (None, "says")]
)
def test_phrases_cue_verb(cue: str | None, word: str) -> None:
    assert cue_verb(None if cue is None else Span(0, len(cue), cue)) == word


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "“plain”"),
        ("“whole”", "“whole”"),
        ("the “inner” part", "“the ‘inner’ part”"),
        ("“one” and “two”", "“‘one’ and ‘two’”"),
    ],
)
def test_phrases_quoted_nests_marks(text: str, shown: str) -> None:
    assert quoted(text) == shown


def _time(**fields: str) -> Time:
    return Time(mention=Span(0, 9, "Wednesday"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("time", "phrase"),
    [
        (_time(start="2023-01-18", end="2023-01-18", basis="publication date"), "2023-01-18 (“Wednesday”)"),
        (_time(start="2023-01-18", end="2023-01-18", basis="explicit"), "2023-01-18"),
        (_time(start="2023-01-16", end="2023-01-22", basis="explicit"), "2023-01-16 to 2023-01-22"),
        (_time(end="2022-12-18", basis="publication date"), "on or before 2022-12-18 (“Wednesday”)"),
        (_time(start="2022-12-18", basis="explicit"), "on or after 2022-12-18"),
        (_time(), "“Wednesday” (no calendar date)"),
        (_time(value="P30D", basis="explicit"), "“Wednesday”"),
    ],
)
def test_dating_phrase(time: Time, phrase: str) -> None:
    found = dating(time)
    assert found is not None
    assert found.phrase == phrase
    assert found.known == (time.start is not None or time.end is not None)


def test_voice_nobody_is_never_the_same_as_nobody() -> None:
    assert not NOBODY.same(NOBODY)
    assert PRICE.same(PRICE)
