"""Mode and contexts of a coded event, from the words of its clause."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook, ModeCues
from onrecord.extract.argument_heads import SENDING
from onrecord.extract.concerned import DENYING
from onrecord.extract.event_detail import content_of
from onrecord.extract.matching import Match
from onrecord.extract.wording import has

LETTING = frozenset(["allow", "let", "permit", "admit", "receive", "welcome", "accept"])
"""Verbs whose object is let in or let happen: who or what that is tells what is asked."""


def mode_of(match: Match, book: CompiledCodebook) -> str | None:
    """The mode that the rule fixes, else the one whose words stand in the clause or in what the act is about."""
    rule = match.rule
    if rule.mode is not None or rule.event not in book.modes:
        return rule.mode
    cues = book.modes[rule.event]
    if cues.content and match.trigger.lemma_ in DENYING:
        return cues.default  # what is denied tells nothing of the denial
    if cues.content:
        about = _about(match)
        if any(has(cues.modeless, token) for token in _head(match, about, cues)):
            return cues.default  # "rejected the charge that it had refused to meet"
        return _first((t for t in about if not _tells_which(t)), cues.cues) or cues.default
    tokens = clause_words(match)
    for mode, words in cues.cues:
        if any(has(words, token) for token in tokens):
            return mode
    return cues.default


def _first(tokens: Iterable[Token], cues: Iterable[tuple[str, object]]) -> str | None:
    """The mode of the first word that tells one."""
    for token in tokens:
        for mode, words in cues:
            if has(words, token):  # type: ignore[arg-type]
                return mode
    return None


def _tells_which(token: Token) -> bool:
    """Whether a participle only says which ones are meant ("receive returning militiamen")."""
    return token.dep_ == "amod" and token.tag_ in ("VBG", "VBN")


def _head(match: Match, about: Iterable[Token], cues: ModeCues) -> list[Token]:
    """The noun that names what an act is about, with the preposition behind it ("talk of", "the charge that …"), and of
    what is asked to be sent who that is ("to send a fact-finding mission"); none that is told by a word for a mode."""
    about = list(about)
    first = next((t for t in about if t.pos_ == "VERB"), None)
    if first is not None and first.head == match.trigger and has(cues.modeless, first):
        return [first]  # "asked the council to condemn the killing by troops"
    noun = next((t for t in about if t.dep_ in ("dobj", "nsubjpass", "pobj") and t.pos_ == "NOUN"), None)
    if noun is None or not (
        noun.head in (match.trigger, *match.trigger.children) or noun.head.lemma_ in (SENDING | LETTING)
    ):
        return []
    if _first(noun.lefts, cues.cues) is not None:
        return []
    return [noun, *(c for c in noun.rights if c.i == noun.i + 1)]


def _about(match: Match) -> list[Token]:
    content = content_of(match)
    trigger = match.trigger
    if match.rule.pattern.modal:
        return list(trigger.subtree)
    after = list(content) if content is not None else []
    return after or [t for t in trigger.subtree if t.i > trigger.i]


def clause_words(match: Match) -> list[Token]:
    """The words of the clause that a match stands in, the trigger's own first."""
    verb = match.light[0] if match.light else match.trigger
    tokens = phrases.clause(verb)
    own = [t for t in match.trigger.subtree if t not in tokens]
    subjects = [t for s in syntax.logical_subjects(verb) if verb.pos_ == "VERB" for t in phrases.noun_phrase(s)]
    return [match.trigger, *tokens, *own, *(t for t in subjects if t not in tokens)]
