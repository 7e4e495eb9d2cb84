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
from onrecord.extract.conditions_frame import counted, draft, sectors, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_phrases import Phrases
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind
from onrecord.resources.lexicon import read_yaml


@dataclass(frozen=True, slots=True)
class Sign:
    """Phrases that tell a condition of `kind` where the clause names what `of` asks for; `sector` if it tells none."""

    kind: ConditionKind
    of: str
    sector: str | None
    phrases: Phrases


_NO = re.compile(r"\b(?:no|not|none|nothing|nowhere|cannot|hardly)\b", re.IGNORECASE)
"""Words by which a phrase says no itself: the clause is not denied by them."""
_UNABLE = re.compile(r"\b(?:cannot|can[’']t|could not)\b", re.IGNORECASE)
_OF = {
    "service": words("services") | words("caring") | words("shelves"),
    "people": words("persons") | {"those", "half"},
    "doctors": {"doctor", "surgeon", "nurse", "midwife", "medic", "paediatrician", "machine", "ward", "clinic"},
    "harvest": {"harvest", "crop", "milk", "fruit", "vegetable", "grain", "potato", "fish", "catch", "cattle"},
    "transport": words("vehicles") | {"driver", "traveller", "passenger", "commuter"},
}  # fmt: skip


@functools.cache
def signs() -> tuple[Sign, ...]:
    """The signs of the table, in its order."""
    source = files("onrecord") / "resources" / "conditions" / "signs.yaml"
    rows: list[dict[str, Any]] = read_yaml(source.read_text(encoding="utf-8"))
    return tuple(
        Sign(kind=row["kind"], of=row["of"], sector=row.get("sector"), phrases=Phrases(row["words"], _special))
        for row in rows
    )


def _special(word: str) -> str | None:
    """One to four words for "*"; null for a plain word."""
    return r"(?:[\w’'-]+\s+){0,3}[\w’'-]+" if word == "*" else None


def told_by_signs(layers: Layers, paragraph: Paragraph) -> Iterator[ConditionDraft]:
    """The conditions that phrases tell in a paragraph."""
    doc = paragraph.parse
    for sign in signs():
        for found in sign.phrases.finditer(doc.text):
            tokens = doc.char_span(found.start(), found.end(), alignment_mode="expand")
            verb = None if tokens is None else governing(tokens.root)
            if tokens is None or verb is None:
                continue
            evidence = verb_evidence(verb)
            if not (evidence.start <= tokens.start < evidence.end):
                evidence = doc[min(evidence.start, tokens.start) : max(evidence.end, tokens.end)]
            kinds = sectors(evidence) or ((sign.sector,) if sign.sector else ())
            if _names(sign.of, evidence):
                made = draft(layers, paragraph, sign.kind, verb, evidence, people=_counted(evidence), sectors=kinds)
                yield _affirmed(made) if _NO.search(found.group()) else made


def _affirmed(made: ConditionDraft) -> ConditionDraft:
    """What a phrase with a "no" of its own tells is so: "cannot afford bread" is neither denied nor only possible."""
    able = made.status == "hypothetical" and _UNABLE.search(made.evidence.text)
    return replace(made, negated=False, status="asserted" if able else made.status)


def _names(of: str, evidence: Tokens) -> bool:
    if of == "any":
        return True
    if of == "goods":
        return bool(sectors(evidence))
    return any(t.lemma_.lower() in _OF[of] for t in evidence)


def _counted(evidence: Tokens) -> Token | None:
    """The people of whom a number is told."""
    return next((t for t in evidence if t.lemma_.lower() in words("persons") and counted(t)), None)


def governing(token: Token) -> Token | None:
    """The verb in whose clause a word stands."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None
