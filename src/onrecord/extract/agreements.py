"""Agreements that a report names: by a name of the reference table, a proper name, or a date.

"The trilateral declaration of November 9, 2020", "the Minsk agreements", "the 1994 ceasefire agreement" are
agreements; "a comprehensive peace agreement" that is hoped for is none. Later short mentions ("the declaration")
belong to the one agreement of that kind; what is quoted of "commitments" belongs to the only agreement of a report.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph, TimeExpression
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.extract.agreements_commitments import quoted_commitments, ruled_by_parts
from onrecord.extract.agreements_known import Known, known, with_party
from onrecord.extract.agreements_made import makers, making
from onrecord.extract.agreements_provided import provided
from onrecord.extract.agreements_referred import taken_up
from onrecord.extract.agreements_titles import is_of_understanding, title_end
from onrecord.extract.agreements_words import words
from onrecord.extract.drafts import AgreementDraft
from onrecord.model import Span

_LETTERS = 5
"""Letters of the shortest name made of the first letters of others that is read alone."""
_NEAR = 5
"""Tokens between an agreement's noun and the date that follows it, at most."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """One mention: its words, its noun's lemma, the words before the noun, its date, and the known agreement."""

    span: Span
    head: Token
    paragraph: Paragraph
    names: frozenset[str]
    date: TimeExpression | None
    known: Known | None
    definite: bool


def agreements(layers: Layers) -> tuple[AgreementDraft, ...]:
    """The agreements of a document, in order of their first mention."""
    found = [m for p in layers.paragraphs for t in p.parse if (m := _mention(layers, p, t)) is not None]
    groups: list[list[_Mention]] = []
    for mention in (m for m in found if _identified(m)):
        group = next((g for g in groups if _same(g[0], mention)), None)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    for mention in (m for m in found if not _identified(m) and m.definite):
        alike = [g for g in groups if g[0].head.lemma_.lower() == mention.head.lemma_.lower()]
        if len(alike) == 1 and not mention.names:
            alike[0].append(mention)
    groups = [group for group in groups if _kept(group)]
    drafts = [_draft(layers, sorted(g, key=lambda m: m.span)) for g in groups]
    quoted = (*quoted_commitments(layers), *ruled_by_parts(layers)) if len(drafts) == 1 else ()
    return tuple(_with_obligations(draft, quoted) for draft in drafts)


def _mention(layers: Layers, paragraph: Paragraph, noun: Token) -> _Mention | None:
    lemma = noun.lemma_.lower()
    if (by_letters := _by_letters(layers, paragraph, noun)) is not None:
        return by_letters
    if noun.pos_ not in ("NOUN", "PROPN") or lemma not in words("heads") | words("weak") | words("numbered"):
        return None
    if is_of_understanding(noun.i, noun.doc):
        return None
    number = _number(noun)
    if noun.dep_ == "compound" and (noun.head.lemma_.lower() in words("heads") or noun.head.text[0].isupper()):
        return None  # "ceasefire agreement", "Protocol Decision", "the Accord Monitoring Committee"
    lefts = [t for t in noun.doc[noun_phrase(noun).start : noun.i] if t.dep_ != "punct"]
    named = [t for t in lefts if t.pos_ in ("PROPN", "ADJ", "NUM", "NOUN") and t.dep_ not in ("poss", "det")]
    last = number or noun
    titled = title_end(noun)
    date = _date(layers, paragraph, titled, lefts) if titled != noun else None
    if date is not None:
        last = titled
    date = date or _date(layers, paragraph, last, lefts) or _day_made(layers, paragraph, noun)
    span = _words(layers, paragraph, last, lefts, date, noun)
    found = _known(layers, span.text, date) if date is not None or _proper(lefts, noun) else None
    if found is None and titled != noun:
        whole = layers.span(span.start, max(span.end, paragraph.start + titled.idx + len(titled)))
        if (found := _known(layers, whole.text, date)) is not None:
            span = whole  # "the Treaty on the …", in full
    if found is None and sum(t.pos_ == "PROPN" for t in lefts) > 1:
        found = _known(layers, layers.span(span.start, paragraph.start + noun.idx).text.rstrip(), date)
    found = found or next((one for called in with_party(noun, lefts) if (one := _known(layers, called, date))), None)
    return _Mention(
        span=span,
        head=noun,
        paragraph=paragraph,
        names=frozenset(t.lower_ for t in (*named, *((number,) if number else ()), *_title(noun, titled))),
        date=date,
        known=found,
        definite=any(t.lower_ in ("the", "this", "that") for t in lefts),
    )


def _title(noun: Token, titled: Token) -> list[Token]:
    """The words of a title behind its noun that tell it from others."""
    return [t for t in noun.doc[noun.i + 1 : titled.i + 1] if t.text[0].isupper()]


def _by_letters(layers: Layers, paragraph: Paragraph, noun: Token) -> _Mention | None:
    """An agreement called by the letters of its name ("JCPOA"), where these are many enough to mean nothing else."""
    if noun.pos_ != "PROPN" or not noun.text.isupper() or len(noun) < _LETTERS:
        return None
    found = _known(layers, noun.text, None)
    span = paragraph.span(noun)
    return None if found is None else _Mention(span, noun, paragraph, frozenset({noun.lower_}), None, found, False)


def _known(layers: Layers, name: str, date: TimeExpression | None) -> Known | None:
    """The agreement of the table that goes by a name; none that was made after the report was published."""
    found, published = known(_without_article(name), _day(date)), layers.document.published
    return None if found is None or (published and found.date > published) else found


def _number(noun: Token) -> Token | None:
    """The number of a body's text right after its noun ("Resolution 1234"); None for other nouns."""
    if noun.lemma_.lower() not in words("numbered") or noun.i + 1 >= len(noun.doc):
        return None
    following = noun.doc[noun.i + 1]
    return following if following.text[0].isdigit() and following.text.rstrip("/()0123456789") == "" else None


