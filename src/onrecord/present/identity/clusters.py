"""Items of many reports put together where they are one, with all their records kept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import msgspec

from onrecord.model import Report
from onrecord.present.identity.items import Item, Kind, items
from onrecord.present.identity.likeness import SAME, likeness
from onrecord.present.identity.names import Allegiances

_COMPARED = 6
"""Members of a cluster that a further item is held against: the earliest ones."""
_BUCKET = 10
"""Days of one block; an item is compared with clusters of its own block and of those beside it."""
_CANDIDATES = 40
"""Clusters that an item is compared with: those that share most names with it."""

type _Key = tuple[tuple[str, str], int]
"""Kind and name, and the block of days, by which clusters are found; the block is 0 where days do not matter."""
type _Blocks = dict[tuple[str, str], dict[int, list[int]]]
"""Clusters by their keys."""


class Cluster(msgspec.Struct, frozen=True):
    """One contact, event, statement or condition with every record of it, the earliest first."""

    items: tuple[Item, ...]

    @property
    def kind(self) -> Kind:
        """What the records are of."""
        return self.items[0].kind

    @property
    def docs(self) -> tuple[str, ...]:
        """The documents that tell of it, each once, the earliest first."""
        ordered = sorted(self.items, key=lambda i: (i.published, i.doc)) if len(self.items) > 1 else self.items
        return tuple(dict.fromkeys(item.doc for item in ordered))


def clusters(
    reports: Sequence[Report], kinds: Sequence[Kind] = ("contact", "event"), stand: Allegiances | None = None
) -> tuple[Cluster, ...]:
    """Every item of these kinds in exactly one cluster, by day; the order of the reports does not matter.

    `stand` tells for whom each person speaks, where that is known for these very reports already.
    """
    return joined(items(reports, kinds, stand))


def joined(found: Sequence[Item]) -> tuple[Cluster, ...]:
    """Items in their order (see `Item.order`), each with the cluster that it is most like, else on its own.

    The likeness to a cluster is the mean of that to its earliest members, so that a chain of items of which each is
    like the next does not become one.
    """
    blocks: _Blocks = {}
    made: list[list[Item]] = []
    first: list[list[Item]] = []  # those of each that others are held against
    for item in found:
        keys = _keys(item)
        best = _best(item, keys, first, blocks)
        if best is None:
            made.append([item])
            first.append([item])
            best = len(made) - 1
        else:
            made[best].append(item)
            if len(first[best]) < _COMPARED:
                first[best].append(item)
        for name, bucket in keys + _at_any_time(item):
            block = blocks.setdefault(name, {}).setdefault(bucket, [])
            if best not in block[-8:]:
                block.append(best)
    return tuple(Cluster(tuple(members)) for members in made)


def _best(item: Item, keys: Sequence[_Key], first: Sequence[Sequence[Item]], blocks: _Blocks) -> int | None:
    near = [
        days[beside]
        for name, bucket in keys
        if (days := blocks.get(name)) is not None
        for beside in (bucket - 1, bucket, bucket + 1)
        if beside in days
    ]
    if item.back:
        near += [days[0] for name, _ in _at_any_time(item) if (days := blocks.get(name)) is not None]
    seen = Counter(chain.from_iterable(near))
    scored = []
    for at in _nearest(seen):
        members = first[at]
        total, left = 0.0, len(members)
        needed = SAME * left
        for member in members:
            if total + left < needed - 1e-9:  # even if all others were the same
                break
            total += likeness(item, member, needed - total - left + 1)
            left -= 1
        if not left and total >= needed:
            scored.append((total / len(members), -at))
    return -max(scored)[1] if scored else None


def _nearest(seen: Mapping[int, int]) -> Iterable[int]:
    """The clusters that are compared, in any order, of those that share so many names with an item."""
    if len(seen) <= _CANDIDATES:
        return seen
    least = sorted(seen.values())[-_CANDIDATES]
    likely = [at for at, times in seen.items() if times > least]
    others = sorted([at for at, times in seen.items() if times == least])
    return likely + others[: _CANDIDATES - len(likely)]


def _keys(item: Item) -> list[_Key]:
    kind = item.kind if item.kind in ("contact", "statement") else f"{item.kind}:{item.type}"
    bucket = (item.last if item.last is not None else 0) // _BUCKET
    return [((kind, name), bucket) for name in sorted(_names(item))] or [((kind, ""), bucket)]


def _names(item: Item) -> frozenset[str]:
    if item.kind == "contact":
        return item.names
    if item.deed:
        return item.names | item.place | item.struck
    return (item.by | item.to | item.place) or item.names


def _at_any_time(item: Item) -> list[_Key]:
    """The keys of a deed of force without its days, by which it is found again where it is told as known."""
    return [((f"known:{item.type}", name), 0) for name in sorted(_names(item))] if item.deed else []
