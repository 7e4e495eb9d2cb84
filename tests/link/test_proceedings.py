"""Hearings and sittings: who speaks there speaks to the court or the house."""

import pytest

from onrecord.model import Report, Statement
from onrecord.reader import Reader

HEARING = (
    "GRAYHAVEN - General Lazar Mikkel told the Special Tribunal on Thursday that he had signed nothing.\n\n"
    "Prosecutor Ada Lind asked the general whether he had visited the camp. Mikkel replied that he had.\n\n"
    "Presiding judge Ole Kress said that the hearing would go on.\n\n"
    "Outside the courthouse, lawyer Petra Ross argued that the general was old.\n\n"
    "“He knew every name,” said Tereza Mol, who watched from the gallery."
)


def of(report: Report, name: str) -> list[Statement]:
    return [s for s in report.statements if s.speaker is not None and s.speaker.name == name]


def test_proceedings_participants_speak_to_the_court(reader: Reader) -> None:
    report = reader.read(HEARING)
    assert {s.channel for n in ("Lazar Mikkel", "Ada Lind", "Ole Kress") for s in of(report, n)} == {"speech"}
    (judge,) = of(report, "Ole Kress")
    assert [a.mention.text for a in judge.addressees if a.mention] == ["the Special Tribunal"]


@pytest.mark.usefixtures("rules_alone")
def test_proceedings_others_and_elsewhere_are_left_alone(reader: Reader) -> None:
    report = reader.read(HEARING)
    assert [s.channel for s in (*of(report, "Petra Ross"), *of(report, "Tereza Mol"))] == ["unknown", "unknown"]


def test_proceedings_the_witness_is_who_was_heard_last(reader: Reader) -> None:
    report = reader.read(HEARING.replace("said that the hearing would go on", "reminded the witness that he was old"))
    (judge,) = of(report, "Ole Kress")
    assert [a.name for a in judge.addressees] == ["Lazar Mikkel"]


def test_proceedings_the_head_of_a_record_names_the_house(reader: Reader) -> None:
    text = (
        "Deputies quarrel over loan\nChamber of Deputies, sitting of 9 October\n\n"
        "Ada Lind of the Reform Bloc said that the loan was too large."
    )
    (said,) = of(reader.read(text), "Ada Lind")
    assert said.channel == "speech" and [a.name for a in said.addressees] == ["Chamber of Deputies"]


def test_proceedings_a_remark_was_made_where_the_report_says_so_afterwards(reader: Reader, rules_alone: None) -> None:
    made = "Minister Ada Lind charged that the ships had entered. She made the {} at a news conference in Selm."
    assert reader.read(made.format("statement")).statements[0].channel == "press briefing"
    assert reader.read(made.format("cake")).statements[0].channel == "unknown"


def test_proceedings_what_a_reporter_is_told_is_an_interview(reader: Reader, rules_alone: None) -> None:
    told = "Reporter Jem Tully is at the cordon. An officer told him that the pier could fall."
    assert reader.read(told).statements[-1].channel == "interview"
    assert reader.read(told.replace("Reporter", "Baker")).statements[-1].channel == "unknown"
