"""Want told in so many words: "no milk left", "down to a third", "in the open", "by torchlight".

The phrases are data (`resources/conditions/signs.yaml`). They are looked for in the text of a sentence, not in its
parse, and hold only where the clause names what they are said of; what a rule of another module tells comes first.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.extract.conditions_frame import counted, draft, sectors, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_phrases import Phrases
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind
from onrecord.resources.cues import any_of
from onrecord.resources.lexicon import read_yaml


@dataclass(frozen=True, slots=True)
class Sign:
    """What phrases tell: a condition of `kind` where the clause names what `of` asks for; `sector` if it tells none.

    `denied`: the phrases say that it is not so.
    """

    kind: ConditionKind
    of: str
    sector: str | None
    denied: bool = False


_NO = re.compile(r"\b(?:no|not|none|nothing|nowhere|cannot|hardly)\b", re.IGNORECASE)
"""Words by which a phrase says no itself: the clause is not denied by them."""
_ENOUGH = re.compile(r"\b(?:enough|last|worth|for another|for only)\b", re.IGNORECASE)
"""Words by which a time is for how long something lasts, not since when it is so."""
_UNABLE = re.compile(r"\b(?:cannot|can[’']t|could not)\b", re.IGNORECASE)
_OF = {
    "service": words("services") | words("caring") | words("shelves"),
    "people": words("persons") | {"those", "half", "wounded", "injured", "sick", "displaced", "elderly", "disabled"},
    "doctors": {"doctor", "surgeon", "nurse", "midwife", "medic", "paediatrician", "machine", "ward", "clinic"},
    "harvest": {"harvest", "crop", "milk", "fruit", "vegetable", "grain", "potato", "fish", "catch", "cattle"},
    "transport": words("vehicles") | {"driver", "traveller", "passenger", "commuter"},
    "stores": words("shelves") | words("stocks"),
}  # fmt: skip


@functools.cache
def signs() -> Phrases[Sign]:
    """The signs of the table with their phrases, in its order."""
    source = files("onrecord") / "resources" / "conditions" / "signs.yaml"
    rows: list[dict[str, Any]] = read_yaml(source.read_text(encoding="utf-8"))
    return Phrases(((_sign(row), row["words"]) for row in rows), _special)


def _sign(row: dict[str, Any]) -> Sign:
    return Sign(row["kind"], row["of"], row.get("sector"), row.get("denied", False))


_BE = (
    r"(?:(?:(?:has|have|had)\s+(?:also\s+|already\s+|all\s+)?been)|(?:will|would|must)\s+(?:be|stay|remain)|"
    r"is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?)(?:\s+(?:now|still|also|all|already))?"
)


def _special(word: str) -> str | None:
    """One to four words for "*"; null for a plain word."""
    if word == "*":
        return r"(?:[\w’'-]+\s+){0,3}[\w’'-]+"
    return {"<be>": _BE, "<served>": _served(), "<food>": _goods()}.get(word) if word[0] == "<" else None


@functools.cache
def _served() -> str:
    """Words for services on which people live, singular and plural."""
    told = words("vital")
    forms = {form for word in told for form in (word, f"{word}s", re.sub(r"y$", "ies", word))}
    return any_of(forms)


@functools.cache
def _goods() -> str:
    """Words for what people eat, burn and treat themselves with every day."""
    return any_of(words("staples"))


def told_by_signs(layers: Layers, paragraph: Paragraph) -> Iterator[ConditionDraft]:
    """The conditions that phrases tell in a paragraph."""
    doc = paragraph.parse
    for sign, found in signs().find(doc.text):
        tokens = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if tokens is not None and (made := _told(layers, paragraph, sign, tokens)) is not None:
            yield _denied(made) if sign.denied else _affirmed(made) if _NO.search(found.group()) else made


def _told(layers: Layers, paragraph: Paragraph, sign: Sign, tokens: Tokens) -> ConditionDraft | None:
    """The condition that the words of a sign tell, in the clause of their verb if they have one."""
    verb = governing(tokens.root) or _first_verb(tokens)
    while verb is not None and verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        verb = verb.head  # "surgeons had begun to operate by torchlight"
    evidence = _to_stop(tokens) if verb is None else verb_evidence(verb)
    start = tokens[0].left_edge.i if tokens[0].pos_ == "NOUN" else tokens.start
    if verb is not None and verb.dep_ == "relcl":
        start = min(start, verb.head.left_edge.i)  # "those who need to be evacuated"
    if not (evidence.start <= start < evidence.end):
        evidence = tokens.doc[min(evidence.start, start) : max(evidence.end, tokens.end)]
    if not _names(sign.of, evidence):
        return None
    if sign.kind == "access":  # what stands before a closed route
        return _standing(layers, paragraph, verb or tokens.root, evidence)
    kinds = sectors(evidence) or ((sign.sector,) if sign.sector else ())
    return draft(
        layers, paragraph, sign.kind, verb or tokens.root, evidence, people=_counted(evidence), sectors=kinds,
        lasting=_ENOUGH.search(tokens.text) is None,
    )  # fmt: skip


def _standing(layers: Layers, paragraph: Paragraph, verb: Token, evidence: Tokens) -> ConditionDraft:
    who = next((t for t in evidence if t.lemma_.lower() in _OF["transport"]), None)
    made = draft(layers, paragraph, "access", verb, evidence, state="blocked")
    return made if who is None else replace(made, restricted=(paragraph.span(noun_phrase(who)),))


def _denied(made: ConditionDraft) -> ConditionDraft:
    """What a phrase says not to be so: "not aware of any shortage"."""
    return replace(made, negated=False, status="denied")


def _affirmed(made: ConditionDraft) -> ConditionDraft:
    """What a phrase with a "no" of its own tells is so: "cannot afford bread" is neither denied nor only possible."""
    able = made.status == "hypothetical" and _UNABLE.search(made.evidence.text)
    return replace(made, negated=False, status="asserted" if able else made.status)


def _names(of: str, evidence: Tokens) -> bool:
    if of == "any":
        return True
    if of == "goods":
        return bool(sectors(evidence))
    return any(t.lemma_.lower() in _OF[of] or t.lower_ in _OF[of] for t in evidence)


def _counted(evidence: Tokens) -> Token | None:
    """The people of whom a number is told."""
    return next((t for t in evidence if t.lemma_.lower() in words("persons") and counted(t)), None)


def _to_stop(tokens: Tokens) -> Tokens:
    """The words with what follows them up to the next mark, where the parser sees no verb."""
    end = next((t.i for t in tokens.doc[tokens.end : tokens.sent.end] if t.is_punct), tokens.sent.end)
    return tokens.doc[tokens.start : end]


def _first_verb(tokens: Tokens) -> Token | None:
    """The verb in the words themselves, where the parser makes an adjective their head ("are closed")."""
    return next((t for t in tokens if t.pos_ in ("VERB", "AUX")), None)


def governing(token: Token) -> Token | None:
    """The verb in whose clause a word stands."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None
