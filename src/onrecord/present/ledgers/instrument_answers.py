"""How sentences answer an instrument that was offered or called for, and by which words they take it up."""

import re

from onrecord.present.ledgers.replies import plainly
from onrecord.resources import toolkit as table

_ANAPHOR = re.compile(
    r"\b(?:the|this|that|such an?|its|their) (?:offer|proposal|request|invitation|idea|initiative|plan|deployment|"
    r"mission|measure|move|call)s?\b|\b(?:accepted|rejected|refused|welcomed|declined|turned|agreed to) (?:it|this)\b|"
    r"\b(?:agreed|accepted|consented|refused|declined|said yes|said no)(?: at once| immediately| the same day)?[.,;]|"
    r"\b(?:turned|waved|brushed) the (?:offer|idea|proposal|invitation) (?:down|away|aside)\b",
    re.IGNORECASE,
)
_STATES = {"rejected": "refused", "accepted": "accepted"}


def answers_the_last(text: str) -> bool:
    """Whether words answer what was offered just before, which they only call so or not at all."""
    return _ANAPHOR.search(text) is not None or any(words.search(text) for _, words in plainly())


def answer_in(text: str) -> tuple[str, re.Match[str]] | None:
    """How words answer an offer, by which of them."""
    for kind, words in plainly():
        if cue := words.search(text):
            return _STATES[kind], cue
    found = ((state.name, state.any.search(text)) for state in table.states()[:2])
    return next(((name, cue) for name, cue in found if cue is not None), None)


def named_again(offered: str, text: str) -> bool:
    """Whether words answer and name the thing that was offered again: "the flights"."""
    noun = re.escape(offered.rsplit(" ", 1)[-1].removesuffix("s"))
    again = re.search(rf"\b(?:the|these|those|such|its) (?:\w+ )?{noun}s?\b", text, re.IGNORECASE)
    return again is not None and answer_in(text) is not None
