"""Statements whose source hangs on a preposition or a noun: "according to X", "his claim that …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_around import reports_itself
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import Found
from onrecord.extract.statements_sources import phrase, source_of
from onrecord.extract.statements_view import View, trimmed

_MAKES = frozenset(
    {"make", "issue", "give", "release", "deliver", "repeat", "send", "have", "raise", "file", "publish"}
)


def by_phrase(view: View, token: Token) -> Iterator[Found]:
    """ "According to X, …", "…, according to X"."""
    nxt = token.i + 1
    if token.lower_ == "according" and (nxt >= len(view.tokens) or view.tokens[nxt].lower_ != "to"):
        return
    if token.lower_ == "per" and token.i > 0 and view.tokens[token.i - 1].text != ",":
        return
    noun = _governed(token)
    if noun is None or view.zones[noun.i] != view.zones[token.i]:
        return
    source = phrase(view, noun)
    start, end = view.sentence(token.i)
    last = max(source[1], noun.right_edge.i + 1 if noun.right_edge.i < end else source[1])
    runs = _beside(view, token.i, last, start, end)
    if not runs:
        return
    yield Found(
        content=tuple((view.start(a), view.end(b - 1)) for a, b in runs),
        source=(view.start(source[0]), view.end(source[1] - 1)),
        cue=(view.start(token.i), view.end(nxt if token.lower_ == "according" else token.i)),
        verb="according to",
        reading="source phrase",
        zone=view.zones[token.i],
    )


def by_telling(view: View, way: Token) -> Iterator[Found]:
    """ "By X's account, …", "…, in the view of X": set off by a comma, or at an end of its sentence."""
    noun = child(way, "pobj")
    if noun is None or noun.lower_ not in lexicon().tellings[way.lower_] or view.zones[noun.i] != view.zones[way.i]:
        return
    reports = lexicon().verb(way.head)
    if reports is not None and "clause" in reports.frames and reports.act == "speech":
        return  # "In its account of a parade, the ministry said that …"
    owner = child(noun, "poss") or _from(noun)
    start, end = view.sentence(way.i)
    last = max(noun.i, noun.right_edge.i) + 1
    opens, closes = way.i == start or view.tokens[way.i - 1].text == ",", last >= end or view.tokens[last].is_punct
    if (
        owner is None
        or owner.ent_type_ in ("DATE", "TIME")
        or not opens
        or not (closes or way.i == start)
        or last > end
    ):
        return
    runs = [run for run in (trimmed(view, start, way.i, 1), trimmed(view, last, end)) if run is not None]
    if not any(t.pos_ in ("VERB", "AUX") for run in runs for t in view.tokens[slice(*run)]):
        return
    source = phrase(view, owner)
    yield Found(
        content=tuple((view.start(a), view.end(b - 1)) for a, b in runs),
        source=(view.start(source[0]), view.end(source[1] - 1)),
        cue=(view.start(way.i), view.end(source[0] - 1))
        if owner.i > noun.i
        else (view.start(noun.i), view.end(noun.i)),
        verb=noun.lemma_.lower(),
        reading="source phrase",
        zone=view.zones[way.i],
        sure=True,
    )


def _governed(token: Token) -> Token | None:
    """The noun that "according to" or "per" governs."""
    to = child(token, "prep")
    return child(to if to is not None else token, "pobj")


def _beside(view: View, first: int, last: int, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence without a phrase that names its source."""
    before, after = trimmed(view, start, first), trimmed(view, last, end)
    if after is not None and before is not None and view.tokens[last].text != ",":
        after = None
    if after is not None and before is not None and reports_itself(view, after):
        after = None
    return [run for run in (before, after) if run is not None]


def by_noun(view: View, noun: Token) -> Iterator[Found]:
    """ "his claim that …", "a warning from the agency that …"."""
    clause = next((t for t in noun.children if t.dep_ in ("acl", "ccomp", "relcl") and t.i > noun.i), None)
    mark = None if clause is None else child(clause, "mark")
    if clause is None or mark is None or mark.lower_ != "that" or not view.within(mark.i, view.zones[noun.i]):
        return
    governor = noun.head
    if noun.dep_ == "dobj" and (known := lexicon().verb(governor)) is not None and "object" in known.frames:
        return  # the verb reports it: "expressed hope that …"
    owner = child(noun, "poss") or _from(noun)
    source = None if owner is None else phrase(view, owner)
    if owner is None and noun.dep_ == "dobj" and governor.lemma_ in _MAKES:
        source = source_of(view, governor)
    _, end = view.sentence(noun.i)
    last = min(clause.right_edge.i + 1, end)
    told = trimmed(view, mark.i, last)
    if told is None:
        return
    yield Found(
        content=((view.start(told[0]), view.end(told[1] - 1)),),
        source=None if source is None else (view.start(source[0]), view.end(source[1] - 1)),
        cue=(view.start(noun.i), view.end(noun.i)),
        verb=noun.lemma_.lower(),
        reading="noun",
        zone=view.zones[noun.i],
        act=lexicon().nouns[noun.lemma_.lower()],
    )


def _from(noun: Token) -> Token | None:
    for token in noun.children:
        if token.dep_ == "prep" and token.lower_ in ("from", "by", "of"):
            return child(token, "pobj")
    return None
