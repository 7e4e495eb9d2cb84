"""What the learned tagger's statements are cleared of before they meet the rules.

Words that are not what was said (whom it was said to, the hour of a live blog's entry), sources that heard rather than
spoke, and requests not to be named.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import Layers
from onrecord.extract.statements_bounds import bounded
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import Bounds, Found, shared
from onrecord.model import Span

_HEARING = re.compile(r"\b(?:hear[ds]?|learn(?:s|ed|t)?)\b")
_WAS_TOLD = re.compile(r"\b(?:was|were|been|be|being) (?:told|informed|assured|promised|warned)\b")
_HOUR = re.compile(r"(?:\d{1,2}[.:h]\d{2}(?:\s?(?:[ap]\.?m\.?|GMT|UTC))?)[\s:–—-]+")
_SPEAKING = frozenset(["Briefing", "Addressing", "Speaking", "Opening", "Closing", "Answering", "Reporting"])
_PARTICIPLE = re.compile(r"[A-Z]\w+ing\b[^,]{3,80}, (?=\w)")
_LABEL = re.compile(r"[A-Z][A-Z.'’ -]+:\s+")
_UNNAMED = re.compile(
    r"not to be (?:named|identified|quoted)|to remain anonymous|anonymity|not be (?:named|identified)"
)
_SILENT = re.compile(r"\b(?:no mention of|not mention(?:ed)?|silent on|declined to comment)\b")
_AS_SAYING = re.compile(r"as (?:saying|telling \w+|having said)(?:(?:,? [^“”\"‘.;]{0,80}?)??,?:? (?=that\b|[“\"‘'])| )")
_BESIDE = re.compile(r"[^“”\"‘.;]{1,80}?, (?=as (?:saying|telling|having said)\b)")
"""What stands beside the one quoted: "Lind, the foreign minister, as saying"."""
_BARE_AS = re.compile(r"\W*as (?:saying|having said)\W*")
_MARKS = tuple("“”\"‘’'«»„`")
_TITLES = 3
_HEADINGS = frozenset(
    ["interview", "exclusive", "analysis", "opinion", "live", "watch", "video", "transcript", "update"]
)


def repaired(layers: Layers, learned: Iterable[Found]) -> Iterator[Found]:
    """The tagger's statements, mended, in the same order."""
    for found in learned:
        if _of_dateline(layers, found):
            continue
        mended = replace(found, source=None, cue=None) if _is_heading(layers, found) else _without_mark(layers, found)
        for single in (s for told in _apart(layers, bounded(layers, mended)) for s in _unfolded(layers, told)):
            one = _by_subject(layers, _quoted(layers, _deaf(layers, _said(layers, single))))
            if one.hull[0] < one.hull[1]:  # "Sugar was quoted at 3.28 cents": nobody said anything
                yield one


def without_requests(layers: Layers, statements: Iterable[Found]) -> list[Found]:
    """Statements but for requests that say nothing of the matter ("asked not to be named"), and for silence."""
    return [
        s
        for s in statements
        if not any(_UNNAMED.match(layers.text, *part) for part in s.content)
        and (s.cue is None or _SILENT.search(layers.text, *s.cue) is None)
    ]


def without_titles(layers: Layers, shown: Iterable[Found], statements: Iterable[Found]) -> list[Found]:
    """Statements but for the quotation that is the title of a talk, letter or release that the layout shows."""
    first = min((one.hull[0] for one in shown), default=0)
    heads = {p.start for p in layers.paragraphs[:_TITLES] if p.end <= first and layers.text[p.start] in _MARKS}
    return [s for s in statements if s.hull[0] not in heads]


def _without_mark(layers: Layers, found: Found) -> Found:
    """Without a source that is nothing but the mark of a point of a list ("- recalled the accord")."""
    mark = found.source is not None and not any(c.isalnum() for c in layers.text[slice(*found.source)])
    return replace(found, source=None) if mark else found


