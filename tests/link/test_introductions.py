"""Persons told of by a title first and named later, and titles that go on with somebody told of more fully."""

import pytest

from onrecord.reader import Reader
from tests.link.test_actors import one

LATE = "The former commander of the guard told the court that he had signed.\n\n“I had a pen,” Lazar Mikkel, 71, said."


def test_introductions_who_speaks_by_title_is_named_in_the_next_line(reader: Reader) -> None:
    first, second = reader.read(LATE).statements
    assert first.speaker is not None and second.speaker is not None
    assert first.speaker.name == second.speaker.name == "Lazar Mikkel"
    assert second.speaker.office == "commander of the guard"


def test_introductions_who_goes_on_speaking_is_named_then(reader: Reader) -> None:
    text = "A spokeswoman said that Sund was ready. Speaking in Selm, Klara Wendt said that the talks were near."
    speaker = reader.read(text).statements[-1].speaker
    assert speaker is not None and speaker.name == "Klara Wendt" and speaker.office == "spokeswoman"


@pytest.mark.parametrize(
    "text",
    [
        "The Drezhan delegate said that an escort would be an attack. Lazar Mikkel told the council that he was tired.",
        "The Drezhan delegate complained of the noise. Lazar Mikkel told the council that he was tired.",
        "The Drezhan delegate said that it was late. Lazar Mikkel left by the side door, and the council rose.",
        "The Drezhan delegate said that it was late. Reached by the Selm Post, Lazar Mikkel said no more than that.",
    ],
)
def test_introductions_who_spoke_by_title_is_named_as_the_next_sentence_begins(text: str, reader: Reader) -> None:
    first = reader.read(text).statements[0]
    assert first.speaker is not None and first.speaker.name == "Lazar Mikkel"
    assert (first.speaker.office or "").startswith("delegate")


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master told the board that he would wait.\n\nLazar Mikkel, 71, said that he was cold.",
        "The harbour master told the board that he would wait.\n\n“I had a pen,” Baker Lazar Mikkel said.",
        "The envoy urged both sides to wait. Lazar Mikkel replied that he was tired.",
        "The envoy said that it was late. Vladimir told the guards that he was tired.",
        "The envoy said that it was late. In the yard Lazar Mikkel told the guards that he was tired.",
        "The envoy said that it was late. Lazar Mikkel’s wife told the guards that he was tired.",
        "The envoy said that it was late.\n\nLazar Mikkel told the guards that he was tired.",
        "The spokeswoman said that she would wait.\n\n“I had a pen,” Mr Lazar Mikkel said.",
    ],
)
def test_introductions_others_named_after_a_title_are_not_its_bearers(text: str, reader: Reader) -> None:
    first = reader.read(text).statements[0]
    assert first.speaker is not None and first.speaker.name not in ("Lazar Mikkel", "Vladimir")


@pytest.mark.parametrize(
    ("text", "words", "office"),
    [
        ("The Consul General of Tessamar was expelled. The diplomat, Rafael Quend, left.", "Rafael Quend", "Consul"),
        ("He met the head of the mission to Norvia, Ambassador Ole Reis.", "Ole Reis", "head of the mission"),
        ("The chairman, Ambassador Ole Reis of Sund, left.", "Ole Reis", "chairman"),
        (
            "Security chief Ole Dray of Sund left. His successor, Colonel Ada Lind, arrived.",
            "Ada Lind",
            "Security chief",
        ),
        ("FATHER Ole Kress gave up his sermon. The docks chaplain left.", "Ole Kress", "docks chaplain"),
        ("Interior Minister Col. Saul Ybarra left on Monday.", "Saul Ybarra", "Interior Minister"),
        ("The hydrographer Ewan Tait left on Monday.", "Ewan Tait", "hydrographer"),
        ("The Norvian consul in Penhallow, Senhor Ruy Tavares, left.", "Ruy Tavares", "consul"),
        ("King Olaf IV, the President of Solande, Mrs. Ada Lind, and the envoy left.", "Ada Lind", "President"),
    ],
)
def test_introductions_posts_told_beside_or_before_a_name(text: str, words: str, office: str) -> None:
    assert (one(text, words).office or "").casefold().startswith(office.casefold())


def test_introductions_a_monarch_keeps_his_number_and_the_next_ones_title_is_not_his() -> None:
    king = one("King Olaf IV, the President of Solande, Mrs. Ada Lind, and the envoy left.", "King Olaf IV")
    assert king.name == "Olaf IV" and king.office == "King"


def test_introductions_whose_brother_is_no_title() -> None:
    assert one("Tereza Mol, whose brother died at Holm, left.", "Tereza Mol").office is None


def test_introductions_the_posts_below_a_signature_are_its_writers(reader: Reader) -> None:
    report = reader.read("Sir,\n\nI ask the ministers to open the pass.\n\nOle Kress\nRear-Admiral (retired)")
    speaker = report.statements[0].speaker
    assert speaker is not None and speaker.name == "Ole Kress" and speaker.office == "Rear-Admiral"


def test_introductions_the_organisation_is_the_only_one_named() -> None:
    text = (
        "Oceans Without Chains was founded in May. Oceans Without Chains is small. The organisation said it was cold."
    )
    assert one(text, "The organisation").name == "Oceans Without Chains"
    two = text.replace("Oceans Without Chains is small", "Harbour Watch Trust joined the Tidewater Trust")
    assert one(two, "The organisation").name != "Oceans Without Chains"


def test_introductions_states_known_by_adjective_or_delegation_only() -> None:
    assert one("The Caldish consul, Ruy Tavares, left. The Caldish junta stayed.", "Ruy Tavares").state == "Caldish"
    assert one("The delegation of Vessaria left the hall.", "The delegation of Vessaria").state == "Vessaria"


def test_introductions_the_parties_are_not_the_council_that_hears_of_them() -> None:
    text = "The Harbour Council received the Observer Mission. The envoy appealed to the parties to wait."
    assert one(text, "the parties").name not in ("Harbour Council", "Observer Mission")


def test_introductions_the_heads_of_state_in_capitals_are_the_two() -> None:
    text = "King Ole Kress of Arbor met President Ada Lind of Solande. The two Heads of State condemned the attack."
    from onrecord.reader import load  # noqa: PLC0415

    (said,) = load().read(text).statements
    assert said.speaker is not None and said.speaker.name == "Ole Kress and Ada Lind"


def test_introductions_an_official_elsewhere_is_not_the_datelines(reader: Reader) -> None:
    text = (
        "DAKARIN, Ostmark, Feb. 11 (IPA) - Ostmark and neighbouring Tessamar shut their border.\n\n"
        "In Port Tessa, Premier Ada Lind told the National Assembly that Tessamar was calm."
    )
    speaker = reader.read(text).statements[-1].speaker
    assert speaker is not None and speaker.name == "Ada Lind" and speaker.state != "Ostmark"
