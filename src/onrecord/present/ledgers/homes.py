"""Of which state a paper's "Interior Ministry" is: that of the officials whom it names without a state."""

import re

from onrecord.model import Report
from onrecord.present.basis import Basis
from onrecord.present.mentioned import mentioned
from onrecord.present.voice import Voice, voice

_TITLE = re.compile(
    r"\b(?:Minister|President|Premier|Secretary|Governor|Mayor|Speaker|General|Commissioner)$|^(?:Minister|President)\b"
)
_OF_HOME = re.compile(r"[Tt]he (?:government|(?:[A-Z]\w+ ){1,2}(?:Ministry|Department))")


def home_of(report: Report, made: Basis) -> str | None:
    """The only state whose ministers a report names without saying whose they are; null where there is no such one."""
    return made.once(("home", report.document.id), lambda: _found(report, made))


def _found(report: Report, made: Basis) -> str | None:
    text, full = made.passages(report).text, made.sides.callings.full
    states: set[str] = set()
    for one in mentioned(report):
        actor = one.actor
        if actor is None or actor.kind != "person" or not actor.office or not _TITLE.search(actor.office):
            continue
        before = text[max(0, one.span.start - 40) : one.span.start]
        named = any(made.sides.state(word) for word in re.findall(r"[A-ZÀ-Þ][\w-]+", before))
        side = made.sides.of(full(voice(actor)))
        if not named and made.sides.is_state(side):
            states.add(side)
    return states.pop() if len(states) == 1 else None


def unstated(actor: Voice, report: Report, made: Basis) -> str | None:
    """The state of a paper's home whose "government" or "Interior Ministry" is named without one; null for others."""
    words = "" if actor.mention is None else actor.mention.text
    if actor.mention is None or not _OF_HOME.fullmatch(words) or made.sides.publisher(report) is not None:
        return None
    after = made.passages(report).text[actor.mention.end :][:30]
    return None if re.match(r" (?:of|in) (?:the )?[A-ZÀ-Þ]", after) else home_of(report, made)
