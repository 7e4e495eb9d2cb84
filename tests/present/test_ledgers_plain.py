"""Ledgers of reports in plain words of other desks and decades; all states and names are invented."""

import pytest

from onrecord.present import ledgers
from onrecord.reader import Reader
from tests.present.reading import read_as


def test_access_one_crossing_has_one_name_whatever_its_noun(reader: Reader) -> None:
    reports = (
        read_as(reader, "The Dolna Vas border post has been closed since 2 May.", "1991-05-06"),
        read_as(reader, "The Dolna Vas crossing reopened on Thursday.", "1991-05-10"),
        read_as(reader, "Lorries rolled across Dolna Vas again on Friday.", "1991-05-10", "Radio Tarn"),
    )
    assert len({one.route for one in ledgers.access(reports)}) == 1


def test_access_who_denies_a_closure_contradicts_it(reader: Reader) -> None:
    report = read_as(
        reader,
        "Karsunia has closed the Vessel Strait to tankers, Veldoria's foreign ministry said. "
        "Karsunia's navy denied that the Vessel Strait had been closed.",
        "2009-03-04",
    )
    found = {(one.state, one.contested) for one in ledgers.access((report,)) if one.side in ("Karsunia", "Veldoria")}
    assert found == {("blocked", True), ("open", True)}


@pytest.mark.parametrize(
    ("text", "instrument", "state", "by"),
    [
        ("Senator Rea Lomond wants the League of Harbours to run an impartial investigation.", "fact-finding",
         "called for", "Rea Lomond"),
        ("The Foreign Ministry of Veldoria offered to place the matter before the Andean Council.", "court measures",
         "offered", "Veldoria"),
        ("Karsunia proposed to Veldoria a joint patrol of the strait.", "joint patrols",
         "offered", "Karsunia"),
    ],
)  # fmt: skip
def test_toolkit_who_asks_is_not_who_would_do_it(
    reader: Reader, text: str, instrument: str, state: str, by: str
) -> None:
    rows = [row for row in ledgers.toolkit((read_as(reader, text, "2011-06-06"),)) if row.instrument == instrument]
    assert rows and rows[0].state == state
    assert any(by in who for use in rows[0].uses for who in use.by), rows


def test_toolkit_what_reporters_ask_about_calls_for_nothing(reader: Reader) -> None:
    text = "Asked about the shelling, the spokesman said that a team of observers had been sent to Dornavik."
    rows = ledgers.toolkit((read_as(reader, text, "1995-01-17", "UN Information Centre"),))
    assert [row.state for row in rows] == ["used"]


def test_accountability_who_accuses_is_not_accused_by_the_answer(reader: Reader) -> None:
    text = (
        "Veldoria accused the rebels of shelling the hospital in Dornavik, killing two nurses. The rebel leader, "
        "Milan Vask, denied it and said that Veldorian troops had fired on their own people."
    )
    rows = ledgers.accountability((read_as(reader, text, "1995-01-14"),))
    assert all(who not in row.accusers for row in rows for who in row.accused)


def test_accountability_a_team_sent_to_find_out_has_found_nothing(reader: Reader) -> None:
    text = (
        "Veldoria accused Karsunia of shelling the hospital in Dornavik. A team of monitors was sent to establish "
        "where the shells had come from."
    )
    rows = ledgers.accountability((read_as(reader, text, "1995-01-14"),))
    assert [(len(row.investigations), len(row.findings)) for row in rows] == [(1, 0)]


def test_access_a_nameless_place_is_the_one_told_of_before(reader: Reader) -> None:
    text = (
        "Rebels have sealed off the enclave of Dornavik, the relief agency said. No convoy has entered the town since "
        "3 January. Medicines were still being held back."
    )
    rows = ledgers.access((read_as(reader, text, "1995-01-12"),))
    assert {row.route for row in rows} == {"Dornavik"}


def test_access_what_is_promised_is_planned(reader: Reader) -> None:
    text = "The rebel leader, Milan Vask, pledged to reopen the Orlo bridge on Monday."
    rows = ledgers.access((read_as(reader, text, "1995-01-12"),))
    assert {row.status for row in rows} == {"planned"}


def test_access_a_spokesman_without_a_name_speaks_for_the_office(reader: Reader) -> None:
    text = "A spokesman said that the Orlo crossing had been closed since Friday."
    rows = ledgers.access((read_as(reader, text, "1995-01-12", "Relief Coordination Office"),))
    assert {row.side for row in rows} == {"Relief Coordination Office"}


def test_access_who_has_no_side_is_at_home_where_the_outlet_is(reader: Reader) -> None:
    reports = (
        read_as(reader, "Karsunia has shut the Orlo crossing, Veldoria's foreign ministry said.", "2021-12-01"),
        read_as(reader, "Mayor Teodor Marek said that the Orlo crossing was open.", "2021-12-03", "Veldoria Today"),
    )
    assert "Veldoria" in {row.side for row in ledgers.access(reports) if row.state == "open"}


def test_access_who_imposed_no_restrictions_calls_it_open(reader: Reader) -> None:
    text = "Karsunia said that it had imposed no restrictions at the Orlo crossing."
    assert {row.state for row in ledgers.access((read_as(reader, text, "2021-12-01"),))} <= {"open"}
