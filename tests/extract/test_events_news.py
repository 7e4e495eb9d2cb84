"""What agencies tell: closures and deeds in the passive, sittings, letters, refusals on a condition, who is asked."""

import pytest

from onrecord.model import Event
from tests.extract.beside import events_of


def told(text: str, event: str) -> list[Event]:
    """The events of a type in a report that tells two others."""
    return [e for e in events_of(text) if e.event == event]


def names(event: Event) -> tuple[list[str], list[str]]:
    """Names, or words, of actors and recipients."""
    sides = [
        [a.name or (a.mention.text if a.mention else "") for a in side] for side in (event.actors, event.recipients)
    ]
    return sides[0], sides[1]


@pytest.mark.parametrize(
    ("text", "event", "mode", "status"),
    [
        ("The road to Garissa was closed on 3 May after a shooting.", "COERCE", "restrict", "asserted"),
        ("The frontier was sealed on Monday by the army of Kenya.", "COERCE", "restrict", "asserted"),
        ("The ambassador of Kenya denied that any ship had been stopped.", "COERCE", "restrict", "denied"),
        ("Gas supplies to the town had been cut on purpose, the envoy of Kenya said.", "COERCE", "withhold", "alleged"),
        ("A grenade was thrown at the post of the Kenyan police on Sunday.", "ASSAULT", "explosives", "asserted"),
        ("Houses had been burned in two villages, the ministry of Kenya said.", "ASSAULT", "destroy", "alleged"),
        ("Somalia denied the killings.", "ASSAULT", None, "denied"),
        ("The general of Somalia denied that there had been any killings.", "ASSAULT", None, "denied"),
        ("Kenya asked the council to condemn the killing of two engineers.", "ASSAULT", None, "alleged"),
        ("The commission of Kenya and Somalia is to resume its work in May.", "CONSULT", None, "planned"),
        ("The ministers of Kenya and Somalia are due to meet in Rome on 15 May.", "CONSULT", None, "planned"),
    ],
)
def test_events_news_is_told_in_the_passive_and_by_nouns(text: str, event: str, mode: str | None, status: str) -> None:
    assert [(e.mode, e.status) for e in told(text, event)] == [(mode, status)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The road was closed on Sunday after an accident.", "COERCE"),
        ("The road is closed every winter.", "COERCE"),
        ("Power supplies were cut by the storm.", "COERCE"),
        ("Houses had been destroyed by the flood in two villages.", "ASSAULT"),
        ("Two players were beaten in the final on Sunday.", "ASSAULT"),
    ],
)
def test_events_weather_accidents_and_want_are_nobodys_deed(text: str, event: str) -> None:
    assert told(text, event) == []


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Kenya called on Mali to open the road and on Chad to disarm the rebels.", "REQUEST",
         [(["Kenya"], ["Mali", "Chad"]), (["Kenya"], ["Chad"])]),  # both are called on; the second asks Chad alone
        ("Kenya demanded the release of two engineers.", "REQUEST", [(["Kenya"], ["Somalia"])]),
        ("Kenya demanded from Chad the return of 14 drivers held in Gao.", "REQUEST", [(["Kenya"], ["Chad"])]),
        ("Kenya demanded the withdrawal of the Chadian army.", "REQUEST", [(["Kenya"], ["Chadian army", "Chad"])]),
        ("Kenya proposed that the council send a mission to Garissa.", "REQUEST", [(["Kenya"], ["council"])]),
        ("Chad proposed a joint patrol. The minister of Mali did not accept the proposal.", "REJECT",
         [(["minister of Mali"], ["Chad"])]),
        ("Kenya asked Chad to leave the valley. Chad rejected the demand.", "REJECT", [(["Chad"], ["Kenya"])]),
        ("Soldiers of Kenya shot dead a shepherd near Garissa.", "ASSAULT",
         [(["Soldiers", "Kenya"], ["shepherd"])]),
        ("Chadian troops shot 20 prisoners in a yard at Abeche, Kenya said.", "ASSAULT",
         [(["Chadian troops", "Chad"], ["prisoners"])]),
        ("Families of the missing have been camped outside the ministry of Kenya since April.", "PROTEST",
         [(["Families of the missing"], ["Kenyan ministry"])]),
    ],
)  # fmt: skip
def test_events_whom_they_concern(text: str, event: str, sides: list[tuple[list[str], list[str]]]) -> None:
    assert [names(e) for e in told(text, event)] == sides


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Chad's envoy accused Malian guards of gunning down a ferryman at dawn.", "ACCUSE",
         [(["Chad's envoy"], ["Malian guards", "Mali"])]),
        ("Chad's envoy accused Malian guards of gunning down a ferryman at dawn.", "ASSAULT",
         [(["Malian guards", "Mali"], ["ferryman"])]),
        ("The ambassador of Chad said it was Mali that had broken the treaty.", "ACCUSE",
         [(["ambassador of Chad"], ["Mali"])]),
        ("The ambassador of Chad said Mali was the first to violate the treaty.", "ACCUSE",
         [(["ambassador of Chad"], ["Mali"])]),
        ("Chad expelled two Malian attachés and Mali recalled its ambassador.", "SANCTION",
         [(["Chad"], ["Malian attachés"]), (["Mali"], ["Chad"])]),
        ("Malian police arrested four pilots.", "COERCE", [(["Malian police", "Mali"], ["pilots"])]),
        ("Mali said its troops had seized a ferry.", "COERCE", [(["troops", "Mali"], ["ferry"])]),
        ("Mali has offered interpreters and a barge.", "AGREE", [(["Mali"], ["Kenya", "Somalia"])]),
        ("Mali offered Chad two engineers.", "AGREE", [(["Mali"], ["Chad"])]),
        ("Mali promised to free six Chadian nurses.", "AGREE", [(["Mali"], ["Chadian nurses", "Chad"])]),
        ("Mali's envoy to the African Union, Issa Bal, rejected the demand.", "REJECT",
         [(["Issa Bal"], ["Somalia"])]),
        ("Mali rejected Chad's account of a call between the two ministers.", "REJECT", [(["Mali"], ["Chad"])]),
        ("Mali's minister proposed to reopen the mill and asked for access to Captain Ado Lind.", "REQUEST",
         [(["Mali's minister"], []), (["Mali's minister"], [])]),
        ("Envoys of the Arab League sat in Tunis on Monday at Chad's request.", "REQUEST",
         [(["Chad"], ["League of Arab States"])]),
        ("At the Security Council, sitting at Chad's request, an envoy spoke of famine.", "REQUEST",
         [(["Chad"], ["United Nations Security Council", "United Nations"])]),
        ("The Arab League's council held a closed meeting at Chad's request.", "REQUEST",
         [(["Chad"], ["League of Arab States"])]),
    ],
)  # fmt: skip
def test_events_who_does_it_and_to_whom(text: str, event: str, sides: list[tuple[list[str], list[str]]]) -> None:
    assert [names(e) for e in told(text, event)] == sides


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Kenya's foreign minister, Amos Kirui, warned the minister of Chad, Issa Bal, of a ban.", "THREATEN",
         [(["Amos Kirui"], ["Issa Bal", "Chad"])]),
        ("Kenya's foreign minister, Amos Kirui, telephoned his Chadian counterpart, Issa Bal.", "CONSULT",
         [(["Amos Kirui", "Issa Bal"], [])]),
        ("Chad's envoy, Issa Bal, said Mali was in violation of the treaty.", "ACCUSE", [(["Issa Bal"], ["Mali"])]),
        ("Chad promised to send a surgeon to Garissa.", "AGREE", [(["Chad"], ["Kenya", "Somalia"])]),
        ("Chad withdrew its guns from the Tana river.", "RETREAT", [(["Chad"], [])]),
        ("Chadian troops attacked a convoy and seven drivers were abducted.", "ASSAULT",
         [(["Chadian troops", "Chad"], ["convoy"]), ([], ["drivers"])]),
    ],
)  # fmt: skip
def test_events_states_stand_beside_their_own_and_places_are_nobody(
    text: str, event: str, sides: list[tuple[list[str], list[str]]]
) -> None:
    assert [names(e) for e in told(text, event)] == sides


