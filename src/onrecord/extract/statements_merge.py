"""Rules and model together.

Where both find a statement, the model's source and its bounds of indirect speech are better and the quotation marks'
bounds of direct speech are; the rules know which verb it is, hence act, addressees and negation. Rules alone add what
the model was never taught: statements inside statements, and quotations that it missed.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from onrecord.extract.statements_found import ALIKE, Bounds, Found, Shelf, iou, shared

_QUOTED = ("quotation", "signature", "carried")
BESIDE = 8
"""Most code points between a source and its cue, an auxiliary included."""


def laid_out(turns: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """`turns`, which the layout shows, and of `others` those that do not tell the same words again."""
    if not turns:
        return list(others)
    pool = Pool(turns)
    return [
        *turns,
        *(o for o in others if not pool.repeats(o) and not pool.is_own(o) and not pool.straddles(o)),
    ]


def apart(found: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """Those of `found` that share no characters with any of `others`."""
    pool = Pool(others)
    return [one for one in found if not pool.near(one.hull)]


def merged(rules: Sequence[Found], learned: Sequence[Found]) -> list[Found]:
    """One list of statements from both, each marked with what found it."""
    if not learned:
        return list(rules)
    ruled = _Ruled(rules)
    ended = [_ended(found, ruled) for found in learned]
    parted = {id(rule) for _, others in ended for rule in others}
    pool = Pool(result := [_urging(found, ruled) for found, _ in ended])
    alone: list[Found] = []
    for rule in rules:
        if rule.reading == "signature" or rule.sure or (rule.reading == "clause" and rule.source is not None):
            _part_with(result, pool, rule)
        number = pool.match(rule)
        if number is None:
            alone.append(rule)
        else:
            result[number] = _joined(result[number], rule)
    sure = (replace(rule, sure=True) if id(rule) in parted else rule for rule in alone)
    return result + [rule for rule in sure if pool.has_room(rule)]


class _Ruled:
    """What rules found, in its order, by the words of cues and sources."""

    def __init__(self, rules: Sequence[Found]) -> None:
        self.clauses, self.urging = Shelf[Found](), Shelf[Found]()
        self.by_source: dict[tuple[Bounds | None, int], list[Found]] = {}
        for rule in rules:
            if rule.cue is None:
                continue
            self.by_source.setdefault((rule.source, rule.zone), []).append(rule)
            if rule.reading == "clause":
                self.clauses.add(rule, rule.cue)
                if rule.addressees and rule.source is not None:
                    self.urging.add(rule, rule.source)


def _ended(found: Found, ruled: _Ruled) -> tuple[Found, list[Found]]:
    """A statement without what its source goes on to say by a cue of its own ("demanded that …, and warned of …"),
    and the rules' statements that tell this."""
    cue = found.cue
    near = () if cue is None else ruled.clauses.near(cue)
    own = next((r for r in near if cue and r.cue and shared(r.cue, cue)), None)
    if own is None or own.source is None:
        return found, []
    end = own.content[-1][1]
    again = [r for r in ruled.by_source[own.source, own.zone] if r is not own]
    after = [r for r in again if any(a < end <= (r.cue or (0, 0))[0] < b for a, b in found.content)]
    if not after:
        return found, []
    return replace(found, content=tuple((a, min(b, end)) for a, b in found.content if a < end)), after


def _urging(found: Found, ruled: _Ruled) -> Found:
    """With the verb that urges as its cue, not what is urged: "invited both to Geneva to discuss the railway"."""
    if found.cue is None or found.source is None or not found.content:
        return found
    for rule in ruled.urging.near(found.source):
        if rule.source is None or rule.cue is None:
            continue
        (start, end), told = rule.content[0], found.content[-1]
        within = start < found.cue[0] and rule.addressees[0][1] <= found.cue[0] and told[1] <= end
        if within and rule.addressees[0][0] == start and shared(rule.source, found.source) and rule.zone == found.zone:
            urged = ((start, told[1]),)
            return replace(found, content=urged, cue=rule.cue, verb=rule.verb, addressees=rule.addressees)
    return found


