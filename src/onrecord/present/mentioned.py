"""The names of a report, without titles of people whose names it does not tell.

"A senior Iranian diplomat" is a mention with an office, but no name: views that ask who is named, or next to whom words
stand, go by names.
"""

from collections.abc import Iterator

from onrecord.model import Mention, Report


def mentioned(report: Report) -> Iterator[Mention]:
    """The mentions of a report in their order, but for those of unnamed holders of an office."""
    return (
        mention
        for mention in report.mentions
        if (actor := mention.actor) is None or actor.kind != "person" or actor.id is not None or actor.candidates
    )  # in one expression: every view asks this of every mention