def _is_named_by_kind(noun: Token) -> bool:
    """Whether a decision is an agreement by the word before it: "the Protocol Decision"."""
    return any(c.dep_ == "compound" and c.lemma_.lower() in words("heads") for c in noun.children)


def _kept(group: list[_Mention]) -> bool:
    """Whether a report says of a numbered text that somebody is bound by it, keeps or breaks it."""
    head = group[0].head
    if head.lemma_.lower() not in words("numbered") or _is_named_by_kind(head):
        return True
    return any(t.lemma_.lower() in words("keeping") for m in group for t in m.head.sent)


def _proper(lefts: list[Token], noun: Token) -> bool:
    """Whether a name stands in the words: "the ceasefire agreement" alone may be any, however the table calls one."""
    common = words("heads") | words("weak") | words("manners")
    named = [
        t for t in (*lefts, noun) if t.text[0].isupper() and t.lower_ not in common and t.lemma_.lower() not in common
    ]
    return any(t.pos_ in ("PROPN", "ADJ", "NOUN", "NUM") and t.i != t.sent.start for t in named)


def _identified(mention: _Mention) -> bool:
    """Whether the words single out one agreement: the table knows them, or a name or a date stands with them."""
    if mention.known is not None:
        return True
    lemma = mention.head.lemma_.lower()
    if lemma in words("numbered"):
        return _number(mention.head) is not None or (_is_named_by_kind(mention.head) and mention.date is not None)
    strong = lemma in words("heads") and lemma not in words("weak")
    if any(t.lower_ in ("a", "an", "any", "no", "new", "future", "possible", "final") for t in mention.head.lefts):
        return mention.date is not None and strong and mention.date.start > mention.head.idx + mention.paragraph.start
    proper = any(t.pos_ == "PROPN" and t.dep_ == "compound" for t in mention.head.lefts)
    if strong:
        before = mention.head.nbor(-1) if mention.head.i else None
        called = mention.definite and before is not None and before.pos_ == "PROPN" and before.text[0].isupper()
        placed = _of_place(mention.head) is not None
        return mention.date is not None or placed or (proper and (mention.head.text[0].isupper() or called))
    return mention.date is not None and bool(
        mention.names & words("manners") or proper or (lemma in words("heads") and _dated_behind(mention))
    )


