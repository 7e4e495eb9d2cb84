"""Paragraphs: where one ends, what a dateline is, how long lines are cut."""

import pytest

from onrecord.annotate.parse import LONGEST, paragraph_bounds, parse
from onrecord.ingest.document import document
from onrecord.model import Span


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_bounds(text)]


@pytest.mark.parametrize(
    "dateline",
    [
        "ADDIS ABABA —",
        "PORT ELIN, May 14 (Meridian Wire) -",
        "HALDEN (MW) –",
        "NEW KESH, Northland —",
        "Halden, 12 March 2024 —",
        "UNITED NATIONS, Sept. 3, 1991 (MW) --",
        "HALDEN/PORT ELIN —",
        "PORT ELIN:",
        "HALDEN, May 14 (MW):",
    ],
)
def test_parse_a_dateline_is_a_piece_of_its_own(dateline: str) -> None:
    assert pieces(f"{dateline} The minister spoke.") == [dateline, "The minister spoke."]


def test_parse_a_hyphen_within_a_title_is_no_dateline() -> None:
    talk = "MINISTER SALL: We met.\nSECRETARY-GENERAL HOLM: We did."
    assert pieces(talk) == talk.splitlines()
    assert pieces("SELM-The minister spoke.") == ["SELM-", "The minister spoke."]


def test_parse_names_before_colons_in_a_talk_are_no_datelines() -> None:
    talk = "OSTBERG: We met.\nLUND: So we did."
    assert pieces(talk) == talk.splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of thirty — said no.",
        "Veldoria — and Karsunia — agreed.",
        "MS HALLORAN: We regret it.",
        "The 7-4 vote surprised Halden — Veldoria had hoped for more.",
        "MARCH 4 was a quiet day.",
    ],
)
def test_parse_other_dashes_are_no_dateline(text: str) -> None:
    assert pieces(text) == [text]


def test_parse_paragraphs_are_lines_without_the_space_around_them() -> None:
    assert pieces(" One.\r\n\n\tTwo \u2028 three.\n \n") == ["One.", "Two", "three."]


def test_parse_a_long_line_is_cut_at_a_sentence_end_and_nothing_is_lost() -> None:
    text = "The road is closed. " * 500
    found = pieces(text)
    assert all(len(piece) <= LONGEST and piece.endswith("closed.") for piece in found)
    assert " ".join(found) == text.strip()


def test_parse_a_line_without_any_space_is_cut_all_the_same() -> None:
    found = pieces("x" * (LONGEST * 3 + 1))
    assert "".join(found) == "x" * (LONGEST * 3 + 1)


def test_parse_sentences_and_paragraphs_are_found_by_offset() -> None:
    layers = parse(document("First one. Second one.\n\nThird one."))
    assert [layers.text[s.start : s.end] for s in layers.sentences] == ["First one.", "Second one.", "Third one."]
    third = layers.paragraph_at(25)
    assert third is not None and third.index == 1
    assert layers.paragraph_at(23) is None
    sentence = layers.sentence_at(12)
    assert sentence is not None and (sentence.start, sentence.paragraph) == (11, 0)


def test_parse_a_span_of_no_characters_has_no_tokens() -> None:
    (paragraph,) = parse(document("The hotel's pianist played through. Sugar was quoted at 3.28 cents.")).paragraphs
    at = paragraph.parse.text.index("Sugar")
    assert paragraph.tokens(Span(at, at, "")) is None
    assert paragraph.tokens(Span(at, at + 5, "Sugar")) is not None


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Kress hopes for an end to the blockade.", "hope"),
        ("The guild staged a march on the quay.", "stage"),
        ("They waged a long war over the nets.", "wage"),
        ("The guards hopped over the wall.", "hop"),
    ],
)
def test_parse_verbs_are_not_taken_for_shorter_ones(text: str, lemma: str) -> None:
    assert lemma in [t.lemma_ for t in parse(document(text)).paragraphs[0].parse]
