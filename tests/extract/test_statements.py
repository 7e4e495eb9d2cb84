"""Statements by the rules alone, on sentences about invented people; the learned tagger has tests of its own."""

import time
from dataclasses import replace

import pytest

from onrecord.annotate.layers import Attribution, Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.quotations import quotations
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements import statements
from onrecord.ingest.document import document


def read_layers(text: str) -> Layers:
    layers = parse(document(text))
    return replace(layers, quotations=quotations(layers))


def read(text: str) -> tuple[StatementDraft, ...]:
    return statements(read_layers(text))


def words(draft: StatementDraft) -> str:
    return " … ".join(part.text for part in draft.content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“We will reopen the pass,” said Minister Ana Dorel.", "Minister Ana Dorel", "“We will reopen the pass,”"),
        ("Dorel said, “We will reopen the pass.”", "Dorel", "“We will reopen the pass.”"),
        ("Dorel told reporters: “We will reopen the pass.”", "Dorel", "“We will reopen the pass.”"),
        ("“Will you reopen the pass?” asked the envoy.", "the envoy", "“Will you reopen the pass?”"),
        ("‘We will reopen the pass,’ said Dorel.", "Dorel", "‘We will reopen the pass,’"),
        ('"We will reopen the pass," Dorel said.', "Dorel", '"We will reopen the pass,"'),
        ("«We will reopen the pass», said Dorel.", "Dorel", "«We will reopen the pass»"),
        ("“We will reopen the pass.” — Ana Dorel", "Ana Dorel", "“We will reopen the pass.”"),
    ],
)
def test_statements_direct(text: str, source: str, content: str) -> None:
    (draft,) = read(text)
    assert (draft.kind, words(draft)) == ("direct", content)
    assert draft.source is not None and draft.source.text == source


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Dorel said that the pass was shut.", "Dorel", "that the pass was shut"),
        ("Dorel said on Monday that the pass was shut.", "Dorel", "that the pass was shut"),
        ("The pass was shut, Dorel said.", "Dorel", "The pass was shut"),
        ("According to the ministry, the pass is shut.", "the ministry", "the pass is shut"),
        ("The pass is shut, according to the ministry.", "the ministry", "The pass is shut"),
        ("Dorel called on both sides to open the pass.", "Dorel", "on both sides to open the pass"),
        ("Dorel urged Ardenia to open the pass.", "Dorel", "Ardenia to open the pass"),
        ("Dorel accused Ardenia of closing the pass.", "Dorel", "Ardenia of closing the pass"),
        ("Dorel welcomed the agreement.", "Dorel", "the agreement"),
        ("Dorel voiced concern about the closed pass.", "Dorel", "concern about the closed pass"),
        ("Dorel vowed to open the pass.", "Dorel", "to open the pass"),
        ("Dorel dismissed the report as a fabrication.", "Dorel", "the report as a fabrication"),
        ("Dorel's claim that the pass was shut surprised many.", "Dorel", "that the pass was shut"),
    ],
)
def test_statements_indirect(text: str, source: str, content: str) -> None:
    (draft,) = read(text)
    assert (draft.kind, words(draft)) == ("indirect", content)
    assert draft.source is not None and draft.source.text == source


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The office reported that Kostal had “rejected the charge” and informed the envoy that the line was shut.",
         [("Kostal", "that the line was shut")]),
        ("The office states that Dastan dismissed the threat and demanded that Quessar withdraw its men.",
         [("Dastan", "that Quessar withdraw its men")]),
        ("Harnack’s office said she had “made plain that the pass will open on Monday”.",
         [("she", "that the pass will open on Monday")]),
        ("“The governor told the premier in plain words that Vallonia wants its bridge back,” said Coe.",
         [("The governor", "that Vallonia wants its bridge back")]),
    ],
)  # fmt: skip
def test_statements_told_inside_others(text: str, told: list[tuple[str, str]]) -> None:
    found = [(d.source.text, d.content[0].text) for d in read(text) if d.parent is not None and d.source]
    assert set(told) <= set(found)


