"""Whose the people of a document are, by the words beside their names; all names are invented."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Inga Lund, for Ukraine, said the road was shut.", "UKR"),
        ("Inga Lund, speaking for Ukraine, said the road was shut.", "UKR"),
        ("Inga Lund, taking the floor for Chile, said the road was shut.", "CHL"),
        ("INGA LUND (Chile) said the road was shut.", "CHL"),
        ("INGA LUND (Dahran) said the road was shut.", "Dahran"),
        ("State Secretary Inga Lund of Blatva said the road was shut.", "Blatva"),
        ("Inga Lund, for years a critic, said the road was shut.", None),
    ],
)
def test_cast_words_beside_a_name_tell_the_state(text: str, state: str | None, reader: Reader) -> None:
    speaker = reader.read(text).statements[0].speaker
    assert speaker is not None and speaker.name is not None
    assert (speaker.country[0] if speaker.country else speaker.state) == state
