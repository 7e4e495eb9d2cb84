"""What the learned tagger adds to the rules, each side of every bar."""

import pytest
from spacy.tokens import Token

from onrecord.annotate.attributions import acts
from onrecord.annotate.entities import entities
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.word_readings import WordReading, WordReadings
from onrecord.codebook.compiled import standard
from onrecord.extract import event_learned
from onrecord.extract.arguments import Arguments
from onrecord.extract.drafts import EventDraft
from onrecord.extract.event_guards import SAID, Guards
from onrecord.extract.event_learned import LearnedActs
from onrecord.extract.event_stand_in import NAME
from onrecord.extract.events import code_events
from onrecord.extract.pointing import Nouns
from onrecord.ingest.document import document
from tests.extract.beside import events_of

REPORT = """Kestonia shelled a Darvian border post on Monday. Darvia accused Kestonia of breaking the truce.

The Kestonian premier gave the mediators short shrift."""


def layers_of(text: str, *, learned: bool = True) -> Layers:
    layers = parse(document(text))
    found = {f: getattr(layers, f) for f in layers.__dataclass_fields__}
    return Layers(**{**found, "entities": entities(layers), "acts": acts(layers) if learned else None})


def drafts(text: str, *, learned: bool = True) -> tuple[EventDraft, ...]:
    return code_events(layers_of(text, learned=learned), standard())


def test_without_the_tagger_rules_work_alone() -> None:
    found = drafts(REPORT, learned=False)
    assert {d.event for d in found} >= {"ASSAULT", "ACCUSE"}
    assert all(d.coded_by.rule for d in found)


def test_what_it_finds_names_it_and_its_share() -> None:
    text = "Kestonia shelled Darvia. Darvia accused it of war. Kestonian hackers emptied accounts of the Darvian bank."
    by_rules = {d.anchor.text for d in drafts(text, learned=False)}
    found = [d for d in drafts(text) if d.anchor.text not in by_rules]
    assert [d.event for d in found] == ["COERCE"]
    assert [(d.coded_by.model, d.coded_by.rule) for d in found] == [(NAME, None)]
    assert 0.4 <= (found[0].coded_by.score or 0) <= 1


def test_a_word_whose_share_is_too_small_for_any_parties_is_not_asked_for_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    read = LearnedActs._arguments

    def noted(self: LearnedActs, word: WordReading, trigger: Token, event: str) -> Arguments:
        asked.append(trigger.text)
        return read(self, word, trigger, event)

    monkeypatch.setattr(LearnedActs, "_arguments", noted)
    text = "Kestonia shelled Darvia. Darvia accused it of war. Kestonian hackers emptied accounts of the Darvian bank."
    drafts(text)
    assert "emptied" in asked
    asked.clear()
    monkeypatch.setattr(event_learned, "TONE", {"COERCE": 1.1})
    drafts(text)
    assert "emptied" not in asked


def test_a_word_it_is_sure_tells_nothing_is_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_learned, "REFUSED", 1.1)
    assert [d for d in drafts(REPORT) if d.coded_by.rule] == []


def test_a_word_it_is_sure_of_changes_its_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_learned, "UNLIKELY", 1.1)  # as if the rule's type were never likely
    monkeypatch.setattr(event_learned, "OVERRULES", 0.3)
    found = [d for d in drafts(REPORT) if d.anchor.text == "shelled"]
    assert [(d.event, d.coded_by.model) for d in found] == [("ASSAULT", NAME)]


