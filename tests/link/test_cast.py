"""Whose the people of a document are, by the words beside their names; all names are invented."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Inga Lund, for Ukraine, said the road was shut.", "UKR"),
        ("Inga Lund, speaking for Ukraine, said the road was shut.", "UKR"),
        ("Inga Lund, taking the floor for Chile, said the road was shut.", "CHL"),
        ("INGA LUND (Chile) said the road was shut.", "CHL"),
        ("INGA LUND (Dahran) said the road was shut.", "Dahran"),
        ("State Secretary Inga Lund of Blatva said the road was shut.", "Blatva"),
        ("Inga Lund, for years a critic, said the road was shut.", None),
    ],
)
def test_cast_words_beside_a_name_tell_the_state(text: str, state: str | None, reader: Reader) -> None:
    speaker = reader.read(text).statements[0].speaker
    assert speaker is not None and speaker.name is not None
    assert (speaker.country[0] if speaker.country else speaker.state) == state


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Inga Lund, a Chilean national once fined for theft, said the road was shut.", ("CHL",)),
        ("Inga Lund, a French linguist, said the road was shut.", ()),
        ("Men loyal to defiant Chilean leader Inga Lund fled, and Lund said it was shut.", ("CHL",)),
        ("The United States gave in. Senator Inga Lund said the road was shut.", ("USA",)),
        ("The United States gave in to Kenya. Senator Inga Lund said the road was shut.", ()),
        ("Angola gave in to Malawi. Senator Inga Lund said the road was shut.", ()),
    ],
)
def test_cast_whose_somebody_is_by_the_words_themselves(text: str, country: tuple[str, ...], reader: Reader) -> None:
    speaker = next(s.speaker for s in reader.read(text).statements if s.speaker is not None and s.speaker.name)
    assert (speaker.country if speaker.country_by == "words" else ()) == country


def test_cast_a_minister_is_not_of_the_state_of_his_colleague(reader: Reader) -> None:
    report = reader.read(
        "Minister Ole Kress telephoned his Tarnian colleague on Monday. Minister Kress said that the crew was well."
    )
    speaker = by_cue(report, "said").speaker
    assert speaker is not None and speaker.name == "Ole Kress"
    assert speaker.state is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Republic of Norvend: Secretary of State Ada Lind said the Norvend government was ready to help.", "Norvend"),
        ("Secretary of State Ada Lind said in Baku that the talks with Azerbaijan would go on.", "USA"),
    ],
)
def test_cast_a_secretary_of_state_may_be_one_of_a_state_that_no_table_knows(
    text: str, state: str, reader: Reader
) -> None:
    speaker = reader.read(text).statements[0].speaker
    assert speaker is not None and speaker.name == "Ada Lind"
    assert (speaker.country[0] if speaker.country else speaker.state) == state


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        # tenures of the table: John Kerry was secretary of state, Joe Biden vice president on that day
        ("U.S. troops left. Kerry said the accord held.", "Kerry", None),
        ("Vice President Joseph R. Biden Jr. said the accord held.", "Joseph R. Biden",
         "Vice President, United States"),
        ("U.S. troops left. The inquiry into Obama goes on. Obama said the accord held.", "Barack Obama",
         "President, United States"),
        ("Norvian troops left. The inquiry into Obama goes on. Obama said the accord held.", "Obama", None),
    ],
)  # fmt: skip
def test_cast_a_bare_last_name_is_the_head_of_a_state_that_the_report_names(
    text: str, name: str, office: str | None, reader: Reader
) -> None:
    speaker = by_cue(reader.read(text, published="2015-11-10"), "said").speaker
    assert speaker is not None
    assert (speaker.name, speaker.office) == (name, office)


def test_cast_a_king_is_called_by_his_given_name_and_no_president(reader: Reader) -> None:
    report = reader.read(
        "Chile's Tomas Harald left. President Rowe met King Harald. The Norwegian monarch waved. Rowe said he agreed."
    )
    speaker = by_cue(report, "said").speaker
    assert speaker is not None and "NOR" not in speaker.country
    named = [m.actor for m in report.mentions if m.kind == "actor" and m.actor and m.actor.name == "Tomas Harald"]
    assert [actor.office for actor in named] == [None]


def test_cast_a_namesake_of_another_state_is_another(reader: Reader) -> None:
    text = "Iraq's Saddam Hadid spoke on Monday. King Hadid of Jordan said the port was shut."
    speaker = reader.read(text).statements[-1].speaker
    assert speaker is not None and (speaker.name, speaker.country) == ("Hadid", ("JOR",))


def test_cast_a_namesake_of_the_same_state_is_the_same(reader: Reader) -> None:
    text = "Jordan's Omar Hadid spoke on Monday. Premier Hadid of Jordan said the port was shut."
    speaker = reader.read(text).statements[-1].speaker
    assert speaker is not None and (speaker.name, speaker.country) == ("Omar Hadid", ("JOR",))
