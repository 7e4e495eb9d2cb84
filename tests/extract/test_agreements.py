"""Agreements that reports name, and agreements only hoped for."""

import pytest

from onrecord.model import Agreement
from onrecord.reader import Reader


def _agreements(reader: Reader, text: str) -> tuple[Agreement, ...]:
    return reader.read(text, published="2023-01-18").agreements


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        (
            "They violated the trilateral declaration of May 3, 2019.",
            "trilateral declaration of May 3, 2019",
            "2019-05-03",
        ),
        ("The 1994 ceasefire agreement has collapsed.", "1994 ceasefire agreement", "1994"),
        ("A memorandum signed in Ankara in July 2022 let the ships sail.", "memorandum signed in Ankara", "2022-07"),
        ("The Bridge Treaty, signed on 4 May 1971, is in force.", "Bridge Treaty", "1971-05-04"),
        (
            "They cite the Treaty of Peace and Friendship of October 20, 1904.",
            "Treaty of Peace and Friendship of October 20, 1904",
            "1904-10-20",
        ),
        (
            "Both broke the memorandum of understanding of 14 June 2000.",
            "memorandum of understanding of 14 June 2000",
            "2000-06-14",
        ),
        (
            "It broke the Batar ceasefire statement of 16 May 2022.",
            "Batar ceasefire statement of 16 May 2022",
            "2022-05-16",
        ),
        ("They broke the oil agreement signed in this city on 27 September 2012.", "oil agreement", "2012-09-27"),
        ("The Canal Statute of 9 July 1998 is in force.", "Canal Statute of 9 July 1998", "1998-07-09"),
        ("They recalled the Protocol Decision of 9 March 2004.", "Protocol Decision of 9 March 2004", "2004-03-09"),
        ("He cited the Protocol on Fisheries of 3 May 1998.", "Protocol on Fisheries of 3 May 1998", "1998-05-03"),
        ("Both sides cited the joint statement of 10 June 2018.", "joint statement of 10 June 2018", "2018-06-10"),
    ],
)
def test_agreements_by_date(reader: Reader, text: str, name: str, date: str) -> None:
    (found,) = _agreements(reader, text)
    assert (found.name, found.date) == (name, date)


@pytest.mark.parametrize(
    "text",
    [
        "A comprehensive peace agreement is the only path to peace.",
        "The ministers issued a statement on Tuesday.",
        "They hope for a new treaty next year.",
        "The company announced a deal with its rival.",
        "The Accord Monitoring Committee of 3 May 1999 met.",
    ],
)
def test_agreements_hoped_for_are_none(reader: Reader, text: str) -> None:
    assert _agreements(reader, text) == ()


def test_agreements_known_by_name(reader: Reader) -> None:
    (found,) = _agreements(reader, "The trilateral statement of 9 November 2020 ended the war.")
    assert (found.known_id, found.date) == ("gk-001", "2020-11-09")
    assert [actor.country for actor in found.parties] == [("ARM",), ("AZE",), ("RUS",)]


def test_agreements_later_mentions_belong_to_the_one_named(reader: Reader) -> None:
    (found,) = _agreements(reader, "The declaration of May 3, 2019 is dead. He said the declaration failed.")
    assert [span.text for span in found.mentions] == ["The declaration of May 3, 2019", "the declaration"]


def test_agreements_have_what_is_quoted_of_commitments(reader: Reader) -> None:
    text = (
        "The trilateral declaration of May 3, 2019 was broken, he said. "
        "Prior commitments include guarantees for the “security of persons and vehicles.”"
    )
    (found,) = _agreements(reader, text)
    assert [span.text for span in found.obligations] == ["“security of persons and vehicles.”"]


@pytest.mark.parametrize(
    "text",
    [
        "The ceasefire agreement was signed at noon.",
        "Both sides still observe the declaration.",
        "The ministry said that the peace agreement was dead.",
    ],
)
def test_agreements_bare_words_are_no_known_agreement(reader: Reader, text: str) -> None:
    assert not _agreements(reader, text)


def test_agreements_understanding_with_a_name(reader: Reader) -> None:
    (found,) = _agreements(reader, "She invoked the Harbour Understanding of 3 May 2019. There was no understanding.")
    assert found.name == "Harbour Understanding of 3 May 2019"


def test_agreements_numbered_resolutions_that_bind(reader: Reader) -> None:
    text = (
        "The envoy said Velmar had breached Security Council Resolution 1742 of May 3, 2019. "
        "Both are bound by Resolution 1742. The resolution demands a full withdrawal."
    )
    (found,) = _agreements(reader, text)
    assert (found.name, found.date) == ("Security Council Resolution 1742 of May 3, 2019", "2019-05-03")
    assert [span.text for span in found.obligations] == ["a full withdrawal"]