def _is_heading(layers: Layers, found: Found) -> bool:
    """Whether the "source" is the sort of the text ("Interview: “The river is ours”")."""
    return found.source is not None and layers.text[slice(*found.source)].lower().strip(":") in _HEADINGS


def _of_dateline(layers: Layers, found: Found) -> bool:
    """Whether the "speaker" is the town from which a report is dated ("PORT ELIN: Trucks queued …")."""
    if found.source is None or found.source[0] != layers.paragraphs[0].start or found.cue is None:
        return False
    return found.source[1] <= layers.paragraphs[0].end <= found.hull[0] and layers.text[slice(*found.cue)] == ":"


def _unfolded(layers: Layers, found: Found) -> Iterator[Found]:
    """Of "It said the premier told the envoy that …", which the tagger took for one: what it said, what he told."""
    paragraph = layers.paragraph_at(found.hull[0])
    if paragraph is None or found.cue is None or found.source is None or len(found.content) != 1:
        yield found
        return
    outer, inner = paragraph.tokens(layers.span(*found.cue)), paragraph.tokens(layers.span(*found.source))
    if outer is None or inner is None or not found.cue[1] < found.source[0] < found.source[1] < found.hull[0]:
        yield found
        return
    below = inner.root.head
    above = syntax.grammatical_subjects(outer.root)
    between = found.source[1] < paragraph.start + below.idx < found.hull[0]
    if not between or below.head != outer.root or lexicon().verb(below) is None or not above:
        yield found
        return
    subject = paragraph.span(phrases.noun_phrase(above[0]))
    yield replace(found, source=(subject.start, subject.end), content=((found.source[0], found.hull[1]),))
    verb = paragraph.span(below.doc[below.i : below.i + 1])
    yield replace(found, cue=(verb.start, verb.end))


def _apart(layers: Layers, found: Found) -> Iterator[Found]:
    """What is told in a sentence of its own as another statement: "X stressed that …, it said. The two also “…”"."""
    others = found.content[1:]
    if others and found.cue is not None and others[-1][1] <= found.cue[0]:
        own = [part for part in found.content if part == others[-1] or _continues(layers, others[-1], part)]
        yield replace(found, content=tuple(own))  # "…. Police used tear gas, witnesses said": one sentence is theirs
        return
    rest = [part for before, part in pairwise(found.content) if not _continues(layers, before, part)]
    yield replace(found, content=tuple(part for part in found.content if part not in rest))
    for part in rest:
        yield _told_anew(layers, part, found) or replace(found, content=(part,), cue=None, verb="", carries=True)


def _told_anew(layers: Layers, part: Bounds, found: Found) -> Found | None:
    """What a sentence of its own tells, by its own verb of speech and subject: "… . They said no"; None without."""
    paragraph = layers.paragraph_at(part[0])
    tokens = None if paragraph is None else paragraph.tokens(Span(part[0], part[1], ""))
    verb = None if tokens is None else tokens.root.head
    if paragraph is None or tokens is None or verb is None or verb.i >= tokens.start or lexicon().verb(verb) is None:
        return None
    subjects = [s for s in syntax.grammatical_subjects(verb) if s.i < verb.i]
    if not subjects or (found.cue is not None and paragraph.start + verb.idx == found.cue[0]):
        return None
    cue, source = paragraph.span(verb.doc[verb.i : verb.i + 1]), paragraph.span(phrases.noun_phrase(subjects[0]))
    own = replace(found, content=(part,), verb=verb.lemma_, addressees=())
    return replace(own, cue=(cue.start, cue.end), source=(source.start, source.end))


def _continues(layers: Layers, before: Bounds, part: Bounds) -> bool:
    """Whether a fragment goes on with the one before: in its sentence, or quoted in the next words after it."""
    one, other = layers.sentence_at(before[1] - 1), layers.sentence_at(part[0])
    if one is None or other is None or one == other:
        return True
    if layers.text[part[0]] not in _MARKS:
        return layers.text[before[0]] in _MARKS
    between = layers.sentence_at(one.end + 1)
    return between is None or between == other or between.end > other.start


