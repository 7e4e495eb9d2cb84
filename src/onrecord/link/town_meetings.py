"""Public meetings that a local paper reports: residents in a hall, a council in its chamber, whoever speaks there.

At the sitting of a body delegates and ministers have the floor (`floor`); at a meeting of a town it is anybody's, until
the paper turns to what it was told afterwards or elsewhere.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.floor import is_set_elsewhere
from onrecord.link.linkers import Linkers, identity
from onrecord.model import Statement

_LEAD = 4
"""Paragraphs at the head of a report in which the meeting must be told of."""
_ROOM = r"(?:halls?|centre|center|chambers?|school|schoolhouse|church|chapel|hut|gym|auditorium|library|theatre|barn)"
_PEOPLE = (
    r"(?:residents|villagers|townspeople|townsfolk|parents|traders|shopkeepers|farmers|growers|drivers|neighbours|"
    r"neighbors|people|locals|councill?ors|members|fishermen|ratepayers|families)"
)
_CAME = r"(?:packed|crammed|crowded|squeezed|filed|piled|filled|fills|flocked|gathered|assembled|turned out)"
_MEETS = re.compile(
    r"\b(?:public|town|town hall|town-hall|village|parish|residents[’']?|community|council) meeting\b|"
    rf"\b{_CAME}\b[^.\n]{{0,60}}?\b{_ROOM}\b|"
    rf"\b{_PEOPLE}\b[^.\n]{{0,80}}\bmet\b[^.\n]{{0,40}}\b{_ROOM}\b|"
    rf"\b(?:town|village|city|municipal|parish|church) {_ROOM}\b[^.\n]{{0,60}}\b(?:met|packed|full|standing)\b|"
    r"\b(?:councill?ors|aldermen|council)\b[^.\n]{0,40}\b(?:met|voted|debated|refused|rejected|resolved|heard)\b",
    re.IGNORECASE,
)
"""What tells that a town met: who came into which room, or that its council did something that councils do sitting."""
_OF_STATES = re.compile(
    r"\b(?:Security Council|European Council|"
    r"(?:Federation|Gulf|State|Privy|Military|Ruling|Governing|Supreme|Transitional|National) Council|"
    r"Council of|foreign ministers?|Secretary-General)\b"
)
"""Councils of no town, and reports of states that only mention one."""
_AFTER = re.compile(
    r"\b(?:afterwards?|outside|later|after the (?:meeting|session|vote)|when contacted|contacted by|reached (?:by|on)|"
    r"told (?:us|me|this|the [A-Z])|asked (?:by|for))",
)
_SPEAKING = frozenset({"person", "people", "unknown", "office"})


def in_town_meetings(statements: Sequence[Statement], linkers: Linkers) -> list[Statement]:
    """Statements with the channel "speech" where somebody speaks at a public meeting that a report tells of first."""
    start = _start(linkers.layers) if statements else None
    if start is None:
        return list(statements)
    spoke: set[str] = set()
    turned = False
    placed: list[Statement] = []
    for one in statements:
        if one.parent is not None or one.cue is None or one.speaker is None or one.cue.start < start:
            placed.append(one)
            continue
        who = identity(one.speaker)
        if one.channel not in ("unknown", "speech", "meeting"):
            turned = turned or who not in spoke
        there = one.channel == "speech" or (
            _may(one) and (not turned or who in spoke) and not _is_after(one, linkers.layers)
        )
        if there:
            spoke.add(who)
        placed.append(replace(one, channel="speech") if there else one)
    return placed


def _start(layers: Layers) -> int | None:
    """Where the first paragraphs of a report tell that a town met; None where they do not, or it is of states."""
    lead = layers.paragraphs[:_LEAD]
    if not lead or _OF_STATES.search(layers.text, 0, lead[-1].end) is not None:
        return None
    prose = [p for p in lead if layers.text[p.start : p.end][-1:] in '.”"']
    told = (
        sentence.start
        for sentence in layers.sentences
        if any(p.start <= sentence.start < p.end for p in prose)
        and _MEETS.search(layers.text, sentence.start, sentence.end) is not None
    )
    return next(told, None)


def _may(one: Statement) -> bool:
    """Whether somebody, not a body or state, says something that is told in no other way."""
    somebody = one.speaker is not None and one.speaker.kind in _SPEAKING
    return somebody and one.channel == "unknown" and one.act == "speech"


def _is_after(one: Statement, layers: Layers) -> bool:
    """Whether its own sentence sets a statement elsewhere, or tells that the paper was told it."""
    sentence = layers.sentence_at(one.cue.start) if one.cue is not None else None
    told = sentence is not None and _AFTER.search(layers.text, sentence.start, sentence.end) is not None
    return told or is_set_elsewhere(one, layers)
