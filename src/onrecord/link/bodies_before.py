"""Bodies told of before, which a bare noun takes up: "the ministry", "the organisation", "the country"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.link import coreference as coref
from onrecord.link.bodies_words import (
    SORTS,
    WHOLES,
    built_on,
    is_another,
    is_of_another_sort,
    is_of_sort,
    is_whole,
    may_be,
)
from onrecord.link.known import Known
from onrecord.link.referents import Polity, Referent
from onrecord.model.vocabulary import ResolvedBy
from onrecord.resources.institutions import BodyNoun
from onrecord.resources.names import words

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

_ORGANISATION_NOUNS = words(
    "organization organisation alliance bloc union agency body council mission commission group company party "
    "movement court"
)
_ANY_BODY = words(
    "organisation organization charity foundation association network society federation alliance ngo watchdog"
    " institute union league club company firm group agency"
)
"""Nouns by which a report goes on to speak of the one organisation that it is about."""


class BodiesBefore:
    """What the nouns for bodies of one document can take up."""

    def __init__(self, known: Known, stage: Stage) -> None:
        self._known = known
        self._stage = stage
        self._called: dict[str, Referent] = {}
        """The organisation that a noun was last set beside, by that noun: "a rights group, the Lorosae Foundation"."""

    def called(self, noun: str, referent: Referent) -> None:
        """Remember that a noun was set beside the name of a body, which it can take up from now on."""
        self._called[noun] = referent

    def taken_up(self, paragraph: Paragraph, token: Token, noun: BodyNoun) -> tuple[Referent | None, ResolvedBy]:
        """The body that a noun takes up: one told of before, or the government of the only state of the report."""
        found = self._earlier(paragraph, token, noun)
        if found is not None:
            return found, "coreference"
        if noun.state and noun.kind == "government" and (only := self._only_state()) is not None:
            return self._known.government(only), "office"
        return None, "unresolved"

    def ministry_of(self, polity: Polity, noun: BodyNoun) -> Referent | None:
        """The ministry of a state that was told of before: "the South Korean ministry"; None for other nouns."""
        if noun.words != ("ministry",):
            return None
        told = (m.referent for m in reversed(self._stage.noticed) if m.referent is not None)
        return next((r for r in told if r.polity == polity and r.kind == "government" and r.head == "ministry"), None)

    def _earlier(self, paragraph: Paragraph, token: Token, noun: BodyNoun) -> Referent | None:
        """The body of the same sort that was mentioned last ("the ministry", "the organization", "the country")."""
        last = noun.words[-1]
        alike: dict[Referent, None] = {}
        for mention in coref.recent(self._stage.noticed, paragraph.index):
            referent = mention.referent
            if referent is None:
                continue
            if last in (referent.head, built_on(referent)) and last not in WHOLES and not is_another(referent, noun):
                return referent
            if self._called.get(last) is referent:
                return referent
            if last in WHOLES and referent.kind == "organization" and is_whole(referent):
                return self._known.whole(referent)
            if last in _ORGANISATION_NOUNS and referent.kind == "organization" and referent.head == last:
                return referent
            one = not noun.plural and token.tag_ not in ("NNS", "NNPS")
            if noun.kind == "state" and one and referent.kind in ("state", "government"):
                return referent
            if one and (may_be(referent, noun) or (mention.form == "name" and is_of_sort(referent, last))):
                alike[referent] = None
        if len(alike) == 1:
            return next(iter(alike))
        only = self._only_named() if last in _ANY_BODY and not alike else None
        only = None if only is not None and is_of_another_sort(only, last) else only
        return only if only is None or last not in SORTS or may_be(only, noun) else None

    def _only_named(self) -> Referent | None:
        """The one body of no state that a document has named so far: "the organisation", "the charity" is it."""
        found = {
            m.referent
            for m in self._stage.noticed
            if m.form == "name" and m.referent is not None and m.referent.kind == "organization"
            and m.referent.polity is None and m.referent.sector not in ("GOV", "MIL", "JRN", "LEG", "JUD")
            and (m.referent.name or "").istitle()
        }  # fmt: skip
        return found.pop() if len(found) == 1 else None

    def _only_state(self) -> Polity | None:
        states = self._known.polities()
        return states[0] if len(states) == 1 else None