def test_events_the_mode_is_the_clauses_own() -> None:
    found = told("Chadian troops attacked a convoy and seven drivers were abducted.", "ASSAULT")
    assert [e.mode for e in found] == [None, "abduct"]


def test_events_who_is_to_be_freed_is_not_asked() -> None:
    (asked,) = told("The minister of Chad asked that nine fishermen detained off Kribi on 9 July be freed.", "REQUEST")
    (held,) = told("The minister of Chad asked that nine fishermen detained off Kribi on 9 July be freed.", "COERCE")
    assert "nine fishermen" not in names(asked)[1]
    assert (names(held), held.mode) == (([], ["fishermen"]), "arrest")


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("Kenya rejected the charge.", "REJECT", None),
        ("Kenya rejected the accusation that it had stopped convoys of medicine.", "REJECT", None),
        ("Kenya refused to meet the envoy of Chad.", "REJECT", "meet"),
        ("Kenya rejected the proposal of Chad.", "REJECT", "change"),
        ("Kenya urged the United Nations to send a fact-finding mission to Garissa.", "REQUEST", "change"),
        ("Kenya urged the United Nations to send observers to Garissa.", "REQUEST", "assist"),
        ("Kenya asked the council to condemn the killing of two engineers by Chadian troops.", "REQUEST", "change"),
        (
            "Kenya called for an independent investigation into reports that medicine had been stolen.",
            "REQUEST",
            "change",
        ),
        ("Kenya urged Chad to receive returning refugees.", "REQUEST", "change"),
    ],
)
def test_events_mode_by_what_the_act_is_about(text: str, event: str, mode: str | None) -> None:
    assert [e.mode for e in told(text, event)] == [mode]


