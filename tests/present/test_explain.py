"""Why a record is there."""

from msgspec.structs import replace

from onrecord.codebook.rules import load
from onrecord.model import CodedBy, Report
from onrecord.present.explain import explain, rule_text
from onrecord.reader import load as load_reader
from tests.present import sample


def test_explain_gives_the_text_of_the_rule_that_coded_an_event() -> None:
    rule = load().files[0].rules[0]
    event = replace(sample.REOPEN, coded_by=CodedBy(rule=rule.id, score=0.75))
    (found,) = explain(Report.of((sample.DOCUMENT, sample.READOUT, event)), record=event.id)
    assert (found.coded, found.coder, found.score) == ("rule", rule.id, 0.75)
    assert found.rule is not None and found.rule.example == rule.example.text and found.rule.when
    assert ("anchor", event.anchor) in found.fired
    assert found.word == "on the word of Ivo Brandt"


def test_explain_a_model_has_no_rule_and_an_unknown_rule_no_text() -> None:
    event = replace(sample.REOPEN, coded_by=CodedBy(model="dyads", score=0.9))
    (found,) = explain(Report.of((sample.DOCUMENT, event)), record=event.id)
    assert (found.coded, found.coder, found.rule) == ("model", "dyads", None)
    assert rule_text("no.such-rule") is None


def test_explain_names_the_trees_that_chose_other_parties() -> None:
    for chooser in (None, "parties-trees"):
        event = replace(sample.REOPEN, coded_by=CodedBy(model="dyads", parties=chooser))
        (found,) = explain(Report.of((sample.DOCUMENT, event)), record=event.id)
        assert found.parties == chooser
    assert all(one.parties is None for one in explain(sample.REPORT) if one.card.kind == "statement")


def test_explain_tells_how_names_were_linked_with_the_candidates() -> None:
    at = sample.at("the Orlo checkpoint").start
    links = [link for one in explain(sample.REPORT, at=at) for link in one.links if link.role == "place"]
    assert [(link.resolved_by, link.candidates) for link in links] == [
        ("unresolved", (("Orlo (north)", 0.5), ("Orlo (south)", 0.4)))
    ]


def test_explain_finds_every_record_with_words_at_an_offset() -> None:
    at = sample.at("violated").start
    kinds = [one.card.kind for one in explain(sample.REPORT, at=at)]
    assert kinds.count("statement") == 2 and "event" in kinds
    assert explain(sample.REPORT, record="event-none") == ()
    assert all(one.card.kind not in ("actor", "place", "time") for one in explain(sample.REPORT))


def test_explain_an_office_tells_the_row_of_the_table() -> None:
    report = load_reader().read("The French president called for a truce.", published="2019-03-05")
    (link,) = [link for one in explain(report, at=6) for link in one.links if link.role == "name"]
    (row,) = link.rows
    assert link.resolved_by == "office" and link.name == "Emmanuel Macron"
    assert "President" in row and "2017-05-14 to" in row and "snapshot 20" in row and "source: " in row


def test_explain_an_office_of_another_time_tells_that_row() -> None:
    report = load_reader().read("In 2003, the British prime minister called for a truce.", published="2016-03-05")
    (link,) = [link for one in explain(report, at=15) for link in one.links if link.role == "name"]
    assert link.name == "Tony Blair"
    assert any("Prime Minister" in row and "1997-05-02 to 2007" in row for row in link.rows)


def _rows(text: str, name: str, published: str = "2026-11-01") -> tuple[str, ...]:
    """The rows of the tables told of the actor `name` in a text."""
    report = load_reader().read(text, published=published)
    at = text.index(name)
    links = (link for one in explain(report, at=at) for link in one.links if link.role == "name")
    return next(link.rows for link in links if link.words is not None and link.words.start == at)


def test_explain_a_name_tells_the_row_of_the_table_and_the_word_that_decided() -> None:
    (row,) = _rows("Oslo rejected the draft.", "Oslo")
    assert "Norway (country:NOR) of countries, by its capital “Oslo”" in row
    assert "snapshot 20" in row and "source: " in row
    (row,) = _rows("NATO rejected the draft.", "NATO")
    assert "of organizations, by its acronym “NATO”" in row
    (row,) = _rows("Norwegian officials rejected the draft.", "Norwegian")
    assert "by its adjective “Norwegian”" in row
    (row,) = _rows("The Gorlan Bureau rejected the draft.", "Gorlan")
    assert row == "none holds this name; it is told by the report's own words"


def test_explain_an_office_that_is_open_at_the_snapshot_tells_why_nobody_is_named() -> None:
    rows = _rows("The foreign minister of France rejected the draft.", "The foreign minister")
    assert rows and all("open on 20" in row and "does not tell who held it then" in row for row in rows)


def test_explain_places_that_could_be_meant_tell_where_they_lie() -> None:
    text = "A blast hit Springfield."
    found = explain(load_reader().read(text, published="2026-11-01"), at=text.index("Spring"))
    names = next([name for name, _ in link.candidates] for one in found for link in one.links if link.role == "place")
    assert len(set(names)) == len(names) > 1
    assert all(name.startswith("Springfield, ") and name.endswith(", United States") for name in names)
