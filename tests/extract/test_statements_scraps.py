"""What is no statement, and what an aside or a list parts; all names are invented."""

import pytest

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements import statements
from onrecord.ingest.document import document


def layers(text: str) -> Layers:
    return annotation()(parse(document(text)))


def told(text: str) -> tuple[StatementDraft, ...]:
    return statements(layers(text))


def words(one: StatementDraft) -> list[str]:
    return [part.text for part in one.content]


def test_scraps_a_document_that_was_posted_says_nothing_by_it() -> None:
    found = told(
        "Veldoria's Foreign Office: We condemn the firing at Marn, which killed two drivers.\n\n"
        "The statement, posted on X on Wednesday evening, drew a sharp reply. “Nobody fired,” wrote minister Ada Lind."
    )
    assert ["The statement"] not in [words(one) for one in found]
    assert ["“Nobody fired,”"] in [words(one) for one in found]


def test_scraps_who_hears_a_warning_does_not_give_it() -> None:
    found = told(
        "Members of the Harbour Council on Thursday heard a warning from the port's chief pilot that ships could be "
        "lost within weeks unless the buoys are lit."
    )
    (warning,) = [one for one in found if "ships could be lost" in words(one)[0]]
    assert warning.parent is None and warning.source is not None and "pilot" in warning.source.text


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "The two ministers had, by Renn's account, deceived the islands on a matter of life and death.",
            ["The two ministers had", "deceived the islands on a matter of life and death"],
            "Renn",
        ),
        ("In the view of western envoys, the offer was a trick.", ["the offer was a trick"], "western envoys"),
        ("Some 40 hamlets have been emptied, by the army's count.", ["Some 40 hamlets have been emptied"], "the army"),
    ],
)
def test_by_whose_telling_it_is_so(text: str, content: list[str], source: str) -> None:
    (one,) = told(text)
    assert words(one) == content
    assert one.source is not None and one.source.text.removesuffix("'s") == source


def test_by_whose_telling_no_second_source_beside_a_verb() -> None:
    found = told("In its account of a parade, the Veldorian ministry said that the pass must reopen within a week.")
    assert [one.source.text for one in found if one.source] == ["the Veldorian ministry"]


def test_both_sides_of_an_aside_are_told() -> None:
    *_, one = told(
        "Ole Kress, the governor, spoke late. His port, he made clear, would not share a pilot with the rebels."
    )
    assert words(one) == ["His port", "would not share a pilot with the rebels"]


def test_what_a_cue_reports_begins_and_ends_without_a_comma() -> None:
    found = told("On Friday, he said, the road was shut. Still, she added, talks would go on.")
    assert found and all(part.strip(" ,") == part for one in found for part in words(one))


LIST = (
    "On 14 March the Minister, Ada Lind, received the Ambassador of Karsunia, Teodor Marek.\n\n"
    "During the meeting the Minister:\n- expressed alarm at the shutting of the Marn crossing;\n"
    "- recalled the accord on border traffic;\n- asked that the crossing be reopened before Easter.\n\n"
    "The Ambassador assured the Minister that his government wanted good relations."
)


def test_points_of_a_list_are_of_whom_the_line_before_names() -> None:
    first, *others, last = [one for one in told(LIST) if one.parent is None]
    assert first.source is not None and first.source.text == "the Minister"
    assert [one.carried_from for one in others] == [0, 0]
    assert [words(one) for one in others] == [
        ["the accord on border traffic"],
        ["that the crossing be reopened before Easter"],
    ]
    assert last.source is not None and last.source.text == "The Ambassador"


def test_points_of_a_list_in_a_release_stand_in_it() -> None:
    found = told(
        "Statement by the Spokesperson on the Nim crossing\n\nThe High Representative spoke today with "
        "President Kress. She:\n* condemned the shelling of the yard;\n* urged the government to reopen the crossing."
    )
    outer, *points = found
    assert len(points) == 2 and all(one.parent == 0 for one in points)
    assert not any(part.startswith("*") for part in words(outer))


def test_the_subject_of_a_cue_is_its_source() -> None:
    found = told(
        "Brenland's envoy, Ole Tamm, took the floor to reject the term. He asked the Council to name those "
        "responsible.\n\nVeldoria, speaking also for Nim and Arvenia, deplored the killing of aid workers."
    )
    (one,) = [one for one in found if one.cue is not None and one.cue.text == "deplored"]
    assert one.source is not None and one.source.text.startswith("Veldoria")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Two ships were sent as a precaution, No 10 added.", "added"),
        ("Perrin said: “They have said so many times before.” He declined to elaborate.", "said"),
    ],
)
def test_what_is_said_is_not_negated_by_a_number_or_the_next_sentence(text: str, cue: str) -> None:
    (one,) = [one for one in told(text) if one.cue is not None and cue in one.cue.text]
    assert not one.negated


def test_what_is_asked_for_is_not_who_is_asked() -> None:
    (one,) = told("Karsunia urged caution.")
    assert not one.addressees
    (one,) = told("Karsunia urged residents to leave.")
    assert [span.text for span in one.addressees] == ["residents"]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour town, also known as Little Selm, has no road.",
    ],
)
def test_scraps_what_nobody_says_is_no_statement(text: str) -> None:
    assert not told(text)


def test_scraps_what_drivers_were_urged_to_do_is_told_though_nobody_is_named() -> None:
    (urged,) = told("Drivers have been urged to leave the town before noon.")
    assert words(urged) == ["to leave the town before noon"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was late, the mayor said, referring to the storm of last week.",
        "Speaking about the ferry in the town hall on Monday, the mayor said that the quay would be rebuilt.",
    ],
)
def test_scraps_what_only_glosses_or_leads_in_to_a_statement_is_none_beside_it(text: str) -> None:
    (said,) = told(text)
    assert said.cue is not None and said.cue.text == "said"
