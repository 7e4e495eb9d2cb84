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
    needed = lexicon().needs.get(cue.lemma, frozenset())
    if any(t.dep_ in _COMPLEMENTS - heard and t.lower_ not in needed for t in verb.rights):
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


def aside_end(verb: Token, reach: int = 10) -> int | None:
    """Number of the first token after the comma that closes a verb's aside ("…, he told me on Friday, …"); None where
    its sentence goes on without one, or ends with it."""
    words = verb.doc
    for index in range(verb.i + 1, min(verb.i + reach, verb.sent.end - 1)):
        if words[index].text in _OPENS:
            return index + 1
        if words[index].tag_ in _FINITE or words[index].text in (":", ";"):
            return None
    return None
