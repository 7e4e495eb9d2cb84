"""Every example of the codebook holds, and an example that does not is told."""

import pytest
from msgspec.structs import replace

from onrecord.codebook.check import Coded, check
from onrecord.codebook.rules import Codebook, Example, load
from onrecord.extract.coding import code


def one(rule_id: str) -> Codebook:
    """The standard codebook cut down to one rule."""
    book = load()
    file = next(f for f in book.files if any(r.id == rule_id for r in f.rules))
    return replace(book, files=(replace(file, rules=[r for r in file.rules if r.id == rule_id]),))


@pytest.mark.parametrize("event", [file.type for file in load().files])
def test_check_all_examples_of_the_codebook_hold(event: str) -> None:
    book = load()
    alone = replace(book, files=tuple(f for f in book.files if f.type == event))
    assert list(check(alone, code)) == []


def test_check_tells_what_does_not_hold() -> None:
    book = one("accuse.blame-on")
    rule = book.files[0].rules[0]
    wrong = replace(
        rule,
        example=Example(text="Ardenia blamed the attack on Velmar.", actor="Velmar", recipient="Velmar"),
        counterexample="Ardenia blamed the raid on Velmar.",
    )
    problems = [f.problem for f in check(replace(book, files=(replace(book.files[0], rules=[wrong]),)), code)]
    assert len(problems) == 2
    assert problems[0].startswith("actor 'Velmar' not found")
    assert problems[1] == "the counterexample is coded by the rule"


def test_check_tells_an_example_that_is_not_coded() -> None:
    book = one("accuse.blame-on")
    assert [f.problem for f in check(book, lambda sentence, codebook: ())] == ["the example is not coded by the rule"]


def test_check_tells_a_wrong_mode() -> None:
    book = one("accuse.blame-on")
    coded = Coded("ACCUSE", None, "accuse.blame-on", ("Ardenia",), ("Velmar",))
    found = list(check(book, lambda sentence, codebook: (coded,) if "Velmar" in sentence else ()))
    assert [f.problem for f in found] == ["mode None for allege"]
