"""Score the reader on whole labelled texts: `python -m tests.development.contacts.score [FOLDER] [-v]`.

As it is: `train/statements/contacts/kept`, which nothing was learned from. Statements are judged as golden ones are
(`onrecord.evaluation.golden`; parents are not labelled), conditions as in `tests.development.states.score`, acts as
`acts.py` beside this tells; `-v` tells what is missed or wrong of the latter two.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.evaluation import golden
from onrecord.reader import Reader, load
from tests.development.contacts import acts
from tests.development.labelled import parser
from tests.development.spoken import score as spoken
from tests.development.states import score as states

LABELLED = parser()
HOME = Path(__file__).resolve().parents[3] / "train" / "statements" / "contacts"
KEPT = HOME / "kept"


def counts(folder: Path, reader: Reader, told: list[str]) -> dict[str, Counter[str]]:
    """By sort of label: what of the labels of a folder was read."""
    found: dict[str, Counter[str]] = {sort: Counter() for sort in LABELLED.SORTS}
    by_name = {sort: {r.name: r for r in LABELLED.reports(folder, sort)} for sort in LABELLED.SORTS}
    for name, report in by_name["statement"].items():
        read = reader.read(report.text, published=report.day)
        golden.count(list(spoken.rows(report)), read, found["statement"])
        acts.count(by_name["act"][name], read, found["act"], told)
        states.count(by_name["condition"][name], read, found["condition"], told)
    return found


def lines(found: dict[str, Counter[str]]) -> Iterator[str]:
    """The figures of each sort."""
    yield "# statements"
    yield from golden.lines({"all": golden.result(found["statement"]), "styles": {}}, found["statement"])
    yield "# acts"
    yield from acts.lines(found["act"])
    yield "# conditions"
    yield from states.lines(found["condition"])


def main() -> None:
    """Print figures."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("folder", type=Path, nargs="?", default=KEPT)
    args.add_argument("-v", action="store_true", help="tell what is missed or wrong of acts and conditions")
    chosen = args.parse_args()
    told: list[str] = []
    found = counts(chosen.folder, load(), told)
    sys.stdout.write("\n".join([*(told if chosen.v else ()), *lines(found), ""]))


if __name__ == "__main__":
    main()