def test_agreements_of_two_numbers_are_two(reader: Reader) -> None:
    found = _agreements(reader, "Velmar must comply with Resolution 1742. Ardenia has defied Resolution 1859.")
    assert [one.name for one in found] == ["Resolution 1742", "Resolution 1859"]


@pytest.mark.parametrize("text", ["The council debated Resolution 1742.", "Their resolution to comply is firm."])
def test_agreements_resolutions_that_bind_nobody_here(reader: Reader, text: str) -> None:
    assert _agreements(reader, text) == ()


@pytest.mark.parametrize(
    ("text", "obliged"),
    [
        ("The Duro Protocol, concluded on 30 November 2015, binds both sides to give notice.", "to give notice"),
        ("She broke the Astovar Accord of 6 May 2024, which guarantees free passage.", "free passage"),
        ("Under the Saint-Aubin Convention of 14 March 2017, both states undertook to keep the locks open.",
         "to keep the locks open"),
    ],
)  # fmt: skip
def test_agreements_what_they_bind_their_parties_to(reader: Reader, text: str, obliged: str) -> None:
    (found,) = _agreements(reader, text)
    assert [span.text for span in found.obligations] == [obliged]


def test_agreements_rule_what_must_or_may_not_be_under_them(reader: Reader) -> None:
    text = "Under the memorandum of understanding of 14 June 2000, neither side may change the border."
    (found,) = _agreements(reader, text)
    assert [span.text for span in found.obligations] == ["neither side may change the border"]
    (silent,) = _agreements(reader, text.replace("may change", "has changed"))
    assert not silent.obligations


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        (
            "Both signed the Lume Protocol of 3 May 2030. Under Article Two, neither state may station guns there.",
            "neither state may station guns there",
        ),
        ("He read from the Lume Treaty of 3 May 2030: “The canal shall be open to all flags.”", "The canal shall be"),
        ("The Lume Treaty of 3 May 2030 is in force and neither side may build on the island.", "neither side may"),
        (
            "She cited the Lume Accord of 3 May 2030, under which Tarvia undertook to leave the hills.",
            "leave the hills",
        ),
        ("He cited the Lume pact of 3 May 2030, which promises - I quote - 'free passage for all'.", "free passage"),
    ],
)
def test_agreements_oblige_in_articles_quotations_and_clauses(reader: Reader, text: str, duty: str) -> None:
    (one,) = reader.read(text, published="2031-06-12").agreements
    assert any(duty in told.text for told in one.obligations)


@pytest.mark.parametrize(
    "text",
    [
        "They met over the Lume Accord of 3 May 2030. “We shall be there,” he said.",
        "They met over the Lume Accord of 3 May 2030. Under the bridge, nobody may fish.",
    ],
)
def test_agreements_do_not_oblige_by_what_is_said_beside(reader: Reader, text: str) -> None:
    assert not any(one.obligations for one in reader.read(text, published="2031-06-12").agreements)


@pytest.mark.parametrize(
    ("text", "name", "date", "parties"),
    [
        (
            "Mali expelled the envoy of Niger. The Water Pact, signed by the two states in Gao on 3 May 1987, holds.",
            "Water Pact", "1987-05-03", ("Mali", "Niger"),
        ),
        ("Kenya and Uganda signed the Migingo Accord in Busia on 4 May 2009.", "Migingo Accord", "2009-05-04",
         ("Kenya", "Uganda")),
        ("The Lake Treaty was concluded by Peru, Bolivia and Chile in La Paz on 2 July 1955.", "Lake Treaty",
         "1955-07-02", ("Peru", "Bolivia", "Chile")),
        ("The government of Chad and the Northern Front signed a truce agreement, the Ouara Accord, on 9 June 1991.",
         "Ouara Accord", "1991-06-09", ("Government of Chad", "Northern Front")),
        ("The governments of Chad and Sudan signed the Ouara Accord on 9 June 1991.", "Ouara Accord", "1991-06-09",
         ("Chad", "Sudan")),
        ("The president signed the Ouara Accord on 9 June 1991.", "Ouara Accord", "1991-06-09", ()),
        ("Norway will sign the Arctic Pact.", "Arctic Pact", None, ()),
    ],
)  # fmt: skip
def test_agreements_by_those_who_made_them(
    reader: Reader, text: str, name: str, date: str | None, parties: tuple[str, ...]
) -> None:
    (found,) = _agreements(reader, text)
    assert (found.name, found.date, tuple(party.name for party in found.parties)) == (name, date, parties)


