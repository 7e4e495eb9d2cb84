"""Days parted from the names behind them, and states put beside one another where they own the same people."""

import pytest
from spacy.tokens import Doc

from onrecord.annotate.parse import language
from onrecord.annotate.regrouped import regroup
from onrecord.reader import Reader


def tree(doc: Doc, word: str) -> tuple[str, str]:
    token = next(token for token in doc if token.text == word)
    return token.dep_, token.head.text


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("On Sunday Rennet telephoned the envoy.", "Sunday", ("pobj", "On")),
        ("On Sunday Rennet met Kofi Darko, the Brevian envoy.", "Rennet", ("nsubj", "met")),
        ("On Sunday Rennet met Kofi Darko, the Brevian envoy.", "Darko", ("dobj", "met")),
        ("Since March Velmar has closed the bridge.", "March", ("pobj", "Since")),
        ("The foreign ministers of Norway and Denmark met in the city.", "Denmark", ("conj", "Norway")),
        ("Norway's and Denmark's ministers told reporters that he had left.", "Norway", ("poss", "ministers")),
        ("Norway's and Denmark's ministers told reporters that he had left.", "ministers", ("nsubj", "told")),
        ("09:30\tPolice blocked the harbour bridge.", "09:30", ("npadvmod", "blocked")),
        ("The Kenyan and Ugandan foreign ministers signed an accord on Monday.", "ministers", ("nsubj", "signed")),
    ],
)  # fmt: skip
def test_regroup_parts_days_and_lists_states(text: str, word: str, place: tuple[str, str]) -> None:
    doc = language()(text)
    assert tree(doc, word) != place, "the parser is right by itself: another sentence is needed"
    regroup(doc)
    assert tree(doc, word) == place
    assert [s.text for s in doc.sents] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "By April Lund, staff writer.",
        "The report is by June Marlow and was read on Monday.",
        "The envoys of Ghana and Rowan Smith met.",
        "The Minister and Ugandan envoys signed.",
        "She sold the Sunday papers in Port Elin.",
    ],
)
def test_regroup_leaves_the_rest_as_it_is(text: str) -> None:
    doc = language()(text)
    before = [(t.head.i, t.dep_) for t in doc]
    regroup(doc)
    assert [(t.head.i, t.dep_) for t in doc] == before


def test_regroup_a_day_is_no_forename(reader: Reader) -> None:
    text = (
        "Kofi Darko is the Ghanaian envoy. On Sunday Darko rang the mayor of Port Elin. In April Darko had refused to "
        "speak to her."
    )
    report = reader.read(text, published="2031-05-14")
    names = {m.actor.name for m in report.mentions if m.kind == "actor" and m.actor is not None}
    assert not [name for name in names if name and name.startswith(("Sunday", "April"))]
    (call,) = [e for e in report.events if e.event == "CONSULT"]
    assert call.actors[0].name == "Kofi Darko"
    assert call.when is not None
    assert call.when.value == "2031-05-11"
