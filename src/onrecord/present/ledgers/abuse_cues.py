"""Words by which sentences blame, deny and find, where the lists of abuses do not say it."""

import re

from onrecord.resources.cues import Cue

BLAMES = Cue(r"\b(?:blam(?:ed|es|ing)|h(?:eld|olds) .{1,40} responsible|point(?:ed|s) (?:the|a) finger)\b")
DENIES = Cue(
    r"\b(?:denie[sd]|den(?:y|ying)|reject(?:s|ed)|dismiss(?:es|ed)) "
    r"(?:that|having|any|all|the (?:accusation|allegation|charge|claim|"
    r"report|attempt)s?|accusations|allegations|charges|claims|responsibility)|\breject(?:s|ed) the attempts?\b",
)
IT_FOUND = re.compile(r"(?:It|They|The \w+) (?:also )?(?:found|concluded|established|said it found)\b")
BARE_ACTS = frozenset({"killing", "attack on civilians"})
"""Acts that may be told as what happened; the names of the others are charges by themselves."""
REFERS = Cue(
    r"\b(?:denied|denies|rejected|rejects|dismissed|dismisses) (?:it|this|that|them|the)\b|"
    r"\b(?:the|this|these|such) (?:accusation|allegation|charge|claim|report)s?\b|"
    r"^(?:Any |All )?(?:reports?|claims?|allegations?|accusations?|assertions?|suggestions?|rumou?rs?|attempts?) "
    r"(?:that|of|about|to)\b",
)
"""Words that deny what was said before them."""


def official(text: str) -> bool:
    """Whether words name somebody who inquires or judges."""
    return _OFFICIAL.search(text) is not None


_OFFICIAL = re.compile(
    r"prosecut|court|inquiry|commission|investigat|monitor|report|expert|forensic|panel|observer|inspector|tribunal|"
    r"ombudsman|coroner|rapporteur|auditor|police|detective|gendarmer",
    re.IGNORECASE,
)
CALLS_IT = re.compile(
    r"\b(?:call(?:ed|s)|describ(?:ed|es)|denounc(?:ed|es)|brand(?:ed|s)|condemn(?:ed|s)|label(?:l?ed|s)|term(?:ed|s)|"
    r"decr(?:ied|ies)) (?:it|this|that|the [\w-]+|what [\w ]{3,40})\b",
    re.IGNORECASE,
)
"""Words by which somebody calls what happened by the name of an abuse."""
FROM_SIDE = re.compile(
    r"\bfrom (?:an? |the )?(?:direction of )?(?:[A-ZÀ-Þ]\w+)(?:[’']s)? "
    r"(?:side|shore|bank|territory|soil|positions?|lines|waters|posts?)\b|"
    r"\bfrom (?:the )?(?:territory|soil|side|shore|bank|direction|waters) of (?:the )?[A-ZÀ-Þ]\w+"
)
"""Where shots are said to have come from: whose side it is, is accused."""
NOBODY = frozenset({"those", "who", "they", "them", "it", "he", "she", "people", "somebody", "someone"})
"""Words that name nobody who could be accused."""
_FORCE = re.compile(
    r"\b(?:front|rebels?|militia|movement|army|brigade|insurgents|legion|guard|faction|group)\b", re.IGNORECASE
)


def is_force(side: str) -> bool:
    """Whether a side is an armed body of no state, by its noun."""
    return _FORCE.search(side) is not None
