"""Whose officials are: what the words tell, what the report as a whole tells, and what stays open."""

import pytest

from onrecord.reader import Reader
from tests.link.test_actors import ask, one


def told(text: str, words: str) -> tuple[str | None, str | None]:
    actor = one(text, words)
    return actor.state or "/".join(actor.country) or None, actor.country_by


@pytest.mark.parametrize(
    ("text", "words", "state", "by"),
    [
        ("Veldorian Foreign Minister Ada Lind spoke.", "Ada Lind", "Veldoria", "words"),
        ("Embassy of Pellory\n\nAmbassador Eva Rook spoke on Monday.", "Eva Rook", "Pellory", "report"),
        ("MINISTRY OF DEFENCE OF ORLESK\n\nThe minister, Per Hale, left.", "Per Hale", "Orlesk", "report"),
        ("The Sund parliament met. Defence Minister Ole Kress spoke.", "Ole Kress", "Sund", "report"),
        ("The Sund parliament met. Customs officials spoke.", "Customs officials", "Sund", "report"),
        ("The Sund parliament met. Federal police left.", "Federal police", "Sund", "report"),
        ("PORT AMARE, Velland (Atlas) - Velland protested. Justice Minister Ole Kress met Osmark's president.",
         "Ole Kress", "Velland", "report"),
        ("PORT AMARE, Velland. The mills stand still. The governor, Ole Kress, spoke of a thaw.",
         "Ole Kress", "Velland", "report"),
        ("LIMA: The foreign ministry summoned the Chilean charge d'affaires.", "The foreign ministry", "PER", "report"),
        ("LIMA: The Foreign Office summoned the Chilean ambassador.", "The Foreign Office", "PER", "report"),
        ("LONDON: The Foreign Office summoned the Chilean ambassador.", "The Foreign Office", "GBR", "words"),
        ("Kenya's transport ministry shut the port. Ministry spokeswoman Ada Hale spoke.", "Ada Hale", "KEN", "words"),
    ],
)  # fmt: skip
def test_home_officials_are_of_the_state_told(text: str, words: str, state: str, by: str) -> None:
    found, how = told(text + " Veldoria's government met." * (state == "Veldoria"), words)
    assert (found, how) == (state, by)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Veldorian troops met Tavrian troops. Veldoria and Tavria wait. Minister Ole Kress spoke.", "Ole Kress"),
        ("The Sund parliament met. Envoy Ole Kress spoke.", "Ole Kress"),
        ("Snow fell.\n\nDefence Minister Ole Kress spoke.\n\nThe Sund parliament met.", "Ole Kress"),
        ("The Sund parliament met. Ole Kress, a farmer, spoke.", "Ole Kress"),
    ],
)
def test_home_stays_open_where_the_report_does_not_tell(text: str, words: str) -> None:
    assert told(text, words) == (None, None)


def test_home_bare_title_is_the_issuing_states() -> None:
    text = (
        "Ministry of Foreign Affairs of the Republic of Tavany\n\nForeign Minister Lira Osk spoke with the Foreign "
        "Minister of Dremora, Pol Aster.\n\nThe Minister said that the road was open."
    )
    assert one(text, "The Minister").name == "Lira Osk"


def test_home_a_second_release_is_of_the_state_in_its_own_heading() -> None:
    text = (
        "REPUBLIC OF TAVANY\n\nMINISTRY OF FOREIGN AFFAIRS\n\nForeign Minister Lira Osk received the Foreign Minister"
        " of Dremora, Pol Aster.\n\nThe two spoke.\n\nMINISTRY OF FOREIGN AFFAIRS OF DREMORA\n\nForeign Minister Pol"
        " Aster met the Foreign Minister of Tavany, Lira Osk.\n\nThe Minister said that the road was open."
    )
    assert one(text, "The Minister").name == "Pol Aster"


def test_home_is_not_the_neighbouring_state() -> None:
    assert told("WESTON — Neighbours met. Deputy Premier Ada Lind of neighbouring Cassar spoke to Governor Ole Kress.",
                "Ole Kress") == (None, None)  # fmt: skip


def test_home_is_that_of_the_chief_whom_an_official_serves() -> None:
    text = "Veldoria's President Per Hale flew home. Guests left, his spokeswoman Ada Lind told reporters."
    assert told(text, "Ada Lind") == ("Veldoria", "words")


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Talks between Kestria and Osmark on the dam failed. The envoy, Eva Hale, called on both sides to wait.",
         "both sides", ["Kestria", "Osmark"]),
        ("Talks between Kestria and Osmark failed. Kestria's army met Sund's army. Both sides wait.",
         "Both sides", ["Kestria", "Osmark"]),
        ("Ole Kress invited Ada Lind to talks. Eva Hale urged the two men to meet.", "the two men",
         ["Ole Kress", "Ada Lind"]),
    ],
)  # fmt: skip
def test_two_are_those_between_whom_something_is_told(text: str, words: str, names: list[str]) -> None:
    assert [actor.name for actor in ask(text, words)] == names


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The delegation left. Its head, retired admiral Ole Stigg, spoke.", "Its head", "Ole Stigg"),
        ("Her neighbour, a retired teacher named Omar Brandt, laughed.", "Her neighbour", "Omar Brandt"),
        ("Minister Ole Kress said no. Ada Lind met Per Hale. He said more.", "He", "Ole Kress"),
        ("Sund's main ally, Osmark, urged calm. Osmark's army and Sund's navy wait.", "Sund's main ally, Osmark,",
         "Osmark"),
    ],
)  # fmt: skip
def test_names_told_beside_are_who_is_meant(text: str, words: str, name: str) -> None:
    assert [actor.name for actor in ask(text, words)][-1:] == [name]


