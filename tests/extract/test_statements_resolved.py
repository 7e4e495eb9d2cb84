"""What the parties to a joint text declare point by point."""

from onrecord.reader import load

READER = load()
BODY = (
    "We, the Ministers of Ports of Orlesk and Pellory, meeting at Selm,\n\n"
    "– condemn the raid on the ferry; – have decided to run joint patrols from May; – invite the Union to send pilots."
)


def _told(head: str) -> list[tuple[str, str]]:
    return [(s.act, s.content[0].text) for s in READER.read(f"{head}\n\n{BODY}").statements]


def test_resolved_points_of_a_joint_text_are_a_statement_each() -> None:
    assert _told("Joint Statement") == [
        ("speech", "the raid on the ferry"),
        ("intention", "to run joint patrols from May"),
        ("speech", "the Union to send pilots"),
    ]


def test_resolved_list_behind_a_colon_is_one() -> None:
    text = (
        "Tripartite Statement\n\nThe three Ministers, meeting at Selm,\n\n"
        "HAVE DECIDED: (a) to mend the quay; (b) to light it."
    )
    told = READER.read(text).statements
    assert [s.content[0].text for s in told] == ["to mend the quay; (b) to light it"]