def _dated_behind(mention: _Mention) -> bool:
    """Whether a date stands in the words of a mention behind its noun, or one with its year behind them."""
    date = mention.date
    if date is None or date.start < mention.paragraph.start + mention.head.idx:
        return False
    return mention.span.end >= date.end or _day(date) is not None


def _date(layers: Layers, paragraph: Paragraph, noun: Token, lefts: list[Token]) -> TimeExpression | None:
    """The date in the phrase ("the 1994 agreement") or right after it ("of November 9, 2020", "signed in July")."""
    start = paragraph.start + (lefts[0].idx if lefts else noun.idx)
    end = paragraph.start + noun.idx + len(noun)
    near = layers.times_in(start, paragraph.end + 1)
    dates = [t for t in near if t.type == "DATE" and t.form.split(" ")[0] in ("day", "month", "year", "value", "rel")]
    inside = next((t for t in dates if start <= t.start < end), None)
    if inside is not None:
        return inside
    after = next((t for t in dates if t.start >= end), None)
    if after is None or paragraph.index != _index(layers, after.start):
        return None
    between = paragraph.tokens(layers.span(end, after.start)) if after.start > end else None
    joined = [t for t in between or () if not t.is_space and end <= paragraph.start + t.idx < after.start]
    link = {t.lower_ for t in joined}
    places = [t for t in joined if t.pos_ == "PROPN"]
    if joined and joined[0].text == ",":
        joined = joined[1:]  # "the Bridge Treaty, signed on 4 May 1971"
    fits = all(t.lower_ in words("reach") or t in places for t in joined) and len(joined) <= _NEAR
    return after if fits and link & words("reach") else None


def _day_made(layers: Layers, paragraph: Paragraph, noun: Token) -> TimeExpression | None:
    """The day on which it was made, however far off in the clause: "signed by both sides in Kelm on 3 June 2019"."""
    for verb in making(noun):
        start, end = paragraph.start + noun.idx, paragraph.start + verb.right_edge.idx + len(verb.right_edge)
        first = paragraph.start + verb.idx if verb.i > noun.i else start
        dates = (t for t in layers.times_in(first + 1, end) if t.type == "DATE" and t.end <= end)
        if (day := next((t for t in dates if _day(t) is not None), None)) is not None:
            return day
    return None


def _index(layers: Layers, offset: int) -> int | None:
    paragraph = layers.paragraph_at(offset)
    return None if paragraph is None else paragraph.index


def _words(
    layers: Layers, paragraph: Paragraph, last: Token, lefts: list[Token], date: TimeExpression | None, noun: Token
) -> Span:
    """The mention: from its determiner to its noun or number `last`, or to the date that follows with "of"."""
    start = paragraph.start + (lefts[0].idx if lefts else noun.idx)
    end = paragraph.start + last.idx + len(last)
    of = last.i + 1 < len(last.doc) and last.doc[last.i + 1].lower_ in ("of", "dated", "from")
    named = _of_place(last)
    if named is not None:
        end = paragraph.start + named.idx + len(named)
    elif date is not None and date.start >= end and of:
        end = date.end
    elif date is not None and date.start >= end and not _proper(lefts, noun):
        end = max(end, _signed_in(layers, paragraph, end, date))
    return layers.span(start, end)


