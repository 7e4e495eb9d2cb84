"""Lines that name an account or an office: where the name ends; and whether something stands in a quotation."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from onrecord.annotate.layers import Layers

_SMALL = frozenset(["of", "the", "and", "for", "de", "del", "la", "von", "van", "al", "bin", "to", "in", "at"])
_BEGINS = frozenset({"PRON", "DET", "AUX", "SCONJ", "CCONJ", "INTJ", "ADV", "VERB", "PART", "ADP", "NUM"})
"""Parts of speech that begin a sentence, and no name of an office."""


def names_end(layers: Layers, at: int, end: int) -> int:
    """The end of the run of words in capitals ("Minister of Ports, Orlesk") at `at`; `at` where there is none."""
    paragraph = layers.paragraph_at(at) if at < end else None
    stop = at
    for match in re.finditer(r"\S+", layers.text[at:end]):
        word = match.group()
        token = None if paragraph is None else paragraph.token_at(at + match.start())
        bare = word.strip(",·|&")
        if bare and bare not in _SMALL and (token is None or not bare[0].isupper() or token.pos_ in _BEGINS):
            break
        stop = at + match.end()
        if word.endswith((".", ":", "?", "!")) and len(bare) > 4:
            break
    return stop


def quoted(layers: Layers) -> Callable[[int], bool]:
    """A test of whether the character at an offset stands within a quotation, marks included."""
    starts = [quotation.start for quotation in layers.quotations]
    reach = list(accumulate((quotation.end for quotation in layers.quotations), max))

    def stands_within(offset: int) -> bool:
        last = bisect_right(starts, offset) - 1
        return last >= 0 and offset < reach[last]

    return stands_within
