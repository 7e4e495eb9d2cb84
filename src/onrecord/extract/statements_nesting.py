"""From what was found to drafts: order, nesting, kind, carried sources."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.layers import Layers, Quotation
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements_circumstances import Circumstances, circumstances
from onrecord.extract.statements_found import Bounds, Found, shared
from onrecord.extract.statements_heading import heading_channel
from onrecord.model import Span
from onrecord.model.vocabulary import Channel, StatementKind

_OCCASIONS = frozenset({"press briefing", "interview", "broadcast", "speech", "social media"})
"""What a whole document can be an account of; a letter or a statement is its author's own words instead."""
_CONTACT = re.compile(
    r"\b(?:(?:phone|telephone|video) call|call with|called(?! (?:on|upon|for)\b)|phone[ds]?|telephone|spoke|met|"
    r"meeting|talks|received|conversation|(?:working|official|state|courtesy) visit|visited|on a visit)\b"
)
_BODIES_OF = re.compile(
    r"(?:\b(?:of|at|for|from|with|chairs|coordinates|leads|heads|runs) (?:the )?)((?:[A-Z][\w-]+ ){1,5}?[A-Z][\w-]+)\b"
)
"""The body that somebody is of: one whose name heads the release speaks for its author."""
_HEAD = 700
"""Code points of a press statement in which a contact it accounts for is told."""
_FIRST_PERSON = frozenset({"i", "we"})
_WRITTEN = frozenset({"statement", "letter", "social media"})
_OWN = frozenset({"i", "we", "my", "our", "we,"})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A statement with the index of the one it stands in."""

    found: Found
    parent: int | None


def drafts(layers: Layers, found: Sequence[Found]) -> tuple[StatementDraft, ...]:
    """The statements as drafts, in text order, each parent before what is nested in it."""
    placed = _placed(layers, sorted(found, key=lambda f: (f.hull[0], -f.hull[1], f.cue or (0, 0))))
    made: list[StatementDraft] = []
    sources = _Sources(layers)
    heading = heading_channel(layers)
    for number, item in enumerate(placed):
        own = heading in ("statement", "letter", "report") and _is_authors(layers, item.found, heading)
        default = heading if item.parent is None and (heading in _OCCASIONS or own) else "unknown"
        outer = None if item.parent is None else placed[item.parent].found
        if outer is not None and _is_performed(layers, item.found, outer):
            default = outer.channel
        made.append(_draft(layers, item, sources.carried(number, item), default))
    return tuple(made)


def _is_authors(layers: Layers, found: Found, heading: Channel) -> bool:
    """Whether the author of a letter or press release speaks: "we", or a body that its heading names."""
    if found.source is None:
        return False
    if heading in ("letter", "report") and layers.text[slice(*found.source)].lower().split()[0] in _OWN:
        return not _is_past(layers, found)
    if heading == "report":
        return False
    if _CONTACT.search(layers.text, 0, _HEAD) is not None:
        return False  # what was said in the call or meeting that it accounts for
    words = layers.text[slice(*found.source)].removeprefix("The ").removeprefix("the ")
    head = layers.text[: layers.paragraphs[min(2, len(layers.paragraphs) - 1)].end]
    own = words.lower() in _FIRST_PERSON or words.lower().startswith("we,") or (words[:1].isupper() and words in head)
    return own or any(name in head for name in _BODIES_OF.findall(words))


def _is_past(layers: Layers, found: Found) -> bool:
    """Whether an author tells what he said before ("I have asked the Minister twice"), not what he says here."""
    paragraph = None if found.cue is None else layers.paragraph_at(found.cue[0])
    tokens = None if paragraph is None or found.cue is None else paragraph.tokens(layers.span(*found.cue))
    if tokens is None:
        return False
    verb = tokens.root
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(t.lemma_ == "have" for t in verb.children))


def _is_performed(layers: Layers, found: Found, outer: Found) -> bool:
    """Whether a letter, release or post does by its words what it tells: "We demand …", "My Government protests …"."""
    if outer.reading != "turn" or outer.channel not in _WRITTEN or found.source is None or found.zone != outer.zone:
        return False
    words = layers.text[slice(*found.source)].lower().split()
    named = outer.source is not None and words[-1] in layers.text[slice(*outer.source)].lower().split()
    return (words[0] in (*_OWN, "it") or named) and _is_present(layers, found)


def _is_present(layers: Layers, found: Found) -> bool:
    """Whether its cue is a verb in the simple present."""
    paragraph = None if found.cue is None else layers.paragraph_at(found.cue[0])
    tokens = None if paragraph is None or found.cue is None else paragraph.tokens(layers.span(*found.cue))
    return tokens is not None and tokens.root.tag_ in ("VBP", "VBZ", "VB")


class _Sources:
    """The sources named so far, and whose word goes on."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._first: dict[Bounds, int] = {}
        self._last: int | None = None

    def carried(self, number: int, item: _Placed) -> int | None:
        """The statement before number `number` whose speaker it carries on; None where it names its own."""
        found = item.found
        carried = None
        if found.source is not None and (found.carries or self._named_elsewhere(found)):
            carried = self._first.get(found.source)
        if found.source is None and found.carries and item.parent is None:
            carried = self._last
        if found.source is not None and carried is None:
            self._first.setdefault(found.source, number)
        if item.parent is None and found.act == "speech" and (found.source is not None or carried is not None):
            self._last = number if carried is None else carried
        return carried

    def _named_elsewhere(self, found: Found) -> bool:
        """Whether the source stands in another paragraph than what is said."""
        if found.source is None or found.cue is not None:
            return False
        return self._layers.paragraph_at(found.source[0]) != self._layers.paragraph_at(found.content[0][0])