def _of_place(noun: Token) -> Token | None:
    """The last word of the place after which an agreement is called ("the Treaty of Brenn"); null for none."""
    doc, at = noun.doc, noun.i + 2
    if not noun.text[0].isupper() or at >= len(doc) or doc[noun.i + 1].lower_ != "of" or doc[at].pos_ != "PROPN":
        return None
    if doc[at].ent_type_ == "DATE" or doc[at].lower_ in words("months"):
        return None
    while at + 1 < len(doc) and doc[at + 1].pos_ == "PROPN" and doc[at + 1].text[0].isupper():
        at += 1
    return doc[at]


def _signed_in(layers: Layers, paragraph: Paragraph, end: int, date: TimeExpression) -> int:
    """Where the name of the place ends in which a nameless agreement was made ("an accord signed in Kelm on 9 May")."""
    between = paragraph.tokens(layers.span(end, date.start))
    named = [t for t in between or () if t.pos_ == "PROPN" and end <= paragraph.start + t.idx < date.start]
    placed = [t for t in named if t.i and t.doc[min(n.i for n in named) - 1].lower_ in ("in", "at")]
    return paragraph.start + placed[-1].idx + len(placed[-1]) if placed else end


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("the", "a", "an", "this", "that", "its", "their") else name


def _day(date: TimeExpression | None) -> str | None:
    """The date as an ISO date where its words tell the year: "2020-11-09", "2020-11", "2020"."""
    if date is None:
        return None
    parts = dict(word.split("=", 1) for word in date.form.split(" ")[1:])
    if date.form.startswith("value "):
        return parts["v"] if "-" in parts["v"] else None
    if "y" not in parts:
        return None
    return "-".join(parts[key] for key in ("y", "m", "d") if key in parts)


def _same(first: _Mention, other: _Mention) -> bool:
    """Whether two mentions name one agreement: the same known one, or the same noun with names that agree."""
    if first.known is not None and other.known is not None:
        return first.known == other.known
    a, b = _day(first.date), _day(other.date)
    if a and b and not (a.startswith(b) or b.startswith(a)):
        return False
    if first.head.lemma_.lower() != other.head.lemma_.lower():
        return False
    return bool(a and b) or first.names <= other.names or other.names <= first.names


def _draft(layers: Layers, mentions: list[_Mention]) -> AgreementDraft:
    fullest = max(mentions, key=lambda m: (m.date is not None, len(m.span.text), -m.span.start))
    dates = [m.date for m in mentions if m.date is not None]
    date = max(dates, key=lambda d: len(_day(d) or ""), default=None)  # "the 2019 pact" is that of "April 8, 2019"
    ident = next((m.known.id for m in mentions if m.known is not None), None)
    parties = tuple(dict.fromkeys(span for m in mentions for span in _parties(m)))
    alone = ident is not None and len(parties) == 1  # "the nuclear pact with X": the table knows the others
    return AgreementDraft(
        name=_without_article(fullest.span.text),
        known_id=ident,
        date=None if date is None else layers.span(date.start, date.end),
        parties=() if alone else parties,
        mentions=tuple(m.span for m in mentions),
        obligations=tuple(span for m in mentions for span in _spans(m)),
    )


def _parties(mention: _Mention) -> Iterator[Span]:
    """Those that the text names as its parties: "the pact between X and Y", "signed by X and Y"."""
    yield from (mention.paragraph.span(noun_phrase(party)) for party in makers(mention.head))
    for preposition in (c for c in mention.head.children if c.dep_ == "prep" and c.lower_ in words("between")):
        for first in (c for c in preposition.children if c.dep_ == "pobj"):
            for party in coordinated(first):
                if party.pos_ == "PROPN":
                    yield mention.paragraph.span(noun_phrase(party))


def _spans(mention: _Mention) -> Iterator[Span]:
    """What the text says that an agreement provides, by its name or by a word that takes it up."""
    for head in (mention.head, *taken_up(mention.head)):
        yield from (mention.paragraph.span(words_) for words_ in provided(head))


def _with_obligations(draft: AgreementDraft, quoted: tuple[Span, ...]) -> AgreementDraft:
    return replace(draft, obligations=tuple(sorted({*draft.obligations, *quoted})))
