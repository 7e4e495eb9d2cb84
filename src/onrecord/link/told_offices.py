"""The office that the learned tagger points at for a speaker whom rules gave none.

Its words must be able to be his: the title of one, that is not told of somebody else, nor of what he is not.
"""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.linkers import Linkers
from onrecord.link.posts_words import is_sought, tells_nothing
from onrecord.link.told_words import Pointing
from onrecord.model import Actor, Span
from onrecord.resources.roles import read_role

OFFICE, FAR_OFFICE = 0.4, 0.65
"""Least share on words for the office of a person to whom no rule gave one: beside the name, and anywhere."""
NEAR = 30
"""Most characters between a name and the office that belongs to it."""


def with_office(speaker: Actor, pointing: Pointing, linkers: Linkers) -> Actor:
    """A person without an office, with the one pointed at."""
    if speaker.kind != "person" or speaker.name is None or speaker.office is not None:
        return speaker
    near = pointing.run("office", OFFICE)
    office = near if near is not None and _beside(near, speaker, linkers.layers) else None
    office = office or pointing.run("office", FAR_OFFICE)
    if office is None or set(office.text.split()) & set(speaker.name.split()):
        return speaker
    return replace(speaker, office=office.text) if _may_be_his(office, speaker, linkers) else speaker


def _may_be_his(office: Span, speaker: Actor, linkers: Linkers) -> bool:
    """Whether words may tell what one person is: no plural, no title of another's, nothing that he is not."""
    role = read_role(office.text.split())
    tokens = linkers.layers.tokens(office)
    if tokens is None or (role is not None and role.plural) or office.text in ("secretary", "minister"):
        return False
    if linkers.layers.text.startswith(":", office.end) and office.text.isupper():
        return False  # the label of another's turn: "MODERATOR: Good morning"
    meant = linkers.actors.actor(office)
    if meant.kind == "person" and meant.resolved_by not in ("unresolved", "name") and meant.name != speaker.name:
        return False  # "a row of the harbour chief with Mrs. Lind"
    root = tokens.root
    if is_sought(root) or (root.dep_ == "attr" and tells_nothing(root)):
        return False
    named = linkers.actors.stage.names.entities.at(office.end + 1)
    anothers = named is not None and named.label == "PERSON" and named.start == office.end + 1
    person = linkers.actors.stage.cast.at(named.start) if anothers and named is not None else None
    return person is None or person.name == speaker.name


def _beside(office: Span, speaker: Actor, layers: Layers) -> bool:
    """Whether an office stands near the person's name, in one sentence."""
    sentence = layers.sentence_at(office.start)
    last = (speaker.name or "").rpartition(" ")[2]
    at = -1 if sentence is None or not last else layers.text.find(last, sentence.start, sentence.end)
    if at < 0:
        return False
    between = layers.text[min(at + len(last), office.end) : max(at, office.start)]
    return len(between) <= NEAR and not any(c in between for c in ';:()“”"')