def _placed(layers: Layers, ordered: Sequence[Found]) -> list[_Placed]:
    """Every statement with its parent; a speaker's own "I think" in his quotation is part of it, not a statement."""
    kept: list[_Placed] = []
    open_: list[int] = []
    for item in ordered:
        while open_ and kept[open_[-1]].found.hull[1] <= item.hull[0]:
            open_.pop()
        parent = _parent(kept, open_, item)
        if parent is not None and _is_own(layers, item, kept[parent].found):
            continue
        inner = item if parent is None else _clipped(item, kept[parent].found)
        kept.append(_Placed(inner, parent))
        open_.append(len(kept) - 1)
    return kept


def _parent(kept: list[_Placed], open_: list[int], item: Found) -> int | None:
    """The innermost open statement with a fragment that holds this one's cue and content."""
    for number in reversed(open_):
        outer = kept[number].found
        if any(_holds(part, item) for part in outer.content) or _holds_parted(outer, item):
            return number
    return None


def _holds_parted(outer: Found, item: Found) -> bool:
    """Whether a statement stands in the words of another, its source in another fragment of them: a point of a list
    that somebody tells, or "Mr Lind, it added, promised nothing", or what he says: "He replied, it added, that …"."""
    if item.source is None or not (item.announced or len(outer.content) > 1) or outer.zone != item.zone:
        return False
    told = item.cue or item.content[0]
    part = next((p for p in outer.content if p[0] <= told[0] and told[1] <= p[1]), None)
    if part is None or part == item.content[0]:
        return False
    behind = any(p is not part and p[0] <= item.content[0][0] and item.content[-1][1] <= p[1] for p in outer.content)
    if not shared(part, item.content[0]) and not behind:
        return False
    return any(p[0] <= item.source[0] and item.source[1] <= p[1] for p in outer.content)


def _clipped(item: Found, outer: Found) -> Found:
    """A statement without words that lie beyond the one it stands in: the reporter's "…, the spokesman said"."""
    part = next((p for p in outer.content if _holds(p, item)), None)
    if part is None or item.announced or all(part[0] <= a and b <= part[1] for a, b in item.content):
        return item
    within = tuple((max(a, part[0]), min(b, part[1])) for a, b in item.content if shared((a, b), part))
    return replace(item, content=within or item.content)


