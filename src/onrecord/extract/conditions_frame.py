"""What surrounds the word that tells a condition: evidence, cause, place, severity, status, since."""

import re
from collections.abc import Iterable

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import clause, coordinated, noun_phrase, trimmed
from onrecord.extract.conditions_lexicon import phrases, sector_of, words
from onrecord.extract.conditions_status import negated, status
from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span
from onrecord.model.vocabulary import ConditionKind, Status

_FROM_NOW = re.compile(
    r"\b(?:(?:from|as of|starting|beginning|effective) (?:today|now|this morning)|with immediate effect)\b",
    re.IGNORECASE,
)
_ORDINAL_DAY = (
    r"\b(?:for|in|into|enter(?:s|ed|ing)?|beg[au]n|mark(?:s|ed|ing)|was|is|day of) (?:now )?(?:in )?"
    r"(?:a|the|its|their) "
    r"((?:\d+(?:st|nd|rd|th)|[a-z]+(?:th|st|nd|rd)|[a-z]+-[a-z]+(?:th|st|nd|rd))"
    r"(?: consecutive| straight| successive| running)? (?:day|week|month)s?)\b"
)
_NTH_DAY = re.compile(rf"{_ORDINAL_DAY}(?! of (?!the (?:blockade|siege|closure)))", re.IGNORECASE)
_BEFORE_IT = re.compile(rf"{_ORDINAL_DAY}(?: running| in a row)?(?: of|,)? $", re.IGNORECASE)
""" "Closed for a fourth consecutive day", "entered its third week": counted from that day back."""
_NEAR = 50
"""Characters before a condition in which it is told the how-manieth day of it this is."""
_FIRST_SINCE = re.compile(r"\b(?:first|only|last)(?: [\w-]+){0,4} $")
""" "The first lorries since 4 April": what came before since when it is so."""


def draft(
    layers: Layers, paragraph: Paragraph, kind: ConditionKind, anchor: Token, evidence: Tokens, *,
    noun: Token | None = None, people: Token | None = None, sectors: tuple[str, ...] = (), state: str | None = None,
    told: Status | None = None, lasting: bool = True,
) -> ConditionDraft:  # fmt: skip
    """A condition whose words are `evidence`, told by `anchor`.

    `noun` is what is so (the anchor unless given), `people` who or what is affected, `told` its status where the
    anchor's clause does not say it; `lasting` whether a time told with it is since when.
    """
    cause = cause_tokens(noun or anchor, evidence)
    within = paragraph.span(evidence)
    return ConditionDraft(
        kind=kind,
        state=state,
        severity=severity(noun or anchor),
        sectors=sectors,
        affected=None if people is None else paragraph.span(noun_phrase(people)),
        quantity=None if people is None else quantity(paragraph, people),
        since=since(layers, within) if lasting else None,
        cause=None if cause is None else paragraph.span(cause),
        evidence=within,
        status=told or _from_now(status(anchor), evidence),
        negated=negated(anchor),
    )


def _from_now(told: Status, evidence: Tokens) -> Status:
    """What is announced for today on is so: "from today the taps will be on for two hours"."""
    return "asserted" if told == "planned" and _FROM_NOW.search(evidence.text) else told


def stretch(tokens: list[Token]) -> Tokens:
    """The run of tokens from the first to the last, without punctuation at its ends."""
    return trimmed(tokens[0].doc, min(t.i for t in tokens), max(t.i for t in tokens) + 1)


def verb_evidence(verb: Token) -> Tokens:
    """The clause of a verb that tells a condition."""
    tokens = clause(verb)
    while len(tokens) > 1 and tokens[0].dep_ == "mark":
        tokens = tokens[1:]
    if tokens[0].lower_ == "according" and tokens[0].right_edge.i < verb.i:  # whose word it is, not what is so
        end = tokens[0].right_edge.i
        tokens = [t for t in tokens if t.i > end]
        tokens = tokens[1:] if tokens[0].is_punct else tokens
    while len(tokens) > 1 and tokens[-1].dep_ in ("cc", "punct"):
        tokens = tokens[:-1]
    return stretch(tokens)


