"""The learned coder of relations: types on plain sentences, scores, abstention of nothing, errors."""

import math
from pathlib import Path

import pytest

from onrecord.annotate import dyad_model
from onrecord.annotate.dyad_input import LABELS, LIMIT, pieces, token_ids
from onrecord.errors import ConfigurationError

PLAIN = {
    "AGREE": "[Kestonia] promised [Darvia] two hundred tractors by the spring.",
    "CONSULT": "[The Niharan foreign minister] met [his Belkan counterpart] in the port city for two hours.",
    "SUPPORT": "[The island republic] praised [the mediators] for their patience and skill.",
    "YIELD": "[The rebels] released [forty hostages] at a river crossing on Sunday.",
    "COOPERATE": "[Tirmen] and [Seljan] held joint naval exercises off the cape.",
    "AID": "[The lake states] shipped grain and blankets to [flood victims] in the delta.",
    "REQUEST": "[The opposition] called on [the president] to step down.",
    "ACCUSE": "[Darvia] accused [Kestonia] of stealing its fish.",
    "REJECT": "[The junta] turned down [the envoy]'s offer of mediation.",
    "THREATEN": "[The general] warned [the islanders] that he would bomb the harbour unless they surrendered.",
    "PROTEST": "Thousands of [students] marched through the capital against [the government].",
    "SANCTION": "[Belkan] expelled three diplomats of [Nihara] and recalled its own ambassador.",
    "MOBILIZE": "[Seljan] massed tanks and artillery along its border with [Tirmen].",
    "COERCE": "[Police] arrested [twelve union leaders] in dawn raids.",
    "ASSAULT": "[Gunmen] shot dead [a village headman] outside his house.",
}


def marked(text: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """Sentence without its brackets, span of the first bracket as actor, of the second as recipient."""
    spans, plain = [], ""
    for piece in text.replace("]", "[").split("["):
        if text.count("[", 0, text.index(piece)) and f"[{piece}]" in text:
            spans.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, spans[:1], spans[1:]


def test_plain_sentence_of_each_type() -> None:
    model = dyad_model.standard()
    found = {event: model.relation(*marked(text)).event for event, text in PLAIN.items()}
    assert set(found) == set(LABELS)
    assert sum(event == answer for event, answer in found.items()) >= 14, found


def test_scores_sum_to_one_and_fall() -> None:
    relation = dyad_model.standard().relation(*marked(PLAIN["AID"]))
    scores = [score for _, score in relation.types]
    assert math.isclose(sum(scores), 1.0, abs_tol=1e-5)
    assert scores == sorted(scores, reverse=True)
    assert relation.event == relation.types[0][0] == "AID"
    assert relation.score == scores[0]


def test_unclear_sentence_scores_lower_than_a_plain_one() -> None:
    model = dyad_model.standard()
    unclear = model.relation(*marked("[Kestonia] and [Darvia] were in the news again."))
    assert unclear.score < model.relation(*marked(PLAIN["ASSAULT"])).score


TWO_EVENTS = (
    ("PROTEST", "Kestonia shelled Darvia, while [the port union] went on strike against [the harbour board]."),
    ("ASSAULT", "[Kestonia] shelled [Darvia], while the port union went on strike against the harbour board."),
    ("PROTEST", "Rebels killed three policemen on Monday, while [nurses] marched against [the health ministry]."),
    ("ASSAULT", "[Rebels] killed [three policemen] on Monday, while nurses marched against the health ministry."),
    ("CONSULT", "Jets from Belkan bombed Nihara, and [the Tirmen premier] met [the archbishop] at noon."),
    ("AID", "As troops shot marchers in Seljan, [the lake states] sent rice to [Ostrava]."),
    ("ACCUSE", "The general arrested forty deputies, and [the bar council] accused [the treasury] of fraud."),
    ("REQUEST", "Nihara expelled two envoys of Darvia; [the bishop] asked [the emir] for help with the wells."),
)


def test_marked_parties_decide_which_of_two_events_is_meant() -> None:
    model = dyad_model.standard()
    found = [(event, model.relation(*marked(text)).event) for event, text in TWO_EVENTS]
    assert sum(event == answer for event, answer in found) >= 7, found


def test_same_sentence_same_scores() -> None:
    sentence, source, target = marked(PLAIN["THREATEN"])
    model = dyad_model.standard()
    assert (model.scores(sentence, source, target) == model.scores(sentence, source, target)).all()


def test_parties_may_be_missing_and_sentences_long() -> None:
    model = dyad_model.standard()
    assert model.relation("Shells fell on the harbour district.", [], [(15, 35)]).event == "ASSAULT"
    long = "Rain fell on the hills and nobody moved. " * 40
    assert model.relation(long + "Police beat marchers.", [(len(long), len(long) + 6)], []).score > 0


def test_words_far_from_the_parties_are_left_out() -> None:
    parts = [(mark, list(range(1000, 1000 + 4 * len(words)))) for mark, words in pieces("x" * 90, [(0, 2)], [(80, 82)])]
    ids = token_ids(parts)
    assert len(ids) <= LIMIT
    assert ids[1] == 1  # the actor's opening mark stays first


def test_missing_folder_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="OR-E041"):
        dyad_model.DyadModel(tmp_path)


def test_config_without_labels_is_a_configuration_error(tmp_path: Path) -> None:
    for text in ("no json", '{"temperature": 1}'):
        tmp_path.joinpath("config.json").write_text(text, encoding="utf-8")
        with pytest.raises(ConfigurationError, match="OR-E041"):
            dyad_model.DyadModel(tmp_path)
