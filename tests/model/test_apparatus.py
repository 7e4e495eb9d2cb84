"""Marks of the desk that are no words; all text is invented."""

import pytest

from onrecord.annotate.parse import parse
from onrecord.ingest.document import document
from onrecord.model.apparatus import unmarked, without_apparatus
from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He left.[3] She stayed.”[14][15]", "He left.    She stayed.”        "),
        ("**The call.** Both spoke.", "  The call.   Both spoke."),
        ("It [3] said 2**3 is eight and [sic] so on.", None),
        (
            "The *mayor* of [Port Elin](https://x.example/a_(b)) left.",
            "The  mayor  of  Port Elin                           left.",
        ),
        ("## Talks ##\n> __Ada Lind__ and `Corin`\n>> _Rowe_", "   Talks   \n    Ada Lind   and  Corin \n    Rowe "),
        ("\x1b[1mVelmar\x1b[0m left.", "    Velmar     left."),
        ("| Day | Act |\n|:---|---|\n| Monday | talks |", "  Day | Act  \n          \n  Monday | talks  "),
        ("- 5 * 3 * 2, a_b_c, #tag, [the mayor] said, * a point, more > less, a | b", None),
    ],
)
def test_apparatus_becomes_blanks_of_the_same_length(text: str, read: str | None) -> None:
    assert without_apparatus(text) == (text if read is None else read)


def test_apparatus_ends_no_sentence_and_stays_in_the_words_of_spans() -> None:
    layers = parse(document("The army left the pass.[1] The mayor thanked it.[2]"))
    (paragraph,) = layers.paragraphs
    assert len(layers.sentences) == 2
    assert paragraph.span(paragraph.parse[:]).text.startswith("The army left the pass.[1] The")


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ("**Ada Lind**, the *mayor*, of [Port Elin](https://x.example)", "Ada Lind, the mayor, of Port Elin"),
        ("Velmar* had **closed** the [Northern Road](https://x.ex", "Velmar had closed the Northern Road"),
        ("Velmar* had **closed** the [Northern Road", "Velmar had closed the Northern Road"),
        ("> **Rowe** left.[3]", "Rowe left."),
        ("• to open the pass", "to open the pass"),
        ("| Killed |", "Killed"),
        ("[the mayor] said 2 * 3 #six [sic]", "[the mayor] said 2 * 3 #six [sic]"),
    ],
)
def test_apparatus_is_not_shown_in_pieces_of_a_text_either(piece: str, shown: str) -> None:
    assert unmarked(piece).strip() == shown


def test_apparatus_names_carry_no_marks_and_spans_keep_theirs(reader: Reader) -> None:
    text = (
        "# Talks stall\n\n**Foreign Minister Paul Rennet** told reporters that *Velmar* had **closed** the [Northern "
        "Road](https://x.example/r).\n\n- The ministry **accused** _Velmar_ of shelling two villages.\n\n"
        '> "We will not wait," **Rennet** said.\n'
    )
    report = reader.read(text, published="2031-05-14")
    assert report.document.text == text
    names = [m.actor.name for m in report.mentions if m.actor is not None]
    names += [actor.name for event in report.events for actor in (*event.actors, *event.recipients)]
    assert {"Paul Rennet", "Velmar"} <= {name for name in names if name}
    assert not [name for name in names if name and any(mark in name for mark in "*_[]`>#")]
    for mention in report.mentions:
        assert mention.span.grounded_in(text)
    told = [said for said in report.statements if "wait" in said.content[0].text]
    assert [said.content[0].text for said in told] == ['"We will not wait,"']
    assert [said.speaker.name for said in told if said.speaker] == ["Paul Rennet"]
    (closed,) = [said for said in report.statements if "closed" in said.content[0].text]
    assert closed.content[0].text.startswith("that *Velmar* had **closed** the [Northern")
    assert closed.content[0].grounded_in(text)
