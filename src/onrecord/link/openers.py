"""Whose the officials of a paragraph are that opens with a state's own account of something.

"Velmar gave another version. 'They rang us,' Information Ministry secretary of state X said": X is of the state that
the paragraph opens with, whichever state's ministries were named before.
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.annotate.layers import Layers
from onrecord.link.home_bodies import is_public
from onrecord.link.names import Names
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed

_ACCOUNT = re.compile(
    r"\b(?:version|account|picture|story|recollection|reading|telling|den(?:y|ies|ied)|disput\w+|disagree\w*|"
    r"contradict\w+|respon(?:d|ds|ded)|repl(?:y|ies|ied)|retort\w*|counter(?:s|ed)|differ(?:s|ed|ent|ently))\b",
    re.IGNORECASE,
)
_OWNED = re.compile(rf"(?:['’]s|['’]) (?:own )?{_ACCOUNT.pattern}", re.IGNORECASE)
"""Whose account a paragraph gives: "Velmar's version was different"."""
_PLACED = re.compile(
    r"(?:(?:Back |Meanwhile,? |But )?[IiFf](?:n|rom) |(?P<side>On the |From the ))"
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?(side) side\b|(?:,| the\b| an?\b| officials\b)) ?"
    r"(?!.{0,40}\bvisit)"
)
_OWN = frozenset(["state", "government", "group", "office"])
_WORDS = 18
"""Words of an opening sentence at most: a long one tells more than whose account follows."""


def settle_opened(layers: Layers, names: Names, mentions: Iterable[Noticed]) -> None:
    """Tell persons without a state, named after the first sentence of such a paragraph and never before, its state.

    So also officials of a paragraph that is told from a state or its capital: "In Moscow, Foreign Ministry spokesman X
    said", "On the Velmari side, border guards commander Y said".
    """
    opened = dict(_from_places(layers, names))
    seen: set[Referent] = set()
    for mention in mentions:
        opening = opened.get(mention.paragraph)
        for referent in mention.referents:
            if opening is not None and mention.start >= opening[0] and referent not in seen:
                _tell(referent, opening[1])
            seen.add(referent)
        if mention.paragraph not in opened and (found := _opening(layers, mention)) is not None:
            opened[mention.paragraph] = found


def _from_places(layers: Layers, names: Names) -> Iterator[tuple[int, tuple[int, Polity]]]:
    """Paragraphs that are told from a state or its capital, where its words end, and the state."""
    for paragraph in layers.paragraphs:
        opening = _PLACED.match(layers.text, paragraph.start, paragraph.end)
        if opening is None:
            continue
        for entity in names.entities.within(*opening.span("place")):
            told = entity.label in ("GPE", "NORP") and (bool(entity.keys) or opening["side"])
            polity = names.state(entity) if told else None
            if polity is not None:
                yield paragraph.index, (opening.end(), polity)
                break
        else:
            if (seat := names.capitals.get(opening["place"].casefold())) is not None:
                yield paragraph.index, (opening.end(), seat)


def _opening(layers: Layers, mention: Noticed) -> tuple[int, Polity] | None:
    """Where the sentence ends by which a state begins a paragraph to give its account, and the state."""
    referent = mention.referent
    if referent is None or referent.kind not in _OWN:
        return None
    if not mention.subject and _OWNED.match(layers.text, mention.end) is None:
        return None
    polity, paragraph = referent.polity or referent.home, layers.paragraph_at(mention.start)
    if polity is None or paragraph is None or len(layers.text[paragraph.start : mention.start].split()) > 1:
        return None
    end = layers.text.find(". ", mention.end, paragraph.end)
    first = layers.text[mention.end : end] if end > 0 else ""
    told = len(first.split()) <= _WORDS and _ACCOUNT.search(first) is not None
    return (end, polity) if told else None


def _tell(referent: Referent, polity: Polity) -> None:
    """Tell an official or body without a state whose he or it is."""
    homeless = referent.polity is None and referent.home is None and not referent.codes
    serves = any(p.role.sector in ("GOV", "MIL", "LEG") and p.role.role != "ambassador" for p in referent.posts)
    body = referent.kind in ("government", "office") or is_public(referent.name or "") or referent.head == "ministry"
    if homeless and polity not in referent.foreign and (serves if referent.kind == "person" else body):
        referent.home = polity
