"""Reported words before a verb, or on both sides of it: "The road, she said, is shut."."""

from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_asides import aside_start
from onrecord.extract.statements_cues import Cue, lexicon
from onrecord.extract.statements_view import View, trimmed

LONGEST_ASIDE = 60
"""Tokens after a reporting verb within which the aside ends that it makes (", she said on Friday,")."""


def around(view: View, verb: Token, cue: Cue, source: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Reported words before a verb, or on both sides of it: "The road, she said, is shut."."""
    if not {"clause", "quote"} & cue.frames or verb.tag_ in ("VBG", "VB") or source is None:
        return []
    if min(abs(verb.i - source[1]), abs(source[0] - verb.i)) > 4 or _has_object(verb, cue):
        return []
    start, end = view.sentence(verb.i)
    first, last = _parenthesis(view, verb, source)
    before = trimmed(view, _clause_start(view, start, first), first)
    if (
        before is None
        or _is_fronted(view, verb, before)
        or (view.tokens[first - 1].text not in (",", "—", "–") and not view.marks[first - 1])
    ):
        return []
    after = trimmed(view, last, end) if last < end and view.tokens[last].text in (",", "—", "–") else None
    if after is not None and reports_itself(view, after):
        after = None
    return [run for run in (before, after) if run is not None]


def _is_fronted(view: View, verb: Token, run: tuple[int, int]) -> bool:
    """Whether the words before a verb are only when or where it happened: "In his reply, the premier agreed"."""
    top = view.tokens[run[0]]
    while top.head not in (verb, top):
        top = top.head
    return top.head == verb and top.dep_ == "prep" and top.right_edge.i + 1 >= run[1]


def is_retold(view: View, verb: Token, cue: Cue, runs: list[tuple[int, int]]) -> bool:
    """Whether a finite verb of speech surely reports the clause that it stands behind or in.

    An aside with its subject between commas, or one that reports that somebody said something: "Corin replied that the
    pass was shut, a diplomat said".
    """
    run = runs[0]
    told = child(verb, "ccomp")
    if aside_start(verb) is not None and any(t.pos_ in ("VERB", "AUX") for a, b in runs for t in view.tokens[a:b]):
        return True
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or cue.act != "speech" or told is None or child(verb, "nsubj") is None:
        return False
    clause = child(told, "ccomp")
    within = run[0] <= told.i < run[1] <= verb.i and clause is not None and told.i < clause.i < run[1]
    return within and lexicon().verb(told) is not None and child(told, "nsubj") is not None


def _has_object(verb: Token, cue: Cue) -> bool:
    """Whether the verb has words of its own to report ("writes a column", "proposed opening it"), no mere listener."""
    heard = "object" in cue.addresses
    return any(t.dep_ == "xcomp" or (t.dep_ == "dobj" and not heard) for t in verb.rights)


def reports_itself(view: View, run: tuple[int, int]) -> bool:
    """Whether the words after ", X said," are the reporter's: "adding that …", "citing …", "who …"."""
    first = view.tokens[run[0]]
    return first.tag_ in ("VBG", "WP", "WDT", "WRB") or first.lower_ in (
        "as",
        "while",
        "after",
        "when",
        "but",
        "in",
        "on",
    )


def _parenthesis(view: View, verb: Token, source: tuple[int, int] | None) -> tuple[int, int]:
    """The run of tokens that the verb and its source take up, with dates, addressees and occasions."""
    first = verb.i if source is None else min(source[0], verb.i)
    while (
        first > 0
        and view.tokens[first - 1].lower_ in ("as", "has", "have", "had", "also", "later", "and")
        and first > 1
    ):
        first -= 1
    last = verb.i + 1 if source is None else max(source[1], verb.i + 1)
    end = min(view.sentence(verb.i)[1], last + LONGEST_ASIDE)
    while last < end and view.tokens[last].text not in (",", ".", "—", "–", ":", ";") and not view.marks[last]:
        last += 1
    return first, last


def _clause_start(view: View, start: int, first: int) -> int:
    """Start of the sentence, opening conjunctions kept."""
    while start < first and view.tokens[start].is_space:
        start += 1
    return start