def _holds(part: Bounds, item: Found) -> bool:
    told = [b for b in (item.cue, item.source) if b is not None] or list(item.content)
    if not all(part[0] <= a and b <= part[1] for a, b in told):
        return False
    return part != item.content[0] and shared(part, item.content[0]) > 0


def _is_own(layers: Layers, item: Found, parent: Found) -> bool:
    """Whether the source is the "I" or "we" of the quotation that the statement stands in, speaking now.

    What he told others before is a statement of its own ("I told the minister that the road was open," she said), and
    so is what he does by the words of a letter, a release or a post: "We call on both parties to meet".
    """
    if item.source is None:
        return item.reading == "clause" and item.informed is None
    said_by = layers.text[item.source[0] : item.source[1]].lower()
    now = item.act != "speech" or not _is_past(layers, item)
    written = parent.reading == "turn" and parent.channel in _WRITTEN and item.act == "speech"
    return said_by in _FIRST_PERSON and parent.reading != "clause" and now and not written


def _draft(layers: Layers, item: _Placed, carried: int | None, default: Channel) -> StatementDraft:
    found = item.found
    told: Circumstances = circumstances(layers, found, default)
    found = _past_listener(layers, found, told.addressees)
    if (
        item.parent is not None
        and told.channel == "interview"
        and told.venue is not None
        and told.venue.text in ("us", "me")
    ):
        told = replace(told, channel="unknown", venue=None)  # "they told us", in the mouth of one who is no journalist
    return StatementDraft(
        kind=_kind(layers.quotations, found),
        act=found.act,
        content=tuple(_span(layers, part) for part in found.content),
        cue=None if found.cue is None else _span(layers, found.cue),
        source=None if found.source is None or carried is not None else _span(layers, found.source),
        carried_from=carried,
        addressees=told.addressees,
        channel=told.channel,
        assumed=told.assumed,
        venue=told.venue,
        when=told.when,
        parent=item.parent,
        negated=found.negated,
        score=found.score,
        found_by=found.found_by,
    )


def _past_listener(layers: Layers, found: Found, heard: Sequence[Span]) -> Found:
    """Without listeners at the head of the source: "at talks with President Lind, Marad's leader, Kress, said"."""
    if found.source is None:
        return found
    start, end = found.source
    for span in heard:
        apart = span.text.endswith(",") or layers.text[span.end : span.end + 1] == ","
        if apart and span.start <= start < span.end < end - 2:
            start = span.end + len(layers.text[span.end : end]) - len(layers.text[span.end : end].lstrip(" ,"))
    return replace(found, source=(start, end)) if start != found.source[0] else found


def _span(layers: Layers, bounds: Bounds) -> Span:
    return layers.span(*bounds)


def _kind(quotations: Sequence[Quotation], found: Found) -> StatementKind:
    """direct: (nearly) all between marks of the statement's own level; mixed: some of it; else indirect."""
    quoted = sum(
        shared(part, (q.start, q.end)) for part in found.content for q in _within(quotations, part, found.zone)
    )
    share = quoted / max(sum(b - a for a, b in found.content), 1)
    if found.verbatim:
        return "direct"
    if share >= 0.95:
        return "direct" if found.whole else "mixed"
    return "mixed" if share > 0.02 else "indirect"


def _within(quotations: Sequence[Quotation], part: Bounds, zone: int) -> list[Quotation]:
    """The quotations of `zone` that start in `part`, or hold its start."""
    parent = None if zone < 0 else zone
    first = bisect_left(quotations, part[0], key=lambda q: q.start)
    last = bisect_left(quotations, part[1], key=lambda q: q.start)
    return [q for q in quotations[first:last] if q.parent == parent]
