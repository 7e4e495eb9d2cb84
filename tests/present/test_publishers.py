"""On whose word a report is that names nobody: by its publisher's name, by "we", by the short name of the body."""

import pytest

from onrecord.model import Document
from onrecord.present.callings import Callings
from onrecord.present.publishers import kind
from onrecord.present.sides import Sides
from onrecord.present.voice import Voice
from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Ministry of Foreign Affairs of Brell", "", "state"),
        ("Office of the President of Brell", "", "state"),
        ("Winter Relief Centre", "", "body"),
        ("Doctors of the Coast", "", "body"),
        ("Coastal News Network", "", "press"),
        ("Selm Evening Post", "", "press"),
        ("Red Lantern", "Red Lantern has sent two trucks. We call on all sides to let them pass.", "body"),
        ("The Lantern", "The Lantern has seen the letter. Our correspondent counted two trucks.", "press"),
        ("The Lantern", "The Lantern asked the mayor. “We have no bread,” he said.", "press"),
        ("Selm Today", "Two trucks arrived.", "press"),
    ],
)
def test_kind_of_publisher_is_told_by_its_name_and_by_we(name: str, text: str, told: str) -> None:
    assert kind(Document(id="d", text=text, publisher=name, sha256="", version="")) == told


def test_body_is_called_by_the_last_word_of_its_name(reader: Reader) -> None:
    texts = [
        "The Upland Rally Front shelled Besk on Monday, the army said. Brell accused the Upland Rally Front of murder.",
        "The Front denied it. Brell's prime minister, Ada Moll, called on the Front to lay down its arms.",
    ]
    reports = [reader.read(text, published=f"2034-03-0{day}") for day, text in enumerate(texts, 1)]
    front = Voice(key="local:front", label="Front", kind="organization")
    assert Sides(reports).of(front) == "Upland Rally Front"
    assert not Sides(reports).is_state("Front")


def test_surname_taken_for_a_body_is_the_person(reader: Reader) -> None:
    texts = ["Brell's prime minister, Ada Moll, spoke in Besk on Monday.", "Moll promised talks."]
    reports = [reader.read(text, published="2034-03-01") for text in texts]
    assert Callings(reports).full(Voice(key="moll", label="Moll", kind="organization")).label == "Ada Moll"


def test_two_bodies_with_one_last_word_stay_as_they_are_called(reader: Reader) -> None:
    text = "The Upland Rally Front met the Lowland Unity Front in Besk. The Lowland Unity Front thanked Brell."
    reports = [reader.read(text, published="2034-03-01")]
    assert Callings(reports).full(Voice(key="front", label="Front", kind="organization")).label == "Front"
