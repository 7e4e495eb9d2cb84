"""What an act takes up again of what the report told before: "rejected the offer", "agreed to it", "refused".

Its noun is told by the codebook's own noun rules: a noun that codes a type stands for an act of that type.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.words import EMPTY
from onrecord.extract.argument_heads import DEEDS
from onrecord.extract.arguments import Arguments
from onrecord.extract.concerned import DENYING
from onrecord.extract.drafts import TakenUp
from onrecord.extract.matching import Match
from onrecord.extract.trigger import complements
from onrecord.extract.wording import forms, has

TAKING = frozenset(["REJECT", "AGREE", "ACCUSE", "SUPPORT", "CONCEDE", "THREATEN", "REQUEST", "SANCTION"])
"""Types whose acts concern somebody even where their clause names nobody."""
RESUMING = frozenset(["it", "this", "that", "these", "those", "them", "so", "both", "which"])
POINTING = frozenset(["the", "this", "that", "these", "those", "such", "both", "any", "all"])
_ABOUT = frozenset(["to", "of", "at", "with", "over", "about", "on", "by", "for", "against"])


def taken_up(match: Match, arguments: Arguments, event: str, book: CompiledCodebook) -> TakenUp | None:
    """What an act of type `event` takes up, where its clause names nobody whom it concerns."""
    if event not in TAKING or arguments.reciprocal or (arguments.recipients and not _mere_things(arguments)):
        return None
    if match.rule.recipient == ("gathering",):
        return None  # "convened at Velmar's request": of whoever sat
    verb = match.light[0] if match.light and match.light[0].pos_ == "VERB" else match.trigger
    denies = any(form in DENYING for form in forms(match.trigger))
    found = next(_resumed(verb, match.trigger, book), None)
    asked_for = event == "REQUEST" and found is not None and not {"REQUEST", "AGREE"} & set(found.types)
    if asked_for and found is not None and found.kind == "noun":
        return TakenUp(kind="silence", types=tuple(sorted(DEEDS)))  # "demanded their release": of whoever holds them
    if found is not None and not denies:
        return found
    content = bool(complements(match.trigger))
    return TakenUp(kind="denial" if denies else "content" if content else "silence", types=found.types if found else ())


def _mere_things(arguments: Arguments) -> bool:
    return all(p.weight < 1 for p in arguments.recipients)


def _resumed(verb: Token, trigger: Token, book: CompiledCodebook) -> Iterator[TakenUp]:
    heads = [*syntax.logical_objects(verb), *(n for name, n in syntax.arms(verb) if name in _ABOUT)]
    for head in heads:
        if head == trigger or head.ent_type_ in ("DATE", "TIME"):
            continue
        if head.lower_ in RESUMING:
            yield TakenUp(kind="pronoun")
        elif head.pos_ == "NOUN" and _definite(head):
            types = acts_named(head, book)
            if types is not None:
                yield TakenUp(kind="noun", types=types)


def acts_named(noun: Token, book: CompiledCodebook) -> tuple[str, ...] | None:
    """The PLOVER types of acts that a noun may stand for; empty for any act ("the move"), None for none."""
    if has(book.classes.get("doings", EMPTY), noun):
        return ()
    if has(book.classes.get("proposals", EMPTY), noun):
        return ("AGREE", "REQUEST", "CONSULT")
    if has(book.classes.get("reproaches", EMPTY), noun):
        return ("ACCUSE",)
    types = sorted({rule.event for form in forms(noun) for rule in book.nouns.get(form, ())})
    return tuple(types) or None


def _definite(noun: Token) -> bool:
    """Whether a noun points back: with "the" or "this", or as the head of a relative clause in apposition."""
    if any(c.lower_ in POINTING and c.dep_ in ("det", "predet") for c in noun.lefts):
        return True
    if any(c.tag_ == "PRP$" for c in noun.lefts):
        return True
    return noun.dep_ in ("appos", "npadvmod", "dobj", "conj") and any(c.dep_ == "relcl" for c in noun.rights)


def points_back(noun: Token) -> bool:
    """Whether a deed is told by a noun that points at one told before: "the closure", "those killings"."""
    return noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in POINTING for c in noun.lefts)