def test_statements_discontinuous_content_is_one_statement() -> None:
    (draft,) = read("“The pass is shut,” Dorel said. “It will stay shut.”")
    assert words(draft) == "“The pass is shut,” … “It will stay shut.”"


def test_statements_mixed_content_keeps_the_reporters_words() -> None:
    (draft,) = read("Dorel said that the plan was “a gift to nobody at all” and should go.")
    assert draft.kind == "mixed"
    assert words(draft) == "that the plan was “a gift to nobody at all” and should go"


def test_statements_nest_with_parent() -> None:
    outer, inner = read("“The President told us that the pass would open,” said Dorel.")
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.source is not None and inner.source.text == "The President"
    assert words(inner) == "that the pass would open"
    assert [a.text for a in inner.addressees] == ["us"]


def test_statements_quotation_inside_a_quotation() -> None:
    text = "“The treaty keeps, as you have recalled, the ‘freedom of all convoys,’” Dorel said."
    outer, inner = read(text)
    assert inner.parent == 0 and inner.kind == "direct"
    assert inner.source is not None and inner.source.text == "you"
    assert words(inner) == "‘freedom of all convoys,’"
    assert outer.source is not None and outer.source.text == "Dorel"


def test_statements_speakers_own_performative_is_not_nested() -> None:
    (draft,) = read("“We call on both sides to open the pass. I think it can be done,” said Dorel.")
    assert draft.parent is None


def test_statements_quotation_over_paragraphs_is_one() -> None:
    drafts = read("“The pass is shut.\n\n“It will stay shut for a month,” Dorel said.\n\nSnow fell.")
    assert [words(d) for d in drafts if d.source] == ["“The pass is shut. … “It will stay shut for a month,”"] or [
        len(d.content) for d in drafts
    ] == [1, 1]


def test_statements_source_is_carried_to_a_paragraph_that_names_none() -> None:
    first, second = read("“The pass is shut,” said Dorel.\n\n“Nobody should try to cross it this week.”")
    assert second.source is None and second.carried_from == 0
    assert first.source is not None


def test_statements_colon_announces_the_next_paragraph() -> None:
    drafts = read("Dorel went on to say:\n\n“Nobody should try to cross the pass this week.”")
    draft = drafts[-1]
    assert draft.source is not None and draft.source.text == "Dorel"


def test_statements_woven_quotation_goes_on_with_the_last_speaker() -> None:
    drafts = read("“The pass is shut,” said Dorel.\n\nThe two also “discussed how the convoys might be escorted home.”")
    assert drafts[-1].kind == "mixed" and drafts[-1].carried_from == 0


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “truce” held for a day.",
        "The film “The Long Road Home” opened in Arden.",
        "He works for the “Free Arden” movement.",
        "The ministers' meeting lasted an hour.",
    ],
)
def test_statements_scare_quotes_and_titles_are_none(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    ["Dorel did not say that the pass was shut.", "Dorel never said that the pass was shut."],
)
def test_statements_not_said_is_negated(text: str) -> None:
    (draft,) = read(text)
    assert draft.negated


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Dorel said that the pass was shut.", "speech"),
        ("Dorel believes that the pass is shut.", "thought"),
        ("Dorel plans to open the pass.", "intention"),
    ],
)
def test_statements_acts(text: str, act: str) -> None:
    assert read(text)[0].act == act


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Dorel said in a statement that the pass was shut.", "statement"),
        ("The readout from Dorel's office said that the pass was shut.", "readout"),
        ("Dorel voiced concern about the pass during a telephone conversation with Bela Corin.", "phone call"),
        ("Dorel told reporters that the pass was shut.", "press briefing"),
        ("Dorel said in an interview that the pass was shut.", "interview"),
        ("“The pass is shut,” Dorel said at a session of the Assembly.", "speech"),
        ("Dorel told this newspaper that the pass was shut.", "interview"),
        ("In a letter to Corin, Dorel said that the pass was shut.", "letter"),
        ("Dorel wrote in a post on Telegram that the pass was shut.", "social media"),
        ("Dorel said that the pass was shut.", "unknown"),
    ],
)
def test_statements_channels(text: str, channel: str) -> None:
    assert read(text)[0].channel == channel


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Dorel told Corin that the pass was shut.", ["Corin"]),
        ("Dorel called on Ardenia—and Belmark—to open the pass.", ["Ardenia—and Belmark"]),
        ("Dorel voiced concern about the pass during a call with Bela Corin.", ["Bela Corin"]),
        ("Dorel accused Ardenia of closing the pass.", []),
        ("Dorel demanded that Ardenia open the pass.", ["Ardenia"]),
    ],
)
def test_statements_addressees(text: str, addressees: list[str]) -> None:
    assert [a.text for a in read(text)[0].addressees] == addressees


