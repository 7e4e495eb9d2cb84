"""What a report tells or asks about without saying that it is so: "last year it was shut for a week", "Is it?"."""

import re

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.drafts import ConditionDraft

_BEFORE = re.compile(
    r"\b(?:last|previous) (?:year|month|spring|summer|autumn|fall|winter|century)\b|\byears ago\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b[Ii]n (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
_LASTED = re.compile(
    r"\bfor (?:(?:about|some|nearly|almost|more than|over) )?[\w-]+ (?:hours|days|weeks|months|years)\b"
)
_UNTIL_THEN = re.compile(r"(?:before|until) (?:the|this|its|their) \w+,", re.IGNORECASE)
"""How a sentence begins that tells how it was: "Before the closure, 400 lorries a day crossed"."""
_WH = frozenset(["why", "how", "when", "where", "who", "what", "which", "whom", "whose"])


def is_over(layers: Layers, paragraph: Paragraph, told: ConditionDraft) -> bool:
    """Whether a closure of a year that is gone, with how long it lasted, or what was so before it, is told."""
    words = paragraph.tokens(told.evidence)
    if words is None or not _plain_past(words.root):
        return False
    if told.kind in ("access", "displacement") and _UNTIL_THEN.match(words.root.sent.text.strip()):
        return True
    if told.kind != "access" or told.state == "open" or not _LASTED.search(told.evidence.text):
        return False
    if _BEFORE.search(told.evidence.text):
        return True
    year, published = _YEAR.search(told.evidence.text), layers.document.published
    return year is not None and published is not None and int(year[1]) < int(published[:4])


def is_asked(paragraph: Paragraph, told: ConditionDraft) -> bool:
    """Whether a yes or no is asked for: "Are the lanes closed?"; "why is it closed?" takes it to be so."""
    words = paragraph.tokens(told.evidence)
    if words is None or told.kind != "access" or told.status != "asserted" or told.negated:
        return False
    sentence = words.root.sent
    ends = next((t for t in reversed(sentence) if not (t.is_space or t.is_quote)), None)
    return ends is not None and ends.text == "?" and not any(t.lower_ in _WH for t in sentence)


def _plain_past(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    past = verb.tag_ == "VBD" or bool(helpers & {"was", "were"})
    return past and not helpers & {"has", "have", "had", "been"}
