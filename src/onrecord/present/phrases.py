"""The words in which records are shown, the same in every format."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.model import Span
from onrecord.model.apparatus import unmarked
from onrecord.model.vocabulary import Status
from onrecord.present.voice import Voice

_VERBS = {
    "REQUEST": ("asks", "ask"),
    "ACCUSE": ("accuses", "accuse"),
    "AGREE": ("promises", "promise"),
    "CONCEDE": ("concedes", "concede"),
    "THREATEN": ("threatens", "threaten"),
    "REJECT": ("refuses", "refuse"),
    "SUPPORT": ("supports", "support"),
}
"""Verbs of the acts that are done by speaking, for one actor and for several."""
_BY_MODE = {
    ("ACCUSE", "disapprove"): ("faults", "fault"),
    ("ACCUSE", "investigate"): ("investigates", "investigate"),
}
"""Verbs of modes that their type's verb would say too strongly."""
_PLURAL = frozenset({"i", "we", "you", "they", "both", "both sides", "the two", "all sides", "all parties"})
"""Words for an actor, where it could not be named, that take the verb of several."""


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 statement", "2 statements"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number) or f"{number:,} times"


def listing(labels: Iterable[str]) -> str:
    """Labels in a row: "A", "A and B", "A, B and C"."""
    *first, last = tuple(labels) or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def who(voices: Sequence[Voice]) -> str:
    """Several voices with their countries: "Ned Price (USA) and Armenia"; a country is not said of itself."""
    return listing(_with_country(one) for one in voices)


def verb(event: str, mode: str | None, actors: Sequence[Voice]) -> str | None:
    """What the actors of such an event do by speaking; null for an event that is not done by speaking."""
    forms = _BY_MODE.get((event, mode or "")) or _VERBS.get(event)
    if forms is None:
        return None
    return forms[len(actors) > 1 or any(one.label.strip("“”").lower() in _PLURAL for one in actors)]


def marks(status: Status, negated: bool) -> tuple[str, ...]:
    """The words that keep a record from being read as a fact; empty for one that is asserted."""
    known = () if status == "asserted" else (status,)
    return (*known, "has not happened") if negated and status != "denied" else known


@lru_cache(100_000)
def flat(text: str) -> str:
    """A text on one line, without the marks of Markdown and the like."""
    return " ".join(unmarked(text).split())


def cue_verb(cue: Span | None) -> str:
    """The words that report a statement; "says" where only punctuation does, or nothing at all."""
    words = "" if cue is None else flat(cue.text).strip(" :,;.–—-")
    return words or "says"


def joined(spans: Iterable[Span]) -> str:
    """The words of one or more parts of a text, with a mark of omission between them."""
    return " … ".join(flat(span.text) for span in spans)


def quoted(text: str) -> str:
    """A text in quotation marks, unless it brings its own; double marks inside become single ones."""
    if text.startswith("“") and text.endswith("”") and text.count("“") == 1:
        return text
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def paired(text: str) -> str:
    """Words cut out of a quotation, without the marks of which one was left behind."""
    for opening, closing in (("“", "”"), ('"', '"')):
        lone = text.count(opening) % 2 if opening == closing else text.count(opening) != text.count(closing)
        text = text.replace(opening, "").replace(closing, "") if lone else text
    return text.strip()


def shortened(text: str, limit: int) -> str:
    """A text of at most `limit` characters, cut between words with an ellipsis; a quotation stays closed.

    A first word that is longer than the limit is kept whole: a cut word is worse than a long line.
    """
    if len(text) <= limit:
        return text
    room = limit - 1 - ("“" in text)
    words = text[:room].rsplit(" ", 1)
    head = words[0] if len(words) > 1 else text.split(" ", 1)[0]
    if head == text:
        return text
    closing = "”" if head.count("“") > head.count("”") else ""
    return f"{head.rstrip(' ,;:–—-')} …{closing}"


def _with_country(one: Voice) -> str:
    codes = "/".join(one.country)
    return f"{one.label} ({codes})" if codes and one.kind != "state" else one.label


def several(who: Sequence[str]) -> bool:
    """Whether a verb of these subjects is in the plural: two of them, or one that names two ("Elvia and Tarn")."""
    return len(who) > 1 or any(" and " in one for one in who)
