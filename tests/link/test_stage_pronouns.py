"""Whom "he" and "she" stand for where those before them speak."""

import pytest

from tests.link.test_actors import one


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Alan Orr briefed deputies on why Mark Stone left. He notified them on Monday.", "He", "Alan Orr"),
        # the subject of a clause that tells when is meant less
        ("Mark Stone dodged the matter in June, when Alan Orr asked of it. He was tired.", "He", "Mark Stone"),
        ("Ada Lind reassured pilots after Clara Brun resigned. She exhorted them to wait.", "She", "Ada Lind"),
    ],
)
def test_pronouns_who_briefs_or_assures_others_speaks_on(text: str, pronoun: str, name: str) -> None:
    assert one(text, pronoun).name == name
