"""The rules for time expressions hold on their own examples; guards keep names and ages out."""

import time

import pytest

from onrecord.annotate.times_numbers import cardinal, spoken_year
from onrecord.annotate.times_rules import Rule, rules, search
from onrecord.annotate.times_tokens import encode


def _found(text: str) -> list[tuple[str, str, str]]:
    terms = encode(text)
    return [
        (text[terms.terms[f.first].start : terms.terms[f.last - 1].end], f.rule.id, f.form) for f in search(text, terms)
    ]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_times_rule_holds_on_its_example(rule: Rule) -> None:
    assert rule.example[1] in [words for words, ident, _ in _found(rule.example[0]) if ident == rule.id]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_times_rule_stays_silent_where_it_must(rule: Rule) -> None:
    assert rule.id not in [ident for _, ident, _ in _found(rule.never)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a 13-year-old boy", []),
        ("the Sunday Times reported", []),
        ("the Good Friday Agreement", []),
        ("Resolution 1973 of the Council", []),
        ("killed 2000 people there", []),
        ("the fall of Kabul", []),
        ("may march again", []),
        ("closed for more than nine months and three days", ["more than nine months", "three days"]),
        ("between 5 May and 7 June 2014", ["5 May", "7 June 2014"]),
    ],
)
def test_times_finds_only_times(text: str, words: list[str]) -> None:
    assert [found for found, _, _ in _found(text)] == words


@pytest.mark.parametrize(("words", "value"), [("twenty six", 26), ("two thousand", 2000), ("one hundred eighty", 180)])
def test_times_numbers_read_words(words: str, value: int) -> None:
    assert cardinal(words.split()) == value


def test_times_numbers_read_spoken_years() -> None:
    assert spoken_year(["nineteen", "ninety", "six"]) == 1996
    assert spoken_year(["twenty", "six"]) is None


def test_times_search_is_linear_in_the_length_of_a_text() -> None:
    def seconds(text: str) -> float:
        """The quickest of five runs: a busy machine or the garbage collector only ever adds."""
        taken = []
        for _ in range(5):
            begin = time.process_time()
            list(search(text, encode(text)))
            taken.append(time.process_time() - begin)
        return min(taken)

    piece = "On Friday, 9 November 2020, at least two and a half years ago, they met for more than 30 days. "
    assert seconds(piece * 800) < 24 * max(seconds(piece * 100), 0.005)  # 8 times where linear, 64 where square
