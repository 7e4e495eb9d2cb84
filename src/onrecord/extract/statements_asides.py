"""Reports in brackets of commas: "…, a diplomat said on Monday", "Flour, the charity warned, would …".

What stands before such an aside, and after it, is told by its source. A statement that begins before it ends there.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_cues import lexicon

_FINITE = ("VBD", "VBZ", "VBP")
_OPENS = frozenset({",", "—", "–", "--"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "acomp", "oprd", "attr"})


def aside_start(verb: Token) -> int | None:
    """Number of the first token of the aside that a verb of speech makes with its subject; None where it makes none."""
    cue = lexicon().verb(verb)
    if cue is None or cue.act != "speech" or verb.tag_ not in _FINITE or "clause" not in cue.frames:
        return None
    subject = child(verb, "nsubj")
    if subject is None or subject.tag_ in ("WP", "WDT") or child(verb, "mark") is not None:
        return None
    heard = {"dobj"} if "object" in cue.addresses else frozenset()
    if any(t.dep_ in _COMPLEMENTS - heard for t in verb.rights):
        return None
    first = min(subject.left_edge.i, verb.i)
    return first if first > verb.sent.start + 1 and verb.doc[first - 1].text in _OPENS else None


def before_aside(run: range, words: Sequence[Token] | Doc) -> int | None:
    """Of a run of token numbers the one at whose comma an aside begins; None where none begins in it."""
    for index in run:
        start = aside_start(words[index])
        if start is not None and start - 1 > run.start:
            return start - 1
    return None
