"""The ledgers over the development crises: floors of the hand-made lines that are right, raised when a figure rises."""

from pathlib import Path

import pytest

from onrecord.reader import Reader
from tests.golden_crisis.ledger_scoring import Crisis, measure

FLOORS = {
    "crisis": {"access": 8, "demands": 11, "pledges": 10, "agreements": 8, "humanitarian": 17, "contacts": 5,
               "toolkit": 10, "accountability": 4},
    "crossing": {"access": 13, "demands": 13, "pledges": 9, "agreements": 6, "humanitarian": 31, "contacts": 7,
                 "toolkit": 8, "accountability": 3},
    "airport": {"access": 12, "demands": 12, "pledges": 15, "agreements": 3, "humanitarian": 35, "contacts": 6,
                "toolkit": 12, "accountability": 1},
    "dam": {"access": 7, "demands": 7, "pledges": 8, "agreements": 5, "humanitarian": 13, "contacts": 5,
            "toolkit": 4, "accountability": 1},
    "tunnel": {"access": 9, "demands": 11, "pledges": 6, "agreements": 2, "humanitarian": 16, "contacts": 5,
               "toolkit": 6},
    "ferry": {"access": 8, "demands": 10, "pledges": 10, "agreements": 5, "humanitarian": 16, "contacts": 5,
              "toolkit": 3, "accountability": 3},
    "pipeline": {"access": 10, "demands": 12, "pledges": 10, "agreements": 6, "humanitarian": 14, "contacts": 4,
                 "toolkit": 7},
    "bridge": {"access": 3, "demands": 9, "pledges": 7, "agreements": 5, "humanitarian": 13, "contacts": 5,
               "toolkit": 3, "accountability": 1},
    "haven": {"access": 17, "demands": 8, "pledges": 2, "agreements": 3, "humanitarian": 11, "contacts": 1,
              "toolkit": 1},
    "upland": {"access": 20, "demands": 7, "pledges": 2, "agreements": 1, "humanitarian": 17, "contacts": 2,
               "toolkit": 1},
    "bank": {"demands": 7, "pledges": 5, "agreements": 2, "humanitarian": 9, "contacts": 3, "toolkit": 4,
             "accountability": 1},
    "wells": {"demands": 2, "pledges": 5, "agreements": 1, "contacts": 2, "toolkit": 3},
    "islands": {"access": 1, "demands": 7, "pledges": 4, "agreements": 4, "humanitarian": 13, "contacts": 4},
    "fishery": {"access": 1, "demands": 1, "humanitarian": 2, "toolkit": 1, "accountability": 1},
    "checkpoint": {"access": 2, "demands": 1, "pledges": 1, "agreements": 2, "humanitarian": 6, "contacts": 1},
    "pass": {"access": 8, "demands": 5, "pledges": 4, "agreements": 7, "humanitarian": 17, "contacts": 3,
             "toolkit": 1},
    "trains": {"access": 2, "demands": 4, "pledges": 3, "agreements": 6, "humanitarian": 7, "contacts": 3},
    "quay": {"access": 1, "demands": 2, "pledges": 2, "humanitarian": 8, "contacts": 1},
    "lock": {"access": 2, "demands": 1, "pledges": 4, "agreements": 7, "humanitarian": 3, "contacts": 1},
    "harvest": {"access": 4, "demands": 1, "pledges": 1, "agreements": 5, "humanitarian": 4, "contacts": 1},
}  # fmt: skip
"""Lines right, of 8, 14, 11, 8, 18, 7, 10 and 4; of 13, 16, 10, 9, 35, 8, 10 and 6; of 14, 19, 18, 4, 37, 8, 13 and 5;
of 7, 9, 9, 7, 15 and 5; of 11, 12, 8, 4, 21, 5 and 7; of 12, 14, 13, 6, 19, 6, 6 and 4; of 13, 14, 12, 6, 17, 5 and 9;
of 5, 11, 8, 5, 15, 6, 7 and 2; of 11, 7, 3, 10, 4, 5 and 4; of 6, 8, 2, 2, 4 and 2; of 8, 11, 9, 4, 15 and 5; of 3,
1, 3, 3 and 1; of 4, 2, 2, 6 and 1; of 9, 11, 10, 9, 20, 5, 6 and 2; of 6, 9, 9, 9, 7, 6, 5 and 4; and (`quay`, misses
not read) of 4, 9, 9, 4, 11, 5, 3 and 2; `lock` of 3, 8, 10, 10, 4, 3, 5
and 1, `harvest` of 6, 6, 9, 9, 5, 2, 3 and 2; `haven` of 26, 13, 6, 8, 14, 1,
3 and 1, `upland` of 27, 12, 8, 6, 21, 2, 5 and 1. A pledge of the airport was lost (16 to 15)
when undertakings to reopen a road became AGREE, as articles label them: what was
pledged is found, that it was kept is not. Two lines of the
crossing (a demand, whose word a need stands on) when whom closings concern and whose side a nameless source is on were
told by
the report; one more of its needs, when stranded lorries were told once, as access. A promise of the
ferry and a demand of the bank when states stood beside officials and bodies before persons (27 November). Nine lines
lost and nine won when the tagger's layers had learned from articles and reports of contacts (27 November, night);
four lost and two won when they had learned from 514 more; two lost (a contact of the crossing, an agreement of
the bridge) and three won when parties were chosen among all noun phrases; five lost (three answers of demands,
a finding of the crossing, the parties of a contact of the wells) when more acts were found, and sixteen won with
what fulfils promises; five lost (four pledges of the airport and the tunnel, a contact of the bridge) and three won
when the act layer had learned from all labelled texts and acts were found more readily (28 November); one lost (a
pledge of the ferry) when the trees that choose parties had learned from real sentences too.
One of `crossing`'s toolkit and one of `airport`'s access fewer since trees tell states and whose officials are, which
gave one of `crisis`, `pipeline` and `upland` each."""


@pytest.mark.parametrize("name", FLOORS)
def test_development_crisis_ledgers_do_not_get_worse(reader: Reader, name: str) -> None:
    scores = {score.name: score for score in measure(Crisis(reader, Path(__file__).parent / name))}
    worse = {one: scores[one].lines for one, floor in FLOORS[name].items() if scores[one].right < floor}
    assert not worse, worse