def test_letter_is_its_signatorys() -> None:
    text = (
        "Letter from the Permanent Representative of Anwar Coast addressed to the President of the Council\n\n"
        "I write to protest the closure of the road.\n\n(Signed) Leila Marsh"
    )
    author = one(text, "I")
    assert (author.name, author.state) == ("Leila Marsh", "Anwar Coast")


def test_home_is_the_state_that_opens_the_paragraph_with_its_account() -> None:
    text = (
        "NAIROBI, Kenya (Atlas) - Kenya’s army said Kenya and Kenyans would hold the line.\n\nKampala gave another "
        "version. “They never moved,” Information Minister Ole Kress said."
    )
    assert told(text, "Ole Kress") == ("UGA", "report")
    assert told(text.replace("gave another version", "has two million people"), "Ole Kress") == ("KEN", "report")


def test_home_is_that_of_the_state_media_that_quote_him() -> None:
    text = (
        "Velland and Osmark talked. Osmark wrote. Vellandian state television quoted Minister Ole Kress as saying no."
    )
    assert told(text, "Ole Kress")[0] == "Velland"


def test_home_is_not_that_of_a_movements_commander() -> None:
    text = (
        "Velland's government shut the road. The Selm Liberation Front waited. The Front's commander, Ole Kress, spoke."
    )
    assert told(text, "Ole Kress")[0] != "Velland"


def test_home_is_that_of_the_capital_that_the_paragraph_is_told_from() -> None:
    text = (
        "NAIROBI, Kenya (Atlas) - Kenya’s army said Kenya would hold the line.\n\n{}press secretary Ole Kress said no."
    )
    assert told(text.format("In Kampala, "), "Ole Kress") == ("UGA", "report")
    assert told(text.format("On Friday, "), "Ole Kress") == ("KEN", "report")


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The Veldorian Foreign Ministry said on Monday that Foreign Minister Ole Kress had rung.", "Ole Kress",
         "Veldoria"),
        ("According to the Veldorian Foreign Ministry, the minister, Ole Kress, rang.", "Ole Kress", "Veldoria"),
        ("“Minister Kress protested,” Veldoria's Foreign Ministry said. Minister Ole Kress left.", "Ole Kress",
         "Veldoria"),
        ("The Veldorian Foreign Ministry said that Tavria's Foreign Minister Ole Kress had rung.", "Ole Kress",
         "Tavria"),
    ],
)  # fmt: skip
def test_home_is_that_of_the_ministry_which_tells_of_its_minister(text: str, words: str, state: str) -> None:
    assert told("Veldoria and Tavria met Osmark's envoys.\n\n" + text, words)[0] == state


def test_home_stays_open_where_a_ministry_tells_of_somebody_without_an_office() -> None:
    text = (
        "Veldoria, Tavria and Osmark met in Sund.\n\nThe Veldorian Foreign Ministry said that a baker, Ole Kress, rang."
    )
    assert told(text, "Ole Kress")[0] is None


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("On Tuesday police in the Comoros raided two homes.", "police", ("COM",)),
        ("On Tuesday police raided two homes.", "police", ("TZA",)),
        ("The Gomes administration criticised Kenya.", "The Gomes administration", ()),
        ("The administration criticised Kenya.", "The administration", ("TZA",)),
    ],
)
def test_home_a_body_that_serves_elsewhere_or_bears_a_name_is_not_the_datelines(
    text: str, words: str, codes: tuple[str, ...], reader: Reader
) -> None:
    before = "DODOMA, Tanzania (AP) - Tanzania recalled its envoy from Mali on Monday.\n\n"
    found = [e for e in reader.read(before + text, published="2011-05-06").events if e.event in ("COERCE", "ACCUSE")]
    (actor,) = [a for a in found[0].actors if a.mention is not None and words in a.mention.text]
    assert actor.country == codes


def test_home_a_government_is_its_leaders_state(reader: Reader) -> None:
    text = "President Carlos Humala of Peru arrived on Monday. The Humala administration accused Chile of fraud."
    event = next(e for e in reader.read(text).events if e.event == "ACCUSE")
    assert event.actors[0].country == ("PER",)
