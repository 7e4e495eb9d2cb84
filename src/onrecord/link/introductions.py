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
from onrecord.link.scene import TELLING, Noticed
from onrecord.resources.roles import BESIDE

_SENTENCES = 2
"""Sentences between a title and the name that it is told by, at most."""
_SPEAKING = re.compile(
    r"(?:Speaking|Briefing|Addressing|Talking|Emerging|Asked|Giving|Presenting|Opening|Reached|Interviewed|Contacted|"
    r"Questioned|Pressed|Answering)\b"
)
"""How a sentence begins that goes on with who has spoken: "Speaking in Selm, Klara Wendt said"."""
_ANSWERING = frozenset(
    {"reply", "answer", "respond", "retort", "rejoin", "counter", "disagree", "agree", "deny", "dispute"}
)
"""What another does, not he who has just spoken."""
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
        if person is None or mention.quote is not None:
            return
        titled, speaks = self._titled, _speaks(mention, self._heads)
        if titled is not None and mention.form == "name" and not known and _may_be(titled, mention):
            late = self._opens_next(titled, mention) or (speaks and self._goes_on(titled, mention))
            if late:
                merge(self._noticed, titled.referents[0], person)
        if speaks and person.kind == "person" and mention.form in ("role", "name"):
            alone = mention.form == "role" and person.name is None and not person.plural and bool(person.posts)
            self._titled = mention if alone and not known else None

    def _opens_next(self, titled: Noticed, named: Noticed) -> bool:
        """Whether the next sentence begins with a full name, its subject who does not answer: "Karel Dray told …"."""
        head, full = self._heads[named.head], " " in (named.referents[0].name or "")
        opens = full and named.paragraph == titled.paragraph and not self._between(titled, named)
        return opens and head.dep_ == "nsubj" and head.head.lemma_ not in _ANSWERING

    def _goes_on(self, titled: Noticed, named: Noticed) -> bool:
        """Whether what stands before a name tells that he speaks on, who spoke."""
        opening = self._between(titled, named)
        return opening[:1] in _MARKS or _SPEAKING.match(opening) is not None

    def _between(self, titled: Noticed, named: Noticed) -> str:
        """The words before a name, from the sentence after the title's, or in a paragraph of its own."""
        sentence = self._layers.sentence_at(titled.head)
        start = titled.end if sentence is None else sentence.end
        if named.paragraph > titled.paragraph:
            start = self._layers.paragraphs[named.paragraph].start
        return self._layers.text[start : named.start].lstrip()


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
    return head is not None and head.dep_ == "nsubj" and head.head.lemma_ in TELLING


def _may_be(titled: Noticed, named: Noticed) -> bool:
    """Whether a name, of whom nothing else is told, may be that of the one who spoke by a title just before."""
    person, unnamed = named.referents[0], titled.referents[0]
    told = any(post.role.role != BESIDE for post in person.posts)
    if person.kind != "person" or person.name is None or told or person.polity is not None:
        return False
    if named.sentence - titled.sentence > _SENTENCES or not 0 <= named.paragraph - titled.paragraph <= 1:
        return False
    gender = gender_of_title(" ".join(post.title for post in unnamed.posts))
    return not (gender and person.gender and gender != person.gender)
