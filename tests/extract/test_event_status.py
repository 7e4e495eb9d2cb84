"""Conditions, offers of means and deeds that a demand or a condition only takes for granted."""

from __future__ import annotations

import pytest

from onrecord.extract.coding import drafts


def coded(text: str) -> list[tuple[str, str, str]]:
    return [(d.anchor.text, d.event, d.status) for d in drafts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ardenia will sever ties with Velmar unless it frees the Ardenian pilots.",
        "The Velmari rebels will not negotiate with Ardenia until Ardenian troops withdraw from the valley.",
    ],
)
def test_what_has_to_come_first_is_no_event(text: str) -> None:
    assert "RETREAT" not in {event for _, event, _ in coded(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Velmari envoy said Ardenia could send food to the Tarnish border.",
        "Velmar can send food to Ardenia.",
    ],
)
def test_what_can_be_done_is_held_out(text: str) -> None:
    assert [(event, status) for _, event, status in coded(text)] == [("AGREE", "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said Ardenia could send troops to help Velmar.",
        "Velmar could have sent food to Ardenia.",
        "Velmar cannot send food to Ardenia.",
    ],
)
def test_what_others_guess_or_was_not_done_is_no_offer(text: str) -> None:
    assert ("AGREE", "planned") not in {(event, status) for _, event, status in coded(text)}


def test_a_deed_that_tells_who_is_meant_was_done() -> None:
    found = coded("Velmar demanded that Ardenia jail the poachers who killed a Velmari ranger.")
    assert ("killed", "ASSAULT", "asserted") in found


def test_a_deed_of_which_there_are_reports_is_alleged() -> None:
    found = coded("Ardenia asked the council to investigate reports that Velmari soldiers had burned the village.")
    assert all(status == "alleged" for _, event, status in found if event == "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        'The Velmari envoy said Ardenia "must have asked its gunners" by radio.',
        "Ardenia should have withdrawn its troops, the Velmari premier said.",
        '"We should end the siege ourselves," the Velmari envoy told Ardenia.',
    ],
)
def test_what_is_past_or_ours_is_asked_of_nobody(text: str) -> None:
    assert "REQUEST" not in {event for _, event, _ in coded(text)}


def test_what_others_must_do_is_asked_of_them() -> None:
    found = coded("Ardenia must withdraw its troops, the Velmari premier said.")
    assert ("must withdraw", "REQUEST", "asserted") in found


@pytest.mark.parametrize(
    "text",
    [
        "Ardenia and Velmar could not agree on who was to guard the dam.",
        "The Ardenian and Velmari governments did not agree on a date.",
    ],
)
def test_who_is_of_two_minds_refuses_nothing(text: str) -> None:
    assert coded(text) == []


def test_talks_that_failed_ended() -> None:
    assert [event for _, event, _ in coded("Ardenia and Velmar failed to agree on a date.")] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Velmari envoy proposed that a Tarnish surveyor visit Ardenia.", "AGREE"),
        ("The Velmari envoy suggested that a Tarnish surveyor measure the Ardenian dam.", "AGREE"),
        ("The Velmari envoy proposed that the Ardenian council measure the dam.", "REQUEST"),
        ("The Velmari envoy suggested that the two Ardenian ministers meet.", "REQUEST"),
    ],
)
def test_what_is_proposed_of_nobody_yet_is_offered(text: str, event: str) -> None:
    assert [found for _, found, _ in coded(text)] == [event]


@pytest.mark.parametrize("verb", ["offered", "promised", "undertook"])
def test_an_undertaking_to_let_go_is_one(verb: str) -> None:
    found = coded(f"Velmar {verb} to release the Ardenian crew.")
    assert (verb, "AGREE") in {(word, event) for word, event, _ in found}


@pytest.mark.parametrize(
    "text",
    [
        "The Velmari premier invited the Ardenian envoy to the capital.",
        "The Velmari premier has invited Ardenian officers to meet him at the dam.",
    ],
)
def test_whoever_is_invited_is_offered_it(text: str) -> None:
    beside = "Ardenia accused Velmar of theft. Velmar urged Ardenia to free its sailors."
    assert ("AGREE", "planned") in {(event, status) for _, event, status in coded(f"{beside} {text}")}


