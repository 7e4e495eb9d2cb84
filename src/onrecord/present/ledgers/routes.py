"""Which road, crossing or port words mean: by its name, its id, or as the only one of its kind that is named."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.model import Place, Report, Span
from onrecord.present.phrases import flat
from onrecord.present.sides import Sides
from onrecord.resources.cues import Cue

_HEADS = (
    "road", "corridor", "highway", "crossing", "border", "port", "harbour", "harbor", "airport", "bridge", "route",
    "strait", "railway", "railroad", "checkpoint", "pass", "tunnel", "airspace", "canal", "motorway", "gate",
    "frontier", "ferry", "pier", "jetty", "quay", "landing stage", "airfield", "airstrip", "causeway", "ford", "runway",
    "channel", "fairway", "waterway", "seaway", "seaport", "wharf", "anchorage", "lock", "viaduct", "underpass",
    "footbridge", "pipeline", "terminal", "track", "trail",
)  # fmt: skip
_LAND = frozenset({"road", "corridor", "highway", "route", "motorway"})
_KIND_OF = {
    "airspace": "air", "airport": "air", "airfield": "air", "airstrip": "air", "runway": "air", "railway": "rail",
    "railroad": "rail", "ferry": "ferry", "pipeline": "pipe", "strait": "water", "canal": "water", "channel": "water",
    "fairway": "water", "waterway": "water", "port": "port", "harbour": "port", "harbor": "port", "seaport": "port",
    "pier": "port", "jetty": "port", "quay": "port", "wharf": "port", "terminal": "port", "anchorage": "port",
}  # fmt: skip
"""What never is called by a route of another sort: an airspace is no road, whichever one was shut before."""
_POINT = frozenset({"crossing", "bridge", "checkpoint", "gate", "border", "frontier", "post"})
_HARBOUR = frozenset({"port", "harbour", "harbor"})
_HEAD = Cue(rf"\b(?<!may )(?<!can )(?<!to )(?<!not )({'|'.join(_HEADS)})\b")
_HEADING = re.compile(r"(?:Access|Passage|Traffic|Transport|Logistics|Movement)")
"""What a bulletin puts before its lines: no route."""
_BLOCKADED = re.compile(r"\b(?:blockad|besieg|siege|encircl)", re.IGNORECASE)
"""Words for a place that is shut off as a whole."""
_BEFORE = r"(?:[A-ZÀ-Þ][\w’'-]+ )?(?:Port(?: of)?|Road|Route|Highway|Gate|Pier|Terminal|Strait of)"
"""Kinds that stand before a name or number: "Port Vell", "Provincial Road 4"."""
_NAME = re.compile(
    rf"({_BEFORE} (?:[A-ZÀ-Þ](?<!\w[A-ZÀ-Þ])[\w’'-]+|\d+)|[A-ZÀ-Þ](?<!\w[A-ZÀ-Þ])[\w’'-]+ (?:[A-ZÀ-Þ][\w’'-]+ ){{0,2}}"
    rf"(?:{'|'.join(_HEADS)}|{'|'.join(h.capitalize() for h in _HEADS)}))\b"
    r"(?! (?:guards?|guardsm[ae]n|police|officers?|officials?|authorit\w+|troops|service|captain|master|patrols?)\b)"
)
_CAPITAL = re.compile(r"\b[^\W\d_a-zß-ÿ]")
_OPENING = frozenset(
    {"The", "This", "That", "A", "An", "Its", "Their", "Our", "His", "Her", "On", "In", "When", "While", "If"}
)


def names_route(words: str) -> bool:
    """Whether words name a route, by its kind at least."""
    return _HEAD.search(words) is not None


class Routes:
    """The routes that reports name, so that "the road" can be told which it is."""

    def __init__(self, reports: Sequence[Report], sides: Sides) -> None:
        self._sides = sides
        self._named = {report.document.id: self._names(report) for report in reports}
        self._shut = {report.document.id: _shut_places(report) for report in reports}
        everywhere: Counter[str] = Counter()
        for found in self._named.values():
            everywhere.update(found)
        self._everywhere = everywhere
        self._commonest = {head: _of_kind(everywhere, head) for head in _HEADS}
        self._bare_names: dict[str, set[str]] = {}
        for name in everywhere:
            self._bare_names.setdefault(_proper(name), set()).add(_key(name))
        self._called: dict[str, str] = {}
        for name in sorted(everywhere, key=lambda name: (-everywhere[name], name)):
            self._called.setdefault(_key(name), name)

    def of(self, report: Report, where: Span, place: Place | None, told: str = "") -> tuple[str, str]:
        """What a route is held together by, and what to call it; `told` are the words that tell its state."""
        words = "" if _HEADING.fullmatch(where.text) else flat(where.text)
        named, around = _NAME.findall(words), self._around(report, where)
        if not named or (around and around[0].startswith(f"{named[0]} ")):
            named = around  # "Provincial Road 4", of which only the words were linked
        name = next((bare for one in named if (bare := self._bare(one))), None)
        if name is None and (head := _HEAD.search(words)):
            name = self._only(report, head[1].casefold())
        generic = place is None or not _CAPITAL.search(place.name or "")  # "the town", "the road to the enclave"
        nameless = generic or _BLOCKADED.search(told)  # a town that is blockaded: by the one route of the report
        unnamed = place is not None and place.name is not None and self._of_a_state(place.name)
        if name is None and generic and (known := self._shut_before(report, where.start)) is not None:
            place = known if _alike(words, known.name or "") else place
        if name is None and (unnamed or (nameless and not _HEAD.search(words))):
            name = self._last(report, where.start) or self._main()
        if name is not None:
            return _key(name), self._called.get(_key(name), name)
        if place is not None and place.name:
            keys = self._bare_names.get(_proper(place.name), set())
            if len(keys) == 1:
                return (key := next(iter(keys))), self._called.get(key, place.name)
            return place.id or place.name.casefold(), place.name
        without = re.sub(r"^(?:the|to|that) ", "", words, flags=re.IGNORECASE)
        head = _HEAD.search(without)
        short = f"the {head[1].lower()}" if head is not None and len(without.split()) > 4 else without
        return short.casefold(), short

    def _around(self, report: Report, where: Span) -> list[str]:
        """The name of a route of which only the place was linked: "Belmira" of "the Belmira highway"."""
        text = report.document.text or ""
        near = _NAME.finditer(text, max(0, where.start - 24), where.end + 20)
        return [found[1] for found in near if found.start(1) < where.end < found.end(1)]

    def _last(self, report: Report, before: int) -> str | None:
        """The only route that a report names, else the one that it names last before a place in its text."""
        found = self._named.get(report.document.id, Counter())
        if len({_key(one) for one in found}) <= 1:
            return next(iter(found), None)
        told = _NAME.finditer(report.document.text or "", 0, max(0, before))
        return next((bare for one in reversed(list(told)) if (bare := self._bare(one[1])) in found), None)

    def _shut_before(self, report: Report, before: int) -> Place | None:
        """The place that a report tells to be shut or open last before some words, if it names only one with a name."""
        found = self._shut.get(report.document.id, [])
        if len({place.id or place.name for _, place in found}) != 1:
            return None
        return next((place for start, place in reversed(found) if start < before), None)

    def _main(self) -> str | None:
        """The route of which at least half of all namings are, where the reports are about one matter."""
        counts = Counter[str]()
        for name, count in self._everywhere.items():
            counts[_key(name)] += count
        most = max(sorted(counts), key=lambda key: counts[key], default=None)
        return self._called.get(most) if most is not None and 2 * counts[most] >= counts.total() else None

    def _only(self, report: Report, head: str) -> str | None:
        """The route of this kind that the report names, else the one that all reports name most, if any."""
        return _of_kind(self._named.get(report.document.id, {}), head) or self._commonest.get(head)

    def _names(self, report: Report) -> Counter[str]:
        """The names of routes in a text, in capitals before their kind ("Harbour Road", "Lachin corridor")."""
        found: Counter[str] = Counter()
        for match in _NAME.finditer(report.document.text or ""):
            bare = self._bare(match[1])
            if bare is not None:
                found[bare] += 1
        for one in report.conditions:
            name = "" if one.kind != "access" or one.place is None else one.place.name or ""
            whole = not any(longer.startswith(f"{name} ") for longer in found)  # not "Road" of "Road 4"
            if whole and _HEAD.search(name) and _CAPITAL.search(name):
                found[name] += 1
        spelled: Counter[str] = Counter()
        for name, count in found.items():
            spelled[" ".join(w if w[0].isupper() else w.capitalize() for w in name.split())] += count
        return spelled

    def _bare(self, name: str) -> str | None:
        """A name without an article before it; null where nothing but the kind remains."""
        words = [word[:-2] if word.endswith(("’s", "'s")) else word for word in name.split()]
        while words and (words[0] in _OPENING or self._of_a_state(words[0])):
            words = words[1:]
        return " ".join(w if w[0].isupper() else w.capitalize() for w in words) if len(words) > 1 else None

    def _of_a_state(self, word: str) -> bool:
        """Whether a word is a state's adjective: "the Torvanian port" has no name."""
        state = self._sides.state(word)
        return state is not None and state != word and not word.endswith(("’s", "'s"))