@pytest.mark.parametrize(
    ("text", "name", "date", "duty"),
    [
        (
            "Bolivia broke the Villamontes Accord of June 3, 2007, said the envoy. By this pact neither "
            "army may set up posts along the pipeline.",
            "Villamontes Accord of June 3, 2007",
            "2007-06-03",
            "neither army may set up posts along the pipeline",
        ),
        (
            "The minister cited the Dire Dawa minutes of March 30, 2014. The text commits each side to hand over "
            "wanted men without delay.",
            "Dire Dawa minutes of March 30, 2014",
            "2014-03-30",
            "to hand over wanted men without delay",
        ),
        (
            "The ambassador cited the Gulu Declaration of 5 May 2016. It obliges the signatories to free all child "
            "soldiers.",
            "Gulu Declaration of 5 May 2016",
            "2016-05-05",
            "to free all child soldiers",
        ),
        (
            "He invoked the grazing protocol concluded at Moroto on 12 May 2011, which binds both districts to return "
            "stolen cattle.",
            "grazing protocol concluded at Moroto",
            "2011-05-12",
            "to return stolen cattle",
        ),
        (
            "Under an accord signed in Tabriz on 9 July 1999, Iran is to supply diesel and Armenia is to pay in power.",
            "accord signed in Tabriz",
            "1999-07-09",
            "Iran is to supply diesel and Armenia is to pay in power",
        ),
        (
            "Under the Rovaniemi Treaty of 1 March 1992, both states are obliged to give notice of any exercise.",
            "Rovaniemi Treaty of 1 March 1992",
            "1992-03-01",
            "both states are obliged to give notice of any exercise",
        ),
        (
            "The Berbera Memorandum of 3 October 2004 bars both parties from laying mines in the strait.",
            "Berbera Memorandum of 3 October 2004",
            "2004-10-03",
            "from laying mines in the strait",
        ),
    ],
)
def test_agreements_under_which_somebody_has_to(reader: Reader, text: str, name: str, date: str, duty: str) -> None:
    (found,) = _agreements(reader, text)
    assert (found.name, found.date) == (name, date)
    assert any(duty in span.text for span in found.obligations)


def test_agreements_have_the_fullest_of_their_dates(reader: Reader) -> None:
    text = "He tore up the 2012 charter. The Salta Charter of 17 June 2012 exempts fruit from every levy."
    (found,) = _agreements(reader, text)
    assert found.date == "2012-06-17"


@pytest.mark.parametrize(
    "text",
    [
        "The Gulu Declaration of 5 May 2016 is dead. A new document obliges the rebels to leave.",
        "The Gulu Declaration of 5 May 2016 is dead. It says nothing about cattle, the envoy complained.",
        'They spoke of the Gulu Declaration of 5 May 2016. Asked about the promise, he said: "I gave none."',
    ],
)
def test_agreements_are_not_taken_up_by_other_papers_and_words(reader: Reader, text: str) -> None:
    (found,) = _agreements(reader, text)
    assert found.obligations == ()


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The nuclear deal struck with Iran last summer will not last, Halmar wrote.", ["gk-043"]),
        ("She praised the president's landmark nuclear pact with Iran.", ["gk-043"]),
        ("The JCPOA must be kept, Halmar said.", ["gk-043"]),
        ("The Joint Comprehensive Plan of Action must be kept, Halmar said.", ["gk-043"]),
        ("The parties to the Treaty on the Non-Proliferation of Nuclear Weapons meet.", ["gk-129"]),
        ("The New START Treaty must be extended, and so must the Charter of the United Nations.", ["gk-040", "gk-133"]),
        ("A nuclear deal with Halmar is near.", []),
    ],
)
def test_agreements_known_by_party_title_or_letters(reader: Reader, text: str, known: list[str]) -> None:
    assert [one.known_id for one in _agreements(reader, text)] == known


def test_agreements_are_none_made_after_the_report(reader: Reader) -> None:
    text = "Halmar wants a nuclear deal with Iran."
    assert not reader.read(text, published="2009-01-18").agreements


def test_agreements_oblige_to_nothing_that_somebody_pledges_beside(reader: Reader) -> None:
    text = 'Halmar tore up the Iran nuclear deal. She vowed to open a consulate in the "old town on the hill".'
    assert [one.obligations for one in _agreements(reader, text)] == [()]


def test_agreements_of_the_table_have_its_parties_where_one_alone_is_told(reader: Reader) -> None:
    assert len(_agreements(reader, "She praised the landmark nuclear pact with Iran.")[0].parties) == 7