@pytest.mark.parametrize(
    ("sentence", "word", "actor", "recipient"),
    [
        ("Kestonian gunners shelled a Darvian border post.", "shelled", "gunners", "post"),
        ("A Darvian border post was shelled by Kestonian gunners.", "shelled", "gunners", "post"),
        ("The envoy, who had waited for hours, thanked the monks.", "thanked", "envoy", "monks"),
        ("Two editors were arrested on Monday.", "arrested", None, "editors"),
    ],
)
def test_words_point_at_noun_phrases(sentence: str, word: str, actor: str | None, recipient: str) -> None:
    layers = layers_of(sentence)
    assert isinstance(layers.acts, WordReadings)
    reading = layers.acts.at(sentence.index(word))
    assert reading is not None
    doc = layers.paragraphs[0].parse
    heads, mass = Nouns(doc[:], 0).pointed(reading, "actor")
    assert [h.text for h in heads] == ([actor] if actor else [])
    assert 0 < mass <= 1
    assert [h.text for h in Nouns(doc[:], 0).pointed(reading, "recipient")[0]] == [recipient]


def test_doubtful_acts_need_a_report_about_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_learned, "BARS", ((9.0, 0.6),))  # nothing is beyond doubt but what rules code
    alone = "Kestonian hackers emptied the accounts of the Darvian bank."
    assert drafts(alone) == ()
    assert "emptied" in [d.anchor.text for d in drafts(f"Kestonia shelled Darvia. Darvia accused it of war. {alone}")]


def test_a_promise_that_no_rule_knows() -> None:
    (promise,) = drafts("Velmar promised the Ardenians two radar planes.")
    assert (promise.event, [a.text for a in promise.actors]) == ("AGREE", ["Velmar"])
    assert [r.text for r in promise.recipients] == ["the Ardenians"]


@pytest.mark.parametrize(("words", "told"), [("objections", True), ("no objections", False)])
def test_an_absent_act_is_none(words: str, told: bool) -> None:
    found = drafts(f"Kestonia shelled Darvia. Darvia accused it of war. Kharast raised {words} to the deal.")
    assert ("objections" in [d.anchor.text for d in found if not d.negated]) is told


@pytest.mark.parametrize(
    ("asked", "act"),
    [
        ("Kestonian hackers emptied the accounts of the Darvian bank?", ("COERCE", "emptied")),
        ("Did Darvia ask Kestonia for water?", ("REQUEST", "ask")),
        ("Has the Darvian premier spoken to the Kestonian king since Monday?", ("CONSULT", "spoken to")),
        ("Did the Darvian premier accuse the Kestonian king of theft?", ("ACCUSE", "accuse")),
    ],
)
def test_what_is_asked_about_is_hypothetical(asked: str, act: tuple[str, str]) -> None:
    found = drafts(f"Kestonia shelled Darvia. Darvia accused it of war. {asked}")
    assert [d.status for d in found if d.anchor.text == act[1]] == ["hypothetical"]
    assert act in [(d.event, d.anchor.text) for d in found]


def test_questions_need_a_sure_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kestonia shelled Darvia. Darvia accused it of war. Kestonian hackers emptied the accounts of the bank?"
    assert "emptied" in [d.anchor.text for d in drafts(text)]
    monkeypatch.setattr(event_learned, "ASKED", 1.1)
    assert "emptied" not in [d.anchor.text for d in drafts(text)]


@pytest.mark.parametrize(
    ("sentence", "word", "doubtful"),
    [
        ("Darvia declined the offer.", "declined", False),
        ("Darvia declined to comment.", "declined", True),
        ("Two Darvian cutters blocked the sound.", "blocked", False),
    ],
)
def test_a_word_is_doubtful_where_its_company_is_there(sentence: str, word: str, doubtful: bool) -> None:
    event = "COERCE" if word == "blocked" else "REJECT"
    trigger = next(t for t in parse(document(sentence)).paragraphs[0].parse if t.text == word)
    guards = Guards(standard())
    assert guards.is_doubtful(trigger, event) is doubtful
    assert guards.is_ambiguous(trigger, event)


def test_a_likely_act_needs_no_weighty_parties_among_others() -> None:
    found = drafts("Kestonia shelled Darvia. Darvia accused it of war. Talks on the ferry were held in Lossim.")
    assert ("CONSULT", "Talks") in [(d.event, d.anchor.text) for d in found]


