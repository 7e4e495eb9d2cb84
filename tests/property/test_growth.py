"""A document of many paragraphs costs what its parts cost: nothing is looked for by passes over the whole of it."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType

import pytest

import onrecord
from onrecord.reader import Reader

OURS = str(Path(onrecord.__file__).parent)
PARTS, PARAGRAPHS = 8, 9
GROWTH = 1.05
"""How many lines may run for a document to one for its parts: what is done once makes up for short lists, not
quite for all who speak in it and may listen (`link.audience_choice`)."""

STATES = ("Ardenia", "Velmar", "Ostrava Coast", "Keldor", "Tarvia", "Brevia")
PEOPLE = ("Ada Lindqvist", "Oren Tasch", "Petra Holm", "Jonas Reyl", "Mira Stane", "Tomas Kerr", "Lena Voss")
TOLD = (
    "{state} shut the Tarn bridge to lorries from {other} on 3 March, and {person}, its foreign minister, said that it "
    "would stay shut until the tolls were paid.",
    "“We will not pay,” {person} told reporters in {town}, the ministry of {other} said. He demanded that {state} "
    "reopen the road and warned of a boycott.",
    "{person} telephoned her counterpart in {other} on Monday and urged him to withdraw the patrol boats. He refused, "
    "it said, and accused {state} of having fired first.",
    "In {town} the clinics have had no fuel since June. Some 400 families who fled {other} need tents, the relief "
    "council said, and the ferry has not run for 12 days.",
    "The ministry said that the premier had let his guests know that the accord of 9 May 2031 was dead. {state} "
    "denied it and promised to open an inquiry into the shelling of {town}.",
    "{person} met the ambassador of {other} in {town} and discussed the prisoners. The two ministers agreed to meet "
    "again, and both sides will exchange the wounded, the spokesman added.",
)
TOWNS = ("Port Amare", "Rovna", "Kelm", "Torv", "Ilmar", "Sund", "Harn")


def paragraphs() -> list[str]:
    """Invented paragraphs with other names in each."""
    return [
        TOLD[n % len(TOLD)].format(
            state=STATES[n % 6], other=STATES[(n + n // 6 + 1) % 6], person=PEOPLE[n % 7], town=TOWNS[(n + n // 7) % 7]
        )
        for n in range(PARTS * PARAGRAPHS)
    ]


@pytest.fixture
def lines() -> Iterator[Counter[CodeType]]:
    """How many lines of ours have run, by function, while it is asked for."""
    tool, monitoring, counted = 4, sys.monitoring, Counter[CodeType]()

    def count(code: CodeType, _: int) -> object:
        if not code.co_filename.startswith(OURS):
            return monitoring.DISABLE
        counted[code] += 1
        return None

    monitoring.use_tool_id(tool, "growth")
    monitoring.register_callback(tool, monitoring.events.LINE, count)
    monitoring.restart_events()
    monitoring.set_events(tool, monitoring.events.LINE)
    yield counted
    monitoring.set_events(tool, 0)
    monitoring.free_tool_id(tool)


def _run(reader: Reader, texts: Sequence[str], lines: Counter[CodeType]) -> Counter[str]:
    lines.clear()
    for text in texts:
        reader.read(text, published="2031-06-18")
    return Counter({f"{c.co_filename}:{c.co_firstlineno} {c.co_qualname}": ran for c, ran in lines.items()})


def test_reading_grows_with_the_length_of_a_document_and_no_faster(reader: Reader, lines: Counter[CodeType]) -> None:
    told = paragraphs()
    reader.read(told[0])  # what is made at the first document counts for neither
    parts = ["\n\n".join(told[at : at + PARAGRAPHS]) for at in range(0, len(told), PARAGRAPHS)]
    apart, whole = _run(reader, parts, lines), _run(reader, ["\n\n".join(told)], lines)
    more = (whole - apart).most_common(5)
    assert whole.total() <= GROWTH * apart.total(), f"{whole.total() / apart.total():.3f} times as many lines: {more}"