@pytest.mark.parametrize(
    "text",
    [
        "The Velmari envoy regretted that Ardenia had shelled the valley.",
        "The Velmari envoy regretted the tone of the Ardenian letter.",
    ],
)
def test_what_others_do_is_regretted_as_no_fault_of_ones_own(text: str) -> None:
    assert "CONCEDE" not in {event for _, event, _ in coded(text)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Velmari envoy expressed regret to Ardenia for the overflight.", "CONCEDE"),
        ("The Velmari envoy expressed condolences to Ardenia for the drowned.", "SUPPORT"),
    ],
)
def test_regret_concedes_and_condolences_support(text: str, event: str) -> None:
    assert [found for _, found, _ in coded(text)] == [event]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Velmari envoy called the Ardenian siege a disgrace.", "COERCE"),
        ("The Velmari ministry wrote to the Ardenian premier on Monday.", "CONSULT"),
        ("Ardenia accused Velmar of theft; the Velmari ministry denied it.", "REJECT"),
    ],
)
def test_names_letters_and_denials_are_not_what_they_are_about(text: str, event: str) -> None:
    assert event not in {found for _, found, _ in coded(text)}


BESIDE = "Ardenia accused Velmar of theft. Velmar urged Ardenia to free its sailors."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The spokesman said there was no blockade.", ("blockade", "COERCE", "denied")),
        ("The spokesman said no arrests were made.", ("arrests", "COERCE", "denied")),
        ("The spokesman knew of no restriction.", ("restriction", "COERCE", "denied")),
        ("In the spokesman's account there was no promise.", ("promise", "AGREE", "denied")),
    ],
)
def test_what_there_is_none_of_is_denied(text: str, found: tuple[str, str, str]) -> None:
    assert found in coded(f"{BESIDE} {text}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The premier rejected a demand by Velmar for the dam.", {("demand", "REQUEST"), ("rejected", "REJECT")}),
        ("A request by Velmar was refused.", {("request", "REQUEST"), ("was refused", "REJECT")}),
        ("Ardenia turned down a Velmari offer of ore.", {("turned down", "REJECT"), ("offer", "AGREE")}),
    ],
)
def test_what_is_told_first_where_it_is_answered_stands_for_itself(text: str, found: set[tuple[str, str]]) -> None:
    assert found <= {(word, event) for word, event, _ in coded(f"{BESIDE} {text}")}


@pytest.mark.parametrize("text", ["Ardenia turned down the offer.", "The premier rejected the demand by Velmar."])
def test_what_was_told_before_is_only_answered(text: str) -> None:
    assert {event for _, event, _ in coded(text)} == {"REJECT"}


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Velmar assured Ardenia that the dam was open.", False),
        ("Velmar assured Ardenia that its sailors were in good health.", False),
        ("Velmar assured Ardenia that the dam would be open.", True),
        ("Velmar assured Ardenia that a doctor had come and that a second would follow.", True),
    ],
)
def test_who_is_assured_of_what_is_so_is_promised_nothing(text: str, *, promised: bool) -> None:
    assert ("AGREE" in {event for _, event, _ in coded(f"{BESIDE} {text}")}) is promised


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Velmari premier denied reports that Ardenia had closed the dam.", "REJECT"),
        ("The Velmari premier spoke to Ardenian reporters on Monday.", "CONSULT"),
    ],
)
def test_news_is_neither_refused_nor_consulted(text: str, event: str) -> None:
    assert event not in {found for _, found, _ in coded(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tarn proposed a vote, and Velmar seconded it.", ("seconded", "SUPPORT")),
        ("Velmar associated itself with the Ardenian statement.", ("associated", "SUPPORT")),
        ("The envoy has the full confidence of the Velmari government.", ("confidence", "SUPPORT")),
        ("Velmari guards returned fire.", ("returned", "ASSAULT")),
        ("Ardenia and the rebels met under Velmari mediation.", ("mediation", "CONSULT")),
    ],
)
def test_votes_of_confidence_and_returned_fire_are_told(text: str, found: tuple[str, str]) -> None:
    assert found in {(word, event) for word, event, _ in coded(text)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two pedlars had been robbed on the road.", "robbed"),
        ("They are waving visitors away at the dam.", "waving"),
        ("A thousand were evicted in May.", "evicted"),
        ("They halted three barges.", "halted"),
        ("They shut the gas line for a week.", "shut"),
    ],
)
def test_what_was_taken_turned_back_or_cut_off_is_told_among_other_acts(text: str, word: str) -> None:
    assert any(event == "COERCE" and word in anchor for anchor, event, _ in coded(f"{BESIDE} {text}"))


