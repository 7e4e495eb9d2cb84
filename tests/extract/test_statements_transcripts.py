"""Turns that stand within one paragraph."""

import pytest

from onrecord.reader import load

READER = load()


def _turns(text: str) -> list[str]:
    statements = READER.read(text).statements
    return [" ".join(c.text for c in s.content) for s in statements if s.parent is None and s.kind == "direct"]


def test_transcripts_turns_within_a_paragraph() -> None:
    text = "Press conference, Selm\n\nQ: Is the road open? AL: No. It is shut.\n\nQ: And the port? AL: Ask the army."
    assert _turns(text) == ["Is the road open?", "No. It is shut.", "And the port?", "Ask the army."]


def test_transcripts_an_honorific_is_no_end_of_a_sentence() -> None:
    text = "Briefing\n\nMS. VALE: Good morning.\n\nQ: And the road?\n\nMS. VALE: It is shut."
    assert _turns(text) == ["Good morning.", "And the road?", "It is shut."]


def test_transcripts_one_exchange_under_question_and_answer() -> None:
    text = "Comment of the Ministry of Ports\n\nQuestion: Is the pass open?\n\nAnswer: It is.\n\nIt was never shut."
    assert _turns(text) == ["Is the pass open?", "It is. It was never shut."]


def test_transcripts_the_credit_behind_a_picture_is_no_turn() -> None:
    text = "\n\n".join(f"The {place} of Selm, from the air. Image: Ada Lind." for place in ("port", "dam", "pass"))
    assert _turns(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Council of the Delta\n\nMr. Sall (Ombria) (spoke in French): We regret it.\n\n"
            "Ms. Brandt (Vesland): We do not.\n\nThe President: I thank the representative of Vesland.",
            ["We regret it.", "We do not.", "I thank the representative of Vesland."],
        ),
        (
            "Six questions\n\nQ. You left early. Why?\n\nA. I was ill.\n\nQ. And now?\n\nA. I am well.",
            ["You left early. Why?", "I was ill.", "And now?", "I am well."],
        ),
        (
            "Remarks by Premier Holm\n\nGarden Room\n\n9:15 A.M.\n\nPREMIER HOLM:  Good morning.\n\n"
            "Q    Will you sign?\n\nPREMIER HOLM:  I will.\n\nEND  9:30 A.M.",
            ["Good morning.", "Will you sign?", "I will."],
        ),
        (
            "Exchange with reporters\n\nQ. Will you sign? The Premier. I will. I said so on Monday.\n\n"
            "Q. And pay? The Premier. We shall see.",
            ["Will you sign?", "I will. I said so on Monday.", "And pay?", "We shall see."],
        ),
        (
            "Talk of the week\n\nThe Delta Post: Will you go back?\n\nAna Sall: I will.\n\nDP: When?\n\nAS: In May.",
            ["Will you go back?", "I will.", "When?", "In May."],
        ),
        (
            "ANA SALL, HOST: Who fired?\n\nJON BRANDT, CORRESPONDENT: Nobody knows.\n\nSALL: And the mayor?\n\n"
            "BRANDT: He has left.\n\nPER HOLM, VESLAND'S PREMIER: It was not us.",
            ["Who fired?", "Nobody knows.", "And the mayor?", "He has left.", "It was not us."],
        ),
        (
            "Questions to the Minister\n\nMrs Sall (Upper Delta): When will it sail? The Minister for Ports (Mr Holm): "
            "In June. The Speaker: Order.\n\nMrs Sall: Of which year?",
            ["When will it sail?", "In June.", "Order.", "Of which year?"],
        ),
        (
            "Briefing at headquarters\n\nOpening remarks\n\nColonel Per Holm, spokesman for the army of Vesland: "
            "We held fire.\n\nQuestions\n\nQ: Who fired?\n\n"
            "COL. HOLM: The other side.\n\nQ: Where?\n\nCOL. HOLM: At the ford.",
            ["We held fire.", "Who fired?", "The other side.", "Where?", "At the ford."],
        ),
        (
            "MINISTER SALL: We agreed.\n\nSECRETARY-GENERAL HOLM: We did.\n\nQUESTION: On what?\n\n"
            "MINISTER SALL: On all.",
            ["We agreed.", "We did.", "On what?", "On all."],
        ),
    ],
)
def test_transcripts_labels_of_many_desks(text: str, told: list[str]) -> None:
    assert _turns(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Figures as of noon\n\nDead: 12\n\nInjured: 40\n\nTANZANIA:\n\nDead: 3\n\nInjured: 7",
        "Sall: We were never asked\n\nThe minister spoke in Selm.\n\nBackground: The road is shut.\n\nDelta: two dead.",
    ],
)
def test_transcripts_figures_and_headlines_are_no_talk(text: str) -> None:
    assert _turns(text) == []


def test_transcripts_a_headline_above_a_talk_is_no_turn() -> None:
    text = (
        "Sall: We Were Never Asked\n\nThe minister was on the air on Sunday.\n\nHOLM: Were you asked?\n\n"
        "SALL: Never.\n\nHOLM: By nobody?\n\nSALL: By nobody."
    )
    assert _turns(text) == ["Were you asked?", "Never.", "By nobody?", "By nobody."]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (
            "Remarks by Premier Holm\n\nPREMIER HOLM: Good morning.\n\nQ: Why?\n\nPREMIER HOLM: Ask me later.",
            "press briefing",
        ),
        ("ANA SALL, HOST: Who fired?\n\nJON BRANDT: Nobody knows.\n\nSALL: And now?", "broadcast"),
    ],
)
def test_transcripts_channel_by_who_asks_and_who_leads(text: str, channel: str) -> None:
    assert {s.channel for s in READER.read(text).statements if s.parent is None} == {channel}


def test_transcripts_who_asks_or_serves_is_nobody_named() -> None:
    text = (
        "Briefing by Admiral Tomas Holm\n\nOPERATOR: First is Ana Sall.\n\n"
        "Q: Admiral, Vesland says the boats crossed.\n\nREAR ADM. HOLM: They did not.\n\n"
        "Q: And now?\n\nREAR ADM. HOLM: Now neither."
    )
    by = [s.speaker.name if s.speaker else None for s in READER.read(text).statements if s.parent is None]
    assert by == [None, None, "Tomas Holm", None, "Tomas Holm"]