def test_a_word_that_never_tells_a_type_tells_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Kestonia shelled Darvia. Darvia accused it of war. The court would decide, the Darvian minister said, and no"
        " premier could tell it what to do."
    )
    assert "could tell" not in [d.anchor.text for d in drafts(text)]
    monkeypatch.setattr(event_learned, "NEVER", 0.0)
    assert "could tell" in [d.anchor.text for d in drafts(text)]


def test_a_letter_that_it_hardly_takes_for_a_talk_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Kestonia shelled Darvia on Monday and closed the border. The Darvian prime minister wrote to his colleague in"
        " Kestonia that he would go before the court."
    )
    assert "CONSULT" not in {d.event for d in drafts(text)}
    monkeypatch.setattr(event_learned, "LEAST", {})
    assert "CONSULT" in {d.event for d in drafts(text)}


def test_who_stresses_what_was_done_asks_for_nothing() -> None:
    text = (
        "Kestonia shelled Darvia on Monday. The Darvian minister stressed that by sending armed men to the border,"
        " Kestonia violated the treaty of May."
    )
    assert "REQUEST" not in {d.event for d in drafts(text)}


@pytest.mark.parametrize(
    "words",
    [
        "confided to a Darvian paper",
        "reminded the Darvian envoy of the unpaid debt",
        "described the Darvian camps as nests",
    ],
)
def test_who_only_tells_does_no_deed(words: str) -> None:
    told = [d for d in drafts(REPORT + f" A Kestonian general {words}.") if d.evidence.start >= len(REPORT)]
    assert not [d for d in told if d.event not in SAID]


@pytest.mark.parametrize(
    "text",
    [
        "In Oslo he was received on Tuesday by President Anil Perera.",
        "Mr Saar flew to Oslo on Monday, where the Prime Minister received him for dinner.",
    ],
)
def test_event_learned_whoever_is_received_pays_the_visit(text: str) -> None:
    (visit,) = [e for e in events_of(text) if "received" in e.anchor.text]
    assert len(visit.actors) == len(visit.recipients) == 1
    host = visit.recipients[0].mention
    assert host is not None and host.text in ("President Anil Perera", "the Prime Minister")


def test_what_somebody_must_do_is_asked_for_though_the_tagger_sees_the_deed() -> None:
    found = drafts(f"{REPORT}\n\nThe council ruled that Kestonia must release more water.")
    assert [d.event for d in found if d.anchor.start > len(REPORT)] == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A northern offer of grain was declined on Friday.", "offer"),
        ("The governor of Lamu has refused two requests for their passage.", "requests"),
    ],
)
def test_what_nobody_named_asks_or_offers_is_told_where_it_is_refused(text: str, word: str) -> None:
    beside = "Kenya accused Somalia of theft. Somalia urged Kenya to free its sailors."
    assert word in {d.anchor.text for d in drafts(f"{beside} {text}")}


def test_whoever_assures_of_what_is_so_promises_nothing_however_sure_the_tagger_is() -> None:
    text = "Kenya accused Somalia of theft. Kamau also assured the president that 200 lorries were passing each day."
    assert "AGREE" not in {d.event for d in drafts(text)}


def test_in_a_text_about_other_things_the_tagger_has_to_be_surer() -> None:
    report = f"{REPORT.splitlines()[0]} Kestonia gave the Darvian envoy a rough ride."
    dull = " ".join(["The lake was calm, and the market sold plums and late pears to the walkers."] * 12)
    assert "gave" in {d.anchor.text for d in drafts(report)}
    assert "gave" not in {d.anchor.text for d in drafts(f"{report}\n\n{dull}")}


def test_what_is_left_open_refuses_nothing() -> None:
    text = (
        "Quill said she could not say whether the talks would resume. The army said it could not say whether troops "
        "would withdraw. The minister could not say if Velmar would accept the offer."
    )
    assert "REJECT" not in {d.event for d in drafts(text)}
