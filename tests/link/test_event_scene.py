"""What follows an act on the ground in its paragraph, told without a place, happened there."""

from onrecord.reader import load


def places(text: str) -> list[str | None]:
    return [e.where.name if e.where else None for e in load().read(text, published="2024-03-12").events]


def test_a_scene_goes_on_within_its_paragraph() -> None:
    text = "A mob attacked the French embassy in Nairobi on Sunday. Police used tear gas against the crowd."
    assert places(text) == ["Nairobi", "Nairobi"]


def test_a_scene_ends_with_its_paragraph() -> None:
    text = "A mob attacked the French embassy in Nairobi on Sunday.\n\nPolice used tear gas against the crowd."
    assert places(text) == ["Nairobi", None]


def test_another_place_ends_a_scene() -> None:
    text = "A mob attacked the French embassy in Nairobi on Sunday. From Mombasa, police arrested three men."
    assert places(text)[-1] != "Nairobi"