def test_events_what_is_proposed_to_be_done_by_things_or_together_is_an_offer() -> None:
    assert told("Kenya proposed that observers be posted in Garissa.", "REQUEST") == []
    assert len(told("Kenya proposed that officers of both states inspect the lorries.", "AGREE")) == 1


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("The ambassador of Kenya said: “This is a breach of the Garissa protocol.”", "breach of"),
        ("The ambassador of Kenya said Somalia was strangling a neighbour with red tape.", "was strangling"),
        ("The envoy of Kenya called that “a joke with footnotes”.", "called"),
    ],
)
def test_events_accusations_by_their_predicate(text: str, anchor: str) -> None:
    assert [e.anchor.text for e in told(text, "ACCUSE")] == [anchor]


def test_events_a_kind_word_in_marks_is_no_reproach() -> None:
    assert told('The envoy of Kenya called that offer "a step forward".', "ACCUSE") == []


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The envoy of Kenya said the railway to Chad would stay closed until Chad paid.", ["Chad"]),
        ("The general of Kenya said no train would pass while Chad used the track to move armour.", ["Chad"]),
        (
            "Kenya would turn to the International Court of Justice unless the drivers were freed, its minister said.",
            None,
        ),
    ],
)
def test_events_refusals_on_a_condition_are_threats(text: str, recipients: list[str] | None) -> None:
    (threat,) = told(text, "THREATEN")
    assert threat.status == "asserted"
    assert recipients is None or names(threat)[1] == recipients


def test_events_officials_who_write_to_one_another_are_in_contact() -> None:
    (wrote,) = told(
        "The foreign minister of Chad, Ada Deby, wrote to her Malian counterpart, Ali Keita, on Monday.", "CONSULT"
    )
    assert (names(wrote)[0], wrote.mode) == (["Ada Deby", "Ali Keita"], None)


def test_events_a_perfect_goes_together_with_a_perfect() -> None:
    text = (
        "The ministry of Chad said President Ada Deby had reminded Mali of the pact under which it undertook to keep "
        "out, and had accused Malian officers of theft."
    )
    (accused,) = told(text, "ACCUSE")
    assert "Mali" not in names(accused)[0]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The treaty obliges both armies to withdraw their guns from the lake.", "RETREAT"),
        ("The charter entitles either coast guard to board a smuggler.", "COERCE"),
        ("Nobody shall bar pilgrims from the shrine, the statute says.", "COERCE"),
        ("By the decree of 2 May the army of Kenya is to pull its guns off the dunes.", "RETREAT"),
    ],
)
def test_events_what_a_document_lays_down_is_no_deed(text: str, event: str) -> None:
    assert told(text, event) == []


def test_events_a_deed_that_keeps_a_document_is_one() -> None:
    assert [e.status for e in told("Under the treaty Kenya withdrew its guns.", "RETREAT")] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "event", "mentions"),
    [
        ("Kenyan troops shelled the mill on 3 May. Chad deplored the shelling of the mill.", "ASSAULT", [1]),
        (
            "Chad voiced alarm at the closure of the Liboi bridge. The bridge was shut by Kenya on 3 May.",
            "COERCE",
            [1],
        ),
        ("Kenyan police killed two traders on 3 May. The killing of a priest was told as well.", "ASSAULT", [0, 0]),
    ],
)
def test_events_a_noun_that_points_back_tells_a_deed_again(text: str, event: str, mentions: list[int]) -> None:
    assert [len(e.mentions) for e in told(text, event)] == mentions


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("Kenyan soldiers stormed the studio of a radio station.", "ASSAULT", None),
        ("Mortar rounds fell on a boarding school near Garissa.", "ASSAULT", "heavy-weapons"),
        ("Strikers lobbed dynamite at a Kenyan police post.", "ASSAULT", "explosives"),
        ("Kenya kept the frontier closed to Somali lorries for a third week.", "COERCE", "restrict"),
        ("Kenya shut Liboi to Somali vehicles.", "COERCE", "restrict"),
        ("Kenya barred Somali bananas from its markets.", "COERCE", "restrict"),
        ("Kenyan soldiers herded refugees back into Somalia.", "COERCE", "deport"),
        ("Kenya has harboured Somali guerrillas for years.", "AID", None),
        ("Kenya handed over the policemen at noon.", "RETREAT", "release"),
    ],
)
def test_events_deeds_on_the_ground(text: str, event: str, mode: str | None) -> None:
    assert [e.mode for e in told(text, event)] == [mode]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The dairy board of Kenya raised the levy on butter.", "RETREAT"),
    ],
)
def test_events_what_is_no_deed(text: str, event: str) -> None:
    assert told(text, event) == []
