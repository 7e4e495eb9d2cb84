"""Which abuse a sentence is about: found without holding it against every sentence, and the same as if it were."""

import random

from onrecord.present.ledgers.abuse_sentences import Role, Told
from onrecord.present.ledgers.accountability import REACTS, SAME, _Case, _likeness, _likest, _Sentence

ACTS = ("killing", "shelling", "attack on civilians", "atrocities", "torture", "looting")
ROLES: tuple[Role, ...] = ("accusation", "denial", "call", "investigation", "finding")


def _told(chance: random.Random, number: int) -> Told:
    def some(of: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(chance.sample(of, chance.randint(0, most)))

    return Told(
        role=chance.choice(ROLES),
        acts=some(ACTS, 2),
        about={word: chance.choice((0.25, 1.0)) for word in some(tuple("abcdefghijkl"), 9)},
        places=some(("Tarn", "Orlo", "Sellen"), 2),
        by=(),
        accused=(),
        sides=frozenset(some(("Arvonia", "Borland", "Velmar"), 2)),
        named=frozenset(some(("Arvonia", "Borland", "Velmar"), 2)),
        by_sides=frozenset(some(("Arvonia", "Borland", "Velmar"), 1)),
        day=chance.choice((None, "2031-05-01", "2031-05-02", "2031-05-03")),
        told="2031-05-04",
        words="",
        word="",
        at=(f"doc-{number // 4}", number % 4),
        grounds=(),
    )


def test_the_likest_case_is_the_one_that_comparing_all_would_find() -> None:
    found = 0
    for seed in range(12):
        chance, cases = random.Random(seed), list[_Case]()
        for number in range(120):
            one = _Sentence(_told(chance, number))
            scores = [max(_likeness(one, old, -9.0) for old in case._compared) for case in cases]
            best = max(scores, default=0.0)
            needed = SAME if one.told.role == "accusation" else REACTS
            expected = cases[scores.index(best)] if best >= needed else None
            assert _likest(cases, one) is expected
            found += expected is not None
            if expected is not None and number % 3:
                expected.add(one)
            elif one.acts:
                cases.append(_Case(one))
    assert found > 200
