"""Whose the officials of a paragraph are that opens with a state's own account of something.

"Phnom Penh gave another version. 'He made the call,' Information Ministry secretary of state X said": X is of the state
that the paragraph opens with, whichever state's ministries were named before.
"""

import re
from collections.abc import Iterable

from onrecord.annotate.layers import Layers
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed

_ACCOUNT = re.compile(
    r"\b(?:version|account|picture|story|recollection|reading|telling|den(?:y|ies|ied)|disput\w+|disagree\w*|"
    r"contradict\w+|respon(?:d|ds|ded)|repl(?:y|ies|ied)|retort\w*|counter(?:s|ed)|differ(?:s|ed|ent|ently))\b",
    re.IGNORECASE,
)
_OWN = frozenset(["state", "government", "group", "office"])
_WORDS = 18
"""Words of an opening sentence at most: a long one tells more than whose account follows."""


def settle_opened(layers: Layers, mentions: Iterable[Noticed]) -> None:
    """Tell persons without a state, named after the first sentence of such a paragraph and never before, its state."""
    opened: dict[int, tuple[int, Polity]] = {}
    seen: set[Referent] = set()
    for mention in mentions:
        opening = opened.get(mention.paragraph)
        for referent in mention.referents:
            if opening is not None and mention.start >= opening[0] and referent not in seen:
                _tell(referent, opening[1])
            seen.add(referent)
        if mention.paragraph not in opened and (found := _opening(layers, mention)) is not None:
            opened[mention.paragraph] = found


def _opening(layers: Layers, mention: Noticed) -> tuple[int, Polity] | None:
    """Where the sentence ends by which a state begins a paragraph to give its account, and the state."""
    referent, paragraph = mention.referent, layers.paragraph_at(mention.start)
    if referent is None or referent.kind not in _OWN or paragraph is None or not mention.subject:
        return None
    polity = referent.polity or referent.home
    if polity is None or len(layers.text[paragraph.start : mention.start].split()) > 1:
        return None
    end = layers.text.find(". ", mention.end, paragraph.end)
    first = layers.text[mention.end : end] if end > 0 else ""
    told = len(first.split()) <= _WORDS and _ACCOUNT.search(first) is not None
    return (end, polity) if told else None


def _tell(referent: Referent, polity: Polity) -> None:
    """Tell an official without a state whose he is."""
    homeless = referent.polity is None and referent.home is None and not referent.codes
    if referent.kind == "person" and homeless and referent.posts and polity not in referent.foreign:
        referent.home = polity
