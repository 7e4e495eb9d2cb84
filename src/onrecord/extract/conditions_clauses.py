"""The clause in which a condition is told, where the words that tell it are less: "no", "who had none".

A reader is shown the evidence of a record: it has to say the state of affairs by itself.
"""

from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.extract.conditions_frame import verb_evidence
from onrecord.extract.drafts import ConditionDraft
from onrecord.extract.statements_cues import lexicon
from onrecord.model import Span

_FEW = 3
"""Words of a phrase that say nothing by themselves, at most."""
_LONG, _SHORT = 32, 14
"""Tokens of a clause that says more than the condition: than few words of it, and than a phrase."""
_RELATIVE = frozenset(["who", "which", "that"])
_OPENING, _CLOSING = "“‘«", "”’»"


def in_full(layers: Layers, paragraph: Paragraph, told: ConditionDraft) -> ConditionDraft:
    """A condition whose evidence is a clause, with whom it tells of, and both marks of a quotation."""
    words = paragraph.tokens(told.evidence)
    if words is None:
        return told
    wider = _with_antecedent(_clause_of(words))
    evidence = told.evidence if wider == words else paragraph.span(wider)
    return replace(told, evidence=_quoted_whole(layers, evidence), core=told.core or told.evidence)


def _clause_of(words: Tokens) -> Tokens:
    """The clause of the verb over a few words without one, or over what somebody stops or begins doing."""
    root = words.root
    verb = _verb_over(root)
    if verb is None or verb.sent != root.sent or verb.lemma_.lower() in lexicon().verbs:
        return words  # who tells of it is no part of it
    clause = verb_evidence(verb)
    inside = clause.start <= words.start and words.end <= clause.end
    if any(t.lower_ == "that" and t.dep_ == "mark" for t in root.doc[verb.i + 1 : max(root.i, verb.i + 1)]):
        return words  # "flu killed nine and that fuel for two towns would run out", hung on the wrong verb
    few = sum(not t.is_punct for t in words) <= _FEW
    return clause if inside and len(clause) <= (_LONG if few else _SHORT) else words


def _verb_over(root: Token) -> Token | None:
    if root.pos_ in ("VERB", "AUX"):
        done = root.dep_ == "xcomp" and root.tag_ == "VBG" and root.head.pos_ == "VERB"
        return root.head if done else None
    return next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX")), None)


def _with_antecedent(words: Tokens) -> Tokens:
    """A relative clause with the noun that it tells of: "who had no water" tells of nobody."""
    verb = words.root
    first = words[0]
    if verb.dep_ != "relcl" or first.lower_ not in _RELATIVE or first.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return words
    start = noun_phrase(verb.head).start
    return words if start >= words.start or words.start - start > _LONG else words.doc[start : words.end]


def _quoted_whole(layers: Layers, evidence: Span) -> Span:
    """Words of which a quotation is a part, with its mark at the end; without one that opens at their end."""
    text, end = layers.text, evidence.end
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        at = evidence.text.rfind(opening)
        if at >= 0 and closing not in evidence.text[at:]:
            return _closed(text, evidence, at, closing)
    if evidence.text.count('"') % 2 and not evidence.text.startswith('"'):
        return _closed(text, evidence, evidence.text.rfind('"'), '"')
    return Span.of(text, evidence.start, end)


def _closed(text: str, evidence: Span, at: int, closing: str) -> Span:
    if text[evidence.end : evidence.end + 1] == closing:
        return Span.of(text, evidence.start, evidence.end + 1)
    if text[evidence.end : evidence.end + 2] in (f".{closing}", f",{closing}"):
        return Span.of(text, evidence.start, evidence.end + 2)
    kept = evidence.text[:at].rstrip(" ,")
    few = len(evidence.text[at:].split()) <= _FEW and len(kept.split()) > 1
    return Span.of(text, evidence.start, evidence.start + len(kept)) if few else evidence
