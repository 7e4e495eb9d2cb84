"""What is no statement though a verb of saying stands in it: courtesies of letters, notes taken, silence.

And what is put right at the ends of one: the noun that belongs to what is said ("expressed sympathy with the family"),
and a second verb of its source ("thanked the guest and invited her to dinner").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import Found

_COURTESY = re.compile(
    r"\bha(?:s|ve) the hono(?:u)?r to (?:refer|state|communicate|transmit|acknowledge|bring)\b|"
    r"\brefers? to\b|\bavails?\b|"
    r"\b(?:should|would|shall) be (?:most |very )?(?:glad|grateful|obliged|pleased)\b",
    re.IGNORECASE,
)
_ASSURED = re.compile(
    r"(?:the assurances? of (?:my|its|our|their)\b|(?:my|its|our) (?:high\w* )?(?:esteem|consideration)|"
    r"(?:to (?:bring|communicate|state) )?the following\b[^.]{0,40}$)",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\b(?:take|takes|took|taken|taking) (?:\w+ )?note\b", re.IGNORECASE)
_SILENT = re.compile(
    r"\b(?:(?:did|do|does|would|could|will|can)(?: not|n[’']t) (?:say|hide|disclose|elaborate|specify|name)|"
    r"declin\w+ to (?:say|characteri[sz]e|elaborate|name|specify|discuss|disclose)|"
    r"refus\w+ to (?:say|take questions))\b",
    re.IGNORECASE,
)
_EXPRESSED = re.compile(
    r"(?:(?:has|have|had|also|again) )*(?:express|voic|convey|extend|reiterat)(?:e|es|ed|s|ing)?\s+(?=\w)",
    re.IGNORECASE,
)


def without_formulas(layers: Layers, statements: Iterable[Found]) -> list[Found]:
    """Statements but for courtesies in letters and notes taken, each with the noun that its verb expresses."""
    found = list(statements)
    letters = [one.hull for one in found if one.reading == "turn" and one.channel == "letter"]
    kept = [one for one in found if not _is_formula(layers, one, letters)]
    cues = {one.cue[0] for one in kept if one.cue is not None}
    return [part for one in kept for part in _parted(layers, _expressed(layers, one), cues)]


def _is_formula(layers: Layers, found: Found, letters: list[tuple[int, int]]) -> bool:
    if found.cue is None:
        return False
    if _NOTED.search(layers.text, *found.cue) is not None or _SILENT.search(layers.text, *found.cue) is not None:
        return True
    if not any(start <= found.cue[0] < end for start, end in letters):
        return False
    return bool(_COURTESY.search(layers.text, *found.cue) or _ASSURED.match(layers.text, *found.hull))


def _expressed(layers: Layers, found: Found) -> Found:
    """With "sympathy with" of "expressed sympathy with the families" as its words, not as its cue's."""
    if found.cue is None or len(found.content) != 1:
        return found
    match = _EXPRESSED.match(layers.text, *found.cue)
    (start, end), verb = found.content[0], None if match is None else match.end()
    if verb is None or verb >= found.cue[1] or not 0 <= start - found.cue[1] <= 1:
        return found
    cue = found.cue[0], found.cue[0] + len(layers.text[found.cue[0] : verb].rstrip())
    return replace(found, content=((verb, end),), cue=cue)


def _parted(layers: Layers, found: Found, cues: set[int]) -> Iterator[Found]:
    """What the source says by its cue, and what by another verb of saying joined to it by "and" or "but".

    `cues`: where the cues of all statements begin; what has one of its own is told already.
    """
    paragraph = None if found.cue is None else layers.paragraph_at(found.cue[0])
    tokens = None if paragraph is None or found.cue is None else paragraph.tokens(layers.span(*found.cue))
    second = None if tokens is None or found.reading == "turn" else _second_verb(tokens.root)
    if paragraph is None or found.cue is None or second is None:
        yield found
        return
    joint, verb = second
    (start, end), at = found.content[-1], paragraph.start + verb.idx
    cut = start + len(layers.text[start : paragraph.start + joint.idx].rstrip(" ,;"))
    rest = at + len(verb) + 1
    if not found.cue[1] <= start < cut or not rest < end:
        yield found
        return
    yield replace(found, content=(*found.content[:-1], (start, cut)))
    cue = lexicon().verb(verb)
    if at not in cues and cue is not None:
        yield replace(found, content=((rest, end),), cue=(at, rest - 1), verb=cue.lemma, act=cue.act, addressees=())


def _second_verb(verb: Token) -> tuple[Token, Token] | None:
    """The "and" or "but" and the verb of saying of the same form that goes on after it with the same subject."""
    for other in verb.conjuncts:
        joint = next((t for t in verb.children if t.dep_ == "cc" and verb.i < t.i < other.i), None)
        own = any(t.dep_ in ("nsubj", "nsubjpass") for t in other.children)
        if joint is not None and not own and other.head == verb and other.tag_ == verb.tag_ and verb.i < other.i:
            return (joint, other) if lexicon().verb(other) is not None else None
    return None
