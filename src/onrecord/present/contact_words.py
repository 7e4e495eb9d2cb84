"""What kind of contact words tell of, and whether they say that it will not be."""

from onrecord.present.signs import sign
from onrecord.resources.cues import Cue

_KINDS: tuple[tuple[str, Cue], ...] = tuple(
    (name, Cue(rf"\b(?:{words})\b"))
    for name, words in (
        ("summons", r"summon(?:s|ed|ing)?"),
        (
            "call",
            r"(?:tele)?phone\w*|calls? with|called (?:his|her|the)|phone[- ]?calls?|by telephone|"
            r"video ?(?:call|link)|conference call",
        ),
        ("summit", r"summits?"),
        ("session", r"sessions?|sittings?|plenary|(?:extraordinary|emergency|special|urgent) meetings?"),
        ("visit", r"visit(?:s|ed|ing)?|trip|travel(?:s|l?ed|l?ing)?|arriv(?:es?|ed|ing)|flew"),
        ("talks", r"rounds?|talks|negotiations?|consultations?|shuttle|mediat\w+"),
        ("meeting", r"met|meets?|meetings?|conference|received|hosted"),
    )
)
_CANCELS = Cue(
    r"\b(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|scrap(?:s|ped)|postpon(?:e[sd]?|ing)|abandon(?:s|ed)|"
    r"(?:would|will|shall|did|does|do) not (?:take place|go ahead|attend|happen|be held|meet|travel)|"
    r"pull(?:s|ed) out of|put(?:s|ting)? off|shelve[sd]|"
    r"(?:won|didn)[’']t (?:take place|go ahead|attend|happen)|broke off|walked out of)\b"
)
NOUN = Cue(
    r"\b(?:summit|session|sitting|visit|trip|talks|negotiations|rounds?|meetings?|call|conference|consultations)\b"
)
"""Nouns for contacts."""


CANCELS = sign("cancelled", _CANCELS)
"""Words without which no contact is called off."""


def kind_of(*texts: str) -> str:
    """What kind of contact words tell of: the first text that names one decides."""
    return next((name for text in texts for name, words in _KINDS if words.search(text)), "meeting")


def rank(kind: str) -> int:
    """Place of a kind among all, the most telling first."""
    return next((n for n, (name, _) in enumerate(_KINDS) if name == kind), len(_KINDS))


def cancels(text: str) -> bool:
    """Whether a sentence says that a contact will not be: both words near each other."""
    return any(NOUN.search(text[max(0, m.start() - 140) : m.end() + 60]) for m in _CANCELS.finditer(text))