def noun_evidence(noun: Token) -> Tokens:
    """The phrase of a noun that tells a condition, with the verb that brings it about."""
    tokens = list(noun.subtree)
    head = noun.head
    if noun.dep_ in ("dobj", "attr") and head.pos_ in ("VERB", "AUX") and head.lemma_ in words("creating"):
        tokens += [head, *(c for c in head.children if c.dep_ in ("aux", "neg") and c.i < head.i)]
    return _with_named_cause(stretch(tokens))


def _with_named_cause(evidence: Tokens) -> Tokens:
    """The evidence with a cause right after it ("…, resulting from …") that the parser hung elsewhere."""
    doc, end = evidence.doc, evidence[0].sent.end
    start = evidence.end + (1 if evidence.end < end and doc[evidence.end].text == "," else 0)
    lower = [t.lower_ for t in doc[start : min(start + 5, end)]]
    if not any(tuple(lower[: len(phrase)]) == phrase for phrase in phrases("causes")):
        return evidence
    last = next((t.i for t in doc[start:end] if t.text in (",", ";", ".", "”", '"')), end)
    return trimmed(doc, evidence.start, last)


def cause_tokens(noun: Token, evidence: Tokens) -> Tokens | None:
    """The words that name what brought the condition about, in or around its evidence."""
    return _named_cause(evidence) or _acting_cause(noun)


def _named_cause(evidence: Tokens) -> Tokens | None:
    """What follows "resulting from", "due to" and the like."""
    lower = [t.lower_ for t in evidence]
    for phrase in phrases("causes"):
        for at in range(len(lower) - len(phrase)):
            if tuple(lower[at : at + len(phrase)]) == phrase:
                return trimmed(evidence.doc, evidence.start + at + len(phrase), evidence.end)
    return None


def _acting_cause(noun: Token) -> Tokens | None:
    """The subject of the verb that brings it about; for a bare participle ("creating …"), the clause it hangs on."""
    verb = noun.head
    if verb.dep_ == "prep":
        verb = verb.head
    if verb.lemma_ not in words("effecting"):
        return None
    for subject in (c for c in verb.children if c.dep_ == "nsubj"):
        if verb.lemma_ == "have" and noun.lemma_.lower() not in words("humanitarian_nouns"):
            return None  # who or what has no water did not bring it about; what "has had consequences" did
        return stretch(list(subject.subtree))
    if verb.dep_ == "advcl" and verb.head.pos_ in ("VERB", "AUX"):
        return stretch([t for t in clause(verb.head) if t not in set(verb.subtree)])
    return None


def severity(noun: Token) -> str | None:
    """The word that says how bad it is, lower case."""
    left = [t for t in noun.subtree if t.i < noun.i and noun.i - t.i <= 4]
    return next((t.lower_ for t in left if t.lower_ in words("severity")), None)


def sectors(tokens: Tokens) -> tuple[str, ...]:
    """The sectors that the words of `tokens` belong to, in text order, each once."""
    found = [sector_of()[t.lower_] for t in tokens if t.lower_ in sector_of()]
    return tuple(dict.fromkeys(found))


def sectors_of(nouns: Iterable[Token]) -> tuple[str, ...]:
    """The sectors of the phrases of nouns and of what is coordinated with these ("fuel and medicine"), each once."""
    found = (sector for noun in nouns for each in coordinated(noun) for sector in sectors(noun_phrase(each)))
    return tuple(dict.fromkeys(found))


def since(layers: Layers, within: Span) -> Span | None:
    """The words "for more than 30 days", "since June" within a clause: how long it has lasted."""
    if (counted_day := _NTH_DAY.search(within.text)) is not None:
        start = within.start + counted_day.start(1)
        return layers.span(start, within.start + counted_day.end(1))
    if (counted_day := _BEFORE_IT.search(layers.text, max(0, within.start - _NEAR), within.start)) is not None:
        return layers.span(*counted_day.span(1))
    for time in layers.times_in(within.start, within.end):
        if time.end <= within.end:
            before = layers.text[max(0, time.start - 8) : time.start].rstrip().rpartition(" ")[2].lower()
            dated = before == "from" and time.type == "DATE"
            if before == "since" and _FIRST_SINCE.search(layers.text[within.start : time.start].rpartition("since")[0]):
                continue
            as_of = before == "of" and layers.text[max(0, time.start - 6) : time.start].lower() == "as of "
            if (
                before == "since"
                or dated
                or as_of
                or (time.type == "DURATION" and before in ("for", "over", "the", "a"))
            ):
                return layers.span(time.start, time.end)
    return None