@pytest.mark.parametrize(
    "text",
    [
        "The Ardenian air raid on Velmar was not a surprise to the envoys.",
        "The shelling of Harn by Velmari troops could worsen ties with Ardenia.",
        "The Velmari minister did not mention the attack on the Ardenian embassy.",
        "The attack on the Ardenian consulate will be remembered by the envoys of Velmar.",
    ],
)
def test_what_is_said_of_a_deed_takes_it_for_granted(text: str) -> None:
    found = [(d.status, d.negated) for d in drafts(text) if d.event == "ASSAULT"]
    assert found == [("asserted", False)]


def test_a_deed_that_is_told_not_to_happen_is_negated() -> None:
    assert [d.event for d in drafts("The visit of the Velmari king to Ardenia will not take place.")] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("Ardenia supports the efforts towards a summit between Velmar and Tarnia.", "CONSULT", "hypothetical"),
        ("Ardenia's goal of withdrawing from Velmar is out of reach.", "RETREAT", "hypothetical"),
        ("Ardenia and the union have to support Velmar.", "SUPPORT", "demanded"),
        ("Ardenia and its allies have to help Velmar.", "AID", "demanded"),
        ("Ardenia looks forward to reopening talks with Velmar.", "AGREE", "planned"),
        ("The daily predicted a Velmari withdrawal from Ardenia.", "RETREAT", "hypothetical"),
        ('"Ardenia would like to thank Velmar for its help," the Ardenian minister said.', "SUPPORT", "asserted"),
        ("Velmar was not ready to negotiate with Ardenia.", "AGREE", "denied"),
        ("Ardenia is not willing to negotiate with Velmar.", "REJECT", "asserted"),
    ],
)
def test_what_is_wanted_awaited_or_refused_did_not_happen(text: str, event: str, status: str) -> None:
    found = coded(text)
    assert (event, status) in [(e, s) for _, e, s in found]
    assert all(s == status for _, e, s in found if e == event)


def test_what_should_have_been_done_is_asked_of_nobody() -> None:
    assert "RETREAT" not in {e for _, e, _ in coded("Velmar should have withdrawn its troops from Ardenia in May.")}


@pytest.mark.parametrize(
    "text",
    [
        "The Velmari envoy suggested that Ardenia was near collapse.",
        "The Velmari envoy suggested that Ardenia might be isolated.",
        "Velmari officials acknowledged that the work with Ardenia would be hard.",
        '"I was responsible for the delay," the Velmari minister told Ardenia.',
    ],
)
def test_views_ask_and_concede_nothing(text: str) -> None:
    assert not {"REQUEST", "CONCEDE", "ACCUSE"} & {e for _, e, _ in coded(text)}


def test_what_stands_behind_or_is_denied_with_the_verb_before_it() -> None:
    found = drafts("Velmar has not condemned Tarnia or accused Ardenia of theft.")
    assert [d.negated for d in found if d.anchor.text == "accused"] == [True]


@pytest.mark.parametrize("words", ["pushed ahead with", "pressed on with"])
def test_who_goes_on_with_his_own_asks_nobody(words: str) -> None:
    found = coded(f"The police of Ardenia {words} their inquiry into the raid on Velmar.")
    assert not {"REQUEST", "THREATEN"} & {event for _, event, _ in found}
    assert words.split(maxsplit=1)[0] not in {anchor for anchor, _, _ in found}


def test_troops_that_push_into_a_state_attack_it() -> None:
    assert "ASSAULT" in {event for _, event, _ in coded("Ardenian troops pushed into Velmar.")}


def test_what_is_called_for_is_not_done() -> None:
    found = coded("Teachers in Velmar called for a boycott of the Ardenian embassy. Ardenia condemned the teachers.")
    assert all(status == "demanded" for _, event, status in found if event in ("PROTEST", "CONSULT"))
    found = coded("The Ardenian premier called for an emergency meeting of the Velmari council.")
    assert ("CONSULT", "asserted") not in {(event, status) for _, event, status in found}


@pytest.mark.parametrize("words", ["the Velmari premier a thief", "Velmari soldiers on the border the real thieves"])
def test_who_is_called_something_is_not_reached(words: str) -> None:
    assert not {"CONSULT", "MOBILIZE"} & {e for _, e, _ in coded(f"The Ardenian president called {words}.")}


@pytest.mark.parametrize("when", ["yesterday", "a second time"])
def test_who_is_called_at_some_time_is_reached(when: str) -> None:
    assert "CONSULT" in {e for _, e, _ in coded(f"The Ardenian president called the Velmari premier {when}.")}
