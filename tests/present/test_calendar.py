"""What is told of a contact joins the one it is most like, as if it were held against every one."""

import random

from onrecord.present.calendar import LIKE, _Board, _likeness, _with
from onrecord.present.meetings import Meeting, State, Step

STATES: tuple[State, ...] = ("held", "planned", "proposed", "cancelled")


def _meeting(chance: random.Random) -> Meeting:
    state = chance.choice(STATES)
    day = chance.randint(1, 28)
    first = chance.choice((None, f"2031-{chance.choice(('05', '06'))}-{day:02}"))
    last = first and chance.choice((first, "2031-06-30"))
    sides = chance.sample(("Arvonia", "Borland", "Velmar", "the League", "Ostria"), chance.choice((0, 0, 1, 1, 2, 5)))
    told = chance.choice((None, f"2031-05-{day:02}"))
    return Meeting(
        first=first,
        last=last,
        dated=chance.random() < 0.7,
        kind=chance.choice(("meeting", "talks", "summit", "call", "visit")),
        parties=(),
        sides=tuple(sides),
        place=chance.choice((None, "Tarn", "Orlo")),
        state=state,
        agenda=(),
        steps=(Step(state=state, words="", word="", told=told, grounds=()),),
        reports=1,
        grounds=(),
    )


def test_a_telling_joins_the_contact_it_is_most_like() -> None:
    joined = 0
    for seed in range(15):
        chance = random.Random(seed)
        known = [_meeting(chance) for _ in range(25)]
        board, naive = _Board(known), list(known)
        for _ in range(60):
            one = _meeting(chance)
            board.put(one)
            score, at = max(((_likeness(old, one), -n) for n, old in enumerate(naive)), default=(0.0, 0))
            if score >= LIKE:
                naive[-at] = _with(naive[-at], one)
                joined += 1
            elif one.sides or one.dated:
                naive.append(one)
            assert board.found == naive
    assert joined > 200