def _quoted(layers: Layers, found: Found) -> Found:
    """With the one who "was quoted by the agency", or whom it "quoted as saying" it, as its source, not the agency."""
    paragraph = None if found.cue is None else layers.paragraph_at(found.cue[0])
    tokens = None if paragraph is None or found.cue is None else paragraph.tokens(layers.span(*found.cue))
    verb = None if tokens is None else _quoting(tokens)
    subject = None if verb is None else syntax.child(verb, "nsubjpass") or _quoted_as_saying(verb)
    if paragraph is None or subject is None:
        return found
    named = paragraph.span(phrases.noun_phrase(subject))
    parts = [_behind(layers, part, (named.start, named.end)) for part in found.content]
    said = tuple(
        _after_as(layers, part) for part in parts if part is not None and _BARE_AS.fullmatch(layers.text, *part) is None
    )
    before = (paragraph.start + subject.sent.start_char, named.start)
    return replace(found, source=(named.start, named.end), content=said or (_bare(layers, before),))


def _quoting(cue: Iterable[Token]) -> Token | None:
    """The verb by which somebody is quoted, in a cue or above its "as saying"."""
    words = list(cue)
    above = [a for t in words if t.lower_ == "as" or t.tag_ == "VBG" for a in (t.head, t.head.head)]
    return next((t for t in (*words, *above) if t.lemma_ in ("quote", "cite")), None)


def _behind(layers: Layers, part: Bounds, named: Bounds) -> Bounds | None:
    """What of a fragment stands behind the one quoted, of one that names him; None where nothing does."""
    if not shared(part, named):
        return part
    start = named[1] + len(layers.text[named[1] : part[1]]) - len(layers.text[named[1] : part[1]].lstrip(" ,"))
    beside = _BESIDE.match(layers.text, start, part[1])
    start = start if beside is None else beside.end()
    return (start, part[1]) if _AS_SAYING.match(layers.text, start, part[1]) else None


def _quoted_as_saying(verb: Token) -> Token | None:
    """Whom somebody "quoted as saying" something: the object before "as"; None without "as" and what he did."""
    quoted = syntax.child(verb, "dobj")
    if quoted is None or quoted.i < verb.i:
        return None
    after = verb.doc[quoted.i + 1 : max(quoted.i + 6, quoted.right_edge.i + 4)]
    said = any(t.lower_ == "as" and t.nbor().tag_ == "VBG" for t in after if t.i + 1 < len(verb.doc))
    return quoted if said else None


def _by_subject(layers: Layers, found: Found) -> Found:
    """With the subject of its own cue as its source where that is "I" or "we", or where the source found stands in
    another sentence: who spoke the line before."""
    paragraph = None if found.cue is None or found.source is None else layers.paragraph_at(found.cue[0])
    tokens = None if paragraph is None or found.cue is None else paragraph.tokens(layers.span(*found.cue))
    subject = None if tokens is None else syntax.child(tokens.root, "nsubj")
    if paragraph is None or tokens is None or found.source is None or subject is None:
        return found
    first_person = subject.lower_ in ("i", "we")
    own = paragraph.start + tokens.sent.start_char, paragraph.start + tokens.sent.end_char
    away = not shared(found.source, own) and lexicon().verb(tokens.root) is not None
    named = (
        subject.pos_ in ("PROPN", "NOUN", "PRON") and subject.tag_ not in ("WP", "WDT") and subject.text[0].isalnum()
    )
    if not first_person and not (away and named and subject.i < tokens.root.i):
        return found
    start = paragraph.start + subject.idx
    words = layers.span(start, start + len(subject)) if first_person else paragraph.span(phrases.noun_phrase(subject))
    bounds = words.start, words.end
    return found if found.source is None or shared(found.source, bounds) else replace(found, source=bounds)