def _alike(words: str, name: str) -> bool:
    """Whether words can mean a route of this name: not where they say that it is of another sort."""
    head, other = _HEAD.search(words), _HEAD.search(name)
    sorts = [_KIND_OF.get(found[1].casefold()) for found in (head, other) if found is not None]
    return len(sorts) < 2 or sorts[0] == sorts[1]


def _shut_places(report: Report) -> list[tuple[int, Place]]:
    """The places with a name whose state a report tells, with where it does, in text order."""
    told = ((one.evidence.start, one.place) for one in report.conditions if one.kind == "access")
    return [(start, place) for start, place in told if place is not None and _CAPITAL.search(place.name or "")]


def _of_kind(found: Mapping[str, int], head: str) -> str | None:
    """The route of a kind that is named most."""
    kinds = next((kind for kind in (_LAND, _HARBOUR) if head in kind), frozenset((head,)))
    alike = sorted(
        name for name in found if name.casefold().endswith(head) or kinds & set(name.casefold().split()[:-1])
    )
    return max(alike, key=lambda name: found[name], default=None)


def _key(name: str) -> str:
    """One key for "Lachin Corridor" and "Lachin road", "Tarn Crossing" and "Tarn border post": nouns for one thing."""
    words = name.casefold().split()
    head = words[-1]
    alike = next((kind for kind in (_LAND, _POINT, _HARBOUR) if head in kind), None)
    return " ".join(words) if alike is None else f"{_proper(name)} {min(alike)}"


def _proper(name: str) -> str:
    """What a route is named after: "tarn" of "Tarn Border Post"."""
    words = name.casefold().split()
    while len(words) > 1 and words[-1] in _KINDS:
        words = words[:-1]
    return " ".join(words)


_KINDS = frozenset(_HEADS) | _POINT
"""Words for the kind of a route that end its name."""