TRANSCRIPT = """MR VALE: Good afternoon. The pass is shut.

Q: Will it open this week?

MR VALE: We hope that it will.

Q: Who closed it?

MR VALE: Snow did."""


def test_statements_turns_of_a_transcript() -> None:
    drafts = [d for d in read(TRANSCRIPT) if d.parent is None]
    assert [d.source.text for d in drafts if d.source] == ["MR VALE", "Q", "MR VALE", "Q", "MR VALE"]
    assert {d.kind for d in drafts} == {"direct"} and {d.channel for d in drafts} == {"press briefing"}
    assert words(drafts[1]) == "Will it open this week?"
    assert [a.text for a in drafts[1].addressees] == ["MR VALE"]


def test_statements_press_statement_stands_in_one_name() -> None:
    text = (
        "The following is attributable to Spokesperson Ana Dorel:\n\nThe pass is shut.\n\n"
        "The Minister told Corin that it would open.\n\n###\n\nContact: press office"
    )
    outer, inner = read(text)
    assert outer.source is not None and outer.source.text == "Spokesperson Ana Dorel"
    assert outer.kind == "direct" and outer.channel == "statement" and len(outer.content) == 2
    assert inner.parent == 0


def test_statements_lone_colons_make_no_transcript() -> None:
    assert read("WEATHER: Snow fell.\n\nTraffic: The pass is shut.\n\nSport: Arden won.") == ()


def test_statements_model_and_rules_meet_in_one_statement() -> None:
    text = "“The pass is shut,” Dorel told Corin."
    learned = Attribution(((1, 17),), (20, 25), (26, 30), 0.9)
    (draft,) = statements(replace(read_layers(text), attributions=(learned,)))
    assert words(draft) == "“The pass is shut,”"  # the quotation marks have the last word
    assert draft.found_by == "both" and [a.text for a in draft.addressees] == ["Corin"]


def test_statements_rules_add_what_the_model_lacks_inside_its_statements() -> None:
    text = "Dorel said that Corin had accused Ardenia of closing the pass."
    learned = Attribution(((11, 61),), (0, 5), (6, 10), 0.9)
    outer, inner = statements(replace(read_layers(text), attributions=(learned,)))
    assert (outer.found_by, inner.found_by, inner.parent) == ("both", "rules", 0)
    assert inner.source is not None and inner.source.text == "Corin"


