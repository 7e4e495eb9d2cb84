"""Statements linked: speakers, channels and addressees that their sentences do not tell; all names are invented."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue

CALL = (
    "Prime Minister Oskar Tamm spoke by telephone on Monday with President Livia Dorn.\n\n"
    "“President Dorn voiced concern about the closed pass,” Tamm's spokesman Ilja Renn said in a statement."
)


def test_statements_told_in_an_account_of_a_call_were_made_in_it(reader: Reader) -> None:
    report = reader.read(CALL)
    outer, inner = by_cue(report, "said"), by_cue(report, "voiced")
    assert inner.parent == outer.id
    assert outer.channel == "statement" and inner.channel == "phone call"
    assert any("Tamm" in (actor.name or "") for actor in inner.addressees)


def test_statements_what_one_tells_he_told_the_other_was_said_in_the_call(reader: Reader) -> None:
    report = reader.read(
        "Prime Minister Oskar Tamm spoke by telephone on Monday with President Livia Dorn.\n\n"
        "“I told President Dorn that the pass was shut,” Tamm told reporters."
    )
    assert [s.channel for s in report.statements if s.parent is not None] == ["phone call"]
    report = reader.read(
        "Prime Minister Oskar Tamm spoke by telephone on Monday with President Livia Dorn.\n\n"
        "“I told my wife that the pass was shut,” Tamm told reporters."
    )
    assert "phone call" not in [s.channel for s in report.statements if s.parent is not None]


def test_statements_channel_carries_to_the_same_speaker(reader: Reader) -> None:
    report = reader.read(
        "“The pass is shut,” envoy Ana Dorel said in a statement.\n\n“It will stay shut for a month,” Dorel added."
    )
    assert [s.channel for s in report.statements] == ["statement", "statement"]


def test_statements_private_channel_does_not_carry(reader: Reader) -> None:
    report = reader.read(
        "Envoy Ana Dorel voiced concern about the pass during a call with Minister Bela Corin.\n\n"
        "“It will stay shut for a month,” Dorel said."
    )
    assert by_cue(report, "said").channel == "unknown"


def test_statements_at_a_session_are_addressed_to_the_body(reader: Reader) -> None:
    report = reader.read("“The pass is shut,” Dorel said at a special session of the Strait Assembly in Arden.")
    (statement,) = report.statements
    assert statement.channel == "speech" and statement.venue == "a special session of the Strait Assembly in Arden"
    assert len(statement.addressees) == 1


def test_statements_carried_speaker_has_no_mention(reader: Reader) -> None:
    report = reader.read("“The pass is shut,” said envoy Ana Dorel.\n\n“Nobody should try to cross it this week.”")
    first, second = report.statements
    assert first.speaker is not None and second.speaker is not None
    assert second.speaker.name == first.speaker.name
    assert second.speaker.mention is None and second.speaker.resolved_by == "carried"


def test_statements_carried_speaker_without_a_name_keeps_his_words(reader: Reader) -> None:
    """Without them he would be nobody."""
    report = reader.read("“The wheat went by cart,” a baker told the Sund Herald.\n\n“Nobody will pay me for it now.”")
    words = [one.speaker and one.speaker.mention and one.speaker.mention.text for one in report.statements]
    assert words == ["a baker", "a baker"]


def test_statements_ids_are_unique(reader: Reader) -> None:
    report = reader.read(CALL + "\n\nDorel said that Corin had told her that the pass was shut.")
    ids = [s.id for s in report.statements]
    assert len(ids) == len(set(ids)) >= 4


@pytest.mark.parametrize("text", ["", "Snow fell on the pass.", "“”"])
def test_statements_none_where_nothing_is_said(reader: Reader, text: str) -> None:
    assert reader.read(text).statements == ()


def test_statements_after_a_public_appearance_were_made_there(reader: Reader) -> None:
    report = reader.read(
        "Envoy Ana Dorel spoke to reporters at the airport on Monday. Dorel said that the pass would stay shut."
    )
    assert by_cue(report, "said").channel == "press briefing"


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("after", "channel"),
    [
        ("She was speaking to reporters at the airport.", "press briefing"),
        ("She was talking to a cook at the airport.", "unknown"),
        ("Envoy Bela Corin was speaking to reporters at the airport.", "unknown"),
    ],
)
def test_statements_before_words_for_their_occasion_were_made_there(reader: Reader, after: str, channel: str) -> None:
    report = reader.read(f"Envoy Ana Dorel said on Monday that the pass would stay shut. {after}")
    assert by_cue(report, "said").channel == channel


def test_statements_of_the_two_in_a_call_were_made_in_it(reader: Reader) -> None:
    report = reader.read(
        "President Livia Dorn spoke by telephone with Prime Minister Oskar Tamm.\n\nThey agreed to reopen the pass."
    )
    agreed = by_cue(report, "agreed")
    assert agreed.channel == "phone call" and agreed.speaker is not None
    assert agreed.speaker.name == "Livia Dorn and Oskar Tamm"


def test_statements_after_a_meeting_were_not_made_in_it(reader: Reader) -> None:
    report = reader.read("After meeting Minister Bela Corin, envoy Ana Dorel said that the pass would stay shut.")
    assert by_cue(report, "said").channel == "unknown"


@pytest.mark.parametrize("source", ["A source close to Minister Bela Corin", "One of Minister Bela Corin's drivers"])
def test_statements_of_a_source_that_is_kept_back_are_nobodys(reader: Reader, source: str) -> None:
    report = reader.read(f"Minister Bela Corin left early. {source} said that the talks had failed.")
    speaker = by_cue(report, "said").speaker
    assert speaker is not None and "Corin" not in (speaker.name or "") and speaker.resolved_by == "unresolved"


@pytest.mark.usefixtures("rules_alone")
def test_statements_of_a_readout_were_made_in_the_meeting_it_is_of(reader: Reader) -> None:
    report = reader.read(
        "Ministry of Defence of Lumenia\n\nMinister receives ambassador\n\n"
        "The delegations agreed to set up a telephone line."
    )
    assert by_cue(report, "agreed").channel == "meeting"


def test_statements_of_those_who_met_were_made_in_their_meeting(reader: Reader) -> None:
    news = reader.read("Ministers meet over pass\n\nThe delegations agreed to set up a telephone line.")
    assert by_cue(news, "agreed").channel == "meeting"


def test_statements_at_a_joint_news_conference(reader: Reader) -> None:
    report = reader.read(
        "President Livia Dorn and Premier Oskar Tamm gave a joint news conference in Arden. Dorn said that the pass "
        "would open. Tamm promised to send guards."
    )
    assert {s.channel for s in report.statements} == {"press briefing"}


def test_statements_turns_under_one_label_are_one_persons(reader: Reader) -> None:
    report = reader.read(
        "Presenter Greta Holt talks to Finance Minister Paul Enders\n\nPRESENTER: Minister, why is bread dear?\n\n"
        "ENDERS: Because flour is.\n\nPRESENTER: The bakers say you refused to meet them.\n\nENDERS: I met them."
    )
    assert {s.speaker.name for s in report.statements if s.cue is None and s.speaker} == {"Greta Holt", "Paul Enders"}


def test_statements_name_after_a_spokesman_is_the_spokesmans(reader: Reader) -> None:
    report = reader.read("A spokesman for the prime minister, Tor Eide, said that the letter had been received.")
    speaker = by_cue(report, "said").speaker
    assert speaker is not None and speaker.name == "Tor Eide" and (speaker.office or "").startswith("spokesman")


TWO_READOUTS = (
    "U.S. Secretary of State Ada Lind called President Bela Corin of Karsun on Monday to discuss the strait.\n"
    "“The Secretary expressed concern about the closure of the road,” the State Department said. "
    "Corin’s office said that the president had told Lind that the road was safe. "
    "The two also discussed fishing rights, according to the readout."
)


def test_statements_offices_of_the_parties_account_for_their_call(reader: Reader) -> None:
    report = reader.read(TWO_READOUTS)
    roots = [s for s in report.statements if s.parent is None and s.content[0].start > TWO_READOUTS.index("\n")]
    assert {s.channel for s in roots} == {"readout"}
    inside = [s for s in report.statements if s.parent is not None]
    assert {s.channel for s in inside} == {"phone call"}
    assert by_cue(report, "told").addressees[0].name == "Ada Lind"
    assert by_cue(report, "expressed concern").addressees[0].name == "Bela Corin"
    going_on = by_cue(report, "according to").speaker
    assert going_on is not None and going_on.name == "Office of the President of Karsun"


def test_statements_who_goes_on_is_the_one_quoted_last(reader: Reader) -> None:
    report = reader.read(
        "President Oskar Tamm assured King Bela Corin that the escorts would stay, press secretary Ada Lind said. "
        "She said the two agreed on the need for calm."
    )
    speaker = next(s for s in report.statements if s.cue and s.cue.start > 100).speaker
    assert speaker is not None and speaker.name == "Ada Lind"


def test_statements_unnamed_sources_are_called_by_their_words(reader: Reader) -> None:
    report = reader.read("A spokesman for the mission said that the road was open.")
    speaker = by_cue(report, "said").speaker
    assert speaker is not None and speaker.name == "spokesman for the mission"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A doctor at the town's hospital said by telephone that the wards were cold.",
            "doctor at the town's hospital",
        ),
        ("A source at Sundish Railways told the daily that 640 wagons were waiting.", "source at Sundish Railways"),
        ("A mother of four from Lund said that nobody had come.", "mother of four from Lund"),
        ("A trader who had waited since Monday said that the fruit was rotting.", "trader"),
    ],
)
def test_statements_who_is_not_named_is_called_by_the_words_for_him(reader: Reader, text: str, name: str) -> None:
    speaker = reader.read(text).statements[0].speaker
    assert speaker is not None and speaker.name == name
    assert speaker.resolved_by == "unresolved"


@pytest.mark.usefixtures("rules_alone")
def test_statements_delegates_speak_at_the_session_that_is_told_of(reader: Reader) -> None:
    report = reader.read(
        "The Strait Council held a special meeting in Arden on Monday. Karsun's representative, Ada Lind, called on "
        "Ostany to open the road. Farmer Bela Corin said that milk was scarce."
    )
    assert by_cue(report, "called on").channel == "speech" and by_cue(report, "said").channel == "unknown"


def test_calls_are_events_of_both_sides_and_no_demand(reader: Reader) -> None:
    report = reader.read(TWO_READOUTS)
    (call,) = [e for e in report.events if e.event == "CONSULT" and e.mode == "phone"]
    assert [actor.name for actor in call.actors] == ["Ada Lind", "Bela Corin"] and call.recipients == ()
    assert not any(e.event == "REQUEST" for e in report.events if e.anchor.text == "called")
    assert not any(s.cue is not None and s.cue.text == "called" for s in report.statements)


def test_calls_told_in_two_sentences_know_both_sides(reader: Reader) -> None:
    report = reader.read(
        "President Oskar Tamm urged Minister Livia Dorel on Monday to open the road. In a phone call that lasted an "
        "hour, Tamm “stressed the need for calm,” his spokesman Ilja Renn said."
    )
    (call,) = [e for e in report.events if e.event == "CONSULT"]
    assert {actor.name for actor in call.actors} == {"Oskar Tamm", "Livia Dorel"}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Velmari Radio, monitored in Osk, quoted Minister Dara Lind as saying that the dam had burst.", "broadcast"),
        ("“The dam is safe,” Velmari President Dara Lind told state television on Monday.", "interview"),
        ("Velmari President Dara Lind told state radio that the dam was safe.", "interview"),
        ("“The dam is safe,” Dara Lind said in an interview with Velmari television.", "interview"),
    ],
)
def test_statements_quoted_on_air_are_broadcasts_and_told_to_a_station_interviews(
    reader: Reader, text: str, channel: str
) -> None:
    found = [s for s in reader.read(text).statements if s.parent is None]
    assert [(s.channel, s.speaker.name if s.speaker else None) for s in found] == [(channel, "Dara Lind")]


def test_statements_are_not_made_as_others_spoke_hours_before(reader: Reader) -> None:
    said = "Kenya’s Foreign Ministry dismissed the charge as “false”, hours after the two ministers spoke by telephone."
    assert by_cue(reader.read(said), "dismissed").channel == "unknown"


MINUTES = (
    "Strait Council Hears Rival Accounts\n\nThe African Strait Council met in extraordinary session on Monday.\n\n"
    "Briefing the Council, the head of the Joint Mission, General Ole Kress (Kenya), said that the gate was shut.\n\n"
    "MARIA OKELLO (Uganda) called on Kenya to open it. Mr. Kress had agreed, she said, “and then nothing happened”.\n"
)


def test_statements_of_a_record_of_a_session_are_speeches_of_those_named_with_their_states(reader: Reader) -> None:
    report = reader.read(MINUTES)
    briefed, called, added = (by_cue(report, cue) for cue in ("said", "called on", "said"))
    assert briefed.speaker is not None and briefed.speaker.name == "Ole Kress"
    assert called.speaker is not None and called.speaker.country == ("UGA",)
    assert {s.channel for s in (briefed, called, added)} == {"speech"}


def test_statements_he_who_says_what_a_named_one_did_is_another(reader: Reader) -> None:
    report = reader.read(
        "Minister Ole Kress of Kenya spoke to reporters. He had rung Minister Bela Corin on Monday; Mr. Corin had "
        "agreed to wait, he said, “and then nothing happened”."
    )
    speaker = by_cue(report, "said").speaker
    assert speaker is not None and speaker.name == "Ole Kress"


@pytest.mark.parametrize(
    ("listeners", "channel"), [("the delegates", "speech"), ("the Council", "speech"), ("reporters", "press briefing")]
)
def test_statements_opened_by_who_was_briefed(listeners: str, channel: str, reader: Reader) -> None:
    report = reader.read(
        f"Briefing {listeners} this morning, the coordinator, Ada Lind, said that fuel would last a week."
    )
    said = by_cue(report, "said")
    assert said.channel == channel and said.speaker is not None and said.speaker.name == "Ada Lind"


TELLING = (
    "The Karsunian readout gave another account: it states that Minister Lind dismissed the threat as “noise” and {}."
)


def test_statements_told_on_stand_in_the_same_telling(reader: Reader) -> None:
    report = reader.read(TELLING.format("demanded that Ostany withdraw its guards"))
    outer, inner, next_ = (by_cue(report, cue) for cue in ("states", "dismissed", "demanded"))
    assert inner.parent == next_.parent == outer.id
    assert next_.speaker is not None and next_.speaker.name == "Lind"
    assert outer.content[-1].text.endswith("withdraw its guards")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that Minister Ada Lind promised nothing and accused Ostany of lying about the road.",
        "It said that Minister Ada Lind had promised nothing. The ministry demanded that Ostany withdraw its guards.",
    ],
)
def test_statements_of_the_teller_himself_stay_his(text: str, reader: Reader) -> None:
    report = reader.read(text)
    own = by_cue(report, "accused" if "accused" in text else "demanded")
    assert own.parent is None


def test_statements_to_both_governments_are_not_to_that_of_who_asks(reader: Reader) -> None:
    report = reader.read(
        "Thailand accused Cambodia of firing first. Singapore's Foreign Minister Lionel Teo spoke after the session in "
        "Singapore. Mr Teo appealed to both governments to wait."
    )
    assert {actor.country for actor in by_cue(report, "appealed").addressees} == {("THA",), ("KHM",)}


def test_statements_to_both_parties_are_to_the_states_of_who_spoke(reader: Reader) -> None:
    report = reader.read(
        "President Ole Kress of Kenya telephoned President Ada Lind of Uganda. The two leaders spoke for an hour. "
        "The envoy of Nigeria, Ivo Marr, called on both parties to wait."
    )
    assert {actor.name for actor in by_cue(report, "called on").addressees} == {"Kenya", "Uganda"}


def test_statements_told_by_one_and_said_by_another_are_two(reader: Reader) -> None:
    report = reader.read(
        "Kenya's foreign ministry gave its account. The president also pointed out that Uganda was misusing the road, "
        "the ministry claimed."
    )
    outer, inner = by_cue(report, "claimed"), by_cue(report, "pointed out")
    assert inner.parent == outer.id and inner.content[0].text == "that Uganda was misusing the road"
    assert outer.speaker is not None and outer.speaker.kind == "government"


def test_statements_of_one_whose_title_nobody_can_read_are_his(reader: Reader) -> None:
    report = reader.read(
        "The U.S. chargé d’affaires to the organization, Robert Aldous, called on Kenya to reopen the road at once."
    )
    speaker = by_cue(report, "called on").speaker
    assert speaker is not None and speaker.name == "Robert Aldous"


def test_statements_told_within_a_post_were_not_made_in_it(reader: Reader) -> None:
    report = reader.read("Minister Ole Kress wrote on Telegram that he had told the Omanis that the talks were off.")
    assert by_cue(report, "wrote").channel == "social media"
    assert by_cue(report, "told").channel != "social media"


def test_statements_of_his_ministry_are_the_foreign_ministrys(reader: Reader) -> None:
    report = reader.read(
        "Kenya's Foreign Minister, Ole Kress, was calm. In a statement, his ministry said that both sides had waited."
    )
    speaker = by_cue(report, "said").speaker
    assert speaker is not None and speaker.name == "Ministry of Foreign Affairs of Kenya"


def test_statements_of_the_account_of_a_partys_office_are_a_readout(reader: Reader) -> None:
    text = (
        "Foreign Minister Ada Lind of Norvia telephoned Foreign Minister Pero Kask of Tarnia on Monday.\n\n"
        "According to the summary from Norvia's foreign ministry, Lind demanded that the pass be opened.\n\n"
        "A statement by the Tarnian army said four lorries had burned."
    )
    told = {s.speaker.name: s.channel for s in reader.read(text).statements if s.speaker and s.parent is None}
    assert told["Ministry of Foreign Affairs of Norvia"] == "readout"
    assert "readout" not in {channel for name, channel in told.items() if name and "army" in name.lower()}


def test_statements_what_a_party_denies_is_no_readout(reader: Reader) -> None:
    text = (
        "Foreign Minister Ada Lind of Norvia telephoned Foreign Minister Pero Kask of Tarnia on Monday.\n\n"
        "Norvia's foreign ministry denied that Lind had promised Kask a loan."
    )
    assert "readout" not in {s.channel for s in reader.read(text).statements}


def test_statements_his_in_an_opening_phrase_is_who_is_named_behind(reader: Reader) -> None:
    text = (
        "Secretary of State Ole Marsh called President Ivo Brandt of Norvia. According to the note from his office,"
        " President Brandt said that the pass was shut."
    )
    names = {s.speaker.name for s in reader.read(text).statements if s.speaker}
    assert "Office of the President of Norvia" in names


def test_statements_who_is_told_of_in_a_parenthesis_is_not_who_tells(reader: Reader) -> None:
    text = "The minister, Ana Brusk, telephoned her counterpart, Vera Stane. Ms. Stane had agreed, she said."
    said = reader.read(text).statements[-1]
    assert said.speaker is not None and said.speaker.name == "Ana Brusk"


def test_statements_to_a_state_in_a_call_are_to_who_speaks_for_it_there(reader: Reader) -> None:
    text = (
        "Foreign Minister Ada Lind of Norvia spoke by phone with Foreign Minister Pero Kask of Tarnia on Monday. "
        "Lind told Kask that the pass was open. She warned Tarnia that no convoy would wait."
    )
    heard = [[a.name for a in s.addressees] for s in reader.read(text).statements if s.channel == "phone call"]
    assert heard and all(names == ["Pero Kask"] for names in heard)


INTERVIEW = "“The nets will stay,” Ada Lind said in an interview with the Torvelle Courier on Monday."


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("rest", "cue", "channel"),
    [
        ("She said that boats would sail.", "said", "interview"),
        ("She had called the treaty a trap.", "called", "unknown"),
        ("She has repeatedly denounced the treaty.", "denounced", "unknown"),
        ("She complained on Tuesday that boats were late.", "complained", "unknown"),
        ("In January, she complained that boats were late.", "complained", "unknown"),
    ],
)
def test_statements_of_another_time_were_not_made_where_the_last_was(
    reader: Reader, rest: str, cue: str, channel: str
) -> None:
    report = reader.read(f"{INTERVIEW} {rest}", published="2031-05-13")
    said = [s for s in report.statements if s.cue is not None and s.cue.start > len(INTERVIEW)]
    assert said[0].cue is not None and cue in said[0].cue.text and said[0].channel == channel


@pytest.mark.usefixtures("rules_alone")
def test_statements_before_a_post_or_told_earlier_elsewhere_were_not_made_there(reader: Reader) -> None:
    report = reader.read("Ada Lind said that she would sail, although she tweeted that the quay was a ruin.")
    assert by_cue(report, "said").channel == "unknown" and by_cue(report, "tweeted").channel == "social media"
    report = reader.read(
        "Ada Lind denounced the raid before a large crowd of voters.\n\nEarlier in the day, Lind told the Torvelle "
        "Courier that she liked the treaty."
    )
    assert by_cue(report, "denounced").channel == "unknown" and by_cue(report, "told").channel == "interview"
