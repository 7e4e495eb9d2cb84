"""Who speaks and in what office: titles in lists, brackets and clauses, forms of address, descriptions."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue
from tests.link.test_actors import ask, one


@pytest.mark.parametrize(
    ("text", "words", "office"),
    [
        ("Briefer: Ada Lind, Deputy Spokesperson\n\nThe road was open.", "Ada Lind", "Deputy Spokesperson"),
        (
            "Ada Lind, spokeswoman for the Secretary-General, said that the road was open.",
            "Ada Lind",
            "spokeswoman for the Secretary-General",
        ),
        ("Host: Ole Kress\n\nThe road was open.", "Ole Kress", "Host"),
        ("Ada Lind (chief of staff, Sund army) left on Monday.", "Ada Lind", "chief of staff"),
        ("Cllr Ada Lind, who chairs the board, left.", "Ada Lind", "chair"),
        ("The leader of the brigade, Commander Ole Kress, left.", "Ole Kress", "leader"),
        ("The rector of Selm, the Rev. Ole Kress, left.", "Ole Kress", "rector"),
        ("Fisheries Minister Dame Ada Lind left.", "Ada Lind", "Fisheries Minister"),
        ("The Tarnian ambassador, Ole Kress, left. Kress, a former judge, said nothing.", "Kress", "ambassador"),
    ],
)
def test_speakers_office_of_lists_clauses_and_forms_of_address(text: str, words: str, office: str) -> None:
    assert (one(text, words).office or "").startswith(office)


def test_speakers_clause_that_does_not_hold_an_office_gives_none() -> None:
    assert one("Ada Lind, who heads home on Friday, left.", "Ada Lind").office is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ('Baker Ole Kress has had enough. "We wait," said the father of two.', "the father of two", "Ole Kress"),
        ('Skipper Mick "Midge" Sallow left the harbour.', "Sallow", "Mick Sallow"),
        ("The Minister of Trade, Hon. Ada Lind, left on Monday.", "Ada Lind", "Ada Lind"),
        ("The representative of Norland, Ola Berge, spoke on Monday.", "Ola Berge", "Ola Berge"),
        ("The attaché of the Sund Federation, Captain (Navy) Ole Brand, left.", "Ole Brand", "Ole Brand"),
    ],
)
def test_speakers_name_beside_nicknames_courtesies_and_descriptions(text: str, words: str, name: str) -> None:
    assert one(text, words).name == name


def test_speakers_description_after_two_men_is_nobodys() -> None:
    text = 'Baker Peter Kress met docker John Hale. "We wait," said the mother of two.'
    assert one(text, "the mother of two").name not in ("Peter Kress", "John Hale")


def test_speakers_bare_counterpart_is_the_only_other_holder() -> None:
    text = "Prime Minister Ada Lind of Sund met Prime Minister Ole Kress of Marad. Lind thanked her counterpart."
    assert one(text, "her counterpart").name == "Ole Kress"


def test_speakers_counterpart_is_of_whom_his_own_clause_is_about() -> None:
    text = "Spokesman Ivo Marr said that Defence Minister Ole Kress had called his Ugandan counterpart, Ada Lind."
    assert (one(text, "Ada Lind").office or "").startswith("Defence Minister")


def test_speakers_counterpart_may_be_named_in_a_later_paragraph() -> None:
    text = (
        "The president of Kenya, Ole Kress, spoke by phone with his Ugandan counterpart on Tuesday.\n\n"
        "Uganda’s president, Ada Lind, said that the bridge was open."
    )
    assert one(text, "his Ugandan counterpart").name == "Ada Lind"
    two = text + "\n\nUganda’s president, Eva Rook, spoke as well."
    assert one(two, "his Ugandan counterpart").name is None


def test_speakers_its_spokesman_is_the_movements() -> None:
    text = "The Selm Salvation Movement denied this. Its spokesman, Ole Kress, said that the Movement had waited."
    assert one(text, "Ole Kress").office == "spokesman, Selm Salvation Movement"
    assert one(text, "the Movement").name == "Selm Salvation Movement"


def test_speakers_commander_of_a_force_is_who_is_named_after_it() -> None:
    text = (
        "Sudan's army chief, General Osman Idris, and the commander of the Rapid Support Forces, Musa Dagalo, spoke by "
        "telephone on Tuesday."
    )
    actor = one(text, "the commander of the Rapid Support Forces, Musa Dagalo")
    assert (actor.name, actor.office) == ("Musa Dagalo", "commander, Rapid Support Forces")


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Kenya and Uganda wrote to each other. Both governments published letters by their prime ministers, Ole Kress"
         " and Ada Lind.", "Ole Kress", "KEN"),
        ("Kenya and Uganda wrote to each other. Both governments published letters by their prime ministers, Ole Kress"
         " and Ada Lind.", "Ada Lind", "UGA"),
        ("Uganda's Ministry of Health met. Kenya protested. The spokesman of the Ugandan ministry, Ole Kress, left.",
         "Ole Kress", "UGA"),
    ],
)  # fmt: skip
def test_speakers_state_of_two_named_together_and_of_who_serves_a_body(text: str, words: str, state: str) -> None:
    assert one(text, words).country == (state,)


@pytest.mark.parametrize("title", ["an adviser to Mr Kress", "a lawyer for Ms. Kress"])
def test_speakers_title_of_who_serves_somebody_is_not_his(title: str) -> None:
    speaker = one(f"The Ugandan minister, Ole Kress, left. Later {title} spoke.", "Ole Kress")
    assert speaker.office is not None and speaker.office.startswith("minister")


def test_speakers_what_a_state_says_of_it_is_of_itself() -> None:
    text = "Kenya accused Uganda on Monday of theft, but Uganda said it had offered to pay."
    assert one(text, "it").name == "Uganda"


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Pakistan's envoy, Ole Kress, urged both neighbours to wait.", "both neighbours", {"Kenya", "Uganda"}),
        ("Gabon's envoy, Ole Kress, wrote to the two capitals.", "the two capitals", {"Kenya", "Uganda"}),
        ("Gabon's envoy, Ole Kress, invited both parties to talks.", "both parties", {"Kenya", "Uganda"}),
    ],
)
def test_speakers_two_states_of_whom_a_third_one_speaks(text: str, words: str, names: set[str]) -> None:
    report = "Kenya shut the bridge between Moyo and Sund to Uganda. Uganda protested. Kenya's army left.\n\n" + text
    assert {actor.name for actor in ask(report, words)} == names


def test_speakers_what_a_bridge_stands_between_are_no_parties() -> None:
    text = "The bridge between Moyo and Kampala is shut. Kenya and Uganda quarrel. Gabon urged both parties to wait."
    assert {actor.name for actor in ask(text, "both parties")} == {"Kenya", "Uganda"}


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("Ghana's UN ambassador Akua Boteng said the vote was wrong.", "ambassador to UN, Ghana", ("GHA",)),
        ("Russian UN envoy Oleg Nebenkov said the vote was wrong.", "envoy to UN, Russia", ("RUS",)),
        ("UN envoy Harriet Lunde said the vote was wrong.", "envoy, UN", ("IGO",)),
        ("EU ambassador Harriet Lunde said the vote was wrong.", "ambassador, EU", ("IGO",)),
        ("Malian army spokesman Colonel Samba Diarra said it was safe.", "army spokesman, Mali", ("MLI",)),
        ("Defence Ministry spokesman Major General Ivo Kosten said it was safe.", "spokesman, Defence Ministry", ()),
        ("US Army General Mark Millwood said it was safe.", "General, Army", ("USA",)),
    ],
)
def test_speakers_whose_ambassador_and_the_office_before_a_rank(
    reader: Reader, text: str, office: str, country: tuple[str, ...]
) -> None:
    (statement,) = reader.read(text).statements
    assert statement.speaker is not None
    assert (statement.speaker.office, statement.speaker.country) == (office, country)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Foreign Minister Ilse Marn spoke by telephone on Monday with the foreign minister of Torvia, Karl Brandt. "
            "The minister said that the ferry must run. Fisheries Minister Sara Holt heads the Ardan delegation.",
            "Ilse Marn",
        ),
        (
            "The Ardan foreign minister, Ilse Marn, met the foreign minister of Torvia, Karl Brandt, on Monday. "
            "The minister said that the ferry must run. Fisheries Minister Sara Holt heads the delegation.",
            "Ilse Marn",  # no rule tells; the tagger reads on with the subject
        ),
        ("Trade Minister Otto Lind met farmers on Friday. The minister said that duties would stay. Health Minister "
         "Ida Berg was absent.", "Otto Lind"),
    ],
)  # fmt: skip
def test_speakers_the_minister_is_one_told_of_before_and_first_the_reports_own(
    reader: Reader, text: str, speaker: str
) -> None:
    said = next(s for s in reader.read(text, published="2023-01-18").statements if "must" in s.content[0].text
                or "duties" in s.content[0].text)  # fmt: skip
    assert said.speaker is not None
    assert said.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # words for several, or for kin, are no one who was named
        ("Ole Kress, the family's lawyer, left. The family said the pier was shut.", "family", "person"),
        ("Ole Kress, a nurse, left. The boy said the pier was shut.", "boy", "person"),
        ("Marine experts and port officials said the pier was shut.", "Marine experts and port officials", "people"),
        # where something is reported is not who reports it
        ("Media reports in Chad said the pier was shut.", "Media reports", "people"),
        ("The leaders of the United States and Chad met. They said the pier was shut.",
         "United States leaders and Chad leaders", "group"),
        # one person under one article
        ("Senator Ada Holm left. The Kerry senator and Labour candidate said the pier was shut.",
         "Ada Holm", "person"),
        # no Federal Bureau leads it
        ("Director of the U.S. Federal Bureau of Investigation (FBI) Ole Kress left. The FBI chief said it was shut.",
         "FBI chief", "person"),
    ],
)  # fmt: skip
def test_speakers_words_for_several_kin_and_places(text: str, name: str, kind: str, reader: Reader) -> None:
    speaker = by_cue(reader.read(text), "said").speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)