@pytest.mark.parametrize(
    "text",
    [
        "“" * 1000 + "peace" + "”" * 1000,
        "“‘" * 500 + "We agree, he said" + "’”" * 500,
        "“Yes,” he said. " * 800,
        "he said that " * 800,
        "a" * 50_000,
        "“ he said ” ' \" said « X : " * 400,
        "Q: A: MR X: " * 300,
        "\n".join(["“Open"] * 400),
        "",
        "\u202e“”\u0000 said",
    ],
    ids=range(10),
)
def test_statements_survive_hostile_text(text: str) -> None:
    layers = read_layers(text)
    started = time.process_time()
    drafts = statements(layers)
    assert time.process_time() - started < 15
    for number, draft in enumerate(drafts):
        assert draft.content and (draft.parent is None or draft.parent < number)
        assert draft.carried_from is None or draft.carried_from < number
        for part in (*draft.content, *(s for s in (draft.cue, draft.source) if s)):
            assert part.grounded_in(text)


def test_statements_items_of_a_list_have_the_source_of_the_line_before() -> None:
    text = (
        "During the call with Corin, Minister Dorel:\n\n• reaffirmed her commitment to the truce;\n\n"
        "• called on Ardenia to open the pass.\n\nAsked whether it would, Corin declined to comment."
    )
    first, second, *rest = read(text)
    assert first.source is not None and first.source.text == "Minister Dorel"
    assert second.source is None and second.carried_from == 0
    assert [d.source.text for d in rest if d.source] == ["Corin"]


def test_statements_told_in_one_of_two_fragments_leave_it_whole() -> None:
    outer = read("“We call on Karsun to open the road,” Dorel said. “If it stays shut, people will starve.”")[0]
    assert words(outer) == "“We call on Karsun to open the road,” … “If it stays shut, people will starve.”"


@pytest.mark.parametrize("opening", ["", "repeatedly "])
def test_statements_verb_that_opens_a_quotation_has_its_subject_before_it(opening: str) -> None:
    text = f"Dorel “{opening}stressed that the pass is shut,” her spokesman Ilja Renn said."
    inner = next(s for s in read(text) if s.parent is not None)
    assert inner.source is not None and inner.source.text == "Dorel"
    assert words(inner) == "that the pass is shut"


def test_statements_points_of_a_list_are_sentences_of_whom_the_line_before_names() -> None:
    found = read(
        "The note listed the points made by the minister:\n\n• Karsun keeps to the truce;\n"
        "• the bodies must be returned.\n\nA road runs there."
    )
    points = [s for s in found if s.content[0].start > 50]
    assert [words(s) for s in points] == ["Karsun keeps to the truce", "the bodies must be returned"]
    assert points[0].source is not None and points[0].source.text == "the minister"


def test_statements_the_taggers_collapsed_levels_are_two() -> None:
    text = "It said the premier told the envoy that the pass is shut."
    layers = read_layers(text)
    told = Attribution(
        content=((text.index("that"), len(text) - 1),),
        source=(text.index("the premier"), text.index(" told")),
        cue=(text.index("said"), text.index("said") + 4),
        score=0.9,
    )
    outer, inner = statements(replace(layers, attributions=(told,)))
    assert words(outer).startswith("the premier told") and words(inner).startswith("that the pass")
    assert outer.source is not None and outer.source.text == "It" and inner.parent == 0


def test_statements_model_leaves_out_who_is_urged() -> None:
    text = "Dorel urged Premier Ana Renn on Monday to reopen the pass."
    layers = read_layers(text)
    told = Attribution(content=((text.index("to reopen"), len(text) - 1),), source=(0, 5), cue=(6, 11), score=0.9)
    (found,) = statements(replace(layers, attributions=(told,)))
    assert words(found) == "Premier Ana Renn on Monday to reopen the pass"


def test_statements_aside_in_a_quotation_reports_nothing_of_its_own() -> None:
    text = "“We ask Karsun to open the road, as the parties promised in May,” Dorel said."
    assert [s.cue.text for s in read(text) if s.cue is not None] == ["said"]


@pytest.mark.parametrize("text", ["Karsun broke the pact by refusing to meet.", "Dorel made no mention of the pass."])
def test_statements_refusals_that_are_a_means_and_silence_are_none(text: str) -> None:
    assert read(text) == ()
