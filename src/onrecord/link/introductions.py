"""Names told after the person: "The former commander told the court …", and a line later "…, Lazar Mikkel, 71, said".

Reporters open with what somebody is and name him where they first quote him. Who speaks first by a title alone and who
is named next, without any title, as the speaker of a quotation are one, where nobody else speaks between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.extract.statements_occasions import occasion_of
from onrecord.link.cast import gender_of_title
from onrecord.link.referents import Referent
from onrecord.link.scene import SPEECH, Noticed
from onrecord.resources.roles import BESIDE

_SENTENCES = 2
"""Sentences between a title and the name that it is told by, at most."""
_SPEAKING = re.compile(r"(?:Speaking|Briefing|Addressing|Talking|Emerging|Asked|Giving|Presenting|Opening)\b")
"""How a sentence begins that goes on with who has spoken: "Speaking in Selm, Klara Wendt said"."""
_MARKS = frozenset("\"“'‘")


class Introductions:
    """Finds in the mentions of one document, as they come, the names of those spoken of by a title before."""

    def __init__(self, layers: Layers, noticed: list[Noticed], heads: Mapping[int, Token]) -> None:
        self._layers = layers
        self._noticed = noticed
        self._heads = heads
        self._titled: Noticed | None = None
        self._seen: set[Referent] = set()

    def read(self, mention: Noticed) -> None:
        """Take a mention that was just put on record; a person named late gets the posts told of before."""
        person, known = mention.referent, self._seen.issuperset(mention.referents)
        self._seen.update(mention.referents)
        if person is None or mention.quote is not None or not _speaks(mention, self._heads):
            return
        titled = self._titled
        if titled is not None and mention.form == "name" and not known and _is_he(self._layers, titled, mention):
            merge(self._noticed, titled.referents[0], person)
        if person.kind == "person" and mention.form in ("role", "name"):
            alone = mention.form == "role" and person.name is None and not person.plural and bool(person.posts)
            self._titled = mention if alone and not known else None


def merge(noticed: list[Noticed], unnamed: Referent, person: Referent) -> None:
    """Make two referents one: the posts of the unnamed are the person's, and its mentions stand for him."""
    person.posts = [*unnamed.posts, *(post for post in person.posts if post not in unnamed.posts)]
    person.polity = person.polity or unnamed.polity
    person.codes = person.codes or unnamed.codes
    person.sector = person.sector or unnamed.sector
    person.serves = person.serves or unnamed.serves
    for spot, mention in enumerate(noticed):
        if unnamed in mention.referents:
            whom = tuple(person if r is unnamed else r for r in mention.referents)
            noticed[spot] = replace(mention, referents=whom, by="title" if mention.form == "role" else mention.by)


def _speaks(mention: Noticed, heads: Mapping[int, Token]) -> bool:
    head = heads.get(mention.head)
    while head is not None and head.dep_ == "appos" and head.head != head:
        head = head.head
    if head is not None and head.dep_ == "poss" and mention.form == "role":
        return occasion_of(head.head) is not None  # "the president's post set the tone"
    return head is not None and head.dep_ == "nsubj" and head.head.lemma_ in SPEECH


def _is_he(layers: Layers, titled: Noticed, named: Noticed) -> bool:
    """Whether a name, of whom nothing else is told, is that of the one who spoke by a title just before."""
    person, unnamed = named.referents[0], titled.referents[0]
    told = any(post.role.role != BESIDE for post in person.posts)
    if person.kind != "person" or person.name is None or told or person.polity is not None:
        return False
    if named.sentence - titled.sentence > _SENTENCES or not 0 <= named.paragraph - titled.paragraph <= 1:
        return False
    gender = gender_of_title(" ".join(post.title for post in unnamed.posts))
    if gender and person.gender and gender != person.gender:
        return False
    sentence = layers.sentence_at(titled.head)
    start = titled.end if sentence is None else sentence.end
    if named.paragraph > titled.paragraph:
        start = layers.paragraphs[named.paragraph].start
    opening = layers.text[start : named.start].lstrip()
    return opening[:1] in _MARKS or _SPEAKING.match(opening) is not None