def _after_as(layers: Layers, part: Bounds) -> Bounds:
    """Without the "as saying" that the words of one who is quoted begin with."""
    opening = _AS_SAYING.match(layers.text, *part)
    return part if opening is None else (opening.end(), part[1])


def _bare(layers: Layers, part: Bounds) -> Bounds:
    """Without blanks and commas at the end."""
    words = layers.text[slice(*part)]
    return part[0], part[0] + len(words.rstrip(" ,"))


def _said(layers: Layers, found: Found) -> Found:
    """Without the fragments that name whom it was said to, and without the hour that an entry begins with."""
    content = [_after_hour(layers, part) for part in found.content]
    if len(content) > 1 and found.cue is not None:
        content = [part for part in content if not _is_heard(layers, part, found)] or content
    source = None if found.source is None else _after_label(layers, _after_hour(layers, found.source))
    source = None if source is None else _after_participle(layers, source)
    return replace(found, content=tuple(content), source=source)


def _is_heard(layers: Layers, part: Bounds, found: Found) -> bool:
    """Whether a fragment lies in the words for an addressee, or in the little that stands between him and the cue.

    An addressee is known, or is the object of "told" and the like ("told her counterpart … that the road was shut").
    """
    if any(part[0] >= a and part[1] <= b + 2 for a, b in found.addressees):
        return True
    paragraph = layers.paragraph_at(part[0])
    tokens = None if paragraph is None else paragraph.tokens(layers.span(*part))
    if paragraph is None or tokens is None or found.cue is None:
        return False
    verb, at = tokens.root.head, paragraph.start + tokens.root.head.idx
    told = lexicon().verb(verb)
    if told is None or "object" not in told.addresses or not found.cue[0] <= at < found.cue[1]:
        return False
    return tokens.root.dep_ in ("dobj", "dative") and not any(token.pos_ in ("VERB", "AUX") for token in tokens)


def _after_hour(layers: Layers, part: Bounds) -> Bounds:
    paragraph = layers.paragraph_at(part[0])
    if paragraph is None or paragraph.start != part[0]:
        return part
    hour = _HOUR.match(layers.text, part[0], part[1])
    return (hour.end(), part[1]) if hour is not None and hour.end() < part[1] else part


def _after_participle(layers: Layers, source: Bounds) -> Bounds:
    """A source without the participle before it that was taken for its head: "Briefing the Council, Ms Rowe said"."""
    opening = _PARTICIPLE.match(layers.text, source[0], source[1])
    paragraph = None if opening is None else layers.paragraph_at(source[0])
    words = None if paragraph is None else paragraph.tokens(layers.span(*source))
    if opening is None or words is None or (words[0].tag_ != "VBG" and words[0].text not in _SPEAKING):
        return source
    return opening.end(), source[1]


def _after_label(layers: Layers, source: Bounds) -> Bounds:
    """A source without the label of the line that it begins: "QUINT: A spokesman", of one whom Quint quotes."""
    paragraph = layers.paragraph_at(source[0])
    if paragraph is None or paragraph.start != source[0]:
        return source
    label = _LABEL.match(layers.text, source[0], source[1])
    return (label.end(), source[1]) if label is not None and label.end() < source[1] else source


def _deaf(layers: Layers, found: Found) -> Found:
    """Without a source that only heard it: "an inquiry heard that …", "residents were told that …"."""
    if found.cue is None or found.source is None:
        return found
    cue = layers.text[slice(*found.cue)].lower()
    right_before = found.source[1] <= found.cue[0] and not layers.text[found.source[1] : found.cue[0]].strip(" ,")
    if right_before and (_HEARING.search(cue) or _WAS_TOLD.search(cue)):
        rest = tuple(part for part in found.content if part != found.source) or found.content
        return replace(found, content=rest, source=None, addressees=(found.source,))
    by = found.cue[1] - 3 <= found.source[0] and "by" in layers.text[found.cue[0] : found.source[0]].split()
    return replace(found, source=None) if _WAS_TOLD.search(cue) and not by else found
