"""With whom one was in contact; all names are invented."""

from onrecord.model import Statement
from onrecord.reader import Reader
from tests.finding import by_cue


def heard(statement: Statement) -> list[str | None]:
    return [actor.name for actor in statement.addressees]


def test_partners_who_speaks_in_a_call_speaks_to_the_other(reader: Reader) -> None:
    report = reader.read(
        "Foreign Minister Ada Venn of Norland spoke by telephone on Monday with Foreign Minister Emil Orla of Sund.\n\n"
        "In its account of the call, the Norland Foreign Ministry said Venn had told Orla that the pass was shut. "
        "Orla had replied that snow was falling and had promised a plough by Friday, it said."
    )
    assert heard(by_cue(report, "promised")) == ["Ada Venn"]


def test_partners_nobody_is_made_of_thoughts(reader: Reader) -> None:
    report = reader.read(
        "Ada Venn wrote to Emil Orla in January that the bridge was unsafe. Orla believes that it will hold."
    )
    assert heard(by_cue(report, "believes")) == []
