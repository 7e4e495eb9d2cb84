"""Mode and contexts of a coded event, from the words of its clause."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook, ModeCues
from onrecord.codebook.words import Words
from onrecord.extract.argument_heads import SENDING, further
from onrecord.extract.concerned import DENYING
from onrecord.extract.event_detail import content_of
from onrecord.extract.event_status import PREVENTING
from onrecord.extract.matching import Match
from onrecord.extract.wording import has

LETTING = frozenset(["allow", "let", "permit", "admit", "receive", "welcome", "accept"])
"""Verbs whose object is let in or let happen: who or what that is tells what is asked."""
SITES = frozenset("plant factory works complex facility site company industry warehouse depot".split())
"""What is named by the goods that are made, kept or known there."""
AT = frozenset(["at", "upon", "on"])
"""Prepositions by which something is done at somebody's request."""
HANDING = frozenset(["hand", "give", "turn", "deliver"])
"""Verbs by which, with "over" or "up", people are given into somebody's hands."""
_ASIDE = frozenset(["off", "for", "on", "upon", "out", "into"])
"""Particles and prepositions with which "call" is no telephoning."""


def mode_of(match: Match, book: CompiledCodebook) -> str | None:
    """The mode that the rule fixes, else the one whose words stand in the clause or in what the act is about."""
    rule = match.rule
    if rule.event == "REQUEST" and rule.mode in (None, "yield") and _of_others(match, book):
        return book.modes[rule.event].default
    if rule.mode is not None or rule.event not in book.modes:
        return rule.mode
    cues = book.modes[rule.event]
    if cues.content and match.trigger.lemma_ in DENYING:
        return cues.default  # what is denied tells nothing of the denial
    if cues.content and rule.event == "REQUEST" and _brings_together(match.trigger, book):
        return "meet"
    if cues.content:
        about = _about(match)
        if any(has(cues.modeless, token) for token in _head(match, about, cues)):
            return cues.default  # "rejected the charge that it had refused to meet"
        return _first((t for t in about if not _tells_which(t)), cues.cues) or cues.default
    tokens = [token for token in clause_words(match) if not (_calls_nobody(token) or _is_of_site(token))]
    for mode, words in cues.cues:
        if any(has(words, token) for token in tokens):
            return mode
    return cues.default


def _is_of_site(token: Token) -> bool:
    """Whether a word only tells what is made at a place: "struck a chemical plant" is no gas attack."""
    return token.dep_ in ("amod", "compound", "nmod") and token.head.lemma_.lower() in SITES


def _calls_nobody(token: Token) -> bool:
    """Whether "call" is of a phrase that reaches nobody by telephone: "called it off", "called for", "called on"; who
    comes first is reached ("called the premier on Monday")."""
    if token.lemma_ != "call" or token.pos_ != "VERB":
        return False
    first = next((t for t in token.rights if t.pos_ != "ADV"), None)
    return any(t.lower_ in _ASIDE and (t.dep_ == "prt" or t == first) for t in token.rights)


def _brings_together(noun: Token, book: CompiledCodebook) -> bool:
    """Whether what was done at a request is a meeting or a call: "received the envoy at the latter's request"."""
    before = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or before.lower_ not in AT:
        return False
    verb = before.head.head if before.head.dep_ in ("prep", "pobj") else before.head
    around = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass"))]
    indexes = (book.verbs, book.nouns)
    return any(r.event == "CONSULT" for t in around for index in indexes for r in index.get(t.lemma_.lower(), ()))


def _of_others(match: Match, book: CompiledCodebook) -> bool:
    """Whether what is asked concerns others, whom one is to hold back or give up, and is no yielding of one's own."""
    about = _about(match)
    return _keeps_others(match, about) or _hands_over(about, book)


def _first(tokens: Iterable[Token], cues: Iterable[tuple[str, Words]]) -> str | None:
    """The mode of the first word that tells one."""
    return next((mode for token in tokens for mode, words in cues if has(words, token)), None)


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
    noun = next((t for t in about if _named_in(t) and t.pos_ == "NOUN"), None)
    if noun is None or not (
        noun.head in (match.trigger, *match.trigger.children)
        or noun.head.lemma_ in (SENDING | LETTING)
        or _let_do(noun)
    ):
        return []
    if _first(noun.lefts, cues.cues) is not None:
        return []
    return [noun, *(c for c in noun.rights if c.i == noun.i + 1)]


def _named_in(noun: Token) -> bool:
    """Whether a noun is what is done or let in: an object, or who is let do something ("let a team visit the site")."""
    return _let_do(noun) or noun.dep_ in ("dobj", "nsubjpass", "pobj")


def _let_do(noun: Token) -> bool:
    return noun.dep_ == "nsubj" and noun.head.dep_ == "ccomp" and noun.head.head.lemma_ in LETTING


def _keeps_others(match: Match, about: list[Token]) -> bool:
    """Whether others are to be kept from something: "to prevent smugglers from using the pier"."""
    first = next((t for t in about if t.pos_ == "VERB"), None)
    if first is None or first.lemma_ not in PREVENTING or first.head != match.trigger:
        return False
    return any(t.lower_ == "from" and syntax.child(t, "pcomp") is not None for t in about)


def _hands_over(about: list[Token], book: CompiledCodebook) -> bool:
    """Whether people are to be handed over: "give up the bombers"."""
    first = next((t for t in about if t.pos_ == "VERB"), None)
    if first is None or first.lemma_ not in HANDING or syntax.child(first, "prt") is None:
        return False
    handed = [n for o in syntax.logical_objects(first) for n in (o, *_counted(o))]
    return any(has(book.classes["wanted"], n) for n in handed)


def _counted(noun: Token) -> list[Token]:
    """What a noun counts: "three of the men"."""
    return [n for name, n in syntax.own_arms(noun) if name == "of"]


def _about(match: Match) -> list[Token]:
    content = content_of(match)
    trigger = match.trigger
    if match.rule.pattern.modal:
        clauses = [c for s in syntax.grammatical_subjects(trigger) for c in s.rights if c.dep_ == "relcl"]
        aside = {t.i for clause in clauses for t in clause.subtree}
        return [t for t in trigger.subtree if t.i not in aside]  # "those who fled must be tried"
    wanted = next((n for name, n in syntax.own_arms(trigger) if name == "for"), None)
    if content is not None and wanted is not None and trigger.i < wanted.i < content.start:
        return list(trigger.doc[wanted.left_edge.i : content.end])  # "asked for two million euros to repair the dam"
    after = list(content) if content is not None else []
    return after or [t for t in trigger.subtree if t.i > trigger.i]


def clause_words(match: Match) -> list[Token]:
    """The words of the clause that a match stands in, the trigger's own first, without those of the verbs that follow
    ("attacked a convoy and abducted its drivers")."""
    verb = match.light[0] if match.light else match.trigger
    apart = further(verb) - {match.trigger.i}
    tokens = [t for t in phrases.clause(verb) if t.i not in apart]
    own = [t for t in match.trigger.subtree if t not in tokens and t.i not in apart]
    subjects = [t for s in syntax.logical_subjects(verb) if verb.pos_ == "VERB" for t in phrases.noun_phrase(s)]
    return [match.trigger, *tokens, *own, *(t for t in subjects if t not in tokens)]