def _part_with(result: list[Found], pool: "Pool", signed: Found) -> None:
    """Take out of statements of several fragments one that is signed by name ("… ” — X") or has a cue of its own."""
    for number in pool.near(signed.hull):
        found = result[number]
        if signed.reading != "signature" and (found.cue is None or signed.cue is None or shared(found.cue, signed.cue)):
            continue
        if signed.reading != "signature" and signed.zone != found.zone:
            continue  # told inside the quotation, not beside it
        if not (signed.reading == "signature" or signed.sure) and found.content[0] in signed.content:
            continue
        alike = 0.8 if signed.reading == "signature" or signed.sure else 0.95
        rest = tuple(part for part in found.content if iou((part,), signed.content) < alike)
        if rest and len(rest) < len(found.content):
            result[number] = replace(found, content=rest)


class Pool:
    """The model's statements, to be searched by place in time that does not grow with their number."""

    def __init__(self, learned: Sequence[Found]) -> None:
        self._learned = learned
        order = sorted(range(len(learned)), key=lambda n: learned[n].hull)
        self._order = order
        self._starts = [learned[n].hull[0] for n in order]
        self._reach = list(accumulate((learned[n].hull[1] for n in order), max))

    def near(self, bounds: Bounds) -> list[int]:
        """Numbers of the statements whose hull overlaps `bounds`."""
        last = bisect_left(self._starts, bounds[1])
        found = []
        for place in range(last - 1, -1, -1):
            if self._reach[place] <= bounds[0]:
                break
            if shared(self._learned[self._order[place]].hull, bounds):
                found.append(self._order[place])
        return found

    def match(self, rule: Found) -> int | None:
        """The model's statement that `rule` is, by most characters in common."""
        near = self.near(rule.hull)
        best = max(near, key=lambda n: (_likeness(self._learned[n], rule), -n), default=None)
        return best if best is not None and _likeness(self._learned[best], rule) >= ALIKE else None

    def repeats(self, other: Found) -> bool:
        """Whether a statement's words are those of these, its source being told by the layout alone."""
        hull = other.hull
        told = 0
        for number in self.near(hull):
            turn = self._learned[number]
            if not _told_within(other, turn):
                told += shared(turn.hull, hull)
        return told >= 0.6 * (hull[1] - hull[0])

    def straddles(self, other: Found) -> bool:
        """Whether a statement begins or ends in the midst of one of these, whose bounds the layout shows."""
        return any(
            shared(part, told) and not _within(part, told) and not _within(told, part)
            for number in self.near(other.hull)
            for told in self._learned[number].content
            for part in other.content
        )

    def is_own(self, other: Found) -> bool:
        """Whether something told in a turn has its label for its source: the speaker's own words once more."""
        told = other.cue or other.content[0]
        near = [self._learned[n] for n in self.near(told)] if other.source is not None else []
        return any(turn.source == other.source and _inside(told, turn) for turn in near)

    def has_room(self, rule: Found) -> bool:
        """Whether a statement that only the rules found adds to the model's: told inside one of theirs, or apart."""
        told = rule.cue or rule.source or rule.content[0]
        near = self.near(_hull(told, rule.hull))
        holders = [n for n in near if _inside(told, self._learned[n])]
        if holders and rule.modal:
            return False  # "both sides would ask the Commission": not yet said
        if holders:  # its source must be named there too, or it is a second reading of the outer statement
            named = rule.source or rule.informed
            return named is not None and any(_inside(named, self._learned[n]) for n in holders)
        return rule.sure and not any(self._touches(n, rule) for n in near)

    def _touches(self, number: int, rule: Found) -> bool:
        """Whether a statement of the same zone tells some of the rule's words; what lies in its gap is free, and what
        is told inside the rule's is another one."""
        learned = self._learned[number]
        if learned.zone != rule.zone or _holds_cue(rule, learned):
            return False
        return any(shared(part, told) for part in learned.content for told in (*rule.content, rule.cue or (0, 0)))


def _hull(a: Bounds, b: Bounds) -> Bounds:
    return min(a[0], b[0]), max(a[1], b[1])


_SLACK = 2
"""Marks by which the bounds of what is told in a turn may differ from the turn's."""


def _within(inner: Bounds, outer: Bounds) -> bool:
    return outer[0] - _SLACK <= inner[0] and inner[1] <= outer[1] + _SLACK


