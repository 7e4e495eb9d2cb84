"""What is no news: history ("five years after crowds burned its embassy", "in 1812") and what is only asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax

LONG = frozenset(["year", "years", "decade", "decades", "century", "centuries", "month", "months", "generation"])
AFTER = frozenset(["after", "since"])
WHILE = frozenset(["when", "while", "after", "as"])
OLD = 1946
"""Years before it are history to a report whose date nobody knows."""
RECENT = 1
"""Years before the report's own that still are news."""

_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")


def is_background(trigger: Token, report_year: int | None) -> bool:
    """Whether the clause of a trigger tells something long past; `report_year` is that of the publication."""
    verb = phrases.clause_head(trigger)
    means = verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX")  # "as he did a decade ago by freeing them"
    ago = _long_ago(verb) or (means and _long_ago(verb.head.head))
    return ago or _long_after(verb) or _in_old_year(verb, report_year)


def is_asked(trigger: Token) -> bool:
    """Whether a trigger stands in what is only asked ("Has Velmar rejected the plan?"), not in what a question
    takes for granted ("… since the envoy was expelled?")."""
    return _asks(trigger.sent) and not any(t.dep_ in ("advcl", "relcl") for t in (trigger, *trigger.ancestors))


def is_in_question(trigger: Token) -> bool:
    """Whether a trigger stands in a question of any sort."""
    return trigger.sent.text.rstrip("”’\"' ").endswith("?")


def _asks(sentence: Tokens) -> bool:
    """Whether a sentence asks for yes or no."""
    words = [t for t in sentence if t.is_alpha]
    ends = next((t for t in reversed(sentence) if not t.is_space and not t.is_quote), None)
    if ends is None or ends.text != "?" or not words:
        return False
    first = next((t for t in words if t.i > 0 and t.nbor(-1).text == ":"), words[0])  # "Question: Has …"
    return first.tag_ in ("VBZ", "VBP", "VBD", "MD") and first.pos_ == "AUX"


def _long_after(verb: Token) -> bool:
    """ "almost five years after …": the clause or one above it is measured from afar."""
    for _ in range(4):
        for mark in verb.children:
            measured = mark.i > 0 and verb.doc[mark.i - 1].lower_ in LONG
            if measured and mark.lower_ in AFTER and mark.dep_ in ("mark", "prep", "advmod"):
                return True
        if verb.dep_ not in ("conj", "advcl", "relcl", "acl", "pcomp", "ccomp"):
            return False
        verb = verb.head
    return False


def _long_ago(verb: Token) -> bool:
    """ "a decade ago", "in recent decades"."""
    if any(name in ("in", "over") and noun.lower_ in ("decades", "centuries") for name, noun in syntax.own_arms(verb)):
        return True
    return any(t.lower_ == "ago" and t.i > 0 and t.doc[t.i - 1].lower_ in LONG for t in phrases.clause(verb))


def _in_old_year(verb: Token, report_year: int | None) -> bool:
    """ "In 1812 …": a year long past, its own or that of the clause that it goes on or tells the time of."""
    first = OLD if report_year is None else report_year - RECENT
    for _ in range(4):
        if _names_old_year(verb, first):
            return True
        if verb.dep_ == "relcl" and verb.head.ent_type_ == "DATE":
            named = (verb.head, *(c for c in verb.head.children if c.ent_type_ == "DATE"))
            return _is_old(named, first)  # "in 1968, when troops crossed the border"
        if _is_dated(verb) or not _shares_time(verb):
            return False
        verb = phrases.clause_head(verb.head)
    return False


def _shares_time(verb: Token) -> bool:
    """Whether a clause tells what happened no later than the one above it: "… and railed at Velmar", "when troops
    crossed the border", "a spy held in Harn", "announced that it would …"."""
    if verb.dep_ == "advcl":
        return any(c.lower_ in WHILE and c.dep_ in ("advmod", "mark", "prep") for c in verb.lefts)
    return verb.dep_ in ("conj", "relcl", "acl", "ccomp", "xcomp", "pcomp") and verb.tag_ in ("VBD", "VBN", "VB", "VBG")


def _is_dated(verb: Token) -> bool:
    """Whether a clause names a day of its own."""
    nouns = [noun for _, noun in syntax.own_arms(verb)]
    nouns += [c for c in verb.children if c.dep_ in ("npadvmod", "advmod", "tmod")]
    return any(n.ent_type_ == "DATE" for n in nouns)


def _names_old_year(verb: Token, first: int) -> bool:
    for name, noun in syntax.own_arms(verb):
        dated = noun.ent_type_ == "DATE" or _YEAR.fullmatch(noun.text)
        if name in ("in", "since", "on", "of", "from") and dated and _is_old(noun.subtree, first):
            return True
    return False


def _is_old(words: Iterable[Token], first: int) -> bool:
    """Whether the last year that words name lies before a year."""
    years = _YEAR.findall(" ".join(t.text for t in words))
    return bool(years) and int(years[-1]) < first