def begun(layers: Layers, paragraph: Paragraph, verb: Token) -> Span | None:
    """The day or month in which it began, of a verb in the past: "was shut on 19 January", "was barred a week ago"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.lemma_ in words("staying"):
        return None  # "remained shut on Sunday"
    if verb.tag_ not in ("VBD", "VBN") or helpers & {"has", "have", "will", "would", "be", "remain"}:
        return None
    within = paragraph.span(verb_evidence(verb))
    for time in layers.times_in(within.start, within.end):
        if time.end <= within.end and time.type in ("DATE", "TIME"):
            before = layers.text[max(0, time.start - 4) : time.start].rstrip().rpartition(" ")[2].lower()
            told = layers.text[time.start : time.end]
            day = (
                before in ("on", "in") or told.endswith(" ago") or told.lower() in ("yesterday", "today", "last night")
            )
            if day or (time.type == "TIME" and " on " in told):
                return layers.span(time.start, time.end)
    found = _day_before(layers, paragraph, verb) or _day_after(layers, paragraph, verb)
    found = found or _counted_from(layers, paragraph, verb)
    return found or _day_when(layers, paragraph, within)


def _day_after(layers: Layers, paragraph: Paragraph, verb: Token) -> Span | None:
    """The day of the deed that ends a list of them: "closed the road and cut the hotline on March 10"."""
    joined = next((c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_), None)
    if joined is None or any(c.dep_ == "nsubj" for c in joined.children):
        return None
    within = paragraph.span(verb_evidence(joined))
    for time in layers.times_in(within.start, within.end):
        if time.end <= within.end and time.type == "DATE":
            return layers.span(time.start, time.end) if layers.text[time.start - 3 : time.start] == "on " else None
    return None


def _day_when(layers: Layers, paragraph: Paragraph, clause_: Span) -> Span | None:
    """The day on which a clause goes on: "since July 11, when officers closed the road"."""
    if not clause_.text.lower().startswith("when "):
        return None
    for time in layers.times_in(paragraph.start, clause_.start):
        if time.end <= clause_.start and not layers.text[time.end : clause_.start].strip(" ,") and time.type == "DATE":
            return layers.span(time.start, time.end)
    return None


def _counted_from(layers: Layers, paragraph: Paragraph, verb: Token) -> Span | None:
    """The time that has passed: "four days after the road was cut, flour costs …", told in the present."""
    head = verb.head
    if verb.dep_ != "advcl" or head.tag_ not in ("VBZ", "VBP"):
        return None
    within = paragraph.span(verb_evidence(verb))
    for time in layers.times_in(within.start, within.end):
        if time.type == "DURATION":
            return layers.span(time.start, time.end) if layers.text[time.end :].startswith(" after ") else None
    return None


def _day_before(layers: Layers, paragraph: Paragraph, verb: Token) -> Span | None:
    """The day of the deed with which a verb is coordinated: "seized the pass on Monday and closed the road"."""
    start = paragraph.span(verb).start
    for time in layers.times_in(paragraph.start, start):
        if 0 < start - time.end < 20 and time.type in ("DATE", "TIME"):
            between, told = layers.text[time.end : start].split(), layers.text[max(0, time.start - 3) : time.end]
            if between[:1] == ["and"] and len(between) < 3 and (" on " in told or told.startswith("on ")):
                return layers.span(time.start, time.end)
    return None


def counted(noun: Token) -> bool:
    """Whether a number stands with the noun, or the noun is one."""
    if noun.like_num or noun.lemma_ in ("dozen", "hundred", "thousand", "million", "score"):
        return True
    return any(c.dep_ == "nummod" or c.like_num or c.lemma_ in ("dozen", "hundred", "thousand") for c in noun.children)


def quantity(paragraph: Paragraph, noun: Token) -> Span | None:
    """The counted phrase ("at least 12 people"), without its determiner and what follows it."""
    if not counted(noun):
        return None
    phrase = noun_phrase(noun)
    numbers = [t for t in phrase if t.like_num or t.lemma_ in ("dozen", "hundred", "thousand", "million")]
    if not numbers:
        return None
    first = min(t.left_edge.i for t in numbers)
    first = max(first, phrase.start)
    return paragraph.span(noun.doc[first : max(noun.i, numbers[-1].i) + 1])
