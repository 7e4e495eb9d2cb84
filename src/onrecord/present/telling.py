"""Words by which a side tells of a call or meeting: of both, of who heard something there, of what a principal did."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from onrecord.model import Report, Statement
from onrecord.model.vocabulary import TALKS
from onrecord.present.affiliation import Affiliations
from onrecord.resources.cues import Cue, worded
from onrecord.resources.lexicon import typed

_TOGETHER = re.compile(
    r"\b(?:the two|both (?:sides|leaders|ministers|men|women)|they|the sides|"
    r"the (?:phone )?call|the conversation|(?:his|her) (?:[A-Z]\w+ )?(?:counterpart|opposite number))\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b[Ww]e (?:both )?(?:talked|spoke|discussed|agreed|went over|exchanged)\b")
_THE_OTHER = re.compile(
    r"\b(?:his|her|its|their) "
    r"(?:(?:[A-Z]\w+ )?(?:counterpart|opposite number|interlocutor|caller)|[A-Z]\w+ colleague)s?\b"
)
"""How an account calls the other side's principal; a colleague of no other state sits in one's own cabinet."""
_SIDES = re.compile(
    r"\b(?:(?:the [A-Z]\w+ side|both sides|the two sides) (?:had|has|have|would|agreed)|"
    r"the (?:two|pair|two (?:men|women|ministers|leaders|presidents)|(?:prime |foreign )?ministers|presidents|leaders|"
    r"(?:phone |telephone )?(?:call|conversation)) "
    r"(?:also |had |have |then |later |both )*(?:spoke|spoken|talked|discussed|agreed|exchanged|dealt|lasted|focused|"
    r"cent(?:er|re)d|touched|covered|turned|concentrated|was about|concerned|ended|"
    r"(?:would|will) (?:meet|speak|talk)))\b"
)
_ACTING = frozenset(["person", "group", "organization"])
_ACTED = (
    r"(?:also |then |never )*(?:had|gave|told|said|promised|assured|agreed|offered|refused|rejected|accepted|insisted|"
    r"asked|proposed|demanded|warned|understood|listened|called|rang|raised|reminded|complained|did not|didn[’']t|"
    r"urged|explained|noted|stressed|voiced|expressed|thanked|invited|pressed|replied|answered|conveyed|acknowledged|"
    r"admitted|pledged|requested|protested|set|put|named|mentioned|pointed out|made (?:it )?clear|made no|set out)\b"
)
_TITLE = r"\b[Tt]he (?:king|president|premier|prime minister|chancellor|minister|foreign minister|general|delegation)"
"""How a spokesman calls a principal without the name."""


def heard(telling: Iterable[tuple[Statement, ...]]) -> frozenset[str]:
    """The last names of the persons to whom an account tells that something was said."""
    inside = (actor for tree in telling for one in tree[1:] for actor in one.addressees)
    return frozenset((actor.name or "").rpartition(" ")[2] for actor in inside if actor.kind == "person") - {""}


def goes_on(root: Statement, names: frozenset[str]) -> bool:
    """Whether a teller goes on about the contact: tells of both, or of one to whom he told that something was said."""
    told = " ".join(span.text for span in root.content)
    if frozenset(re.findall(r"\w+", told)) & names or _TOGETHER.search(told):
        return True
    return root.channel != "speech" and re.search(rf"{_TITLE} {_ACTED}", told) is not None


def principals(report: Report, states: tuple[str, ...], stand: Affiliations) -> frozenset[str]:
    """The last names of the persons of some states, and of the movements, that took part in a contact."""
    met = (event for event in report.events if event.event == "CONSULT")
    there = (actor for event in met for actor in (*event.actors, *event.recipients))
    named = (actor for actor in there if actor.name and stand.of(actor) in states and actor.kind in _ACTING)
    return frozenset((actor.name or "").rpartition(" ")[2] for actor in named)


def tells_of(root: Statement, names: frozenset[str]) -> bool:
    """Whether a statement tells what a principal did, calls the other one so, or is a principal's own word."""
    if root.channel in TALKS:
        return False
    own = root.speaker is not None and (root.speaker.name or "?").rpartition(" ")[2] in names
    words = " ".join(span.text for span in root.content)
    if _SIDES.search(words):
        return True
    if (own and _WE.search(words)) or _THE_OTHER.search(words):
        return True
    return any(re.search(rf"\b{re.escape(name)} {_ACTED}", words) for name in names)


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/accounts.yaml`."""

    given: list[str]
    became: list[str]
    accounts: list[str]
    old: list[str]


@cache
def _given() -> Cue:
    """How one speaks of what was said, promised or written, or of an account of it."""
    lists = typed("accounts.yaml", Lists)
    became, accounts = "|".join(lists.became), "|".join(lists.accounts)
    return Cue(
        rf"{worded(lists.given).pattern}|\b(?:was|were|been) (?:never |not )?(?:{became})\b|"
        rf"\b(?:the|its|his|her|whose|both) (?:\w+ )?(?:{accounts})\b"
    )


@cache
def _old() -> Cue:
    """What was promised in another way, and what is done to it."""
    return worded(typed("accounts.yaml", Lists).old)


def takes_up(root: Statement) -> bool:
    """Whether a side speaks of what was said or promised, or of an account of it: "No date was given", "It agreed".

    Not of what an agreement promised, nor in a speech.
    """
    if root.channel in (*TALKS, "speech") or root.act != "speech":
        return False
    words = " ".join(span.text for span in root.content)
    return _given().search(words) is not None and _old().search(words) is None
