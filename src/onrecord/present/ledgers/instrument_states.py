"""What a sentence says becomes of an instrument: offered, refused, used; and the words that say it."""

import re

from onrecord.model import Span
from onrecord.resources import toolkit as table

_SITTING = re.compile(r"\b(?:meeting|met|convened|gathered|assembled) (?:in|for|at) (?:an? |the )?$", re.IGNORECASE)
_MAY = re.compile(r"\b(?:\d{1,2} May|May \d{1,2})\b")
_ASKED = re.compile(r"\b(?:asked|questioned|pressed) (?:by \w+ )?(?:about|on|if|whether|why|how)\b", re.IGNORECASE)
"""What reporters ask is asked of nobody else."""
_CLAUSE = re.compile(
    r"; | and (?=(?:he |she |they )?(?:said|told|added|announced|warned|confirmed|promised|repeated|offered|"
    r"proposed|urged|called (?:on|for)|asked|demanded|rejected|refused|accepted|voted)\b)|, but |"
    r", while (?=[A-Z])"
)
_DONE_WORD = re.compile(
    r"(?:recalled its|withdrew its|withdrawn its|mediated|brokered|hosted|facilitated|severed|expelled|"
    r"closed|referred|lodged|filed|broke|ruled|froze|blacklisted|"
    r"(?:aircraft|planes|helicopters) dropped|took the matter)\b",
    re.I,
)
"""Words for an instrument that themselves tell it used."""
_NEGATED = re.compile(r"\b(?:no|not|never|without)\b|n[’']t\b", re.IGNORECASE)


def state_of(place: Span, sentence: Span) -> tuple[str, Span | None]:
    """What is said to become of the instrument in this sentence, and the words that say it."""
    at = place.start - sentence.start
    bare = _ASKED.sub(_blank, _MAY.sub(_blank, sentence.text))
    before, after = bare[:at], bare[at + len(place.text) :]
    before = " " * (last := _later_clause(before)) + before[last:]
    if _UNDER.search(before) and _WHOSE.match(after):
        return "used", None
    if _DONE_WORD.match(place.text) and not _AHEAD.search(before) and not _NEGATED.search(before[-12:]):
        return "used", place
    if (near := _beside(before)) is not None:
        return near[0], Span(sentence.start + near[1].start(), sentence.start + near[1].end(), near[1].group())
    if sits := _SITTING.search(before):
        return "used", Span(sentence.start + sits.start(), sentence.start + sits.end(), sits.group())
    for state in table.states():
        cues = [m for m in state.any.finditer(before) if m.end() > len(before) - 90]
        cues += [m for m in state.before.finditer(before) if m.end() > len(before) - 90]
        if cues:
            start = sentence.start + cues[-1].start()
            span = Span(start, start + len(cues[-1].group()), cues[-1].group())
            return state.name, span
        later = state.any.search(after[:70])
        if later is not None:
            start = place.end + later.start()
            return state.name, Span(start, start + len(later.group()), later.group())
    if _NEGATED.search(before[-12:]):
        return "refused", None
    if _DONE_WORD.match(place.text):
        return "used", place
    return "named", None


def _beside(before: str) -> tuple[str, re.Match[str]] | None:
    """The use of which the verb stands right before the instrument: what follows tells of something else."""
    used = next(state for state in table.states() if state.name == "used")
    cues = [cue for cue in used.any.finditer(before) if _OBJECT.fullmatch(before[cue.end() :])]
    if not cues or _AHEAD.search(before[: cues[-1].start()]):
        return None
    return "used", cues[-1]


_UNDER = re.compile(r"\b(?:under|with|through|thanks to) (?:the )?$")
_WHOSE = re.compile(r" (?:of|by) (?:the )?[A-ZÀ-Þ]")
_OBJECT = re.compile(r" (?:(?:an?|the|its|new|further|\d+|two|three|economic|military|first) ){0,2}")
_AHEAD = re.compile(
    r"\b(?:to|will|would|shall|should|could|may|might|must|can|not|be|if|unless|whether|offer\w*|propos\w+|ready|"
    r"call\w* for|ask\w*|demand\w*|urg\w+|threat\w*)(?: \w+){0,2} $",
    re.IGNORECASE,
)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _later_clause(before: str) -> int:
    """Where the clause begins that holds the instrument: behind "and said", "; " and the like."""
    ends = [found.end() for found in _CLAUSE.finditer(before)]
    return ends[-1] if ends else 0