def _told_within(other: Found, turn: Found) -> bool:
    """Whether somebody in a turn tells what others said: its cue or source stands in the turn's words."""
    told = other.cue or other.source
    if told is None or not _inside(told, turn):
        return False
    named = other.cue is not None and other.source is not None and _inside(other.source, turn)
    return named or iou(other.content, turn.content) < 0.8


def _inside(told: Bounds, found: Found) -> bool:
    return any(start <= told[0] and told[1] <= end for start, end in found.content)


def _likeness(found: Found, rule: Found) -> float:
    """Characters in common; the same cue settles it between a statement and one inside it."""
    if rule.announced:
        return iou(found.content, rule.content)
    if _tells_so(rule):
        of_it = found.source is not None and rule.source is not None and shared(found.source, rule.source) > 0
        return 1.0 if of_it and shared(found.hull, rule.hull) else iou(found.content, rule.content)
    same = 0.5 if found.cue and rule.cue and shared(found.cue, rule.cue) else 0.0
    if not same and (_holds_cue(found, rule) or _holds_cue(rule, found)):
        return 0.0
    alike = iou(found.content, rule.content)
    if same and rule.sure and rule.addressees and rule.addressees[0][0] == rule.content[0][0] <= found.hull[0]:
        return max(alike + same, ALIKE) if found.hull[1] <= rule.hull[1] else alike + same  # all of it is urged
    return alike + same if alike >= ALIKE or (same and alike > 0.2) else 0.0


def _tells_so(rule: Found) -> bool:
    """Whether a noun for what somebody tells names the source: "by the army's account"."""
    return rule.reading == "source phrase" and rule.sure


def _holds_cue(outer: Found, inner: Found) -> bool:
    """Whether one tells that somebody said it inside the words of the other: two statements, not one."""
    return inner.cue is not None and outer.cue is not None and _inside(inner.cue, outer)


def _joined(found: Found, rule: Found) -> Found:
    """The model's statement with what the rule knows of it."""
    if rule.announced or _tells_so(rule):
        return replace(rule, found_by="both", score=found.score)
    whole = rule.reading in _QUOTED and rule.whole and iou(found.content, rule.content) >= 0.8
    return replace(
        found,
        content=rule.content if whole or _fronted(rule, found) else _with_addressee(rule, found) or found.content,
        source=rule.source if rule.reading == "signature" or _nearer(rule, found) else found.source or rule.source,
        cue=found.cue or rule.cue,
        verb=rule.verb or found.verb,
        act=rule.act,
        negated=rule.negated or found.negated,
        whole=rule.whole,
        addressees=rule.addressees or found.addressees,
        carries=rule.carries and found.source is None,
        found_by="both",
    )


def _nearer(rule: Found, found: Found) -> bool:
    """Whether the rule's source stands between the model's and the cue: "The ministry said that the minister told"."""
    if not rule.sure or rule.source is None or found.source is None or rule.cue is None:
        return False
    if found.cue is None or not shared(rule.cue, found.cue):
        return False
    beside = 0 <= rule.cue[0] - rule.source[1] <= BESIDE
    return rule.reading == "clause" and beside and found.source[1] <= rule.source[0]


def _fronted(rule: Found, found: Found) -> bool:
    """Whether the model left out how a clause before its cue begins ("In his reply, the premier agreed, she added")."""
    if rule.reading != "clause" or len(rule.content) != 1 or len(found.content) != 1 or rule.cue is None:
        return False
    (start, end), told = rule.content[0], found.content[0]
    return end == told[1] < rule.cue[0] and start < told[0] and rule.zone == found.zone


def _with_addressee(rule: Found, found: Found) -> tuple[Bounds, ...]:
    """All that is urged, of which the model left out to whom ("urged X on Monday to reopen"); else empty."""
    if not (rule.sure and rule.addressees and rule.reading == "clause" and len(rule.content) == 1):
        return ()
    (start, end), told = rule.content[0], found.hull
    if rule.addressees[0][0] != start:
        return ()
    if rule.addressees[0] == told:
        return rule.content  # nothing but whom it was said to
    left_out = start < told[0] and rule.addressees[0][1] <= told[0] and told[1] <= end
    return ((start, told[1]),) if left_out else ()
