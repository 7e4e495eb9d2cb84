"""Coordinated verbs and headless clauses that the parser hangs on the wrong word."""

import pytest
from spacy.tokens import Doc

from onrecord.annotate.parse import language
from onrecord.annotate.reattached import reattach


def head(doc: Doc, word: str) -> str:
    return next(token.head.text for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "with_verb"),
    [
        (
            "The ministry said that Orlan had told his guest that the trucks were moving again and had asked him to "
            "recall the envoy.",
            "asked",
            "told",
        ),
        (
            "It said the premier had reminded Corin of the accord of 2 May, under which Sund undertook to keep guns "
            "away, and had accused officers of tearing it up.",
            "accused",
            "reminded",
        ),
        ("She wants to go and has packed her bags.", "packed", "wants"),
        ("He says the army left and wants it back.", "wants", "says"),
        (
            "The note said Lind had demanded that the pass be reopened by May and that Corin had promised an answer.",
            "promised",
            "demanded",
        ),
        (
            "Lind told the court that the papers on the sale were a forgery and denied that any coin was paid.",
            "denied",
            "told",
        ),
        (
            "He said that nine villages had joined the strike and called on Lasca to pay the miners.",
            "called",
            "said",
        ),
        (
            "The union says a clerk saw guards take the ledger, and has called on the minister to resign.",
            "called",
            "says",
        ),
        (
            "It said Corin pointed out that the dam was a century old and proposed a survey.",
            "proposed",
            "pointed",
        ),
        (
            "The note said Lind told her guest that the port was shut and that Corin had voiced regret.",
            "voiced",
            "told",
        ),
    ],
)
def test_reattached_verbs_go_with_their_like(text: str, verb: str, with_verb: str) -> None:
    doc = language()(text)
    assert head(doc, verb) != with_verb, "the parser is right by itself: another sentence is needed"
    reattach(doc)
    assert head(doc, verb) == with_verb
    assert [s.text for s in doc.sents] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The men who had fled were caught and confessed.",
        "The council urged it to free the men and to recall its envoy.",
        "Soldiers who were beaten and robbed by the crowd went home and slept.",
        "The envoy has met the president and said the deal was close.",
        "He said the army fired on the convoy and denied it later.",
        "Lind told him that the port was shut and that Corin had voiced regret.",
        "It said the envoy had met the elders and asked for patience.",
        "She said police had arrested the men and accused them of spying.",
        "It said that the driver had not confessed or accused anybody of theft.",
        "The gang took a hostage and held her prisoner for weeks.",
        "Kenya thanked Chad and Mali, which have sent tents.",
        "One of the ministers who has praised Kenya left for Oslo.",
        "Ministers from Chad, which has praised Kenya, met in Oslo.",
    ],
)
def test_reattached_verbs_that_stand_right_stay(text: str) -> None:
    doc, untouched = language()(text), language()(text)
    reattach(doc)
    assert [(t.head.i, t.dep_) for t in doc] == [(t.head.i, t.dep_) for t in untouched]


def test_reattached_the_verb_behind_a_name_set_off_heads_the_clause() -> None:
    doc = language()("South Africa’s ambassador, Thandi Mokoena, called on Burundi to reopen the road at once.")
    assert head(doc, "called") == "ambassador", "the parser is right by itself: another sentence is needed"
    reattach(doc)
    verb = next(token for token in doc if token.text == "called")
    assert verb.dep_ == "ROOT" and verb.head == verb
    assert [(t.text, t.dep_) for t in verb.lefts] == [("ambassador", "nsubj")]


@pytest.mark.parametrize(
    ("text", "word", "with_word", "label"),
    [
        ("She accused the wardens of beating up a clerk on Monday.", "of", "accused", "prep"),
        ("She accused the guards of burning boats near Tacna.", "burning", "of", "pcomp"),
        ("The ambassador of Chad said it was Mali that had broken the treaty.", "broken", "Mali", "relcl"),
        ("France expelled two attachés and Mali recalled its envoy.", "Mali", "recalled", "nsubj"),
        ("Kenya thanked envoys of Chad and Mali, who have praised the dam.", "praised", "envoys", "relcl"),
        ("Officials in Chad, who have praised Kenya, met in Oslo.", "praised", "Officials", "relcl"),
        ("Kenya praised the ministers of Chad and Mali, which has shut the mine.", "shut", "Mali", "relcl"),
        ("Gunmen from the hills took six Danes hostage in June.", "Danes", "took", "dobj"),
    ],
)
def test_reattached_charges_clefts_and_subjects(text: str, word: str, with_word: str, label: str) -> None:
    doc = language()(text)
    assert head(doc, word) != with_word, "the parser is right by itself: another sentence is needed"
    reattach(doc)
    assert head(doc, word) == with_word
    assert next(token for token in doc if token.text == word).dep_ == label


@pytest.mark.parametrize(
    "text",
    [
        "France expelled two attachés and a clerk and recalled its envoy.",
        "The guards of the burning mill were accused by the owner.",
        "It was clear that the rebels had torn up the treaty.",
    ],
)
def test_reattached_nothing_without_a_charge_or_a_cleft(text: str) -> None:
    doc, untouched = language()(text), language()(text)
    reattach(doc)
    assert [(t.head.i, t.dep_) for t in doc] == [(t.head.i, t.dep_) for t in untouched]


def test_reattached_who_is_held_hostage_holds_nobody() -> None:
    doc = language()("Governor Lind agonized over bank clerks held hostage by Mali and sent a bungled rescue party.")
    held = next(token for token in doc if token.text == "held")
    reattach(doc)
    assert (held.head.text, held.dep_, held.tag_) == ("clerks", "acl", "VBN")
    assert [(t.text, t.dep_) for t in held.rights if t.dep_ != "punct"][:2] == [("hostage", "oprd"), ("by", "agent")]
